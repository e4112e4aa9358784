"""Pictures: judged before they are decoded, painted anew, nothing personal left in them."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from clienteling.domain.errors import NotFoundError, UserError
from clienteling.storage.open import OpenedBook
from clienteling.storage.pictures import JPEG, LARGEST_FILE, take_in

ORIENTATION, GPS = 0x0112, 0x8825
RED, BLUE = (200, 30, 40), (30, 40, 200)


def _encoded(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def _decoded(jpeg: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(jpeg))
    image.load()
    return image


def _near(found: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(a - b) <= 6 for a, b in zip(found, wanted, strict=True))


def _bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be huge."""

    def chunk(name: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", checksum)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    parts = [chunk(b"IHDR", header), chunk(b"IDAT", body), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize("side", [6500, 9999, 20_000, 2**31 - 1])
def test_a_picture_bomb_is_refused_before_it_is_opened(side: int) -> None:
    with pytest.raises(UserError, match="40 million points"):
        take_in(_bomb(side, side))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"\x89PNG\r\n\x1a\n",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        _encoded(Image.effect_noise((200, 200), 90))[:5000],
        _encoded(Image.new("RGB", (40, 40), RED), "JPEG")[:200],
        _encoded(Image.new("P", (40, 40)), "GIF"),
        b"\0\0\0\x18ftypheic" + b"\0" * 60,
        bytes(range(256)) * 40,
    ],
    ids=["empty", "words", "header", "svg", "cut png", "cut jpeg", "gif", "cut heic", "noise"],
)
def test_what_is_no_picture_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UserError, match="not a picture that can be read"):
        take_in(data)


def test_a_file_beyond_25_megabytes_is_refused_unread() -> None:
    with pytest.raises(UserError, match="larger than 25 MB"):
        take_in(b"\xff" * (LARGEST_FILE + 1))


def test_where_and_with_what_it_was_taken_never_enters_the_book() -> None:
    exif = Image.Exif()
    exif[0x0110] = "Telephone of Xiomara"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (48.0, 51.0, 24.0)
    photo = _encoded(Image.new("RGB", (60, 40), RED), "JPEG", exif=exif, comment=b"Xiomara")
    assert b"Xiomara" in photo
    taken = take_in(photo)
    assert b"Xiomara" not in taken.jpeg
    found = _decoded(taken.jpeg)
    assert dict(found.getexif()) == {}
    assert set(found.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_photo_taken_sideways_stands_upright() -> None:
    image = Image.new("RGB", (64, 32), RED)
    image.paste(BLUE, (32, 0, 64, 32))
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    taken = take_in(_encoded(image, "JPEG", exif=exif, quality=95))
    assert (taken.width, taken.height) == (32, 64)
    upright = _decoded(taken.jpeg)
    assert _near(upright.getpixel((16, 8)), RED)
    assert _near(upright.getpixel((16, 56)), BLUE)


def test_a_large_photo_becomes_2048_and_a_small_one_keeps_its_size() -> None:
    large = take_in(_encoded(Image.new("RGB", (3000, 1500), RED), "JPEG"))
    small = take_in(_encoded(Image.new("RGB", (1500, 1000), RED)))
    assert [(p.width, p.height) for p in (large, small)] == [(2048, 1024), (1500, 1000)]


def test_what_shines_through_lies_on_white_paper() -> None:
    image = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    taken = _decoded(take_in(_encoded(image)).jpeg)
    assert (taken.mode, taken.getpixel((10, 10))) == ("RGB", (255, 255, 255))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_pixels_becomes_plain_colour(mode: str) -> None:
    taken = take_in(_encoded(Image.new(mode, (30, 20))))
    assert (_decoded(taken.jpeg).mode, taken.width, taken.height) == ("RGB", 30, 20)


def test_colours_of_another_profile_are_brought_to_srgb_and_a_broken_one_is_let_go() -> None:
    image = Image.new("RGB", (20, 20), RED)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for carried in (profile, b"no profile at all"):
        taken = _decoded(take_in(_encoded(image, "PNG", icc_profile=carried)).jpeg)
        assert "icc_profile" not in taken.info
        assert _near(taken.getpixel((10, 10)), RED)


def test_a_print_photo_in_four_inks_becomes_plain_colour() -> None:
    taken = take_in(_encoded(Image.new("CMYK", (20, 20), (0, 200, 200, 20)), "JPEG"))
    assert _decoded(taken.jpeg).mode == "RGB"


def test_a_telephones_own_format_is_taken() -> None:
    pytest.importorskip("pi_heif")
    heic = (Path(__file__).parent / "two_halves.heic").read_bytes()
    taken = take_in(heic)
    halves = _decoded(taken.jpeg)
    assert (taken.width, taken.height) == (64, 48)
    assert _near(halves.getpixel((10, 20)), RED)
    assert _near(halves.getpixel((54, 20)), BLUE)


def test_a_thumbnail_is_made_once_and_kept_encrypted(opened: OpenedBook) -> None:
    pictures = opened.pictures()
    facts = pictures.put(_encoded(Image.new("RGB", (800, 400), RED), "WEBP"))
    assert (facts.mime, facts.width, facts.height) == (JPEG, 800, 400)
    assert _decoded(pictures.get(facts.sha256)).size == (800, 400)
    small = pictures.thumbnail(facts.sha256, 96)
    assert _decoded(small).size == (96, 48)
    (kept,) = opened.book.path.parent.rglob("*.96")
    assert small[:20] not in kept.read_bytes()
    before = kept.stat().st_mtime_ns
    assert pictures.thumbnail(facts.sha256, 96) == small
    assert kept.stat().st_mtime_ns == before
    kept.write_bytes(b"torn")
    assert pictures.thumbnail(facts.sha256, 96) == small
    with pytest.raises(NotFoundError):
        pictures.thumbnail("00" * 32, 96)
