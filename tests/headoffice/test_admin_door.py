"""Who gets into the administration, and who does not: two factors, visits that end, own forms."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest

from clienteling.domain.clock import FakeClock
from clienteling.headoffice.admins import Admins
from clienteling.headoffice.backups import back_up, restore
from clienteling.headoffice.factors import Cost, Factors
from clienteling.headoffice.home import Home
from clienteling.headoffice.web.admin.attending import Place
from clienteling.headoffice.web.admin.routes import PLACES
from clienteling.models.types import to_milliseconds
from tests.headoffice.administering import (
    CHEAP,
    PASSPHRASE,
    SECOND,
    Administration,
    Person,
    administration,
    words_in,
)

MINUTE = timedelta(minutes=1)
CLOSED = [place for place in PLACES if not place.is_open]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Administration]:
    with administration(tmp_path / "home", FakeClock()) as one:
        yield one


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Administration]:
    """One for tests that change nothing in it but who is in."""
    folder = tmp_path_factory.mktemp("shared") / "home"
    with administration(folder, FakeClock(), code_burst=1_000) as one:
        one.let_in()
        yield one


@pytest.fixture
def roomy(tmp_path: Path) -> Iterator[Administration]:
    """One whose limit for an address is far away: what the account allows is seen."""
    with administration(tmp_path / "home", FakeClock(), code_burst=1_000) as one:
        yield one


def _path(path: str) -> str:
    return path.replace("{till}", "t1").replace("{rest:path}", "nothing")


def _is_in(person: Person) -> bool:
    return person.get("/admin/journal").status_code == 200


def test_nobody_sees_or_does_anything_without_signing_in(house: Administration) -> None:
    house.let_in()
    before = house.rows("SELECT * FROM sync_till"), house.journal()
    stranger = house.somebody()
    for place in CLOSED:
        for answer in (
            stranger.get(_path(place.path)) if place.get else None,
            stranger.send(_path(place.path), {"csrf": "0" * 64}) if place.post else None,
        ):
            if answer is not None:
                assert (answer.status_code, answer.headers["location"]) == (303, "/admin/sign-in")
                assert answer.content == b""
    assert (house.rows("SELECT * FROM sync_till"), house.journal()) == before


def test_only_both_factors_together_let_somebody_in(house: Administration) -> None:
    person = house.administrator(is_in=False)
    right = person.digits()
    other = f"{(int(right) + 1) % 1_000_000:06d}"
    told = {
        words_in(answer.text).replace("Somebody", "").replace(person.name, "")
        for answer in (
            person.sign_in(digits=other),
            person.sign_in(passphrase="quiet paper, ink"),
            person.sign_in(name="Somebody"),
        )
        if answer.status_code == 403
    }
    assert len(told) == 1
    assert "did not fit together" in told.pop()
    answer = person.sign_in(name="  hélène   MARCHAND ", digits=f"{right[:3]} {right[3:]}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/admin")
    cookie = answer.headers["set-cookie"]
    assert re.fullmatch(
        r"__Host-office=[\w-]{43}; Path=/; Secure; HttpOnly; SameSite=Strict", cookie
    )
    assert _is_in(person)
    assert [(who, did, about) for who, did, about, _ in house.journal()] == [
        ("", "not_let_in", "Hélène Marchand"),
        ("", "not_let_in", "Hélène Marchand"),
        ("", "not_let_in", ""),
        ("Hélène Marchand", "signed_in", ""),
    ]


def test_the_same_digits_let_nobody_in_twice(house: Administration) -> None:
    person = house.administrator(is_in=False)
    thief = house.somebody(person.name, person.secret, at="203.0.113.7")
    used = person.digits()
    assert person.sign_in().status_code == 303
    assert thief.sign_in(digits=used).status_code == 403
    house.clock.advance(30 * SECOND)
    # A step back is forgiven to a slow clock, never to digits that were used.
    assert thief.sign_in(digits=used).status_code == 403
    assert thief.sign_in().status_code == 303


def test_of_many_who_show_the_same_digits_at_once_one_is_let_in(house: Administration) -> None:
    # A guess that takes a while lets all of them read which digits were used before one is through.
    person = house.administrator(is_in=False, cost=Cost(4, 1))
    seal, ledger = house.office.home.key("seal"), house.office.home.ledger
    admins = Admins(house.office.database, house.clock, seal, ledger)
    shown, together = person.digits(), Barrier(4)

    def come() -> str | None:
        together.wait()
        return admins.let_in(person.name, PASSPHRASE, shown)

    with ThreadPoolExecutor(4) as pool:
        came = [job.result() for job in [pool.submit(come) for _ in range(4)]]
    assert sorted(came, key=str) == [person.name, None, None, None]
    factors, now = Factors(seal, CHEAP), to_milliseconds(house.clock.now())
    step = now // 30_000
    assert factors.step_of(person.secret, shown, step - 1, now) == step
    assert factors.step_of(person.secret, shown, step, now) is None


@pytest.mark.parametrize(("seconds", "status"), [(-60, 403), (-30, 303), (30, 303), (60, 403)])
def test_a_phone_may_be_half_a_minute_off(
    shared: Administration, seconds: int, status: int
) -> None:
    person = shared.administrator(is_in=False)
    shared.clock.advance(60 * SECOND)
    shared.clock.advance(seconds * SECOND)
    shown = person.digits()
    shared.clock.advance(-seconds * SECOND)
    assert person.sign_in(digits=shown).status_code == status


def test_after_five_tries_in_a_minute_an_account_is_not_heard(roomy: Administration) -> None:
    person = roomy.administrator(is_in=False)
    thief = roomy.somebody(person.name, person.secret, at="203.0.113.7")
    wrong = [thief.sign_in(digits="000000").status_code for _ in range(5)]
    assert wrong == [403] * 5
    assert person.sign_in().status_code == 403
    roomy.clock.advance(MINUTE)
    assert person.sign_in().status_code == 303


def test_after_a_hundred_failed_tries_only_a_new_code_helps(roomy: Administration) -> None:
    person = roomy.administrator(is_in=False)
    roomy.change("UPDATE admin_person SET failed = 100")
    assert person.sign_in().status_code == 403
    assert roomy.rows("SELECT failed FROM admin_person") == [(101,)]
    again = roomy.administrator(is_in=False)
    assert again.sign_in().status_code == 303


def test_an_address_that_tries_too_often_is_held_back(house: Administration) -> None:
    person = house.administrator(is_in=False)
    thief = house.somebody(house.administrator("Li Wei").name, at="203.0.113.7")
    told = [thief.sign_in(digits="000000") for _ in range(6)]
    assert [one.status_code for one in told] == [403] * 5 + [429]
    assert told[-1].headers["retry-after"] == "12"
    assert "wait a minute" in told[-1].text
    assert person.sign_in().status_code == 303


def test_a_visit_ends_when_nothing_is_done(house: Administration) -> None:
    person = house.administrator()
    for _ in range(4):
        house.clock.advance(14 * MINUTE)
        assert _is_in(person)
    house.clock.advance(15 * MINUTE + SECOND)
    answer = person.get("/admin/people")
    assert (answer.status_code, answer.headers["location"]) == (303, "/admin/sign-in?ended=1")
    assert "ended because nothing was done" in person.see("/admin/sign-in?ended=1")


def test_a_visit_ends_after_a_working_day_whatever_is_done(house: Administration) -> None:
    person = house.administrator()
    for _ in range(47):
        house.clock.advance(10 * MINUTE)
        assert _is_in(person)
    house.clock.advance(10 * MINUTE)
    assert not _is_in(person)


def test_signing_out_ends_the_visit_for_good(house: Administration) -> None:
    person = house.administrator()
    kept = dict(person.client.cookies)
    assert person.fill("/admin", "/admin/sign-out").headers["location"] == "/admin/sign-in"
    assert person.client.cookies.get("__Host-office") is None
    thief = house.somebody()
    thief.client.cookies.update(kept)
    assert not _is_in(thief)


def test_a_token_that_was_planted_before_signing_in_is_worth_nothing(
    house: Administration,
) -> None:
    person = house.administrator(is_in=False)
    person.get("/admin/sign-in")
    planted = dict(person.client.cookies)
    assert person.sign_in().status_code == 303
    thief = house.somebody()
    thief.client.cookies.update(planted)
    assert not _is_in(thief)
    assert _is_in(person)


def test_neither_tokens_nor_codes_nor_secrets_stand_in_the_database(
    house: Administration,
) -> None:
    person = house.administrator()
    person.fill("/admin/enrolment", "/admin/enrolment", boutique="PAR1", also="")
    code = re.search(r'class="code">([^<]+)<', person.see("/admin/enrolment"))
    assert code
    shown = repr([house.rows(f"SELECT * FROM {name}") for name in _tables(house)])
    for secret in (*person.client.cookies.values(), code[1], person.secret, PASSPHRASE):
        assert secret not in shown
        assert secret.replace("-", "") not in shown


def _tables(house: Administration) -> list[str]:
    found = house.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    return [name for (name,) in found if name.startswith(("admin_", "trust_"))]


@pytest.mark.parametrize("place", [one for one in PLACES if one.post], ids=lambda one: one.name)
def test_a_form_of_another_page_does_nothing(shared: Administration, place: Place) -> None:
    house = shared
    person, other = house.administrator(), house.administrator("Li Wei")
    before = house.rows("SELECT * FROM sync_till"), house.journal()
    theirs = {"csrf": re.findall(r'"csrf" value="(\w+)"', other.see("/admin"))[0]}
    own = {"csrf": re.findall(r'"csrf" value="(\w+)"', person.see("/admin"))[0]}
    fields = {"name": "Counter", "boutique": "MIL1", "digits": "1"}
    for sent, headers in (
        (fields, {}),
        (fields | theirs, {}),
        (fields | {"csrf": "é"}, {}),
        (fields | own, {"sec-fetch-site": "cross-site"}),
        (fields | own, {"sec-fetch-site": "same-site"}),
    ):
        answer = person.send(_path(place.path), sent, **headers)
        assert answer.status_code == 403
        assert "Nothing was changed" in answer.text
    assert (house.rows("SELECT * FROM sync_till"), house.journal()) == before


def test_somebody_invited_sets_up_both_factors_once(house: Administration) -> None:
    first = house.administrator()
    first.fill("/admin/people", "/admin/people", name="Li Wei 李薇")
    page = first.see("/admin/people")
    code = re.search(r'class="code">([^<]+)<', page)
    assert code
    assert "https://office.test/admin/welcome" in page
    guest = house.somebody("Li Wei 李薇", at="203.0.113.7")
    known = {"name": guest.name, "code": code[1].lower().replace("-", " ")}
    wrong = guest.fill("/admin/welcome", "/admin/welcome", **known | {"code": "AAAAA-AAAAA"})
    assert wrong.status_code == 403
    step = guest.fill("/admin/welcome", "/admin/welcome", **known)
    assert step.status_code == 200
    secret = re.search(r'class="secret">([^<]+)<', step.text)
    assert secret
    guest.secret = secret[1].replace(" ", "")

    def told(**other: str) -> tuple[int, str]:
        both = {"passphrase": PASSPHRASE, "again": PASSPHRASE, "digits": guest.digits()}
        answer = guest.fill("/admin/welcome", "/admin/welcome", **known | both | other)
        house.clock.advance(MINUTE)
        wrong = re.search(r'id="[a-z]*-?wrong">(.*?)</p>', answer.text, re.DOTALL)
        return answer.status_code, words_in(wrong[1]) if wrong else ""

    assert told(again="quiet paper")[1].startswith("The two passphrases differ")
    assert told(passphrase="short", again="short")[1].startswith("This passphrase is too short")
    assert told(digits="000000")[1].startswith("These are not the digits of now")
    assert not _is_in(guest)
    assert told() == (303, "")
    assert _is_in(guest)
    assert told()[0] == 403
    late = house.somebody("Li Wei 李薇", at="203.0.113.8")
    assert late.fill("/admin/welcome", "/admin/welcome", **known).status_code == 403


def test_a_code_for_a_person_ends_after_a_day(house: Administration) -> None:
    seal, ledger = house.office.home.key("seal"), house.office.home.ledger
    admins = Admins(house.office.database, house.clock, seal, ledger)
    code = admins.invite("Li Wei")
    assert admins.invited("Li Wei", code)
    house.clock.advance(timedelta(days=1))
    assert admins.invited("Li Wei", code) is None


def test_a_new_code_ends_the_visits_and_takes_the_old_way_in(house: Administration) -> None:
    first, other = house.administrator(), house.administrator("Li Wei")
    assert _is_in(other)
    first.fill("/admin/people", "/admin/people", name="LI WEI")
    assert not _is_in(other)
    assert other.sign_in().status_code == 403


def test_nobody_shuts_the_door_behind_everybody(house: Administration) -> None:
    first, other = house.administrator(), house.administrator("Li Wei")
    for path in ("/admin/people", "/admin/people/close"):
        answer = first.fill("/admin/people", path, name="hélène marchand")
        assert (answer.status_code, "behind yourself" in answer.text) == (422, True)
    assert first.fill("/admin/people", "/admin/people/close", name="Li Wei").status_code == 303
    assert not _is_in(other)
    assert other.sign_in().status_code == 403
    assert "is let in no more" in first.see("/admin/people")
    assert "is let in no more" not in first.see("/admin/people")


def test_no_restore_opens_a_door_that_was_shut(tmp_path: Path) -> None:
    clock, folder = FakeClock(), tmp_path / "home"
    with administration(folder, clock) as house:
        first, gone = house.administrator(), house.administrator("Li Wei")
        invited = Admins(
            house.office.database, clock, house.office.home.key("seal"), house.office.home.ledger
        ).invite("Yusuf")
        kept = dict(first.client.cookies)
        backup = back_up(house.office.home, clock)
        first.fill("/admin/people", "/admin/people/close", name="Li Wei")
    restore(Home(folder), clock, backup.folder)
    clock.advance(MINUTE)
    with administration(folder, clock) as house:
        thief = house.somebody(gone.name, gone.secret)
        thief.client.cookies.update(kept)
        assert not _is_in(thief)
        assert thief.sign_in().status_code == 403
        step = thief.fill("/admin/welcome", "/admin/welcome", name="Yusuf", code=invited)
        assert step.status_code == 403
        again = house.somebody(first.name, first.secret)
        assert again.sign_in().status_code == 303
        assert "Every entry is as it was written" in again.see("/admin/journal")


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"x" * 20_000, "application/x-www-form-urlencoded", 413),
        (b"csrf=%ff%fe", "application/x-www-form-urlencoded", 400),
        (b"\xff\xfe", "application/x-www-form-urlencoded", 400),
        (b"a=&" * 100, "application/x-www-form-urlencoded", 400),
        (b"csrf=1", "multipart/form-data; boundary=x", 415),
        (b"{}", "application/json", 415),
    ],
    ids=["large", "no text", "no signs", "many fields", "multipart", "json"],
)
def test_what_is_no_form_of_ours_is_not_read(
    shared: Administration, body: bytes, kind: str, status: int
) -> None:
    person = shared.administrator()
    answer = shared.run(
        person.client.post("/admin/people", content=body, headers={"content-type": kind})
    )
    assert (answer.status_code, answer.headers["content-type"]) == (
        status,
        "text/html; charset=utf-8",
    )


def test_a_page_that_only_does_cannot_be_looked_at(shared: Administration) -> None:
    person = shared.administrator()
    assert person.get("/admin/sign-out").status_code == 405
    assert person.send("/admin/journal").status_code == 405
    assert person.get("/admin/nothing/here").status_code == 404
    assert person.get("/admin/fonts/../style.ttf").status_code == 404
    assert _is_in(person)
