"""Settle receipts that were in the book before a file told of them again.

What changes is captured like any change of a row: head office may have the receipt already.
"""

from collections.abc import Iterable, Mapping

from sqlcipher3 import dbapi2

from clienteling.exchange.fill_clients import captured
from clienteling.exchange.known_people import asked
from clienteling.exchange.target import Target


def sum_again(connection: dbapi2.Connection, purchases: Iterable[bytes]) -> None:
    """Sum receipts again that may have got more lines."""
    connection.execute("UPDATE sync_self SET applying = 0")
    connection.executemany(
        "UPDATE purchase SET net_minor = (SELECT sum(net_minor) FROM purchase_line "
        "WHERE purchase_id = purchase.id AND deleted_at IS NULL) WHERE id = ?1 AND "
        "net_minor <> (SELECT sum(net_minor) FROM purchase_line "
        "WHERE purchase_id = ?1 AND deleted_at IS NULL)",
        [(one,) for one in purchases],
    )
    connection.execute("UPDATE sync_self SET applying = 2")


def fill_stores(target: Target, places: Mapping[bytes, bytes], batch: bytes) -> None:
    """Give receipts without a boutique the one that is known now.

    Args:
        places: The boutique of each receipt.
        batch: Under which the changes can be taken back.
    """
    connection = target.connection
    blank = [row[0] for row in asked(connection, _WITHOUT_STORE, places)]
    if blank:
        with captured(target, batch):
            connection.executemany(
                "UPDATE purchase SET store_id = ? WHERE id = ?",
                [(places[one], one) for one in blank],
            )


_WITHOUT_STORE = (
    "SELECT id FROM purchase WHERE id IN ({}) AND store_id IS NULL AND deleted_at IS NULL"
)
