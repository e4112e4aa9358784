"""One run: some tills, one head office, a seed that decides everything that happens."""

import os
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

import pytest

from clienteling.domain.clock import FakeClock
from clienteling.storage import bulk, checkpoints
from clienteling.sync import brake, checks, engine, outbox, upkeep
from clienteling.sync.engine import Done, Outcome, sync_once
from clienteling.sync.till import CONFIRMED, PARKED, Till
from tests.sync.simulation.acts import act, turn_case
from tests.sync.simulation.history import History
from tests.sync.simulation.line import Faults, Line
from tests.sync.simulation.node import KilledError, Node, new_node
from tests.sync.simulation.office import Office
from tests.sync.simulation.oracle import alive_names, erased_everywhere, faults_of
from tests.sync.simulation.template import SCOPES, template

#: After the faults stop, every queue must be empty and every book equal in so many syncs each.
ROUNDS = 4

STEPS = {
    "act": 56, "sync": 26, "back up a till": 3, "restore a till": 3, "back up head office": 3,
    "restore head office": 3, "late message": 5, "clock": 2, "snapshot": 1, "erase": 1,
    "revoke": 1, "withdraw": 1, "clone": 1, "newer program": 1, "lose rows": 1, "prune": 1,
}  # fmt: skip

#: What head office does of itself, also while a till is in the middle of a sync.
_ELSEWHERE = ("revoke", "withdraw", "erase", "snapshot", "back up head office", "newer program")


@dataclass(slots=True)
class Run:
    """What a seed did and what was wrong with it; ``story`` is the history of its steps."""

    seed: int
    edits: int = 0
    restores: int = 0
    faults: list[str] = field(default_factory=list)
    story: list[str] = field(default_factory=list)


def run_seed(seed: int) -> Run:
    """Live through one seed, then let everything come to rest, and judge."""
    template()
    with pytest.MonkeyPatch.context() as patch:
        # Ids decide what comes first in lists, so they must be the seed's too.
        patch.setattr(os, "urandom", random.Random(seed).randbytes)
        # Making everything derived anew alters the schema, and every open book reads it again.
        patch.setattr(bulk, "_REBUILD_SHARE", 1e9)
        # A thread of its own empties the write-ahead log, at a moment that no seed decides.
        patch.setattr(checkpoints.Checkpoints, "saved", lambda _self: None)
        world = _World(seed)
        patch.setattr(engine, "_PAGE", world.rng.choice((2, 5, 500)))
        patch.setattr(brake, "BRAKE_LEAST", world.rng.choice((1, 50, 50)))
        patch.setattr(engine, "COMPARED", world.rng.choice((0, 0.2)) * world.compares)
        patch.setattr(upkeep, "LEAST_KEPT", 0)
        patch.setattr(upkeep, "prune_log", partial(world.prune, upkeep.prune_log))
        longest = world.rng.choice((1, 3, 1_000))
        for module in (outbox, checks):
            patch.setattr(module, "MAX_MUTATIONS", longest)
        try:
            world.live()
            world.rest()
        except Exception as error:  # noqa: BLE001 - whatever a broken safeguard leads to
            world.run.faults.append(f"{type(error).__name__}: {error}")
        finally:
            world.close()
    world.run.edits = len(world.history.edits)
    return world.run


class _World:
    def __init__(self, seed: int) -> None:
        self.run = Run(seed)
        self.rng = random.Random(seed)
        self.history = History()
        #: Comparing mends what other safeguards let through, so most seeds live without it.
        self.compares = seed % 3 == 0
        self.words = 0
        self.office = Office(self.rng, FakeClock())
        self.nodes: list[Node] = []
        self.lines: dict[str, Line] = {}
        for number in range(self.rng.choice((2, 3, 3))):
            clock = FakeClock()
            clock.advance(timedelta(days=self.rng.choice((0, 0, 3650, -3650))))
            node = new_node(f"till{number}", str(seed), clock, self.rng)
            self.office.head.enrol(node.name, SCOPES[1])
            self.nodes.append(node)
            faults = Faults(*(self.rng.choice((0, 0.05, 0.2)) for _ in range(5)))
            self.lines[node.name] = Line(
                self.office.now, self.rng, faults, checked=self.rng.random() < 0.25
            )
            node.between = partial(self._between, node)
        self.kills = self.rng.choice((0, 0.01, 0.04))
        for node in self.nodes:
            node.full = self.rng.choice((0, 0, 0.01))
        self.meddling = self.rng.choice((0, 0, 0.05))
        self.busy = self.rng.choice((0, 0.1, 0.6))
        self.patience = 0
        self.office.back_up()

    def live(self) -> None:
        """Let things happen."""
        for _step in range(self.rng.randrange(15, 45)):
            what = self.rng.choices(list(STEPS), list(STEPS.values()))[0]
            node = self.rng.choice(self.nodes)
            self.run.story.append(f"{what} {node.name}")
            self._do(what, node)

    def _do(self, what: str, node: Node) -> None:
        rng, office = self.rng, self.office
        match what:
            case "act":
                self._act(node)
            case "sync":
                self._sync(node)
            case "back up a till":
                node.back_up()
            case "restore a till" if node.backups:
                node.restore(rng.choice(node.backups))
                self._remember()
            case "back up head office":
                office.back_up()
            case "restore head office" if office.backups:
                office.restore(rng.randrange(len(office.backups)))
                self.history.was_set_back = True
                self._remember()
            case "late message" if self.lines[node.name].late:
                late = self.lines[node.name].late
                office.head.push(late.pop(rng.randrange(len(late))))
            case "clock":
                node.clock.advance(timedelta(days=rng.choice((-400, -1, 1, 400))))
                office.clock.advance(timedelta(hours=rng.choice((-1, 1))))
            case "snapshot":
                for scope in SCOPES:
                    office.head.prepare_snapshot(scope, rows_a_part=3)
            case "erase" if not self.history.erased:
                client = rng.choice(template().clients)
                office.head.erase(SCOPES[1], "client", client)
                self.history.erased.add(client)
                self.history.has_erased = True
            case "revoke":
                office.head.revoke(node.till.identity().till)
            case "withdraw":
                office.head.set_granted(node.till.identity().till, ())
            case "clone":
                other = rng.choice(self.nodes)
                if other is not node:
                    other.back_up()
                    node.restore(other.backups[-1])
                    self._remember()
            case "lose rows" if self.compares:
                node.lose_rows(rng)
            case "prune":
                upkeep.prune_log(node.till)
            case "newer program":
                self.history.strange |= office.write_as_newer(rng)
            case _:
                pass

    def _act(self, node: Node) -> None:
        self.words += 1
        act(node, self.rng, template().house, f"w{self.words}", self.history)

    def _between(self, node: Node) -> None:
        if node.deadly and self.patience > 0 and self.rng.random() < self.busy:
            # Whoever writes faster than a line carries would be told of by no end.
            self.patience -= 1
            self._act(node)
        if node.deadly and self.rng.random() < self.meddling:
            what = self.rng.choice(_ELSEWHERE)
            self.run.story.append(f"  meanwhile {what}")
            self._do(what, self.rng.choice(self.nodes))

    def _sync(self, node: Node) -> None:
        if self.rng.random() < 0.3:
            self.office.head.enrol(node.till.identity().till, SCOPES[1])
        node.deadly, self.patience = self.kills or 1e-9, 12
        self.office.deadly = self.kills
        self._meet(node)
        try:
            outcome: Outcome | str = sync_once(
                node.till, self.lines[node.name], self.rng, failures=self.rng.randrange(5),
                mass_change_allowed=self.rng.random() < 0.5,
            )  # fmt: skip
        except KilledError as error:
            outcome = f"killed {error}"
            node.deadly = 0.0
            node.stop()
        node.deadly = self.office.deadly = self.office.database.deadly = 0.0
        self.run.story.append(f"  {outcome}")
        self._meet(node)
        if not isinstance(outcome, str):
            turn_case(node, template().house, f"s{self.words}", self.history)

    def _meet(self, node: Node) -> None:
        # What may have been seen: too much is allowed here, it only makes the oracle milder.
        self.office.known |= node.known
        node.known |= self.office.known

    def _remember(self) -> None:
        self.run.restores += 1
        names = alive_names(self.office.connection, [node.till.connection for node in self.nodes])
        self.history.forgotten |= {
            edit.muid for edit in self.history.edits if edit.muid not in names
        }
        self.history.faded |= self.history.strange - self.office.rows()
        connections = [self.office.connection, *(node.till.connection for node in self.nodes)]
        known = erased_everywhere(connections)
        for client in self.history.erased - known:
            # Nobody knows any more that she was erased; what was written of her went with her.
            rows = {client, *self.office.rows_about(client)}
            self.history.forgotten |= {e.muid for e in self.history.edits if e.row_id in rows}
        self.history.erased &= known

    def prune(self, prune_log: Callable[[Till], int], till: Till) -> int:
        """Let a till forget what is old; a wrong clock may take for old what a restored head
        office lacks. Of that nothing is asked: outside, a thousand entries are kept whatever it says.
        """
        sql = "SELECT muid FROM sync_log WHERE state IN (?, ?)"
        confirmed = till.connection.execute(sql, (CONFIRMED, PARKED)).fetchall()
        count = prune_log(till)
        names = alive_names(self.office.connection, [node.till.connection for node in self.nodes])
        self.history.forgotten |= {muid.hex() for (muid,) in confirmed} - names
        return count

    def rest(self) -> None:
        """Stop every fault; let every till sync a few times; judge."""
        for node in self.nodes:
            self.office.head.enrol(node.till.identity().till, SCOPES[1])
            self.lines[node.name].faults = Faults()
        for turn in range(ROUNDS):
            for node in self.nodes:
                outcome = sync_once(
                    node.till, self.lines[node.name], self.rng, mass_change_allowed=True,
                    compare=self.compares and turn in {0, 1},
                )  # fmt: skip
                self.run.story.append(f"rest {turn} {node.name} {outcome}")
                assert isinstance(outcome, Done), f"at rest a sync ended in {outcome}"
                self._meet(node)
            if turn == 0:
                self._turn_cases()
        for node in self.nodes:
            outcome = sync_once(node.till, self.lines[node.name], self.rng, compare=True)
            assert isinstance(outcome, Done)
            assert (outcome.sent, outcome.received) == (0, 0), f"never at rest: {outcome}"
        books = {node.name: node.till.connection for node in self.nodes}
        known = {node.name: node.known for node in self.nodes}
        self.run.faults += faults_of(self.office.connection, books, known, self.history)

    def _turn_cases(self) -> None:
        """Let people settle cases, and take them back, now that every till knows of all."""
        for node in self.nodes:
            self._meet(node)
            for number in range(3):
                turn_case(node, template().house, f"rest {number}", self.history)

    def close(self) -> None:
        """Remove every trace."""
        for node in self.nodes:
            node.discard()
        self.office.close()
