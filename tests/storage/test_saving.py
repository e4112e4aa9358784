"""A save makes again what it changed and nothing else, and leaves the large work to others."""

from datetime import date

import pytest
from sqlcipher3 import dbapi2

from clienteling.domain.names import NameOrder
from clienteling.models.client import Client, ClientKind, RelationshipStatus
from clienteling.services import rows as services
from clienteling.services.clients import edit_client
from clienteling.services.log import log_note
from clienteling.storage import checkpoints
from clienteling.storage.derived import rebuild_all
from clienteling.storage.search_index import optimize
from clienteling.storage.store import Store
from tests.factories import SmallHouse, a_client, a_house

HITS = (
    "client_id, terms_hash, display, native, names, sort_name, monogram, circle_id, adviser_id, "
)
HITS += "store_id, city, phone, digits, portrait, last_seen_on, next_on, spend_12m_minor, currency"


def _derived(raw: dbapi2.Connection) -> list[object]:
    return [
        raw.execute(f"SELECT rk >> 40, {HITS} FROM client_hit ORDER BY client_id").fetchall(),
        raw.execute("SELECT * FROM client_metric ORDER BY client_id").fetchall(),
        raw.execute("SELECT * FROM name_term ORDER BY term").fetchall(),
        raw.execute("SELECT * FROM name_del ORDER BY del, term").fetchall(),
        raw.execute("SELECT count(*) FROM client_fts WHERE client_fts MATCH 'zoe*'").fetchall(),
    ]


def _set(store: Store, client_id: str, name: str, house: SmallHouse, other: str) -> None:
    special = {
        "name_order": NameOrder.FAMILY_FIRST,
        "first_seen_on": date(2020, 2, 2),
        "circle_id": house.circle,
        "home_store_id": house.store,
        "portrait_id": None,
        "merged_into_id": other,
        "languages": ["fr"],
        "do_not_contact": True,
        "kind": ClientKind.ORGANISATION,
        "relationship_status": RelationshipStatus.DORMANT,
    }
    with store.write(why=name) as session:
        edit_client(session, client_id=client_id, values={name: special.get(name, "Zoé Abé")})


def test_whatever_field_is_set_a_rebuild_would_make_the_same(store: Store) -> None:
    house = a_house(store)
    other = a_client(store, house)
    beatrice = a_client(store, house)
    raw = store.book.connect()
    for name in services.editable_columns(Client):
        _set(store, beatrice, name, house, other)
        saved = _derived(raw)
        with store.write(why="rebuild") as session:
            rebuild_all(session, store.clock)
        assert _derived(raw) == saved, name
    raw.close()


def test_who_waits_from_a_load_cut_short_is_seen_to_by_any_save(store: Store) -> None:
    house = a_house(store)
    beatrice = a_client(store, house)
    raw = store.book.connect()
    raw.execute("UPDATE sync_self SET applying = 2")
    raw.execute("UPDATE client SET given_name = 'Zoé', family_name = 'Abé'")
    raw.execute("UPDATE sync_self SET applying = 0")
    raw.execute("INSERT INTO touched_client SELECT id FROM client")
    with store.write(why="Note") as session:
        log_note(session, client_id=beatrice, body="Prefers the evening.", staff_id=None)
    assert raw.execute("SELECT display FROM client_hit").fetchall() == [("Zoé Abé",)]
    assert raw.execute("SELECT * FROM touched_client").fetchall() == []
    raw.close()


def test_no_save_writes_the_whole_index_anew(store: Store) -> None:
    house = a_house(store)
    beatrice = a_client(store, house)
    raw = store.book.connect()
    for number in range(400):
        raw.execute("INSERT INTO client_fts (rowid, t) VALUES (?, ?)", (number, f"w{number} ab"))
    optimize(raw)
    largest = _largest_segment(raw)
    for number in range(40):
        with store.write(why="Name") as session:
            name = f"Zoé{chr(97 + number % 26)}"
            edit_client(session, client_id=beatrice, values={"given_name": name})
    assert _largest_segment(raw) == largest
    raw.close()


def _largest_segment(raw: dbapi2.Connection) -> tuple[int, int]:
    # The number of a segment stands in the upper bits of the keys of its pages.
    found = raw.execute(
        "SELECT id >> 37, count(*) FROM client_fts_data WHERE id > 10 AND length(block) > 0 "
        "GROUP BY 1 ORDER BY sum(length(block)) DESC LIMIT 1"
    ).fetchone()
    return found[0], found[1]


def test_after_some_saves_the_book_itself_holds_them(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkpoints, "SAVES", 2)
    # The last connection to be closed would write everything back, so one stays open.
    kept = store.book.connect()
    house = a_house(store)
    before = store.book.path.read_bytes()
    a_client(store, house)
    store.close()
    assert store.book.path.read_bytes() != before
    kept.close()
