"""Set text into lines of runs: fallback faces, direction, kerning, breaking, shortening."""

import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from clienteling.reports.fonts import Style, chain, face_of, han_language, scale_of
from clienteling.reports.measure import run_width_micrometres
from clienteling.reports.page import Ink, Run, Text

ELLIPSIS: Final = "…"
_LONGEST_LINE: Final = 500  # characters; no paper here is so wide, and longer needn't be measured
_KEPT: Final = 8_192
_NOT_AT_START: Final = frozenset(
    "、。，．・：；？！）」』】〉》〕｝ー々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ”’…％"
)
_NOT_AT_END: Final = frozenset("（「『【〈《〔｛“‘")
_WIDE: Final = re.compile(
    "[\u2e80-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
_RTL_CLASSES: Final = frozenset({"R", "AL"})
_HAN_STRETCH: Final = re.compile("[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_ARABIC: Final = re.compile("[\u0600-\u06ff\u0750-\u077f]")
_PIECES: Final = re.compile(r" +|[^ ]+")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set.

    Args:
        leading_tenths_mm: From baseline to baseline.
    """

    style: Style
    size_tenths_point: int
    ink: Ink = Ink.INK
    leading_tenths_mm: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A set line: its runs in paper order, what it says, whether a paragraph ends with it."""

    runs: tuple[Run, ...]
    width_micrometres: int
    logical: str
    rtl: bool
    ink: Ink
    ends_paragraph: bool = True

    def at(self, x: int, baseline: int, *, link: str | None = None) -> Text:
        """Put the line's left end somewhere."""
        return Text(x, baseline, self.runs, self.ink, self.logical, self.width_micrometres, link)

    def within(self, x: int, width: int, baseline: int, align: str = "start") -> Text:
        """Put the line between two edges; its start is at the right in right-to-left text."""
        room = width - -(-self.width_micrometres // 100)
        side = {"start": "right" if self.rtl else "left"}.get(align, align)
        return self.at(x + {"left": 0, "right": room, "centre": room // 2}[side], baseline)


def set_line(text: str, setting: Setting, language: str, *, rtl: bool | None = None) -> Line:
    """Set a text on one line, however long.

    What was set lately is kept: a page is composed several times while it is worked on, and the
    pieces of a campaign stand in every lookbook of it.
    """
    return _set_line(text, setting, language, rtl)


@lru_cache(maxsize=_KEPT)
def _set_line(text: str, setting: Setting, language: str, rtl: bool | None) -> Line:  # noqa: FBT001 - part of the cache's key
    clean = _clean(text)
    backwards = is_rtl(clean) if rtl is None else rtl
    runs: list[Run] = []
    offset = 0
    ordered = _paper_order(clean, backwards)
    for face, characters, run_rtl in _face_runs(ordered, setting, language):
        size = setting.size_tenths_point * scale_of(face, setting.style) // 100
        runs.append(Run(face, characters, offset, size, run_rtl))
        offset += run_width_micrometres(face, characters, size)
    return Line(tuple(runs), offset, clean, backwards, setting.ink)


def set_lines(
    text: str,
    setting: Setting,
    language: str,
    width: int,
    *,
    most: int | None = None,
) -> list[Line]:
    """Break a text into lines of a width in tenths of a millimetre.

    Args:
        text: Any text; its own line ends stay.
        setting: How it is set.
        language: Language of the document, for faces and line ends.
        width: Room in tenths of a millimetre.
        most: Lines allowed; the last one ends in an ellipsis when words are left over.
    """
    return list(_set_lines(text, setting, language, width, most))


@lru_cache(maxsize=_KEPT)
def _set_lines(
    text: str,
    setting: Setting,
    language: str,
    width: int,
    most: int | None,
) -> tuple[Line, ...]:
    lines: list[Line] = []
    for paragraph in text.replace("\r\n", "\n").split("\n"):
        lines += _broken(_clean(paragraph), setting, language, width * 100)
    if most is None or len(lines) <= most:
        return tuple(lines)
    kept = lines[:most]
    rest = joined(lines[most - 1 : most + 1]).replace("\n", " ")
    return (*kept[:-1], shorten(rest, setting, language, width))


def shorten(text: str, setting: Setting, language: str, width: int) -> Line:
    """Set a text on one line of a width, ending in an ellipsis where it is too long."""
    text = text[:_LONGEST_LINE]
    line = set_line(text, setting, language)
    low, high = 0, len(text)
    if line.width_micrometres <= width * 100:
        return line
    while low < high:
        middle = (low + high + 1) // 2
        line = set_line(text[:middle].rstrip() + ELLIPSIS, setting, language)
        low, high = (middle, high) if line.width_micrometres <= width * 100 else (low, middle - 1)
    return set_line(text[:low].rstrip() + ELLIPSIS, setting, language)


def joined(lines: Sequence[Line]) -> str:
    """Put broken lines together again, to be set elsewhere."""
    text = ""
    for line in lines:
        spaced = line.logical and not (_WIDE.match(line.logical[-1]) or line.logical[-1] in "-–—")
        text += line.logical + ("\n" if line.ends_paragraph else " " if spaced else "")
    return text.strip()


def is_rtl(text: str) -> bool:
    """Say whether a text's first strong character is written from right to left."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in _RTL_CLASSES:
            return True
        if kind == "L":
            return False
    return False


def _clean(text: str) -> str:
    """Compose accents and drop what can't be drawn: controls, variation marks, joiners."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text.replace("\t", " "))
    return "".join(
        c
        for c in composed
        if unicodedata.category(c) not in {"Cc", "Cf", "Cs"} and not _is_variation(c)
    )


def _is_variation(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U0001f3fb" <= character <= "\U0001f3ff"


def _paper_order(text: str, rtl: bool) -> str:  # noqa: FBT001 - a direction
    """Join Arabic letters and turn right-to-left words, so that left is first."""
    if text.isascii() or not any(unicodedata.bidirectional(c) in _RTL_CLASSES for c in text):
        return text
    from bidi import get_display  # type: ignore[import-untyped]  # it ships no types

    if _ARABIC.search(text):
        from arabic_reshaper import reshape

        text = reshape(text)
    return str(get_display(text, base_dir="R" if rtl else "L"))


def _face_runs(text: str, setting: Setting, language: str) -> Iterator[tuple[str, str, bool]]:
    """Yield stretches of one face and direction: (face, characters, right to left)."""
    if text.isascii():
        if text:
            yield chain(setting.style, "zh-Hans")[0], text, False
        return
    faces = _faces(text, setting.style, language)
    rtl = [unicodedata.bidirectional(character) in _RTL_CLASSES for character in text]
    keyed = zip(faces, rtl, text, strict=True)
    for (face, backwards), group in itertools.groupby(keyed, key=lambda k: (k[0], k[1])):
        yield face, "".join(character for _, _, character in group), backwards


def _faces(text: str, style: Style, language: str) -> list[str]:
    """Return the face of each character; every stretch of Han keeps to one national form."""
    east_asian = language.startswith(("zh", "ja"))
    beside = f" {text} "
    plain = han_language("", language)
    forms = [plain] * len(text)
    for stretch in _HAN_STRETCH.finditer(text):
        found = han_language(stretch.group(), language)
        forms[stretch.start() : stretch.end()] = [found] * len(stretch.group())
    return [
        face_of(
            character,
            style,
            form,
            full_width=east_asian and _WIDE.search(beside[at : at + 3]) is not None,
        )
        for at, (character, form) in enumerate(zip(text, forms, strict=True))
    ]


def _broken(text: str, setting: Setting, language: str, width_micrometres: int) -> Iterator[Line]:
    """Yield the lines of one paragraph; atoms are measured one by one, lines set only once."""
    rtl = is_rtl(text)
    line, taken = "", 0
    for atom in _atoms(text):
        width = set_line(atom, setting, language).width_micrometres
        if line and not atom.isspace() and taken + width > width_micrometres:
            yield _carried_on(line.rstrip(" "), setting, language, rtl=rtl)
            line, taken = "", 0
        line, taken = line + atom, taken + width
        while taken > width_micrometres and len(line.rstrip(" ")) > 1:
            kept = _longest_that_fits(line, setting, language, width_micrometres)
            if kept >= len(line.rstrip(" ")):
                break
            yield _carried_on(line[:kept], setting, language, rtl=rtl)
            line = line[kept:]
            taken = set_line(line[:_LONGEST_LINE], setting, language).width_micrometres
    yield set_line(line.rstrip(" "), setting, language, rtl=rtl)


def _carried_on(text: str, setting: Setting, language: str, *, rtl: bool) -> Line:
    return replace(set_line(text, setting, language, rtl=rtl), ends_paragraph=False)


def _longest_that_fits(text: str, setting: Setting, language: str, width_micrometres: int) -> int:
    """Return how many of a text's characters fit; one at least."""
    low, high = 1, min(len(text), _LONGEST_LINE)
    while low < high:
        middle = (low + high + 1) // 2
        width = set_line(text[:middle].rstrip(" "), setting, language).width_micrometres
        low, high = (middle, high) if width <= width_micrometres else (low, middle - 1)
    return low


def _atoms(text: str) -> Iterator[str]:
    """Yield the parts of a text between which a line may end (kinsoku for Chinese, Japanese)."""
    for piece in _PIECES.findall(text):
        if not _WIDE.search(piece):
            yield from re.findall(r"[^-–—]+[-–—]*|[-–—]+", piece)
            continue
        atom = ""
        for character in piece:
            if atom and _may_break(atom[-1], character):
                yield atom
                atom = ""
            atom += character
        yield atom


def _may_break(left: str, right: str) -> bool:
    if right in _NOT_AT_START or left in _NOT_AT_END:
        return False
    return bool(_WIDE.match(left) or _WIDE.match(right))
