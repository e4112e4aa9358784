"""``lookbook``: a lookbook for a client, as PDF, without a window."""

from pathlib import Path
from typing import Annotated

import typer

from clienteling.bootstrap import Backend
from clienteling.cli.common import BookOption, client_named, opened, say
from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("lookbook")(make_lookbook)


def make_lookbook(
    client: Annotated[str, typer.Argument(help="Words that mean one client, or her id.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Where the PDF goes.")],
    book: BookOption = None,
    pieces: Annotated[
        list[str] | None, typer.Option("--pieces", help="Style numbers, in order.")
    ] = None,
    from_wishes: Annotated[
        bool, typer.Option("--from-wishes", help="The pieces of her wish list.")
    ] = False,
    title: Annotated[str, typer.Option(help="Its title.")] = "",
    letter: Annotated[str, typer.Option(help="The adviser's words.")] = "",
    language: Annotated[str, typer.Option(help="Language of the words on the page.")] = "en",
    prices: Annotated[bool, typer.Option("--prices", help="Show prices.")] = False,
    page_size: Annotated[str, typer.Option(help="A4, A5 or Letter.")] = "A4",
) -> None:
    """Make a lookbook for a client and write it as PDF; it stays on the shelf.

    Example: clienteling lookbook "Beatrice Altieri" --from-wishes -o altieri.pdf
    """
    with opened(book, alone=True) as backend:
        client_id = client_named(backend, client)
        chosen = _chosen(backend, client_id, tuple(pieces or ()), from_wishes=from_wishes)
        lookbook_id = compose_lookbook(
            backend,
            client_id,
            chosen,
            title=title,
            letter=letter,
            language=language,
            prices=prices,
            page_size=page_size,
        )
        backend.issue_lookbook(lookbook_id, out)
    say(f"The lookbook is in {out}.")


def compose_lookbook(
    backend: Backend,
    client_id: Id,
    pieces: tuple[Id, ...],
    *,
    title: str = "",
    letter: str = "",
    language: str = "en",
    prices: bool = False,
    page_size: str = "A4",
) -> Id:
    """Put a lookbook of pieces on the shelf, four to a page; return its id."""
    from clienteling.services import lookbooks as services

    me = backend.me()
    made = backend.do(
        services.new_lookbook,
        "Lookbook begun",
        client_id=client_id,
        staff_id=me.staff.id if me else None,
        title=title or "A few pieces for you",
        language=language,
        page_size=page_size,
        letter=letter,
    )
    lookbook_id: Id = made.value
    backend.do(
        services.fill_lookbook,
        "Pieces placed",
        lookbook_id=lookbook_id,
        pieces=pieces,
        prices=prices,
    )
    return lookbook_id


def _chosen(
    backend: Backend, client_id: Id, styles: tuple[str, ...], *, from_wishes: bool
) -> tuple[Id, ...]:
    from clienteling.queries.pieces import pieces

    me = backend.me()
    rows = backend.ask(
        pieces,
        client_id=client_id,
        store_id=me.store.id if me else None,
        today=backend.clock.today(),
        wished=from_wishes and not styles,
    )
    by_style = {row.style_no.casefold(): row.id for row in rows}
    missing = [style for style in styles if style.casefold() not in by_style]
    if missing:
        raise UserError(f"No piece has the style number {', '.join(missing)}.")
    if styles:
        return tuple(by_style[style.casefold()] for style in styles)
    if not from_wishes:
        raise UserError("Please say which pieces: --pieces with style numbers, or --from-wishes.")
    if not rows:
        raise UserError("Nothing the house has is on her wish list; choose pieces with --pieces.")
    return tuple(row.id for row in rows)
