"""A till of the simulation: a real book with the real store and the real sync."""

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from sqlcipher3 import dbapi2

from clienteling.domain.clock import FakeClock
from clienteling.storage.store import Store
from clienteling.sync.till import Till
from tests.sync.simulation.template import PlainBook, copy_of, template


class KilledError(Exception):
    """The machine stopped here."""


@dataclass(slots=True)
class Backup:
    """A copy of a book, and what its till had read of others by then."""

    path: Path
    known: set[int]


@dataclass(slots=True)
class Node:
    """One till.

    Args:
        name: Its id.
        clock: Its own clock, right or wrong.
        known: Numbers of the edits it may have seen: its own and those that may have arrived.
    """

    name: str
    path: Path
    clock: FakeClock
    rng: random.Random
    known: set[int] = field(default_factory=set)
    backups: list[Backup] = field(default_factory=list)
    failures: int = 0
    deadly: float = 0.0
    full: float = 0.0
    between: Callable[[], None] = lambda: None
    _till: Till | None = None
    _store: Store | None = None

    @property
    def till(self) -> Till:
        """The book as sync sees it."""
        if self._till is None:
            self._till = Till(PlainBook(self.path), self.clock, self._at)
            self._till.connection.before = self._before
        return self._till

    @property
    def store(self) -> Store:
        """The book as people see it."""
        if self._store is None:
            self._store = _store_for(self)
        return self._store

    def _at(self, point: str) -> None:
        if self.deadly and self.rng.random() < self.deadly:
            raise KilledError(point)
        if point in {"after the answer", "after the news", "before sending"}:
            self.between()

    def _before(self, sql: str) -> None:
        if not self.deadly or sql.startswith(("SELECT", "ROLLBACK")):
            return
        if self.rng.random() < self.deadly / 10:
            raise KilledError(sql.split(" ", 1)[0])
        if self.full and self.rng.random() < self.full:
            raise dbapi2.OperationalError("database or disk is full")

    def lose_rows(self, rng: random.Random) -> None:
        """Lose some rows of a table that were shared, past every trigger, as a bad disk would."""
        connection, table = self.till.connection, rng.choice(("note", "wish", "contact_point"))
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE sync_self SET applying = 1")
        connection.execute(
            f"DELETE FROM {table} WHERE id IN (SELECT r.row_id FROM sync_row r"
            " WHERE r.tbl = ? AND r.seq > 0 AND NOT EXISTS (SELECT 1 FROM sync_log l"
            "   WHERE l.row_id = r.row_id AND l.mid > (SELECT acked_mid FROM sync_self))"
            " ORDER BY r.row_id LIMIT ?)",
            (table, rng.randrange(1, 4)),
        )
        connection.execute("UPDATE sync_self SET applying = 0")
        connection.execute("COMMIT")

    def stop(self) -> None:
        """Let the machine stop: what was not kept is gone, and it begins anew."""
        self.close()

    def close(self) -> None:
        """Close the book."""
        if self._till is not None:
            self._till.close()
        if self._store is not None:
            self._store.close()
        self._till = self._store = None

    def back_up(self) -> None:
        """Copy the book as it is."""
        self.till.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        target = self.path.with_name(f"{self.path.name}.{len(self.backups)}")
        shutil.copyfile(self.path, target)
        self.backups.append(Backup(target, set(self.known)))

    def restore(self, backup: Backup) -> None:
        """Put a copy in the book's place; it may be a copy of another till's book."""
        self.close()
        for left in ("-wal", "-shm"):
            Path(f"{self.path}{left}").unlink(missing_ok=True)
        shutil.copyfile(backup.path, self.path)
        self.known = set(backup.known)

    def discard(self) -> None:
        """Remove every file."""
        self.close()
        for left in (self.path, *(one.path for one in self.backups)):
            for end in ("", "-wal", "-shm"):
                Path(f"{left}{end}").unlink(missing_ok=True)


@cache
def _stores() -> dict[str, Store]:
    return {}


def _store_for(node: Node) -> Store:
    # SQLAlchemy remembers what it made of each query for as long as the engine lives.
    store = _stores().get(node.name)
    if store is None:
        store = _stores()[node.name] = Store(PlainBook(node.path), node.clock)
    store.book.path, store.clock = node.path, node.clock
    return store


def new_node(name: str, seed: str, clock: FakeClock, rng: random.Random) -> Node:
    """Make a till that has read the common beginning."""
    node = Node(name, copy_of(template().book, f"{seed}-{name}.book"), clock, rng)
    node.till.connection.execute(
        "UPDATE sync_self SET till_id = ?, incarnation = ?, next_mid = 1, acked_mid = 0, hlc = 0",
        (name, f"{name}-0"),
    )
    return node
