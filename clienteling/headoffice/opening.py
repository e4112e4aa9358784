"""Opening a head office from its folder: database, seal, sessions, enrolment."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from clienteling.domain.clock import Clock
from clienteling.headoffice.admin_tables import make_admin_tables
from clienteling.headoffice.blob_files import BlobFiles
from clienteling.headoffice.blobs import Blobs
from clienteling.headoffice.dialect import Database
from clienteling.headoffice.embedded import SharedEmbeddedDatabase
from clienteling.headoffice.enrolment import Enrolment
from clienteling.headoffice.home import Home
from clienteling.headoffice.recast import make_recast_tables, recast_all
from clienteling.headoffice.seal import Seal
from clienteling.headoffice.sessions import Sessions
from clienteling.headoffice.store import HeadOffice
from clienteling.headoffice.trust_tables import make_trust_tables
from clienteling.storage.book import Book
from clienteling.storage.keys import sub_key
from clienteling.sync.signing import TillKey


@dataclass(frozen=True, slots=True)
class OpenOffice:
    """A head office at work; ``orders`` is the key it signs orders to tills with."""

    home: Home
    clock: Clock
    database: Database
    office: HeadOffice
    enrolment: Enrolment
    sessions: Sessions
    orders: TillKey
    blobs: Blobs


@contextmanager
def open_office(
    home: Home, clock: Clock, *, threads: int = 4, address: str = ""
) -> Iterator[OpenOffice]:
    """Open a head office; its tables are made where they are missing.

    Args:
        home: Its folder.
        clock: Its own time.
        threads: How many will ask at once.
        address: PostgreSQL as another role than that of the settings.

    Raises:
        KnownError: the folder, the keys or the database are not to be had.
    """
    database = open_database(home, threads, address)
    try:
        seal = home.key("seal")
        office = HeadOffice(database, clock, Seal(seal))
        office.make_tables()
        make_trust_tables(database)
        make_admin_tables(database)
        blobs = Blobs(database, BlobFiles(home.blobs, home.key("data")))
        blobs.make_tables()
        make_recast_tables(database)
        recast_all(database)
        yield OpenOffice(
            home,
            clock,
            database,
            office,
            Enrolment(database, clock, home.authority()),
            Sessions(database, clock, sub_key(seal, "sessions")),
            TillKey(sub_key(seal, "orders")),
            blobs,
        )
    finally:
        database.close()


def open_database(home: Home, threads: int, address: str = "") -> Any:
    """Open the database that the settings name."""
    address = address or home.settings().database
    if address:
        from clienteling.headoffice.postgres import open_postgres

        return open_postgres(address, threads)
    return SharedEmbeddedDatabase(Book(home.book, home.key("data")).connect, threads)
