"""Anki's own sync server and its own collections, of the package ``anki``."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.peers.install import python_of, version_of
from benchmarks.peers.peer import Peer, Served, python_device
from benchmarks.peers.records import Record
from benchmarks.peers.serving import free_port, peak_of, serving


@contextmanager
def serve(folder: Path, records: list[Record]) -> Iterator[Served]:
    """Run its sync server with one user's collection."""
    python, port = python_of("anki", "anki"), free_port()
    surroundings = {
        "SYNC_USER1": "house:word", "SYNC_BASE": str(folder / "server"), "RUST_LOG": "anki=warn",
        "SYNC_HOST": "127.0.0.1", "SYNC_PORT": str(port),
    }  # fmt: skip
    words = [str(python), "-m", "anki.syncserver"]
    with serving(words, folder, port, surroundings) as pid:
        ask = python_device("benchmarks.peers.anki_device", python)
        told = ask("load", folder=str(folder / "loader"), port=port, count=len(records))
        version = version_of(python, "anki")
        yield Served(port, ask, lambda: peak_of(pid), told["seconds"], version)


PEER = Peer("Anki", serve, frozenset({"middle", "large"}))
