"""What the index answers is what a scan of everybody would, in the order of who matters."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from clienteling.domain.clock import FakeClock
from clienteling.domain.fold import matches, query_terms, search_terms
from clienteling.models.client import Client, ContactPoint
from clienteling.queries.find import Hit, Why, find
from clienteling.storage.open import create_book
from clienteling.storage.search_index import optimize
from clienteling.storage.search_tables import TABLES
from clienteling.storage.store import Store
from tests.books import KEYS
from tests.search.people import ADVISERS, Person, people, put

PEOPLE = people(350, seed=5)
BY_ID = {one.id.hex(): one for one in PEOPLE}
ME = ADVISERS[0].hex()


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dbapi2.Connection]:
    """A book of people that tests only read."""
    path = tmp_path_factory.mktemp("people") / "client.book"
    opened = create_book(path, clock=FakeClock(), keys=KEYS)
    put(opened.book, FakeClock(), PEOPLE)
    connection = opened.book.connect()
    yield connection
    connection.close()
    opened.close()


def _ranked(raw: dbapi2.Connection) -> list[Person]:
    rows = raw.execute("SELECT client_id FROM client_hit ORDER BY rk")
    return [BY_ID[row[0].hex()] for row in rows]


def _scan(raw: dbapi2.Connection, text: str) -> list[str]:
    """Look at everybody: those whose names, sizes or numbers match, mine first, as ranked."""
    query = query_terms(text)
    found = []
    for one in _ranked(raw):
        terms = set(search_terms(*one.names, emails=one.emails))
        terms.update(label[:2] for _category, label in one.sizes)
        if query.digits and len(query.digits) > 2:
            numbers = [phone[1:] for phone in one.phones]
            is_found = any(query.digits in number for number in numbers)
            is_found = is_found and matches(query, terms, *one.names)
        elif query.digits and not query.prefixes:
            is_found = query.digits in terms
        else:
            is_found = bool(query.prefixes) and matches(query, terms, *one.names)
        if is_found:
            found.append(one)
    mine = [one.id.hex() for one in found if one.adviser == 0]
    return mine + [one.id.hex() for one in found if one.adviser != 0]


def _typed(rng: random.Random) -> str:
    one = rng.choice(PEOPLE)
    words = [word for name in one.names for word in name.split()]
    match rng.randrange(5):
        case 0:
            return rng.choice(words)[: rng.randrange(1, 6)]
        case 1:
            return f"{one.given[: rng.randrange(1, 4)]} {one.family[: rng.randrange(1, 5)]}"
        case 2 if one.phones:
            start = rng.randrange(1, 8)
            return one.phones[0][start : start + rng.randrange(3, 7)]
        case 3 if one.phones:
            return f"{one.given[:2]} {one.phones[0][-4:]}"
        case _:
            terms = sorted(search_terms(*one.names, emails=one.emails))
            return rng.choice(terms)[: rng.randrange(1, 8)]


@given(seed=st.integers(0, 100_000))
def test_the_index_answers_as_a_scan_of_everybody_would(raw: dbapi2.Connection, seed: int) -> None:
    text = _typed(random.Random(seed))
    expected = _scan(raw, text)
    hits = [
        hit.client_id
        for hit in find(raw, text, scope_adviser=ME, limit=500)
        if hit.why not in {Why.NEAR, Why.NUMBER}
    ]
    if query_terms(text).digits and query_terms(text).prefixes:
        # Words beside digits may also be a name that holds the digits; those come after.
        hits = hits[: len(expected)]
    assert hits == expected


@given(text=st.text(max_size=30))
def test_nothing_that_can_be_typed_upsets_the_search(raw: dbapi2.Connection, text: str) -> None:
    for hit in find(raw, text, scope_adviser=ME):
        for shown, spans in (
            (hit.display, hit.display_spans),
            (hit.native or "", hit.native_spans),
            (hit.matched or "", hit.matched_spans),
        ):
            assert all(start >= 0 and start + length <= len(shown) for start, length in spans)


def test_nothing_typed_shows_my_best_clients_first(raw: dbapi2.Connection) -> None:
    mine = [one.id.hex() for one in _ranked(raw) if one.adviser == 0]
    assert [hit.client_id for hit in find(raw, " ", scope_adviser=ME, limit=5)] == mine[:5]


def _only(hits: tuple[Hit, ...]) -> Hit:
    assert len({hit.client_id for hit in hits}) == 1
    return hits[0]


def test_numbers_and_addresses_find_one_client(raw: dbapi2.Connection) -> None:
    one = next(person for person in PEOPLE if person.emails and person.phones)
    by_card = find(raw, one.card)[0]
    assert (by_card.client_id, by_card.why, by_card.matched) == (
        one.id.hex(),
        Why.NUMBER,
        one.card,
    )
    assert _only(find(raw, one.number.lower())).client_id == one.id.hex()
    by_address = [hit for hit in find(raw, one.emails[0].upper()) if hit.client_id == one.id.hex()]
    assert (by_address[0].why, by_address[0].matched) == (Why.EMAIL, one.emails[0])
    client, receipt = raw.execute("SELECT client_id, receipt_no FROM purchase LIMIT 1").fetchone()
    assert find(raw, receipt)[0].client_id == client.hex()


def test_a_size_finds_those_who_wear_it(raw: dbapi2.Connection) -> None:
    wearers = {one.id.hex() for one in PEOPLE if ("ring", "52") in one.sizes}
    hits = find(raw, "ring 52", limit=500)
    assert {hit.client_id for hit in hits} == wearers
    assert {hit.why for hit in hits} == {Why.SIZE}


@pytest.mark.parametrize(("typed", "family"), [("altiery", "Altieri"), ("alteiri", "Altieri")])
def test_a_slip_of_the_finger_still_finds_the_name(
    raw: dbapi2.Connection, typed: str, family: str
) -> None:
    hits = find(raw, typed, limit=500)
    expected = {one.id.hex() for one in PEOPLE if one.family == family}
    assert {hit.client_id for hit in hits} == expected
    assert {hit.why for hit in hits} == {Why.NEAR}


def test_what_matched_is_marked_in_the_name_as_written(raw: dbapi2.Connection) -> None:
    hit = next(hit for hit in find(raw, "jeanl dang", limit=500))
    assert hit.display == "Jean-Luc D'Angelo"
    assert [hit.display[start : start + length] for start, length in hit.display_spans] == [
        "Jean-L",
        "D'Ang",
    ]


@pytest.fixture
def small(store: Store) -> Store:
    """A book of a dozen people that a test may change."""
    put(store.book, FakeClock(), people(12, seed=9))
    return store


def _first(store: Store) -> str:
    with store.read() as session:
        return session.query(Client.id).order_by(Client.client_no).first()[0]  # type: ignore[index]


def _found(store: Store, text: str) -> list[str]:
    raw = store.book.connect()
    found = [hit.client_id for hit in find(raw, text)]
    raw.close()
    return found


def test_a_new_name_is_found_and_the_old_one_is_not(small: Store) -> None:
    one = _first(small)
    with small.write(why="renamed") as session:
        session.get_one(Client, one).family_name = "Zephyrine"
        session.query(ContactPoint).delete()
    assert _found(small, "zephyr") == [one]
    assert _found(small, "zephirine") == [one]
    with small.write(why="renamed again") as session:
        session.get_one(Client, one).family_name = "Quill"
    assert (_found(small, "zephyr"), _found(small, "quill")) == ([], [one])


def test_a_removed_client_leaves_no_word_behind(small: Store) -> None:
    one = _first(small)
    with small.write(why="renamed") as session:
        session.get_one(Client, one).family_name = "Zephyrine"
    with small.write(why="removed") as session:
        session.get_one(Client, one).deleted_at = session.info["moment"]
    assert _found(small, "zephyr") == []
    raw = small.book.connect()
    optimize(raw)
    assert raw.execute("SELECT * FROM name_term WHERE term LIKE 'zeph%'").fetchall() == []
    assert raw.execute("SELECT * FROM name_del WHERE term LIKE 'zeph%'").fetchall() == []
    raw.close()


def _derived(raw: dbapi2.Connection) -> dict[str, list[tuple[object, ...]]]:
    key = "rk >> 40, client_id, terms_hash, display, next_on, last_seen_on, spend_12m_minor"
    return {
        "hits": sorted(raw.execute(f"SELECT {key} FROM client_hit").fetchall()),
        "figures": sorted(raw.execute("SELECT * FROM client_metric").fetchall()),
        "terms": sorted(raw.execute("SELECT * FROM name_term").fetchall()),
        "slips": sorted(raw.execute("SELECT * FROM name_del").fetchall()),
    }


def test_saving_one_by_one_and_rebuilding_make_the_same(small: Store) -> None:
    with small.write(why="touch") as session:
        for client in session.query(Client):
            client.remember = "so that each is indexed again"
            client.given_name = f"{client.given_name} Zoé"
    raw = small.book.connect()
    saved = _derived(raw)
    raw.execute("DELETE FROM derived_state WHERE name = 'rolled_on'")
    with small.write(why="rebuild") as session:
        from clienteling.storage.derived import rebuild_all

        rebuild_all(session, small.clock)
    assert _derived(raw) == saved
    raw.close()


def test_every_table_of_the_index_is_in_the_book(raw: dbapi2.Connection, tmp_path: Path) -> None:
    def shape(connection: dbapi2.Connection) -> set[tuple[str, ...]]:
        rows = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE name LIKE 'client\\_hit' ESCAPE '\\' "
            "OR name LIKE 'ix_client_hit%' OR name IN "
            "('client_fts', 'phone_fts', 'name_term', 'name_del', 'derived_state')"
        )
        return {(name, " ".join(sql.split())) for name, sql in rows}

    plain = dbapi2.connect(str(tmp_path / "plain.db"))
    plain.executescript(TABLES)
    assert shape(plain) == shape(raw)
    plain.close()
