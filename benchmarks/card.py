"""A client's card opened: card and first page of her story; beside the same screen by hand.

The client has 500 purchases and 200 notes. The limit is a hand-written first screen on the bare
driver (benchmarks/card_by_hand.py): the same facts, without objects. The peer loads her as most
programs with an object mapper do: everything she has, as objects.
"""

import json
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from benchmarks.card_by_hand import first_screen
from benchmarks.frame import Figure, Options, figure, race
from benchmarks.houses import copied, ensure, open_house_backend
from clienteling.bootstrap import Backend
from clienteling.domain.ids import Id, new_id_bytes
from clienteling.models.knowledge import Visibility
from clienteling.queries.client_card import ClientCard, client_card
from clienteling.queries.story import Moment, story
from clienteling.storage.bulk import BulkLoad

_PURCHASES, _NOTES, _REPEATS = 500, 200, 31
_LIMIT = "same screen by hand"


def run(options: Options) -> list[Figure]:
    """Measure the first screen in a copy of the demo house."""
    with tempfile.TemporaryDirectory(prefix="clienteling-bench-") as folder:
        backend = _house(options, folder)
        client_id = _busiest(backend)
        raw = backend.opened.book.connect()
        today = backend.clock.today()
        one = bytes.fromhex(client_id)
        runners: dict[str, Callable[[int], object]] = {
            "ours": lambda _: _first_screen(backend, client_id),
            _LIMIT: lambda _: first_screen(raw, one, today),
            "all as objects": lambda _: backend.ask(_as_objects, client_id=client_id),
        }
        _check(backend, client_id, first_screen(raw, one, today))
        for runner in runners.values():
            runner(0)
        took = race(runners, range(_REPEATS), 1)
        raw.close()
        backend.close()
    whole = figure(
        "first screen",
        took["ours"],
        limit=(_LIMIT, took[_LIMIT]),
        peers={"all as objects": took["all as objects"]},
        goal=1.3,
        note="names, counts, sums and moments equal those read by hand",
    )
    return [whole]


def ours(options: Options) -> None:
    """Do our part alone, for its memory."""
    with tempfile.TemporaryDirectory(prefix="clienteling-bench-") as folder:
        backend = _house(options, folder)
        for _ in range(_REPEATS):
            _first_screen(backend, _busiest(backend))
        backend.close()


def _house(options: Options, folder: str) -> Backend:
    backend = open_house_backend(copied(ensure(options.clients), Path(folder) / "house"))
    _enrich(backend, _busiest(backend))
    return backend


def _first_screen(backend: Backend, client_id: Id) -> tuple[ClientCard, tuple[Moment, ...]]:
    return backend.ask(_both, client_id=client_id, today=backend.clock.today())


def _both(session: Session, *, client_id: Id, today: Any) -> tuple[ClientCard, tuple[Moment, ...]]:
    card = client_card(session, client_id=client_id, today=today)
    return card, story(session, client_id=client_id, reader_id=None)


def _as_objects(session: Session, *, client_id: Id) -> int:
    """Load the client and all that hangs on her, one table after the other."""
    from clienteling import models  # noqa: F401 - every table is mapped
    from clienteling.models import client as c
    from clienteling.models import knowledge as k
    from clienteling.models.purchase import Purchase, PurchaseLine, Wish

    session.get_one(c.Client, client_id)
    count = 0
    for table in (
        c.ContactPoint, c.Address, c.Assignment, k.Preference, k.SizeProfile, k.KeyDate,
        k.ConsentEvent, k.Note, k.Interaction, Wish, Purchase,
    ):  # fmt: skip
        count += len(session.query(table).filter(table.client_id == client_id).all())
    lines = session.query(PurchaseLine).join(Purchase, Purchase.id == PurchaseLine.purchase_id)
    return count + len(lines.filter(Purchase.client_id == client_id).all())


def _busiest(backend: Backend) -> Id:
    found = backend.look(
        lambda raw: raw.execute(
            "SELECT client_id FROM client_metric ORDER BY orders DESC, client_id LIMIT 1"
        ).fetchone()[0]
    )
    return str(found.hex())


def _enrich(backend: Backend, client_id: Id) -> None:
    """Give a client the purchases and notes that a good client of many years has."""
    clock, one = backend.clock, bytes.fromhex(client_id)
    now = int(clock.now().timestamp() * 1000)
    load = BulkLoad(backend.opened.book, clock, why="A good client")
    with load.chunk() as raw:
        store = raw.execute("SELECT id FROM store ORDER BY code").fetchone()[0]
        variants = raw.execute(
            "SELECT product_id, id FROM variant ORDER BY id LIMIT 97"
        ).fetchall()
        purchases, lines, notes = [], [], []
        for place in range(_PURCHASES):
            day = clock.today() - timedelta(days=place * 7)
            purchase_id, at = new_id_bytes(clock), now - place * 7 * 86_400_000
            purchases.append(
                (purchase_id, one, store, f"B-{place}", at, day.isoformat(), "store", "EUR", 90000)
            )
            piece = variants[place % len(variants)]
            lines.append((new_id_bytes(clock), purchase_id, 0, *piece, "Coat", 1, 90000))
        for place in range(_NOTES):
            body = f"Looked at the camel coat again, the {place}th time."
            at = now - place * 11 * 86_400_000
            notes.append((new_id_bytes(clock), one, at, body, Visibility.HOUSE.value, 0))
        load.insert(
            "purchase",
            ("id", "client_id", "store_id", "receipt_no", "sold_at", "sold_on", "channel",
             "currency", "net_minor"),
            purchases,
        )  # fmt: skip
        load.insert(
            "purchase_line",
            ("id", "purchase_id", "position", "product_id", "variant_id", "words", "quantity",
             "net_minor"),
            lines,
        )  # fmt: skip
        load.insert("note", ("id", "client_id", "noted_at", "body", "visibility", "pinned"), notes)
        load.touch([one])
    load.finish()


def _check(backend: Backend, client_id: Id, by_hand: dict[str, Any]) -> None:
    card, moments = _first_screen(backend, client_id)
    assert card.figures is not None
    metric = by_hand["figures"]
    assert (card.figures.orders, card.figures.spend.minor) == (metric["orders"], metric["spend"])
    assert card.figures.orders >= _PURCHASES
    assert card.figures.months == tuple(json.loads(metric["months"]))
    for name in ("contacts", "addresses", "sizes", "wishes", "last_pieces", "flags", "dates"):
        ids = [getattr(fact, "line_id", None) or fact.id for fact in getattr(card, name)]
        assert sorted(ids) == sorted(row[0].hex() for row in by_hand[name]), name
    told = len(card.loves) + len(card.avoids) + len(card.allergies)
    assert told == len(by_hand["preferences"])
    assert [moment.id for moment in moments] == [row[0].hex() for row in by_hand["story"]]
