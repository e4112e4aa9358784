"""Fifty tills at once: real requests, signed, over TLS, to a server process on PostgreSQL.

The tills speak through ``HttpTransport`` as every till does; what they say is made up, since fifty
books would measure this machine's disk. First each keeps a pace, then each asks as fast as it is
answered. Afterwards every client must stand as its till left it. ``--tills N --seconds N``.
"""

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from typing import Any

import psycopg

from benchmarks.alone import alone
from benchmarks.frame import Figure, Options, figure
from benchmarks.head_office_costs import DURABLE
from benchmarks.peers.ours import head_office
from benchmarks.peers.serving import peak_of, share_of
from benchmarks.table import as_table
from benchmarks.tills_at_once import A_BOUTIQUE, EDITS, PROCESSES, boutique, till_name, timed
from clienteling.sync.enrolling import enrol
from tests.headoffice.servers import Server, key_of
from tests.postgres.server import NoServerError, running

TILLS, SECONDS = 50, 20.0
#: Clients of a boutique, as a part of ``--clients``: 200 of 100,000.
SHARE = 500
_COMMITS = 200


def run(options: Options, tills: int = TILLS, seconds: float = SECONDS) -> list[Figure]:
    """Let tills work at once, each at a pace and then each as fast as it can."""
    clients = max(2 * EDITS * A_BOUTIQUE, options.clients // SHARE)
    try:
        with (
            tempfile.TemporaryDirectory(prefix="clienteling-bench-") as folder,
            running(DURABLE) as postgres,
            head_office(Path(folder), postgres, "tills") as server,
        ):
            _enrol_all(server, tills)
            told = _work(server, Path(folder), tills, seconds, clients)
            told["commit"] = _commits(postgres.address("tills"))
            told["server"] = peak_of(server.pid)
            told["database"] = share_of(postgres.process.pid)
    except NoServerError as error:
        raise SystemExit(f"sync_tills needs a PostgreSQL: {error}") from error
    return list(_figures(told, tills, seconds))


def _enrol_all(server: Server, tills: int) -> None:
    with server.open() as office:
        codes = [
            office.enrolment.make_code(boutique(number), confirmed_by_hand=True)
            for number in range(tills)
        ]
    for number, code in enumerate(codes):
        name = till_name(number)
        enrol(server.invitation(code), name, name, key_of(name))


def _work(
    server: Server, folder: Path, tills: int, seconds: float, clients: int
) -> dict[str, Any]:
    """Share the tills out over processes that begin together, and gather what they tell."""
    named: dict[str, Any] = {
        "folder": str(folder), "port": server.port, "authority": server.home.authority_pem(),
        "clients": clients, "seconds": seconds,
    }  # fmt: skip
    with ThreadPoolExecutor(PROCESSES) as pool:
        parts = [
            pool.submit(
                alone, "benchmarks.tills_at_once:work",
                numbers=list(range(start, tills, PROCESSES)), **named,
            )
            for start in range(PROCESSES)
        ]  # fmt: skip
        done = [one.result() for one in parts]
    told: dict[str, Any] = {"tills": sum(one.peak_mib or 0 for one in done)}
    for name in ("look", "push", "hard"):
        told[name] = [took for one in done for took in one.value[name]]
    told["sent"] = sum(one.value["sent"] for one in done)
    return told


def _commits(address: str) -> list[float]:
    """Return what one bare commit of one small row takes, nobody else asking."""
    with psycopg.connect(address) as connection:
        connection.execute("CREATE TABLE bare (id int PRIMARY KEY, n int)")
        connection.execute("INSERT INTO bare VALUES (1, 0)")
        connection.commit()

        def commit() -> None:
            connection.execute("UPDATE bare SET n = n + 1")
            connection.commit()

        return [timed(commit) for _turn in range(_COMMITS)]


def _figures(told: dict[str, Any], tills: int, seconds: float) -> Iterator[Figure]:
    bare = ("one bare commit", told["commit"])
    note = f"{told['sent']:,} edits, each stands at head office; nobody was turned away"
    look, push, hard = (told[name] for name in ("look", "push", "hard"))
    yield figure(f"nothing new, {tills} tills, one look a second", look, note=note)
    yield figure("nothing new: 95 of 100", [_at(look, 0.95)], most=50)
    yield figure("nothing new: 99 of 100", [_at(look, 0.99)])
    yield figure(f"push of {EDITS} edits meanwhile", push, limit=bare)
    yield figure("push meanwhile: 99 of 100", [_at(push, 0.99)])
    yield figure(f"push of {EDITS} edits, {tills} as fast as they can", hard, limit=bare)
    yield figure("push as fast as they can: 99 of 100", [_at(hard, 0.99)])
    yield figure("pushes a second, together", [len(hard) / seconds], unit="pushes")
    for name in ("server", "database", "tills"):
        if told[name]:
            yield figure(f"memory of the {name}", [told[name]], unit="MiB")


def _at(values: Sequence[float], share: float) -> float:
    return statistics.quantiles(values, n=100)[round(share * 100) - 1]


def main(arguments: Sequence[str]) -> int:
    """Measure with another number of tills, or longer."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sync_tills", description=__doc__)
    parser.add_argument("--clients", type=int, default=Options().clients)
    parser.add_argument("--tills", type=int, default=TILLS)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    asked = parser.parse_args(arguments)
    figures = run(Options(clients=asked.clients), asked.tills, asked.seconds)
    rows = [asdict(one) | {"reaches": one.reaches} for one in figures]
    print(as_table({"sync_tills": {"figures": rows}}))
    print(json.dumps(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
