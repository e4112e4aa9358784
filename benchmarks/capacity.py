"""What a house of many tills needs: ``python -m benchmarks.capacity [--measure] [--tills N]``.

Costs are measured on a PostgreSQL of our own (Linux; ``--measure``, else the kept ones), then
stretches of a day are simulated on machines of several sizes; docs/decisions/0010 is the answer.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from benchmarks.head_office_costs import Cost, Costs, measure
from benchmarks.trading_day import Day, House, Machines, Request, Told, coming_back, trading

KEPT = Path(__file__).parent.parent / "build" / "capacity.json"
SIZES = (Machines(2, 2), Machines(4, 4), Machines(8, 8), Machines(16, 16))

#: Taking in, unsealing and answering one request over TLS, in milliseconds of a server's core;
#: an allowance, not a measurement.
HTTP_MS = 1.0
#: A Saturday afternoon against the mean hour, and how long of it is lived through.
SATURDAY, SECONDS = 2.5, 120.0
#: What each kind of client record there is for one client, over the years; and days and hours.
ROWS_A_CLIENT = {"client": 1, "contact_point": 2, "note": 3, "purchase": 5, "purchase_line": 10}
REMEMBERED_DAYS, OPEN_HOURS = 400, 10


def main(arguments: Sequence[str]) -> int:
    """Measure where asked to, simulate, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measure", action="store_true", help="measure, and keep what was found")
    parser.add_argument("--times", type=int, default=300)
    parser.add_argument("--tills", type=int, default=5_000)
    parser.add_argument("--boutiques", type=int, default=500)
    parser.add_argument("--clients", type=int, default=10_000_000)
    asked = parser.parse_args(arguments)
    costs = _costs(asked.times, anew=asked.measure)
    house = House(tills=asked.tills, boutiques=asked.boutiques)
    _print_costs(costs)
    for name, told in _days(house, costs):
        _print_told(name, told)
    _print_disk(costs, house, asked.clients)
    return 0


def _costs(times: int, *, anew: bool) -> Costs:
    if anew or not KEPT.exists():
        KEPT.parent.mkdir(exist_ok=True)
        KEPT.write_text(json.dumps(asdict(measure(times)), indent=1), encoding="utf-8")
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    requests = {name: Cost(**one) for name, one in kept["requests"].items()}
    return Costs(requests, kept["bytes_a_row"])


def _requests(costs: Costs) -> dict[str, Request]:
    """Return requests as they come over the wire: the session's part is part of each."""
    session = costs.requests["signature and session"]
    return {
        name: Request(
            (one.server_ms + session.server_ms + HTTP_MS) / 1000,
            (one.database_ms + session.database_ms) / 1000,
            one.trips + session.trips,
            holds=name.startswith("push"),
            # Each request's number is kept, so each ends in a commit.
            writes=True,
        )
        for name, one in costs.requests.items()
    }


def _days(house: House, costs: Costs) -> list[tuple[str, Told]]:
    ask = _requests(costs)
    look, edit = [ask["pull, nothing new"]], [ask["push of 3 edits"], ask["pull of 3 rows"]]
    back = [ask["signature and session"], ask["push of 40 edits"], ask["pull of 360 rows"]]
    busy = SECONDS, SATURDAY
    seldom = replace(house, looks_every=60)
    told = []
    for machines in SIZES:
        told += [
            ("Saturday", trading(house, Day(machines), *busy, look, edit)),
            (
                "Saturday, a look a minute",
                trading(seldom, Day(machines), SECONDS, SATURDAY, look, edit),
            ),
            ("back within a minute", coming_back(house, Day(machines), 60, back)),
            ("back within a second", coming_back(house, Day(machines), 1, back)),
        ]
    return told


def _print_costs(costs: Costs) -> None:
    print(f"{'one request':24} server ms  database ms  trips  wait ms   bytes sent, answered")
    for name, one in costs.requests.items():
        took = f"{one.server_ms:9.2f}{one.database_ms:13.2f}{one.trips:7}{one.wait_ms:9.1f}"
        print(f"{name:24} {took}{one.sent:10}{one.answered:9}")


def _print_told(name: str, told: Told) -> None:
    cores = f"{told.machines.server}+{told.machines.database}"
    busy = f"{told.server_share:4.0%} {told.database_share:4.0%}"
    syncs = " ".join(f"{told.at(share):7.2f}" for share in (0.5, 0.99, 1))
    rate = told.requests / told.lasted
    print(f"{name:26}{cores:>6}{rate:7.0f}/s  busy {busy}  p50 p99 max {syncs} s", end="")
    print(f"  over after {told.ended:5.0f} s")


def _print_disk(costs: Costs, house: House, clients: int) -> None:
    size = costs.bytes_a_row
    rows = clients * sum(ROWS_A_CLIENT.values())
    feed = clients * sum(size[table] * count for table, count in ROWS_A_CLIENT.items())
    edits = house.tills * house.edits_an_hour * OPEN_HOURS * REMEMBERED_DAYS
    names = edits * size["sync_applied"]
    print(f"\nrows of the feed   {rows / 1e6:8,.0f} M {feed / 1e9:8,.0f} GB")
    print(f"names of mutations {edits / 1e6:8,.0f} M {names / 1e9:8,.0f} GB")
    boutique = clients / house.boutiques, feed / house.boutiques / 1e6
    print(f"a boutique         {boutique[0]:8,.0f} clients {boutique[1]:8,.0f} MB")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
