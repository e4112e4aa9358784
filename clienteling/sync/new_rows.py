"""Rows that are plainly new here, laid on the book many at a time.

A first sync brings nearly nothing else. What is here already, what this till has a word of its own
about, what hangs on nothing or cannot be stored is given back, to be laid with care (inbox.py).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlcipher3 import dbapi2

from clienteling.sync.registry import Field, Kind, kinds
from clienteling.sync.wire import LIVE, Row

#: With fewer rows the looking around costs more than it saves.
LEAST = 40

_CHUNK = 500
_Made = dict[bytes, tuple[Row, list[Any]]]


def lay_new(
    connection: dbapi2.Connection, scope: str, rows: Sequence[Row]
) -> tuple[list[Row], set[str]]:
    """Lay what is plainly new, inside the caller's transaction.

    Args:
        connection: The book; foreign keys are deferred and nothing is logged.
        scope: Whose rows they are.
        rows: The news, each row once.

    Returns:
        The rows that were not laid, and the tables that changed.
    """
    if len(rows) < LEAST:
        return list(rows), set()
    laying, rest = _Laying(connection, scope), list[Row]()
    by_table: dict[str, list[Row]] = {}
    known = kinds()
    for row in rows:
        if row.state == LIVE and row.table in known:
            by_table.setdefault(row.table, []).append(row)
        else:
            rest.append(row)
    for table in sorted(by_table, key=lambda name: known[name].place):
        rest += laying.lay(known[table], by_table[table])
    return rest, laying.tables


class _Laying:
    """What is known while one page's new rows are laid."""

    def __init__(self, connection: dbapi2.Connection, scope: str) -> None:
        self._connection = connection
        self._scope = scope
        self._waits = self._has("sync_log WHERE mid > (SELECT acked_mid FROM sync_self)")
        self._sides = [name for name in ("sync_erased", "sync_hold") if self._has(name)]
        self._here: dict[str, set[bytes]] = {}
        self.tables: set[str] = set()

    def lay(self, kind: Kind, rows: Iterable[Row]) -> list[Row]:
        """Lay the new ones among rows of one table; return the others."""
        plain, rest = self._plain(kind.table, rows)
        made = _made(kind, plain, rest)
        for key in self._orphans(kind, made):
            rest.append(made.pop(key)[0])
        if not made:
            return rest
        for key in self._insert(kind, made):
            rest.append(made.pop(key)[0])
        self._note_versions(kind, made)
        self._here.setdefault(kind.table, set()).update(made)
        self.tables.add(kind.table)
        self._touch(kind, made)
        return rest

    def _insert(self, kind: Kind, made: _Made) -> set[bytes]:
        """Store rows; return those that were not, as one of them cannot be."""
        names = ("id", "updated_at", "updated_by", *kind.fields)
        try:
            # Without a savepoint: inside one, every page that a row touches is copied once more.
            self._connection.executemany(
                f"INSERT INTO {kind.table} ({', '.join(names)})"  # noqa: S608 - names of mapped tables and columns
                f" VALUES ({', '.join('?' * len(names))})",
                [values for _row, values in made.values()],
            )
        except dbapi2.IntegrityError:
            head = f"SELECT id FROM {kind.table} WHERE id IN "  # noqa: S608 - names of mapped tables
            return set(made) - self._among(head, list(made))
        return set()

    def _note_versions(self, kind: Kind, made: _Made) -> None:
        self._connection.executemany(
            "INSERT INTO sync_row (tbl, row_id, scope, seq) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (tbl, row_id) DO UPDATE SET scope = excluded.scope, seq = excluded.seq",
            [(kind.table, key, self._scope, row.seq) for key, (row, _v) in made.items()],
        )

    def _plain(self, table: str, rows: Iterable[Row]) -> tuple[dict[bytes, Row], list[Row]]:
        """Part what is not here, and this till has no word of its own about, from the rest."""
        plain: dict[bytes, Row] = {}
        rest: list[Row] = []
        for row in rows:
            try:
                plain[_id(row.row_id)] = row
            except ValueError:
                rest.append(row)
        keys = list(plain)
        found = self._among(f"SELECT id FROM {table} WHERE id IN ", keys)  # noqa: S608 - names of mapped tables
        for side in self._sides:
            head = f"SELECT row_id FROM {side} WHERE tbl = '{table}' AND row_id IN "  # noqa: S608 - names of tables
            found |= self._among(head, keys)
        if self._waits:
            head = "SELECT row_id FROM sync_log WHERE state = 0 AND row_id IN "
            found |= self._among(head, keys)
        return plain, rest + [plain.pop(key) for key in found]

    def _orphans(self, kind: Kind, made: _Made) -> set[bytes]:
        """Return the rows that hang on something that is not here yet."""
        orphans: set[bytes] = set()
        at = {name: place + 3 for place, name in enumerate(kind.fields)}
        for parent in kind.parents:
            place = at[parent.name]
            named = {values[place] for _row, values in made.values()} - {None}
            missing = named - self._present(parent.parent or "", named)
            if missing:
                orphans |= {
                    key for key, (_row, values) in made.items() if values[place] in missing
                }
        return orphans

    def _present(self, table: str, keys: set[bytes]) -> set[bytes]:
        here = self._here.setdefault(table, set())
        unknown = keys - here
        if unknown:
            here |= self._among(f"SELECT id FROM {table} WHERE id IN ", list(unknown))  # noqa: S608 - names of mapped tables
        return here

    def _touch(self, kind: Kind, made: _Made) -> None:
        """Note the clients the rows hang on, so that what is derived of them is made again."""
        keys = set(made)
        if kind.table != "client":
            if kind.owner is None:
                return
            place = list(kind.fields).index(kind.owner) + 3
            keys = {values[place] for _row, values in made.values()} - {None}
            table = kind.fields[kind.owner].parent or "client"
            while table != "client":
                above = kinds()[table]
                if above.owner is None:
                    return
                head = f"SELECT DISTINCT {above.owner} FROM {table} WHERE id IN "  # noqa: S608 - names of mapped tables and columns
                keys = self._among(head, list(keys)) - {None}
                table = above.fields[above.owner].parent or "client"
        self._connection.executemany(
            "INSERT OR IGNORE INTO touched_client VALUES (?)", ((key,) for key in keys)
        )

    def _among(self, head: str, keys: list[bytes]) -> set[Any]:
        found: set[Any] = set()
        for start in range(0, len(keys), _CHUNK):
            some = keys[start : start + _CHUNK]
            marks = f"({', '.join('?' * len(some))})"
            found.update(row[0] for row in self._connection.execute(head + marks, some))
        return found

    def _has(self, what: str) -> bool:
        sql = f"SELECT EXISTS (SELECT 1 FROM {what})"  # noqa: S608 - our own tables
        return bool(self._connection.execute(sql).fetchone()[0])


def _made(kind: Kind, rows: Mapping[bytes, Row], rest: list[Row]) -> _Made:
    """Turn rows into what their table stores; those that have a fault go to the rest."""
    made: _Made = {}
    fields = list(kind.fields.values())
    names = [field.name for field in fields]
    required = [place for place, field in enumerate(fields) if field.required]
    checked = list(_checks(fields))
    for key, row in rows.items():
        values = list(map(row.body.get, names))
        try:
            if any(values[place] is None for place in required):
                raise ValueError  # noqa: TRY301 - as what cannot be read
            for place, check in checked:
                if values[place] is not None:
                    values[place] = check(values[place])
            by = None if row.by is None else _id(row.by)
        except (ValueError, TypeError):
            rest.append(row)
            continue
        made[key] = (row, [key, row.at, by, *values])
    return made


def _checks(fields: Sequence[Field]) -> Iterator[tuple[int, Callable[[Any], Any]]]:
    for place, field in enumerate(fields):
        yield place, (_id if field.is_id else _sound(field.fault))


def _sound(fault: Callable[[object], str | None]) -> Callable[[Any], Any]:
    def same(value: Any) -> Any:
        if fault(value) is not None:
            raise ValueError
        return value

    return same


def _id(text: str) -> bytes:
    """Return the 16 bytes of an id.

    Raises:
        ValueError: it is none.
    """
    key = bytes.fromhex(text)
    if len(key) != 16 or len(text) != 32:
        raise ValueError
    return key
