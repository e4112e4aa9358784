"""What is due once a day: bringing what depends on the day up to today, a slice at a time.

A large book takes seconds; in slices, each a transaction of its own, no save waits for long. Cut
short, it begins anew the next time: a client brought up twice is the same as once.
"""

from datetime import date

from clienteling.domain.progress import Progress
from clienteling.storage import metrics, search_index
from clienteling.storage.book import Book, transaction

_SLICE = 100


def bring_up_to_date(book: Book, today: date, progress: Progress) -> int:
    """Make again what the day alone has changed; return how many clients it touched.

    Raises:
        Cancelled: the person closed the window; what is left is done the next time.
    """
    connection = book.connect()
    try:
        ids = search_index.due(connection, today)
        for start in range(0, len(ids), _SLICE):
            progress.step(start, len(ids))
            some = ids[start : start + _SLICE]
            with transaction(connection):
                metrics.refresh(connection, some, today)
                search_index.refresh(connection, some)
        with transaction(connection):
            metrics.remember(connection, "rolled_on", today.toordinal())
    finally:
        connection.close()
    return len(ids)
