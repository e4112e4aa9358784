"""Pictures and papers after the rows: one go of the carrier after each turn that went well."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from clienteling.bootstrap.pen import Pen
from clienteling.bootstrap.syncing.patience import PatientTill
from clienteling.bootstrap.syncing.turn import CLOSING
from clienteling.domain.clock import Clock
from clienteling.storage.attachments import Attachments
from clienteling.storage.book import Book
from clienteling.sync.blobs import BlobTransport, Carried, Carrier, Stand
from clienteling.sync.engine import LineError

#: After so many pieces of a megabyte rows have their turn, and a person sees what came.
_PIECES = 16


@dataclass(frozen=True, slots=True)
class _Watched:
    """A line for contents that breaks at the next word once it is to stop."""

    line: BlobTransport
    is_closing: Callable[[], bool]

    def wanted(self) -> tuple[str, ...]:
        """Ask which named contents head office has not."""
        return self._open().wanted()

    def stand(self, sha256: str) -> Stand:
        """Ask how far a content is there."""
        return self._open().stand(sha256)

    def fetch(self, sha256: str, start: int, length: int) -> bytes | Stand:
        """Ask for a piece."""
        return self._open().fetch(sha256, start, length)

    def send(self, sha256: str, offset: int, size: int, piece: bytes) -> Stand:
        """Send a piece."""
        return self._open().send(sha256, offset, size, piece)

    def _open(self) -> BlobTransport:
        if self.is_closing():
            raise LineError(CLOSING)
        return self.line


class Carrying:
    """What carries this book's pictures, for as long as the book is shared.

    Args:
        book: The book.
        attachments: The encrypted files beside it.
        clock: Ends waits.
        pen: Of the process that has the book.
        rng: Spreads waits.
        is_closing: Asked between any two pieces.
    """

    def __init__(
        self,
        book: Book,
        attachments: Attachments,
        clock: Clock,
        pen: Pen,
        rng: random.Random,
        is_closing: Callable[[], bool],
    ) -> None:
        self._till = PatientTill(book, clock, pen, is_closing)
        self._carrier = Carrier(self._till, attachments, rng)
        self._is_closing = is_closing

    def go(self, line: BlobTransport) -> Carried:
        """Send and fetch what is due; whatever goes wrong, rows are not concerned."""
        return self._carrier.carry(_Watched(line, self._is_closing), most_pieces=_PIECES)

    def close(self) -> None:
        """Close the connection."""
        self._till.close()
