"""Compose a lookbook's pages: where everything stands, in the hand of the house."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from clienteling.reports.captions import Caption, caption
from clienteling.reports.fonts import Style
from clienteling.reports.frames import CAPTION, Sheet, frames
from clienteling.reports.letter import Letter, letter_at, set_letter
from clienteling.reports.lookbook import (
    FRAME_COUNTS,
    Client,
    Language,
    Layout,
    LookbookSnapshot,
    LookPage,
    Piece,
)
from clienteling.reports.page import Box, Ink, Operation, Page, Picture, Rect, Rule, Text
from clienteling.reports.typeset import Setting, set_line, set_lines, shorten
from clienteling.reports.words import WORDS, Words

_KEPT: Final = 256
_ROOMY: Final = frozenset({Layout.ONE, Layout.TWO, Layout.DIPTYCH})


def compose(snapshot: LookbookSnapshot) -> tuple[Page, ...]:
    """Compose all pages; a letter too long for its page goes on on a page of its own.

    Composing is quick (no picture is touched), so a change on screen composes anew.
    """
    return compose_with_starts(snapshot)[0]


def page_numbers(snapshot: LookbookSnapshot) -> tuple[int, ...]:
    """Return which composed page (from 0) each page of the snapshot begins on."""
    return compose_with_starts(snapshot)[1]


def compose_with_starts(snapshot: LookbookSnapshot) -> tuple[tuple[Page, ...], tuple[int, ...]]:
    """Compose all pages and say which one each page of the snapshot begins on."""
    pages: list[Page] = []
    starts: list[int] = []
    bare = replace(snapshot, pages=(), letter="")
    untitled = replace(bare, title="", code="")
    for look, titled, letter in _shared_out(snapshot):
        starts.append(len(pages))
        says_title = titled or look.layout is Layout.COVER
        seen = bare if says_title else untitled
        pages += _composed(seen, look, titled, len(pages) + 1, letter)
    return tuple(pages), tuple(starts)


@lru_cache(maxsize=_KEPT)
def _composed(
    snapshot: LookbookSnapshot,
    look: LookPage,
    titled: bool,  # noqa: FBT001 - part of the cache's key
    number: int,
    letter: str,
) -> tuple[Page, ...]:
    """Compose one page; while one is worked on, all the others are kept as they were."""
    return tuple(_PageComposer(snapshot, look, titled=titled, number=number).pages(letter))


def _shared_out(snapshot: LookbookSnapshot) -> list[tuple[LookPage, bool, str]]:
    """Say per page whether it bears the title, and its letter: the lookbook's or its own words."""
    found: list[tuple[LookPage, bool, str]] = []
    first = True
    for look in snapshot.pages:
        begins = first and look.layout is not Layout.COVER
        words = [snapshot.letter, look.words] if begins else [look.words]
        found.append((look, begins, "\n".join(text for text in words if text.strip())))
        first = first and not begins
    return found


@dataclass(frozen=True, slots=True)
class _PageComposer:
    """Composes one page of a snapshot."""

    snapshot: LookbookSnapshot
    look: LookPage
    titled: bool
    number: int

    @property
    def _sheet(self) -> Sheet:
        return Sheet(self.snapshot.size)

    @property
    def _words(self) -> Words:
        return WORDS[self.snapshot.language]

    def pages(self, letter: str) -> list[Page]:
        """Compose the page, and those its letter goes on on."""
        if self.look.layout is Layout.COVER:
            return [self._cover()]
        code = self.titled and self.snapshot.switches.code and bool(self.snapshot.code)
        fitted = set_letter(
            self.snapshot, letter, alone=self.look.layout is Layout.WORDS, code=code
        )
        pages = [self._page(fitted)]
        if fitted.left_over:
            alone = replace(
                self, look=LookPage(Layout.WORDS), titled=False, number=self.number + 1
            )
            pages += alone.pages(fitted.left_over)
        return pages

    def _page(self, letter: Letter) -> Page:
        operations = self._head()
        if self.titled:
            operations += self._title()
        held, found = self._frames_and_captions(letter)
        for piece, frame, words in zip(self._pieces(), held, found, strict=True):
            if piece and words:
                operations += [picture_of(piece, frame), *words.operations(frame)]
        operations += letter_at(letter, self.snapshot, self._letter_top(letter))
        operations += self._foot()  # last, as it is read last
        return Page(self.snapshot.size, tuple(operations), held, self._page_name())

    def _letter_top(self, letter: Letter) -> int:
        if self.look.layout is not Layout.WORDS:
            return self._sheet.foot - letter.height
        return self._sheet.tenths(580 if self.titled else 310)

    def _pieces(self) -> list[Piece | None]:
        count = FRAME_COUNTS[self.look.layout]
        return [*self.look.pieces, *[None] * count][:count]

    def _frames_and_captions(
        self,
        letter: Letter,
    ) -> tuple[tuple[Rect, ...], list[Caption | None]]:
        """Divide the page twice: first to learn how tall captions are, then for good."""
        area = self._sheet.area(titled=self.titled, letter_height=letter.height)
        layout, size = self.look.layout, self.snapshot.size
        held = frames(layout, size, area=area)
        for _ in range(2):
            found = self._captions(held)
            heights = [c.height if c else self._sheet.tenths(CAPTION) for c in found]
            held = frames(layout, size, area=area, captions=heights, top=self.titled)
        return held, self._captions(held)

    def _captions(self, held: Sequence[Rect]) -> list[Caption | None]:
        roomy = self.look.layout in _ROOMY
        gutter = self._sheet.tenths(50) if self.look.layout is Layout.DIPTYCH else 0
        return [
            caption(piece, self.snapshot, frame.width - gutter, roomy=roomy) if piece else None
            for piece, frame in zip(self._pieces(), held, strict=True)
        ]

    def _page_name(self) -> str:
        return (
            self.snapshot.title.strip()
            if self.titled and self.snapshot.title.strip()
            else (self._words.page.format(number=self.number))
        )

    def _head(self) -> list[Operation]:
        sheet = self._sheet
        setting = Setting(Style.SERIF, sheet.points(230))
        line = shorten(self.snapshot.house, setting, self.snapshot.language, sheet.width)
        mark = line.within(sheet.margin, sheet.width, sheet.tenths(198), "centre")
        return [mark, Rule(sheet.margin, sheet.tenths(250), sheet.width)]

    def _title(self) -> list[Operation]:
        sheet, language = self._sheet, self.snapshot.language
        title = self.snapshot.title.strip() or self._words.untitled
        operations: list[Operation] = []
        baseline = sheet.tenths(424)
        for size in (370, 300, 240):
            line = set_line(title, Setting(Style.SERIF, sheet.points(size)), language)
            if line.width_micrometres <= sheet.width * 100:
                operations.append(line.within(sheet.margin, sheet.width, baseline))
                break
        else:
            operations += self._long_title(title)
        if client := self.snapshot.client:
            setting = Setting(Style.ITALIC, sheet.points(156), Ink.INK2)
            words = composed_for(client, self.snapshot.language)
            line = shorten(words, setting, language, sheet.width)
            operations.append(line.within(sheet.margin, sheet.width, sheet.tenths(505)))
        return operations

    def _long_title(self, title: str) -> list[Operation]:
        sheet = self._sheet
        setting = Setting(Style.SERIF, sheet.points(200))
        lines = set_lines(title, setting, self.snapshot.language, sheet.width, most=2)
        return [
            line.within(sheet.margin, sheet.width, sheet.tenths(360 + 78 * index))
            for index, line in enumerate(lines)
        ]

    def _foot(self) -> list[Operation]:
        sheet, adviser = self._sheet, self.snapshot.adviser
        baseline = sheet.foot + sheet.tenths(60)
        setting = Setting(Style.SANS, sheet.points(76), Ink.INK2)
        place = [words for words in (self.snapshot.boutique, str(self.number)) if words]
        right = shorten("  ·  ".join(place), setting, self.snapshot.language, sheet.width // 2)
        said = [words for words in (adviser.name, adviser.contact) if words]
        room = sheet.width - right.width_micrometres // 100 - sheet.tenths(60)
        left = shorten(" · ".join(said), setting, self.snapshot.language, room)
        foot_left = left.within(sheet.margin, sheet.width, baseline, "left")
        return [
            Rule(sheet.margin, sheet.foot, sheet.width),
            replace(foot_left, link=_mail_link(adviser.contact)),
            right.within(sheet.margin, sheet.width, baseline, "right"),
        ]

    def _cover(self) -> Page:
        sheet = self._sheet
        held = frames(Layout.COVER, self.snapshot.size)
        piece = self._pieces()[0]
        operations: list[Operation] = [picture_of(piece, held[0])] if piece else []
        top = held[0].bottom
        operations += self._centred(self.snapshot.house, Style.SERIF, 300, top + 230, Ink.INK)
        short = sheet.tenths(240)
        operations.append(Rule((sheet.size.width - short) // 2, top + sheet.tenths(300), short))
        title = self.snapshot.title.strip() or self._words.untitled
        operations += self._centred(title, Style.SERIF, 200, top + 410, Ink.INK)
        if client := self.snapshot.client:
            words = composed_for(client, self.snapshot.language)
            operations += self._centred(words, Style.ITALIC, 150, top + 490, Ink.INK2)
        return Page(self.snapshot.size, tuple(operations), held, self._words.cover)

    def _centred(
        self, text: str, style: Style, size: int, on_a4: int, ink: Ink
    ) -> list[Operation]:
        sheet = self._sheet
        top = frames(Layout.COVER, self.snapshot.size)[0].bottom
        setting = Setting(style, sheet.points(size), ink)
        line = shorten(text, setting, self.snapshot.language, sheet.width)
        baseline = top + sheet.tenths(on_a4 - top)
        return [line.within(sheet.margin, sheet.width, baseline, "centre")]


def _mail_link(contact: str) -> str | None:
    found = re.search(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", contact)
    return f"mailto:{found.group()}" if found else None


def composed_for(client: Client, language: Language) -> str:
    """Say whom the lookbook is for, with the name in their own script beside it."""
    words = WORDS[language].composed_for.format(name=client.address or client.name)
    native = client.native_name.strip()
    return words if not native or native in words else f"{words} · {native}"


def picture_of(piece: Piece, frame: Rect) -> Picture | Box:
    """Return the operation that fills a frame with a piece's picture or monogram plate."""
    return Picture(
        piece.picture or "", frame, piece.name, piece.picture_focus, plate(piece, frame)
    )


def plate(piece: Piece, frame: Rect) -> tuple[Box | Text, ...]:
    """Compose the plate that stands for a piece without a picture: its initial on the ground."""
    ground = Box(frame, fill=Ink.GROUND)
    initial = next((c for c in piece.name.strip() if unicodedata.category(c)[0] in "LN"), "")
    if not initial:
        return (ground,)
    size = frame.width * 10 // 9
    line = set_line(initial.upper(), Setting(Style.SERIF, size, Ink.INK3), "en")
    baseline = frame.y + frame.height // 2 + size * 127 // 1080
    return (ground, line.within(frame.x, frame.width, baseline, "centre"))
