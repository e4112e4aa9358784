"""Which scopes a till sees, and the end of that; enforced wherever a till asks."""

import re
from collections.abc import Sequence

from clienteling.domain.errors import NotFoundError, UserError
from clienteling.headoffice import tills
from clienteling.headoffice.dialect import Database, Transaction, again
from clienteling.sync.scopes import EVERYWHERE

_SCOPE = re.compile(r"b:[A-Za-z0-9][A-Za-z0-9._-]{0,31}")


def check_scope(scope: str) -> None:
    """See that a scope is a boutique's.

    Raises:
        UserError: it is none.
    """
    if not _SCOPE.fullmatch(scope):
        raise UserError("{scope} is no boutique's scope; one reads like b:PAR1.", scope=scope)


def set_granted(transaction: Transaction, till: str, granted: Sequence[str]) -> None:
    """Say which scopes a till sees; those it saw, and not these, leave its book."""
    tills.set_granted(transaction, till, granted)


@again
def grant(database: Database, till: str, scopes: Sequence[str]) -> tuple[str, ...]:
    """Let a till see exactly its own boutique, the catalogue and these; return what it sees.

    Raises:
        NotFoundError: the till is not known.
        UserError: one of them does not have the shape of a boutique's scope.
    """
    for scope in scopes:
        check_scope(scope)
    with database.write() as transaction:
        known = tills.find(transaction, till)
        if known is None:
            raise NotFoundError("No till {till} is known here.", till=till)
        granted = tuple(dict.fromkeys((EVERYWHERE, known.home, *scopes)))
        set_granted(transaction, till, granted)
    return granted


@again
def revoke(database: Database, till: str, now: int, *, erase_book: bool = False) -> None:
    """Hear a till no more, from this moment on.

    Args:
        database: Head office's own.
        till: The till.
        now: Head office's own time in milliseconds.
        erase_book: Tell it to erase its book when it asks the next time.

    Raises:
        NotFoundError: the till is not known.
    """
    with database.write() as transaction:
        if tills.find(transaction, till) is None:
            raise NotFoundError("No till {till} is known here.", till=till)
        tills.revoke(transaction, till, now)
        transaction.run("DELETE FROM trust_session WHERE till = ?", (till,))
        if erase_book:
            transaction.run("UPDATE trust_till SET erase = ? WHERE till = ?", (now, till))
