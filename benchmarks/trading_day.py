"""A trading day of thousands of tills against head office: a simulation of queues.

Every request passes the server's cores and the database's cores, in the order of coming. A push
holds its boutique from the database's first word to its last, round trips and the disk's answer
included, so pushes of one boutique wait for each other and for nobody else. Times are measured
(``head_office_costs``), spread as they are seen to be; arrivals are those of tills that look for
news, write, and come back after a line was down. A seed gives the same day again.
"""

import heapq
import random
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count

#: One round trip between server and database, and a commit on a disk with a standby that answers.
ROUND_TRIP, COMMIT, SLOW_COMMIT = 0.000_3, 0.002, 0.030
#: One commit in so many is slow; a line between till and head office takes so long.
SLOW_ONE_IN, LINE = 200, 0.06


@dataclass(frozen=True, slots=True)
class Request:
    """What one request needs.

    Args:
        server: Seconds of a server's core.
        database: Seconds of a database's core.
        trips: Statements, each a round trip.
        holds: It takes its boutique.
        writes: It ends in a commit.
    """

    server: float
    database: float
    trips: int
    holds: bool = False
    writes: bool = False


@dataclass(frozen=True, slots=True)
class Machines:
    """How many cores serve, and how many the database has."""

    server: int
    database: int


@dataclass(slots=True)
class Told:
    """What came of a stretch of a day, in seconds."""

    machines: Machines
    lasted: float = 0.0
    requests: int = 0
    server_busy: float = 0.0
    database_busy: float = 0.0
    syncs: list[float] = field(default_factory=list)
    ended: float = 0.0

    def at(self, share: float) -> float:
        """Return how long a sync took that so great a share was not slower than."""
        ordered = sorted(self.syncs)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0

    @property
    def server_share(self) -> float:
        """How busy the servers' cores were."""
        return self.server_busy / (self.machines.server * self.lasted)

    @property
    def database_share(self) -> float:
        """How busy the database's cores were."""
        return self.database_busy / (self.machines.database * self.lasted)


@dataclass(slots=True)
class _Sync:
    """One till's sync on its way: what it still asks, in order."""

    boutique: int
    asked: deque[Request]
    began: float


class _Station:
    """Some cores and who waits for them, first come first served."""

    def __init__(self, cores: int) -> None:
        self.free = cores
        self.waiting: deque[tuple[float, Callable[[float], None]]] = deque()


class Day:
    """A stretch of a day.

    Args:
        machines: Who serves.
        seed: Decides what varies.
    """

    def __init__(self, machines: Machines, seed: int = 1) -> None:
        self.told = Told(machines)
        self._rng = random.Random(seed)
        self._events: list[tuple[float, int, Callable[[float], None]]] = []
        self._number = count()
        self._server = _Station(machines.server)
        self._database = _Station(machines.database)
        self._held: dict[int, deque[Callable[[float], None]]] = {}

    def arrive(self, at: float, boutique: int, asked: Sequence[Request]) -> None:
        """Let a till of a boutique begin a sync."""
        self._at(at, partial(self._ask, _Sync(boutique, deque(asked), at)))

    def live(self, until: float) -> Told:
        """Let everything happen, and what has begun end; ``until`` is what shares refer to."""
        while self._events:
            now, _number, act = heapq.heappop(self._events)
            self.told.ended = now
            act(now)
        self.told.lasted = until
        return self.told

    def _at(self, moment: float, act: Callable[[float], None]) -> None:
        heapq.heappush(self._events, (moment, next(self._number), act))

    def _ask(self, sync: _Sync, now: float) -> None:
        if not sync.asked:
            self.told.syncs.append(now - sync.began)
            return
        request = sync.asked.popleft()
        self.told.requests += 1
        need = self._spread(request.server)
        self.told.server_busy += need
        come_in = partial(self._use, self._server, need, then=partial(self._begin, sync, request))
        self._at(now + LINE / 2, come_in)

    def _begin(self, sync: _Sync, request: Request, now: float) -> None:
        if not request.holds:
            self._store(sync, request, now)
        elif sync.boutique in self._held:
            self._held[sync.boutique].append(partial(self._store, sync, request))
        else:
            self._held[sync.boutique] = deque()
            self._store(sync, request, now)

    def _store(self, sync: _Sync, request: Request, now: float) -> None:
        need = self._spread(request.database)
        self.told.database_busy += need
        wait = request.trips * ROUND_TRIP + (self._commit() if request.writes else 0.0)
        end = partial(self._end, sync, request)
        self._use(self._database, need, now, lambda at: self._at(at + wait, end))

    def _end(self, sync: _Sync, request: Request, now: float) -> None:
        if request.holds:
            waiting = self._held[sync.boutique]
            if waiting:
                waiting.popleft()(now)
            else:
                del self._held[sync.boutique]
        self._at(now + LINE / 2, partial(self._ask, sync))

    def _use(
        self, station: _Station, need: float, now: float, then: Callable[[float], None]
    ) -> None:
        station.waiting.append((need, then))
        self._serve(station, now)

    def _serve(self, station: _Station, now: float) -> None:
        while station.free and station.waiting:
            need, then = station.waiting.popleft()
            station.free -= 1
            self._at(now + need, partial(self._served, station, then))

    def _served(self, station: _Station, then: Callable[[float], None], now: float) -> None:
        station.free += 1
        self._serve(station, now)
        then(now)

    def _spread(self, mean: float) -> float:
        # Most are quicker than the mean and some are slow: a log-normal of that mean.
        return mean * self._rng.lognormvariate(-0.18, 0.6)

    def _commit(self) -> float:
        return SLOW_COMMIT if self._rng.randrange(SLOW_ONE_IN) == 0 else COMMIT


@dataclass(frozen=True, slots=True)
class House:
    """A house that trades.

    Args:
        tills: How many.
        boutiques: How many they stand in.
        edits_an_hour: What one till writes in an hour, on average over a day.
        looks_every: Seconds between two looks for news.
    """

    tills: int = 5_000
    boutiques: int = 500
    edits_an_hour: float = 20
    looks_every: float = 20

    def boutique(self, till: int) -> int:
        """Return the boutique that a till stands in."""
        return till % self.boutiques


def trading(
    house: House,
    day: Day,
    seconds: float,
    busier: float,
    look: Sequence[Request],
    write: Sequence[Request],
) -> Told:
    """Trade for some time, so many times busier than the mean hour."""
    rng = random.Random(2)
    for till in range(house.tills):
        at = rng.uniform(0, house.looks_every)
        while at < seconds:
            day.arrive(at, house.boutique(till), look)
            at += house.looks_every
        rate = house.edits_an_hour * busier / 3600
        for moment in _poisson(rng, rate, seconds):
            day.arrive(moment, house.boutique(till), write)
    return day.live(seconds)


def coming_back(house: House, day: Day, within: float, asked: Sequence[Request]) -> Told:
    """Let every till come back within some seconds, each with what it wrote and missed."""
    rng = random.Random(3)
    for till in range(house.tills):
        day.arrive(rng.uniform(0, within), house.boutique(till), asked)
    told = day.live(within)
    told.lasted = max(within, told.ended)
    return told


def _poisson(rng: random.Random, rate: float, until: float) -> Iterator[float]:
    at = rng.expovariate(rate)
    while at < until:
        yield at
        at += rng.expovariate(rate)
