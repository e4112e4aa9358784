"""Erasing the book of this till on head office's order, so that nothing of it can be read again.

The keys go first: from that moment book, backups and pictures are noise. Then every file that is
named after the book goes. What a program still holds open is removed at the next start; a mark
beside the book says so, and goes last.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from clienteling.bootstrap.syncing.lines import Order
from clienteling.bootstrap.syncing.membership import Membership, MembershipFile
from clienteling.domain.errors import KnownError
from clienteling.storage.files import PRIVATE_FILE, sync_folder, write_atomically
from clienteling.storage.vault import Keys, forget_keys, vault_file


def is_from_office(order: Order, membership: Membership) -> bool:
    """Say whether an order is head office's own, and for this till."""
    from clienteling.sync.signing import is_signed, order_words

    try:
        signature, public = bytes.fromhex(order.signature), bytes.fromhex(membership.office_key)
    except ValueError:
        return False
    words = order_words(membership.till, order.at)
    return order.till == membership.till and is_signed(words, signature, public)


def erase_book(book: Path, keys: Keys, membership: MembershipFile) -> bool:
    """Erase a book and everything that belongs to it; return whether nothing is left.

    A step that fails does not keep the next ones back: each alone takes something away.
    """
    write_atomically(mark_of(book), b"erased on head office's order")
    with suppress(KnownError):
        forget_keys(book, keys)
    _overwrite(vault_file(book))
    with suppress(KnownError):
        found = membership.read()
        if found is not None:
            membership.forget(found)
    return finish_erasing(book)


def finish_erasing(book: Path) -> bool:
    """Remove what is left of a book that was to be erased; return whether nothing is left."""
    if not mark_of(book).exists():
        return True
    _overwrite(vault_file(book))
    for path in _belongings(book):
        with suppress(OSError):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
    is_gone = not _belongings(book)
    if is_gone:
        mark_of(book).unlink(missing_ok=True)
    sync_folder(book.parent)
    return is_gone


def mark_of(book: Path) -> Path:
    """Return the mark that says that a book is to be erased."""
    return book.with_name(f"{book.name}.erasing")


def _belongings(book: Path) -> list[Path]:
    """Return everything beside a book that is named after it, the mark left out."""
    names = (f"{book.name}.", f"{book.name}-")
    return [
        path
        for path in sorted(book.parent.iterdir())
        if (path.name == book.name or path.name.startswith(names)) and path != mark_of(book)
    ]


def _overwrite(path: Path) -> None:
    """Write nothing over a small file, in place, and remove it."""
    with suppress(OSError):
        size = path.stat().st_size
        descriptor = os.open(path, os.O_WRONLY, PRIVATE_FILE)
        try:
            os.write(descriptor, bytes(size))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        path.unlink(missing_ok=True)
