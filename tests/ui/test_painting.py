"""A page drawn by Qt is the page that the PDF prints."""

import io

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from clienteling.reports.compose import compose
from clienteling.reports.lookbook import Client, Layout, LookPage
from clienteling.reports.page import PageSize
from clienteling.reports.pdf import write_pdf
from clienteling.reports.preview import page_pixels
from clienteling.ui.painting import BytesPictures, page_image
from tests.reports.looks import ALL_ON, Pictures, every_layout, jpeg, ravello

DPI = 96


def _by_pdf(snapshot, pictures, number):
    out = io.BytesIO()
    write_pdf(snapshot, pictures, out)
    seen = page_pixels(out.getvalue(), number, DPI)
    raw = ("raw", "RGBX", seen.stride)
    return Image.frombytes("RGB", (seen.width, seen.height), seen.rgbx, *raw)


def _by_qt(page, pictures, width):
    image = page_image(page, width, BytesPictures(pictures), paper="#FFFFFF")
    raw = ("raw", "BGRX", image.bytesPerLine())
    return Image.frombytes("RGB", (image.width(), image.height()), bytes(image.constBits()), *raw)


def _apart(one, other):
    """The largest and the mean difference of two pictures, seen from as far as a hair is lost."""
    size = (one.width // 2, one.height // 2)
    soft = [
        picture.resize(size).convert("L").filter(ImageFilter.GaussianBlur(1))
        for picture in (one, other.resize(one.size))
    ]
    difference = ImageStat.Stat(ImageChops.difference(*soft))
    return difference.extrema[0][1], difference.mean[0]


MIXED = Client("Beatrice Altieri", "Signora Altieri", "陈静怡", "zh-Hans")


@pytest.mark.parametrize("size", list(PageSize))
def test_qt_draws_every_layout_where_the_pdf_prints_it(dressed_app, size):
    snapshot = ravello(pages=every_layout(), switches=ALL_ON, size=size, client=MIXED)
    pictures = Pictures({"coat": jpeg(400, 500), "dress": jpeg(300, 600)})
    for number, page in enumerate(compose(snapshot)):
        printed = _by_pdf(snapshot, pictures, number)
        drawn = _by_qt(page, pictures, printed.width)
        most, mean = _apart(printed, drawn)
        assert abs(drawn.height - printed.height) <= 1, page.name
        assert mean < 0.9, page.name
        assert most < 90, page.name


def test_names_in_any_script_stand_where_they_were_measured(dressed_app):
    letter = "مريم العلوي · יעל כהן · Ελένη · Дарья · さくら · 陳靜怡 · Beatrice"
    snapshot = ravello(letter=letter, pages=(LookPage(Layout.WORDS),))
    printed = _by_pdf(snapshot, Pictures(), 0)
    drawn = _by_qt(compose(snapshot)[0], Pictures(), printed.width)
    most, mean = _apart(printed, drawn)
    assert mean < 0.4
    assert most < 60


def test_a_picture_that_is_missing_shows_its_plate(dressed_app):
    page = compose(ravello())[0]
    drawn = _by_qt(page, Pictures(), 420)
    frame = page.frames[0]
    corner = drawn.getpixel((frame.x * 420 // 2100 + 3, frame.y * 420 // 2100 + 3))
    assert corner == (0xEF, 0xEA, 0xE1)
