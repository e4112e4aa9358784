"""Pictures and papers beside the book: named by their content, encrypted like the rest.

A file is a header (magic and a random salt) and chunks of at most 1 MiB, each sealed with
AES-256-GCM under the file's own key. A chunk's nonce is its number and whether it is the last, so
chunks cannot be dropped, doubled or moved. The file's name is an HMAC of the content's hash: a
hash in clear would tell a thief whether a known picture is here.
"""

import hashlib
import hmac
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clienteling.domain.errors import KnownError, NotFoundError
from clienteling.storage.files import write_atomically
from clienteling.storage.keys import DataKeys, sub_key

CHUNK_BYTES = 1 << 20
_MAGIC = b"CLA1"
_SALT_BYTES, _TAG_BYTES = 16, 16


@dataclass(frozen=True, slots=True)
class AttachmentFacts:
    """What the book's ``attachment`` row needs to know; width and height of pictures only."""

    sha256: str
    mime: str
    size_bytes: int
    width: int | None = None
    height: int | None = None


class Attachments:
    """The store of encrypted files beside a book.

    Args:
        folder: Where they stand.
        keys: The book's keys.
    """

    def __init__(self, folder: Path, keys: DataKeys) -> None:
        self._folder = folder
        self._keys = keys

    def put(self, data: bytes, mime: str) -> AttachmentFacts:
        """Keep bytes; they are on disk when this returns, so the row may be committed.

        Raises:
            KnownError: the disk is full or cannot be written.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        if not self._is_intact(sha256):
            write_atomically(
                self._path(sha256), _seal(data, self._keys.attachments), what="the picture"
            )
        return AttachmentFacts(sha256, mime, len(data))

    def get(self, sha256: str) -> bytes:
        """Return the bytes of a content hash.

        Raises:
            NotFoundError: they are not on this till.
            KnownError: the file was changed or is damaged.
        """
        try:
            sealed = self._path(sha256).read_bytes()
        except FileNotFoundError as error:
            raise NotFoundError("This picture is not on this till.") from error
        except OSError as error:
            raise KnownError(
                "A picture cannot be read: {reason}.", reason=error.strerror
            ) from error
        data = _unseal(sealed, self._keys.attachments)
        if data is None or hashlib.sha256(data).hexdigest() != sha256:
            raise KnownError("The file of a picture is damaged; the client book itself is not.")
        return data

    def exists(self, sha256: str) -> bool:
        """Say whether the bytes of a content hash are on this till."""
        return self._path(sha256).is_file()

    def remove(self, sha256: str) -> None:
        """Take bytes and everything made from them off the disk; nothing happens if absent."""
        path = self._path(sha256)
        path.unlink(missing_ok=True)
        for made in path.parent.glob(f"{path.name}.*"):
            made.unlink(missing_ok=True)

    def put_made(self, sha256: str, what: str, data: bytes) -> None:
        """Keep something made from a content (a thumbnail), to be removed with it."""
        write_atomically(
            self._made(sha256, what), _seal(data, self._keys.attachments), what="the picture"
        )

    def get_made(self, sha256: str, what: str) -> bytes | None:
        """Return what was made from a content, or None where it must be made again."""
        try:
            sealed = self._made(sha256, what).read_bytes()
        except OSError:
            return None
        return _unseal(sealed, self._keys.attachments)

    def _is_intact(self, sha256: str) -> bool:
        try:
            self.get(sha256)
        except (NotFoundError, KnownError):
            return False
        return True

    def _path(self, sha256: str) -> Path:
        name = file_name(self._keys, sha256)
        return self._folder / name[:2] / name

    def _made(self, sha256: str, what: str) -> Path:
        path = self._path(sha256)
        return path.with_name(f"{path.name}.{what}")


def file_name(keys: DataKeys, sha256: str) -> str:
    """Return the file name of a content hash."""
    return hmac.new(keys.names, bytes.fromhex(sha256), hashlib.sha256).hexdigest()


def _seal(data: bytes, key: bytes) -> bytes:
    salt = os.urandom(_SALT_BYTES)
    cipher, header = _cipher(key, salt), _MAGIC + salt
    pieces = [data[at : at + CHUNK_BYTES] for at in range(0, len(data), CHUNK_BYTES)] or [b""]
    sealed = [
        cipher.encrypt(_nonce(number, last=number == len(pieces) - 1), piece, header)
        for number, piece in enumerate(pieces)
    ]
    return b"".join([header, *sealed])


def _unseal(sealed: bytes, key: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag

    start = len(_MAGIC) + _SALT_BYTES
    header = sealed[:start]
    if len(sealed) < start + _TAG_BYTES or not header.startswith(_MAGIC):
        return None
    cipher = _cipher(key, header[len(_MAGIC) :])
    try:
        return b"".join(
            cipher.decrypt(_nonce(number, last=last), piece, header)
            for number, last, piece in _sealed_pieces(sealed, start)
        )
    except InvalidTag:
        return None


def _sealed_pieces(sealed: bytes, start: int) -> Iterator[tuple[int, bool, bytes]]:
    step = CHUNK_BYTES + _TAG_BYTES
    for number, at in enumerate(range(start, len(sealed), step)):
        yield number, at + step >= len(sealed), sealed[at : at + step]


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _cipher(key: bytes, salt: bytes) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    # The key is new for every file, so that counting nonces are safe.
    return AESGCM(sub_key(key, f"file {salt.hex()}"))
