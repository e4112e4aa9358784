#!/usr/bin/env python3
"""Set everything up and go: `run.py demo` opens the program, `run.py test` proves it.

Standard library only. It brings the system libraries that Qt needs on Linux, makes `.venv` from
a hashed lock, adds this checkout, builds the translations and runs one command. All is done once.
Long because it must be one file: before it has run there is nothing to import.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, NoReturn

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
LIBS = HERE / ".libs"
LOG = HERE / "build" / "setup.log"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
VERSION = "{}.{}".format(*sys.version_info)

HELP = """\
python3 run.py COMMAND

  demo [...]     set everything up and open the program on a demo boutique
                 (no display: find a client, write her lookbook and the screens to build/demo)
  test [...]     set everything up and run the tests; what follows goes to pytest
  check [--fix]  format, lint, types, import contracts, strings, locks: what CI asks
  shots DIR      draw every screen into DIR
  bench [...]    measure, and print each figure beside its limit
  app ...        any command of the program: open, import, find, show, lookbook, backup
  help           this page
"""


class Library(NamedTuple):
    """A system library that Qt loads, and its package on each family of Linux."""

    file: str
    apt: str
    dnf: str
    pacman: str


ALWAYS = (
    Library("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
)
WITH_A_DISPLAY = (
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
)
# Graphics drivers and what only they need: 140 MB that a program drawing by itself never opens.
NOT_UNPACKED = ("libgl1-mesa-dri", "libllvm", "libz3", "libicu", "libxml2", "libdrm", "libsensors")
PIP = Library("pip", "python3-pip-whl", "python3-pip", "python-pip")


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("help", [])
    program = [str(PYTHON), "-m", "clienteling"]
    commands = {
        "demo": ("run", [*program, "demo", *rest]),
        "app": ("run", [*program, *rest]),
        "shots": ("run", [*program, "shots", *rest]),
        "bench": ("dev", [str(PYTHON), "-m", "benchmarks", *rest]),
        "test": ("dev", [str(PYTHON), "-m", "pytest", *(rest or side_by_side())]),
        "check": ("dev", [str(PYTHON), "-m", "tools.check", *rest]),
    }
    if command not in commands:
        asked = command in {"help", "-h", "--help"}
        print(HELP, end="", file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    lock, line = commands[command]
    with one_at_a_time():
        bring(missing_libraries())
        if not is_current(lock):
            install(lock)
        build_translations()
    return subprocess.run(line, cwd=HERE, env=environment(), check=False).returncode


def side_by_side() -> list[str]:
    """Have all tests run at once on up to four processors; a chosen few run one by one."""
    return ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "worksteal"]


def is_current(lock: str) -> bool:
    """Say whether the environment already holds this very lock, for this Python and place."""
    stamp = VENV / "set-up.txt"
    held = stamp.read_text(encoding="utf-8").splitlines() if stamp.is_file() else []
    return PYTHON.exists() and stamp_line(lock) in held


def stamp_line(lock: str) -> str:
    """Return what the stamp says once a lock is installed."""
    text = (HERE / "locks" / f"{lock}.txt").read_bytes().replace(b"\r\n", b"\n")
    return f"{lock} {hashlib.sha256(text).hexdigest()} on {VERSION} in {HERE}"


def install(lock: str) -> None:
    """Make the environment, install a lock in it, add this checkout, and stamp it at the end."""
    if not installers(lock):
        bring([PIP])
    say("Setting up the Python environment in .venv (a minute the first time)")
    same = f"import sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    clear = VENV.exists() and not quietly([str(PYTHON), "-c", same])
    venv.create(VENV, with_pip=False, clear=clear, symlinks=os.name != "nt")
    (VENV / "set-up.txt").unlink(missing_ok=True)
    if not any(quietly(line) for line in installers(lock)):
        give_up("The Python packages could not be installed. Please look at the connection.")
    folder = VENV / ("Lib" if os.name == "nt" else f"lib/python{VERSION}") / "site-packages"
    (folder / "clienteling-checkout.pth").write_text(f"{HERE}\n", encoding="utf-8")
    held = ("run", "dev") if lock == "dev" else ("run",)  # dev holds every pin of run
    lines = "".join(f"{stamp_line(name)}\n" for name in held)
    (VENV / "set-up.txt").write_text(lines, encoding="utf-8")


def installers(lock: str) -> list[list[str]]:
    """Return the ways to install a lock here, the fastest first.

    Debian's Python has neither pip nor ensurepip, but a pip wheel runs as it is.
    """
    wanted = ["--quiet", "--require-hashes", "-r", str(HERE / "locks" / f"{lock}.txt")]
    ways = []
    if uv := shutil.which("uv"):
        ways.append([uv, "pip", "install", "--python", str(PYTHON), *wanted])
    if importlib.util.find_spec("pip"):
        ways.append([sys.executable, "-m", "pip", "--python", str(PYTHON), "install", *wanted])
    bundled = importlib.util.find_spec("ensurepip")
    folders = [Path(bundled.origin).parent / "_bundled"] if bundled and bundled.origin else []
    folders += [root / "usr/share/python-wheels" for root in (Path("/"), LIBS / "root")]
    wheels = [wheel for folder in folders for wheel in sorted(folder.glob("pip-*.whl"))]
    return ways + [[str(PYTHON), str(wheel / "pip"), "install", *wanted] for wheel in wheels[:1]]


def build_translations() -> None:
    """Compile each .ts file that is newer than its .qm."""
    for source in sorted((HERE / "resources" / "i18n").glob("*.ts")):
        compiled = source.with_suffix(".qm")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        tool = shutil.which("pyside6-lrelease", path=str(BIN)) or "pyside6-lrelease"
        if not quietly([tool, str(source), "-qm", str(compiled)]):
            give_up(f"The translation {source.name} could not be compiled.")


def missing_libraries() -> list[Library]:
    """Return the libraries that Qt would look for in vain."""
    if not sys.platform.startswith("linux"):
        return []
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    wanted = ALWAYS + WITH_A_DISPLAY if shown else ALWAYS
    return [library for library in wanted if not is_here(library.file)]


def is_here(file: str) -> bool:
    """Say whether a library can be loaded from the system, or was unpacked by an earlier run."""
    with contextlib.suppress(OSError):
        ctypes.CDLL(file)
        return True
    return any((folder / file).exists() for folder in unpacked_folders())


def bring(libraries: list[Library]) -> None:
    """Install system packages as root or by sudo, else unpack them here, else say what to do."""
    if not libraries:
        return
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        give_up(advice(libraries))
    names = [library.apt for library in libraries]
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    sudo = ["sudo", "-n"] if os.geteuid() else []
    if not sudo or (shutil.which("sudo") and quietly([*sudo, "true"])):
        say(f"Installing {' '.join(names)}")
        wanted = [*sudo, *apt, "install", "--no-install-recommends", *names]
        if quietly(wanted) or (quietly([*sudo, *apt, "update"]) and quietly(wanted)):
            return
    say(f"Unpacking {' '.join(names)} into .libs, for this checkout alone")
    if not unpack(names):
        give_up(advice(libraries))


def advice(libraries: list[Library]) -> str:
    """Return the sentence that names what is missing and how to get it."""
    tools = {"apt": "apt-get install", "dnf": "dnf install", "pacman": "pacman -S"}
    family = next(
        (family for family, tool in tools.items() if shutil.which(tool.split()[0])), "apt"
    )
    names = " ".join(dict.fromkeys(getattr(library, family) for library in libraries))
    files = ", ".join(library.file for library in libraries)
    return (
        f"This machine lacks {files}: run `sudo {tools[family]} {names}`, then this command again."
    )


def unpack(names: list[str]) -> bool:
    """Fetch Debian packages with what they need and unpack them under .libs, with no rights."""
    state = LIBS / "apt"
    for folder in ("lists/partial", "archives/partial", "debs"):
        (state / folder).mkdir(parents=True, exist_ok=True)
    apt = ["apt-get", "-q", "-o", "Debug::NoLocking=1", "-o", f"Dir::State::lists={state}/lists"]
    apt += ["-o", f"Dir::Cache={state}", "-o", f"Dir::Cache::archives={state}/archives"]
    simulated = [*apt, "install", "--simulate", "--no-install-recommends", *names]
    if not quietly([*apt, "update"]):
        return False
    plan = subprocess.run(simulated, capture_output=True, text=True, check=False).stdout
    chosen = [line.split()[1] for line in plan.splitlines() if line.startswith("Inst ")]
    chosen = [name for name in chosen if not name.startswith(NOT_UNPACKED)]
    if not chosen or not quietly([*apt, "download", *chosen], folder=state / "debs"):
        return False
    for deb in sorted((state / "debs").glob("*.deb")):
        if not quietly(["dpkg-deb", "-x", str(deb), str(LIBS / "root")]):
            return False
    shutil.rmtree(state)
    fonts = (LIBS / "root/usr/share/fonts", Path("/usr/share/fonts"))
    listed = "".join(f"<dir>{folder}</dir>" for folder in fonts)
    text = f"<fontconfig>{listed}<cachedir>{LIBS}/font-cache</cachedir></fontconfig>\n"
    (LIBS / "fonts.conf").write_text(f'<?xml version="1.0"?>\n{text}', encoding="utf-8")
    return True


def unpacked_folders() -> list[Path]:
    """Return the library folders that an earlier run unpacked."""
    root = LIBS / "root"
    return [*sorted(root.glob("usr/lib/*-linux-gnu*")), *sorted(root.glob("lib/*-linux-gnu*"))]


def environment() -> dict[str, str]:
    """Return the variables that a command runs with."""
    variables = dict(os.environ)
    if folders := [str(folder) for folder in unpacked_folders()]:
        before = variables.get("LD_LIBRARY_PATH")
        variables["LD_LIBRARY_PATH"] = os.pathsep.join([*folders, *([before] if before else [])])
        if not Path("/etc/fonts/fonts.conf").exists():
            variables.setdefault("FONTCONFIG_FILE", str(LIBS / "fonts.conf"))
    return variables


def quietly(line: list[str], folder: Path = HERE) -> bool:
    """Run a command, its output into the log, and say whether it succeeded."""
    LOG.parent.mkdir(exist_ok=True)
    with LOG.open("ab") as log:
        log.write(f"\n$ {' '.join(line)}\n".encode())
        log.flush()
        run = functools.partial(subprocess.call, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        with contextlib.suppress(OSError):
            return run(line, cwd=folder, env=environment()) == 0
    return False


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let a second run in the same checkout wait until the first has set everything up."""
    LOG.parent.mkdir(exist_ok=True)
    with (LOG.parent / "setup.lock").open("wb") as handle:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def say(words: str) -> None:
    """Tell the person what is being done, beside the output of the command itself."""
    print(f"· {words}", file=sys.stderr, flush=True)


def give_up(sentence: str) -> NoReturn:
    """Stop with one sentence, under the last lines of what was tried."""
    tail = LOG.read_text(encoding="utf-8", errors="replace").splitlines() if LOG.exists() else []
    print("\n".join(f"  | {line}" for line in tail[-12:]), file=sys.stderr)
    raise SystemExit(sentence)


if __name__ == "__main__":
    if not (3, 11) <= sys.version_info[:2] <= (3, 14):
        raise SystemExit(f"Please run this with Python 3.11 to 3.14; this one is {VERSION}.")
    try:
        raise SystemExit(main(sys.argv[1:]))
    except PermissionError as error:
        raise SystemExit(f"This checkout must be writable: {error}.") from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
