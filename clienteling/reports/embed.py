"""Embed the glyphs a document uses, and what they mean, as one subset per face.

ReportLab cuts a face into subsets of 256 characters, writes characters beyond U+FFFF as others
and knows neither lining figures nor kerning; a composite font (Identity-H) with our own subset
does all of that in one object. Source: ISO 32000-1 §9.7, OpenType 1.9.
"""

import struct
import unicodedata
from typing import Any, Final

from clienteling.reports.fonts import FACES, face_file
from clienteling.reports.measure import glyphs_of, kerns_of
from clienteling.reports.truetype import TrueTypeFile

_COPIED: Final = ("cvt ", "fpgm", "prep")
_MORE, _WORDS, _SCALE, _XY_SCALE, _TWO_BY_TWO = 0x20, 0x01, 0x08, 0x40, 0x80
_SYMBOLIC: Final = 4


class EmbeddedFace:
    """One face of one document: hands out character codes as text is drawn.

    Args:
        key: The face's key in ``FACES``.
        name: What the document's pages call it: "F1".
    """

    def __init__(self, key: str, name: str) -> None:
        self.key, self.name = key, name
        self._file = face_file(key)
        self._codes: dict[tuple[int, str], int] = {}
        self._glyphs: list[int] = [0]
        self._meanings: list[str] = [""]

    def shown(self, text: str) -> str:
        """Return the operand of ``TJ`` that draws a text with its kerning."""
        glyphs = glyphs_of(self.key, text)
        codes = [self._code(g, c) for g, c in zip(glyphs, text, strict=True)]
        parts: list[str] = []
        for code, kern in zip(codes, [*kerns_of(self.key, glyphs), 0], strict=True):
            parts.append(f"{code:04X}")
            if kern:
                parts.append(f">{-kern * 1000 // self._file.units_per_em}<")
        return f"[<{''.join(parts)}>]".replace("<>", "")

    def add_to(self, document: Any) -> Any:
        """Add font, descendant, program and meanings to a document; return the font's reference.

        Args:
            document: A ``reportlab.pdfbase.pdfdoc.PDFDocument``.
        """
        from reportlab.pdfbase import pdfdoc

        name = pdfdoc.PDFName(f"{_tag(self.name)}+{self.key}")
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    },
                ),
                "FontDescriptor": self._descriptor(document, name),
                "W": pdfdoc.PDFArray([0, pdfdoc.PDFArray(self._widths())]),
                "CIDToGIDMap": pdfdoc.PDFName("Identity"),
            },
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": name,
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(_stream(_meanings(self._meanings).encode())),
            },
        )
        return document.Reference(font, f"font:{self.name}")

    def _code(self, glyph: int, character: str) -> int:
        meaning = _meaning(character)
        found = self._codes.get((glyph, meaning))
        if found is None:
            found = self._codes[glyph, meaning] = len(self._glyphs)
            self._glyphs.append(glyph)
            self._meanings.append(meaning)
        return found

    def _thousandths(self, units: int) -> int:
        return round(units * 1000 / self._file.units_per_em)

    def _widths(self) -> list[int]:
        return [self._thousandths(self._file.advance(glyph)) for glyph in self._glyphs]

    def _descriptor(self, document: Any, name: Any) -> Any:
        from reportlab.pdfbase import pdfdoc

        program = subset(self._file, self._glyphs)
        stream = _stream(program)
        stream.dictionary["Length1"] = len(program)
        ascent = self._thousandths(self._file.ascent)
        return document.Reference(
            pdfdoc.PDFDictionary(
                {
                    "Type": pdfdoc.PDFName("FontDescriptor"),
                    "FontName": name,
                    "Flags": _SYMBOLIC,
                    "FontBBox": pdfdoc.PDFArray([self._thousandths(u) for u in self._file.box]),
                    "ItalicAngle": -12 if FACES[self.key].italic else 0,
                    "Ascent": ascent,
                    "Descent": self._thousandths(self._file.descent),
                    "CapHeight": ascent * 7 // 10,
                    "StemV": 80,
                    "FontFile2": document.Reference(stream),
                },
            ),
        )


def subset(file: TrueTypeFile, glyphs: list[int]) -> bytes:
    """Write a TrueType program with just these glyphs, in this order, and their components."""
    order = list(glyphs)
    place = {glyph: at for at, glyph in reversed(list(enumerate(order)))}
    outlines: list[bytes] = []
    at = 0
    while at < len(order):
        outlines.append(_with_components(file.outline(order[at]), order, place))
        at += 1
    tables = {tag: file.table_bytes(tag) for tag in _COPIED if file.table_bytes(tag)}
    tables |= _metrics(file, order) | _outlines(outlines)
    head = bytearray(file.table_bytes("head"))
    struct.pack_into(">L", head, 8, 0)
    struct.pack_into(">H", head, 50, 1)
    return _assembled(tables | {"head": bytes(head)})


def _with_components(outline: bytes, order: list[int], place: dict[int, int]) -> bytes:
    """Point a composite glyph at its components' new places, adding those not there yet."""
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return outline
    changed = bytearray(outline)
    at, more = 10, True
    while more:
        flags, component = struct.unpack_from(">2H", changed, at)
        if component not in place:
            place[component] = len(order)
            order.append(component)
        struct.pack_into(">H", changed, at + 2, place[component])
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _XY_SCALE else 8 if flags & _TWO_BY_TWO else 0
        more = bool(flags & _MORE)
    return bytes(changed)


def _metrics(file: TrueTypeFile, order: list[int]) -> dict[str, bytes]:
    hhea, maxp = bytearray(file.table_bytes("hhea")), bytearray(file.table_bytes("maxp"))
    struct.pack_into(">H", hhea, 34, len(order))
    struct.pack_into(">H", maxp, 4, len(order))
    widths = [struct.pack(">Hh", file.advance(g), file.bearing(g)) for g in order]
    return {"hhea": bytes(hhea), "maxp": bytes(maxp), "hmtx": b"".join(widths)}


def _outlines(outlines: list[bytes]) -> dict[str, bytes]:
    offsets, data = [0], bytearray()
    for outline in outlines:
        data += outline + bytes(-len(outline) % 4)
        offsets.append(len(data))
    return {"glyf": bytes(data), "loca": struct.pack(f">{len(offsets)}L", *offsets)}


def _assembled(tables: dict[str, bytes]) -> bytes:
    """Lay out a font file: directory, then tables on multiples of four bytes."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = struct.pack(
        ">4s4H", b"\0\1\0\0", count, power * 16, count.bit_length() - 1, (count - power) * 16
    )
    body, directory, start = bytearray(), bytearray(), 12 + 16 * count
    for tag in sorted(tables):
        table = tables[tag]
        directory += struct.pack(
            ">4s3L", tag.encode(), _checksum(table), start + len(body), len(table)
        )
        body += table + bytes(-len(table) % 4)
    return head + bytes(directory) + bytes(body)


def _checksum(table: bytes) -> int:
    padded = table + bytes(-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF


def _meaning(character: str) -> str:
    """Return what a glyph reads as: a joined Arabic form reads as its letters.

    The letters of a ligature are given in paper order, from left to right, because Poppler and
    PDFium alike turn every right-to-left stretch round letter by letter when they read it.
    """
    if "\ufb1d" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufefc":
        return unicodedata.normalize("NFKC", character)[::-1]
    return character


def _meanings(meanings: list[str]) -> str:
    rows = [
        f"<{code:04X}> <{meaning.encode('utf-16-be').hex().upper()}>"
        for code, meaning in enumerate(meanings)
        if meaning
    ]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    listed = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{listed}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )


def _stream(content: bytes) -> Any:
    from reportlab.pdfbase import pdfdoc

    return pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])


def _tag(name: str) -> str:
    """Return the six letters that mark a subset, different for each face of a document."""
    number = int(name[1:])
    return "".join(chr(ord("A") + number // 26**place % 26) for place in range(6))
