"""A lookbook by command: which pieces, whose language, and what stays on the shelf."""

from pathlib import Path

import pytest

from clienteling.bootstrap import Backend, open_backend
from clienteling.queries.lookbooks import lookbook, shelf
from tests.cli.conftest import Run


def newest(book: Path) -> tuple[str, str, str, list[int]]:
    backend: Backend = open_backend(book, settings_file=book.with_suffix(".settings.toml"))
    try:
        row = backend.ask(lookbook, lookbook_id=backend.ask(shelf)[0].id)
    finally:
        backend.close()
    return row.title, row.language, row.status.value, [len(page.items) for page in row.pages]


def test_the_pieces_of_her_wish_list_become_her_lookbook(
    run: Run, own_book: Path, tmp_path: Path
) -> None:
    out = tmp_path / "altieri.pdf"
    said = run("lookbook", "Beatrice Altieri", "--from-wishes", "-o", out, "--book", own_book)
    assert said == (0, "", f"The lookbook is in {out}.\n")
    assert out.read_bytes().startswith(b"%PDF-")
    assert newest(own_book) == ("Alcuni capi per Lei", "it", "issued", [3])


def test_pieces_are_named_by_style_in_the_order_wanted(
    run: Run, own_book: Path, tmp_path: Path
) -> None:
    styles = [
        word
        for style in ("5101-b", "3041-C", "2207-V", "7201-R", "6101-N")
        for word in ("--pieces", style)
    ]
    said = run(
        "lookbook", "Sofia Lindqvist", *styles, "--title", "Till Sofia", "--page-size", "letter",
        "-o", tmp_path / "a.pdf", "--book", own_book,
    )  # fmt: skip
    assert said.code == 0
    assert newest(own_book) == ("Till Sofia", "en", "issued", [4, 1])


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--pieces", "0000-X"], "No piece has the style number 0000-X."),
        ([], "Please say which pieces: --pieces with style numbers, or --from-wishes."),
        (
            ["--from-wishes"],
            "Nothing the house has is on her wish list; choose pieces with --pieces.",
        ),
    ],
)
def test_what_cannot_be_composed_is_a_sentence_and_leaves_nothing(
    run: Run, own_book: Path, tmp_path: Path, words: list[str], sentence: str
) -> None:
    before, out = newest(own_book), tmp_path / "a.pdf"
    said = run("lookbook", "Ginevra Altieri", *words, "-o", out, "--book", own_book)
    assert said == (1, "", f"{sentence}\n")
    assert not out.exists()
    assert newest(own_book) == before


def test_a_pdf_that_cannot_be_written_is_a_sentence_and_the_lookbook_is_kept(
    run: Run, own_book: Path, tmp_path: Path
) -> None:
    out = tmp_path / "nowhere" / "a.pdf"
    said = run("lookbook", "Beatrice Altieri", "--from-wishes", "-o", out, "--book", own_book)
    assert (said.code, said.out) == (1, "")
    assert said.err.endswith("The lookbook is kept.\n")
    assert newest(own_book)[2:] == ("draft", [3])


def test_while_the_window_has_the_book_nothing_is_composed_beside_it(
    run: Run, own_book: Path, tmp_path: Path
) -> None:
    window = open_backend(own_book, settings_file=tmp_path / "settings.toml")
    try:
        said = run(
            "lookbook", "altieri", "--from-wishes", "-o", tmp_path / "a.pdf", "--book", own_book
        )
    finally:
        window.close()
    assert said == (1, "", "demo.book is already open in another window of clienteling.\n")
