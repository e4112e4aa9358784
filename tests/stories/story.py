"""One story: two tills and head office, each a process, and everything that happens to them.

A seed decides what is done and what breaks; the machine decides what meets what. The story hears
only what is told: lines of the tills, and pieces on their lines. One till writes at a time, so none
has seen an edit of the other that was not told yet.
"""

import random
import shutil
import signal
from collections.abc import Iterable
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from clienteling.storage.book import Book
from clienteling.storage.capture import BATCH
from tests.stories.meetings import Meetings
from tests.stories.offices import Office
from tests.stories.tills import OutsideTill
from tests.stories.weather import FAULTS, LASTING, Trap, Weather
from tests.sync.simulation.history import Edit, History
from tests.sync.simulation.oracle import alive_names
from tests.sync.tills import key_of

#: Turns of both tills until everything must be at rest.
TURNS = 8

#: How long nothing at all is told before a story is given up; none comes near it.
_SILENCE = 100

_OUTCOMES = {"shared", "offline", "stopped"}

_STEPS = {
    "write": 40, "ask": 14, "look": 20, "trap": 24, "mend": 12, "halt a till": 3,
    "kill a till": 3, "kill the server": 2, "restart the server": 2,
}  # fmt: skip


class StuckError(Exception):
    """Nothing was told for long."""


class Story:
    """Two tills and head office.

    Args:
        seed: Decides.
        office: Head office, serving.
        template: A closed, empty book.
        folder: Of this story alone.
        clocks: How many seconds the tills' clocks are ahead.
    """

    def __init__(
        self,
        seed: int,
        office: Office,
        template: Path,
        folder: Path,
        clocks: tuple[float, float] = (0, 0),
    ) -> None:
        self.seed, self.rng = seed, random.Random(seed)
        self.office = office
        self.log: list[str] = []
        self.history = History()
        self.house: dict[str, str] = {}
        self.clients: list[str] = []
        self._heard: SimpleQueue[tuple[str, dict[str, Any]]] = SimpleQueue()
        self._ails: set[str] = set()
        self._noted: set[tuple[str, bytes]] = set()
        self._words = 0
        self.tills = {
            name: self._a_till(name, template, folder / name, off)
            for name, off in zip(("one", "two"), clocks, strict=True)
        }
        self.meetings = Meetings(tuple(self.tills))
        self.weather = Weather(office, self.tills, self.meetings, self._spring)

    def _a_till(self, name: str, template: Path, folder: Path, off: float) -> OutsideTill:
        shutil.copytree(template.parent, folder)
        book = Book(folder / template.name, key_of(template))
        connection = book.connect()
        # Copies of one book have one name until they are told theirs.
        connection.execute("UPDATE sync_self SET till_id = ?, incarnation = ?", (name, name))
        connection.close()
        return OutsideTill(name, folder, book, lambda *words: self._heard.put(words), off)

    def _spring(self, what: str, till: str) -> None:
        self._heard.put((till, {"told": "fault", "what": what}))

    def begin(self) -> None:
        """Start both tills, let them join, and share a small house."""
        for till in self.tills.values():
            till.start()
        starting = set(self.tills)
        while starting:
            who, words = self._hear()
            starting -= {who} if words["told"] == "ready" else set()
        for name in self.tills:
            self.enrol(name)
        self.found()
        self.rest()
        self._noted |= {(name, tx) for name in self.tills for tx in self._transactions(name)}

    def enrol(self, name: str) -> None:
        """Let a till join by its own line."""
        invitation = self.office.invitation(self.weather.lines[name].port)
        assert self.ask(name, "enrol", "enrolled", invitation=invitation) is not None

    def found(self) -> None:
        """Let the first till write down the small house."""
        begun = self.ask("one", "begin", "begun")
        assert begun is not None
        self.house, self.clients = begun["house"], begun["clients"]

    # What is said and heard.

    def ask(self, name: str, do: str, until: str, **words: Any) -> dict[str, Any] | None:
        """Have a till do something; return what it told of it, or None where it died of it."""
        self.tills[name].say(do, **words)
        return self.wait(name, until)

    def wait(self, name: str, told: str) -> dict[str, Any] | None:
        """Wait until a till tells something; return it, or None where the till died."""
        while True:
            who, words = self._hear()
            if who == name and words["told"] in {told, "ended"}:
                return words if words["told"] == told else None

    def _hear(self) -> tuple[str, dict[str, Any]]:
        try:
            who, words = self._heard.get(timeout=_SILENCE)
        except Empty:
            raise StuckError("\n".join(self.log[-60:])) from None
        self.log.append(f"{who} {words}")
        match words["told"]:
            case "wrote":
                self._note(who, words["edits"])
            case "ended":
                self._ails.add(f"{who} is dead")
            case "fault" if words["what"] in LASTING:
                self._ails.add(words["what"])
            case _:
                pass
        return who, words

    def _note(self, name: str, told: Iterable[list[Any]]) -> list[int]:
        number = len(self.history.edits)
        edits = [
            Edit(name, muid, table, row_id, what, old, new, number + n)
            for n, (muid, table, row_id, what, old, new) in enumerate(told)
        ]
        self.history.edits += edits
        numbers = [edit.number for edit in edits]
        seen = self.meetings.wrote(name, numbers)
        self.history.seen.update(dict.fromkeys(numbers, seen))
        return numbers

    # What happens.

    def live(self, steps: int) -> None:
        """Let things happen."""
        for step in count():
            if not steps:
                return
            # What one step draws says nothing of how many the machine's haste let the last one draw.
            self.rng = random.Random(f"{self.seed}/{step}")
            what = self.rng.choices(list(_STEPS), list(_STEPS.values()))[0]
            name = self.rng.choice(list(self.tills))
            self.log.append(f"-- {what} {name} {sorted(self._ails)}")
            steps -= self._do(what, name)

    def _do(self, what: str, name: str) -> bool:
        """Do one thing; say whether it could be done."""
        can_hear = not {f"{name} is dead", f"{name} is halted"} & self._ails
        match what:
            case "write" if can_hear:
                self.write(name, self.rng.randrange(1, 5))
            case "ask" if can_hear:
                self.tills[name].say("soon")
            case "look" if not self._ails:
                self._look(name)
            case "trap" if not self._ails and not self.weather.is_trapped:
                self._lay_trap(name)
            case "mend" if self._ails:
                self.mend()
            case "halt a till" if can_hear:
                self.tills[name].signal(signal.SIGSTOP)
                self._ails.add(f"{name} is halted")
            case "kill a till" if can_hear:
                self.meetings.begin()
                self.tills[name].say("write", **self._writing(4))
                if self._hears_some(name):
                    self.tills[name].kill()
                    self.wait(name, "ended")
            case "kill the server":
                self.weather.clear()
                self.office.kill()
                self._ails.add(what)
            case "restart the server":
                self.weather.clear()
                self.office.mend()
                assert self.office.server.stop() == 0
                self.office.server.start()
            case _:
                return False
        return True

    def write(self, name: str, times: int) -> None:
        """Let somebody at a till do a few things."""
        self.meetings.begin()
        self.ask(name, "write", "written", **self._writing(times))

    def remember(self, name: str, client: str) -> None:
        """Let somebody at a till write what is to be remembered of a client."""
        self._words += 1
        self.meetings.begin()
        words = f"w{self._words}"
        self.ask(name, "remember", "written", client=client, words=words)

    def _writing(self, times: int) -> dict[str, Any]:
        self._words += 1
        return {
            "seed": self.rng.getrandbits(32), "times": times, "word": f"w{self._words}",
            "house": self.house,
        }  # fmt: skip

    def _hears_some(self, name: str) -> bool:
        """Hear some of what a till tells of what it does; say whether it lives still."""
        for _line in range(self.rng.randrange(4)):
            who, words = self._hear()
            if who == name and words["told"] in {"written", "ended"}:
                return bool(words["told"] == "written")
        return True

    def _look(self, name: str) -> None:
        """Have a till share, and wait until it tells what came of it, or what broke."""
        self.tills[name].say("soon")
        was_asked = False
        while True:
            who, words = self._hear()
            was_asked = was_asked or (who == name and words["told"] == "asked")
            is_over = words["told"] == "state" and words["kind"] in _OUTCOMES and was_asked
            if (who == name and is_over) or words["told"] in {"fault", "ended"}:
                return

    def _lay_trap(self, name: str) -> None:
        what = self.rng.choice(FAULTS)
        pieces = self.rng.choice((1, 1, 2, 3, 5))
        self.log.append(f"   {what} in {pieces}")
        self.weather.lay(Trap(what, name, self.rng.choice(("up", "down")), pieces))
        self.tills[name].say("soon")

    def mend(self) -> None:
        """Mend everything that is broken."""
        self.weather.clear()
        ails, self._ails = self._ails, set()
        self.office.mend()
        for name, till in self.tills.items():
            if f"{name} is halted" in ails:
                till.signal(signal.SIGCONT)
            if f"{name} is dead" in ails:
                till.end()
                self._note_untold(name)
                till.start()
                self.wait(name, "ready")

    def forget(self) -> None:
        """Note which edits neither head office nor any till knows of any more, after a restore."""
        with ExitStack() as stack:
            books = [stack.enter_context(till.book.reading()) for till in self.tills.values()]
            names = alive_names(self.office.tables, books)
        self.history.forgotten |= {e.muid for e in self.history.edits if e.muid not in names}

    def _note_untold(self, name: str) -> None:
        """Note what a till wrote and had no time to tell: that must not be lost either."""
        connection = self.tills[name].book.connect()
        for tx in self._transactions(name):
            if (name, tx) in self._noted:
                continue
            self._noted.add((name, tx))
            found = History().note(connection, name, tx)
            muids = {edit.muid for edit in self.history.edits}
            untold = [edit for edit in found if edit.muid not in muids]
            numbers = self._note(
                name,
                [[e.muid, e.table, e.row_id, e.name, e.old, e.new] for e in untold],
            )
            self.meetings.everywhere(numbers)
            for number, seen in self.history.seen.items():
                self.history.seen[number] = seen | set(numbers)
        connection.close()

    def _transactions(self, name: str) -> list[bytes]:
        """Return the transactions of people in a till's log."""
        connection = self.tills[name].book.connect()
        found = connection.execute(
            "SELECT tx, min(mid) FROM sync_log GROUP BY tx HAVING max(op) < ? ORDER BY 2", (BATCH,)
        ).fetchall()
        connection.close()
        return [row[0] for row in found]

    # Rest.

    def rest(self) -> None:
        """Let nothing break any more, and both tills share until nothing waits."""
        self.mend()
        calm = 0
        for _turn in range(TURNS):
            told = [self.ask(name, "share", "shared") for name in self.tills]
            if self._ails:
                # A trap had sprung and was not heard of yet.
                self.mend()
            is_calm = all(one and (one["kind"], one["waiting"]) == ("shared", 0) for one in told)
            calm = calm + 1 if is_calm else 0
            if calm == 2:
                return
        raise StuckError("the tills do not come to rest\n" + "\n".join(self.log[-60:]))

    def close(self) -> None:
        """End everything but head office; raises nothing."""
        self.weather.close()
        for till in self.tills.values():
            till.kill()
            till.end()
