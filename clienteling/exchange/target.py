"""Know the book that a file goes into: its boutiques, people, pieces and next numbers."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlcipher3 import dbapi2

from clienteling.domain.errors import NotFoundError
from clienteling.exchange.dates import Moment
from clienteling.exchange.house_names import HouseNames, names_by
from clienteling.models.types import from_milliseconds, to_milliseconds

_AT_ONCE = 500
"""Values one question to the book names."""

_NOON = time(12)
_NUMBER = re.compile(r"CL-(\S+)-(\d{1,9})")


@dataclass(slots=True)
class Target:
    """What loading needs to know of the book.

    Args:
        connection: The one that the batch is written through.
        source: Where the rows come from; their own ids are unique within it.
        store_id: The boutique that brings them in.
        zone: Its time zone, in which times of the file are read.
        country: Its country, in which phones without a prefix are read.
        why: What a person would call this import.
        fills_stores: Whether a person said which boutiques are meant, so that receipts that came
            in without one get it.
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
    names: HouseNames = field(default_factory=HouseNames)
    why: str = "Brought in"
    fills_stores: bool = False
    next_free: int = 1
    _kept: dict[str, int] = field(default_factory=dict)

    def take_number(self, number: str) -> str | None:
        """Take a client's number of this house from a file, so that it is never given again.

        Returns:
            The number; None where it is not of the house's form.
        """
        found = _NUMBER.fullmatch(number)
        if found is None:
            return None
        code, after = found[1], int(found[2]) + 1
        if code == self.store_code:
            self.next_free = max(self.next_free, after)
        else:
            self._kept[code] = max(self._kept.get(code, 1), after)
        return number

    def home_of(self, number: str) -> bytes:
        """Return the boutique that gave a number; our own where the book does not know it."""
        found = _NUMBER.fullmatch(number)
        return (self.names.store(found[1]) if found else None) or self.store_id

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
        """Write the next free numbers at the end of a chunk."""
        others = ((f"client:{code}", after) for code, after in self._kept.items())
        self.connection.executemany(
            "INSERT INTO counter (name, next) VALUES (?, ?) "
            "ON CONFLICT (name) DO UPDATE SET next = max(next, excluded.next)",
            [(self._counter, self.next_free), *others],
        )

    @property
    def _counter(self) -> str:
        return f"client:{self.store_code}"

    @property
    def today(self) -> date:
        """Return the boutique's day at the moment of the import."""
        return from_milliseconds(self.now_ms).astimezone(self.zone).date()

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
    why: str = "Brought in",
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
        names_by(connection.execute),
        why,
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
