"""Puts the house, its boutiques, its people and its circles into the book."""

import json

from clienteling.demo.plan import BOUTIQUES, CIRCLES, HOUSE_NAME, STAFF, blob
from clienteling.storage.bulk import BulkLoad


def put_house(load: BulkLoad) -> None:
    """Load the demo house itself."""
    load.insert("house", ("id", "name", "currency"), [(blob("house"), HOUSE_NAME, "EUR")])
    load.insert(
        "store",
        (
            "id",
            "code",
            "name",
            "city",
            "country",
            "time_zone",
            "currency",
            "locale",
            "phone",
            "address",
        ),
        [
            (
                blob("store", b.code),
                b.code,
                b.name,
                b.city,
                b.country,
                b.time_zone,
                b.currency,
                b.locale,
                b.phone,
                b.address,
            )
            for b in BOUTIQUES
        ],
    )
    load.insert(
        "staff",
        (
            "id",
            "store_id",
            "given_name",
            "family_name",
            "role",
            "email",
            "phone",
            "languages",
            "active",
        ),
        [
            (
                blob("staff", given),
                blob("store", store),
                given,
                family,
                role,
                f"{_plain(given)}.{_plain(family)}@severac.example",
                "+33 1 55 00 00 00",
                json.dumps(languages),
                1,
            )
            for given, family, store, role, languages in STAFF
        ],
    )
    load.insert(
        "circle",
        ("id", "code", "name", "names", "rank", "highlighted"),
        [
            (
                blob("circle", code),
                code,
                name,
                json.dumps(names, ensure_ascii=False),
                rank,
                int(highlighted),
            )
            for code, name, names, rank, highlighted in CIRCLES
        ],
    )


def _plain(name: str) -> str:
    return name.lower().translate(str.maketrans("éèçâ", "eeca"))
