"""What every program that is measured has: a server that knows the clients, and devices."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from benchmarks.alone import ROOT, alone
from benchmarks.peers.records import Record


class Ask(Protocol):
    """One step of one device, in a process of its own.

    Steps: ``first_sync`` (an empty device until every client is kept), ``edit`` (without the
    line; an edit of None deletes), ``sync``, ``nothing`` (syncs without news) and ``state``.
    """

    def __call__(self, step: str, **arguments: Any) -> dict[str, Any]:
        """Take the step; return what it told, with ``peak_mib``."""
        ...


@dataclass(frozen=True, slots=True)
class Served:
    """A server at work.

    Args:
        port: Where it listens on this machine.
        ask: Takes a device's step.
        memory: The most memory its processes have held, in MiB.
        loaded: Seconds until it had the clients, in the way it takes many best.
        version: Of the program.
    """

    port: int
    ask: Ask
    memory: Callable[[], float | None]
    loaded: float
    version: str


@dataclass(frozen=True, slots=True)
class Peer:
    """A program to measure.

    Args:
        name: What the table calls it.
        serve: Runs its server, in a folder, with clients.
        sizes: The sizes it is measured at: which of the small, the middle and the large.
        is_whole: It has devices that edit; a physical limit has none that clash.
    """

    name: str
    serve: Callable[[Path, list[Record]], AbstractContextManager[Served]]
    sizes: frozenset[str]
    is_whole: bool = True


def python_device(module: str, python: Path | None = None, **always: Any) -> Ask:
    """Return steps that are functions of a module, run by an interpreter of the peer's own."""

    def ask(step: str, **arguments: Any) -> dict[str, Any]:
        outcome = alone(f"{module}:{step}", python=python, **always, **arguments)
        return {"peak_mib": outcome.peak_mib} | dict(outcome.value or {})

    return ask


def node_device(script: Path, modules: Path) -> Ask:
    """Return steps of a script that Node runs."""

    def ask(step: str, **arguments: Any) -> dict[str, Any]:
        return run_node(script, modules, step, json.dumps(arguments))

    return ask


def run_node(script: Path, modules: Path, *words: str) -> dict[str, Any]:
    """Run a script; return what it wrote at last.

    Raises:
        RuntimeError: it failed.
    """
    node = shutil.which("node") or "node"
    done = subprocess.run(
        [node, str(script), *words], cwd=ROOT, env={**os.environ, "NODE_PATH": str(modules)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{script.name} {words[0]}: {done.stderr.strip()[-500:]}")
    told: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return told


def part(values: Iterable[Record], size: int) -> Iterable[list[Record]]:
    """Cut records into lists of at most so many."""
    gathered = list(values)
    for start in range(0, len(gathered), size):
        yield gathered[start : start + size]
