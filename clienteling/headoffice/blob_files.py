"""Contents of attachments on head office's disk: named by their hash, encrypted, never half.

A file is a header (magic and a random salt) and chunks of at most 256 KiB, each sealed with
AES-256-GCM under the file's own key; number and end are bound to each chunk. Its name is an HMAC
of the content's hash. What is on its way stands beside it, one file for each till that sends, and
grows by whole chunks: whatever stops, what was sealed is safe.
"""

import errno
import hashlib
import hmac
import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from clienteling.domain.errors import KnownError
from clienteling.storage.files import PRIVATE_FILE, private_folder, sync_folder
from clienteling.storage.keys import sub_key

CHUNK_BYTES = 1 << 18
_MAGIC = b"CLH1"
_SALT_BYTES, _NONCE_BYTES, _TAG_BYTES = 16, 12, 16
_HEADER = len(_MAGIC) + _SALT_BYTES
_STEP = _NONCE_BYTES + CHUNK_BYTES + _TAG_BYTES

#: An upload that nobody went on with for so long is dropped.
PART_SECONDS = 7 * 86_400


class BlobFiles:
    """The encrypted files of one head office; several servers may share the folder.

    Args:
        folder: Where they stand.
        key: Head office's own 32-byte data key.
    """

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder = folder
        self._key = sub_key(key, "headoffice attachments")
        self._names = sub_key(key, "headoffice attachment names")
        self._turn = threading.Lock()

    def size(self, sha256: str) -> int | None:
        """Return how large a content is; None where it is not here whole."""
        try:
            return _content_size(self._path(sha256).stat().st_size)
        except FileNotFoundError:
            return None

    def read(self, sha256: str, start: int, length: int) -> bytes | None:
        """Return a piece of a content, shorter at its end.

        A file that was damaged is taken away, so that it is asked for again.

        Returns:
            The piece; None where the content is not here, or was damaged.
        """
        from cryptography.exceptions import InvalidTag

        path = self._path(sha256)
        try:
            with path.open("rb") as file:
                return self._piece(file, start, length)
        except FileNotFoundError:
            return None
        except InvalidTag:
            path.unlink(missing_ok=True)
            return None

    def offset(self, sha256: str, by: str) -> int:
        """Return how many bytes of a till's upload are safe."""
        try:
            length = self._part(sha256, by).stat().st_size
        except FileNotFoundError:
            return 0
        return max(0, length - _HEADER) // _STEP * CHUNK_BYTES

    def append(self, sha256: str, by: str, offset: int, size: int, piece: bytes) -> int | None:
        """Keep as many whole chunks of a piece as there are, and its end where it is the end.

        Args:
            sha256: The content.
            by: The till that sends it.
            offset: Where the piece begins; nothing is kept where that is not how far it is here.
            size: Of the whole content.
            piece: Some of it.

        Returns:
            How many bytes are safe now; None where the whole was there and has another hash.

        Raises:
            KnownError: the disk is full or cannot be written.
        """
        with self._turn, _told():
            if self.size(sha256) is not None:
                return size
            here = self.offset(sha256, by)
            if here != offset:
                return here
            part = self._part(sha256, by)
            here = self._extend(part, here, size, piece)
            return self._finish(sha256, part, size) if here == size else here

    def remove(self, sha256: str) -> None:
        """Take a content off the disk."""
        self._path(sha256).unlink(missing_ok=True)

    def collect(self, named: Iterable[str], grace_seconds: float, now: float) -> int:
        """Drop what no row has named for as long as the grace; return how many files went.

        Args:
            named: The contents that rows name now.
            grace_seconds: Counted from the last time a content was among the named.
            now: Seconds since 1970, as the disk stamps its files.
        """
        keep = {self._name(sha256) for sha256 in named}
        gone = 0
        for path in self._folder.glob("??/*"):
            if path.name in keep:
                with suppress(FileNotFoundError):
                    os.utime(path, (now, now))
                continue
            wait = PART_SECONDS if path.suffix == ".part" else grace_seconds
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < now - wait:
                    path.unlink()
                    gone += 1
        return gone

    def _piece(self, file: BinaryIO, start: int, length: int) -> bytes:
        total = os.fstat(file.fileno()).st_size
        header = file.read(_HEADER)
        size = _content_size(total)
        stop = min(size, start + length)
        if start >= stop:
            return b""
        first, last = start // CHUNK_BYTES, (stop - 1) // CHUNK_BYTES
        file.seek(_HEADER + first * _STEP)
        chunks = self._opened(file, header, range(first, last + 1), _count(size))
        return b"".join(chunks)[start - first * CHUNK_BYTES :][: stop - start]

    def _opened(
        self, file: BinaryIO, header: bytes, numbers: Iterable[int], count: int
    ) -> Iterator[bytes]:
        cipher = _cipher(self._key, header)
        for number in numbers:
            sealed = file.read(_STEP)
            nonce, rest = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
            yield cipher.decrypt(nonce, rest, _bound(header, number, count))

    def _extend(self, part: Path, here: int, size: int, piece: bytes) -> int:
        private_folder(part.parent)
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(part, flags, PRIVATE_FILE), "r+b") as file:
            header = file.read(_HEADER)
            if here == 0:
                header = _MAGIC + os.urandom(_SALT_BYTES)
                file.seek(0)
                file.write(header)
            file.truncate(_HEADER + here // CHUNK_BYTES * _STEP)
            file.seek(0, os.SEEK_END)
            cipher = _cipher(self._key, header)
            for at in range(0, len(piece), CHUNK_BYTES):
                chunk = piece[at : at + CHUNK_BYTES]
                if len(chunk) < CHUNK_BYTES and here + len(chunk) != size:
                    break
                nonce = os.urandom(_NONCE_BYTES)
                bound = _bound(header, here // CHUNK_BYTES, _count(size))
                file.write(nonce + cipher.encrypt(nonce, chunk, bound))
                here += len(chunk)
            file.flush()
            os.fsync(file.fileno())
        return here

    def _finish(self, sha256: str, part: Path, size: int) -> int | None:
        from cryptography.exceptions import InvalidTag

        content = hashlib.sha256()
        try:
            with part.open("rb") as file:
                header = file.read(_HEADER)
                for chunk in self._opened(file, header, range(_count(size)), _count(size)):
                    content.update(chunk)
        except InvalidTag:
            content = hashlib.sha256()
        if content.hexdigest() != sha256:
            part.unlink(missing_ok=True)
            return None
        part.replace(self._path(sha256))
        sync_folder(part.parent)
        return size

    def _name(self, sha256: str) -> str:
        return hmac.new(self._names, sha256.encode(), hashlib.sha256).hexdigest()

    def _path(self, sha256: str) -> Path:
        name = self._name(sha256)
        return self._folder / name[:2] / name

    def _part(self, sha256: str, by: str) -> Path:
        path = self._path(sha256)
        till = hmac.new(self._names, by.encode(), hashlib.sha256).hexdigest()[:16]
        return path.with_name(f"{path.name}.{till}.part")


def _count(size: int) -> int:
    return -(-size // CHUNK_BYTES)


def _content_size(length: int) -> int:
    chunks = -(-(length - _HEADER) // _STEP)
    return max(0, length - _HEADER - chunks * (_NONCE_BYTES + _TAG_BYTES))


def _bound(header: bytes, number: int, count: int) -> bytes:
    return header + number.to_bytes(8, "big") + bytes([number == count - 1])


def _cipher(key: bytes, header: bytes) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(sub_key(key, f"file {header[len(_MAGIC) :].hex()}"))


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise KnownError("Head office's disk is full; the picture was not kept.") from error
        raise KnownError(
            "Head office's disk did not take a picture ({reason}).", reason=str(error.strerror)
        ) from error
