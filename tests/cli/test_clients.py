"""Finding and showing clients: answers for programs, words for people."""

import json
from pathlib import Path

import pytest

from clienteling.demo.plan import demo_id
from tests.cli.conftest import CLIENTS, Run

BEATRICE = demo_id("client", "beatrice")


def test_find_answers_json_that_names_the_client_and_says_nothing_else(
    run: Run, kept_book: Path
) -> None:
    said = run("find", "beatrice", "altieri", "--json", "--book", kept_book)
    hits = json.loads(said.out)
    assert (said.code, said.err) == (0, "")
    assert [(hit["client_id"], hit["display"], hit["city"]) for hit in hits] == [
        (BEATRICE, "Beatrice Altieri", "Milan")
    ]


@pytest.mark.parametrize(
    "words", ["altieri 4471", "林佳怡", "lin jiayi", "千堂", "CL-PAR1-900000"]
)
def test_find_knows_scripts_digits_and_numbers(run: Run, kept_book: Path, words: str) -> None:
    said = run("find", *words.split(), "--book", kept_book)
    assert said.code == 0
    assert len(said.out.splitlines()) == 1


def test_finding_nobody_is_an_empty_answer_a_sentence_and_one(run: Run, kept_book: Path) -> None:
    said = run("find", "qqqqq", "--json", "--book", kept_book)
    assert said == (1, "[]\n", "Nobody called qqqqq is in this book.\n")


def test_find_answers_at_most_so_many(run: Run, kept_book: Path) -> None:
    said = run("find", "a", "--limit", "2", "--json", "--book", kept_book)
    assert len(json.loads(said.out)) == 2


def test_the_card_is_shown_in_words(run: Run, kept_book: Path) -> None:
    said = run("show", "Beatrice Altieri", "--book", kept_book)
    assert (said.code, said.err) == (0, "")
    lines = [line.split(maxsplit=1) for line in said.out.splitlines()]
    shown = {line[0]: line[1] for line in lines if len(line) == 2}
    assert shown["Number"] == "CL-PAR1-900000"
    assert shown["Allergy"] == "Nickel: gold or platinum hardware only"
    assert shown["Household"] == "Paolo Altieri, Husband"


def test_the_card_is_shown_as_json_with_money_and_dates_plain(run: Run, kept_book: Path) -> None:
    said = run("show", BEATRICE, "--json", "--book", kept_book)
    answer = json.loads(said.out)
    assert answer["card"]["person"]["display"] == "Beatrice Altieri"
    assert set(answer["card"]["figures"]["spend"]) == {"minor", "currency"}
    assert [moment["kind"] for moment in answer["story"]][:2] == ["note", "call"]


def test_what_was_noted_in_confidence_is_not_shown(run: Run, kept_book: Path) -> None:
    said = run("show", "Victoria Ashcombe", "--book", kept_book)
    assert "Country weekend" in said.out
    assert "in confidence" not in said.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("qqqqq", "Nobody called qqqqq is in this book."),
        ("0" * 32, f"Nobody of the id {'0' * 32} is in this book."),
    ],
)
def test_a_client_who_is_not_there_is_said_not_to_be(
    run: Run, kept_book: Path, tmp_path: Path, words: str, sentence: str
) -> None:
    out = tmp_path / "a.pdf"
    for command in (["show", words], ["lookbook", words, "--from-wishes", "-o", out]):
        assert run(*command, "--book", kept_book) == (1, "", f"{sentence}\n")
    assert not out.exists()


def test_words_that_may_be_several_name_them_and_ask_for_the_id(run: Run, kept_book: Path) -> None:
    said = run("show", "altieri", "--book", kept_book)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("altieri may be several people: ")
    assert f"Beatrice Altieri ({BEATRICE})" in said.err
    assert said.err.endswith("Please give the id.\n")


def test_every_client_is_exported_as_the_ending_says(
    run: Run, kept_book: Path, tmp_path: Path
) -> None:
    out = tmp_path / "clients.json"
    said = run("export", "-o", out, "--book", kept_book)
    count = len(json.loads(out.read_text("utf-8")))
    assert count > CLIENTS
    assert said == (0, "", f"{count:,} clients are in {out}.\n")


@pytest.mark.parametrize("name", ["clients.doc", "clients.csv/clients.csv", "clients.csv/a.json"])
def test_a_file_that_cannot_be_written_is_a_sentence(
    run: Run, kept_book: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "clients.csv").write_text("kept")
    said = run("export", "-o", tmp_path / name, "--book", kept_book)
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert (tmp_path / "clients.csv").read_text() == "kept"
