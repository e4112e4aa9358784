"""The composition root, without Qt: a book, its settings and a clock become one ``Backend``.

There are no globals: the window and the commands are handed a backend and speak to the book
through it, in rows and use-cases.
"""

from clienteling.bootstrap.backend import Backend, Done, Me
from clienteling.bootstrap.opening import default_book, open_backend, restore_newest
from clienteling.storage.lock import AlreadyOpenError
from clienteling.storage.manifest import Backup
from clienteling.storage.restore import DamagedBookError, Restored
from clienteling.storage.vault import DeviceKeys

__all__ = [
    "AlreadyOpenError",
    "Backend",
    "Backup",
    "DamagedBookError",
    "DeviceKeys",
    "Done",
    "Me",
    "Restored",
    "default_book",
    "open_backend",
    "restore_newest",
]
