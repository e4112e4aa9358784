"""A few hundred generated people of many scripts, put into a book, and kept as plain rows."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from clienteling.domain.clock import FakeClock
from clienteling.domain.ids import id_bytes_at
from clienteling.storage.book import Book
from clienteling.storage.bulk import BulkLoad

GIVEN = [
    "Béatrice",
    "Jean-Luc",
    "Łukasz",
    "Şerife",
    "Anaïs",
    "Mária",
    "José",
    "Ørjan",
    "Marie",
    "Martin",
    "Marta",
    "Alt",
    "Walther",
    "Владимир",
    "Ξένια",
    "أحمد",
    "小明",
    "志偉",
    "佳怡",
    "學友",
    "ゆうこ",
    "철수",
    "Conor",
]
FAMILY = [
    "Altieri",
    "Dupont",
    "D'Angelo",
    "O'Brien",
    "Müller",
    "Strauß",
    "Ørsted",
    "Roth",
    "Lindqvist",
    "Okafor",
    "Martinez",
    "Петрова",
    "Παπαδοπούλου",
    "الراشد",
    "王",
    "曾",
    "欧阳",
    "張",
    "佐藤",
    "김",
    "Li",
    "Ma",
]
COMPANIES = ("", "", "", "Atelier Blanc", "Maison 54", "株式会社サクラ")


@dataclass(slots=True)
class Person:
    """One generated client, as a brute-force scan sees her."""

    id: bytes
    number: str
    given: str
    family: str
    native: str | None
    company: str | None
    phones: list[str]
    emails: list[str]
    card: str
    adviser: int | None
    sizes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def display(self) -> str:
        """Her name as the index shows it: family first only where the test's people do so."""
        return f"{self.given} {self.family}"

    @property
    def names(self) -> tuple[str, ...]:
        """Every name she has."""
        return tuple(name for name in (self.display, self.native, self.company) if name)


def blob(number: int) -> bytes:
    """Return an id of its own for a number."""
    return id_bytes_at(1_700_000_000_000 + number, random.Random(number).randbytes(10))


STORE, ADVISERS, CIRCLES = blob(1), (blob(2), blob(3)), (blob(4), blob(5))


def people(count: int, seed: int) -> list[Person]:
    """Make people, the same for the same seed."""
    rng = random.Random(seed)
    made = []
    for place in range(count):
        given, family = rng.choice(GIVEN), rng.choice(FAMILY)
        native = rng.choice((None, None, "王小明", "林佳怡", "千堂 遥", "김철수"))
        phone = f"+{rng.choice((33, 39, 86, 81))}{rng.randrange(10**8, 10**9)}"
        local = f"{family}.{given[:2]}{rng.randrange(100)}".lower()
        email = "".join(one for one in local if one.isascii()) + "@example.com"
        made.append(
            Person(
                id=blob(1000 + place),
                number=f"CL-PAR1-{place:06d}",
                given=given,
                family=family,
                native=native,
                company=rng.choice(COMPANIES) or None,
                phones=[phone] if rng.random() < 0.8 else [],
                emails=[email] if rng.random() < 0.6 else [],
                card=f"SEV{rng.randrange(10**7, 10**8)}",
                adviser=rng.choice((None, 0, 0, 1)),
                sizes=[("ring", rng.choice(("52", "54", "56½")))] if place % 5 == 0 else [],
            )
        )
    return made


def put(book: Book, clock: FakeClock, everyone: list[Person]) -> None:
    """Put people into a book by the bulk way, with some purchases, and index them."""
    load = BulkLoad(book, clock, why="people")
    today = clock.today()
    with load.chunk() as raw:
        _house(load)
        _put_people(load, everyone, today)
        load.touch(one.id for one in everyone)
        assert raw.in_transaction
    load.finish()


def _house(load: BulkLoad) -> None:
    load.insert(
        "store",
        ("id", "code", "name", "city", "country", "time_zone", "currency", "locale"),
        [(STORE, "PAR1", "Faubourg", "Paris", "FR", "Europe/Paris", "EUR", "fr-FR")],
    )
    load.insert(
        "staff",
        ("id", "store_id", "given_name", "family_name", "role", "active"),
        [
            (ADVISERS[0], STORE, "Camille", "Roux", "associate", 1),
            (ADVISERS[1], STORE, "Giulia", "Conti", "associate", 1),
        ],
    )
    load.insert(
        "circle",
        ("id", "code", "name", "names", "rank", "highlighted"),
        [
            (CIRCLES[0], "haute", "Haute Clientèle", '{"zh-Hans":"贵宾"}', 1, 1),
            (CIRCLES[1], "privee", "Privée", None, 2, 0),
        ],
    )


def _put_people(load: BulkLoad, everyone: list[Person], today: date) -> None:
    rng = random.Random(7)
    load.insert(
        "client",
        (
            "id", "kind", "client_no", "given_name", "family_name", "native_name", "company_name",
            "name_order", "relationship_status", "do_not_contact", "home_store_id", "circle_id",
            "first_seen_on",
        ),
        [
            (
                one.id, "person", one.number, one.given, one.family, one.native, one.company,
                "given_first", "client", 0, STORE, rng.choice((None, None, *CIRCLES)),
                (today - timedelta(days=rng.randrange(1000))).isoformat(),
            )
            for one in everyone
        ],
    )  # fmt: skip
    contacts = [
        (blob(10**6 + n * 10 + m), one.id, kind, value, value, int(m == 0), "unverified", "self")
        for n, one in enumerate(everyone)
        for m, (kind, value) in enumerate(
            [*(("mobile", p) for p in one.phones), *(("email", e) for e in one.emails)]
        )
    ]
    load.insert(
        "contact_point",
        ("id", "client_id", "kind", "value_raw", "value_norm", "is_primary", "status", "owner"),
        contacts,
    )
    load.insert(
        "card",
        ("id", "client_id", "number", "active"),
        [(blob(2 * 10**6 + n), one.id, one.card, 1) for n, one in enumerate(everyone)],
    )
    load.insert(
        "assignment",
        ("id", "client_id", "staff_id", "role", "since"),
        [
            (blob(3 * 10**6 + n), one.id, ADVISERS[one.adviser], "primary", "2024-01-01")
            for n, one in enumerate(everyone)
            if one.adviser is not None
        ],
    )
    load.insert(
        "size_profile",
        ("id", "client_id", "category", "system", "label", "source"),
        [
            (blob(4 * 10**6 + n), one.id, category, "EU", label, "told")
            for n, one in enumerate(everyone)
            for category, label in one.sizes
        ],
    )
    load.insert(
        "purchase",
        (
            "id", "client_id", "store_id", "receipt_no", "sold_at", "sold_on", "channel",
            "currency", "net_minor",
        ),
        list(_receipts(everyone, today, rng)),
    )  # fmt: skip


def _receipts(everyone: list[Person], today: date, rng: random.Random) -> list[tuple[object, ...]]:
    made: list[tuple[object, ...]] = []
    for one in everyone:
        for _ in range(rng.choice((0, 0, 1, 3, 8))):
            day = today - timedelta(days=rng.randrange(900))
            made.append(
                (
                    blob(5 * 10**6 + len(made)), one.id, STORE, f"R-{10_000 + len(made)}", 0,
                    day.isoformat(), "store", rng.choice(("EUR", "EUR", "EUR", "JPY")),
                    rng.choice((-1, 1, 1, 1)) * rng.randrange(10_000, 2_000_000),
                )
            )  # fmt: skip
    return made
