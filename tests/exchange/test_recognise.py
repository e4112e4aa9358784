"""Recognising a file from its bytes."""

from pathlib import Path

import pytest

from clienteling.domain.errors import UserError
from clienteling.exchange.formats import FileType
from clienteling.exchange.recognise import recognise
from tests.exchange.files import write, write_bomb, write_workbook

_ROWS = {
    "gb18030": ("gbk", "姓名,电话,城市\n王小明,13800138000,上海\n李娜,13900139000,北京\n"),
    "cp932": ("shift_jis", "氏名,電話,住所\n山田花子,090-1234-5678,東京都渋谷区\n"),
    "cp1252": ("cp1252", "Nom;Prénom;Téléphone\nLefèvre;Zoé;0612345678\nGarçon;Hélène;06\n"),
    "utf-8": ("utf-8", "Nom,Prénom\nLefèvre,Zoé\n王,小明\n"),
    "utf-8-sig": ("utf-8-sig", "Nom,Prénom\nLefèvre,Zoé\n"),
    "utf-16": ("utf-16", "Nom\tPrénom\nLefèvre\tZoé\n王\t小明\n"),
    "utf-16-le": ("utf-16-le", "First\tLast\nLee\tZoe\n"),
    "utf-16-be": ("utf-16-be", "First\tLast\nLee\tZoe\n"),
}


@pytest.mark.parametrize("expected", _ROWS)
def test_the_letters_of_a_file_are_recognised(tmp_path: Path, expected: str) -> None:
    encoding, text = _ROWS[expected]
    facts = recognise(write(tmp_path, "clients.csv", text, encoding))
    table = [line.replace(";", ",").replace("\t", ",").split(",") for line in text.split("\n")]
    assert facts.encoding == expected
    assert facts.header == tuple(table[0])
    assert facts.sample == tuple(tuple(row) for row in table[1:-1])


def test_a_person_may_override_the_encoding(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "Town\nŁódź\n", "cp1250")
    assert recognise(path, encoding="windows-1250").sample == (("Łódź",),)
    with pytest.raises(UserError, match="no encoding called nonsense"):
        recognise(path, encoding="nonsense")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_separator_is_recognised(tmp_path: Path, mark: str) -> None:
    rows = [["Name", "Town", "Spent"], ["Rossi, Ada", "Milano", "1.234,50"], ["Wu", "Paris", "2"]]
    text = "\n".join(mark.join(f'"{cell}"' for cell in row) for row in rows)
    facts = recognise(write(tmp_path, "a.csv", text))
    assert (facts.delimiter, facts.header) == (mark, ("Name", "Town", "Spent"))
    assert facts.sample == tuple(map(tuple, rows[1:]))


def test_headings_are_told_from_rows(tmp_path: Path) -> None:
    bare = recognise(write(tmp_path, "a.csv", "1,ada@example.com,2024-01-02\n2,b@example.com,\n"))
    assert (bare.has_header, bare.header) == (False, ("Column 1", "Column 2", "Column 3"))
    assert len(bare.sample) == 2
    double = recognise(write(tmp_path, "b.csv", "Phone,Name,Phone,\n1,Ada,2,3\n"))
    assert double.header == ("Phone", "Name", "Phone (2)", "Column 4")
    assert double.duplicates == ("Phone",)


def test_titles_above_the_table_are_passed_over(tmp_path: Path) -> None:
    text = "Client export\nMaison Test, printed 2024\n\nId,Name,Town,Phone\n1,Ada,Rome,2\n2,Bo,Oslo,3\n"
    facts = recognise(write(tmp_path, "a.csv", text))
    assert (facts.skipped_lines, facts.header) == (2, ("Id", "Name", "Town", "Phone"))


def test_a_workbook_is_recognised_with_its_zeros(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Name", "Zip", "Spent"],
        ["Ada", "00187", 12.5],
        ["Bo", "01000", 3],
    ]
    facts = recognise(write_workbook(tmp_path, "a.xlsx", rows))
    assert facts.type is FileType.WORKBOOK
    assert facts.sample == (("Ada", "00187", "12.5"), ("Bo", "01000", "3"))
    assert facts.sheets == ("Sheet",)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n \r\n", "empty"),
        (b"%PDF-1.7 abc", "a PDF, not a table"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "a picture"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "a picture"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "old Excel"),
        (bytes(range(256)) * 40, "not text and not a workbook"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"BEGIN:VCARD\nEND:VCARD\n", "address card"),
        (b"x" * 700_000, "first line"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(
    tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "wrong.csv"
    path.write_bytes(content)
    with pytest.raises(UserError, match=words):
        recognise(path)


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"no file gone\.csv"):
        recognise(tmp_path / "gone.csv")
    with pytest.raises(UserError, match="is a folder"):
        recognise(tmp_path)


def test_a_workbook_that_would_fill_the_memory_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="unpack to more"):
        recognise(write_bomb(tmp_path, "bomb.xlsx", 40))
