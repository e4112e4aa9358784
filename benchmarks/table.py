"""The figures as a table, for the terminal and for docs/performance.md."""

from collections.abc import Iterator
from typing import Any

from benchmarks.frame import ROOT

DOCS = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- the last run: begin -->", "<!-- the last run: end -->"
_HEAD = ("figure", "ours p50 / p95", "limit", "× limit", "goal", "peers (× ours)")


def as_table(benchmarks: dict[str, Any]) -> str:
    """Return the figures as lines of even columns."""
    lines = []
    for name, told in benchmarks.items():
        rows = [_HEAD, *_rows(told)]
        widths = [max(len(row[at]) for row in rows) for at in range(len(_HEAD))]
        lines.append(f"\n{name}{_memory(told)}")
        lines += [
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in rows
        ]
    return "\n".join(lines)


def as_markdown(kept: dict[str, Any]) -> str:
    """Return the figures as tables of Markdown."""
    lines = [f"Machine: {kept['machine']}."]
    for name, told in kept["benchmarks"].items():
        lines += ["", f"### {name}", "", f"{told['size']}{_memory(told)}.", ""]
        lines += [f"| {' | '.join(_HEAD)} |", "|---|---|---|---|---|---|"]
        lines += [f"| {' | '.join(row)} |" for row in _rows(told)]
    return "\n".join(lines)


def write_docs(kept: dict[str, Any]) -> None:
    """Write the figures between the two marks of docs/performance.md."""
    text = DOCS.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    filled = f"{before}{BEGIN}\n\n{as_markdown(kept)}\n\n{END}{after}"
    DOCS.write_text(filled, encoding="utf-8")


def _rows(told: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for one in told["figures"]:
        ours, limit = one["ours"], one["limit"]
        yield (
            one["what"],
            _timing(ours, one["unit"]),
            f"{one['limit_name']} {_number(limit['p50'])}" if limit else "",
            f"{one['ratio']:.2f}" if one["ratio"] is not None else "",
            _goal(one),
            ", ".join(_peer(name, peer, one) for name, peer in one["peers"].items()),
        )


def _goal(one: dict[str, Any]) -> str:
    if one["reaches"] is None:
        return ""
    wanted = f"{one['goal']:g}×" if one["goal"] is not None else f"{one['most']:g} {one['unit']}"
    return f"≤ {wanted}, {'reached' if one['reaches'] else 'missed'}"


def _peer(name: str, peer: dict[str, float], one: dict[str, Any]) -> str:
    ours = one["ours"]["p50"]
    if not ours:
        # There are no times nothing: say how many they are.
        return f"{name} {_number(peer['p50'])} {one['unit']}"
    return f"{name} {_number(peer['p50'] / ours)}"


def _timing(timing: dict[str, float], unit: str) -> str:
    if timing["p50"] == timing["p95"]:
        return f"{_number(timing['p50'])} {unit}"
    return f"{_number(timing['p50'])} / {_number(timing['p95'])} {unit}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.2g}"


def _memory(told: dict[str, Any]) -> str:
    peak = told.get("peak_mib")
    return f", peak memory of our part alone {peak:,.0f} MiB" if peak else ""
