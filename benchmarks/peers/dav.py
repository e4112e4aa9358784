"""vdirsyncer and Radicale: address cards in files, over CardDAV."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.peers import dav_device
from benchmarks.peers.install import python_of, version_of
from benchmarks.peers.peer import Peer, Served, python_device
from benchmarks.peers.records import Record
from benchmarks.peers.serving import free_port, peak_of, serving

_SETTINGS = """
[server]
hosts = 127.0.0.1:{port}
[auth]
type = none
[storage]
filesystem_folder = {folder}
[logging]
level = error
"""


@contextmanager
def serve(folder: Path, records: list[Record]) -> Iterator[Served]:
    """Run Radicale on a folder of cards."""
    python, port = python_of("dav", "radicale", "vdirsyncer"), free_port()
    start = time.perf_counter()
    cards = folder / "server" / "collection-root" / "house" / "clients"
    cards.mkdir(parents=True)
    (cards / ".Radicale.props").write_text(json.dumps({"tag": "VADDRESSBOOK"}), encoding="utf-8")
    for one in records:
        (cards / f"{one['id']}.vcf").write_text(dav_device.card(one), encoding="utf-8", newline="")
    loaded = time.perf_counter() - start
    settings = folder / "radicale.ini"
    settings.write_text(_SETTINGS.format(port=port, folder=folder / "server"), encoding="utf-8")
    words = [str(python), "-m", "radicale", "--config", str(settings)]
    with serving(words, folder, port) as pid:
        program = str(python.with_name("vdirsyncer"))
        ask = python_device("benchmarks.peers.dav_device", program=program)
        version = f"{version_of(python, 'vdirsyncer')} and {version_of(python, 'radicale')}"
        yield Served(port, ask, lambda: peak_of(pid), loaded, version)


PEER = Peer("vdirsyncer and Radicale", serve, frozenset({"small"}))
