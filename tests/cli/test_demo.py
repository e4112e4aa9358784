"""The demo command: where there is no display it does the main job and says so."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from clienteling.bootstrap import open_backend
from clienteling.domain.clock import SystemClock
from clienteling.storage.open import create_book
from tests.books import KEYS
from tests.cli.conftest import Run


def test_without_a_display_the_main_job_is_done_into_build_demo(tmp_path: Path) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    bare = {name: value for name, value in os.environ.items() if name not in hidden}
    told = [] if sys.platform == "linux" else ["--headless"]
    done = subprocess.run(
        [sys.executable, "-m", "clienteling", "demo", "--clients", "3", *told],
        cwd=tmp_path,
        env=bare | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    folder, shown = tmp_path / "build" / "demo", Path("build") / "demo" / "lookbook.pdf"
    assert done.stderr.splitlines()[-2:] == [
        "Found for 'altieri': Beatrice Altieri, Milan.",
        f"Her lookbook is {shown}; pictures of the screens stand beside it.",
    ]
    assert (folder / "lookbook.pdf").read_bytes().startswith(b"%PDF-")
    pictures = {one.stem: one.stat().st_size for one in folder.glob("*.png")}
    wanted = {"clients-list", "client-card", "client-card-dark", "client-card-zh-CN", "settings"}
    assert wanted <= set(pictures)
    assert min(pictures.values()) > 20_000


def test_a_demo_book_may_be_kept_and_is_opened_again_as_it_stands(
    run: Run, kept_book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from clienteling.cli.window import demo_backend

    before = run("find", "a", "--limit", "50", "--json", "--book", kept_book).out
    demo_backend(kept_book, clients=9, seed=4).close()
    sentence = "demo.book holds a demo house already; it is opened as it stands.\n"
    assert capsys.readouterr() == ("", sentence)
    assert run("find", "a", "--limit", "50", "--json", "--book", kept_book).out == before


def test_a_demo_house_that_was_not_finished_is_built_anew(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from clienteling.cli import window
    from clienteling.domain.errors import Cancelled

    class Stops:
        """Stops when the first clients are in, as Ctrl+C would."""

        def step(self, done: int, total: int | None, words: str = "") -> None:
            if done == total:
                raise Cancelled

    path = tmp_path / "demo.book"
    with monkeypatch.context() as patch:
        patch.setattr(window, "Line", Stops)
        with pytest.raises(Cancelled):
            window.demo_backend(path, clients=3)
    capsys.readouterr()
    backend = window.demo_backend(path, clients=4)
    told = "The demo house in demo.book was not finished; it is built anew."
    assert told in capsys.readouterr().err.splitlines()
    assert backend.settings.text("house_name") == "Séverac"
    backend.close()
    found = run("find", "altieri", "--book", path)
    assert "Beatrice Altieri" in found.out
    window.demo_backend(path, clients=9).close()
    sentence = "demo.book holds a demo house already; it is opened as it stands.\n"
    assert capsys.readouterr() == ("", sentence)


def test_a_real_book_is_never_taken_for_a_demo(run: Run, tmp_path: Path) -> None:
    from tests.factories import a_house

    path = tmp_path / "house.book"
    opened = create_book(path, clock=SystemClock(), keys=KEYS)
    a_house(opened.store())
    opened.close()
    said = run("demo", "--headless", "--book", path)
    assert said == (
        1,
        "",
        f"house.book is no demo book; open it by: clienteling open --book {path}\n",
    )
    backend = open_backend(path, settings_file=tmp_path / "settings.toml", keys=KEYS)
    assert (backend.house() is not None, backend.me() is not None) == (True, True)
    backend.close()


def test_pictures_that_have_nowhere_to_go_are_a_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said = run("shots", tmp_path / "file" / "shots")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"The folder {tmp_path / 'file' / 'shots'} cannot be made")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_open_without_a_display_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    said = run("open")
    assert said == (1, "", "There is no display here; the other commands work without one.\n")
