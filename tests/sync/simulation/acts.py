"""What people do at a till: through the services, through undo, through a foreign tool."""

import random
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from clienteling.domain.errors import KnownError, UserError
from clienteling.domain.money import Money
from clienteling.models import Synced
from clienteling.models.client import Client, ContactKind, ContactPoint
from clienteling.models.knowledge import Note
from clienteling.models.purchase import Wish, WishStatus
from clienteling.services import clients, log, rows, wishes
from clienteling.storage.bulk import BulkLoad
from clienteling.storage.undo import undo_transaction
from clienteling.sync import cases
from clienteling.sync.wire import FITTED, SETTLED
from tests.factories import TODAY, SmallHouse
from tests.sync.simulation.history import Edit, History
from tests.sync.simulation.node import Node

Act = Callable[[Session, random.Random, SmallHouse, str], None]

_FIELDS = ("given_name", "remember", "language")


def _some(session: Session, rng: random.Random, kind: type[Synced]) -> Any:
    ids = session.scalars(select(kind.id).where(kind.deleted_at.is_(None)).order_by(kind.id)).all()
    if not ids:
        raise LookupError("nothing is left")
    return rng.choice(ids)


def _edit_client(session: Session, rng: random.Random, house: SmallHouse, word: str) -> None:
    client = _some(session, rng, Client)
    names = rng.sample(_FIELDS, rng.choice((1, 1, 2)))
    clients.edit_client(session, client_id=client, values=dict.fromkeys(names, word))


def _edit_contact(session: Session, rng: random.Random, house: SmallHouse, word: str) -> None:
    contact = clients.NewContact(ContactKind.EMAIL, f"{word}@example.org")
    clients.edit_contact(
        session, contact_id=_some(session, rng, ContactPoint), contact=contact, region="FR"
    )


def _write_note(session: Session, rng: random.Random, house: SmallHouse, word: str) -> None:
    client = _some(session, rng, Client)
    log.log_note(session, client_id=client, body=word, staff_id=house.camille)


def _edit_note(session: Session, rng: random.Random, house: SmallHouse, word: str) -> None:
    log.edit_note(session, note_id=_some(session, rng, Note), body=word)


def _take_note_away(session: Session, rng: random.Random, house: SmallHouse, word: str) -> None:
    log.remove_note(session, note_id=_some(session, rng, Note))


def _take_client_away(session: Session, rng: random.Random, house: SmallHouse, word: str) -> None:
    clients.remove_client(session, client_id=_some(session, rng, Client))


def _contact_no_more(session: Session, rng: random.Random, house: SmallHouse, word: str) -> None:
    client = rows.get(session, Client, _some(session, rng, Client))
    client.do_not_contact = not client.do_not_contact


def _change_their_mind(session: Session, rng: random.Random, house: SmallHouse, word: str) -> None:
    # Says no and yes again in one transaction of two flushes: a version without a new value.
    client = rows.get(session, Client, _some(session, rng, Client))
    client.do_not_contact = not client.do_not_contact
    session.flush()
    client.do_not_contact = not client.do_not_contact


def _move_wish(session: Session, rng: random.Random, house: SmallHouse, word: str) -> None:
    steps = (WishStatus.OFFERED, WishStatus.BOUGHT, WishStatus.DROPPED)
    wish = _some(session, rng, Wish)
    wishes.edit_wish(session, wish_id=wish, values={"status": rng.choice(steps)})


def _sell(session: Session, rng: random.Random, house: SmallHouse, word: str) -> None:
    log.log_purchase(
        session, client_id=_some(session, rng, Client), store_id=house.store,
        pieces=(log.SoldPiece(Money(420_000, "EUR"), variant_id=house.coat_40),),
        shares=(log.Share(house.camille, 100),), sold_at=session.info["moment"], sold_on=TODAY,
    )  # fmt: skip


def _new_client(session: Session, rng: random.Random, house: SmallHouse, word: str) -> None:
    clients.new_client(
        session, store_id=house.store, staff_id=house.camille, today=TODAY,
        values={"family_name": word},
        contacts=(clients.NewContact(ContactKind.EMAIL, f"{word}@example.org"),),
    )  # fmt: skip


def _foreign_delete(session: Session, rng: random.Random, house: SmallHouse, word: str) -> None:
    table = rng.choice(("note", "wish", "contact_point"))
    session.execute(
        text(f"DELETE FROM {table} WHERE id = (SELECT id FROM {table} ORDER BY id LIMIT 1)")
    )


def _foreign_poison(session: Session, rng: random.Random, house: SmallHouse, word: str) -> None:
    # With what it was written together, it is refused whole.
    if rng.random() < 0.5:
        _edit_client(session, rng, house, word)
    session.execute(
        text("UPDATE note SET visibility = :w WHERE id = (SELECT min(id) FROM note)"), {"w": word}
    )
    if rng.random() < 0.5:
        _write_note(session, rng, house, word)


ACTS: tuple[tuple[Act, int], ...] = (
    (_edit_client, 10), (_edit_contact, 4), (_write_note, 4), (_edit_note, 5),
    (_take_note_away, 2), (_take_client_away, 1), (_contact_no_more, 3),
    (_change_their_mind, 2), (_move_wish, 3), (_sell, 1), (_new_client, 2),
    (_foreign_delete, 2), (_foreign_poison, 1),
)  # fmt: skip


def act(node: Node, rng: random.Random, house: SmallHouse, word: str, history: History) -> None:
    """Let somebody do something at a till, and note what was written."""
    node.clock.advance(timedelta(milliseconds=rng.randrange(1, 90_000)))
    chosen = rng.choices([one for one, _ in ACTS], [weight for _, weight in ACTS])[0]
    if rng.random() < 0.06:
        _try(node, history, lambda: _bulk_load(node, rng, house, word))
    elif rng.random() < 0.06:
        _try(node, history, lambda: _undo(node, rng))
    else:
        _try(
            node,
            history,
            lambda: _write(node, house, lambda session: chosen(session, rng, house, word)),
        )
    turn_case(node, house, word, history)


def turn_case(node: Node, house: SmallHouse, word: str, history: History) -> None:
    """Let somebody settle a case, take one back, or leave them, at a till that knows of any."""
    # Dice of their own leave what else happens in a seed as it would be.
    dice = random.Random(f"{word} {len(history.edits)}")
    if dice.random() < 0.6:
        _try(node, history, lambda: _turn_case(node, dice, house))


def _try(node: Node, history: History, do: Callable[[], str | None]) -> None:
    try:
        tx = do()
    except (UserError, KnownError, KeyError, ValueError, TypeError, LookupError, IntegrityError):
        # What cannot be done at this moment is not done: a note of nobody, an undo too late.
        return
    if tx is not None:
        _note(node, history, history.note(node.till.connection, node.name, bytes.fromhex(tx)))


def _write(node: Node, house: SmallHouse, do: Callable[[Session], None]) -> str | None:
    with node.store.write(why="Act", who=house.camille) as session:
        do(session)
    committed = session.info["committed"]
    return None if committed is None else str(committed)


def _note(node: Node, history: History, edits: list[Edit]) -> None:
    node.known.update(edit.number for edit in edits)
    for edit in edits:
        history.seen[edit.number] = frozenset(node.known)


def _turn_case(node: Node, dice: random.Random, house: SmallHouse) -> str | None:
    """Settle a case, or take one back."""
    found = node.till.connection.execute(
        # Their ids are made of names that no seed decides.
        "SELECT lower(hex(id)), state FROM sync_conflict WHERE state < ?"
        " ORDER BY tbl, row_id, field, when_kept, when_other, kept, other, state",
        (FITTED,),
    ).fetchall()
    case_id, state = dice.choice(found)
    way = (
        partial(cases.reopen, case_id=case_id)
        if state == SETTLED
        else partial(cases.settle, case_id=case_id, take_other=dice.random() < 0.5)
    )
    return _write(node, house, way)


def _undo(node: Node, rng: random.Random) -> str | None:
    found = node.till.connection.execute(
        "SELECT DISTINCT l.tx FROM sync_log l JOIN sync_tx t ON t.tx = l.tx ORDER BY l.mid DESC LIMIT 3"
    ).fetchall()
    if not found:
        return None
    with node.store.write(why="Undone") as session:
        undo_transaction(session, rng.choice(found)[0].hex())
    committed = session.info["committed"]
    return None if committed is None else str(committed)


def _bulk_load(node: Node, rng: random.Random, house: SmallHouse, word: str) -> str:
    client = node.till.connection.execute("SELECT min(id) FROM client").fetchone()[0]
    if client is None:
        raise LookupError("nothing is left")
    load = BulkLoad(node.store.book, node.clock, why="File brought in")
    now = int(node.clock.now().timestamp() * 1000)
    for part in range(rng.choice((1, 2))):
        with load.chunk():
            load.insert(
                "note",
                ("id", "client_id", "noted_at", "body", "visibility", "pinned"),
                [
                    (rng.randbytes(16), client, now, f"{word}-{part}-{n}", "hq", 0)
                    for n in range(rng.randrange(1, 4))
                ],
            )
            load.touch([client])
    load.finish()
    return load.batch_id
