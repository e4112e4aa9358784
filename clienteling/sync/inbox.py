"""Laying news on the book: one page in one transaction, parents first, own pending edits on top.

A row whose parent is not here, or that this program cannot hold, waits in ``sync_hold`` while the
rest flows. News that would remove or empty more of a table than is usual stops and asks.

It is long because a page is laid in one piece, by one object that knows all of it.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlcipher3 import dbapi2

from clienteling.sync import casts
from clienteling.sync.brake import Brake
from clienteling.sync.codec import decode, encode
from clienteling.sync.erase import erase_here
from clienteling.sync.new_rows import lay_new
from clienteling.sync.pending import Pending, touch
from clienteling.sync.registry import Kind, children_of, kinds
from clienteling.sync.scopes import row_values
from clienteling.sync.till import Till, hand_back_erasure, unread_rows
from clienteling.sync.wire import CASES, ERASED, GONE, LIVE, Cursor, Row


def take_page(
    till: Till, scope: str, rows: Iterable[Row], cursor: Cursor | None, brake: Brake
) -> frozenset[str]:
    """Lay rows on the book and move the cursor, together.

    Args:
        till: The book.
        scope: Whose rows they are.
        rows: The news.
        cursor: How far the scope is read with them; None leaves it where it is.
        brake: What was removed in this sync so far.

    Returns:
        The tables that changed.

    Raises:
        MassChangeError: see there.
    """
    before = dict(brake.counts)
    try:
        with till.write(arriving=True) as connection:
            page = _Page(connection, scope, brake)
            page.lay([*_held(connection, scope), *rows])
            till.at("between rows and cursor")
            if cursor is not None:
                connection.execute(
                    "UPDATE sync_cursor SET seq = ?, mark_seq = ?, mark = ? WHERE scope = ?",
                    (cursor.seq, cursor.mark_seq, bytes.fromhex(cursor.mark), scope),
                )
    except BaseException:
        brake.counts = before
        raise
    return frozenset(page.tables)


def retry_held(till: Till, brake: Brake) -> frozenset[str]:
    """Lay held rows whose parents have come meanwhile, in whatever scope; return the tables."""
    scopes = till.connection.execute("SELECT DISTINCT scope FROM sync_hold").fetchall()
    changed: set[str] = set()
    for (scope,) in scopes:
        changed |= take_page(till, scope, (), None, brake)
    return frozenset(changed)


def drop_unread(till: Till, scope: str) -> int:
    """Remove what a snapshot taken after a long absence no longer holds; return how much."""
    with till.write(arriving=True) as connection:
        page = _Page(connection, scope, Brake(is_released=True))
        rows = [
            Row(0, table, row_id.hex(), GONE, {}, 0, None)
            for table, row_id in unread_rows(connection, scope)
        ]
        page.lay(rows)
        connection.execute(
            "DELETE FROM sync_hold WHERE scope = ? AND json_extract(row, '$.seq') = 0", (scope,)
        )
        connection.execute("UPDATE sync_cursor SET state = '' WHERE scope = ?", (scope,))
    return len(rows)


def _held(connection: dbapi2.Connection, scope: str) -> list[Row]:
    found = connection.execute("SELECT row FROM sync_hold WHERE scope = ?", (scope,)).fetchall()
    held = (decode(Row, json.loads(one)) for (one,) in found)
    return [row for row in held if isinstance(row, Row)]


class _Page:
    """One page while it is laid on the book."""

    def __init__(self, connection: dbapi2.Connection, scope: str, brake: Brake) -> None:
        self._connection = connection
        self._scope = scope
        self._brake = brake
        self._spoken = casts.spoken(connection)
        self.tables: set[str] = set()

    def lay(self, rows: Sequence[Row]) -> None:
        """Lay rows on the book, whatever their order."""
        newest: dict[tuple[str, str], Row] = {}
        for row in rows:
            known = newest.get((row.table, row.row_id))
            if known is None or known.seq <= row.seq:
                newest[row.table, row.row_id] = row
        rest, laid = lay_new(self._connection, self._scope, list(newest.values()))
        self.tables |= laid
        fit = self._fit(rest)
        for row in sorted((r for r in fit if r.state == LIVE), key=_place):
            self._put(row)
        for row in sorted((r for r in fit if r.state == ERASED), key=_place, reverse=True):
            self._erase(row)
        for row in sorted((r for r in fit if r.state == GONE), key=_place, reverse=True):
            self._remove(row)

    def _fit(self, rows: Iterable[Row]) -> list[Row]:
        """Return the rows that can be laid; hold those that cannot."""
        fit: dict[tuple[str, str], Row] = {}
        for row in rows:
            if row.state == LIVE and self._is_passed_over(row):
                continue
            why = self._fault(row)
            if why is None:
                fit[row.table, row.row_id] = row
            else:
                self._hold(row, why)
        while True:
            orphans = [r for r in fit.values() if r.state == LIVE and self._misses_parent(r, fit)]
            if not orphans:
                return list(fit.values())
            for row in orphans:
                del fit[row.table, row.row_id]
                self._hold(row, "waits for the row it hangs on")

    def _is_passed_over(self, row: Row) -> bool:
        """Say whether a row stays as it is here: erased, or made or removed and not sent yet."""
        if row.table not in kinds():
            return False
        row_id = bytes.fromhex(row.row_id)
        if self._was_erased(row.table, row_id):
            # Head office, or whoever tells it, has forgotten.
            hand_back_erasure(self._connection, row.table, row_id)
            return True
        return Pending.of(self._connection, row.table, row_id).is_whole

    def _fault(self, row: Row) -> str | None:
        if row.table == CASES:
            return None
        kind = kinds().get(row.table)
        if kind is None:
            return "is of a newer program"
        known = {name: value for name, value in row.body.items() if name in kind.fields}
        return kind.fault_of(known, whole=True) if row.state == LIVE else None

    def _misses_parent(self, row: Row, fit: Mapping[tuple[str, str], Row]) -> bool:
        if row.table == CASES:
            return False
        for parent in kinds()[row.table].parents:
            value = row.body.get(parent.name)
            if value is None or parent.parent is None:
                continue
            coming = fit.get((parent.parent, str(value)))
            if coming is not None and coming.state == LIVE:
                continue
            if not self._is_here(parent.parent, bytes.fromhex(str(value))):
                return True
        return False

    def _is_here(self, table: str, row_id: bytes) -> bool:
        sql = f"SELECT 1 FROM {table} WHERE id = ?"  # noqa: S608 - names of mapped tables
        return self._connection.execute(sql, (row_id,)).fetchone() is not None

    def _hold(self, row: Row, why: str) -> None:
        self._connection.execute(
            "INSERT INTO sync_hold (tbl, row_id, scope, row, why) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (tbl, row_id) DO UPDATE SET scope = excluded.scope, row = excluded.row,"
            " why = excluded.why",
            (
                row.table,
                bytes.fromhex(row.row_id),
                self._scope,
                json.dumps(encode(row)),
                why,
            ),
        )
        if row.table not in kinds() or not self._is_here(row.table, bytes.fromhex(row.row_id)):
            # What is here is older: whoever edits it has not seen what is held back.
            self._note_version(row)

    def _let_go(self, row: Row) -> None:
        self._connection.execute(
            "DELETE FROM sync_hold WHERE tbl = ? AND row_id = ?",
            (row.table, bytes.fromhex(row.row_id)),
        )

    def _note_version(self, row: Row) -> None:
        self._connection.execute(
            "INSERT INTO sync_row (tbl, row_id, scope, seq) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (tbl, row_id) DO UPDATE SET scope = excluded.scope, seq = excluded.seq",
            (row.table, bytes.fromhex(row.row_id), self._scope, row.seq),
        )

    def _put(self, row: Row) -> None:
        self._let_go(row)
        if row.table == CASES:
            self._put_case(row)
            return
        kind, row_id = kinds()[row.table], bytes.fromhex(row.row_id)
        pending = Pending.of(self._connection, row.table, row_id)
        own = {unit for name in pending.fields for unit in kind.unit(name)}
        unsaid = self._unsaid(kind, row)
        values = {
            f.name: _stored(row.body.get(f.name), is_id=f.is_id)
            for f in kind.fields.values()
            if f.name not in own and f.name not in unsaid
        }
        if not own:
            values |= {"updated_at": row.at, "updated_by": _stored(row.by, is_id=True)}
        try:
            self._write(kind, row_id, values, row)
        except dbapi2.IntegrityError as error:
            self._hold(row, f"cannot be stored: {error}")
            return
        if not own:
            # While an own edit hides what arrives, its author has not seen it.
            self._note_version(row)

    def _unsaid(self, kind: Kind, row: Row) -> frozenset[str]:
        """Return the fields that stay as they are here: head office does not know them yet."""
        if self._spoken >= casts.SCHEMA:
            return frozenset()
        here = row_values(self._connection, kind.table, row.row_id)
        return casts.unsaid(kind.table, self._spoken, here, row.body) if here else frozenset()

    def _write(self, kind: Kind, row_id: bytes, values: dict[str, Any], row: Row) -> None:
        names = list(values)
        here = self._connection.execute(
            f"SELECT {', '.join(names)} FROM {kind.table} WHERE id = ?",  # noqa: S608 - names of mapped tables and columns
            (row_id,),
        ).fetchone()
        if here is None:
            full = {"updated_at": row.at, **values, "id": row_id}
            marks = ", ".join("?" * len(full))
            self._connection.execute(
                f"INSERT INTO {kind.table} ({', '.join(full)}) VALUES ({marks})",  # noqa: S608 - names of mapped tables and columns
                tuple(full.values()),
            )
        else:
            changed = {
                n: v for n, v, old in zip(names, values.values(), here, strict=True) if v != old
            }
            if not changed:
                return
            if any(
                old is not None and values[name] is None
                for name, old in zip(names, here, strict=True)
            ) or (changed.get("deleted_at") is not None):
                self._brake.note(self._connection, kind.table)
            self._touch(kind, row_id)
            sets = ", ".join(f"{name} = ?" for name in changed)
            self._connection.execute(
                f"UPDATE {kind.table} SET {sets} WHERE id = ?",  # noqa: S608 - names of mapped tables and columns
                (*changed.values(), row_id),
            )
        self.tables.add(kind.table)
        self._touch(kind, row_id)

    def _put_case(self, row: Row) -> None:
        body = row.body
        pending = Pending.of(self._connection, CASES, bytes.fromhex(row.row_id))
        self._connection.execute(
            "INSERT INTO sync_conflict (id, scope, tbl, row_id, field, kept, other,"
            " who_kept, who_other, when_kept, when_other, state)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            # A restored head office may judge the same edit anew.
            " ON CONFLICT (id) DO UPDATE SET scope = excluded.scope, tbl = excluded.tbl,"
            " row_id = excluded.row_id, field = excluded.field, kept = excluded.kept,"
            " other = excluded.other, who_kept = excluded.who_kept,"
            " who_other = excluded.who_other, when_kept = excluded.when_kept,"
            " when_other = excluded.when_other,"
            # What a person here has just made of it is on its way.
            " state = iif(?, state, excluded.state)",
            (
                bytes.fromhex(row.row_id),
                self._scope,
                body.get("tbl"),
                bytes.fromhex(str(body.get("row_id"))),
                body.get("field", ""),
                *(body.get(name) for name in ("kept", "other", "who_kept", "who_other")),
                *(body.get(name) for name in ("when_kept", "when_other", "state")),
                "state" in pending.fields,
            ),
        )
        self._note_version(row)
        self.tables.add(CASES)

    def _remove(self, row: Row) -> None:
        row_id = bytes.fromhex(row.row_id)
        if row.table == CASES:
            self._connection.execute("DELETE FROM sync_conflict WHERE id = ?", (row_id,))
            return
        if row.table not in kinds():
            return
        if not self._is_here(row.table, row_id):
            self._let_go(row)
            self._note_version(row)
            return
        pending = Pending.of(self._connection, row.table, row_id)
        if pending.is_whole or pending.fields:
            # The own edit will bring it back; head office says so when it has it.
            self._let_go(row)
            return
        if self._has_children(row.table, row_id):
            self._hold(row, "something still hangs on it")
            return
        self._let_go(row)
        self._brake.note(self._connection, row.table)
        self._touch(kinds()[row.table], row_id)
        self._connection.execute(f"DELETE FROM {row.table} WHERE id = ?", (row_id,))  # noqa: S608 - names of mapped tables
        self.tables.add(row.table)
        self._note_version(row)

    def _has_children(self, table: str, row_id: bytes) -> bool:
        return any(
            self._connection.execute(
                f"SELECT 1 FROM {kind.table} WHERE {parent.name} = ? AND id <> ? LIMIT 1",  # noqa: S608 - names of mapped tables and columns
                (row_id, row_id),
            ).fetchone()
            for kind, parent in children_of(table)
        )

    def _erase(self, row: Row) -> None:
        self._let_go(row)
        row_id = bytes.fromhex(row.row_id)
        if row.table == CASES:
            self._connection.execute("DELETE FROM sync_conflict WHERE id = ?", (row_id,))
        elif row.table in kinds():
            self.tables |= erase_here(self._connection, row.table, row_id)
            self._connection.execute(
                "INSERT INTO sync_erased (tbl, row_id, scope, proof) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (tbl, row_id) DO UPDATE SET proof = excluded.proof",
                (row.table, row_id, self._scope, row.proof),
            )
        self._note_version(row)

    def _was_erased(self, table: str, row_id: bytes) -> bool:
        return (
            self._connection.execute(
                "SELECT 1 FROM sync_erased WHERE tbl = ? AND row_id = ?", (table, row_id)
            ).fetchone()
            is not None
        )

    def _touch(self, kind: Kind, row_id: bytes) -> None:
        touch(self._connection, kind, row_id)


def _place(row: Row) -> tuple[int, int]:
    kind = kinds().get(row.table)
    return (1_000 if kind is None else kind.place, row.seq)


def _stored(value: Any, *, is_id: bool) -> Any:
    return bytes.fromhex(value) if is_id and value is not None else value
