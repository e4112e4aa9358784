"""The tills that ask head office in the measurement of what its requests cost."""

import hashlib
import random
import secrets
from collections.abc import Callable, Iterator
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from clienteling.domain.clock import SystemClock
from clienteling.headoffice import feed
from clienteling.headoffice.dialect import Database
from clienteling.headoffice.sessions import Sessions, Signed
from clienteling.headoffice.store import HeadOffice
from clienteling.storage.capture import INSERT, UPDATE
from clienteling.sync.wire import (
    Cursor,
    Mutation,
    Place,
    Pull,
    Pulled,
    Push,
    Pushed,
    SnapshotAsked,
)

CLIENTS = 4_000
BOUTIQUE, TILL = "b:PAR1", "till"
_STAMPS = {"created_at": 1_773_307_800_000}
_LATER = 4_000_000_000_000

Row = tuple[str, str, int, dict[str, tuple[Any, Any]]]
Ask = Callable[[], tuple[Any, Any]]


class Tills:
    """A boutique's till and what it asks.

    Args:
        office: Head office as it serves.
        database: Where it keeps everything.
    """

    def __init__(self, office: HeadOffice, database: Database) -> None:
        self._office = office
        self._database = database
        self._rng = random.Random(1)
        self._place = Place()
        self._clients = [secrets.token_hex(16) for _ in range(CLIENTS)]
        self._key = Ed25519PrivateKey.generate()
        self._sessions = Sessions(database, SystemClock(), bytes(32))
        self._count = 0
        self._read: dict[str, Cursor] = {}

    def load(self) -> None:
        """Bring a boutique's clients in, as the first upload of a till does."""
        self._office.enrol(TILL, BOUTIQUE)
        rows = list(_boutique(self._clients))
        for start in range(0, len(rows), 1_000):
            self._push(rows[start : start + 1_000])
        self._read = {BOUTIQUE: self._cursor(0)}
        self._office.prepare_snapshot(BOUTIQUE)
        public = self._key.public_key().public_bytes_raw().hex()
        token = hashlib.sha256(b"token").hexdigest()
        with self._database.write() as transaction:
            transaction.run(
                "INSERT INTO trust_till (till, name, public_key, salt, home, granted, confirmed,"
                " asked_at, seen_at, erase) VALUES (?, ?, ?, '', ?, '[]', 1, 0, 0, 0)",
                (TILL, TILL, public, BOUTIQUE),
            )
            transaction.run(
                "INSERT INTO trust_session (token, till, nonce, counter, expires_at)"
                " VALUES (?, ?, '', 0, ?)",
                (token, TILL, _LATER),
            )

    def requests(self) -> dict[str, tuple[Ask, int]]:
        """Return what is asked, and how much more seldom than the small ones it is measured."""
        pulls = {rows: self._pull_of(rows) for rows in (0, 3, 360)}
        return {
            "signature and session": (self._signed, 1),
            "pull, nothing new": (lambda: self._pull(pulls[0]), 1),
            "pull of 3 rows": (lambda: self._pull(pulls[3]), 1),
            "pull of 360 rows": (lambda: self._pull(pulls[360]), 3),
            "push of 1 edit": (lambda: self._edits(1), 1),
            "push of 3 edits": (lambda: self._edits(3), 1),
            "push of 40 edits": (lambda: self._edits(40), 3),
            "push of 1,000 edits": (lambda: self._edits(1_000), 20),
            "part of a snapshot": (self._snapshot, 8),
        }

    def _signed(self) -> tuple[Any, Any]:
        self._count += 1
        words = b"words of a request"
        answer = self._sessions.judge(Signed("token", self._count, words, self._key.sign(words)))
        assert answer == TILL, answer
        return SnapshotAsked(TILL, "", ""), answer

    def _edits(self, count: int) -> tuple[Push, Any]:
        return self._push(
            [
                ("client", one, UPDATE, {"remember": ("", f"Lilies {self._rng.random()}")})
                for one in self._rng.sample(self._clients, count)
            ]
        )

    def _push(self, rows: list[Row]) -> tuple[Push, Any]:
        mutations = tuple(
            Mutation(
                self._place.mid + 1 + number, secrets.token_hex(16), secrets.token_hex(16),
                BOUTIQUE, table, row_id, op, 10**9, 0, None, fields,
            )
            for number, (table, row_id, op, fields) in enumerate(rows)
        )  # fmt: skip
        words = Push(TILL, "life", 1, self._place, self._read, mutations)
        answer = self._office.push(words)
        assert isinstance(answer, Pushed), answer
        assert not answer.results, answer.results[0]
        self._place = answer.place
        return words, answer

    def _cursor(self, back: int) -> Cursor:
        with self._database.read() as transaction:
            transaction.see((BOUTIQUE,))
            found = transaction.all("SELECT head FROM sync_scope WHERE scope = ?", (BOUTIQUE,))
            head = int(found[0][0]) if found else 0
            return feed.cursor_at(transaction, BOUTIQUE, head - back) if head else Cursor()

    def _pull_of(self, rows: int) -> Pull:
        """Make a pull that brings so many rows, while nobody pushes."""
        return Pull(TILL, "life", 1, {"g": Cursor(), BOUTIQUE: self._cursor(rows)}, 500)

    def _pull(self, words: Pull) -> tuple[Pull, Any]:
        answer = self._office.pull(words)
        assert isinstance(answer, Pulled), answer
        return words, answer

    def _snapshot(self) -> tuple[SnapshotAsked, Any]:
        words = SnapshotAsked(TILL, "life", BOUTIQUE, "", 1)
        return words, self._office.snapshot(words)


def _boutique(clients: list[str]) -> Iterator[Row]:
    """Make clients with a contact, two notes and one purchase of two pieces each."""
    for number, client in enumerate(clients):
        yield _row("client", client, kind="person", client_no=f"PAR1-{number:06}",
                   given_name="Béatrice", family_name="Altieri", name_order="given_first",
                   form_of_address="Mme", gender="f", language="fr", languages='["fr","it"]',
                   nationality="IT", relationship_status="client", first_seen_on="2024-03-12",
                   remember="Peonies, never lilies. Tea without sugar, by the window.",
                   do_not_contact=0)  # fmt: skip
        yield _row("contact_point", kind="mobile", value_raw="+33 6 12 34 56 78", client_id=client,
                   value_norm="+33612345678", region="FR", is_primary=1, status="verified",
                   owner="self")  # fmt: skip
        for _turn in range(2):
            yield _row("note", client_id=client, noted_at=1_773_307_800_000, pinned=0,
                       visibility="store", body="Looked at the grey cashmere coat for "
                       "her daughter’s graduation; comes back when the 40 is here.")  # fmt: skip
        purchase = secrets.token_hex(16)
        yield _row("purchase", purchase, client_id=client, receipt_no=f"R{number:08}",
                   sold_at=1_773_307_800_000, sold_on="2026-03-12", channel="store",
                   currency="EUR", net_minor=840_000)  # fmt: skip
        for position in range(2):
            yield _row(
                "purchase_line",
                purchase_id=purchase,
                position=position,
                quantity=1,
                unit_price_minor=420_000,
                net_minor=420_000,
                words="Coat, cashmere, grey, 40",
            )


def _row(table: str, row_id: str = "", **values: Any) -> Row:
    fields = {name: (None, value) for name, value in (values | _STAMPS).items()}
    return table, row_id or secrets.token_hex(16), INSERT, fields
