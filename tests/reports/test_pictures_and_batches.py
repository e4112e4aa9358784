import io
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from clienteling.domain.errors import Cancelled, KnownError, UserError
from clienteling.domain.progress import CancelAfter
from clienteling.reports.batch import file_name, write_batch
from clienteling.reports.lookbook import Client, Layout, LookbookSnapshot, LookPage
from clienteling.reports.page import Rect
from clienteling.reports.pictures import Jpeg, PreparedPictures, prepare
from tests.reports.looks import BAG, COAT, DRESS, Pictures, jpeg, pdf_of, ravello

FRAME = Rect(0, 0, 400, 500)  # 472 by 590 dots
FOCUS = (500, 500)


def fitted(data: bytes) -> Jpeg:
    found = prepare(data, FRAME, FOCUS)
    assert found is not None
    return found


def test_a_picture_that_fits_is_passed_through_untouched() -> None:
    data = jpeg(472, 590)
    assert fitted(data).data is data


def test_a_picture_is_cut_to_its_frame_and_scaled_to_300_dots_per_inch() -> None:
    found = fitted(jpeg(3000, 2000))
    with Image.open(io.BytesIO(found.data)) as picture:
        assert (picture.size, picture.format, "progressive" in picture.info) == (
            (472, 590),
            "JPEG",
            False,
        )


def test_a_small_picture_is_not_blown_up() -> None:
    found = fitted(jpeg(100, 300))
    assert (found.width, found.height) == (100, 125)


def test_a_transparent_picture_lies_on_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (400, 500), (0, 0, 0, 0)).save(out, "PNG")
    with Image.open(io.BytesIO(fitted(out.getvalue()).data)) as picture:
        assert picture.getpixel((200, 250)) == (255, 255, 255)


def test_a_picture_taken_with_the_camera_on_its_side_stands_upright() -> None:
    picture = Image.new("RGB", (500, 400), "white")
    picture.paste("black", (0, 0, 250, 400))
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    with Image.open(io.BytesIO(fitted(out.getvalue()).data)) as turned:
        dots = turned.convert("L").tobytes()
    assert (dots[50 * turned.width + 200] < 20, dots[450 * turned.width + 200] > 235) == (
        True,
        True,
    )


def test_a_picture_is_read_once_for_many_documents() -> None:
    source = Pictures({"coat": jpeg(900, 1125)})
    prepared = PreparedPictures(source)
    found = {id(prepared.jpeg("coat", FRAME, FOCUS)) for _ in range(5)}
    assert (len(found), source.asked) == (1, ["coat"])


def clients(*names: str) -> list[LookbookSnapshot]:
    page = (LookPage(Layout.FOUR, (COAT, DRESS, BAG)),)
    return [ravello(client=Client(name), pages=page) for name in names]


def test_a_batch_in_a_folder_has_a_file_for_each_client(tmp_path: Path) -> None:
    source = Pictures({"coat": jpeg(900, 1125)})
    books = clients("../../etc/passwd", "陈静怡", "CON", "", "a\0b:c*" * 80)
    written = write_batch(books, source, tmp_path / "out", one_file=False)
    assert [path.name for path in written[:4]] == [
        "1 etc passwd.pdf",
        "2 陈静怡.pdf",
        "3 CON.pdf",
        "4.pdf",
    ]
    assert sorted((tmp_path / "out").iterdir()) == sorted(written)
    assert written[1].read_bytes() == pdf_of(books[1], source)
    assert source.asked.count("coat") == 2  # once for the batch, once for the line above


def test_a_batch_in_one_file_has_an_outline_entry_for_each_client(tmp_path: Path) -> None:
    (path,) = write_batch(clients("Ada", "Bea"), Pictures(), tmp_path / "all.pdf", one_file=True)
    document = pypdfium2.PdfDocument(path)
    found = [(entry.level, entry.get_title()) for entry in document.get_toc()]
    count = len(document)
    document.close()
    assert count == 2
    assert found == [
        (0, "1 · Ada"),
        (1, "For Ravello, in May"),
        (0, "2 · Bea"),
        (1, "For Ravello, in May"),
    ]


def test_cancelling_a_batch_leaves_whole_files_only(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        write_batch(clients(*"abc"), Pictures(), tmp_path, one_file=False, progress=CancelAfter(1))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1 a.pdf", "2 b.pdf"]
    with pytest.raises(Cancelled):
        write_batch(
            clients(*"abc"), Pictures(), tmp_path / "x.pdf", one_file=True, progress=CancelAfter(1)
        )
    assert not (tmp_path / "x.pdf").exists()


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here already")
    with pytest.raises(KnownError, match="The lookbook is kept"):
        write_batch(clients("Ada"), Pictures(), tmp_path / "file" / "x", one_file=False)


def test_a_batch_for_nobody_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Nobody"):
        write_batch([], Pictures(), tmp_path, one_file=False)


def test_a_file_is_named_after_the_title_when_the_lookbook_is_for_nobody() -> None:
    assert file_name(ravello(client=None), 7, 120) == "007 For Ravello in May.pdf"
