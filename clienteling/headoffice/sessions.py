"""Sessions: a signed nonce for a token of a quarter of an hour, and each request signed.

A nonce is not kept: head office recognises its own by its seal. Used once, it stands with the
session, so it cannot be used again. Of a token only its hash is kept. A session's counter only
grows: a request that comes twice is refused, whichever server it reaches.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from clienteling.domain.clock import Clock
from clienteling.headoffice.dialect import Database, Transaction, again
from clienteling.models.types import to_milliseconds
from clienteling.sync.signing import is_signed, session_words

SESSION_MILLISECONDS = 15 * 60_000
NONCE_MILLISECONDS = 60_000

#: No clock that could be meant shows a later time: the year 10000.
_LATEST = 253_402_300_800_000


@dataclass(frozen=True, slots=True)
class Session:
    """A till that has shown who it is, and what to show from now on."""

    token: str
    seconds: int


@dataclass(frozen=True, slots=True)
class Denied:
    """Why a till is not heard: ``session``, ``replay``, ``pending`` or ``revoked``.

    Args:
        reason: The word.
        till: Whose book is to be erased, on the manager's order; empty where none is.
        ordered_at: When that was ordered, in milliseconds.
    """

    reason: str
    till: str = ""
    ordered_at: int = 0


@dataclass(frozen=True, slots=True)
class Signed:
    """A request as it claims to be."""

    token: str
    counter: int
    words: bytes
    signature: bytes


class Sessions:
    """Who is speaking.

    Args:
        database: Head office's own.
        clock: Ends sessions.
        secret: Head office's own, the same on each of its servers.
    """

    def __init__(self, database: Database, clock: Clock, secret: bytes) -> None:
        self._database = database
        self._clock = clock
        self._secret = secret

    def nonce(self, till: str) -> str:
        """Make something new for a till to sign; whether the till is known is not told."""
        body = f"{self._now() + NONCE_MILLISECONDS}.{secrets.token_hex(16)}"
        return f"{body}.{self._seal(till, body)}"

    @again
    def begin(self, till: str, nonce: str, signature: bytes, at: int = 0) -> Session | Denied:
        """Begin a session for a till that signed a nonce of ours.

        Args:
            till: Who it says it is.
            nonce: Ours, as it says.
            signature: Over both.
            at: What its clock shows, in milliseconds; only noted, for people.
        """
        if not self._is_own(till, nonce):
            return Denied("session")
        with self._database.write() as transaction:
            found = transaction.all(
                "SELECT t.public_key, t.confirmed, t.erase, s.revoked_at FROM trust_till t"
                " LEFT JOIN sync_till s ON s.till = t.till WHERE t.till = ?",
                (till,),
            )
            if not found:
                return Denied("session")
            public, confirmed, erase, revoked_at = found[0]
            if not is_signed(session_words(till, nonce), signature, bytes.fromhex(public)):
                return Denied("session")
            if not confirmed:
                return Denied("pending")
            if revoked_at is not None:
                return _revoked(till, erase)
            return self._keep(transaction, till, nonce, at)

    def judge(self, signed: Signed) -> str | Denied:
        """Return the till that a request is from, and take its number; or why it is not heard."""
        token, now = _hashed(signed.token), self._now()
        with self._database.read() as transaction:
            found = transaction.all(
                "SELECT t.till, t.public_key, s.counter, k.revoked_at, t.erase"
                " FROM trust_session s JOIN trust_till t ON t.till = s.till"
                " LEFT JOIN sync_till k ON k.till = s.till"
                " WHERE s.token = ? AND s.expires_at > ?",
                (token, now),
            )
        if not found:
            return Denied("session")
        till, public, counter, revoked_at, erase = found[0]
        if not is_signed(signed.words, signed.signature, bytes.fromhex(public)):
            return Denied("session")
        if revoked_at is not None:
            return _revoked(till, erase)
        if signed.counter <= counter or not self._advance(token, signed.counter):
            return Denied("replay")
        return str(till)

    def _keep(self, transaction: Transaction, till: str, nonce: str, at: int) -> Session | Denied:
        token, now = secrets.token_urlsafe(32), self._now()
        transaction.run("DELETE FROM trust_session WHERE expires_at <= ?", (now,))
        kept = transaction.all(
            "INSERT INTO trust_session (token, till, nonce, counter, expires_at)"
            " VALUES (?, ?, ?, 0, ?) ON CONFLICT (nonce) DO NOTHING RETURNING till",
            (_hashed(token), till, _hashed(nonce), now + SESSION_MILLISECONDS),
        )
        if not kept:
            return Denied("replay")
        transaction.run(
            "UPDATE trust_till SET seen_at = ?, clock_off = coalesce(?, clock_off) WHERE till = ?",
            (now, (at - now) // 1000 if 0 < at < _LATEST else None, till),
        )
        return Session(token, SESSION_MILLISECONDS // 1000)

    @again
    def _advance(self, token: str, counter: int) -> bool:
        with self._database.write() as transaction:
            moved = transaction.all(
                "UPDATE trust_session SET counter = ? WHERE token = ? AND counter < ?"
                " RETURNING till",
                (counter, token, counter),
            )
        return bool(moved)

    def _is_own(self, till: str, nonce: str) -> bool:
        body, _dot, seal = nonce.rpartition(".")
        expires = body.partition(".")[0]
        is_sealed = hmac.compare_digest(self._seal(till, body).encode(), seal.encode())
        return is_sealed and self._now() < int(expires)

    def _seal(self, till: str, body: str) -> str:
        return hmac.digest(self._secret, f"nonce\n{till}\n{body}".encode(), "sha256").hex()

    def _now(self) -> int:
        return to_milliseconds(self._clock.now())


def _revoked(till: str, ordered_at: int) -> Denied:
    return Denied("revoked", till, ordered_at) if ordered_at else Denied("revoked")


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
