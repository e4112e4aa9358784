"""The command that measures: its figures, its JSON, its table, and the docs it fills."""

import json
from pathlib import Path

import pytest

from benchmarks import __main__ as command
from benchmarks import houses, table
from benchmarks.frame import Timing, figure, race, spread


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's figures are kept."""
    out = tmp_path / "benchmarks.json"
    monkeypatch.setattr(command, "OUT", out)
    monkeypatch.setattr(command, "ROOT", tmp_path)
    return out


def test_a_ratio_is_the_median_of_what_was_measured_in_pairs():
    one = figure("x", [2, 20, 6], limit=("floor", [1, 5, 2]), goal=3)
    assert (one.ours, one.limit, one.ratio, one.reaches) == (
        Timing(6, 20),
        Timing(2, 5),
        3.0,
        True,
    )


def test_a_value_is_held_against_the_most_it_may_be():
    assert [figure("x", [value], most=50).reaches for value in (50, 51)] == [True, False]


def test_runners_take_turns_over_every_input():
    seen: list[tuple[str, int]] = []
    runners = {name: lambda one, name=name: seen.append((name, one)) for name in "ab"}
    took = race(runners, [1, 2], 2)
    assert seen == [(name, one) for one in (1, 2) for _ in range(2) for name in "ab"]
    assert {name: len(values) for name, values in took.items()} == {"a": 2, "b": 2}


def test_the_95th_percentile_of_few_values_is_the_largest():
    assert spread([3, 1, 2]) == Timing(2, 3)


@pytest.mark.timeout(300)
def test_the_command_measures_checks_and_keeps_two_small_figures(
    kept, tmp_path, monkeypatch, capsys
):
    monkeypatch.setenv("CLIENTELING_BENCH_FOLDER", str(tmp_path / "houses"))
    monkeypatch.setattr(houses, "FOLDER", tmp_path / "houses")
    code = command.main(["--only", "pages", "save", "--clients", "300"])
    told = json.loads(kept.read_text("utf-8"))
    assert code == 0
    assert list(told["benchmarks"]) == ["pages", "save"]
    for one in told["benchmarks"].values():
        assert one["size"].startswith("300 clients")
        assert one["peak_mib"] is None or one["peak_mib"] > 1
        for each in one["figures"]:
            assert each["ours"]["p50"] > 0
            assert each["limit"] is None or each["ratio"] > 0
    words = capsys.readouterr().out
    assert "name changed" in words
    assert "bare encrypted commit" in words


def test_the_docs_take_the_figures_between_their_marks(tmp_path, monkeypatch):
    docs = tmp_path / "performance.md"
    docs.write_text(f"before\n{table.BEGIN}\nold\n{table.END}\nafter\n", "utf-8")
    monkeypatch.setattr(table, "DOCS", docs)
    one = {
        "what": "first screen", "unit": "ms", "ours": {"p50": 3.0, "p95": 4.0},
        "limit_name": "by hand", "limit": {"p50": 2.0, "p95": 2.0}, "ratio": 1.5, "goal": 1.3,
        "most": None, "peers": {"objects": {"p50": 9.0, "p95": 9.0}}, "note": "rows equal",
        "reaches": False,
    }  # fmt: skip
    told = {"figures": [one], "size": "300 clients", "peak_mib": 80.0}
    table.write_docs({"machine": "here", "benchmarks": {"card": told}})
    text = docs.read_text("utf-8")
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    assert "old" not in text
    row = "| first screen | 3 / 4 ms | by hand 2 | 1.50 | ≤ 1.3×, missed | objects 3 |"
    assert row in text


def test_the_list_names_every_benchmark_and_each_has_its_module(capsys):
    assert command.main(["--list"]) == 0
    named = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert named == list(command.BENCHMARKS)
    folder = Path(command.__file__).parent
    assert all(
        (folder / f"{module}.py").exists() for module, _tells in command.BENCHMARKS.values()
    )
