import doctest
import itertools
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.errors import KnownError
from clienteling.reports import fonts, page, words
from clienteling.reports.compose import compose, page_numbers
from clienteling.reports.fonts import FACES, Style, chain, face_file, han_language
from clienteling.reports.frames import frames
from clienteling.reports.lookbook import FRAME_COUNTS, Layout, LookPage
from clienteling.reports.page import Code, PageSize, Picture, Rect, Text, cover_crop
from clienteling.reports.typeset import Setting, joined, set_line, set_lines, shorten
from clienteling.settings.paths import resource
from tests.reports.looks import ALL_ON, COAT, DRESS, every_layout, ravello

BODY = Setting(Style.SANS, 100)
LETTER = Setting(Style.ITALIC, 150)


@pytest.mark.parametrize("size", list(PageSize))
@pytest.mark.parametrize("layout", list(Layout))
def test_frames_are_four_to_five_apart_and_on_the_paper(layout: Layout, size: PageSize) -> None:
    found = frames(layout, size)
    assert len(found) == FRAME_COUNTS[layout]
    assert all(frame.width * 5 == frame.height * 4 > 0 for frame in found)
    assert all(
        f.x > 0 and f.right < size.width and f.y > 0 and f.bottom < size.height for f in found
    )
    for one, other in itertools.combinations(found, 2):
        assert (
            one.right <= other.x
            or other.right <= one.x
            or one.bottom <= other.y
            or other.bottom <= one.y
        )


def test_the_designs_page_has_the_designs_measures() -> None:
    page = compose(ravello())[0]
    assert page.frames == (
        Rect(160, 580, 1064, 1330),
        Rect(1292, 580, 648, 810),
        Rect(1292, 1620, 308, 385),
        Rect(1632, 1620, 308, 385),
    )


@pytest.mark.parametrize("size", list(PageSize))
def test_captions_end_above_the_letter_and_the_foot(size: PageSize) -> None:
    for sheet in compose(ravello(pages=every_layout(), switches=ALL_ON, size=size))[1:]:
        texts = [operation for operation in sheet.operations if isinstance(operation, Text)]
        foot = size.height - texts[-1].baseline
        lowest = max(text.baseline for text in texts[:-2])
        assert foot > 0
        assert lowest < texts[-1].baseline


def test_an_empty_frame_leaves_nothing_on_paper_but_its_place_to_drop_on() -> None:
    page = compose(ravello(pages=(LookPage(Layout.FOUR, (None, COAT, None)),)))[0]
    pictures = [operation for operation in page.operations if isinstance(operation, Picture)]
    assert len(page.frames) == 4
    assert [picture.frame for picture in pictures] == [page.frames[1]]


def test_a_page_after_a_long_letter_knows_where_it_begins() -> None:
    book = ravello(
        letter="word " * 900, pages=(*every_layout()[:2], LookPage(Layout.ONE, (DRESS,)))
    )
    pages = compose(book)
    assert page_numbers(book) == (0, 1, len(pages) - 1)
    assert len(pages) > 3


def test_the_code_stands_on_one_page_when_it_is_wanted() -> None:
    pages = compose(ravello(pages=every_layout(), switches=ALL_ON))
    codes = [o for page in pages for o in page.operations if isinstance(o, Code)]
    assert [code.payload for code in codes] == [ravello().code]
    assert len(codes[0].rows) == len(codes[0].rows[0])


def test_a_link_to_write_to_the_adviser_is_in_the_foot() -> None:
    texts = [o for o in compose(ravello())[0].operations if isinstance(o, Text)]
    assert [text.link for text in texts if text.link] == ["mailto:camille.roux@severac.example"]


def test_composing_the_same_snapshot_gives_the_same_pages() -> None:
    book = ravello(pages=every_layout())
    assert compose(book) == compose(replace(book))


@given(st.text(max_size=300), st.integers(min_value=100, max_value=1700))
def test_no_line_is_wider_than_its_room_and_no_word_is_lost(text: str, width: int) -> None:
    lines = set_lines(text, BODY, "ja", width)
    assert all(line.width_micrometres <= width * 101 for line in lines)
    kept = "".join(joined(lines).split())
    assert kept == "".join(
        "".join(set_line(part, BODY, "ja").logical for part in text.splitlines()).split()
    )


def test_japanese_lines_never_begin_with_a_full_stop_or_a_small_kana() -> None:
    lines = set_lines("ちょっと、きょうは。" * 30, LETTER, "ja", 400)
    assert len(lines) > 5
    assert not [line.logical for line in lines if line.logical[0] in "、。ょっ"]


def test_a_line_too_long_is_shortened_with_an_ellipsis() -> None:
    line = shorten("N" * 300, BODY, "en", 500)
    assert line.logical.endswith("N…")
    assert 45_000 < line.width_micrometres <= 50_000


def test_a_right_to_left_paragraph_begins_at_the_right() -> None:
    line = set_line("سارة", BODY, "en")
    placed = line.within(100, 1000, 500)
    assert line.rtl
    assert abs(placed.x * 100 + line.width_micrometres - 110_000) < 200


def test_arabic_letters_are_joined_and_turned_for_paper() -> None:
    runs = set_line("سارة 12", BODY, "en").runs
    assert [(run.face, run.text, run.rtl) for run in runs] == [
        ("HankenGrotesk-Regular", "12 ", False),
        ("NotoNaskhArabic-Regular", "ﺓﺭﺎﺳ", True),
    ]
    assert runs[1].in_paper_order == "\u202dﺓﺭﺎﺳ\u202c"


def test_each_stretch_of_chinese_characters_has_its_own_national_form() -> None:
    faces = [run.face for run in set_line("陈静怡 陳靜怡 さくら花", BODY, "en").runs]
    assert [face for face in faces if face.startswith("Noto")] == [
        "NotoSansSC-Regular",
        "NotoSansTC-Regular",
        "NotoSansJP-Regular",
    ]
    assert han_language("花", "ja") == "ja"


def test_quotation_marks_are_full_width_in_chinese_and_not_beside_latin() -> None:
    chinese = set_line("他说“好”。", BODY, "zh-Hans").runs
    assert [run.face for run in chinese] == ["NotoSansSC-Regular"]
    latin = set_line("“Salon Bleu”", BODY, "zh-Hans").runs
    assert [run.face for run in latin] == ["HankenGrotesk-Regular"]


def test_every_face_of_every_chain_is_shipped_with_its_licence() -> None:
    used = {
        face
        for style in Style
        for language in ("zh-Hans", "zh-Hant", "ja")
        for face in chain(style, language)
    }
    assert used == set(FACES)
    for face in used:
        assert face_file(face).glyph(ord("!")) or face == "NotoEmoji-Regular"
        assert resource("fonts", f"{face.split('-')[0]}-OFL.txt").is_file()


def test_figures_are_lining_and_pairs_are_kerned() -> None:
    face = face_file("CormorantGaramond-Medium")
    one, capital_a, capital_v = (face.glyph(ord(c)) for c in "1AV")
    assert face.lining(one) != one
    assert face.lining(capital_a) == capital_a
    assert face.kern(capital_a, capital_v) < -50


def test_a_file_that_is_no_font_is_said_so(tmp_path: Path) -> None:
    from clienteling.reports.truetype import TrueTypeFile

    (tmp_path / "broken.ttf").write_bytes(b"OTTO and more")
    for name in ("broken.ttf", "missing.ttf"):
        with pytest.raises(KnownError, match=name):
            TrueTypeFile(tmp_path / name)


@given(
    st.integers(1, 5000),
    st.integers(1, 5000),
    st.integers(0, 1000),
    st.integers(0, 1000),
)
def test_what_is_cut_from_a_picture_lies_within_it(
    width: int, height: int, across: int, down: int
) -> None:
    part = cover_crop(width, height, Rect(0, 0, 400, 500), (across, down))
    assert part.x >= 0
    assert part.y >= 0
    assert part.right <= width
    assert part.bottom <= height
    assert part.width in {width, max(1, height * 4 // 5)}


@pytest.mark.parametrize("module", [fonts, page, words], ids=lambda module: module.__name__)
def test_examples_in_docstrings_hold(module: ModuleType) -> None:
    failed, tried = doctest.testmod(module)
    assert (failed, tried > 0) == (0, True)
