"""Head office copied whole: kept in a file, put back, moved from a file to PostgreSQL."""

import re
from contextlib import closing
from pathlib import Path

import pytest

from clienteling.domain.clock import FakeClock
from clienteling.domain.errors import KnownError
from clienteling.headoffice import safekeeping
from clienteling.headoffice.dialect import EmbeddedDatabase
from clienteling.headoffice.postgres import PostgresDatabase
from clienteling.headoffice.seal import Seal
from clienteling.headoffice.store import HeadOffice
from clienteling.storage.book import Book, WrongKeyError
from clienteling.sync.wire import Cursor, Place, Pull, Pulled, Pushed
from tests.headoffice.test_head_office import PARIS
from tests.postgres.feeds import Feed
from tests.postgres.pushing import a_push

KEY = bytes(range(32))
ROWS = 1_200


def _office(database: PostgresDatabase | EmbeddedDatabase) -> HeadOffice:
    return HeadOffice(database, FakeClock(), Seal(bytes(32)))


def _filled(office: HeadOffice) -> Place:
    office.make_tables()
    office.enrol("paris", PARIS)
    place = Place()
    for _turn in range(ROWS // 400):
        answer = office.push(a_push("paris", place, 400))
        assert isinstance(answer, Pushed)
        place = answer.place
    office.prepare_snapshot(PARIS)
    return place


def _cursor(office: HeadOffice) -> Cursor:
    answer = office.pull(Pull("paris", "life", 1, {PARIS: Cursor()}, 2_000))
    assert isinstance(answer, Pulled)
    assert len(answer.pages[0].rows) == ROWS
    return answer.pages[0].cursor


def test_a_backup_is_encrypted_and_brings_everything_back(
    database: PostgresDatabase, address: str, tmp_path: Path
) -> None:
    office = _office(database)
    place = _filled(office)
    cursor = _cursor(office)
    path = tmp_path / "kept.headoffice"
    with closing(Feed(address)) as feed:
        before = feed.contents()
        count = safekeeping.backup(database, path, KEY)
        assert count == sum(len(rows) for rows in before.values())
        assert b"paris" not in path.read_bytes()
        assert [one.name for one in tmp_path.iterdir()] == [path.name]
        assert isinstance(office.push(a_push("paris", place)), Pushed)
        office.erase(PARIS, "household", "0" * 32)
        assert safekeeping.restore(path, KEY, database) == count
        after = feed.contents()
    assert {name: sorted(rows) for name, rows in after.items()} == {
        name: sorted(rows) for name, rows in before.items()
    }
    # A till goes on as if nothing had been: its cursor's mark and its place are known.
    answer = office.pull(Pull("paris", "life", 1, {PARIS: cursor}))
    assert isinstance(answer, Pulled)
    assert (answer.place, answer.pages[0].rows) == (place, ())


def test_a_house_moves_from_its_file_to_postgresql(
    database: PostgresDatabase, served: PostgresDatabase, tmp_path: Path
) -> None:
    with closing(EmbeddedDatabase(Book(tmp_path / "office.book", KEY).connect)) as small:
        place = _filled(_office(small))
        for text in safekeeping.DEFINITIONS:
            with small.write() as transaction:
                for definition in text.split(";")[:-1]:
                    transaction.run(definition)
        cursor = _cursor(_office(small))
        assert safekeeping.copy(small, database) > 2 * ROWS
    office = _office(served)
    assert _cursor(office) == cursor
    assert isinstance(office.push(a_push("paris", place)), Pushed)


def test_a_copy_is_refused_where_it_would_lack_rows_or_be_lost(
    database: PostgresDatabase, served: PostgresDatabase, tmp_path: Path
) -> None:
    path = tmp_path / "kept.headoffice"
    with pytest.raises(KnownError, match="not shown every row"):
        safekeeping.backup(served, path, KEY)
    assert not path.exists()
    with pytest.raises(KnownError, match="is not there"):
        safekeeping.restore(path, KEY, database)
    path.write_bytes(b"something else")
    with pytest.raises(KnownError, match="there already"):
        safekeeping.backup(database, path, KEY)
    with pytest.raises(WrongKeyError):
        safekeeping.restore(path, KEY, database)


def test_every_table_of_head_office_is_copied() -> None:
    source = Path(safekeeping.__file__).parent
    made = {
        name
        for path in source.rglob("*.py")
        for name in re.findall(r"CREATE TABLE IF NOT EXISTS (\w+) \(", path.read_text("utf-8"))
    }
    copied = {
        name
        for text in safekeeping.DEFINITIONS
        for name in re.findall(r"CREATE TABLE IF NOT EXISTS (\w+) \(", text)
    }
    assert copied == made
