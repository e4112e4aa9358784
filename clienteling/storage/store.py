"""Units of work on the book: ``read()`` and ``write()``, and the news of what was written.

One ``write()`` block is one transaction, one entry in the log and one thing to undo. Before it
commits, what is derived from the clients it touched (search index, figures) is made again, so that
a form, an import, an undo and an arriving sync leave the same book.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session, UOWTransaction
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from clienteling.domain.clock import Clock
from clienteling.domain.errors import KnownError
from clienteling.domain.ids import Id, new_id, new_id_bytes
from clienteling.domain.sentences import sentence
from clienteling.models import Synced
from clienteling.models.types import to_milliseconds
from clienteling.storage import derived
from clienteling.storage.book import Book
from clienteling.storage.checkpoints import Checkpoints


@dataclass(frozen=True, slots=True)
class Change:
    """What one unit of work did: its transaction, the tables it wrote, who and why."""

    tx: Id
    tables: frozenset[str]
    who: Id | None
    why: str


Listener = Callable[[Change], None]


class Store:
    """The book as units of work.

    Args:
        book: The open-able file.
        clock: Stamps every row that is written.
    """

    def __init__(self, book: Book, clock: Clock) -> None:
        self.book = book
        self.clock = clock
        self._listeners: list[Listener] = []
        self._writer = _engine(book, "BEGIN IMMEDIATE")
        self._reader = _engine(book, "BEGIN")
        self._checkpoints = Checkpoints(book)

    def listen(self, listener: Listener) -> None:
        """Have a function told of every change after it is committed, on the writing thread."""
        self._listeners.append(listener)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session whose answers are all of one moment; nothing written in it is kept.

        Raises:
            KnownError: the book's file is damaged or cannot be read.
        """
        with _told_in_sentences(), Session(self._reader, autoflush=False) as session:
            yield session

    @contextmanager
    def write(self, *, why: str, who: Id | None = None) -> Iterator[Session]:
        """Give a session whose writes are kept together when the block ends, or not at all.

        Args:
            why: What a person would call this act ("Note logged"); shown beside *Undo*.
            who: The id of the person of the house who acts.

        When the block has ended, ``session.info["committed"]`` holds the id of the transaction, or
        None where nothing that travels was written.

        Raises:
            KnownError: the disk is full, the book is locked by another program, or cannot be
                written; nothing was kept.
        """
        moment = self.clock.now()
        with _told_in_sentences(), Session(self._writer) as session:
            session.info.update(moment=moment, who=who, clock=self.clock)
            tx = _begin(session, moment, who, why, new_id_bytes(self.clock))
            had_waiting = derived.has_waiting(session)
            yield session
            session.flush()
            changed = derived.changes_of(session, tx)
            derived.refresh_touched(session, self.clock, None if had_waiting else changed)
            tables = _finish(session, tx, changed)
            session.commit()
            self._checkpoints.saved()
        session.info["committed"] = tx.hex() if tables else None
        if tables:
            self._tell(Change(tx.hex(), tables, who, why))

    def close(self) -> None:
        """Close every connection."""
        self._checkpoints.close()
        self._writer.dispose()
        self._reader.dispose()

    def _tell(self, change: Change) -> None:
        for listener in self._listeners:
            listener(change)


def _engine(book: Book, begin: str) -> Engine:
    # The default pool for SQLite crashes with threads over this driver (docs/decisions/0003).
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=book.connect,
        poolclass=QueuePool,
        pool_size=8,
        max_overflow=0,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _begin(session: Session, moment: datetime, who: Id | None, why: str, tx: bytes) -> bytes:
    by = None if who is None else bytes.fromhex(who)
    now = to_milliseconds(moment)
    # On the driver itself: SQLAlchemy would take longer over each of these than the book does.
    raw = derived.driver_connection(session)
    raw.execute("UPDATE sync_self SET tx = ?, user_id = ?, now_ms = ?", (tx, by, now))
    raw.execute(
        "INSERT INTO sync_tx (tx, why, user_id, at_ms) VALUES (?, ?, ?, ?)", (tx, why, by, now)
    )
    return tx


def _finish(session: Session, tx: bytes, changed: frozenset[str]) -> frozenset[str]:
    raw = derived.driver_connection(session)
    if not changed:
        raw.execute("DELETE FROM sync_tx WHERE tx = ?", (tx,))
    raw.execute("UPDATE sync_self SET tx = NULL, user_id = NULL, now_ms = NULL")
    tables = frozenset(name.partition(".")[0] for name in changed)
    return tables | frozenset(session.info.get("touched", ()))


@event.listens_for(Session, "before_flush")
def _stamp(session: Session, context: UOWTransaction, instances: object) -> None:
    """Give new rows an id and every written row its stamps."""
    del context, instances
    moment, who = session.info.get("moment"), session.info.get("who")
    if moment is None:
        return
    for row in session.new:
        if isinstance(row, Synced):
            row.id = row.id or new_id(session.info["clock"])
            row.created_at = row.__dict__.get("created_at") or moment
            row.created_by = row.created_by or who
            row.updated_at, row.updated_by = moment, who
    for row in session.dirty:
        if isinstance(row, Synced) and session.is_modified(row):
            row.updated_at, row.updated_by = moment, who


@contextmanager
def _told_in_sentences() -> Iterator[None]:
    try:
        yield
    except (DatabaseError, dbapi2.DatabaseError) as error:
        # The index and the figures are made on the driver's own connection: its errors come bare.
        told = _told_of(str(getattr(error, "orig", error)))
        if told is None:
            raise
        raise KnownError(told) from error


def _told_of(words: str) -> str | None:
    if "is locked" in words:
        return sentence(
            "Another program is writing to the book. Nothing was kept; please try again."
        )
    if "disk is full" in words:
        return sentence(
            "The disk is full. What was there is safe, this change was not kept; "
            "make room and try again."
        )
    if "malformed" in words or "not a database" in words:
        return sentence(
            "The book's file is damaged. Close the program and open it again: it offers the "
            "newest good backup and keeps the damaged file. What was being written was not kept."
        )
    if "readonly" in words or "I/O" in words:
        return sentence(
            "The book cannot be read or written ({reason}). This change was not kept.",
            reason=words,
        )
    return None


def scalar(session: Session, sql: str, **values: Any) -> Any:
    """Return the single value of a text query; for the few places that text SQL is right."""
    return session.execute(text(sql), values).scalar()
