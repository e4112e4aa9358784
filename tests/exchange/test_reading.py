"""Reading rows with the numbers of their lines."""

from pathlib import Path

import pytest

from clienteling.domain.errors import UserError
from clienteling.exchange.reading import BadLine, read_chunks
from clienteling.exchange.recognise import recognise
from tests.exchange.files import write, write_workbook


def _read(path: Path) -> tuple[list[tuple[int, list[str]]], list[BadLine]]:
    rows: list[tuple[int, list[str]]] = []
    bad: list[BadLine] = []
    for chunk in read_chunks(path, recognise(path)):
        rows += zip(chunk.lines, chunk.frame.to_numpy().tolist(), strict=True)
        bad += chunk.bad
    return rows, bad


def test_every_row_keeps_the_number_of_its_line(tmp_path: Path) -> None:
    text = 'Id,Note\r\n1,"two\r\nlines"\r\n\r\n2,"a ""word"""\r\n3\r\n4,heel 4" black\r\n5,end'
    rows, bad = _read(write(tmp_path, "a.csv", text))
    assert rows == [
        (2, ["1", "two\nlines"]),
        (5, ["2", 'a "word"']),
        (6, ["3", ""]),
        (7, ["4", 'heel 4" black']),
        (8, ["5", "end"]),
    ]
    assert bad == []


def test_a_line_with_too_many_cells_is_reported_and_the_others_are_read(tmp_path: Path) -> None:
    rows, bad = _read(write(tmp_path, "a.csv", "Id,Town\n1,Rome\n2,Paris, France\n3,Oslo,\n"))
    assert rows == [(2, ["1", "Rome"]), (4, ["3", "Oslo"])]
    assert [(one.line, one.reason) for one in bad] == [
        (3, "there are 3 cells where the heading has 2")
    ]


def test_a_quotation_mark_that_is_never_closed_costs_one_line(tmp_path: Path) -> None:
    body = "".join(f"{n},Town {n}\n" for n in range(1000))
    rows, bad = _read(write(tmp_path, "a.csv", f'Id,Town\n{body}x,"Rome\n{body}'))
    assert len(rows) == 2000
    assert [(one.line, one.cells) for one in bad] == [(1002, ('x,"Rome',))]


def test_letters_of_another_encoding_are_reported_by_line(tmp_path: Path) -> None:
    path = tmp_path / "mixed.csv"
    path.write_bytes("Id,Name\n1,Zoé Ünal 王\n".encode() + "2,Hélène\n".encode("cp1252"))
    rows, bad = _read(path)
    assert rows == [(2, ["1", "Zoé Ünal 王"])]
    assert [(one.line, one.cells, one.column) for one in bad] == [(3, ("2", "Hélène"), 1)]


def test_endless_cells_and_nul_letters_are_noticed(tmp_path: Path) -> None:
    rows, bad = _read(write(tmp_path, "a.csv", f"Id,Note\n1,a\0b\n2,{'x' * 20_001}\n3,c\n"))
    assert rows == [(2, ["1", "ab"]), (4, ["3", "c"])]
    assert [(one.line, one.column, one.remedy) for one in bad] == [(3, 1, "shorten it")]


def test_an_endless_line_ends_the_reading(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "Id,Note\n1,a\n" + "x" * 5_000_000)
    with pytest.raises(UserError, match="Line 3 is longer than"):
        _read(path)


def test_rows_of_a_sheet_keep_their_numbers(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Id", "Day"], ["a", "2024-02-29"], [None, None], ["+b", "00187"]]
    read, bad = _read(write_workbook(tmp_path, "a.xlsx", rows))
    assert read[0] == (2, ["a", "2024-02-29"])
    assert read[1] == (4, ["+b", "00187"])
    assert bad == []


def test_blocks_join_without_losing_or_doubling_a_line(tmp_path: Path) -> None:
    body = "".join(f'{n},"line one\nline two of {n}",{"é" * 40}\n' for n in range(60_000))
    rows, _ = _read(write(tmp_path, "big.csv", f"Id,Note,More\n{body}"))
    assert [row[1][0] for row in rows] == [str(n) for n in range(60_000)]
    assert [row[0] for row in rows] == list(range(2, 120_002, 2))
