"""Where and as whom a till shares its book: beside the book, sealed so that nobody turns it round.

``<book>.till.json`` says head office's address, the certificate it is known by and which till
this is; its MAC is made with a key of the book. The till's private key stands where the data key
stands: in the computer's keyring, or in a file that only its owner reads.
"""

import hashlib
import hmac
import json
import os
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Self

from clienteling.domain.errors import KnownError
from clienteling.storage.files import write_atomically
from clienteling.storage.keys import sub_key
from clienteling.storage.vault import Keys


@dataclass(frozen=True, slots=True)
class Membership:
    """A till's place at head office.

    Args:
        address: Where head office is.
        ca_pem: The certificate it is known by; None trusts what this computer trusts.
        till: The id it is known by there.
        name: What people call it.
        office_key: Head office's own key, in hex, by which its orders are known.
        number: Six figures to compare; empty once a person has let it in.
        scopes: What it was granted; the first sync may tell more.
        key_kind: Which kind of place keeps its private key.
        key_backend: Which one.
        key_name: Under which name.
        revoked: Why it is locked: empty, ``revoked`` or ``erased``.
    """

    address: str
    ca_pem: str | None
    till: str
    name: str
    office_key: str
    number: str
    scopes: tuple[str, ...]
    key_kind: str
    key_backend: str
    key_name: str
    revoked: str = ""

    @classmethod
    def of(cls, data: dict[str, object]) -> Self:
        """Read what was kept."""
        values = {**data, "scopes": tuple(data.get("scopes") or ())}  # type: ignore[arg-type] # a list
        return cls(**values)  # type: ignore[arg-type] # the MAC says that we wrote it


class MembershipFile:
    """The file beside a book, and the private key.

    Args:
        book: The book's path.
        data_key: The book's own key.
        keys: Finds the place of secrets.
    """

    def __init__(self, book: Path, data_key: bytes, keys: Keys) -> None:
        self.path = book.with_name(f"{book.name}.till.json")
        self._last = book.with_name(f"{book.name}.shared")
        self._seal = sub_key(data_key, "till")
        self._keys = keys
        # Where there is no keyring the key file is named after this, not after the book.
        self._secrets = book.with_name(f"{book.name}.till")

    def read(self) -> Membership | None:
        """Return what was kept; None where this till stands alone.

        Raises:
            KnownError: the file was changed by someone or something else.
        """
        try:
            content = json.loads(self.path.read_bytes())
            words, mac = json.dumps(content["till"], sort_keys=True), str(content["mac"])
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise _damaged() from error
        if not hmac.compare_digest(mac.encode(), self._mac(words).encode()):
            raise _damaged()
        return Membership.of(content["till"])

    def keep(self, membership: Membership) -> None:
        """Keep where and as whom this till shares its book.

        Raises:
            KnownError: the disk did not take it; what was there stands.
        """
        data = asdict(membership)
        mac = self._mac(json.dumps(data, sort_keys=True))
        write_atomically(self.path, json.dumps({"till": data, "mac": mac}, indent=1).encode())

    def new_key(self) -> tuple[bytes, bytes, tuple[str, str, str]]:
        """Make a key pair and keep its private half.

        Returns:
            The private half, the public half, and kind, backend and name of its place.

        Raises:
            KnownError: the keyring or the disk did not take it.
        """
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        private = Ed25519PrivateKey.generate().private_bytes_raw()
        place, name = self._keys.new_place(self._secrets), os.urandom(16).hex()
        place.write(name, private)
        return private, public_half(private), (place.kind, place.backend, name)

    def private_key(self, membership: Membership) -> bytes:
        """Return the till's private key.

        Raises:
            KnownError: it is not where it was kept.
        """
        place = self._keys.place_of(self._secrets, membership.key_kind, membership.key_backend)
        found = place.read(membership.key_name)
        if found is None:
            raise KnownError(
                "The key by which head office knows this till is not on this computer any more. "
                "The book is whole; join head office again with a new code."
            )
        return found

    def forget(self, membership: Membership) -> None:
        """Forget the private key and where head office is."""
        place = self._keys.place_of(self._secrets, membership.key_kind, membership.key_backend)
        place.forget(membership.key_name)
        self.path.unlink(missing_ok=True)
        self._last.unlink(missing_ok=True)

    @property
    def last_at(self) -> datetime | None:
        """When both sides were last the same; it is shown, and nothing hangs on it."""
        try:
            return datetime.fromisoformat(self._last.read_text().strip())
        except (OSError, ValueError):
            return None

    def keep_last_at(self, at: datetime) -> None:
        """Keep when both sides were last the same."""
        write_atomically(self._last, at.isoformat().encode())

    def drop_key(self, kind: str, backend: str, name: str, *, unless: Membership | None) -> None:
        """Forget a key that came to nothing, except where the one in use stands in its place."""
        if unless is None or backend != "file":
            self._keys.place_of(self._secrets, kind, backend).forget(name)

    def _mac(self, words: str) -> str:
        return hmac.new(self._seal, words.encode(), hashlib.sha256).hexdigest()


def public_half(private: bytes) -> bytes:
    """Return the public half of a private key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def confirmed(membership: Membership, scopes: tuple[str, ...]) -> Membership:
    """Return a membership that a person has let in."""
    return replace(membership, number="", revoked="", scopes=scopes or membership.scopes)


def _damaged() -> KnownError:
    return KnownError(
        "What this till knows of head office was changed by someone or something else. The book "
        "is whole and nothing is shared; join head office again with a new code."
    )
