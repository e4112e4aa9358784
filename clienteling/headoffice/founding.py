"""A new head office: its folder, and its database as the owner leaves it to the server.

On PostgreSQL the owner's address makes the tables and a role that owns nothing; only that role's
address is kept, so that a server can never see past the scopes it was granted.
"""

import secrets
from dataclasses import replace

from clienteling.domain.clock import Clock
from clienteling.domain.errors import KnownError, UserError
from clienteling.headoffice.home import SETTINGS, Home, HomeSettings
from clienteling.headoffice.opening import open_office


def found(home: Home, settings: HomeSettings, clock: Clock) -> None:
    """Make a head office; where its database is not to be had, nothing is made.

    Args:
        home: Its folder.
        settings: Its settings, with PostgreSQL's owner as the database if it stands on that.
        clock: Its own time.

    Raises:
        UserError: there is one in the folder already, or the database's address is none.
        KnownError: the database is not to be had.
    """
    owner = settings.database
    password = secrets.token_urlsafe(24)
    served = _served(owner, password) if owner else ""
    home.make(replace(settings, database=served), clock.now())
    try:
        prepare(home, clock, owner, password)
    except BaseException:
        (home.folder / SETTINGS).unlink()
        raise


def prepare(home: Home, clock: Clock, owner: str, password: str = "") -> None:
    """Make the tables that are missing, for a new head office or a newer program.

    Args:
        home: Its folder.
        clock: Its own time.
        owner: PostgreSQL as the role that owns the tables; empty for the embedded database.
        password: What the server's role is to say; empty leaves it as it is.

    Raises:
        KnownError: the database is not to be had.
    """
    with open_office(home, clock, threads=1, address=owner):
        pass
    if owner and password:
        _make_role(owner, password)


def _served(owner: str, password: str) -> str:
    import psycopg
    from psycopg.conninfo import make_conninfo

    from clienteling.headoffice.partitions import SERVER

    try:
        return make_conninfo(owner, user=SERVER, password=password)
    except psycopg.Error as error:
        raise UserError(
            "The database is either left out or written postgresql://user@host/name.",
            field="database",
        ) from error


def _make_role(owner: str, password: str) -> None:
    import psycopg

    from clienteling.headoffice.isolation import make_server_role

    try:
        make_server_role(owner, password)
    except psycopg.Error as error:
        raise KnownError(
            "The database does not let its owner make head office's own user: {reason}.",
            reason=type(error).__name__,
        ) from error
