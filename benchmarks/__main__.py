"""``python -m benchmarks``: every figure beside its limit and its peers, as JSON and as a table.

Each benchmark runs in a fresh process; what it prints while it runs goes to standard error.
"""

import argparse
import json
import os
import platform
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.alone import Outcome, alone
from benchmarks.frame import QUICK, ROOT, Options
from benchmarks.table import as_table, write_docs

OUT = ROOT / "build" / "benchmarks.json"

#: Name, module and what it tells, in the order of a counter's day.
BENCHMARKS = {
    "start": ("start", "from nothing to the painted list of clients"),
    "search": ("search", "keystroke to ranked answer"),
    "pages": ("pages", "pages of the list, as the book answers them"),
    "list": ("list_shown", "the list shown, scrolled, jumped through; freezes"),
    "card": ("card", "a client's card opened"),
    "save": ("save", "one client saved"),
    "import": ("import_file", "a big purchase file brought in"),
    "lookbook": ("lookbook", "a lookbook of 12 pages, and a batch"),
    "sync": ("sync", "a first sync, a day's offline edits, nothing new"),
    "sync_peers": ("sync_peers", "sync beside other programs that sync"),
    "sync_tills": ("sync_tills", "fifty tills at once on PostgreSQL"),
    "house": ("house", "the demo house built, and its size"),
}

#: Only when they are named: they install other programs, or need a database server.
BY_NAME = frozenset({"sync_peers", "sync_tills"})


def main(arguments: list[str]) -> int:
    """Run what is asked for; return the exit code."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    named = [*asked.names, *(asked.only or [])]
    if unknown := sorted(set(named) - set(BENCHMARKS)):
        parser.error(f"there is no benchmark named {', '.join(unknown)}; see --list")
    if asked.list:
        for name, (_module, tells) in BENCHMARKS.items():
            print(f"{name:12}{tells}")
        return 0
    if asked.write_docs:
        write_docs(_kept())
        return 0
    options = QUICK if asked.quick else Options()
    if asked.clients:
        options = replace(options, clients=asked.clients)
    if asked.lines:
        options = replace(options, lines=asked.lines)
    if asked.documents:
        options = replace(options, documents=asked.documents)
    told = {name: _measure(name, options) for name in named or _usual()}
    _keep(told, options)
    return 0


def _usual() -> list[str]:
    return [name for name in BENCHMARKS if name not in BY_NAME]


def measured(module: str, options: dict[str, int]) -> dict[str, Any]:
    """Run one benchmark; this is what its fresh process calls."""
    import importlib
    from dataclasses import asdict

    run = importlib.import_module(f"benchmarks.{module}").run
    figures = run(Options(**options))
    return {"figures": [asdict(one) | {"reaches": one.reaches} for one in figures]}


def ours_alone(module: str, options: dict[str, int]) -> None:
    """Do our part of one benchmark and nothing else; its process tells the memory."""
    import importlib

    importlib.import_module(f"benchmarks.{module}").ours(Options(**options))


def _measure(name: str, options: Options) -> dict[str, Any]:
    module = BENCHMARKS[name][0]
    print(f"· {name}: {BENCHMARKS[name][1]}", file=sys.stderr, flush=True)
    plain = {"clients": options.clients, "lines": options.lines, "documents": options.documents}
    done: Outcome = alone("benchmarks.__main__:measured", module=module, options=plain)
    told: dict[str, Any] = done.value | {"seconds": round(done.seconds, 1)}
    source = (Path(__file__).parent / f"{module}.py").read_text(encoding="utf-8")
    if "def ours(" in source:
        told["peak_mib"] = alone(
            "benchmarks.__main__:ours_alone", module=module, options=plain
        ).peak_mib
    print(as_table({name: told}), flush=True)
    return told


def _keep(told: dict[str, Any], options: Options) -> None:
    """Keep this run's figures; those of benchmarks that were not asked for stay as they were."""
    size = f"{options.clients:,} clients, {options.lines:,} lines, {options.documents} lookbooks"
    for one in told.values():
        one["size"] = size
    before = _kept()["benchmarks"] if OUT.exists() else {}
    machine = (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, "
        f"Python {platform.python_version()}"
    )
    merged = before | told
    ordered = {name: merged[name] for name in BENCHMARKS if name in merged}
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(
        json.dumps({"machine": machine, "benchmarks": ordered}, indent=1, ensure_ascii=False),
        encoding="utf-8",
    )
    print(f"Written to {OUT.relative_to(ROOT)}.", file=sys.stderr)


def _kept() -> dict[str, Any]:
    if not OUT.exists():
        raise SystemExit("There are no figures yet; run `python -m benchmarks` first.")
    kept: dict[str, Any] = json.loads(OUT.read_text(encoding="utf-8"))
    return kept


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help="these alone; see --list")
    parser.add_argument("--only", nargs="+", choices=BENCHMARKS, help="these alone")
    parser.add_argument("--clients", type=int, help="of the demo house (100,000)")
    parser.add_argument("--lines", type=int, help="of the drawn purchase file (1,469,307)")
    parser.add_argument("--documents", type=int, help="of the batch of lookbooks (200)")
    parser.add_argument("--quick", action="store_true", help="10,000 clients, 100,000 lines")
    parser.add_argument("--list", action="store_true", help="say what there is")
    parser.add_argument(
        "--write-docs", action="store_true", help="put the kept figures into docs/performance.md"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
