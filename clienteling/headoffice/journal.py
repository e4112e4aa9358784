"""What was done in the administration, by whom and when: only added to, each entry chained.

Each entry's seal is made over the seal before it, with a key that is not in the database: what was
altered, left out or put in afterwards no longer fits, and where is told.
"""

import hmac
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from clienteling.domain.clock import Clock
from clienteling.domain.errors import UserError
from clienteling.headoffice.dialect import Database, Transaction, again
from clienteling.models.types import to_milliseconds
from clienteling.storage.keys import sub_key

_HEAD = "journal"
_AT_ONCE = 2_000
_COLUMNS = "seq, at, who, did, about, detail"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that somebody did.

    Args:
        seq: Its number; without gaps.
        at: When, in milliseconds.
        who: The person; empty for the command line, and for whoever is not known.
        did: The word for what was done.
        about: To what: a till, a boutique, a person.
        detail: What else belongs to it.
    """

    seq: int
    at: int
    who: str
    did: str
    about: str
    detail: Mapping[str, str]


class Journal:
    """The administration's journal.

    Args:
        database: Head office's own.
        clock: When.
        seal: Head office's own secret, the same on each of its servers.
    """

    def __init__(self, database: Database, clock: Clock, seal: bytes) -> None:
        self._database = database
        self._clock = clock
        self._key = sub_key(seal, "journal")

    @again
    def note(self, who: str, did: str, about: str = "", **detail: str) -> None:
        """Add an entry."""
        now = to_milliseconds(self._clock.now())
        with self._database.write() as transaction:
            transaction.run(
                "INSERT INTO admin_journal_head (name, seq, mac) VALUES (?, 0, '')"
                " ON CONFLICT (name) DO NOTHING",
                (_HEAD,),
            )
            # Who writes next waits for this row, on whichever server.
            seq, before = _head(transaction, transaction.lock)
            words = (seq + 1, now, who, did, about, json.dumps(detail, sort_keys=True))
            mac = self._mac(before, words)
            transaction.run(
                "INSERT INTO admin_journal (seq, at, who, did, about, detail, mac)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (*words, mac),
            )
            transaction.run(
                "UPDATE admin_journal_head SET seq = ?, mac = ? WHERE name = ?",
                (seq + 1, mac, _HEAD),
            )

    @contextmanager
    def noted(self, who: str, did: str, about: str = "", **detail: str) -> Iterator[None]:
        """Add what is about to be done; and that it came to nothing, if so."""
        self.note(who, did, about, **detail)
        try:
            yield
        except UserError:
            self.note(who, "nothing", about, tried=did, **detail)
            raise

    def entries(self, before: int, limit: int) -> list[Entry]:
        """Return the entries before a number, the newest first."""
        with self._database.read() as transaction:
            found = transaction.all(
                f"SELECT {_COLUMNS} FROM admin_journal WHERE seq < ? ORDER BY seq DESC LIMIT ?",  # noqa: S608 - words of ours
                (before, limit),
            )
        return [
            Entry(seq, at, who, did, about, json.loads(detail))
            for seq, at, who, did, about, detail in found
        ]

    def fault(self) -> int | None:
        """Return the number of the first entry that does not fit; None where all do."""
        at, mac = 0, ""
        with self._database.read() as transaction:
            while found := transaction.all(
                f"SELECT {_COLUMNS}, mac FROM admin_journal WHERE seq > ? ORDER BY seq LIMIT ?",  # noqa: S608 - words of ours
                (at, _AT_ONCE),
            ):
                for *words, kept in found:
                    expected = self._mac(mac, tuple(words))
                    if words[0] != at + 1 or not hmac.compare_digest(expected, kept):
                        return at + 1
                    at, mac = at + 1, kept
            head = _head(transaction)
        return None if head == (at, mac) else at + 1

    def _mac(self, before: str, words: tuple[Any, ...]) -> str:
        text = json.dumps([before, *words])
        return hmac.digest(self._key, text.encode(), "sha256").hex()


def _head(transaction: Transaction, lock: str = "") -> tuple[int, str]:
    found = transaction.all(
        f"SELECT seq, mac FROM admin_journal_head WHERE name = ?{lock}",  # noqa: S608 - words of the dialect
        (_HEAD,),
    )
    return (int(found[0][0]), str(found[0][1])) if found else (0, "")
