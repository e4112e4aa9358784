"""``open``, ``demo`` and ``shots``: the window, the demo house, and pictures of every screen."""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from clienteling.bootstrap import Backend, default_book, open_backend
from clienteling.cli.common import OK, BookOption, Line, say
from clienteling.storage.vault import DeviceKeys

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
    settings = None if book is None else book.with_suffix(".settings.toml")
    from clienteling.ui.app import run_book

    path = book or default_book()
    raise typer.Exit(
        run_book(path, lambda: open_backend(path, settings_file=settings, create=True))
    )


def demo(
    clients: Annotated[int, typer.Option(help="How many clients, beside the known ones.")] = 250,
    seed: Annotated[int, typer.Option(help="Another seed is another world.")] = 1,
    keep: Annotated[
        Path | None, typer.Option("--book", help="Keep the demo book here; else thrown away.")
    ] = None,
    headless: Annotated[
        bool, typer.Option("--headless", help="Do the main job without a window.")
    ] = False,
) -> None:
    """Open the program on a demo boutique: a throw-away book, seeded, no questions.

    Where there is no display it does the main job headless, into build/demo.

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
    clients: Annotated[int, typer.Option(help="How many demo clients.")] = 250,
) -> None:
    """Draw every screen of the demo house, light and dark, and the first page of a lookbook.

    Example: clienteling shots build/shots
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="clienteling-shots-") as temporary:
        backend = demo_backend(Path(temporary) / "demo.book", clients=clients)
        try:
            draw_shots(backend, folder)
        finally:
            backend.close()
    say(f"The pictures are in {folder}.")


def demo_backend(path: Path, *, clients: int, seed: int = 1) -> Backend:
    """Open a demo book, building the house in it where there is none yet."""
    from clienteling.demo.build import build_house
    from clienteling.demo.plan import HOUSE_NAME, demo_id

    backend = open_backend(
        path,
        keys=DeviceKeys(use_keyring=False),
        settings_file=path.with_suffix(".settings.toml"),
        create=True,
    )
    if backend.house() is None:
        opened = backend.opened
        build_house(
            opened.book,
            opened.pictures(),
            backend.clock,
            clients=clients,
            seed=seed,
            progress=Line(),
        )
        backend.settings.set("house_name", HOUSE_NAME)
        backend.settings.set("staff", demo_id("staff", "Camille"))
    return backend


def draw_shots(backend: Backend, folder: Path) -> None:
    """Draw the screens into a folder."""
    from clienteling.ui.shots import draw

    folder.mkdir(parents=True, exist_ok=True)
    draw(backend, folder)


def has_display() -> bool:
    """Say whether a window can be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _without_window(backend: Backend, *, stated: bool) -> None:
    from clienteling.cli.lookbooks import compose_lookbook
    from clienteling.queries.find import find
    from clienteling.queries.pieces import pieces

    if stated:
        say("There is no display here, so the main job is done without the window.")
    folder = HEADLESS_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    hit = backend.look(find, "altieri", limit=1)[0]
    say(f"Found for 'altieri': {hit.display}, {hit.city}.")
    me = backend.me()
    wished = backend.ask(
        pieces,
        client_id=hit.client_id,
        store_id=me.store.id if me else None,
        today=backend.clock.today(),
        wished=True,
    )
    lookbook_id = compose_lookbook(
        backend,
        hit.client_id,
        tuple(one.id for one in wished),
        title="For Ravello, in May",
        letter="Dear Signora Altieri, the evenings above the sea are cool in May.",
    )
    backend.issue_lookbook(lookbook_id, folder / "lookbook.pdf")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    draw_shots(backend, folder)
    say(f"Her lookbook is {folder / 'lookbook.pdf'}; pictures of the screens stand beside it.")
