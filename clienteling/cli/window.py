"""``open``, ``demo`` and ``shots``: the window, the demo house, and pictures of every screen."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from clienteling.bootstrap import Backend, DeviceKeys, default_book, open_backend
from clienteling.cli.common import OK, BookOption, Line, made_folder, say, settings_of
from clienteling.domain.errors import UserError
from clienteling.domain.memory import hold_collector
from clienteling.settings.display import has_display
from clienteling.settings.file import Settings
from clienteling.settings.paths import config_folder

HEADLESS_FOLDER = Path("build") / "demo"


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("open")(open_book)
    app.command("demo")(demo)
    app.command("shots")(shots)


def open_book(book: BookOption = None) -> None:
    """Open the book in the window; a first start makes it.

    Example: clienteling open --book house.book
    """
    if not has_display():
        say("There is no display here; the other commands work without one.")
        raise typer.Exit(1)
    hold_collector()
    from clienteling.ui.app import run_book

    path, file = book or default_book(), settings_of(book)
    raise typer.Exit(
        run_book(
            path,
            lambda: open_backend(path, settings_file=file, create=True),
            lambda: Settings(file or config_folder() / "settings.toml").text("language"),
        )
    )


def demo(
    clients: Annotated[
        int, typer.Option(min=0, help="How many clients, beside the known ones.")
    ] = 250,
    seed: Annotated[int, typer.Option(help="Another seed is another world.")] = 1,
    keep: Annotated[
        Path | None, typer.Option("--book", help="Keep the demo book here; else thrown away.")
    ] = None,
    headless: Annotated[
        bool, typer.Option("--headless", help="Do the main job without a window.")
    ] = False,
) -> None:
    """Open the program on a demo boutique: a throw-away book, seeded, no questions.

    Where there is no display it does the main job headless, into build/demo. The same number of
    clients and seed make the same house on the same day.

    Example: clienteling demo --clients 5000
    """
    folder = Path(tempfile.mkdtemp(prefix="clienteling-demo-"))
    path = keep or folder / "demo.book"
    backend = None
    try:
        backend = demo_backend(path, clients=clients, seed=seed)
        if headless or not has_display():
            _without_window(backend, stated=not headless)
            raise typer.Exit(OK)
        from clienteling.ui.app import run_window

        raise typer.Exit(run_window(backend))
    finally:
        if backend is not None:
            backend.close()
        shutil.rmtree(folder, ignore_errors=True)


def shots(
    folder: Annotated[Path, typer.Argument(help="Where the pictures go.")],
    clients: Annotated[int, typer.Option(min=0, help="How many demo clients.")] = 250,
    keep: Annotated[
        Path | None, typer.Option("--book", help="A demo book; one is made unless given.")
    ] = None,
) -> None:
    """Draw every screen of the demo house, light and dark, in both languages.

    Example: clienteling shots build/shots
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    made_folder(folder)
    with tempfile.TemporaryDirectory(prefix="clienteling-shots-") as temporary:
        backend = demo_backend(keep or Path(temporary) / "demo.book", clients=clients)
        try:
            draw_shots(backend, folder)
        finally:
            backend.close()
        draw_sync_shots(Path(temporary), folder)
    say(f"The pictures are in {folder}.")


def demo_backend(path: Path, *, clients: int, seed: int = 1) -> Backend:
    """Open a demo book, building the house in it where there is none yet.

    A house whose building was cut short is built anew: the mark beside the book tells of it.

    Raises:
        UserError: the book is a real one.
    """
    backend, mark = _opened(path), path.with_name(f"{path.name}.building")
    try:
        if mark.exists() and backend.house() is not None:
            backend = _begun_anew(backend)
        if backend.house() is None:
            mark.touch()
            _build(backend, clients, seed)
            mark.unlink()
        else:
            _refuse_real(backend)
            say(f"{path.name} holds a demo house already; it is opened as it stands.")
    except BaseException:
        backend.close()
        raise
    return backend


def _opened(path: Path) -> Backend:
    keys = DeviceKeys(use_keyring=False)
    backend = open_backend(path, keys=keys, settings_file=settings_of(path), create=True)
    # Its people are invented, so that its key stands in a file is nothing to warn of.
    backend.opened.notices = ()
    return backend


def _begun_anew(backend: Backend) -> Backend:
    """Take away the book of a house that was not finished, and open an empty one in its place."""
    _refuse_real(backend)
    path = backend.opened.book.path
    if backend.backups():
        raise UserError(
            f"The demo house in {path.name} was not finished, and the book was used since. "
            "Please name another file for the demo."
        )
    say(f"The demo house in {path.name} was not finished; it is built anew.")
    backend.close()
    for end in ("", "-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    return _opened(path)


def _refuse_real(backend: Backend) -> None:
    from clienteling.demo.plan import demo_id

    house, path = backend.house(), backend.opened.book.path
    if house is None or demo_id("store", "PAR1") not in {one.id for one in house.stores}:
        raise UserError(f"{path.name} is no demo book; open it by: clienteling open --book {path}")


def _build(backend: Backend, clients: int, seed: int) -> None:
    from clienteling.demo.build import build_house
    from clienteling.demo.plan import HOUSE_NAME, demo_id

    opened, clock = backend.opened, backend.clock
    build_house(opened.book, opened.pictures(), clock, clients=clients, seed=seed, progress=Line())
    backend.settings.set("house_name", HOUSE_NAME)
    backend.settings.set("staff", demo_id("staff", "Camille"))


def draw_shots(backend: Backend, folder: Path) -> None:
    """Draw the screens into a folder."""
    from clienteling.ui.shots import draw

    draw(backend, made_folder(folder))


def draw_sync_shots(temporary: Path, folder: Path) -> None:
    """Draw what people see of sync, with the few clients that the demo house knows best."""
    from clienteling.cli.apart import two_tills, write_apart
    from clienteling.ui.shots import draw, sync_shots

    path = temporary / "apart" / "demo.book"
    path.parent.mkdir()
    backend = demo_backend(path, clients=0)
    try:
        key = backend.opened.keys.book
        with two_tills(backend, path.parent, key, backend.clock) as apart:
            apart.share()
            write_apart(apart)
            draw(backend, made_folder(folder), sync_shots)
    finally:
        backend.close()


def _without_window(backend: Backend, *, stated: bool) -> None:
    from clienteling.demo.plan import demo_id
    from clienteling.queries.find import find
    from clienteling.queries.lookbooks import shelf

    if stated:
        say("There is no display here, so the main job is done without the window.")
    folder = made_folder(HEADLESS_FOLDER)
    hits = backend.look(find, "altieri", scope_adviser=demo_id("staff", "Camille"), limit=5)
    hit = next(one for one in hits if one.display == "Beatrice Altieri")
    say(f"Found for 'altieri': {hit.display}, {hit.city}.")
    composed = backend.ask(shelf, client_id=hit.client_id)
    backend.press.issue(composed[0].id, folder / "lookbook.pdf")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    draw_shots(backend, folder)
    say(f"Her lookbook is {folder / 'lookbook.pdf'}; pictures of the screens stand beside it.")
