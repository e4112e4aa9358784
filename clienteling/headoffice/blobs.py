"""Attachments' contents as a till may ask for them: each answer within the till's own scopes.

The routes' contract stands in ``clienteling/sync/blobs.py``; files, in ``blob_files.py``; who may
have what, in ``blob_names.py``.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from clienteling.headoffice import blob_names, tills
from clienteling.headoffice.blob_files import BlobFiles
from clienteling.headoffice.blob_names import Named
from clienteling.headoffice.dialect import Database, again
from clienteling.sync.blobs import LARGEST_BYTES, PIECE_BYTES, Stand, Standing
from clienteling.sync.scopes import EVERYWHERE

#: What no row names is kept so long: as long as removals are remembered.
GRACE_SECONDS = 400 * 86_400

_SHA256 = re.compile(r"[0-9a-f]{64}")
_REFUSED = Stand(Standing.REFUSED)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a content, and how large the whole is."""

    data: bytes
    size: int


class Blobs:
    """What tills may ask of head office's attachments; several threads may.

    Args:
        database: Head office's own.
        files: Where the contents stand.
    """

    def __init__(self, database: Database, files: BlobFiles) -> None:
        self._database = database
        self._files = files

    def make_tables(self) -> None:
        """Make the tables where they are missing."""
        with self._database.write() as transaction:
            for statement in blob_names.TABLES.split(";")[:-1]:
                transaction.run(statement)

    def wanted(self, till: str, limit: int = 500) -> tuple[str, ...]:
        """Return contents that rows in the till's scopes name and that are not here."""
        scopes = self._scopes(till)
        if not scopes:
            return ()
        self._read_along(scopes)
        with self._database.read() as transaction:
            transaction.see(scopes)
            found = blob_names.awaited(transaction, scopes, limit)
        wanted = []
        for one in found:
            if self._files.size(one.sha256) is None:
                wanted.append(one.sha256)
            else:
                self._note(scopes, one.sha256, is_here=True)
        return tuple(wanted)

    def stand(self, till: str, sha256: str) -> Stand:
        """Say how far a content is here, for one till."""
        one = self._named(self._scopes(till), sha256)
        return _REFUSED if one is None else self._stand(till, one)

    def fetch(self, till: str, sha256: str, start: int, length: int) -> Piece | Stand:
        """Return a piece of a content; how it stands where it is not here whole."""
        scopes = self._scopes(till)
        one = self._named(scopes, sha256)
        if one is None:
            return _REFUSED
        size = self._files.size(sha256)
        data = self._files.read(sha256, max(0, start), max(0, min(length, PIECE_BYTES)))
        if size is None or data is None:
            if one.is_here:
                self._note(scopes, sha256, is_here=False)
            return Stand(Standing.AWAITED, self._files.offset(sha256, till))
        return Piece(data, size)

    def send(self, till: str, sha256: str, offset: int, size: int, piece: bytes) -> Stand:
        """Take a piece of a content.

        Raises:
            KnownError: the disk is full or cannot be written.
        """
        scopes = self._scopes(till)
        one = self._named(scopes, sha256)
        if one is None or one.size != size or not 0 < size <= LARGEST_BYTES:
            return _REFUSED
        if len(piece) > PIECE_BYTES or offset < 0 or offset + len(piece) > size:
            return self._stand(till, one)
        here = self._files.append(sha256, till, offset, size, piece)
        if here is None:
            return Stand(Standing.CORRUPT)
        if here < size:
            return Stand(Standing.AWAITED, here)
        self._note(scopes, sha256, is_here=True)
        return Stand(Standing.HERE, size)

    def collect(
        self, scopes: Collection[str], now: datetime, grace_seconds: float = GRACE_SECONDS
    ) -> int:
        """Drop contents that no row names any more; return how many went.

        What only an erased row showed goes at once, whatever the grace.

        Args:
            scopes: Every scope there is: what is named in another would be dropped.
            now: As the disk's own clock has it.
            grace_seconds: How long what is not named is kept.
        """
        self._read_along(scopes)
        with self._database.read() as transaction:
            transaction.see(scopes)
            shown, erased = blob_names.all_named(transaction, scopes)
        gone = [sha256 for sha256 in erased if self._files.size(sha256) is not None]
        for sha256 in gone:
            self._files.remove(sha256)
        return len(gone) + self._files.collect(shown, grace_seconds, now.timestamp())

    def look_again(self, scopes: Collection[str]) -> int:
        """Hold what is noted against the disk, after a restore; return how many are missing."""
        self._read_along(scopes)
        with self._database.read() as transaction:
            transaction.see(scopes)
            shown, _erased = blob_names.all_named(transaction, scopes)
        missing = [one for one in shown if self._files.size(one) is None]
        for sha256 in missing:
            self._note(scopes, sha256, is_here=False)
        return len(missing)

    def _stand(self, till: str, one: Named) -> Stand:
        size = self._files.size(one.sha256)
        if size is not None:
            return Stand(Standing.HERE, size)
        return Stand(Standing.AWAITED, self._files.offset(one.sha256, till))

    def _scopes(self, name: str) -> tuple[str, ...]:
        """Return the scopes a till may read; none where it is not known or was revoked."""
        with self._database.read() as transaction:
            till = tills.find(transaction, name)
        if till is None or till.is_revoked:
            return ()
        return tuple(sorted({*till.granted, EVERYWHERE}))

    def _named(self, scopes: Collection[str], sha256: str) -> Named | None:
        if not scopes or _SHA256.fullmatch(sha256) is None:
            return None
        self._read_along(scopes)
        with self._database.read() as transaction:
            transaction.see(scopes)
            return blob_names.named(transaction, scopes, sha256)

    def _read_along(self, scopes: Collection[str]) -> None:
        with self._database.read() as transaction:
            transaction.see(scopes)
            is_behind = blob_names.is_behind(transaction, scopes)
        if is_behind:
            for scope in sorted(scopes):
                self._read(scope)

    @again
    def _read(self, scope: str) -> None:
        with self._database.write() as transaction:
            transaction.see((scope,))
            blob_names.read_along(transaction, scope)

    @again
    def _note(self, scopes: Collection[str], sha256: str, *, is_here: bool) -> None:
        with self._database.write() as transaction:
            transaction.see(scopes)
            blob_names.note_here(transaction, scopes, sha256, is_here=is_here)
