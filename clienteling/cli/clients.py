"""``find`` and ``show``: a client by any words, and her whole card."""

from typing import Annotated

import typer

from clienteling.cli.common import BookOption, JsonOption, answer, client_named, opened
from clienteling.domain.errors import NotFoundError


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("find")(find_clients)
    app.command("show")(show_client)


def find_clients(
    words: Annotated[list[str], typer.Argument(help="Any part of a name, phone, e-mail, card.")],
    book: BookOption = None,
    as_json: JsonOption = False,
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = 20,
) -> None:
    """Find clients by name in any script, phone, e-mail, card or receipt number.

    Example: clienteling find altie --json
    """
    from clienteling.queries.find import find

    with opened(book) as backend:
        hits = backend.look(find, " ".join(words), limit=limit)
    if as_json:
        answer(hits)
    else:
        for hit in hits:
            parts = (hit.display, hit.native or "", hit.city or "", hit.client_id)
            print("  ".join(part for part in parts if part))
    if not hits:
        raise NotFoundError(f"Nobody called {' '.join(words)} is in this book.")


def show_client(
    client: Annotated[str, typer.Argument(help="Words that mean one client, or her id.")],
    book: BookOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show the whole card of one client, with the last of her story but for private notes.

    Example: clienteling show "Beatrice Altieri" --json
    """
    from clienteling.queries.client_card import client_card
    from clienteling.queries.story import story

    with opened(book) as backend:
        client_id = client_named(backend, client)
        me = backend.me()
        card = backend.ask(
            client_card,
            client_id=client_id,
            today=backend.clock.today(me.store.time_zone if me else "UTC"),
            store_id=me.store.id if me else None,
        )
        moments = backend.ask(story, client_id=client_id, reader_id=None, limit=20)
    if as_json:
        answer({"card": card, "story": moments})
        return
    from clienteling.cli.card_words import card_words

    for title, words in card_words(card, moments):
        print(f"{title:<16}{words}")
