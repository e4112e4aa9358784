"""Backups: made whole, proved readable, kept as long as promised and no longer."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from clienteling.domain.clock import FakeClock
from clienteling.domain.errors import Cancelled, KnownError
from clienteling.domain.progress import CancelAfter, Silent
from clienteling.models.catalogue import Attachment
from clienteling.storage.attachments import file_name
from clienteling.storage.backup import back_up, is_due, kept, why_unsound
from clienteling.storage.book import Book
from clienteling.storage.manifest import Backup, Reason, list_backups, manifest_file
from clienteling.storage.open import OpenedBook, open_book
from clienteling.storage.restore import restore
from tests.books import KEYS
from tests.storage import houses

NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)


def test_a_backup_says_what_is_in_it_and_can_be_listed(opened: OpenedBook) -> None:
    houses.add(opened.store(), "Maison", "Atelier")
    made = opened.back_up(Reason.BEFORE_IMPORT)
    assert made.path.name == "20260312T093000Z-before-import.book"
    assert (made.schema, made.next_mid, dict(made.rows)["house"]) == (
        opened.book.schema_number(),
        3,
        2,
    )
    assert list_backups(opened.backups) == [made]
    assert why_unsound(made, opened.keys) is None
    assert sorted(path.name for path in opened.backups.iterdir()) == [
        made.path.name,
        manifest_file(made.path).name,
    ]


def test_a_backup_opens_with_its_own_key_only(opened: OpenedBook) -> None:
    made = opened.back_up()
    Book(made.path, opened.keys.backup).connect_bare().close()
    with pytest.raises(KnownError):
        Book(made.path, opened.keys.book).connect_bare()


def test_two_backups_of_one_second_are_two(opened: OpenedBook) -> None:
    made = [opened.back_up(), opened.back_up()]
    assert list_backups(opened.backups) == made[::-1]


def test_what_is_changed_in_a_backup_or_its_manifest_is_noticed(opened: OpenedBook) -> None:
    made = opened.back_up()
    content = json.loads(manifest_file(made.path).read_bytes())
    manifest_file(made.path).write_text(json.dumps(content | {"sha256": "00" * 32}))
    assert why_unsound(list_backups(opened.backups)[0], opened.keys) == "its manifest was changed"
    made.path.write_bytes(made.path.read_bytes()[:-4096])
    assert why_unsound(made, opened.keys) == "its file was changed"
    made.path.unlink()
    assert why_unsound(made, opened.keys) == "its file is gone"


def test_a_folder_that_is_no_folder_is_told_and_the_book_is_safe(
    opened: OpenedBook, tmp_path: Path
) -> None:
    folder = tmp_path / "stick"
    folder.write_text("a file in the way")
    with pytest.raises(KnownError, match="older backups are safe"):
        back_up(opened.book, opened.keys, folder, opened.clock, Reason.BY_HAND)


def test_a_backup_names_the_pictures_it_needs_and_a_restore_counts_the_missing(
    opened: OpenedBook, clock: FakeClock
) -> None:
    attachments = opened.attachments()
    facts = [attachments.put(content, "image/jpeg") for content in (b"one", b"two")]
    with opened.store().write(why="Pictures kept") as session:
        session.add_all(
            Attachment(sha256=f.sha256, mime=f.mime, size_bytes=f.size_bytes) for f in facts
        )
    made = opened.back_up()
    assert set(made.attachments) == {file_name(opened.keys, f.sha256) for f in facts}
    attachments.remove(facts[0].sha256)
    opened.close()
    assert restore(made, opened.book.path, KEYS, clock).missing_attachments == 1
    again = open_book(opened.book.path, clock=clock, keys=KEYS)
    assert again.attachments().get(facts[1].sha256) == b"two"
    again.close()


def test_a_backup_is_due_when_something_was_written_or_a_day_has_passed(
    opened: OpenedBook, clock: FakeClock
) -> None:
    def due(after: timedelta) -> bool:
        return is_due(opened.backups, opened.book, clock.now() + after)

    assert due(timedelta())
    opened.back_up()
    half_hour, day = timedelta(minutes=30), timedelta(days=1)
    assert [due(timedelta()), due(half_hour), due(day)] == [False, False, True]
    houses.add(opened.store(), "Maison")
    assert [due(timedelta()), due(half_hour), due(day)] == [False, True, True]
    assert due(-timedelta(hours=1)), "a clock set back must not stop the backups"


def _at(moment: datetime, reason: Reason = Reason.ROUTINE) -> Backup:
    path = Path(f"{moment:%Y%m%dT%H%M%SZ}-{reason}.book")
    return Backup(path, moment, reason, 1, 1, "", (), 1, (), "", "")


def test_eight_half_hours_seven_days_and_four_weeks_are_kept() -> None:
    every = [_at(NOON - timedelta(minutes=30) * n) for n in range(48 * 40)]
    ages = [NOON - backup.made_at for backup in kept(every, NOON)]
    half_hours = [timedelta(minutes=30) * n for n in range(8)]
    # The last of each of the six days before this one, then of the weeks before those.
    days = [timedelta(days=n, hours=12, minutes=30) for n in range(6)]
    weeks = [timedelta(days=n, hours=12, minutes=30) for n in (10, 17)]
    assert ages == half_hours + days + weeks


def test_the_last_two_before_a_migration_stay_beside_newer_ones() -> None:
    migrations = [_at(NOON - timedelta(days=n), Reason.BEFORE_MIGRATION) for n in (20, 21, 22, 40)]
    routine = [_at(NOON - timedelta(minutes=30) * n) for n in range(48 * 30)]
    staying = kept(migrations + routine, NOON)
    assert [m in staying for m in migrations] == [True, True, False, False]


def test_the_only_backup_stays_however_old_it_is() -> None:
    only = _at(NOON - timedelta(days=400))
    assert kept([only], NOON) == [only]


def test_old_backups_go_when_a_new_one_is_sound(opened: OpenedBook, clock: FakeClock) -> None:
    first = opened.back_up(Reason.ROUTINE)
    clock.advance(timedelta(days=31))
    second = opened.back_up(Reason.ROUTINE)
    assert list_backups(opened.backups) == [second]
    assert not first.path.exists()


def test_what_is_no_backup_is_passed_over(opened: OpenedBook) -> None:
    made = opened.back_up()
    for name, content in {"a.json": "[]", "b.json": "{", "c.json": '{"format": 9}'}.items():
        (opened.backups / name).write_text(content)
    assert list_backups(opened.backups) == [made]


def test_a_folder_of_ones_own_choice_is_never_tidied(
    opened: OpenedBook, clock: FakeClock, tmp_path: Path
) -> None:
    made = [opened.back_up(folder=tmp_path / "stick")]
    clock.advance(timedelta(days=400))
    made.append(opened.back_up(folder=tmp_path / "stick"))
    assert list_backups(tmp_path / "stick") == made[::-1]


@pytest.mark.parametrize("steps", [0, 1])
def test_a_cancelled_check_or_backup_leaves_nothing(opened: OpenedBook, steps: int) -> None:
    houses.add(opened.store(), "Séverac")
    with pytest.raises(Cancelled):
        opened.back_up(progress=CancelAfter(steps))
    assert list(opened.backups.iterdir()) == []
    with pytest.raises(Cancelled):
        opened.check(CancelAfter(0))
    assert opened.keep_safe(Silent()) is not None
