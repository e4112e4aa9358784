"""Files that are wrong on purpose or by accident: each is refused, or read for what is good."""

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from typing_extensions import override

from clienteling.domain.errors import KnownError, UserError
from clienteling.domain.ids import Id
from clienteling.exchange.reading import read_chunks
from clienteling.exchange.recognise import recognise
from clienteling.exchange.records import read_blocks
from clienteling.exchange.sheet_process import SheetLimits
from clienteling.exchange.workbook import read_sheet
from clienteling.storage.book import Book
from tests.exchange.bringing import ask, bring
from tests.exchange.files import write, write_workbook

if TYPE_CHECKING:
    from clienteling.storage.store import Store


class _Endless(io.TextIOBase):
    """A line that never ends; it counts what is asked of it."""

    asked = 0

    @override
    def read(self, size: int | None = -1) -> str:
        self.asked += size or 0
        return "x" * (size or 0)


def test_of_a_line_that_never_ends_little_is_read() -> None:
    stream: Any = _Endless()
    with pytest.raises(UserError, match="Line 1 is longer than 10,000 characters"):
        list(read_blocks(stream, delimiter=",", size=4_000, longest=10_000))
    assert stream.asked == 12_000


def test_a_quotation_mark_is_not_waited_for_beyond_a_lines_length() -> None:
    body = "".join(f"{'y' * 99}\n" for _ in range(300))
    stream = io.StringIO(f'a,"opened\n{body}b,closed\n')
    blocks = list(read_blocks(stream, delimiter=",", size=1_000, longest=5_000))
    assert [one.line for block in blocks for one in block.unclosed] == [1]
    assert sum(len(block.records) for block in blocks) == 301
    assert blocks[-1].records[-1] == "b,closed"


def test_people_whose_names_are_unlike_others_come_in_as_they_are(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    long = "Ana" * 100
    text = (
        "First name,Last name,Birthday,Notes\n"
        f"{long},Roth,2000-02-29,\n"
        "Suharto,,--02-29,\n"
        "Zoë 🌸,Müller,,likes 🎁 & <b>bows</b>\n"
        "محمد,العلي,,\n"
        "Li\0na,Ro\0th,,with\0nul\n"
        "\u202eevil,\u2066Name,,\n"
        "Leap,Wrong,2023-02-29,\n"
    )
    result = bring(store, boutique, write(tmp_path, "names.csv", text))
    assert ask(store, "SELECT given_name, family_name FROM client ORDER BY client_no") == [
        (long, "Roth"),
        ("Suharto", None),
        ("Zoë 🌸", "Müller"),
        ("محمد", "العلي"),
        ("Lina", "Roth"),
        ("evil", "Name"),
    ]
    assert ask(store, "SELECT month, day, year FROM key_date ORDER BY year") == [
        (2, 29, None),
        (2, 29, 2000),
    ]
    assert ask(store, "SELECT body FROM note ORDER BY body") == [
        ("likes 🎁 & <b>bows</b>",),
        ("withnul",),
    ]
    assert [(one.line, one.reason) for one in result.problems] == [(8, "there is no such day")]
    assert ask(store, "SELECT count(*) FROM client_hit") == [(6,)]


def test_headings_that_occur_twice_lose_nothing(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    text = "Name,Email,Email,Note,Note\nAda Byron,a@example.com,b@example.com,one,two\n"
    bring(store, boutique, write(tmp_path, "double.csv", text))
    assert ask(store, "SELECT value_norm FROM contact_point ORDER BY 1") == [
        ("a@example.com",),
        ("b@example.com",),
    ]
    assert ask(store, "SELECT body FROM note ORDER BY 1") == [("one",), ("two",)]


def test_formulas_of_a_workbook_are_never_reckoned(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    rows: list[list[object]] = [
        ["Name", "Note"],
        ["Ada Byron", '=HYPERLINK("http://127.0.0.1/x","here")'],
        ["Bo Li", "=1+1"],
    ]
    path = write_workbook(tmp_path, "formulas.xlsx", rows)
    result = bring(store, boutique, path)
    assert (result.good, result.added) == (2, {"client": 2})


def test_a_small_workbook_that_asks_for_all_memory_is_given_up(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["XFD1048576"] = "Name", "x"
    book.save(tmp_path / "wide.xlsx")
    with pytest.raises(UserError, match="more memory than this till gives"):
        recognise(tmp_path / "wide.xlsx")


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (SheetLimits(seconds=0.001), "takes too long"),
        (SheetLimits(output=20), "more memory"),
    ],
)
def test_a_workbook_is_read_within_its_limits_or_not_at_all(
    tmp_path: Path, limits: SheetLimits, words: str
) -> None:
    rows: list[list[object]] = [["Name"], ["Ada"], ["Bo"], ["Cy"]]
    path = write_workbook(tmp_path, "a.xlsx", rows)
    assert len(read_sheet(path).rows) == 4
    with pytest.raises(UserError, match=words):
        read_sheet(path, limits=limits)


def test_a_sheet_with_too_many_columns_and_a_broken_one_are_said(tmp_path: Path) -> None:
    path = write_workbook(tmp_path, "a.xlsx", [["x"] * 501])
    with pytest.raises(UserError, match="more than 500 columns"):
        recognise(path)
    whole = write_workbook(tmp_path, "b.xlsx", [["Name"], ["Ada"]]).read_bytes()
    broken = tmp_path / "c.xlsx"
    broken.write_bytes(whole.replace(b"sheet1.xml", b"sheetX.xml"))
    with pytest.raises(UserError, match=r"cannot be read|no such sheet"):
        recognise(broken)


def test_cells_of_a_sheet_keep_their_place_below_and_beside_blanks(tmp_path: Path) -> None:
    blank: list[object] = [None, None, None]
    rows: list[list[object]] = [
        blank,
        [None, "Name", "Zip"],
        blank,
        [None, "Ada", 1.0],
        [None, "Bo", "007"],
    ]
    (chunk,) = read_chunks(path := write_workbook(tmp_path, "a.xlsx", rows), recognise(path))
    assert chunk.lines == [4, 5]
    assert chunk.frame.to_numpy().tolist() == [["", "Ada", "1"], ["", "Bo", "007"]]


def test_a_disk_that_is_full_keeps_the_book_and_nothing_of_the_file(
    store: "Store", boutique: Id, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "".join(f"{n},Client {n},client{n}@example.com\n" for n in range(4_000))
    path = write(tmp_path, "many.csv", f"Id,Name,Email\n{text}")
    bring(store, boutique, write(tmp_path, "one.csv", "Name\nAda Byron\n"))
    connect = Book.connect

    def on_a_small_disk(book: Book) -> Any:
        connection = connect(book)
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 30}")
        return connection

    with monkeypatch.context() as patch:
        patch.setattr(Book, "connect", on_a_small_disk)
        with pytest.raises(KnownError, match=r"disk is full.*nothing of the file was kept"):
            bring(store, boutique, path)
    assert ask(store, "SELECT count(*), max(client_no) FROM client") == [(1, "CL-PAR1-000001")]
    assert ask(store, "PRAGMA quick_check") == [("ok",)]
    assert bring(store, boutique, path).added["client"] == 4_000
