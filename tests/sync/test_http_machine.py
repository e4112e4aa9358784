"""Two books and a real server with a port, TLS and signatures, as hypothesis sees fit to use them.

What is slow here is few examples; the simulation lives through many. This one has the real words:
MessagePack, zstd, sessions, and a server that is killed and started again.
"""

import itertools
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    precondition,
    rule,
    run_state_machine_as_test,
)
from typing_extensions import override

from clienteling.domain.ids import Id
from clienteling.services import clients, log
from clienteling.sync.engine import Done, Later, LineError
from clienteling.sync.http import HttpTransport
from tests.factories import SmallHouse, a_client, a_house
from tests.headoffice.conftest import Books
from tests.headoffice.servers import Server
from tests.sync.tills import TestTill, whole_book

_FIELDS = ("remember", "preferred_name", "language")


@pytest.fixture(scope="module")
def office(
    template_book: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Server, Books, SmallHouse]]:
    """A running head office that knows a house, and where books are made."""
    folder = tmp_path_factory.mktemp("machine")
    server = Server.new(folder / "home", code_burst=10_000, address_burst=10_000).start()
    books = Books(template_book, folder)
    founder = books.till("founder")
    house = a_house(founder.store)
    line = server.enrolled("founder")
    assert isinstance(founder.sync(line), Done)
    line.close()
    yield server, books, house
    for till in books.open:
        till.store.close()
        till.till.close()
    server.stop()


class _Lossy:
    """A line that loses some answers: head office has heard, and the till does not know."""

    def __init__(self, line: HttpTransport) -> None:
        self.line = line
        self.losses: list[bool] = []

    def _said(self, answer: Any) -> Any:
        if self.losses and self.losses.pop():
            raise LineError("the answer was lost")
        return answer

    def push(self, words: Any) -> Any:
        return self._said(self.line.push(words))

    def pull(self, words: Any) -> Any:
        return self._said(self.line.pull(words))

    def snapshot(self, words: Any) -> Any:
        return self._said(self.line.snapshot(words))


class _Machine(RuleBasedStateMachine):
    """People at two tills, a line, and a server that somebody stumbles over."""

    def __init__(self, server: Server, books: Books, house: SmallHouse) -> None:
        super().__init__()
        self.server, self.house = server, house
        self.words = (f"w{number}" for number in itertools.count())
        self.written: set[str] = set()
        self.kills = 0
        self.tills: list[TestTill] = []
        self.lines: list[_Lossy] = []
        for _number in range(2):
            name = f"till-{secrets.token_hex(6)}"
            self.tills.append(books.till(name))
            self.lines.append(_Lossy(server.enrolled(name)))
        assert isinstance(self.tills[0].sync(self.lines[0]), Done)
        self.client: Id = a_client(self.tills[0].store, house)
        for till, line in zip(self.tills, self.lines, strict=True):
            assert isinstance(till.sync(line), Done)

    @rule(who=st.integers(0, 1), fields=st.sets(st.sampled_from(_FIELDS), min_size=1))
    def edit(self, who: int, fields: set[str]) -> None:
        """Somebody writes some words about the client."""
        values = {name: next(self.words) for name in sorted(fields)}
        with self.tills[who].store.write(why="Edited", who=self.house.camille) as session:
            clients.edit_client(session, client_id=self.client, values=values)
        self.written |= set(values.values())

    @rule(who=st.integers(0, 1))
    def note(self, who: int) -> None:
        """Somebody logs a note."""
        word = next(self.words)
        with self.tills[who].store.write(why="Noted", who=self.house.camille) as session:
            log.log_note(session, client_id=self.client, body=word, staff_id=self.house.camille)
        self.written.add(word)

    @rule(who=st.integers(0, 1), losses=st.lists(st.booleans(), max_size=3))
    def sync(self, who: int, losses: list[bool]) -> None:
        """A till syncs, and some answers are lost."""
        line = self.lines[who]
        line.losses = list(losses)
        outcome = self.tills[who].sync(line)
        line.losses.clear()
        assert isinstance(outcome, (Done, Later))

    @precondition(lambda self: self.kills < 1)
    @rule()
    def kill_the_server(self) -> None:
        """Head office's process is gone, and is started again."""
        self.kills += 1
        self.server.kill()
        assert isinstance(self.tills[0].sync(self.lines[0]), Later)
        self.server.start()

    @override
    def teardown(self) -> None:
        """Let everything come to rest: equal books, every word there, and nothing to exchange."""
        for till, line in zip(self.tills * 3, self.lines * 3, strict=True):
            assert isinstance(till.sync(line), Done)
        one, two = self.tills
        assert one.sync(self.lines[0], compare=True) == Done()
        assert whole_book(one) == whole_book(two)
        told = str(one.rows("SELECT kept, other FROM sync_conflict"))
        told += str(one.rows("SELECT * FROM client")) + str(one.rows("SELECT body FROM note"))
        replaced = str([till.rows("SELECT body FROM sync_log") for till in self.tills])
        assert {w for w in self.written if f"'{w}'" not in told and f'"{w}"' not in told} <= {
            word for word in self.written if f'["{word}",' in replaced
        }
        for line in self.lines:
            line.line.close()


def test_whatever_people_and_lines_do_two_books_end_equal(
    office: tuple[Server, Books, SmallHouse],
) -> None:
    run_state_machine_as_test(
        lambda: _Machine(*office),  # type: ignore[arg-type] # made anew for each example
        settings=settings(
            max_examples=6,
            stateful_step_count=14,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
