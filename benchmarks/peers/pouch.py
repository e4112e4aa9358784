"""PouchDB on both sides: its own server in Express, and devices on LevelDB."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.peers.install import modules_of
from benchmarks.peers.peer import Peer, Served, node_device
from benchmarks.peers.records import Record
from benchmarks.peers.serving import free_port, peak_of, serving

_HERE = Path(__file__).parent


@contextmanager
def serve(folder: Path, records: list[Record]) -> Iterator[Served]:
    """Run its server and bring the clients in by its own bulk request."""
    modules = modules_of("pouchdb", "pouchdb", "express-pouchdb", "express@4")
    port = free_port()
    node = shutil.which("node") or "node"
    words = [node, str(_HERE / "pouch_server.js"), str(folder / "server"), str(port)]
    with serving(words, folder, port, {"NODE_PATH": str(modules)}) as pid:
        ask = node_device(_HERE / "pouch_device.js", modules)
        given = folder / "records.json"
        given.write_text(json.dumps(records), encoding="utf-8")
        told = ask("load", path=str(given), port=port)
        yield Served(port, ask, lambda: peak_of(pid), told["seconds"], _versions(modules))


def _versions(modules: Path) -> str:
    return " and ".join(
        json.loads((modules / name / "package.json").read_text(encoding="utf-8"))["version"]
        for name in ("pouchdb", "express-pouchdb")
    )


PEER = Peer("PouchDB", serve, frozenset({"middle", "large"}))
