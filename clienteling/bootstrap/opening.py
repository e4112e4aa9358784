"""Opens a book and makes it a backend; brings a backup back where it cannot be opened."""

from pathlib import Path

from clienteling.bootstrap.backend import Backend
from clienteling.domain.clock import Clock, SystemClock
from clienteling.settings.file import Settings
from clienteling.settings.paths import config_folder, data_folder
from clienteling.storage.open import create_book, open_book
from clienteling.storage.restore import Restored, restore_newest_good
from clienteling.storage.vault import DeviceKeys, Keys

BOOK_NAME = "house.book"


def default_book() -> Path:
    """Return where this person's book stands unless another path is given."""
    return data_folder() / BOOK_NAME


def open_backend(
    path: Path | None = None,
    *,
    clock: Clock | None = None,
    keys: Keys | None = None,
    settings_file: Path | None = None,
    create: bool = False,
    alone: bool = True,
) -> Backend:
    """Open a book and make it a backend.

    Args:
        path: The book; None is this person's own.
        clock: None is the machine's.
        keys: Where its key is found; None is this computer's keyring or key file.
        settings_file: None is this person's own.
        create: Make the book where there is none.
        alone: Be the only program on it, as a window must.

    Raises:
        NotFoundError: there is no such book and it may not be made.
        KnownError: it cannot be opened; the sentence says why and what is safe.
    """
    book, watch, ring = path or default_book(), clock or SystemClock(), keys or DeviceKeys()
    _finish_erasing(book)
    settings = Settings(settings_file or config_folder() / "settings.toml")
    if create and not book.exists():
        return Backend(create_book(book, clock=watch, keys=ring), settings, watch)
    return Backend(open_book(book, clock=watch, keys=ring, alone=alone), settings, watch)


def _finish_erasing(book: Path) -> None:
    mark = book.with_name(f"{book.name}.erasing")
    if mark.exists():
        from clienteling.bootstrap.syncing.erasing import finish_erasing

        finish_erasing(book)


def restore_newest(path: Path | None = None, *, keys: Keys | None = None) -> Restored:
    """Put the newest good backup in a book's place, for a book that cannot be opened.

    Raises:
        KnownError: there is none; nothing was changed.
    """
    return restore_newest_good(path or default_book(), keys or DeviceKeys(), SystemClock())
