"""The judge of what becomes of two devices' edits, and the wire that counts."""

import socket
import threading
from dataclasses import asdict
from typing import Any

from benchmarks import table
from benchmarks.frame import figure
from benchmarks.peers.clashing import Clash, clash
from benchmarks.peers.counting import counted
from benchmarks.peers.records import FIELDS, Record, records


class LastWins:
    """A program that keeps whole records, the last one that comes, and tells nobody."""

    def __init__(self, given: list[Record]) -> None:
        self.server = {one["id"]: dict(one) for one in given}
        self.devices: dict[str, dict[str, Any]] = {
            name: {one["id"]: dict(one) for one in given} for name in ("one", "two")
        }
        self.waits: dict[str, dict[str, Any]] = {"one": {}, "two": {}}

    def __call__(self, step: str, device: str, **arguments: Any) -> dict[str, Any]:
        here = self.devices[device]
        if step == "edit":
            for key, fields in arguments["edits"].items():
                here[key] = None if fields is None else here[key] | fields
                self.waits[device][key] = here[key]
        if step == "sync":
            self.server |= self.waits[device]
            self.waits[device] = {}
            here |= self.server
        return {"rows": {key: here[key] for key in arguments.get("ids", ())}}


def test_a_program_that_keeps_the_last_record_loses_edits_unseen():
    given = records(3)
    told = clash(LastWins(given), given)
    assert [(one.kept, one.lost, one.unseen, one.is_equal) for one in told] == [
        (["two"], ["one"], 1, True),
        (["two"], ["one"], 1, True),
        (["two"], ["one"], 1, True),
    ]


def test_what_is_shown_to_a_person_is_not_unseen():
    one = Clash("x", ["one"], ["two"], [], [], [], is_equal=True)
    assert (one.unseen, one.words()) == (0, "one kept; two shown; equal")


def test_the_same_seed_draws_the_same_clients():
    assert records(2) == records(3)[:2]
    assert len(FIELDS) == 25


def test_a_wire_counts_both_ways():
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            there, _address = listener.accept()
            with there:
                there.sendall(there.recv(100) * 2)

        server = threading.Thread(target=answer)
        server.start()
        with counted(listener.getsockname()[1]) as wire:
            with socket.create_connection(("127.0.0.1", wire.port)) as here:
                here.sendall(b"three")
                got = b""
                while data := here.recv(100):
                    got += data
            server.join()
            assert (got, wire.taken(), wire.taken()) == (b"threethree", (5, 10), (0, 0))


def test_where_ours_is_none_a_peer_says_how_many():
    one = figure("lost", [0], unit="edits", peers={"other": [3]})
    told = table.as_table({"x": {"figures": [asdict(one) | {"reaches": None}]}})
    assert told.splitlines()[-1].endswith("other 3 edits")
