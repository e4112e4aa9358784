"""Joining head office, and leaving it: keys, the code, the number to compare."""

import os
from typing import TYPE_CHECKING

from clienteling.bootstrap.syncing.lines import Joined, Joining, Lines
from clienteling.bootstrap.syncing.membership import Membership, MembershipFile
from clienteling.domain.errors import KnownError, UserError
from clienteling.storage.book import Book, transaction

if TYPE_CHECKING:
    from clienteling.bootstrap.backend import Backend

_MOST_NAME = 60


def join(
    book: Book, file: MembershipFile, lines: Lines, asks: tuple[str, str, str | None], name: str
) -> Membership:
    """Ask head office to let this till in; return what is kept of it.

    Args:
        book: The till's book.
        file: Where it is kept.
        lines: The way there.
        asks: Address, code and certificate.
        name: What people call this till.

    Raises:
        UserError: this till has joined already, or the code or address does not hold.
        LineError: no answer came; nothing was kept.
        KnownError: the key or the membership could not be kept.
    """
    before = _before(file)
    if before is not None and not (before.revoked or before.number):
        raise UserError("This till has joined head office already. Leave it first.")
    address, code, ca_pem = asks
    private, _public, place = file.new_key()
    kind, backend, key_name = place
    till = _till_id(book, is_new=before is not None and before.revoked == "")
    try:
        found = lines.join(Joining(address, code, ca_pem, private, till, name[:_MOST_NAME]))
    except BaseException:
        file.drop_key(kind, backend, key_name, unless=before)
        raise
    membership = Membership(
        found.address, found.ca_pem, till, name[:_MOST_NAME], found.office_key, found.number,
        found.scopes, kind, backend, key_name,
    )  # fmt: skip
    file.keep(membership)
    _read_scopes(book, found)
    return membership


def _before(file: MembershipFile) -> Membership | None:
    try:
        return file.read()
    except KnownError:
        # What cannot be read is replaced by what head office says now.
        return None


def leave(book: Book, file: MembershipFile) -> None:
    """Share no more; the book stays as it is, and the till is nobody at head office.

    Raises:
        UserError: head office withdrew this till's access; the book is not for leaving then.
        KnownError: the keyring does not let go of the key.
    """
    membership = file.read()
    if membership is None:
        return
    if membership.revoked:
        raise UserError(
            "Head office has withdrawn this till's access. Join again with a new code, or have "
            "the book erased."
        )
    file.forget(membership)
    _till_id(book, is_new=True)


def default_name(backend: "Backend") -> str:
    """Return what a till is called where nobody says: its boutique."""
    me = backend.me()
    return "Till" if me is None else me.store.name


def _till_id(book: Book, *, is_new: bool) -> str:
    """Return what this till calls itself; a new name is a new life of its log."""
    connection = book.connect()
    try:
        if is_new:
            with transaction(connection):
                connection.execute(
                    "UPDATE sync_self SET till_id = ?, incarnation = ?",
                    (os.urandom(16).hex(), os.urandom(16).hex()),
                )
        return str(connection.execute("SELECT till_id FROM sync_self").fetchone()[0])
    finally:
        connection.close()


def _read_scopes(book: Book, found: Joined) -> None:
    """Read what was granted, and nothing that an earlier head office or boutique had granted."""
    if not found.scopes:
        return
    connection = book.connect()
    try:
        with transaction(connection):
            marks = ", ".join("?" * len(found.scopes))
            connection.execute(
                f"DELETE FROM sync_cursor WHERE scope NOT IN ({marks})",  # noqa: S608 - our own marks
                found.scopes,
            )
            connection.executemany(
                "INSERT OR IGNORE INTO sync_cursor (scope, seq, mark_seq, mark, state)"
                " VALUES (?, 0, 0, x'', 'first')",
                [(scope,) for scope in found.scopes],
            )
    finally:
        connection.close()
