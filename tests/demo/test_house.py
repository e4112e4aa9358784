"""The demo house: the same each time, at any size, and a house one could believe in."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from clienteling.bootstrap import Backend
from clienteling.demo.build import build_house
from clienteling.demo.chunk import COLUMNS, Chunk
from clienteling.demo.plan import demo_id
from clienteling.domain.clock import FakeClock
from clienteling.domain.errors import BugError
from clienteling.models import Base
from clienteling.settings.file import Settings
from clienteling.storage.open import OpenedBook, create_book
from tests.books import KEYS

CLIENTS = 300
DAY = date(2026, 3, 12)
CAMILLE, GIULIA = demo_id("staff", "Camille"), demo_id("staff", "Giulia")


def built(path: Path, clients: int, seed: int = 1) -> OpenedBook:
    opened = create_book(path, clock=FakeClock(), keys=KEYS)
    build_house(opened.book, opened.pictures(), FakeClock(), clients=clients, seed=seed)
    return opened


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Backend]:
    folder = tmp_path_factory.mktemp("house")
    opened = built(folder / "demo.book", CLIENTS)
    backend = Backend(opened, Settings(folder / "settings.toml"), FakeClock())
    yield backend
    backend.close()


@pytest.fixture(scope="module")
def raw(house: Backend) -> Iterator[dbapi2.Connection]:
    with house.opened.book.reading() as connection:
        yield connection


def rows_of(connection: dbapi2.Connection, table: str, where: str = "") -> list[tuple[Any, ...]]:
    """Every column that the plan decides: all but the batch, whose id is the till's own."""
    names = [
        row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] != "batch_id"
    ]
    return list(connection.execute(f"SELECT {', '.join(names)} FROM {table} {where} ORDER BY 1"))


def digests(opened: OpenedBook) -> dict[str, str]:
    synced = [table.name for table in Base.metadata.sorted_tables if "batch_id" in table.columns]
    tables = [*synced, "client_metric", "client_fts", "name_term"]
    with opened.book.reading() as connection:
        return {
            one: hashlib.sha256(repr(rows_of(connection, one)).encode()).hexdigest()
            for one in tables
        }


def one(connection: dbapi2.Connection, sql: str, *values: object) -> Any:
    return connection.execute(sql, values).fetchone()[0]


def column(connection: dbapi2.Connection, sql: str) -> list[Any]:
    return [row[0] for row in connection.execute(sql)]


def test_the_same_plan_makes_the_same_rows_and_another_seed_another_world(
    house: Backend, tmp_path: Path
) -> None:
    again, other = built(tmp_path / "b.book", CLIENTS), built(tmp_path / "c.book", CLIENTS, 2)
    first, second, third = digests(house.opened), digests(again), digests(other)
    again.close()
    other.close()
    assert first == second
    assert {"house", "store", "product"} & {t for t in first if first[t] == third[t]} == {
        "house",
        "store",
    }
    assert {t for t in ("client", "purchase", "note", "wish") if first[t] == third[t]} == set()


@pytest.mark.parametrize("clients", [0, 1])
def test_a_house_may_be_of_any_size_and_a_client_is_the_same_in_all(
    raw: dbapi2.Connection, tmp_path: Path, clients: int
) -> None:
    small = built(tmp_path / "small.book", clients)
    with small.book.reading() as connection:
        cast = one(connection, "SELECT count(*) FROM client WHERE client_no LIKE '%-9_____'")
        assert one(connection, "SELECT count(*) FROM client") == cast + clients
        for table in ("client", "purchase", "size_profile", "note"):
            everyone = {row[0]: row for row in rows_of(raw, table)}
            assert all(everyone[row[0]] == row for row in rows_of(connection, table)), table
    small.close()


def test_what_the_house_has_of_each_kind_is_what_a_boutique_would(raw: dbapi2.Connection) -> None:
    count = {table: one(raw, f"SELECT count(*) FROM {table}") for table in COLUMNS}
    shares = {
        "wishes": one(raw, "SELECT count(DISTINCT client_id) FROM wish") / CLIENTS,
        "returned": one(raw, "SELECT sum(quantity < 0) * 1.0 / count(*) FROM purchase_line"),
        "gifts": one(
            raw, "SELECT sum(gift_words IS NOT NULL) * 1.0 / count(*) FROM purchase_line"
        ),
        "for another": one(
            raw, "SELECT sum(wearer_client_id IS NOT NULL) * 1.0 / count(*) FROM purchase_line"
        ),
        "served by two": (count["purchase_staff"] - count["purchase"]) / count["purchase"],
        "lapsed": one(raw, "SELECT sum(relationship_status = 'dormant') FROM client") / CLIENTS,
    }
    limits = {
        "wishes": (0.1, 0.25), "returned": (0.01, 0.08), "gifts": (0.05, 0.25),
        "for another": (0.005, 0.1), "served by two": (0.05, 0.2), "lapsed": (0.08, 0.4),
    }  # fmt: skip
    outside = {
        name: share
        for name, share in shares.items()
        if not limits[name][0] < share < limits[name][1]
    }
    assert outside == {}
    assert [table for table in COLUMNS if count[table] == 0] == []


def test_december_is_the_heaviest_month_and_august_the_lightest(raw: dbapi2.Connection) -> None:
    months = Counter(column(raw, "SELECT substr(sold_on, 6, 2) FROM purchase"))
    ranked = [month for month, _count in months.most_common()]
    assert (ranked[0], ranked[-1]) == ("12", "08")
    assert months["12"] > 1.4 * sum(months.values()) / 12


def test_receipts_add_up_with_what_came_back_in_the_currency_of_the_boutique(
    raw: dbapi2.Connection,
) -> None:
    wrong = column(
        raw,
        "SELECT p.receipt_no FROM purchase p JOIN purchase_line l ON l.purchase_id = p.id "
        "GROUP BY p.id HAVING sum(l.net_minor) <> p.net_minor OR min(l.unit_price_minor) <= 0",
    )
    strange = column(
        raw,
        "SELECT p.receipt_no FROM purchase p JOIN store s ON s.id = p.store_id "
        "WHERE p.currency <> s.currency",
    )
    unpaired = column(
        raw,
        "SELECT r.id FROM purchase_line r LEFT JOIN purchase_line l ON l.id = r.return_of_id "
        "WHERE r.quantity < 0 AND (l.id IS NULL OR l.net_minor <> -r.net_minor)",
    )
    assert (wrong, strange, unpaired) == ([], [], [])
    assert set(column(raw, "SELECT DISTINCT currency FROM purchase")) == {"EUR", "JPY"}
    assert one(raw, "SELECT count(*) FROM client_metric WHERE other_currencies = 1") > 5


def test_those_who_served_share_the_whole_purchase(raw: dbapi2.Connection) -> None:
    shares = column(raw, "SELECT sum(share_percent) FROM purchase_staff GROUP BY purchase_id")
    assert set(shares) == {100}


def test_nothing_is_told_of_before_she_came_or_after_today(raw: dbapi2.Connection) -> None:
    early = one(
        raw,
        "SELECT count(*) FROM purchase p JOIN client c ON c.id = p.client_id "
        "WHERE p.sold_on < c.first_seen_on AND c.client_no NOT LIKE '%-9_____'",
    )
    late = one(raw, "SELECT count(*) FROM purchase WHERE sold_on > ?", DAY.isoformat())
    assert (early, late) == (0, 0)


def test_wearers_and_kin_are_clients_and_never_oneself(raw: dbapi2.Connection) -> None:
    own = one(
        raw,
        "SELECT count(*) FROM purchase_line l JOIN purchase p ON p.id = l.purchase_id "
        "WHERE l.wearer_client_id = p.client_id",
    )
    alone = one(raw, "SELECT count(*) FROM relationship WHERE from_client_id = to_client_id")
    assert (own, alone) == (0, 0)
    assert one(raw, "SELECT count(*) FROM pragma_foreign_key_check") == 0


def test_names_come_in_many_scripts(raw: dbapi2.Connection) -> None:
    names = "".join(column(raw, "SELECT coalesce(native_name, '') FROM client"))
    scripts = {
        "Han": "\u4e00-\u9fff", "Hangul": "\uac00-\ud7a3", "Arabic": "\u0600-\u06ff",
        "Cyrillic": "\u0400-\u04ff", "Greek": "\u0370-\u03ff", "Hebrew": "\u0590-\u05ff",
    }  # fmt: skip
    present = {
        name for name, span in scripts.items() if any(span[0] <= c <= span[2] for c in names)
    }
    assert present == set(scripts)
    assert one(raw, "SELECT count(*) FROM client WHERE phonetic_name IS NOT NULL") > 3


def test_the_cast_shows_what_must_be_kept_quiet_and_what_everyone_must_see(
    house: Backend,
) -> None:
    from clienteling.queries.client_card import client_card
    from clienteling.queries.story import story

    def card(key: str):
        return house.ask(client_card, client_id=demo_id("client", key), today=DAY)

    paolo, victoria, agnes = card("paolo"), card("victoria"), card("agnes")
    hidden = [wish.hide_from_client_id for wish in paolo.wishes]
    assert hidden == [demo_id("client", "beatrice")]
    assert [day.label for day in paolo.dates if day.hide_from_client_id] == ["The surprise dinner"]
    assert [kin.secret for kin in victoria.household] == [True]
    assert [one.label for one in victoria.contacts if one.label] == ["Mr Reed"]
    assert [flag.kind.value for flag in agnes.flags] == ["care_pause"]
    assert [day.label for day in card("jiayi").dates if day.calendar == "lunar_cn"] == ["春节家宴"]
    assert card("maison_lune").kind.value == "organisation"

    def private(key: str, reader: str) -> list[bool]:
        moments = house.ask(story, client_id=demo_id("client", key), reader_id=reader, limit=100)
        return [moment.private for moment in moments if moment.private]

    assert (private("agnes", GIULIA), private("agnes", CAMILLE)) == ([True], [])
    assert (private("victoria", CAMILLE), private("victoria", GIULIA)) == ([True], [])


def test_the_shelf_holds_drafts_and_lookbooks_that_print_again_as_they_left(
    house: Backend, tmp_path: Path
) -> None:
    from clienteling.queries.lookbooks import issues, shelf

    books = house.ask(shelf)
    assert Counter(book.status.value for book in books) == {"issued": 3, "draft": 2}
    assert [book.title for book in books][:2] == ["For Ravello, in May", "苏州的五月"]
    for book in (one for one in books if one.status.value == "issued"):
        (issue,) = house.ask(issues, lookbook_id=book.id)
        assert json.loads(issue.snapshot)["title"] == book.title
        assert '"owned":true' not in issue.snapshot
        out = house.press.write_again(issue.snapshot, tmp_path / f"{book.id}.pdf")
        assert out.read_bytes().startswith(b"%PDF-")


def test_a_column_that_no_table_has_is_our_own_mistake() -> None:
    with pytest.raises(BugError, match="note has no colour"):
        Chunk().put("note", id=b"", body="Loves camel", colour="camel")
