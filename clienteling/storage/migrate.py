"""Bring a book's schema up to this program's: all pending steps in one transaction, or none.

Alembic is imported only when a step is pending. The capture triggers are no step of their own:
they are dropped before and made again after, from the present mapping.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from clienteling.domain.clock import Clock
from clienteling.domain.errors import BugError, KnownError
from clienteling.domain.ids import new_id
from clienteling.storage.book import Book

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

#: The number of the newest step, "0001" being 1; also the book's ``PRAGMA user_version``.
LATEST = 1

VERSIONS = Path(__file__).with_name("migrations") / "versions"


class NewerBookError(KnownError):
    """The book was written by a newer program than this one."""


def is_current(number: int) -> bool:
    """Say whether a book of this schema number needs no step.

    Raises:
        NewerBookError: the number is beyond this program's newest step.
    """
    if number > LATEST:
        raise NewerBookError(
            "This book was last opened by a newer clienteling. Nothing in it was changed; "
            "please install the newer one on this till too."
        )
    return number == LATEST


def migrate(
    book: Book,
    clock: Clock,
    *,
    before: Callable[[], object] | None = None,
    versions: Path = VERSIONS,
    latest: int = LATEST,
) -> int:
    """Apply every pending step.

    Args:
        book: The book; an empty file becomes a whole book of this till.
        clock: Makes the till's identity.
        before: Called before the first step of a book that is not empty: the forced backup.
        versions: The folder of the steps; tests bring their own.
        latest: The number of the newest step in it.

    Returns:
        The schema number the book had before.

    Raises:
        KnownError: a step failed; the book stands as it was.
    """
    number = book.schema_number()
    if number == latest:
        return number
    if number > 0 and before is not None:
        before()
    with _migrating(book) as connection:
        _drop_triggers(connection)
        _apply(connection, versions)
        _identify(connection, clock, latest)
        for statement in _triggers():
            connection.exec_driver_sql(statement)
        _check_references(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {latest}")
    return number


def statements(script: str) -> Iterator[str]:
    """Cut a script into its statements; a semicolon inside a trigger or a text does not cut."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if dbapi2.complete_statement(statement):
            yield statement.strip()
            statement = ""


@contextmanager
def _migrating(book: Book) -> Iterator["Connection"]:
    from sqlalchemy import create_engine
    from sqlalchemy.exc import DBAPIError
    from sqlalchemy.pool import StaticPool

    raw = book.connect()
    try:
        # With references enforced a table that is made anew would take its children along; the
        # setting has no effect inside a transaction, so it is set before.
        raw.execute("PRAGMA foreign_keys=OFF")
        engine = create_engine(
            "sqlite://",
            module=dbapi2,
            creator=lambda: raw,
            poolclass=StaticPool,
            hide_parameters=True,
        )
        with engine.connect() as connection, connection.begin():
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
    except DBAPIError as error:
        raise KnownError(
            "The book could not be brought up to this version of the program ({reason}). It "
            "stands as it was.",
            reason=error.orig,
        ) from error
    finally:
        raw.close()


def _apply(connection: "Connection", versions: Path) -> None:
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(versions.parent), version_locations=[str(versions)])

    def pending(revision: Any, context: Any) -> Any:
        del context
        return scripts._upgrade_revs("head", revision)  # noqa: SLF001 - what Alembic's own command calls

    context = MigrationContext.configure(connection, opts={"fn": pending})
    with Operations.context(context):
        context.run_migrations()


def _identify(connection: "Connection", clock: Clock, latest: int) -> None:
    # A book without this row would capture nothing, so it is made with the tables themselves.
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO sync_self (k, till_id, incarnation, schema_ver) "
        "VALUES (1, ?, ?, ?)",
        (new_id(clock), os.urandom(16).hex(), latest),
    )
    connection.exec_driver_sql("UPDATE sync_self SET schema_ver = ?", (latest,))


def _triggers() -> list[str]:
    from clienteling.storage.capture import triggers

    return triggers()


def _drop_triggers(connection: "Connection") -> None:
    # Those the book has, not those the mapping names: a renamed table brings its old ones along.
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'capture_*'"
    ).scalars()
    for name in names.all():
        connection.exec_driver_sql(f"DROP TRIGGER {name}")


def _check_references(connection: "Connection") -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        tables = sorted({str(row[0]) for row in broken})
        raise BugError(f"a migration left rows without their parents in {', '.join(tables)}")
