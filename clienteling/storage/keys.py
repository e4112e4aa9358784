"""The keys of one book: its data key, and one key made from it for each use."""

import hmac
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Where the secret that opens the book is kept, and the sentence that tells a person so."""

    in_keyring: bool
    words: str


@dataclass(frozen=True, slots=True, repr=False)
class DataKeys:
    """The keys of one book, each made from its data key for one use (RFC 5869)."""

    data_key: bytes
    place: KeyPlace

    @property
    def book(self) -> bytes:
        """The key of the book's file."""
        return sub_key(self.data_key, "book")

    @property
    def backup(self) -> bytes:
        """The key of the backups' files."""
        return sub_key(self.data_key, "backup")

    @property
    def attachments(self) -> bytes:
        """The key from which each attachment's own key is made."""
        return sub_key(self.data_key, "attachments")

    @property
    def names(self) -> bytes:
        """The key that turns a content's hash into its file name."""
        return sub_key(self.data_key, "attachment names")


def sub_key(data_key: bytes, use: str) -> bytes:
    """Return the 32-byte key for one use (HKDF-SHA256 without salt, one block; RFC 5869 §2)."""
    fixed = hmac.digest(bytes(32), data_key, "sha256")
    return hmac.digest(fixed, f"clienteling {use}".encode() + b"\x01", "sha256")
