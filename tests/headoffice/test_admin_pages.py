"""What the administration shows and does: tills, codes, grants, orders, people, the journal."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from typing_extensions import override

from clienteling.domain.clock import FakeClock
from clienteling.headoffice.journal import Journal
from clienteling.headoffice.overview import all_tills
from clienteling.headoffice.web.admin.routes import PLACES
from clienteling.headoffice.web.telling import Telling, Told, keep_told, told_in
from clienteling.models.types import to_milliseconds
from clienteling.sync.invitation import read_invitation
from clienteling.sync.signing import order_words
from clienteling.sync.wire import CASES, LIVE
from tests.headoffice.administering import SECOND, Administration, administration, words_in

PAGES = [place for place in PLACES if place.get and "{rest" not in place.path]
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
    " form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
SCRIPT = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
SQL = [
    "'; DROP TABLE admin_person; --",
    "' OR '1'='1",
    "x') UNION SELECT passphrase FROM admin_person --",
    "%_\\",
    "\u2019 OR 1=1 --",
]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Administration]:
    with administration(tmp_path / "home", FakeClock(), code_burst=1_000) as one:
        yield one


class Parts(HTMLParser):
    """The tags of a page with their attributes, and the labels that belong to fields."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def of(self, *names: str) -> list[dict[str, str | None]]:
        return [attrs for tag, attrs in self.tags if tag in names]


def _path(path: str, till: str = "t1") -> str:
    return path.replace("{till}", till)


def test_a_code_is_made_and_shown_with_fingerprint_and_picture(house: Administration) -> None:
    person = house.administrator()
    answer = person.fill(
        "/admin/enrolment", "/admin/enrolment", boutique="PAR1", also="LYO1, GVA1，ROM1"
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/admin/enrolment")
    page = person.see("/admin/enrolment")
    line = re.search(r'class="whole">([^<]+)<', page)
    assert line
    invitation = read_invitation(line[1])
    assert invitation.authority == house.office.home.authority()
    assert f'class="code">{invitation.code}<' in page
    assert invitation.authority in words_in(page).replace(" ", "")
    assert "in 15 minutes" in page
    assert '<svg class="qr" role="img"' in page
    granted = house.rows("SELECT home, granted, confirmed FROM trust_code")
    assert granted == [("b:PAR1", json.dumps(["g", "b:PAR1", "b:LYO1", "b:GVA1", "b:ROM1"]), 0)]
    house.clock.advance(timedelta(minutes=14))
    assert "in 1 minute" in person.see("/admin/enrolment")
    house.clock.advance(timedelta(minutes=1))
    assert invitation.code not in person.see("/admin/enrolment")
    assert house.journal()[-1] == (
        "Hélène Marchand",
        "made_code",
        "PAR1",
        {"also": "LYO1, GVA1, ROM1"},
    )


def test_a_till_is_let_in_by_the_digits_on_its_screen_only(house: Administration) -> None:
    person = house.administrator()
    digits = house.till("Counter")
    page = person.see("/admin")
    assert "Compare the digits" in page
    assert digits not in page + person.see("/admin/enrolment") + person.see("/admin/tills/t1")
    other = f"{(int(digits) + 1) % 1_000_000:06d}"
    answer = person.fill("/admin/enrolment", "/admin/tills/t1/confirm", digits=other)
    assert (answer.status_code, "not the digits of this till" in answer.text) == (422, True)
    assert [row.state for row in all_tills(house.office.database)] == ["waiting"]
    spoken = f"{digits[:3]} {digits[3:]}".translate(
        str.maketrans("0123456789", "０１２３４５６７８９")
    )
    answer = person.fill("/admin/enrolment", "/admin/tills/t1/confirm", digits=spoken)
    assert answer.headers["location"] == "/admin/tills/t1"
    assert "Counter is let in." in words_in(person.see("/admin/tills/t1"))
    assert [row.state for row in all_tills(house.office.database)] == ["heard"]
    assert [(did, detail) for _, did, _, detail in house.journal()[-3:]] == [
        ("let_in", {"name": "Counter"}),
        ("nothing", {"name": "Counter", "tried": "let_in"}),
        ("let_in", {"name": "Counter"}),
    ]
    again = person.fill("/admin/enrolment", "/admin/tills/t1/confirm", digits=spoken)
    assert again.headers["location"] == "/admin/enrolment"
    assert "no longer waits" in person.see("/admin/enrolment")


def test_a_till_that_waits_can_be_refused(house: Administration) -> None:
    person = house.administrator()
    house.till("Counter")
    person.fill("/admin/enrolment", "/admin/tills/t1/refuse")
    assert "Counter is not let in." in words_in(person.see("/admin/enrolment"))
    assert all_tills(house.office.database) == []
    assert person.get("/admin/tills/t1").status_code == 404


def test_a_boutique_is_granted_and_withdrawn(house: Administration) -> None:
    person = house.administrator()
    house.let_in()
    here = "/admin/tills/t1"

    def sees() -> tuple[str, ...]:
        return all_tills(house.office.database)[0].granted

    person.fill(here, f"{here}/grant", boutique="MIL1")
    person.fill(here, f"{here}/grant", boutique="LYO1")
    assert sees() == ("g", "b:PAR1", "b:MIL1", "b:LYO1")
    assert "Counter sees LYO1 from now on." in words_in(person.see(here))
    person.fill(here, f"{here}/withdraw", boutique="MIL1")
    assert sees() == ("g", "b:PAR1", "b:LYO1")
    for kept in ("PAR1", "g", "nothing"):
        person.fill(here, f"{here}/withdraw", boutique=kept)
    assert sees() == ("g", "b:PAR1", "b:LYO1")
    for wrong in ("", "a b", "b:x", "x" * 33, *SQL):
        answer = person.fill(here, f"{here}/grant", boutique=wrong)
        assert (answer.status_code, "A boutique is written" in answer.text) == (422, True)
    assert sees() == ("g", "b:PAR1", "b:LYO1")


def test_a_till_is_revoked_and_its_book_erased_only_by_its_name(house: Administration) -> None:
    person = house.administrator()
    house.let_in("Counter, first floor")
    house.let_in("Salon", "t2")
    here = "/admin/tills/t1"
    answer = person.fill(here, f"{here}/revoke", erase="yes", name="Salon")
    assert (answer.status_code, "This is not the till" in answer.text) == (422, True)
    assert {row.state for row in all_tills(house.office.database)} == {"heard"}
    person.fill(here, f"{here}/revoke", erase="yes", name=" counter, FIRST floor ")
    person.fill("/admin/tills/t2", "/admin/tills/t2/revoke", name="")
    first, second = all_tills(house.office.database)
    assert (first.state, second.state) == ("revoked", "revoked")
    assert (first.erase_at, second.erase_at) == (to_milliseconds(house.clock.now()), 0)
    assert order_words("t1", first.erase_at)
    assert [words[:2] for words in house.office.home.ledger.entries()] == [
        ("revoked", "t1"),
        ("revoked", "t2"),
    ]
    assert "Ordered to erase its book just now" in words_in(person.see(here))
    assert [did for _, did, _, _ in house.journal()[-2:]] == ["erased", "revoked"]


def test_the_overview_tells_how_every_till_is(house: Administration) -> None:
    house.let_in("Counter")
    house.let_in("Salon", "t2", "b:MIL1")
    house.till("New", "t3")
    person = house.administrator()
    now = to_milliseconds(house.clock.now())
    keep_told(house.office.database, house.clock, "t1", Telling(1_234, "0.1.0"))
    keep_told(house.office.database, house.clock, "t1", Telling(None, "0.2.0"))
    house.change(
        "UPDATE trust_till SET seen_at = ?, clock_off = ? WHERE till = 't1'", now - 120_000, 7_200
    )
    house.change("UPDATE trust_till SET seen_at = ? WHERE till = 't2'", now - 25 * 3_600_000)
    house.change(
        "INSERT INTO sync_rejected VALUES ('b:PAR1', 't1', 'i', 1, 'm', 'r', 'another scope',"
        ' \'{"name":"Beatrice Altieri"}\', ?)',
        now - 60_000,
    )
    page = person.see("/admin")
    rows = [words_in(row) for row in re.findall(r"<tr role=\"row\">(.*?)</tr>", page, re.DOTALL)]
    assert rows[1:] == [
        "Salon MIL1 Silent for a day 1 day ago Not told Not told Not told",
        "Counter 1 set aside PAR1 In use 2 minutes ago 1,234 2 hours ahead 0.2.0",
        "New PAR1 Waits to be let in Never Not told Not told Not told",
    ]
    assert words_in(person.see("/admin?find=MIL")).count("Salon") == 1
    assert "Counter" not in words_in(person.see("/admin?find=salon&state=silent"))
    assert "No till fits these words" in person.see("/admin?find=Salon&state=revoked")
    aside = person.see("/admin/set-aside")
    assert "Counter PAR1 Of a boutique this till may not write for 1 1 minute ago" in words_in(
        aside
    )
    assert "Altieri" not in aside + page


def test_many_tills_are_shown_a_hundred_at_a_time(house: Administration) -> None:
    person = house.administrator()
    with house.office.database.write() as transaction:
        transaction.many(
            "INSERT INTO trust_till VALUES (?, ?, '', '', 'b:PAR1', '[]', 0, 0, 0, NULL, 0)",
            [(f"t{n:03d}", f"Till {n:03d}") for n in range(250)],
        )
    for start, first, last in ((0, 1, 100), (200, 201, 250), (10**7, 201, 250), ("-1", 1, 100)):
        page = person.see(f"/admin?from={start}")
        assert f"{first} to {last} of 250" in page
        assert page.count('role="rowheader"') == last - first + 1


def test_cases_that_wait_are_counted_by_boutique_with_the_oldest(house: Administration) -> None:
    house.let_in()
    person = house.administrator()
    now = to_milliseconds(house.clock.now())
    house.change("INSERT INTO sync_scope VALUES ('b:PAR1', 3)")
    for seq, state, days in ((1, 0, 9), (2, 0, 3), (3, 1, 40)):
        house.change(
            "INSERT INTO sync_feed VALUES ('b:PAR1', ?, ?, ?, ?, ?, '', ?, NULL, '')",
            *(seq, CASES, f"c{seq}", LIVE, f'{{"state":{state}}}', now - days * 86_400_000),
        )
    assert "PAR1 1 1 3 2 1 week ago" in words_in(person.see("/admin/boutiques"))


def test_the_journal_tells_when_it_was_changed_behind_its_back(house: Administration) -> None:
    person = house.administrator()
    for boutique in ("PAR1", "MIL1", "LYO1"):
        person.fill("/admin/enrolment", "/admin/enrolment", boutique=boutique, also="")
    journal = Journal(house.office.database, house.clock, house.office.home.key("seal"))
    whole = (
        house.rows("SELECT * FROM admin_journal"),
        house.rows("SELECT * FROM admin_journal_head"),
    )

    def after(sql: str) -> int | None:
        house.change(sql)
        found = journal.fault()
        page = person.see("/admin/journal")
        house.change("DELETE FROM admin_journal")
        house.change("DELETE FROM admin_journal_head")
        for name, rows in zip(("admin_journal", "admin_journal_head"), whole, strict=True):
            for row in rows:
                house.change(f"INSERT INTO {name} VALUES ({', '.join('?' * len(row))})", *row)
        assert ("not as it was written" in page) == (found is not None)
        return found

    assert journal.fault() is None
    assert "Every entry is as it was written" in person.see("/admin/journal")
    assert after("UPDATE admin_journal SET who = 'Li Wei' WHERE seq = 2") == 2
    assert after("UPDATE admin_journal SET at = at - 1 WHERE seq = 3") == 3
    assert after("DELETE FROM admin_journal WHERE seq = 2") == 2
    assert after("DELETE FROM admin_journal WHERE seq = 4") == 4
    assert after("DELETE FROM admin_journal") == 1
    assert after("UPDATE admin_journal SET seq = 5 WHERE seq = 4") == 4
    assert (
        after(
            "INSERT INTO admin_journal SELECT 5, at, who, did, about, detail, mac"
            " FROM admin_journal WHERE seq = 4"
        )
        == 5
    )
    assert journal.fault() is None
    # An entry of another past of the same house, as an older backup holds it, has a right seal.
    (other,) = house.rows("SELECT * FROM admin_journal WHERE seq = 4")
    house.change("DELETE FROM admin_journal WHERE seq = 4")
    house.change("UPDATE admin_journal_head SET seq = 3, mac = ?", whole[0][2][-1])
    journal.note("Li Wei", "signed_in")
    journal.note("Li Wei", "signed_out")
    assert journal.fault() is None
    house.change("DELETE FROM admin_journal WHERE seq = 4")
    house.change("INSERT INTO admin_journal VALUES (?, ?, ?, ?, ?, ?, ?)", *other)
    assert journal.fault() == 5


def test_what_anybody_is_called_is_never_taken_for_markup(house: Administration) -> None:
    person = house.administrator(f"Li {SCRIPT[:40]}")
    house.till(SCRIPT, "t1")
    house.let_in(SCRIPT, "t2")
    person.fill("/admin/tills/t2", "/admin/tills/t2/grant", boutique="MIL1")
    person.fill("/admin/tills/t2", "/admin/tills/t2/grant", boutique=SCRIPT)
    pages = [
        person.see(_path(place.path, till))
        for place in PAGES
        for till in ("t1", "t2")
        if place.path != "/admin/sign-in"
    ]
    pages += [person.see(f"/admin?find={SCRIPT}&state={SCRIPT}")]
    pages += [house.somebody().see(f"/admin/welcome?name={SCRIPT}")]
    for page in pages:
        parts = Parts(page)
        assert parts.of("script", "img", "iframe", "object", "base", "style", "b") == []
        assert [one for one in parts.tags for name in one[1] if name.startswith("on")] == []
        assert [one for one in parts.tags if "style" in one[1]] == []
    assert sum("&lt;script&gt;" in page for page in pages) > 8


def test_every_page_allows_nothing_but_what_is_our_own(house: Administration) -> None:
    house.let_in()
    person, stranger = house.administrator(), house.somebody()
    for place in PAGES:
        answer = (stranger if place.is_open else person).get(_path(place.path))
        assert answer.status_code == 200
        assert answer.headers["content-security-policy"] == POLICY
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
        parts = Parts(answer.text)
        outward = [
            value
            for _tag, attrs in parts.tags
            for name in ("href", "src", "action", "xlink:href", "srcset")
            if (value := attrs.get(name)) and not value.startswith(("/admin", "#"))
        ]
        assert outward == []
    style = stranger.get("/admin/style.css")
    urls = re.findall(r"url\(\"?([^\")]+)", style.text)
    assert len(urls) == 5
    for url in (*urls, "/admin/icon.svg"):
        found = stranger.get(url)
        assert (found.status_code, len(found.content) > 100) == (200, True)
        assert found.headers["cache-control"].startswith("public")
        # The way to head office may be long and thin.
        assert len(found.content) < 60_000
    assert "import" not in style.text


def test_every_page_can_be_used_without_seeing_it(house: Administration) -> None:
    house.till("New", "t3")
    house.let_in()
    person = house.administrator()
    person.fill("/admin/enrolment", "/admin/enrolment", boutique="PAR1", also="")
    for place in PAGES:
        page = (house.somebody() if place.is_open else person).see(_path(place.path))
        parts = Parts(page)
        labels = {attrs.get("for") for attrs in parts.of("label")}
        fields = [
            attrs
            for attrs in parts.of("input", "select")
            if attrs.get("type") not in {"hidden", "checkbox"}
        ]
        assert {attrs["id"] for attrs in fields} <= labels, place.path
        ids = [attrs["id"] for _tag, attrs in parts.tags if attrs.get("id")]
        assert len(ids) == len(set(ids)), place.path
        assert len(parts.of("h1")) == 1, place.path
        assert len(parts.of("main")) == 1
        assert parts.of("html")[0]["lang"] == "en"
        for attrs in parts.of("svg"):
            assert attrs.get("aria-hidden") == "true" or attrs.get("role") == "img"
        described = {
            one
            for _tag, attrs in parts.tags
            for one in (
                attrs.get("aria-describedby") or attrs.get("aria-labelledby") or ""
            ).split()
        }
        assert described <= set(ids), place.path


def test_no_field_and_no_address_takes_sql_or_signs_that_nobody_types(
    house: Administration,
) -> None:
    house.let_in()
    person = house.administrator()
    outside = house.somebody(person.name, person.secret)
    csrf = re.search(r'name="csrf" value="(\w+)"', person.see("/admin"))
    assert csrf
    before = [
        house.rows(f"SELECT * FROM {name} ORDER BY 1")
        for name in ("admin_person", "sync_till", "trust_till")
    ]
    for word in (*SQL, "\x00", "a\x00b", "\x1b[2J", "\u202e", "\ud7ff" * 3, "x" * 5_000):
        for place in PLACES:
            for till in ("t1", quote(word[:500], safe="")):
                path = _path(place.path, till).replace("{rest:path}", "x")
                if place.post and place.name not in {"admin sign out", "admin sign in"}:
                    names = ("name", "boutique", "also", "digits", "code")
                    fields = {"csrf": csrf[1], "erase": "yes", **dict.fromkeys(names, word)}
                    answer = person.send(path, fields)
                    assert answer.status_code in {303, 403, 404, 413, 422}, (place.name, word)
        query = {"find": word, "state": word, "from": word, "before": word, "language": word}
        for path in ("/admin", "/admin/journal", "/admin/sign-in"):
            answer = house.run(person.client.get(path, params=query))
            assert answer.status_code in {200, 303, 422}
        assert outside.sign_in(digits=word).status_code in {403, 422}
        house.clock.advance(SECOND)
    assert outside.sign_in(name=SQL[0]).status_code == 403
    people = {row[0]: row[1:4] for row in house.rows("SELECT * FROM admin_person")}
    assert {name: people[name] for name, *_ in before[0]} == {
        name: tuple(rest[:3]) for name, *rest in before[0]
    }
    assert house.rows("SELECT * FROM trust_till ORDER BY 1") == before[2]
    assert house.rows("SELECT * FROM sync_till ORDER BY 1") == before[1]


def test_the_language_is_the_browsers_until_somebody_chooses(house: Administration) -> None:
    person = house.administrator()
    chinese = {"accept-language": "zh-CN,zh;q=0.9,en;q=0.8"}
    assert 'lang="zh-Hans"' in person.see("/admin", **chinese)
    assert "门店电脑" in person.see("/admin", **chinese)
    assert 'lang="en"' in person.see("/admin", **{"accept-language": "fr, de;q=0.5, zh;q=0"})
    answer = person.get("/admin/journal?before=9&language=zh-Hans")
    assert (answer.status_code, answer.headers["location"]) == (303, "/admin/journal?before=9")
    assert answer.headers["set-cookie"].endswith("HttpOnly; SameSite=Strict; Max-Age=31536000")
    assert "操作日志" in person.see("/admin/journal", **{"accept-language": "en"})
    assert "没有这个页面" in person.get("/admin/nothing").text
    person.get("/admin?language=en")
    assert "Journal" in person.see("/admin/journal", **chinese)
    away = person.get("/admin//evil.example/..?language=en&next=https://evil.example")
    assert away.headers.get("location", "/admin").startswith("/admin")


def test_a_till_is_written_down_only_when_it_tells_news() -> None:
    clock = FakeClock()
    told = Told(lambda: clock.now().timestamp(), most=2)
    assert told_in({}) == Telling(None, "")
    assert told_in({"clienteling-waiting": "-1", "clienteling-program": "<b>"}) == Telling(
        None, ""
    )
    assert told_in({"clienteling-waiting": "١٢", "clienteling-program": "x" * 21}) == Telling(
        None, ""
    )
    many = told_in({"clienteling-waiting": "900", "clienteling-program": "0.1.0"})
    assert many == Telling(900, "0.1.0")
    assert not told.is_news("a", Telling(None, ""))
    assert [told.is_news("a", many), told.is_news("a", many)] == [True, False]
    assert not told.is_news("a", Telling(800, "0.1.0"))
    assert told.is_news("a", Telling(0, "0.1.0"))
    clock.advance(timedelta(minutes=5))
    assert told.is_news("a", Telling(0, "0.1.0"))
    assert [told.is_news(one, many) for one in ("b", "c", "a")] == [True, True, True]
