"""Head office of the simulation: the real one on a database in memory, killed and restored."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlcipher3 import dbapi2
from typing_extensions import override

from clienteling.domain.clock import FakeClock
from clienteling.headoffice import feed
from clienteling.headoffice.dialect import EmbeddedDatabase
from clienteling.headoffice.store import HeadOffice
from clienteling.sync.engine import LineError
from clienteling.sync.merge import Kept, Version
from clienteling.sync.registry import Value
from clienteling.sync.wire import LIVE
from tests.sync.simulation.template import SCOPES, SEAL, memory, template


class _Fragile:
    """A transaction during which the machine may stop before any statement."""

    def __init__(self, inner: Any, database: "FragileDatabase") -> None:
        self._inner = inner
        self._database = database
        self.lock = inner.lock

    def see(self, scopes: Any) -> None:
        self._inner.see(scopes)

    def all(self, sql: str, values: Any = ()) -> list[tuple[Any, ...]]:
        return list(self._inner.all(sql, values))

    def run(self, sql: str, values: Any = ()) -> None:
        self._database.may_stop()
        self._inner.run(sql, values)

    def many(self, sql: str, rows: Any) -> None:
        self._database.may_stop()
        self._inner.many(sql, rows)


class FragileDatabase(EmbeddedDatabase):
    """The embedded database on a machine that stops now and then."""

    def __init__(self, connection: dbapi2.Connection, rng: random.Random) -> None:
        super().__init__(lambda: connection)
        self._rng = rng
        self.deadly = 0.0

    def may_stop(self) -> None:
        if self.deadly and self._rng.random() < self.deadly:
            raise LineError("head office stopped in the middle")

    @override
    @contextmanager
    def write(self) -> Iterator[Any]:
        with super().write() as transaction:
            yield _Fragile(transaction, self)
            self.may_stop()


class Office:
    """Head office as a machine that can be backed up, stopped and restored."""

    def __init__(self, rng: random.Random, clock: FakeClock) -> None:
        self._rng = rng
        self.clock = clock
        self.backups: list[tuple[dbapi2.Connection, set[int]]] = []
        self.known: set[int] = set()
        self.deadly = 0.0
        self.connection = memory()
        self._begin(template().office)

    def _begin(self, source: dbapi2.Connection) -> None:
        self.connection.close()
        self.connection = memory()
        source.backup(self.connection)
        self.database = FragileDatabase(self.connection, self._rng)
        self.head = HeadOffice(self.database, self.clock, SEAL)

    def now(self) -> HeadOffice:
        """Return head office as it is at this moment."""
        self.database.deadly = self.deadly
        return self.head

    def write_as_newer(self, rng: random.Random) -> set[str]:
        """Write what a till of a newer program would: a table, a value or a field unknown here.

        Returns:
            The ids of its rows.
        """
        deadly, self.database.deadly = self.database.deadly, 0.0
        row_id, client = rng.randbytes(16).hex(), rng.choice(template().clients)
        body: dict[str, Value] = {
            "client_id": client, "noted_at": 0, "body": "newer", "pinned": 0, "visibility": "hq",
            "created_at": 0,
        }  # fmt: skip
        kind = rng.choice(("table", "value", "field"))
        if kind == "value":
            body["visibility"] = "moonlit"
        if kind == "table":
            # Head office knows its own tables, and what of them is to be erased with a client.
            body = {"amount_minor": 100}
        if kind == "field":
            body["scented"] = 1
        with self.database.write() as transaction:
            scope = feed.hold(transaction, SCOPES[1])
            feed.look_up(transaction, scope, [("client", client)])
            owner = scope.get(("client", client))
            if owner is None or owner.kept.state != LIVE:
                self.database.deadly = deadly
                return set()
            version = Version(scope.head + 1, "newer/0", 0, None)
            key = ("gift_card" if kind == "table" else "note", row_id)
            scope.put(key, feed.Entry(Kept(0, LIVE, body, {"+": version}), 0, None))
            feed.keep(transaction, scope, 0)
        self.database.deadly = deadly
        return {row_id}

    def rows(self) -> set[str]:
        """Return the ids of all rows."""
        return {row[0] for row in self.connection.execute("SELECT row_id FROM sync_feed")}

    def rows_about(self, client: str) -> set[str]:
        """Return the ids of the rows that name a client, now and at the beginning."""
        sql = "SELECT row_id FROM sync_feed WHERE body LIKE ?"
        return {
            row[0]
            for feed_of in (self.connection, template().office)
            for row in feed_of.execute(sql, (f"%{client}%",)).fetchall()
        }

    def back_up(self) -> None:
        """Copy everything."""
        copy = memory()
        self.connection.backup(copy)
        self.backups.append((copy, set(self.known)))

    def restore(self, number: int) -> None:
        """Put a copy in place of everything."""
        copy, known = self.backups[number]
        self._begin(copy)
        self.known = set(known)

    def close(self) -> None:
        """Close every database."""
        for copy, _known in self.backups:
            copy.close()
        self.connection.close()
