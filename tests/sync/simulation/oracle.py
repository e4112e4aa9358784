"""What must hold when everything is at rest; knows the tables, not how sync works.

It is long because every promise is asked for by itself.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlcipher3 import dbapi2

from clienteling.models import SYNCED
from clienteling.sync.registry import kinds
from tests.sync.simulation.history import EXISTS, Edit, History
from tests.sync.simulation.needless import needless

Book = dict[tuple[str, str], dict[str, Any]]
Cases = dict[tuple[str, str], list[dict[str, Any]]]


@cache
def _columns(table: str) -> tuple[str, ...]:
    mapped = next(one for one in SYNCED if one.__tablename__ == table)  # type: ignore[attr-defined]
    return tuple(column.name for column in mapped.__table__.columns)  # type: ignore[attr-defined]


def book_of(connection: dbapi2.Connection) -> Book:
    """Return every synced row of a book, with its stamps."""
    book: Book = {}
    for table in kinds():
        names = _columns(table)
        for row in connection.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall():
            plain = [one.hex() if isinstance(one, bytes) else one for one in row]
            values = dict(zip(names, plain, strict=True))
            book[table, values["id"]] = values
    return book


def cases_of(connection: dbapi2.Connection) -> Cases:
    """Return every case of a book by the row it is about."""
    cases: Cases = {}
    names = (
        "id, tbl, row_id, field, kept, other, who_kept, who_other, when_kept, when_other, state"
    )
    for row in connection.execute(f"SELECT {names} FROM sync_conflict ORDER BY id").fetchall():
        plain = [one.hex() if isinstance(one, bytes) else one for one in row]
        one = dict(zip(names.split(", "), plain, strict=True))
        cases.setdefault((one["tbl"], one["row_id"]), []).append(one)
    return cases


def alive_names(office: dbapi2.Connection, books: Iterable[dbapi2.Connection]) -> set[str]:
    """Return the names of all mutations that some memory still holds."""
    from clienteling.storage.capture import BATCH
    from clienteling.sync.outbox import batch_name

    names = {row[0] for row in office.execute("SELECT muid FROM sync_applied").fetchall()}
    for book in books:
        names |= {row[0].hex() for row in book.execute("SELECT muid FROM sync_log").fetchall()}
        loads = book.execute("SELECT muid, tbl, tx FROM sync_log WHERE op = ?", (BATCH,))
        for muid, table, tx in loads.fetchall():
            rows = book.execute(f"SELECT id FROM {table} WHERE batch_id = ?", (tx,)).fetchall()
            names |= {batch_name(muid, row[0]) for row in rows}
    return names


def erased_everywhere(connections: list[dbapi2.Connection]) -> set[str]:
    """Return the clients whose erasure some memory still holds."""
    office, *books = connections
    found = {
        row[0]
        for row in office.execute(
            "SELECT row_id FROM sync_feed WHERE state = 3 AND tbl = 'client'"
        ).fetchall()
    }
    for book in books:
        sql = "SELECT row_id FROM sync_erased WHERE tbl = 'client'"
        found |= {row[0].hex() for row in book.execute(sql).fetchall()}
    return found


def faults_of(
    office: dbapi2.Connection,
    books: Mapping[str, dbapi2.Connection],
    known: Mapping[str, set[int]],
    history: History,
) -> list[str]:
    """Return everything that is wrong."""
    contents = {name: book_of(connection) for name, connection in books.items()}
    # What head office could not take is in its author's book only, and said so there.
    refused = _refused(books)
    for book in contents.values():
        for key in refused:
            book.pop(key, None)
    cases = {name: cases_of(connection) for name, connection in books.items()}
    faults = _differences(contents) + _differences(cases)
    for name, connection in books.items():
        held = connection.execute("SELECT tbl, hex(row_id), why FROM sync_hold").fetchall()
        faults += [
            f"{name} still holds back {one}"
            for one in held
            if one[1].lower() not in history.strange
        ]
    rejected = {row[0] for row in office.execute("SELECT muid FROM sync_rejected").fetchall()}
    for name, connection in books.items():
        sql = "SELECT muid FROM sync_log WHERE state = 2"
        rejected |= {row[0].hex() for row in connection.execute(sql).fetchall()}
        del name
    first = next(iter(contents))
    judge = _Judge(contents[first], cases[first], history, rejected, refused)
    for edit in history.edits:
        fault = judge.fault(edit)
        if fault is not None:
            faults.append(fault)
    faults += judge.careless(known)
    if not history.was_set_back:
        faults += needless(cases[first], history.edits)
    faults += _survivors(office, books, history.erased)
    faults += _torn(books, rejected)
    faults += _strange(office, books, history.strange - history.faded)
    return faults


def _torn(books: Mapping[str, dbapi2.Connection], rejected: set[str]) -> list[str]:
    """Say which transactions were refused in part."""
    faults = []
    for name, book in books.items():
        groups: dict[str, set[bool]] = {}
        found = book.execute("SELECT hex(tx), muid FROM sync_log WHERE op <> 4").fetchall()
        for tx, muid in found:
            groups.setdefault(tx, set()).add(muid.hex() in rejected)
        faults += [
            f"{name}: {tx} was refused in part" for tx, how in groups.items() if len(how) > 1
        ]
    return faults


def _strange(
    office: dbapi2.Connection, books: Mapping[str, dbapi2.Connection], strange: set[str]
) -> list[str]:
    """Say where a newer program's row is neither held back nor here, or lost its own field."""
    faults = []
    for row_id in strange:
        found = office.execute(
            "SELECT tbl, body FROM sync_feed WHERE row_id = ? AND state = 0 AND tbl <> ?",
            (row_id, "sync_conflict"),
        ).fetchall()
        for table, body in found:
            values = json.loads(body)
            is_known = table == "note" and values["visibility"] != "moonlit"
            if is_known and values.get("scented") != 1:
                faults.append(f"a field of a newer program was lost: {row_id}")
            where = "note WHERE id" if is_known else "sync_hold WHERE row_id"
            for name, book in books.items():
                key = (bytes.fromhex(row_id),)
                if not book.execute(f"SELECT 1 FROM {where} = ?", key).fetchone():
                    faults.append(f"{name} has lost a newer program's {table} {row_id}")
    return faults


def _refused(books: Mapping[str, dbapi2.Connection]) -> set[tuple[str, str]]:
    return {
        (table, row_id.hex())
        for connection in books.values()
        for table, row_id in connection.execute(
            "SELECT tbl, row_id FROM sync_row WHERE seq < 0"
        ).fetchall()
    }


def _differences(all_of: Mapping[str, Mapping[Any, Any]]) -> list[str]:
    (first, one), *others = all_of.items()
    return [
        f"{first} and {name} differ in {key}: {one.get(key)} / {other.get(key)}"
        for name, other in others
        for key in sorted({*one, *other})
        if one.get(key) != other.get(key)
    ]


class _Judge:
    """Asks of each edit where it is now."""

    def __init__(
        self,
        book: Book,
        cases: Cases,
        history: History,
        rejected: set[str],
        refused: set[tuple[str, str]],
    ) -> None:
        self._refused = refused
        self._book = book
        self._cases = cases
        self._history = history
        self._rejected = rejected
        self._later: dict[tuple[str, str, str], list[Edit]] = {}
        for edit in history.edits:
            self._later.setdefault((edit.table, edit.row_id, edit.name), []).append(edit)

    def fault(self, edit: Edit) -> str | None:
        """Say that an edit is lost; None where it is accounted for."""
        if edit.muid in self._history.forgotten or edit.muid in self._rejected:
            return None
        if self._is_erased(edit) or (edit.table, edit.row_id) in self._refused:
            return None
        if self._takes_back_what_was_refused(edit):
            return None
        row = self._book.get((edit.table, edit.row_id))
        told = self._cases.get((edit.table, edit.row_id), [])
        if edit.name == EXISTS:
            return None if self._existence(edit, row, told) else f"lost: {edit}"
        if row is None:
            return None if told or self._left_knowingly(edit) else f"lost with its row: {edit}"
        here = row[edit.name] == edit.new
        if edit.name == "deleted_at" and None not in {edit.new, row["deleted_at"]}:
            here = True
        if edit.name == "deleted_at" and edit.new is not None:
            # Two removals are one: the case names the first.
            here = here or any(case["field"] == "deleted_at" for case in told)
        beside = any(
            edit.name in side and side[edit.name] == edit.new
            for case in told
            for side in (json.loads(case["kept"]), json.loads(case["other"]))
        )
        if beside:
            return None
        if self._seen_by_another(edit):
            return None
        if edit.name != "deleted_at" and row["deleted_at"] is not None:
            removed = any(case["field"] == "deleted_at" for case in told)
            if not removed and not self._left_knowingly(edit):
                return f"hidden by a removal that had not seen it: {edit}"
        if here:
            return None
        return f"lost: {edit}, is {row[edit.name]!r}, cases {told}"

    def _takes_back_what_was_refused(self, edit: Edit) -> bool:
        others = self._later[edit.table, edit.row_id, edit.name]
        return any(
            (one.old, one.new) == (edit.new, edit.old) and one.muid in self._rejected
            for one in others
        )

    def _left_knowingly(self, edit: Edit) -> bool:
        """Say whether who removed the row may have seen the edit, or its author the removal."""
        # What another wrote likewise is the same, and was seen with it.
        likewise = {
            one.number
            for one in self._later[edit.table, edit.row_id, edit.name]
            if one.new == edit.new
        }
        key, seen = (edit.table, edit.row_id), self._history.seen
        removals = [
            *(one for one in self._later.get((*key, EXISTS), []) if one.new is False),
            *(one for one in self._later.get((*key, "deleted_at"), []) if one.new is not None),
        ]
        return any(
            likewise & seen.get(one.number, frozenset())
            or one.number in seen.get(edit.number, frozenset())
            for one in removals
        )

    def _seen_by_another(self, edit: Edit) -> bool:
        others = self._later[edit.table, edit.row_id, edit.name]
        return any(one.old == edit.new and one is not edit for one in others)

    def _existence(self, edit: Edit, row: Any, told: list[dict[str, Any]]) -> bool:
        if edit.new is True:
            return row is not None or self._was_removed(edit)
        return row is None or bool(told) or self._was_made(edit)

    def _was_removed(self, edit: Edit) -> bool:
        others = self._later.get((edit.table, edit.row_id, EXISTS), [])
        return any(one.new is False for one in others)

    def _was_made(self, edit: Edit) -> bool:
        others = self._later.get((edit.table, edit.row_id, EXISTS), [])
        return any(one.new is True and one.number > edit.number for one in others)

    def _is_erased(self, edit: Edit) -> bool:
        return self._history.has_erased and (edit.table, edit.row_id) not in self._book

    def careless(self, known: Mapping[str, set[int]]) -> list[str]:
        """Return refusals of contact that gave way to somebody who cannot have known of them."""
        del known
        faults = []
        for (table, row_id, name), edits in self._later.items():
            row = self._book.get((table, row_id))
            if name != "do_not_contact" or row is None or row[name] == 1:
                continue
            told = [case for case in self._cases.get((table, row_id), []) if case["field"] == name]
            for edit in edits:
                if edit.new != 1 or edit.muid in self._history.forgotten | self._rejected:
                    continue
                if not told and not self._was_withdrawn(edit, edits):
                    faults.append(f"a refusal gave way unseen: {edit}")
        return faults

    def _was_withdrawn(self, refusal: Edit, edits: list[Edit]) -> bool:
        seen = self._history.seen
        return any(one.new == 0 and refusal.number in seen.get(one.number, ()) for one in edits)


def _survivors(
    office: dbapi2.Connection, books: Mapping[str, dbapi2.Connection], erased: set[str]
) -> list[str]:
    faults = []
    for client in erased:
        like = f"%{client}%"
        left = office.execute(
            "SELECT tbl, row_id, state, body FROM sync_feed WHERE body LIKE ?"
            " OR (row_id = ? AND state <> 3)", (like, client)
        ).fetchall()  # fmt: skip
        faults += [f"head office still has of the erased: {one}" for one in left]
        for name, book in books.items():
            for table, row in book_of(book).items():
                if client in row.values():
                    faults.append(f"{name} still has of the erased: {table}")
            spoken = book.execute(
                "SELECT tbl, body FROM sync_log WHERE tbl = 'client' AND row_id = ? AND body IS NOT NULL AND op <> 5",
                (bytes.fromhex(client),),
            ).fetchall()
            faults += [f"{name}'s log still speaks of the erased: {one}" for one in spoken]
    return faults
