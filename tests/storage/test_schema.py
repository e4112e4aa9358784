"""The schema: migrations make what the present code maps, whole or not at all."""

import re
from pathlib import Path

import pytest

from clienteling.domain.clock import FakeClock
from clienteling.domain.errors import KnownError
from clienteling.storage import migrate as migrations
from clienteling.storage.book import Book, rows
from clienteling.storage.capture import triggers
from clienteling.storage.migrate import LATEST, NewerBookError, migrate, statements
from clienteling.storage.open import OpenedBook, open_book
from tests.books import KEYS
from tools.freeze_schema import FROZEN, schema

REFREEZE = "the first migration is not what is mapped: python -m tools.freeze_schema"


def _schema_of(book: Book) -> dict[tuple[str, str], str]:
    with book.reading() as connection:
        found = rows(connection, "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    plain = {(kind, name): re.sub(r"\s+", " ", sql).strip() for kind, name, sql in found}
    plain.pop(("table", "alembic_version"), None)
    return plain


def test_the_frozen_first_migration_is_what_is_mapped() -> None:
    assert FROZEN.read_text(encoding="utf-8") == schema(), REFREEZE


def test_a_migrated_book_has_the_schema_of_the_present_code(book: Book, tmp_path: Path) -> None:
    fresh = Book(tmp_path / "fresh.book", bytes(32))
    connection = fresh.connect()
    for statement in [*statements(schema()), *triggers()]:
        connection.execute(statement)
    connection.close()
    assert _schema_of(book) == _schema_of(fresh), REFREEZE


def test_the_newest_step_is_the_one_the_program_counts_on(book: Book) -> None:
    steps = sorted(path.name[:5] for path in migrations.VERSIONS.glob("m*.py"))
    assert steps == [f"m{number:04}" for number in range(1, LATEST + 1)]
    assert book.schema_number() == LATEST


def test_a_book_of_a_newer_program_is_refused_in_a_sentence(
    opened: OpenedBook, clock: FakeClock
) -> None:
    connection = opened.book.connect()
    connection.execute(f"PRAGMA user_version = {LATEST + 1}")
    connection.close()
    opened.close()
    with pytest.raises(NewerBookError, match="newer clienteling"):
        open_book(opened.book.path, clock=clock, keys=KEYS)


_STEP = '''
"""Step {number}."""
from alembic import op
import sqlalchemy as sa
revision, down_revision = "{number:04}", "{before:04}"
branch_labels = depends_on = None
def upgrade() -> None:
    """Do it."""
    {body}
'''


def _with_steps(folder: Path, *bodies: str) -> Path:
    for number, body in enumerate(bodies, start=LATEST + 1):
        text = _STEP.format(number=number, before=number - 1, body=body)
        (folder / f"m{number:04}_step.py").write_text(text)
    first = migrations.VERSIONS / "m0001_the_client_book.py"
    (folder / first.name).write_text(first.read_text())
    return folder


def test_pending_steps_are_applied_together_after_a_backup(
    opened: OpenedBook, clock: FakeClock, tmp_path: Path
) -> None:
    versions = tmp_path / "versions"
    versions.mkdir()
    _with_steps(
        versions,
        'op.add_column("note", sa.Column("mood", sa.Text))',
        'op.execute("CREATE TABLE later (x TEXT) STRICT")',
    )
    made: list[object] = []
    number = migrate(
        opened.book,
        clock,
        before=lambda: made.append(opened.back_up()),
        versions=versions,
        latest=LATEST + 2,
    )
    with opened.book.reading() as connection:
        found = rows(connection, "SELECT mood FROM note"), rows(connection, "SELECT x FROM later")
        stamped = rows(connection, "SELECT schema_ver FROM sync_self")
        captured = rows(connection, "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'")
    assert (number, len(made), found, stamped) == (LATEST, 1, ([], []), [(LATEST + 2,)])
    assert captured == [(len(triggers()),)]
    assert opened.book.schema_number() == LATEST + 2


def test_a_step_that_fails_leaves_the_book_as_it_was(
    book: Book, clock: FakeClock, tmp_path: Path
) -> None:
    before = _schema_of(book)
    versions = tmp_path / "versions"
    versions.mkdir()
    _with_steps(
        versions,
        'op.execute("CREATE TABLE half (x TEXT) STRICT")',
        'op.execute("INSERT INTO nowhere VALUES (1)")',
    )
    with pytest.raises(KnownError, match="stands as it was"):
        migrate(book, clock, versions=versions, latest=LATEST + 2)
    assert _schema_of(book) == before
    assert book.schema_number() == LATEST


def test_a_backup_that_fails_stops_the_migration(book: Book, clock: FakeClock) -> None:
    def no_room() -> None:
        raise KnownError("The disk is full.")

    with pytest.raises(KnownError, match="disk is full"):
        migrate(book, clock, before=no_room, latest=LATEST + 1)
    assert book.schema_number() == LATEST


def test_opening_a_current_book_imports_nothing_heavy(book_path: Path, clock: FakeClock) -> None:
    import subprocess
    import sys

    code = (
        "import sys\nfrom pathlib import Path\n"
        "from clienteling.domain.clock import SystemClock\n"
        "from clienteling.storage.open import open_book\n"
        "from clienteling.storage.vault import DeviceKeys\n"
        f"open_book(Path({str(book_path)!r}), clock=SystemClock(), "
        "keys=DeviceKeys(use_keyring=False)).close()\n"
        "print(sorted({'sqlalchemy', 'alembic', 'keyring', 'PIL'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
    open_book(book_path, clock=clock, keys=KEYS).close()
