"""One server process with some threads, each a till that pushes: ``python -m … ADDRESS NAME``.

Its transactions begin long before they take their scope and end some time after their last word,
so that they end in another order than they began.
"""

import random
import secrets
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from typing_extensions import override

from clienteling.domain.clock import SystemClock
from clienteling.headoffice.dialect import Transaction
from clienteling.headoffice.postgres import PostgresDatabase
from clienteling.headoffice.seal import Seal
from clienteling.headoffice.store import HeadOffice
from clienteling.storage.capture import INSERT
from clienteling.sync.wire import Mutation, Place, Push, Pushed

PARIS = "b:PAR1"
THREADS, PUSHES, ROWS = 4, 25, 3


class SlowDatabase(PostgresDatabase):
    """PostgreSQL on which every write takes its time; numbered by a sequence as others do it."""

    @override
    @contextmanager
    def write(self) -> Iterator[Transaction]:
        with super().write() as transaction:
            transaction.run("INSERT INTO numbered DEFAULT VALUES")
            transaction.all("SELECT pg_sleep(?)", (random.uniform(0, 0.02),))
            yield transaction
            transaction.all("SELECT pg_sleep(?)", (random.uniform(0, 0.002),))


def a_push(till: str, before: Place, rows: int = ROWS, scope: str = PARIS) -> Push:
    """Make the next stretch of a till's log: so many new households."""
    mutations = [
        Mutation(
            before.mid + 1 + number, secrets.token_hex(16), secrets.token_hex(16), scope,
            "household", secrets.token_hex(16), INSERT, 0, 0, None,
            {"name": (None, f"{till} {before.mid + number}"), "created_at": (None, 0)},
        )
        for number in range(rows)
    ]  # fmt: skip
    return Push(till, "life", 1, before, {}, tuple(mutations))


def tills_of(name: str) -> list[str]:
    """Return the tills that a server process of this name plays."""
    return [f"{name}-{number}" for number in range(THREADS)]


def _push_on(office: HeadOffice, till: str) -> None:
    place = Place()
    for _turn in range(PUSHES):
        words = a_push(till, place)
        answer = office.push(words)
        assert isinstance(answer, Pushed), answer
        # A doubled message now and then, as lines do it.
        assert random.random() < 0.8 or office.push(words) == answer
        place = answer.place


def main(address: str, name: str) -> None:
    """Push from every till at once."""
    database = SlowDatabase(address, connections=THREADS)
    office = HeadOffice(database, SystemClock(), Seal(bytes(32)))
    threads = [threading.Thread(target=_push_on, args=(office, till)) for till in tills_of(name)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    database.close()


if __name__ == "__main__":
    main(*sys.argv[1:3])
