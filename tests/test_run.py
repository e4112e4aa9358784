"""The two commands: what can be said of run.py without setting anything up."""

import importlib.util
import os
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tools import check_locks

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = ("demo", "test", "check", "shots", "bench", "app", "help")


@pytest.fixture
def run(tmp_path: Path) -> ModuleType:
    """Return run.py as it is in a checkout of its own, where nothing has been set up."""
    shutil.copy(ROOT / "run.py", tmp_path)
    shutil.copytree(ROOT / "locks", tmp_path / "locks")
    spec = importlib.util.spec_from_file_location("run_of_a_new_checkout", tmp_path / "run.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def on_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a way to put a command on an otherwise empty path."""
    folder = tmp_path / "path"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def put(name: str, script: str = "exit 1") -> None:
        (folder / name).write_text(f"#!/bin/sh\n{script}\n")
        (folder / name).chmod(0o755)

    return put


def unpack_into(run: ModuleType) -> Path:
    """Lay one private library as an earlier run would have."""
    folder = Path(run.LIBS) / "root/usr/lib/x86_64-linux-gnu"
    folder.mkdir(parents=True)
    (folder / "libnobody.so.7").write_bytes(b"")
    return folder


def test_help_names_every_command(run: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["help"]) == 0
    said = capsys.readouterr()
    assert [name for name in COMMANDS if f"\n  {name} " not in said.out] == []
    assert said.err == ""


def test_a_command_that_is_not_one_shows_the_help_and_fails(
    run: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.main(["dmeo"]) == 2
    assert capsys.readouterr() == ("", run.HELP)
    assert not run.LOG.parent.exists()


def test_an_older_python_is_told_so_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(ROOT / "run.py"), run_name="__main__")
    assert stopped.value.code == "Please run this with Python 3.11 to 3.14; this one is 3.9."


def test_an_environment_is_current_until_its_lock_changes(run: ModuleType) -> None:
    assert not run.is_current("run")
    run.PYTHON.parent.mkdir(parents=True)
    run.PYTHON.write_bytes(b"")
    (run.VENV / "set-up.txt").write_text(f"{run.stamp_line('run')}\n", encoding="utf-8")
    assert run.is_current("run")
    assert not run.is_current("dev")

    lock = run.HERE / "locks" / "run.txt"
    lock.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))
    assert run.is_current("run"), "Windows line ends are the same lock"
    lock.write_bytes(lock.read_bytes() + b"another==1\n")
    assert not run.is_current("run")


def test_the_installers_are_tried_fastest_first(
    run: ModuleType, on_path: Callable[[str], None]
) -> None:
    on_path("uv")
    wheel = run.LIBS / "root/usr/share/python-wheels/pip-23-py3-none-any.whl"
    wheel.parent.mkdir(parents=True)
    wheel.write_bytes(b"")
    ways = run.installers("dev")
    assert ways[0][:3] == [shutil.which("uv"), "pip", "install"]
    assert ways[-1][1].endswith("/pip")
    assert all("--require-hashes" in way and str(run.VENV) in " ".join(way) for way in ways)


def test_libraries_that_an_earlier_run_unpacked_are_found_again(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not run.is_here("libnobody.so.7")
    folder = unpack_into(run)
    assert run.is_here("libnobody.so.7")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/before")
    assert run.environment()["LD_LIBRARY_PATH"] == f"{folder}{os.pathsep}/before"


def test_a_machine_with_its_libraries_runs_with_its_own_variables(run: ModuleType) -> None:
    assert run.environment() == dict(os.environ)


@pytest.mark.parametrize(
    ("tool", "line"),
    [
        ("apt-get", "sudo apt-get install libegl1 libgl1"),
        ("dnf", "sudo dnf install libglvnd-egl libglvnd-glx"),
        ("pacman", "sudo pacman -S libglvnd"),
    ],
)
def test_what_cannot_be_brought_is_named_with_how_to_get_it(
    run: ModuleType, on_path: Callable[[str], None], tool: str, line: str
) -> None:
    on_path(tool)
    with pytest.raises(SystemExit) as stopped:
        run.bring(list(run.ALWAYS[:2]))
    sentence = "This machine lacks libEGL.so.1, libGL.so.1: run `{}`, then this command again."
    assert stopped.value.code == sentence.format(line)


def test_a_tool_that_fails_or_is_not_there_is_a_plain_no_and_kept_in_the_log(
    run: ModuleType, on_path: Callable[[str, str], None]
) -> None:
    on_path("grumble", "echo no such thing; exit 3")
    assert not run.quietly(["grumble", "--all"])
    assert not run.quietly(["nothing-of-that-name"])
    expected = "\n$ grumble --all\nno such thing\n\n$ nothing-of-that-name\n"
    assert run.LOG.read_text(encoding="utf-8") == expected


@pytest.mark.skipif(sys.platform == "win32", reason="Windows locks through another call")
def test_a_second_run_waits_while_the_first_sets_up(run: ModuleType) -> None:
    line = [
        "flock",
        "--nonblock",
        "--conflict-exit-code",
        "9",
        run.LOG.parent / "setup.lock",
        "true",
    ]
    if not shutil.which("flock"):
        pytest.skip("flock comes with util-linux")
    with run.one_at_a_time():
        assert subprocess.run(line, check=False).returncode == 9
    assert subprocess.run(line, check=False).returncode == 0


def test_translations_are_compiled_once_and_again_when_they_change(
    run: ModuleType, on_path: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = run.HERE / "resources" / "i18n" / "clienteling_zh_CN.ts"
    words.parent.mkdir(parents=True)
    words.write_text("<TS/>")
    on_path("pyside6-lrelease", 'echo compiled >> "$3"')
    monkeypatch.setattr(run, "BIN", run.HERE / "path")
    run.build_translations()
    run.build_translations()
    assert words.with_suffix(".qm").read_text() == "compiled\n"
    os.utime(words, (4e9, 4e9))
    run.build_translations()
    assert words.with_suffix(".qm").read_text() == "compiled\ncompiled\n"


def test_the_locks_hold_what_the_project_asks_for() -> None:
    assert check_locks.complaint(ROOT) == ""


def test_a_lock_that_is_behind_or_names_an_address_is_refused() -> None:
    lock = "--constraint https://example.org\nalembic==1.2 \\\n    --hash=sha256:00\nnumpy==2\n"
    assert check_locks.faults_of(lock, ["alembic>=1.20", "Num.Py>=2", "numpy>=2"]) == [
        "nothing fits alembic>=1.20",
        "nothing fits Num.Py>=2",
        "it names an address or an option; only pins and hashes belong in it",
        "no hash for --constraint",
        "no hash for numpy==2",
    ]


def test_the_first_screen_of_the_readme_holds_both_commands() -> None:
    first_screen = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:40]
    for command in ("python3 run.py demo", "python3 run.py test", "python3 run.py check"):
        assert any(command in line for line in first_screen), command
