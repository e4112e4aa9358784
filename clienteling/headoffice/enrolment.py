"""How a till becomes known: a one-time code, its own key, and two people who compare six digits.

Until somebody has confirmed it, a till may do nothing. Of a code only its hash is kept; the first
use takes it away, whatever comes of it.
"""

import hashlib
import hmac
import json
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from clienteling.domain.clock import Clock
from clienteling.domain.errors import NotFoundError, UserError
from clienteling.headoffice import tills
from clienteling.headoffice.dialect import Database, Transaction, again
from clienteling.headoffice.grants import check_scope, set_granted
from clienteling.models.types import to_milliseconds
from clienteling.sync.invitation import new_code, plain_code
from clienteling.sync.scopes import EVERYWHERE
from clienteling.sync.signing import KEY_BYTES, digits, enrolment_words, is_signed

CODE_MILLISECONDS = 15 * 60_000

_TILL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_MOST_NAME = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """What a till hands in to be enrolled."""

    code: str
    till: str
    name: str
    public: bytes
    proof: bytes


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A till that head office knows: confirmed, or waiting for two people to compare."""

    till: str
    salt: str
    confirmed: bool
    granted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotEnrolled:
    """Why nothing came of it: ``code`` or ``malformed``."""

    reason: str


class Enrolment:
    """The door through which tills come in.

    Args:
        database: Head office's own.
        clock: Ends the life of codes.
        authority: Fingerprint of the authority that vouches for the line; empty for a public one.
    """

    def __init__(self, database: Database, clock: Clock, authority: str) -> None:
        self._database = database
        self._clock = clock
        self._authority = authority

    @again
    def make_code(
        self, home: str, also: Sequence[str] = (), *, confirmed_by_hand: bool = False
    ) -> str:
        """Make a code for one till of a boutique.

        Args:
            home: The boutique's scope.
            also: More scopes the till is to see.
            confirmed_by_hand: Whoever asks stands at the till, so no digits are compared.

        Raises:
            UserError: a scope does not have the shape of one.
        """
        for scope in (home, *also):
            check_scope(scope)
        code = new_code()
        granted = json.dumps(list(dict.fromkeys((EVERYWHERE, home, *also))))
        with self._database.write() as transaction:
            transaction.run("DELETE FROM trust_code WHERE expires_at <= ?", (self._now(),))
            transaction.run(
                "INSERT INTO trust_code (code, home, granted, confirmed, expires_at)"
                " VALUES (?, ?, ?, ?, ?)",
                (
                    _hashed(plain_code(code)),
                    home,
                    granted,
                    int(confirmed_by_hand),
                    self._now() + CODE_MILLISECONDS,
                ),
            )
        return code

    @again
    def enrol(self, asked: Asked) -> Enrolled | NotEnrolled:
        """Take a till in on a code; the code is gone afterwards, whatever comes of it."""
        with self._database.write() as transaction:
            found = transaction.all(
                "DELETE FROM trust_code WHERE code = ?"
                " RETURNING home, granted, confirmed, expires_at",
                (_hashed(plain_code(asked.code)),),
            )
            if not found or found[0][3] <= self._now():
                return NotEnrolled("code")
            home, granted, confirmed, _expires = found[0]
            if not _is_in_order(asked) or _is_taken(transaction, asked.till):
                return NotEnrolled("malformed")
            salt = secrets.token_hex(16)
            _keep(transaction, asked, salt, (home, granted, confirmed), self._now())
            if confirmed:
                self._open(transaction, asked.till, home, granted)
        return Enrolled(asked.till, salt, bool(confirmed), tuple(json.loads(granted)))

    @again
    def confirm(self, till: str, shown: str) -> None:
        """Let a till in whose screen shows the digits that belong to its key.

        Raises:
            NotFoundError: no till of that name waits.
            UserError: the digits are others.
        """
        with self._database.write() as transaction:
            found = transaction.all(
                "SELECT public_key, salt, home, granted FROM trust_till"
                " WHERE till = ? AND confirmed = 0",
                (till,),
            )
            if not found:
                raise NotFoundError("No till {till} waits to be confirmed.", till=till)
            public, salt, home, granted = found[0]
            expected = digits(bytes.fromhex(public), till, salt, self._authority)
            if not hmac.compare_digest(expected.encode(), re.sub(r"\s", "", shown).encode()):
                raise UserError(
                    "These are not the digits of this till. Look at its screen again; if they "
                    "stay different, somebody else has used the code: refuse the till and make "
                    "a new code.",
                    field="digits",
                )
            transaction.run("UPDATE trust_till SET confirmed = 1 WHERE till = ?", (till,))
            self._open(transaction, till, home, granted)

    @again
    def refuse(self, till: str) -> None:
        """Forget a till that waits.

        Raises:
            NotFoundError: no till of that name waits.
        """
        with self._database.write() as transaction:
            gone = transaction.all(
                "DELETE FROM trust_till WHERE till = ? AND confirmed = 0 RETURNING till", (till,)
            )
        if not gone:
            raise NotFoundError("No till {till} waits to be confirmed.", till=till)

    def _open(self, transaction: Transaction, till: str, home: str, granted: str) -> None:
        tills.enrol(transaction, till, home, self._now())
        set_granted(transaction, till, json.loads(granted))

    def _now(self) -> int:
        return to_milliseconds(self._clock.now())


def _keep(
    transaction: Transaction, asked: Asked, salt: str, code: tuple[str, str, int], now: int
) -> None:
    transaction.run("DELETE FROM trust_session WHERE till = ?", (asked.till,))
    transaction.run("DELETE FROM trust_till WHERE till = ?", (asked.till,))
    transaction.run(
        "INSERT INTO trust_till (till, name, public_key, salt, home, granted, confirmed, asked_at,"
        " seen_at, clock_off, erase) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, NULL, 0)",
        (asked.till, asked.name, asked.public.hex(), salt, *code, now),
    )


def _is_in_order(asked: Asked) -> bool:
    words = enrolment_words(plain_code(asked.code), asked.till, asked.public)
    return (
        _TILL.fullmatch(asked.till) is not None
        and 0 < len(asked.name) <= _MOST_NAME
        and asked.name.isprintable()
        and len(asked.public) == KEY_BYTES
        and is_signed(words, asked.proof, asked.public)
    )


def _is_taken(transaction: Transaction, till: str) -> bool:
    """Say whether the name is that of a till that is heard: nobody else can take it."""
    known = tills.find(transaction, till)
    return known is not None and not known.is_revoked


def _hashed(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
