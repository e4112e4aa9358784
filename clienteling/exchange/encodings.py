"""Rank the encodings the letters of a file may be in."""

import codecs
import re

from clienteling.exchange.formats import EncodingGuess

OFFERED = ("utf-8", "gb18030", "cp932", "cp1252", "utf-16", "big5", "euc_kr", "cp1250", "cp1251")
"""Encodings a person may choose by hand, whatever was guessed."""

MARK_ERRORS = "clienteling-mark"
"""Name of the error handler that keeps undecodable bytes recognisable."""

_MARK_BASE = 0xF0000
_MARKS = re.compile("[\U000f0000-\U000f00ff]")

_PRIOR = {
    "cp1252": 4.0,
    "gb18030": 3.0,
    "cp932": 3.0,
    "big5": 2.0,
    "euc_kr": 1.0,
    "euc_jp": 1.0,
    "cp1250": 1.0,
    "cp1251": 1.0,
    "mac-roman": 1.0,
}
"""How much likelier than its letters alone an encoding is in a shop's export; others are not met.

Short files leave chardet with scores of a few hundredths, where this decides.
"""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_ALIASES = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "shiftjis": "cp932",
    "cp932": "cp932",
    "windows-1252": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-15": "cp1252",
    "iso-8859-15": "cp1252",
    "cp949": "euc_kr",
    "latin-1": "cp1252",
    "ascii": "utf-8",
    "utf-8": "utf-8",
    "utf-8-sig": "utf-8-sig",
}


def rank_encodings(sample: bytes) -> tuple[EncodingGuess, ...]:
    """Rank the encodings of a sample from a file's beginning, best first; never empty.

    A byte-order mark is believed; so is text that is valid UTF-8, since other encodings hardly
    ever are by chance. Only then chardet is asked.
    """
    for mark, name in _BOMS:
        if sample.startswith(mark):
            return (EncodingGuess(name, 1.0),)
    without_mark = _utf16_without_mark(sample)
    if without_mark:
        return (EncodingGuess(without_mark, 0.95),)
    if _decodes(sample, "utf-8"):
        alike = (EncodingGuess(name, 0.1) for name in ("cp1252", "gb18030", "cp932"))
        return (EncodingGuess("utf-8", 0.99), *(() if sample.isascii() else alike))
    return _ranked_by_content(sample)


def canonical(name: str) -> str:
    """Return the codec name we use for a name a person or a detector gave.

    Raises:
        LookupError: There is no such encoding.
    """
    lowered = name.strip().lower().replace("_", "-")
    return _ALIASES.get(lowered) or _ALIASES.get(name.lower()) or codecs.lookup(lowered).name


def mark_undecodable() -> str:
    """Make the error handler known to Python and return its name.

    Bytes that the encoding does not know become characters of a private plane, so that a line with
    mixed encodings is noticed and its bytes are not lost.
    """
    codecs.register_error(MARK_ERRORS, _mark)
    return MARK_ERRORS


def has_marks(text: str) -> bool:
    """Say whether some of the text could not be decoded."""
    return not text.isascii() and _MARKS.search(text) is not None


def unmark(text: str) -> str:
    """Show undecodable bytes as Windows-1252 would, the likeliest stranger in a file."""
    if not has_marks(text):
        return text
    return "".join(_shown(letter) for letter in text)


def _shown(letter: str) -> str:
    byte = ord(letter) - _MARK_BASE
    return bytes([byte]).decode("cp1252", "replace") if 0 <= byte <= 0xFF else letter


def _mark(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(chr(_MARK_BASE + byte) for byte in wrong), error.end


def _utf16_without_mark(sample: bytes) -> str | None:
    head = sample[:4096]
    if len(head) < 4:
        return None
    odd, even = head[1::2].count(0), head[0::2].count(0)
    half = len(head) / 2
    if odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _ranked_by_content(sample: bytes) -> tuple[EncodingGuess, ...]:
    import chardet

    found = chardet.detect_all(sample[:200_000], ignore_threshold=True)
    scores: dict[str, float] = {}
    for guess in found:
        if guess["encoding"]:
            _note(scores, str(guess["encoding"]), float(guess["confidence"]), sample)
    for name in OFFERED:
        _note(scores, name, 0.001, sample)
    # Mostly UTF-8 with a few strangers: the lines that differ are reported one by one.
    scores["utf-8"] = _share_of_utf8(sample)
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return tuple(EncodingGuess(name, round(score, 3)) for name, score in ranked[:6])


def _note(scores: dict[str, float], name: str, confidence: float, sample: bytes) -> None:
    try:
        codec = canonical(name)
    except LookupError:
        return
    if codec.startswith("utf-") or not _decodes(sample, codec):
        return
    if codec in _PRIOR:
        likely = min(confidence * _PRIOR[codec], 0.98)
        scores[codec] = max(scores.get(codec, 0.0), likely)


def _share_of_utf8(sample: bytes) -> float:
    """Return how sure valid UTF-8 letters beside a few invalid ones make us.

    Other encodings hardly ever make valid UTF-8 sequences, so more right ones than wrong settle
    it.
    """
    strange = sum(byte >= 0x80 for byte in sample)
    text = sample.decode("utf-8", "replace")
    wrong = text.count("\N{REPLACEMENT CHARACTER}")
    right = sum(ord(letter) > 0x7F for letter in text) - wrong
    return 0.99 if strange and right > wrong else 0.0


def _decodes(sample: bytes, name: str) -> bool:
    decoder = codecs.getincrementaldecoder(name)()
    try:
        decoder.decode(sample)
    except (UnicodeDecodeError, UnicodeError):
        return False
    return True
