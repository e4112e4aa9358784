"""What must outlive a restore: which tills were revoked, what was erased, who is let in no more.

A backup knows neither of what came after it. The ledger stands with the keys, outside database and
backups, and holds ids only. What it says is done again when a backup is put back.
"""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clienteling.domain.errors import NotFoundError
from clienteling.headoffice import grants
from clienteling.headoffice.factors import mark_of
from clienteling.models.types import to_milliseconds
from clienteling.storage.files import PRIVATE_FILE

if TYPE_CHECKING:
    from clienteling.headoffice.opening import OpenOffice

REVOKED, ERASED, SHUT = "revoked", "erased", "shut"


class Ledger:
    """A file that only grows.

    Args:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def note(self, *words: str) -> None:
        """Write a line, and make sure that the disk has it."""
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, PRIVATE_FILE)
        try:
            os.write(descriptor, (json.dumps(words) + "\n").encode())
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def entries(self) -> list[tuple[str, ...]]:
        """Return every whole line."""
        try:
            lines = self._path.read_text("utf-8").splitlines()
        except FileNotFoundError:
            return []
        return [tuple(words) for line in lines if (words := _read(line))]


def revoke(office: "OpenOffice", till: str, *, erase_book: bool = False) -> None:
    """Hear a till no more, also after a restore.

    Raises:
        NotFoundError: the till is not known.
    """
    now = to_milliseconds(office.clock.now())
    grants.revoke(office.database, till, now, erase_book=erase_book)
    office.home.ledger.note(REVOKED, till, _key_of(office, till))


def erase(office: "OpenOffice", scope: str, table: str, row_id: str) -> int:
    """Erase a row and what hangs on it everywhere, also after a restore; return how many went.

    Raises:
        NotFoundError: there is no such row in this scope.
    """
    with office.database.read() as transaction:
        transaction.see((scope,))
        found = transaction.all(
            "SELECT state FROM sync_feed WHERE scope = ? AND tbl = ? AND row_id = ?",
            (scope, table, row_id),
        )
    if not found:
        raise NotFoundError("There is nobody of the id {id} in {scope}.", id=row_id, scope=scope)
    office.home.ledger.note(ERASED, scope, table, row_id)
    return office.office.erase(scope, table, row_id)


def do_again(office: "OpenOffice") -> None:
    """Do once more what the ledger says, after a backup was put back."""
    now = to_milliseconds(office.clock.now())
    for kind, *words in dict.fromkeys(office.home.ledger.entries()):
        if kind == REVOKED and _key_of(office, words[0]) == words[1]:
            # One that was enrolled anew since has another key.
            grants.revoke(office.database, words[0], now)
        elif kind == ERASED:
            office.office.erase(*words)
        elif kind == SHUT:
            _shut(office, words[0])


def _shut(office: "OpenOffice", mark: str) -> None:
    """Take an administrator's way in away that was gone already when the backup was put back."""
    with office.database.write() as transaction:
        for name, passphrase in transaction.all("SELECT name, passphrase FROM admin_person"):
            if mark_of(passphrase) == mark:
                transaction.run("DELETE FROM admin_person WHERE name = ?", (name,))


def _key_of(office: "OpenOffice", till: str) -> str:
    with office.database.read() as transaction:
        found = transaction.all("SELECT public_key FROM trust_till WHERE till = ?", (till,))
    return str(found[0][0]) if found else ""


def _read(line: str) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        # The machine stopped in the middle of the last line; what it noted was then not done.
        return None
