"""How a till is let in: once, in time, by two people who compare, and never under another's name."""

import secrets
from datetime import timedelta

import pytest

from clienteling.domain.clock import FakeClock, SystemClock
from clienteling.domain.errors import NotFoundError, UserError
from clienteling.headoffice import ledger
from clienteling.headoffice.grants import grant
from clienteling.headoffice.overview import HEARD, REVOKED, WAITING, all_tills
from clienteling.sync.engine import LineError
from clienteling.sync.enrolling import enrol
from clienteling.sync.http import HttpTransport
from clienteling.sync.invitation import Invitation, plain_code, read_invitation
from clienteling.sync.line import BUSY
from clienteling.sync.wire import Cursor, Pull, Pulled, Refused
from tests.headoffice.servers import BOUTIQUE, Server, key_of

EVERYTHING = {scope: Cursor() for scope in ("g", BOUTIQUE, "b:MIL1")}


def _name() -> str:
    return f"till-{secrets.token_hex(8)}"


def _enrol(server: Server, code: str, till: str) -> None:
    enrol(server.invitation(code), till, "The till at the door", key_of(till))


def test_a_till_waits_until_two_people_compared_the_digits(server: Server) -> None:
    till = _name()
    member = server.enrol(till, by_hand=False)
    line = server.transport(till)
    words = Pull(till, "life", 1, EVERYTHING)
    assert (member.confirmed, len(member.digits)) == (False, 6)
    assert line.pull(words) == Refused("pending")
    with server.open() as office:
        wrong = f"{(int(member.digits) + 1) % 1_000_000:06d}"
        with pytest.raises(UserError, match="digits"):
            office.enrolment.confirm(till, wrong)
        assert line.pull(words) == Refused("pending")
        office.enrolment.confirm(till, f"{member.digits[:3]} {member.digits[3:]}")
        with pytest.raises(NotFoundError):
            office.enrolment.confirm(till, member.digits)
    answer = line.pull(words)
    assert isinstance(answer, Pulled)
    assert answer.granted == member.granted == ("g", BOUTIQUE)
    line.close()


def test_a_till_that_waits_can_be_refused(server: Server) -> None:
    till = _name()
    server.enrol(till, by_hand=False)
    line = server.transport(till)
    with server.open() as office:
        office.enrolment.refuse(till)
        with pytest.raises(NotFoundError):
            office.enrolment.refuse(till)
    assert line.pull(Pull(till, "life", 1, EVERYTHING)) == Refused("session")
    line.close()


def test_the_digits_are_of_this_key_and_this_enrolment(server: Server) -> None:
    seen = set()
    for _ in range(3):
        till = _name()
        seen.add(server.enrol(till, by_hand=False).digits)
        with server.open() as office:
            office.enrolment.refuse(till)
    assert len(seen) > 1


def test_a_code_works_however_a_person_writes_it_and_only_once(server: Server) -> None:
    code = server.code()
    spoken = f"  {code.lower().replace('-', ' ')} ".replace("0", "o").replace("1", "l")
    _enrol(server, spoken, _name())
    with pytest.raises(UserError, match="was used"):
        _enrol(server, code, _name())


def test_a_code_is_gone_after_a_try_that_came_to_nothing(server: Server) -> None:
    code, taken = server.code(), _name()
    server.enrol(taken)
    with pytest.raises(UserError, match="another one of its name"):
        _enrol(server, code, taken)
    with pytest.raises(UserError, match="was used"):
        _enrol(server, code, _name())


@pytest.mark.parametrize(
    ("minutes", "is_good"), [(-14, True), (-16, False)], ids=["in time", "expired"]
)
def test_a_code_lives_a_quarter_of_an_hour(server: Server, minutes: int, *, is_good: bool) -> None:
    from clienteling.headoffice.opening import open_office

    then = FakeClock(SystemClock().now() + timedelta(minutes=minutes))
    with open_office(server.home, then, threads=1) as office:
        code = office.enrolment.make_code(BOUTIQUE, confirmed_by_hand=True)
    if is_good:
        _enrol(server, code, _name())
    else:
        with pytest.raises(UserError, match="older than a quarter"):
            _enrol(server, code, _name())


@pytest.mark.parametrize("code", ["", "AAAAA-AAAAA", "' OR 1=1 --", "é" * 10, "A" * 10_000])
def test_what_is_no_code_lets_nobody_in(server: Server, code: str) -> None:
    with pytest.raises(UserError, match="not valid"):
        _enrol(server, code, _name())


@pytest.mark.parametrize(
    ("till", "name"),
    [
        ("", "Till"),
        ("x" * 65, "Till"),
        ("a b", "Till"),
        ("../x", "Till"),
        ("t", ""),
        ("t", "a\nb"),
    ],
)
def test_a_name_that_cannot_be_one_is_not_taken(server: Server, till: str, name: str) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        enrol(server.invitation(server.code()), till, name, key_of("any"))


def test_a_key_that_the_till_does_not_hold_is_not_taken(server: Server) -> None:
    class Borrowed:
        public = key_of("somebody").public
        sign = key_of("nobody").sign

    with pytest.raises(UserError, match="cannot be read"):
        enrol(server.invitation(server.code()), _name(), "Till", Borrowed())  # type: ignore[arg-type] # a thief's


def test_codes_cannot_be_tried_one_after_the_other(own_server: Server) -> None:
    told = []
    for _ in range(7):
        try:
            _enrol(own_server, "AAAAA-AAAAA", _name())
        except (UserError, LineError) as error:
            told.append(error)
    kinds = [type(error) for error in told]
    assert kinds == [UserError] * 5 + [LineError] * 2
    assert str(told[-1]) == BUSY
    assert isinstance(told[-1], LineError)
    assert told[-1].retry_after == 12


def test_only_hashes_of_codes_and_tokens_are_kept(server: Server) -> None:
    till = _name()
    code = server.code()
    line = server.enrolled(till)
    line.pull(Pull(till, "life", 1, EVERYTHING))
    assert line._session is not None
    with server.open() as office, office.database.read() as transaction:
        kept = transaction.all("SELECT * FROM trust_code") + transaction.all(
            "SELECT * FROM trust_session"
        )
    shown = repr(kept)
    assert plain_code(code) not in shown
    assert line._session.token not in shown
    line.close()


def test_a_till_sees_what_it_is_granted_from_that_moment_on(server: Server) -> None:
    till = _name()
    line = server.enrolled(till)
    words = Pull(till, "life", 1, EVERYTHING)

    def seen() -> tuple[str, ...]:
        answer = line.pull(words)
        assert isinstance(answer, Pulled)
        assert {page.scope for page in answer.pages} == set(answer.granted)
        return answer.granted

    assert seen() == ("g", BOUTIQUE)
    with server.open() as office:
        assert grant(office.database, till, ["b:MIL1"]) == ("g", BOUTIQUE, "b:MIL1")
        assert seen() == ("g", BOUTIQUE, "b:MIL1")
        grant(office.database, till, [])
        assert seen() == ("g", BOUTIQUE)
        for wrong in ("g", "MIL1", "b:", "b:x'--", "b:a b"):
            with pytest.raises(UserError):
                grant(office.database, till, [wrong])
    line.close()


def test_a_revoked_till_comes_back_only_with_a_new_code(server: Server) -> None:
    till = _name()
    line = server.enrolled(till)
    with server.open() as office:
        ledger.revoke(office, till)
        states = {row.till: row.state for row in all_tills(office.database)}
    assert states[till] == REVOKED
    assert line.pull(Pull(till, "life", 1, EVERYTHING)) == Refused("revoked")
    assert line.order is None
    server.enrol(till)
    assert isinstance(line.pull(Pull(till, "life", 1, EVERYTHING)), Pulled)
    line.close()


@pytest.mark.parametrize("years", [-40, 40])
def test_a_clock_that_is_far_off_is_shown_on_both_sides_and_harms_nothing(
    server: Server, years: int
) -> None:
    till = _name()
    server.enrol(till)
    off = timedelta(days=365 * years)
    line = HttpTransport(server.line(), till, key_of(till), FakeClock(SystemClock().now() + off))
    assert isinstance(line.pull(Pull(till, "life", 1, EVERYTHING)), Pulled)
    assert line.clock_off_seconds is not None
    assert abs(line.clock_off_seconds - off.total_seconds()) < 60
    with server.open() as office:
        shown = {row.till: row for row in all_tills(office.database)}[till]
    assert shown.state == HEARD
    assert shown.clock_off is not None
    assert abs(shown.clock_off - off.total_seconds()) < 60
    line.close()


def test_tills_that_wait_are_listed(server: Server) -> None:
    till = _name()
    server.enrol(till, by_hand=False)
    with server.open() as office:
        shown = {row.till: row for row in all_tills(office.database)}[till]
        office.enrolment.refuse(till)
    assert (shown.name, shown.home, shown.state, shown.seen_at) == (
        f"Till {till}",
        BOUTIQUE,
        WAITING,
        0,
    )


def test_an_invitation_reads_as_it_was_written() -> None:
    for authority in ("", "a" * 64):
        invitation = Invitation("https://hq.example:8843", "1QMB3-V5ZYW", authority)
        assert read_invitation(f" {invitation}\n") == invitation


@pytest.mark.parametrize(
    "text",
    [
        "", "1QMB3-V5ZYW", "http://hq/#1QMB3-V5ZYW", "https://hq/", "https:///#1QMB3-V5ZYW",
        "https://hq/#1QMB3-V5ZYW.abc",
    ],
)  # fmt: skip
def test_what_is_no_invitation_is_told(text: str) -> None:
    with pytest.raises(UserError, match=r"invitation"):
        read_invitation(text)
