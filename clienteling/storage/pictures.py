"""Pictures on their way into the book: judged before they are decoded, and painted anew.

A picture from outside is hostile until it has been re-encoded: its size is read from its header
and refused before a pixel is unpacked, its metadata (where it was taken, on whose phone) never
enters the book, and its colours are brought to sRGB because the profile goes too.
"""

import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from clienteling.domain.errors import UserError
from clienteling.storage.attachments import AttachmentFacts, Attachments

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_FILE = 25 * 1024 * 1024
LARGEST_PIXELS = 40_000_000
LONG_SIDE = 2048
JPEG = "image/jpeg"
_QUALITY = 90
# Source: ISO/IEC 23008-12 and 14496-12, the brands of HEIC still pictures.
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture fit for the book: JPEG bytes without metadata, and its size in pixels."""

    jpeg: bytes
    width: int
    height: int


class Pictures:
    """The way in and out of the pictures beside a book.

    Args:
        attachments: Where their bytes are kept.
    """

    def __init__(self, attachments: Attachments) -> None:
        self.attachments = attachments

    def put(self, data: bytes, long_side: int = LONG_SIDE) -> AttachmentFacts:
        """Keep a picture from outside, no larger than ``long_side`` pixels either way.

        Raises:
            UserError: it is no picture this program takes, or it is too large.
            KnownError: the disk is full.
        """
        picture = take_in(data, long_side)
        facts = self.attachments.put(picture.jpeg, JPEG)
        return replace(facts, width=picture.width, height=picture.height)

    def get(self, sha256: str) -> bytes:
        """Return a picture's JPEG bytes.

        Raises:
            NotFoundError: it is not on this till.
            KnownError: its file is damaged.
        """
        return self.attachments.get(sha256)

    def thumbnail(self, sha256: str, long_side: int) -> bytes:
        """Return a small JPEG of a picture, made once for each size and kept encrypted.

        Raises:
            NotFoundError: the picture is not on this till.
            KnownError: its file is damaged, or the disk is full.
        """
        kept = self.attachments.get_made(sha256, str(long_side))
        if kept is None:
            kept = take_in(self.attachments.get(sha256), long_side).jpeg
            self.attachments.put_made(sha256, str(long_side), kept)
        return kept


def take_in(data: bytes, long_side: int = LONG_SIDE) -> Picture:
    """Decode a picture from outside and encode it anew.

    Args:
        data: The file's bytes; JPEG, PNG, WebP, or HEIC where this computer can read it.
        long_side: Pixels of the longer side at most; a smaller picture keeps its size.

    Raises:
        UserError: it is no such picture, or too large; the sentence says which.
    """
    if len(data) > LARGEST_FILE:
        raise UserError("This picture's file is larger than 25 MB; please choose a smaller one.")
    image = _judged(data)
    try:
        # A JPEG is decoded at the nearest fraction of its size, which saves time and memory.
        image.draft("RGB", (long_side, long_side))
        image.load()
        return _painted(image, long_side)
    except UserError:
        raise
    except Exception as error:
        raise _unreadable() from error


def _judged(data: bytes) -> "Image":
    from PIL import Image

    formats = ["JPEG", "PNG", "WEBP"]
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        _learn_heic()
        formats = ["HEIF"]
    try:
        image = Image.open(io.BytesIO(data), formats=formats)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except Exception as error:
        raise _unreadable() from error
    if image.width * image.height > LARGEST_PIXELS:
        raise _too_many_pixels()
    return image


def _learn_heic() -> None:
    try:
        import pi_heif
    except ImportError as error:
        raise UserError(
            "This computer cannot read HEIC pictures; please save it as JPEG first."
        ) from error
    pi_heif.register_heif_opener(thumbnails=False)


def _painted(image: "Image", long_side: int) -> Picture:
    from PIL import Image, ImageOps

    upright = ImageOps.exif_transpose(image)
    flat = _on_paper(_in_srgb(upright))
    flat.thumbnail((long_side, long_side), Image.Resampling.LANCZOS, reducing_gap=3.0)
    # A new image takes the pixels and leaves everything else the old one carried.
    clean = Image.new("RGB", flat.size)
    clean.paste(flat)
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=_QUALITY, subsampling=0, optimize=True, exif=b"")
    return Picture(out.getvalue(), clean.width, clean.height)


def _in_srgb(image: "Image") -> "Image":
    profile: Any = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        return image
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        found = ImageCms.profileToProfile(
            image, source, ImageCms.createProfile("sRGB"), outputMode=mode
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        # A broken profile costs a shade of colour, not the picture.
        return image
    return image if found is None else found


def _on_paper(image: "Image") -> "Image":
    from PIL import Image

    if image.has_transparency_data:
        over = image.convert("RGBA")
        paper = Image.new("RGBA", over.size, "white")
        return Image.alpha_composite(paper, over).convert("RGB")
    return image.convert("RGB")


def _too_many_pixels() -> UserError:
    return UserError(
        "This picture has more than 40 million points; please choose a smaller one. "
        "It was not opened."
    )


def _unreadable() -> UserError:
    return UserError("This file is not a picture that can be read (JPEG, PNG, WebP or HEIC).")
