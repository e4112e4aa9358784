"""A peer's server: its process, when it answers, how much memory it and its children hold."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

_PATIENCE = 120.0
_PROC = Path("/proc")


def free_port() -> int:
    """Return a port of this machine that nothing listens at."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def serving(
    words: Sequence[str], folder: Path, port: int, env: Mapping[str, str] | None = None
) -> Iterator[int]:
    """Run a server for as long as the block lasts; gives the number of its process."""
    log = folder / "server.log"
    with log.open("wb") as said:
        process = subprocess.Popen(
            words, cwd=folder, env={**os.environ, **(env or {})}, stdin=subprocess.DEVNULL,
            stdout=said, stderr=said,
        )  # fmt: skip
    try:
        _await(process, port, log)
        yield process.pid
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _await(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"the server did not answer: {log.read_text(errors='replace')[-500:]}")


def peak_of(*pids: int) -> float | None:
    """Return the most memory these processes and their children have held, in MiB, added up."""
    return _sum(_family(pids), "status", "VmHWM")


def share_of(*pids: int) -> float | None:
    """Return the memory these processes and their children hold now, what they share once."""
    return _sum(_family(pids), "smaps_rollup", "Pss")


def _family(pids: Sequence[int]) -> set[int]:
    found = set(pids)
    for stat in sorted(_PROC.glob("[0-9]*/stat"), key=lambda one: int(one.parent.name)):
        try:
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue
        if parent in found:
            found.add(int(stat.parent.name))
    return found


def _sum(pids: set[int], name: str, field: str) -> float | None:
    total = 0
    for pid in pids:
        try:
            text = (_PROC / str(pid) / name).read_text()
        except OSError:
            continue
        found = [line for line in text.splitlines() if line.startswith(f"{field}:")]
        total += int(found[0].split()[1]) if found else 0
    return round(total / 1024, 1) or None
