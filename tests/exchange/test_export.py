"""Writing tables that cannot run as formulas elsewhere."""

from pathlib import Path

import pytest

from clienteling.domain.errors import KnownError
from clienteling.exchange.export import write_csv, write_workbook
from clienteling.exchange.reading import read_chunks
from clienteling.exchange.recognise import recognise

_ROWS = [
    ["=cmd|' /C calc'!A0", "+33 6", "王"],
    ["@SUM(1)", "-5", 'a "word"\nand more'],
    ["＝1", "", "\t=1"],
]


def test_cells_of_a_csv_file_begin_with_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    assert write_csv(path, ["A", "B", "C"], _ROWS) == 3
    lines = path.read_bytes().decode("utf-8-sig")
    assert lines == (
        '"A","B","C"\r\n"\'=cmd|\' /C calc\'!A0","\'+33 6","王"\r\n'
        '"\'@SUM(1)","\'-5","a ""word""\nand more"\r\n"\'＝1","","\'\t=1"\r\n'
    )


def test_cells_of_a_workbook_are_text_and_read_back_as_they_were(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "out.xlsx"
    assert write_workbook(path, ["A", "B", "C"], _ROWS) == 3
    sheet = load_workbook(path).active
    assert sheet is not None
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    (chunk,) = read_chunks(path, recognise(path))
    assert chunk.frame.to_numpy().tolist() == _ROWS


def test_a_place_that_cannot_be_written_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="could not be written"):
        write_csv(tmp_path / "gone" / "out.csv", ["A"], [["1"]])
    assert list(tmp_path.iterdir()) == []
