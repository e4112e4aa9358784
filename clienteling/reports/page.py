"""Hold a composed page: what is drawn where, before anyone knows on what.

Lengths are integer tenths of a millimetre from the page's top left corner, y down. Lines are
already broken and every run of glyphs has its face, so that the composer's canvas, thumbnails,
preview, printer and PDF place each of them identically.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

MICROMETRES_PER_POINT = 25_400 / 72


class Ink(StrEnum):
    """The colours of paper; the values are the light theme's tokens."""

    INK = "#1D1A16"
    INK2 = "#565047"
    INK3 = "#6C655B"
    BRONZE = "#7F5F2E"
    HAIR = "#CFC5B5"
    GROUND = "#EFEAE1"


class PageSize(StrEnum):
    """The papers a lookbook is printed on."""

    A4 = "A4"
    A5 = "A5"
    LETTER = "Letter"

    @property
    def width(self) -> int:
        """The paper's width in tenths of a millimetre."""
        return _PAPERS[self][0]

    @property
    def height(self) -> int:
        """The paper's height in tenths of a millimetre."""
        return _PAPERS[self][1]


_PAPERS = {PageSize.A4: (2100, 2970), PageSize.A5: (1480, 2100), PageSize.LETTER: (2159, 2794)}


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle on the page."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The y of the lower edge."""
        return self.y + self.height

    def contains(self, x: int, y: int) -> bool:
        """Say whether a point lies within, for finding the frame under a pointer."""
        return self.x <= x < self.right and self.y <= y < self.bottom


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one face beside each other, in the order they stand on paper.

    Args:
        face: Key of a face in ``reports.fonts.FACES``.
        text: The characters from left to right, Arabic already in its joined forms.
        offset_micrometres: Where the run starts, from the ``x`` of its text.
        size_tenths_point: Size of the face in tenths of a point.
        rtl: Whether the characters belong to a script read from right to left.
    """

    face: str
    text: str
    offset_micrometres: int
    size_tenths_point: int
    rtl: bool = False

    @property
    def in_paper_order(self) -> str:
        """The text with marks that keep a painter with its own bidi from turning it again."""
        return f"\u202d{self.text}\u202c" if self.rtl else self.text


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text.

    Args:
        x: Left end of the line, whatever its direction.
        baseline: The y the letters stand on.
        logical: What a person would read aloud, for extraction and screen readers.
        width_micrometres: Length of the line.
        link: Address a press on the line opens.
    """

    x: int
    baseline: int
    runs: tuple[Run, ...]
    ink: Ink
    logical: str
    width_micrometres: int
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal hairline whose middle lies at y."""

    x: int
    y: int
    width: int
    thickness: int = 2
    ink: Ink = Ink.HAIR


@dataclass(frozen=True, slots=True)
class Box:
    """A filled or outlined rectangle."""

    frame: Rect
    fill: Ink | None = None
    outline: Ink | None = None
    thickness: int = 2


@dataclass(frozen=True, slots=True)
class CheckBox:
    """A small square for a pen; ``name`` says what a mark in it means."""

    frame: Rect
    name: str
    ink: Ink = Ink.INK2


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code as its rows of modules, without the quiet zone (the page leaves it free)."""

    frame: Rect
    rows: tuple[str, ...]
    payload: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that covers its frame; what sticks out is cut.

    Args:
        key: What a ``PictureSource`` knows the picture by.
        focus: Point of the picture, in thousandths of its width and height, to keep in the
            middle as far as the frame stays covered.
        words: What the picture shows, for those who don't see it.
        plate: What is drawn where the picture can't be had.
    """

    key: str
    frame: Rect
    words: str
    focus: tuple[int, int] = (500, 500)
    plate: "tuple[Box | Text, ...]" = ()


Operation = Text | Rule | Box | CheckBox | Code | Picture


@dataclass(frozen=True, slots=True)
class Page:
    """A composed page.

    Args:
        operations: What is drawn, in this order.
        frames: Where pieces go, filled or empty, for dropping and choosing; outlines of empty
            frames belong to whoever composes, not to the page.
        name: What an outline of the document calls the page.
    """

    size: PageSize
    operations: tuple[Operation, ...]
    frames: tuple[Rect, ...]
    name: str


class PictureSource(Protocol):
    """Where painters get pictures from."""

    def picture(self, key: str) -> bytes | None:
        """Return the bytes of a JPEG, PNG or WebP file; None where it can't be had."""
        ...


class Painter(Protocol):
    """Something that pages are drawn on."""

    def text(self, operation: Text) -> None:
        """Draw a line of text."""
        ...

    def rule(self, operation: Rule) -> None:
        """Draw a hairline."""
        ...

    def box(self, operation: Box) -> None:
        """Draw a rectangle."""
        ...

    def check_box(self, operation: CheckBox) -> None:
        """Draw a square for a pen."""
        ...

    def code(self, operation: Code) -> None:
        """Draw a QR code."""
        ...

    def picture(self, operation: Picture) -> bool:
        """Draw a picture and say whether it could be had."""
        ...


def paint(page: Page, painter: Painter) -> None:
    """Draw a page's operations in their order."""
    for operation in page.operations:
        _paint_one(operation, painter)


def _paint_one(operation: Operation, painter: Painter) -> None:
    match operation:
        case Text():
            painter.text(operation)
        case Rule():
            painter.rule(operation)
        case Box():
            painter.box(operation)
        case CheckBox():
            painter.check_box(operation)
        case Code():
            painter.code(operation)
        case Picture():
            if not painter.picture(operation):
                for plate in operation.plate:
                    _paint_one(plate, painter)


def cover_crop(width: int, height: int, frame: Rect, focus: tuple[int, int]) -> Rect:
    """Return the part of a picture (in its own pixels) that covers a frame.

    >>> cover_crop(100, 100, Rect(0, 0, 40, 50), (500, 500))
    Rect(x=10, y=0, width=80, height=100)
    """
    kept_width = min(width, max(1, height * frame.width // frame.height))
    kept_height = min(height, max(1, width * frame.height // frame.width))
    left = width * focus[0] // 1000 - kept_width // 2
    top = height * focus[1] // 1000 - kept_height // 2
    return Rect(
        max(0, min(left, width - kept_width)),
        max(0, min(top, height - kept_height)),
        kept_width,
        kept_height,
    )
