"""Visits of administrators: kept in the database, ended by idleness, named by a cookie.

Of the cookie's token only the hash is kept. What a visit carries from one page to the next, such
as a code that was just made, is kept under a key that only the token gives.
"""

import base64
import hashlib
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from clienteling.domain.clock import Clock
from clienteling.headoffice.admins import folded
from clienteling.headoffice.dialect import Database, again
from clienteling.models.types import to_milliseconds
from clienteling.storage.keys import sub_key

IDLE_MILLISECONDS = 15 * 60_000
LONGEST_MILLISECONDS = 8 * 60 * 60_000

#: A visit's last use need not be known more exactly; it saves a write a page.
_FRESH_MILLISECONDS = 30_000
_NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Visit:
    """An administrator who is in.

    Args:
        person: Who.
        note: What was carried over from another page.
    """

    person: str
    note: Mapping[str, Any]


class Visits:
    """Who is in.

    Args:
        database: Head office's own.
        clock: Ends visits.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    @again
    def begin(self, person: str) -> str:
        """Let a person in, and return the new token."""
        token, now = new_token(), self._now()
        with self._database.write() as transaction:
            transaction.run(
                "DELETE FROM admin_visit WHERE used_at <= ? OR began_at <= ?",
                (now - IDLE_MILLISECONDS, now - LONGEST_MILLISECONDS),
            )
            transaction.run(
                "INSERT INTO admin_visit (token, person, began_at, used_at, note)"
                " VALUES (?, ?, ?, ?, '')",
                (_hashed(token), folded(person), now, now),
            )
        return token

    def find(self, token: str) -> Visit | None:
        """Return the visit of a token, if it goes on."""
        now = self._now()
        with self._database.read() as transaction:
            found = transaction.all(
                "SELECT p.shown, v.used_at, v.note FROM admin_visit v"
                " JOIN admin_person p ON p.name = v.person"
                " WHERE v.token = ? AND v.used_at > ? AND v.began_at > ?",
                (_hashed(token), now - IDLE_MILLISECONDS, now - LONGEST_MILLISECONDS),
            )
        if not found:
            return None
        shown, used_at, note = found[0]
        if now - used_at > _FRESH_MILLISECONDS:
            self._set(token, "used_at", now)
        return Visit(shown, _opened(token, note))

    def leave(self, token: str, note: Mapping[str, Any]) -> None:
        """Leave a note for the next page of the same visit."""
        self._set(token, "note", _sealed(token, note) if note else "")

    @again
    def end(self, token: str) -> None:
        """End a visit."""
        with self._database.write() as transaction:
            transaction.run("DELETE FROM admin_visit WHERE token = ?", (_hashed(token),))

    @again
    def _set(self, token: str, column: str, value: int | str) -> None:
        with self._database.write() as transaction:
            transaction.run(
                f"UPDATE admin_visit SET {column} = ? WHERE token = ?",  # noqa: S608 - a column of ours
                (value, _hashed(token)),
            )

    def _now(self) -> int:
        return to_milliseconds(self._clock.now())


def new_token() -> str:
    """Draw a token."""
    return secrets.token_urlsafe(32)


def _sealed(token: str, note: Mapping[str, Any]) -> str:
    nonce = os.urandom(_NONCE_BYTES)
    data = AESGCM(sub_key(token.encode(), "note")).encrypt(nonce, json.dumps(note).encode(), None)
    return base64.b64encode(nonce + data).decode()


def _opened(token: str, note: str) -> dict[str, Any]:
    if not note:
        return {}
    data = base64.b64decode(note)
    try:
        plain = AESGCM(sub_key(token.encode(), "note")).decrypt(
            data[:_NONCE_BYTES], data[_NONCE_BYTES:], None
        )
    except InvalidTag:
        # Somebody exchanged it in the database; a note is only a convenience.
        return {}
    found: dict[str, Any] = json.loads(plain)
    return found


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
