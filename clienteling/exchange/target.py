"""Know the book that a file goes into: its boutiques, people, pieces and next numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlcipher3 import dbapi2

from clienteling.domain.errors import NotFoundError
from clienteling.exchange.dates import Moment
from clienteling.exchange.headings import fold_heading
from clienteling.models.types import to_milliseconds

_AT_ONCE = 500
"""Values one question to the book names."""

_NOON = time(12)


@dataclass(slots=True)
class Target:
    """What loading needs to know of the book.

    Args:
        connection: The one that the batch is written through.
        source: Where the rows come from; their own ids are unique within it.
        store_id: The boutique that brings them in.
        zone: Its time zone, in which times of the file are read.
        country: Its country, in which phones without a prefix are read.
        next_free: The next number of a client in this boutique.
    """

    connection: dbapi2.Connection
    source: str
    store_id: bytes
    store_code: str
    zone: ZoneInfo
    country: str | None
    currency: str
    staff_id: bytes | None
    now_ms: int
    stores: dict[str, bytes] = field(default_factory=dict)
    staff: dict[str, bytes] = field(default_factory=dict)
    next_free: int = 1

    def next_number(self) -> str:
        """Give the next client number of the boutique; ``keep_numbers`` makes it final."""
        number = self.next_free
        self.next_free += 1
        return f"CL-{self.store_code}-{number:06d}"

    def take_numbers(self) -> None:
        """Read the next free number at the beginning of a chunk."""
        row = self.connection.execute(
            "SELECT next FROM counter WHERE name = ?", (self._counter,)
        ).fetchone()
        self.next_free = int(row[0]) if row else 1

    def keep_numbers(self) -> None:
        """Write the next free number at the end of a chunk."""
        self.connection.execute(
            "INSERT INTO counter (name, next) VALUES (?, ?) "
            "ON CONFLICT (name) DO UPDATE SET next = excluded.next",
            (self._counter, self.next_free),
        )

    @property
    def _counter(self) -> str:
        return f"client:{self.store_code}"

    def milliseconds(self, moment: Moment) -> int:
        """Return a moment of the file as the book stores it; noon where only the day is known."""
        local = datetime.combine(moment.day, moment.clock or _NOON, self.zone)
        if moment.offset is not None and moment.clock is not None:
            zone = ZoneInfo("UTC")
            local = datetime.combine(moment.day, moment.clock, zone) - moment.offset
        return to_milliseconds(local)

    def local_day(self, moment: Moment) -> str:
        """Return the boutique's own day of a moment, as the book stores it."""
        if moment.offset is None or moment.clock is None:
            return moment.day.isoformat()
        there = datetime.combine(moment.day, moment.clock, ZoneInfo("UTC")) - moment.offset
        return there.astimezone(self.zone).date().isoformat()


def target_of(
    connection: dbapi2.Connection,
    *,
    source: str,
    store_id: str,
    staff_id: str | None,
    now: datetime,
) -> Target:
    """Read what loading needs to know of the book.

    Raises:
        NotFoundError: There is no such boutique in the book.
    """
    row = connection.execute(
        "SELECT code, time_zone, country, currency FROM store WHERE id = ? AND deleted_at IS NULL",
        (bytes.fromhex(store_id),),
    ).fetchone()
    if row is None:
        raise NotFoundError("This boutique is no longer in the book.")
    return Target(
        connection,
        source,
        bytes.fromhex(store_id),
        row[0],
        ZoneInfo(row[1]),
        row[2] or None,
        row[3],
        None if staff_id is None else bytes.fromhex(staff_id),
        to_milliseconds(now),
        _stores(connection),
        _staff(connection),
    )


def existing(connection: dbapi2.Connection, table: str, ids: Iterable[bytes]) -> set[bytes]:
    """Return which of these ids a table holds."""
    found = look_up(connection, f"SELECT id, id FROM {table} WHERE id IN ({{}})", list(ids))  # noqa: S608 - name of a mapped table
    return set(found)


def look_up(
    connection: dbapi2.Connection, sql: str, values: Sequence[Any], *before: Any
) -> dict[Any, bytes]:
    """Ask for pairs of value and id, some hundred values at a time; the first id of each wins.

    Args:
        sql: A query of two columns with ``{}`` where the values' marks go.
        before: Parameters that stand before the values.
    """
    found: dict[Any, bytes] = {}
    for start in range(0, len(values), _AT_ONCE):
        part = values[start : start + _AT_ONCE]
        query = sql.format(", ".join("?" * len(part)))
        for value, row_id in connection.execute(query, (*before, *part)):
            found.setdefault(value, row_id)
    return found


def _stores(connection: dbapi2.Connection) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for row_id, code, name in connection.execute(
        "SELECT id, code, name FROM store WHERE deleted_at IS NULL ORDER BY id"
    ):
        found.setdefault(fold_heading(code), row_id)
        found.setdefault(fold_heading(name), row_id)
    return found


def _staff(connection: dbapi2.Connection) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for row_id, given, family, email in connection.execute(
        "SELECT id, given_name, family_name, email FROM staff WHERE deleted_at IS NULL ORDER BY id"
    ):
        for words in (f"{given} {family}", f"{family} {given}", given, email or ""):
            found.setdefault(fold_heading(words), row_id)
    found.pop("", None)
    return found
