"""Peers installed by their packages' names on first use, each into a folder of its own."""

import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.frame import ROOT

FOLDER = ROOT / "build" / "peers"
_DONE = "installed"
_SECONDS = 600


class NotInstalledError(Exception):
    """A peer is not to be had on this machine; says why."""


def python_of(name: str, *packages: str) -> Path:
    """Return the interpreter of a peer's own environment; it is made where it is missing.

    Raises:
        NotInstalledError: it cannot be made.
    """
    folder = FOLDER / name
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not _is_done(folder, packages):
        _run(name, [sys.executable, "-m", "venv", str(folder)], FOLDER)
        quiet = ["--quiet", "--disable-pip-version-check"]
        _run(name, [str(python), "-m", "pip", "install", *quiet, *packages], folder)
        _note(folder, packages)
    return python


def modules_of(name: str, *packages: str) -> Path:
    """Return the folder of a Node peer's modules; they are installed where they are missing.

    Raises:
        NotInstalledError: they cannot be.
    """
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise NotInstalledError(f"{name}: there is no Node on this machine")
    folder = FOLDER / name
    if not _is_done(folder, packages):
        folder.mkdir(exist_ok=True)
        (folder / "package.json").write_text('{"private": true}', encoding="utf-8")
        _run(name, [npm, "install", "--no-audit", "--no-fund", *packages], folder)
        _note(folder, packages)
    return folder / "node_modules"


def version_of(python: Path, package: str) -> str:
    """Return the version of a package in a peer's environment."""
    code = f"from importlib.metadata import version; print(version({package!r}))"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _is_done(folder: Path, packages: tuple[str, ...]) -> bool:
    FOLDER.mkdir(parents=True, exist_ok=True)
    kept = folder / _DONE
    return kept.exists() and kept.read_text(encoding="utf-8") == " ".join(packages)


def _note(folder: Path, packages: tuple[str, ...]) -> None:
    (folder / _DONE).write_text(" ".join(packages), encoding="utf-8")


def _run(name: str, words: list[str], folder: Path) -> None:
    print(f"  {name}: {Path(words[0]).name} {' '.join(words[1:])}", file=sys.stderr, flush=True)
    try:
        done = subprocess.run(
            words, cwd=folder, capture_output=True, text=True, check=False, timeout=_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotInstalledError(f"{name} cannot be installed: {error}") from error
    if done.returncode:
        raise NotInstalledError(f"{name} cannot be installed: {done.stderr.strip()[-300:]}")
