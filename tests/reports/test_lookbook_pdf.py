import io
import json
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pytest

from clienteling.domain.clock import FakeClock
from clienteling.domain.errors import Cancelled, KnownError
from clienteling.domain.progress import CancelAfter
from clienteling.reports.lookbook import (
    Client,
    Language,
    Layout,
    LookPage,
    Switches,
    from_json,
    to_json,
)
from clienteling.reports.page import PageSize
from clienteling.reports.pdf import write_pdf
from clienteling.reports.preview import page_count, page_pixels
from clienteling.reports.registry import REPORTS, Report
from clienteling.reports.words import WORDS
from tests.reports.looks import (
    ALL_ON,
    BAG,
    COAT,
    DRESS,
    SQUARE,
    Pictures,
    every_layout,
    jpeg,
    pdf_of,
    png_bomb,
    ravello,
    texts_of,
)


def test_the_page_says_what_the_design_shows_and_no_price() -> None:
    pictures = Pictures(dict.fromkeys(("coat", "dress", "bag"), jpeg(80, 100)))
    pieces = (COAT, DRESS, BAG, replace(SQUARE, picture="bag"))
    book = ravello(pages=(LookPage(Layout.ONE_AND_THREE, pieces),))
    (text,) = texts_of(pdf_of(book, pictures))
    assert text.split("\n") == [
        "Séverac",
        "For Ravello, in May",
        "Composed for Signora Altieri",
        "Ondine coat",
        "Double-faced wool, camel · 3041-C",
        "Set aside in your size, 40",
        "Aube dress",
        "Silk crêpe, bottle green · 2207-V",
        "Set aside in your size, 40",
        "Arpège bag",
        "Burgundy calf",
        "Already in the wardrobe",
        "Volière square",
        "Silk twill, 90 cm",
        "Dear Signora Altieri, the evenings above the sea are cool in May: the coat over bare",
        "shoulders, the dress for the Saturday.",
        "Camille",
        "Camille Roux · camille.roux@severac.example Faubourg Saint-Honoré, Paris · 1",
    ]


def _pdfium(pdf: bytes) -> str:
    return texts_of(pdf)[0]


def _poppler(pdf: bytes) -> str:
    """Read with Poppler; its marks of direction are left out."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not on this machine")
    done = subprocess.run([program, "-", "-"], input=pdf, capture_output=True, check=True)
    return "".join(c for c in done.stdout.decode() if unicodedata.category(c) != "Cf")


@pytest.mark.parametrize("size", list(PageSize))
@pytest.mark.parametrize("language", list(Language))
def test_every_layout_is_written_in_every_language_on_every_paper(
    language: Language, size: PageSize
) -> None:
    book = ravello(pages=every_layout(), switches=ALL_ON, language=language, size=size)
    texts = texts_of(pdf_of(book))
    assert len(texts) == len(Layout)
    assert all(COAT.name in text for text in texts[1:-1])
    assert WORDS[language].love in texts[1]


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_every_report_is_written_when_there_is_nothing_to_say(report: Report) -> None:
    out = io.BytesIO()
    report.write(report.empty(FakeClock().today()), Pictures(), out)
    assert page_count(out.getvalue()) == len(Layout)


def test_names_in_every_script_stand_in_one_line_and_are_read_back() -> None:
    names = "陈静怡 陳靜怡 さくら Иванова Ελένη 김민지 Nguyễn 😀 سارة الأحمد"
    text = texts_of(pdf_of(ravello(title=names)))[0]
    for name in names.split()[:-2]:
        assert name in text
    assert "سارة" in text
    assert "الأحمد" in text
    hebrew = texts_of(pdf_of(ravello(title="שרה כהן")))[0]
    assert "שרה כהן" in hebrew


@pytest.mark.parametrize("reader", [_pdfium, _poppler])
@pytest.mark.parametrize(
    "title",
    ["For {0}", "{0}", "{0} Altieri 12", "For {0} and {1} 2024, Paris ({0}) end"],
)
@pytest.mark.parametrize("names", [("שרה כהן", "دانة"), ("سارة الأحمد", "רות")])
def test_a_name_against_the_line_is_read_back_whole_and_in_its_order(
    reader: Callable[[bytes], str], title: str, names: tuple[str, str]
) -> None:
    # Where the parts of such a line stand is each reader's guess: paper holds no more than places.
    text = reader(pdf_of(ravello(title=title.format(*names))))
    assert all(name in text for at, name in enumerate(names) if f"{{{at}}}" in title)
    assert all(word in text for word in re.findall(r"[A-Za-z]+|\d+", title.format("", "")))


def test_a_letter_in_arabic_is_read_back_in_its_order() -> None:
    letter = "عزيزتي سارة، الأمسيات فوق البحر باردة"
    text = texts_of(pdf_of(ravello(letter=letter)))[0]
    assert letter in text


def test_a_character_no_face_has_is_kept_in_the_text() -> None:
    assert "\U00020bb7" in texts_of(pdf_of(ravello(title="\U00020bb7野家")))[0]


def test_html_in_words_is_shown_as_text() -> None:
    assert "<b>Ravello</b> & <i>" in texts_of(pdf_of(ravello(title="<b>Ravello</b> & <i>")))[0]


def test_a_snapshot_kept_as_json_prints_again_byte_for_byte() -> None:
    book = ravello(pages=every_layout(), switches=ALL_ON, language=Language.JAPANESE)
    pictures = {"coat": jpeg(900, 1500), "dress": jpeg(1500, 900)}
    again = from_json(to_json(book))
    assert again == book
    assert pdf_of(again, Pictures(pictures)) == pdf_of(book, Pictures(dict(pictures)))


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"form": 1, "client": 3}', '{"form": "x"}'])
def test_a_damaged_snapshot_is_said_to_be_so(text: str) -> None:
    with pytest.raises(KnownError, match="damaged"):
        from_json(text)


def test_a_snapshot_of_a_newer_program_is_refused_in_a_sentence() -> None:
    newer = json.dumps(json.loads(to_json(ravello())) | {"form": 99})
    with pytest.raises(KnownError, match="newer version"):
        from_json(newer)


def test_the_document_says_what_it_is() -> None:
    document = pypdfium2.PdfDocument(pdf_of(ravello(pages=every_layout()[:3])))
    said = document.get_metadata_dict()
    outline = [entry.get_title() for entry in document.get_toc()]
    tagged = document.is_tagged()
    document.close()
    assert said["Title"] == "For Ravello, in May – Signora Altieri"
    assert said["Author"] == "Camille Roux · Séverac"
    assert said["CreationDate"] == "D:20260312000000+00'00'"
    assert outline == ["Cover", "For Ravello, in May", "Page 3"]
    assert tagged


def test_every_face_is_embedded_and_the_language_is_set() -> None:
    pdf = pdf_of(ravello(title="陈静怡 Ελένη", language=Language.SIMPLIFIED_CHINESE))
    descriptors = re.findall(rb"/FontName /([A-Z]{6}\+\S+)", pdf)
    assert len(descriptors) == pdf.count(b"/FontFile2") == len(set(descriptors)) > 4
    assert b"Helvetica" not in pdf
    assert b"/Lang (zh-Hans)" in pdf


def test_a_letter_too_long_for_its_page_goes_on_and_loses_no_word() -> None:
    words = [f"word{number}" for number in range(900)]
    texts = texts_of(pdf_of(ravello(letter=" ".join(words))))
    assert len(texts) > 2
    assert re.findall(r"word\d+", " ".join(texts)) == words
    assert [bool(re.search("^Camille$", text, re.MULTILINE)) for text in texts] == [
        *[False] * (len(texts) - 1),
        True,
    ]


def test_names_of_three_hundred_characters_stay_on_the_page() -> None:
    long = replace(COAT, name="N" * 300, description="d" * 300, size_label="4" * 300)
    book = ravello(
        title="T" * 300,
        house="H" * 300,
        client=Client("C" * 300),
        pages=(LookPage(Layout.ONE_AND_THREE, (long,) * 4), LookPage(Layout.SIX, (long,) * 6)),
    )
    document = pypdfium2.PdfDocument(pdf_of(book))
    for page in document:
        width, height = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            assert (left >= 0, bottom >= 0, right <= width, top <= height) == (True,) * 4
    document.close()


def test_prices_care_and_boxes_are_shown_when_they_are_switched_on() -> None:
    page = (LookPage(Layout.ONE, (COAT,)),)
    text = texts_of(pdf_of(ravello(pages=page, switches=ALL_ON)))[0]
    for words in ("€3,900", "Dry clean", "I love it", "Perhaps", "Not for me"):
        assert words in text
    plain = texts_of(pdf_of(ravello(pages=page, switches=Switches(set_aside=False))))[0]
    assert "3,900" not in plain
    assert "Set aside" not in plain


def test_a_piece_the_client_has_is_marked_so_and_not_set_aside() -> None:
    text = texts_of(pdf_of(ravello(pages=(LookPage(Layout.TWO, (BAG, DRESS)),))))[0]
    assert text.count("Already in the wardrobe") == 1
    assert text.count("Set aside") == 1


@pytest.mark.parametrize(
    "bad",
    [None, b"", b"not a picture", jpeg(100, 125)[:300], png_bomb()],
    ids=["missing", "empty", "text", "cut short", "bomb"],
)
def test_a_picture_that_cannot_be_had_becomes_a_monogram(bad: bytes | None) -> None:
    page = (LookPage(Layout.ONE, (replace(COAT, name="Zéphyr coat"),)),)
    kept = {"coat": bad} if bad is not None else {}
    pdf = pdf_of(ravello(pages=page, title="m", letter=""), Pictures(kept))
    assert "\nZ\n" in texts_of(pdf)[0]
    assert b"/DCTDecode" not in pdf


def test_a_picture_used_twice_is_in_the_file_once() -> None:
    pages = (LookPage(Layout.FOUR, (COAT,) * 4),)
    pdf = pdf_of(ravello(pages=pages), Pictures({"coat": jpeg(800, 1000)}))
    assert pdf.count(b"/DCTDecode") == 1


def test_twelve_pages_of_hard_pictures_stay_below_five_megabytes() -> None:
    pictures = Pictures({f"{n}": jpeg(1300, 1625, noise=n + 1) for n in range(4)})
    pieces = tuple(replace(COAT, picture=f"{n}") for n in range(4))
    page = (LookPage(Layout.ONE_AND_THREE, pieces),)
    assert len(pdf_of(ravello(pages=page), pictures)) * 12 < 5_000_000


def test_the_preview_shows_the_page_in_colour() -> None:
    page = (LookPage(Layout.ONE, (COAT,)),)
    pixels = page_pixels(pdf_of(ravello(pages=page), Pictures({"coat": jpeg(800, 1000)})), 0, 24)
    middle = (pixels.height // 2) * pixels.stride + pixels.width // 2 * 4
    assert (pixels.width, pixels.height) == (199, 281)
    assert [
        abs(a - b) < 6
        for a, b in zip(pixels.rgbx[middle : middle + 3], (120, 110, 100), strict=True)
    ] == [True] * 3


def test_cancelling_writes_nothing() -> None:
    out = io.BytesIO()
    with pytest.raises(Cancelled):
        write_pdf(ravello(pages=every_layout()), Pictures(), out, progress=CancelAfter(2))
    assert out.getvalue() == b""
