"""A till of the program one version ahead (tests/sync/newer.py), as a process.

It has the newer book and the newer sync over the real line, and no window: what people would write
is told to it. Run like ``tests.stories.till_process``.
"""

import json
import random
import sys
from pathlib import Path
from typing import Any

from clienteling.domain.clock import SystemClock
from clienteling.storage.book import Book
from clienteling.storage.vault import open_vault
from clienteling.sync.engine import Done, sync_once
from clienteling.sync.enrolling import enrol
from clienteling.sync.http import HttpTransport
from clienteling.sync.invitation import read_invitation
from clienteling.sync.line import Line
from clienteling.sync.signing import TillKey
from clienteling.sync.till import Till
from tests.books import KEYS
from tests.sync.newer import migrate, newer

_KEY = TillKey(bytes(range(32)))
_SEEN = ("cherish", "relationship_status", "language", "pet_name", "letters")


class NewerTill:
    """What the process does for each line it reads.

    Args:
        till: Its book.
    """

    def __init__(self, till: Till) -> None:
        self._till = till
        self._line: HttpTransport | None = None

    def tell(self, what: str, **words: Any) -> None:
        """Write a line that the outside counts on."""
        sys.stdout.write(json.dumps({"told": what, **words}) + "\n")
        sys.stdout.flush()

    def obey(self, line: str) -> None:
        """Do what one line says."""
        words = json.loads(line)
        getattr(self, f"_do_{words.pop('do')}")(**words)

    def _do_enrol(self, invitation: str) -> None:
        who = self._till.identity().till
        found = enrol(read_invitation(invitation), who, "Newer till", _KEY)
        self._till.join(found.granted)
        self._line = HttpTransport(Line(found.address, found.ca_pem), who, _KEY, SystemClock())
        self.tell("enrolled")

    def _do_share(self) -> None:
        outcome = sync_once(self._till, self._line, random.Random(0))  # type: ignore[arg-type] # enrolled by now
        self.tell("shared", kind="shared" if isinstance(outcome, Done) else str(outcome))

    def _do_edit(self, client: str, values: dict[str, Any]) -> None:
        names = ", ".join(f"{name} = ?" for name in values)
        self._till.connection.execute(
            f"UPDATE client SET {names} WHERE id = ?", (*values.values(), bytes.fromhex(client))
        )
        self.tell("edited")

    def _do_look(self, client: str) -> None:
        sql = f"SELECT {', '.join(_SEEN)} FROM client WHERE id = ?"
        found = self._till.connection.execute(sql, (bytes.fromhex(client),)).fetchone()
        self.tell("seen", values=dict(zip(_SEEN, found, strict=True)))


def main() -> None:
    """Open the book, bring it to this version, and obey until the input ends."""
    path = Path(sys.argv[1])
    with newer():
        till = Till(Book(path, open_vault(path, KEYS).book), SystemClock())
        migrate(till.connection)
        process = NewerTill(till)
        process.tell("ready")
        for line in sys.stdin:
            process.obey(line)
        till.close()


if __name__ == "__main__":
    main()
