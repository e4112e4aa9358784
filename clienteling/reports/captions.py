"""Set what stands below a piece: name, what it is made of, the size set aside, and the rest."""

from dataclasses import dataclass
from typing import Final

from clienteling.reports.fonts import Style
from clienteling.reports.frames import Sheet
from clienteling.reports.lookbook import LookbookSnapshot, Piece
from clienteling.reports.page import CheckBox, Ink, Operation, Rect
from clienteling.reports.typeset import Line, Setting, set_line, set_lines
from clienteling.reports.words import WORDS, price_words

_NARROW: Final = 400  # below 40 mm names and lines are set a little smaller
_BOX_ROW: Final = 46
_AFTER: Final = 24  # white below the last line


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a caption and how far below the line before it stands."""

    line: Line
    drop: int


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption set for one width."""

    rows: tuple[Row, ...]
    reactions: tuple[tuple[Line, ...], ...]
    sheet: Sheet

    @property
    def height(self) -> int:
        """Room the caption takes below its frame."""
        boxes = self.sheet.tenths(14 + _BOX_ROW * len(self.reactions)) if self.reactions else 0
        return sum(row.drop for row in self.rows) + boxes + self.sheet.tenths(_AFTER)

    def operations(self, frame: Rect) -> list[Operation]:
        """Place the caption below a frame."""
        found: list[Operation] = []
        baseline = frame.bottom
        for row in self.rows:
            baseline += row.drop
            found.append(row.line.within(frame.x, frame.width, baseline))
        return [*found, *self._boxes(frame, baseline + self.sheet.tenths(58))]

    def _boxes(self, frame: Rect, baseline: int) -> list[Operation]:
        side, gap = self.sheet.tenths(28), self.sheet.tenths(10)
        found: list[Operation] = []
        for lines in self.reactions:
            x = frame.x
            for line in lines:
                square = Rect(x, baseline - side + self.sheet.tenths(4), side, side)
                found += [CheckBox(square, line.logical), line.at(x + side + gap, baseline)]
                x += _reaction_width(line, self.sheet)
            baseline += self.sheet.tenths(_BOX_ROW)
        return found


def _reaction_width(line: Line, sheet: Sheet) -> int:
    """Return the width of box, words and the white after them."""
    return sheet.tenths(78) + line.width_micrometres // 100


def caption(piece: Piece, snapshot: LookbookSnapshot, width: int, *, roomy: bool) -> Caption:
    """Set a piece's caption.

    Args:
        piece: The piece.
        snapshot: Its lookbook, for language and switches.
        width: Width of the frame above.
        roomy: Whether there is room for the piece's story.
    """
    setter = _Setter(snapshot, width, Sheet(snapshot.size))
    rows = [*setter.name(piece), *setter.made_of(piece), *setter.for_client(piece)]
    if snapshot.switches.prices and piece.price:
        rows += setter.small(price_words(piece.price, snapshot.language), Ink.INK, most=1)
    if snapshot.switches.care:
        rows += setter.small(piece.care, Ink.INK3, most=2)
    if roomy:
        rows += setter.story(piece)
    reactions = setter.reactions() if snapshot.switches.reactions and not piece.owned else ()
    return Caption(tuple(rows), reactions, setter.sheet)


@dataclass(frozen=True, slots=True)
class _Setter:
    snapshot: LookbookSnapshot
    width: int
    sheet: Sheet

    @property
    def _narrow(self) -> bool:
        return self.width < self.sheet.tenths(_NARROW)

    def name(self, piece: Piece) -> list[Row]:
        """Set the name, on two lines at most."""
        size = self.sheet.points(120 if self._narrow else 140)
        setting = Setting(Style.SERIF_STRONG, size)
        first = self.sheet.tenths(71 if self._narrow else 82)
        return self._rows(piece.name, setting, first=first, then=self.sheet.tenths(52), most=2)

    def made_of(self, piece: Piece) -> list[Row]:
        """Set composition, colour and style number."""
        said = [words for words in (piece.description, piece.style_number) if words]
        return self.small(" · ".join(said), Ink.INK2, most=2)

    def for_client(self, piece: Piece) -> list[Row]:
        """Say that the client has it, or in which size it is set aside."""
        words = WORDS[self.snapshot.language]
        if piece.owned:
            return self.small(words.owned, Ink.BRONZE, most=1)
        if self.snapshot.switches.set_aside and piece.size_label:
            return self.small(words.set_aside.format(size=piece.size_label), Ink.BRONZE, most=2)
        return []

    def small(self, text: str, ink: Ink, *, most: int) -> list[Row]:
        """Set a line of small text; nothing for nothing."""
        style = Style.SANS_STRONG if ink is Ink.BRONZE else Style.SANS
        setting = Setting(style, self.sheet.points(72 if self._narrow else 76), ink)
        drop = self.sheet.tenths(42)
        return self._rows(text, setting, first=drop, then=self.sheet.tenths(34), most=most)

    def story(self, piece: Piece) -> list[Row]:
        """Set the piece's story, on four lines at most."""
        setting = Setting(Style.ITALIC, self.sheet.points(110), Ink.INK2)
        first, then = self.sheet.tenths(62), self.sheet.tenths(50)
        return self._rows(piece.story, setting, first=first, then=then, most=4)

    def reactions(self) -> tuple[tuple[Line, ...], ...]:
        """Set the words beside the boxes, on as many rows as the width asks for."""
        words = WORDS[self.snapshot.language]
        setting = Setting(Style.SANS, self.sheet.points(70), Ink.INK2)
        rows: list[list[Line]] = [[]]
        left = self.width
        for said in (words.love, words.perhaps, words.decline):
            line = set_line(said, setting, self.snapshot.language)
            taken = _reaction_width(line, self.sheet)
            if rows[-1] and taken - self.sheet.tenths(40) > left:
                rows.append([])
                left = self.width
            rows[-1].append(line)
            left -= taken
        return tuple(tuple(row) for row in rows)

    def _rows(self, text: str, setting: Setting, *, first: int, then: int, most: int) -> list[Row]:
        if not text.strip():
            return []
        lines = set_lines(text, setting, self.snapshot.language, self.width, most=most)
        return [Row(line, then if index else first) for index, line in enumerate(lines)]
