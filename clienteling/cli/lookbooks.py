"""``lookbook``: a lookbook for a client, as PDF, without a window."""

from pathlib import Path
from typing import Annotated

import typer

from clienteling.bootstrap import Backend
from clienteling.cli.common import BookOption, client_named, opened, say
from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.reports.lookbook import Language
from clienteling.reports.page import PageSize

#: Of a lookbook that is given no title of its own.
_TITLES = {
    "en": "A few pieces for you",
    "fr": "Quelques pièces pour vous",
    "it": "Alcuni capi per Lei",
    "zh-Hans": "为您挑选的单品",
    "zh-Hant": "為您挑選的單品",
    "ja": "あなたのための品々",
}


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
    language: Annotated[
        Language | None,
        typer.Option(help="Of the words on the page; the client's own unless given."),
    ] = None,
    prices: Annotated[bool, typer.Option("--prices", help="Show prices.")] = False,
    page_size: Annotated[
        PageSize, typer.Option(case_sensitive=False, help="Of the paper.")
    ] = PageSize.A4,
) -> None:
    """Make a lookbook for a client and write it as PDF; it stays on the shelf.

    Example: clienteling lookbook "Beatrice Altieri" --from-wishes -o altieri.pdf
    """
    with opened(book, alone=True) as backend:
        client_id = client_named(backend, client)
        chosen = _chosen(backend, client_id, tuple(pieces or ()), from_wishes=from_wishes)
        spoken = language.value if language else _spoken(backend, client_id)
        lookbook_id = _composed(
            backend,
            client_id,
            chosen,
            title=title or _TITLES[spoken],
            letter=letter,
            language=spoken,
            prices=prices,
            page_size=page_size.value,
        )
        backend.press.issue(lookbook_id, out)
    say(f"The lookbook is in {out}.")


def _composed(
    backend: Backend, client_id: Id, chosen: tuple[Id, ...], *, prices: bool, **words: str
) -> Id:
    """Put a lookbook of pieces on the shelf; return its id."""
    from clienteling.services.lookbooks import fill_lookbook, new_lookbook

    me = backend.me()
    made: Id = backend.do(
        new_lookbook,
        "Lookbook begun",
        client_id=client_id,
        staff_id=me.staff.id if me else None,
        title=words["title"],
        language=words["language"],
        page_size=words["page_size"],
        letter=words["letter"],
    ).value
    backend.do(fill_lookbook, "Pieces placed", lookbook_id=made, pieces=chosen, prices=prices)
    return made


def _spoken(backend: Backend, client_id: Id) -> str:
    """Return the client's own language where a lookbook can be written in it, else English."""
    from clienteling.queries.people import people

    person = backend.ask(people, [client_id])[client_id]
    known = {one.value: one.value for one in Language}
    return known.get(person.language or "", Language.ENGLISH.value)


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
