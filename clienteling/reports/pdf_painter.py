"""Draw pages as PDF commands: text with kerning, hairlines, pictures, each tagged."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from clienteling.reports.embed import EmbeddedFace
from clienteling.reports.page import Box, CheckBox, Code, Ink, Picture, Rect, Rule, Text
from clienteling.reports.pdf_structure import PageTags

POINT: Final = 72 / 254
PER_MICROMETRE: Final = 72 / 25_400


class Holder(Protocol):
    """The document whose faces and pictures pages use."""

    def face(self, key: str) -> EmbeddedFace:
        """Return the face of this document under a key."""
        ...

    def image(self, operation: Picture) -> tuple[str, Any] | None:
        """Return the name and reference of a picture; None where it can't be had."""
        ...


@dataclass(slots=True)
class PdfPainter:
    """Draws operations as the commands of one page.

    Args:
        document: Where faces and pictures are embedded.
        height: The page's height in tenths of a millimetre.
        tags: Where stretches of text and pictures are marked.
        commands: What has been drawn, as lines of the page's content.
        images: The pictures used, under the names the commands call them by.
        links: The lines that open an address.
    """

    document: Holder
    height: int
    tags: PageTags
    commands: list[str] = field(default_factory=list)
    images: dict[str, Any] = field(default_factory=dict)
    links: list[Text] = field(default_factory=list)

    def text(self, operation: Text) -> None:
        """Draw a line of text."""
        if not operation.runs:
            return
        say = self.commands.append
        turned = any(run.rtl for run in operation.runs)
        say(self.tags.begin("P", operation.logical if turned else ""))
        say(f"{_colour(operation.ink)} rg BT")
        x, y = operation.x * POINT, self._y(operation.baseline)
        for run in operation.runs:
            face = self.document.face(run.face)
            left = x + run.offset_micrometres * PER_MICROMETRE
            say(f"/{face.name} {run.size_tenths_point / 10:g} Tf 1 0 0 1 {left:.3f} {y:.3f} Tm")
            say(f"{face.shown(run.text)} TJ")
        say("ET EMC")
        if operation.link:
            self.links.append(operation)

    def rule(self, operation: Rule) -> None:
        """Draw a hairline."""
        top = operation.y - operation.thickness / 2
        self._filled(operation.ink, operation.x, top, operation.width, operation.thickness)

    def box(self, operation: Box) -> None:
        """Draw a rectangle."""
        frame = operation.frame
        if operation.fill:
            self._filled(operation.fill, frame.x, frame.y, frame.width, frame.height)
        if operation.outline:
            self._outlined(operation.outline, frame, operation.thickness)

    def check_box(self, operation: CheckBox) -> None:
        """Draw a square for a pen."""
        self._outlined(operation.ink, operation.frame, 3)

    def code(self, operation: Code) -> None:
        """Draw a QR code, each row's dark stretches as one rectangle."""
        frame, count = operation.frame, len(operation.rows)
        side = frame.width / count
        self.commands.append(
            f"{self.tags.begin('Figure', operation.payload)} {_colour(Ink.INK)} rg"
        )
        for row, modules in enumerate(operation.rows):
            for start, end in _dark_stretches(modules):
                x, y = frame.x + start * side, frame.y + row * side
                self.commands.append(f"{self._rectangle(x, y, (end - start) * side, side)} f")
        self.commands.append("EMC")

    def picture(self, operation: Picture) -> bool:
        """Draw a picture and say whether it could be had."""
        found = self.document.image(operation)
        if found is None:
            return False
        name, reference = found
        self.images[name] = reference
        frame = operation.frame
        place = f"{frame.width * POINT:.3f} 0 0 {frame.height * POINT:.3f}"
        corner = f"{frame.x * POINT:.3f} {self._y(frame.bottom):.3f}"
        tag = self.tags.begin("Figure", operation.words)
        self.commands.append(f"{tag} q {place} {corner} cm /{name} Do Q EMC")
        return True

    def _filled(self, ink: Ink, x: float, y: float, width: float, height: float) -> None:
        rectangle = self._rectangle(x, y, width, height)
        self.commands.append(f"/Artifact BMC {_colour(ink)} rg {rectangle} f EMC")

    def _outlined(self, ink: Ink, frame: Rect, thickness: int) -> None:
        rectangle = self._rectangle(frame.x, frame.y, frame.width, frame.height)
        width = f"{thickness * POINT:.3f} w"
        self.commands.append(f"/Artifact BMC {_colour(ink)} RG {width} {rectangle} S EMC")

    def _rectangle(self, x: float, y: float, width: float, height: float) -> str:
        sizes = f"{width * POINT:.3f} {height * POINT:.3f}"
        return f"{x * POINT:.3f} {self._y(y + height):.3f} {sizes} re"

    def _y(self, y: float) -> float:
        return (self.height - y) * POINT


def _colour(ink: Ink) -> str:
    parts = (int(ink.value[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(f"{part:.4g}" for part in parts)


def _dark_stretches(modules: str) -> Iterable[tuple[int, int]]:
    start = None
    for at, module in enumerate(f"{modules}0"):
        if module == "1" and start is None:
            start = at
        elif module == "0" and start is not None:
            yield start, at
            start = None
