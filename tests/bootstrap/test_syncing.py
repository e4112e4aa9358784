"""Joining head office, sharing by itself, and everything that stands in the way."""

import io
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from PIL import Image

from clienteling.bootstrap import open_backend
from clienteling.bootstrap.syncing import Stop, SyncKind, SyncState
from clienteling.bootstrap.syncing.turn import Lease
from clienteling.domain.errors import KnownError, NotFoundError, UserError
from clienteling.services import log, pictures
from clienteling.storage.manifest import Reason
from clienteling.sync.signing import TillKey
from tests.books import KEYS
from tests.bootstrap.heard import Heard
from tests.bootstrap.shared import ADDRESS, Shared

CODE = "1QMB3-V5ZYW"


def test_a_till_that_never_joined_stands_alone(apart: Shared) -> None:
    assert apart.one.syncing.state() == SyncState()
    apart.one.syncing.start()
    assert apart.wires.said == []


def test_a_till_joins_and_shares_by_itself_from_then_on(apart: Shared) -> None:
    heard = Heard(apart.two)
    assert apart.one.syncing.enrol(ADDRESS, CODE).till_name == "Faubourg Saint-Honoré"
    Heard(apart.one).until(kind=SyncKind.SHARED, waiting=0)
    apart.two.syncing.enrol(ADDRESS, CODE, name="Back office")
    state = heard.until(kind=SyncKind.SHARED)
    assert replace(state, last_at=None) == SyncState(
        kind=SyncKind.SHARED, till_name="Back office", address=ADDRESS, clock_off_seconds=540
    )
    assert state.last_at == apart.clock.now()
    apart.edit(apart.two, remember="Peonies")
    heard.until(waiting=1)
    heard.until(kind=SyncKind.SHARED, waiting=0)
    apart.one.syncing.close()
    apart.share(apart.one)
    assert apart.remembered(apart.one) == "Peonies"


def test_news_from_head_office_is_told_to_the_windows(shared: Shared) -> None:
    told: list[frozenset[str]] = []
    shared.two.listen(told.append)
    shared.edit(shared.one, remember="Peonies")
    shared.share(shared.one, shared.two)
    assert told == [frozenset({"client"})]


def test_a_wrong_code_leaves_the_till_alone_and_keeps_no_key(apart: Shared) -> None:
    with pytest.raises(UserError, match="code"):
        apart.one.syncing.enrol(ADDRESS, "00000-00000")
    assert apart.one.syncing.state().kind == SyncKind.ALONE
    beside = apart.one.opened.book.path.parent
    assert sorted(p.name for p in beside.iterdir() if ".till" in p.name) == []


def test_until_a_person_has_compared_the_numbers_nothing_is_shared(apart: Shared) -> None:
    apart.wires.is_pending = True
    state = apart.one.syncing.enrol(ADDRESS, CODE)
    heard = Heard(apart.one)
    assert (state.kind, state.stop, state.confirm_number) == (
        SyncKind.STOPPED, Stop.CONFIRM, "123456",
    )  # fmt: skip
    apart.wires.is_pending = False
    apart.one.syncing.sync_soon()
    assert heard.until(kind=SyncKind.SHARED).confirm_number == ""
    with pytest.raises(UserError, match="joined head office already"):
        apart.one.syncing.enrol(ADDRESS, CODE)


def test_a_cut_line_says_so_and_is_tried_again_later_each_time(shared: Shared) -> None:
    shared.wires.is_cut = True
    shared.edit(shared.one, remember="Peonies")
    waits, state = [], shared.one.syncing.state()
    for _try in range(4):
        state = shared.one.syncing.sync_now()
        assert (state.kind, state.waiting) == (SyncKind.OFFLINE, 1)
        assert state.next_try_at is not None
        waits.append((state.next_try_at - shared.clock.now()).total_seconds())
    assert str(state.why) == "Head office cannot be reached."
    for wait, middle in zip(waits, (1, 2, 4, 8), strict=True):
        assert middle * 0.5 <= wait <= middle * 1.5
    shared.wires.is_cut = False
    assert shared.share(shared.one).next_try_at is None


def test_what_was_shared_last_is_known_after_a_restart(shared: Shared) -> None:
    path = shared.one.opened.book.path
    shared.one.close()
    again = open_backend(path, clock=shared.clock, keys=KEYS)
    again.lines = shared.wires
    state = again.syncing.state()
    assert (state.kind, state.last_at, state.address) == (
        SyncKind.OFFLINE, shared.clock.now(), ADDRESS,
    )  # fmt: skip
    again.close()


def test_a_withdrawn_till_locks_keeps_its_words_and_can_be_let_in_again(shared: Shared) -> None:
    shared.edit(shared.one, remember="Peonies")
    shared.office.revoke("one")
    state = shared.one.syncing.sync_now()
    assert (state.kind, state.stop, state.is_locked, state.waiting) == (
        SyncKind.STOPPED, Stop.REVOKED, True, 1,
    )  # fmt: skip
    with pytest.raises(KnownError, match="withdrawn"):
        shared.edit(shared.one, remember="Lilies")
    with pytest.raises(UserError, match="withdrawn"):
        shared.one.syncing.leave()
    shared.one.syncing.close()
    shared.one.syncing.enrol(ADDRESS, CODE)
    shared.one.syncing.close()
    shared.share(shared.one, shared.two)
    assert shared.remembered(shared.two) == "Peonies"
    shared.edit(shared.one, remember="Lilies")


def test_a_lock_outlives_the_program(shared: Shared) -> None:
    shared.office.revoke("one")
    shared.one.syncing.sync_now()
    path = shared.one.opened.book.path
    shared.one.close()
    again = open_backend(path, clock=shared.clock, keys=KEYS)
    with pytest.raises(KnownError, match="withdrawn"):
        shared.edit(again, remember="Lilies")
    again.close()


def test_the_order_to_erase_leaves_nothing_of_the_book(shared: Shared) -> None:
    path = shared.one.opened.book.path
    shared.one.opened.back_up(Reason.BY_HAND)
    shared.office.revoke("one")
    shared.wires.order_for("one")
    state = shared.one.syncing.sync_now()
    assert (state.stop, state.is_locked) == (Stop.ERASED, True)
    assert [p.name for p in path.parent.iterdir()] == []
    shared.one.close()
    with pytest.raises(NotFoundError):
        open_backend(path, clock=shared.clock, keys=KEYS)


@pytest.mark.parametrize("forged", [("one", TillKey(bytes(32))), ("two", None)])
def test_an_order_of_anybody_else_or_for_another_till_erases_nothing(
    shared: Shared, forged: tuple[str, TillKey | None]
) -> None:
    till, key = forged
    shared.office.revoke("one")
    shared.wires.order_for(till, *([key] if key else []))
    assert shared.one.syncing.sync_now().stop == Stop.REVOKED
    assert shared.one.opened.book.path.exists()


def test_what_could_not_be_erased_at_once_goes_at_the_next_start(shared: Shared) -> None:
    path = shared.one.opened.book.path
    shared.one.close()
    path.with_name(f"{path.name}.erasing").touch()
    with pytest.raises(NotFoundError):
        open_backend(path, clock=shared.clock, keys=KEYS)
    assert list(path.parent.iterdir()) == []


def test_news_that_would_empty_the_book_waits_for_a_manager(shared: Shared) -> None:
    for number in range(60):
        shared.one.do(
            log.log_note, "Noted", client_id=shared.client, body=f"{number}", staff_id=None
        )
    shared.share(shared.one, shared.two)
    writer = shared.one.opened.book.connect()
    writer.execute("DELETE FROM note")
    writer.close()
    shared.share(shared.one)
    count = "SELECT count(*) FROM note"
    state = shared.two.syncing.sync_now()
    assert (state.kind, state.stop) == (SyncKind.STOPPED, Stop.MASS_CHANGE)
    assert shared.two.look(lambda reader: reader.execute(count).fetchone()) == (60,)
    shared.two.syncing.allow_mass_change()
    shared.share(shared.two)
    assert shared.two.look(lambda reader: reader.execute(count).fetchone()) == (0,)


def test_a_till_leaves_and_joins_another_boutique_with_its_book(shared: Shared) -> None:
    shared.one.syncing.leave()
    assert shared.one.syncing.state() == SyncState()
    beside = shared.one.opened.book.path.parent
    assert [p.name for p in beside.iterdir() if ".till" in p.name or ".shared" in p.name] == []
    assert shared.till_of(shared.one) != "one"
    shared.edit(shared.one, remember="Peonies")
    shared.one.syncing.enrol(ADDRESS, CODE)
    shared.one.syncing.close()
    shared.share(shared.one, shared.two)
    assert shared.remembered(shared.two) == "Peonies"
    assert shared.two.syncing.cases() == ()


def test_two_programs_on_one_book_do_not_both_share_it(shared: Shared) -> None:
    lease = Lease(shared.one.opened.book.path)
    said = len(shared.wires.said)
    state = shared.one.syncing.sync_now()
    assert (state.kind, str(state.why)) == (
        SyncKind.OFFLINE, "Another program on this computer shares this book.",
    )  # fmt: skip
    assert len(shared.wires.said) == said
    lease.release()
    shared.share(shared.one)


def test_closing_cuts_what_is_under_way_and_loses_nothing(shared: Shared) -> None:
    shared.edit(shared.one, remember="Peonies")
    is_asking, may_answer = threading.Event(), threading.Event()

    def before() -> None:
        is_asking.set()
        may_answer.wait()

    shared.wires.before = before
    shared.one.syncing.start()
    shared.one.syncing.sync_soon()
    is_asking.wait()
    closing = threading.Thread(target=shared.one.syncing.close)
    closing.start()
    may_answer.set()
    closing.join()
    shared.wires.before = lambda: None
    shared.share(shared.one, shared.two)
    assert shared.remembered(shared.two) == "Peonies"


def test_a_person_writes_while_a_page_is_on_its_way(shared: Shared) -> None:
    shared.edit(shared.two, remember="Peonies")
    shared.share(shared.two)
    shared.wires.before = lambda: shared.edit(shared.one, preferred_name="Bea")
    shared.share(shared.one)
    shared.wires.before = lambda: None
    assert shared.remembered(shared.one) == "Peonies"


def test_a_restored_book_goes_on_sharing(shared: Shared) -> None:
    backup = shared.one.opened.back_up(Reason.BY_HAND)
    shared.edit(shared.one, remember="Peonies")
    shared.share(shared.one)
    heard = Heard(shared.one)
    shared.one.syncing.start()
    shared.one.syncing.sync_soon()
    heard.until(kind=SyncKind.SHARED)
    shared.one.restore(backup)
    shared.one.syncing.sync_soon()
    heard.until(kind=SyncKind.SHARED, waiting=0)
    shared.one.syncing.close()
    shared.share(shared.one, shared.two)
    assert shared.remembered(shared.one) == shared.remembered(shared.two) == "Peonies"


def test_a_till_whose_membership_was_turned_round_shares_nothing(shared: Shared) -> None:
    path = shared.one.opened.book.path
    shared.one.close()
    file = path.with_name(f"{path.name}.till.json")
    file.write_text(file.read_text().replace("office.example", "other.example"))
    again = open_backend(path, clock=shared.clock, keys=KEYS)
    again.lines = shared.wires
    said = len(shared.wires.said)
    again.syncing.start()
    state = again.syncing.state()
    assert (state.kind, state.stop) == (SyncKind.STOPPED, Stop.UNKNOWN)
    assert "changed by someone" in str(state.why)
    assert len(shared.wires.said) == said
    again.close()


def test_pictures_follow_the_rows_that_name_them(shared: Shared) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(picture, "PNG")
    kept = shared.one.keep_picture(picture.getvalue()).value
    shared.one.do(pictures.set_portrait, "Portrait", client_id=shared.client, attachment_id=kept)
    sha256 = shared.one.look(lambda r: r.execute("SELECT sha256 FROM attachment").fetchone()[0])
    told: list[frozenset[str]] = []
    shared.two.listen(told.append)
    shared.share(shared.one, shared.two)
    assert shared.two.picture(sha256, 20) == shared.one.picture(sha256, 20) is not None
    assert frozenset({"attachment"}) in told
    state = shared.two.syncing.state()
    assert (state.pictures_to_send, state.pictures_to_fetch) == (0, 0)


def test_a_till_whose_key_is_gone_says_so_and_can_join_anew(shared: Shared) -> None:
    path = shared.one.opened.book.path
    shared.edit(shared.one, remember="Peonies")
    shared.one.syncing.close()
    path.with_name(f"{path.name}.till.key").unlink()
    state = shared.one.syncing.sync_now()
    assert (state.kind, state.waiting) == (SyncKind.OFFLINE, 1)
    assert "join head office again with a new code" in str(state.why)
    shared.one.syncing.leave()
    shared.one.syncing.enrol(ADDRESS, CODE)
    shared.one.syncing.close()
    shared.share(shared.one, shared.two)
    assert shared.remembered(shared.two) == "Peonies"


def test_the_moment_of_the_last_sharing_follows_the_clock(shared: Shared) -> None:
    shared.clock.advance(timedelta(hours=2))
    assert shared.share(shared.one).last_at == shared.clock.now()


def test_asking_how_it_stands_imports_nothing_heavy(shared: Shared) -> None:
    path = shared.one.opened.book.path
    shared.one.close()
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from clienteling.bootstrap import DeviceKeys, open_backend\n"
        f"backend = open_backend(Path({str(path)!r}), keys=DeviceKeys(use_keyring=False))\n"
        "print(backend.syncing.state().kind)\n"
        "print(sorted({'sqlalchemy', 'httpx2', 'cryptography'} & set(sys.modules)))\n"
        "backend.close()"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split("\n") == ["offline", "['cryptography']", ""]
