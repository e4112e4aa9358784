"""Bring telephone numbers to E.164 and keep what was typed.

The rules of two hundred numbering plans come from ``phonenumbers``, the one library that this
module imports, and only when a number is looked at.
"""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote

from clienteling.domain.fold import dialled_digits

_SEVERAL = re.compile(r"\s*(?:[;,\n|]|/(?=\s*\+?\d{2})|\bor\b|\bou\b|\bo\b|或)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phone:
    """One number: as typed, and as the world dials it where that is known.

    Args:
        raw: As typed.
        e164: ``+33612345678``, or None when the number cannot be one of its region.
        region: ISO 3166-1 code of the country it belongs to, where that is known.
        national: As people of its country write it; as typed when it is not understood.
        international: As people abroad write it; as typed when it is not understood.
        digits: What search looks through.
        is_certain: Whether the number lies in a range that its country has given out.
    """

    raw: str
    e164: str | None
    region: str | None
    national: str
    international: str
    digits: str
    is_certain: bool

    @property
    def last4(self) -> str:
        """Return the last four digits, by which people ask for a client."""
        return self.digits[-4:]

    @property
    def tel_link(self) -> str | None:
        """Return the link that dials it. Source: RFC 3966."""
        return f"tel:{self.e164}" if self.e164 else None

    @property
    def masked(self) -> str:
        """Return it with all but the last two digits hidden."""
        return "•" * max(len(self.digits) - 2, 0) + self.digits[-2:]


def parse_phone(raw: str, region: str | None = None) -> Phone:
    """Read one number as it was typed or exported.

    Args:
        raw: The number, in any script's digits; an apostrophe put before it by a spreadsheet, a
            ``tel:`` and an extension are understood.
        region: ISO 3166-1 code of the country a number without a country code belongs to.

    >>> parse_phone("06 12 34 56 78", "FR").e164, parse_phone("02 1234 5678", "IT").e164
    ('+33612345678', '+390212345678')
    >>> parse_phone("call the hotel").e164 is None
    True
    """
    import phonenumbers as library

    typed = raw.strip()
    home = region.upper() if region else None
    number = None
    for spelling in _spellings(typed):
        try:
            number = library.parse(spelling, home)
        except library.NumberParseException:
            continue
        break
    if number is None or not library.is_possible_number(number):
        digits = dialled_digits(_plain(typed))
        return Phone(typed, None, home, typed, typed, digits, is_certain=False)
    formats = library.PhoneNumberFormat
    e164 = library.format_number(number, formats.E164)
    return Phone(
        typed,
        e164,
        library.region_code_for_number(number) or _region_of_code(number.country_code, home),
        library.format_number(number, formats.NATIONAL),
        library.format_number(number, formats.INTERNATIONAL),
        e164[1:],
        is_certain=library.is_valid_number(number),
    )


def split_phones(cell: str) -> tuple[str, ...]:
    """Cut a cell that holds several numbers; one number with a slash inside stays whole.

    >>> split_phones("06 12 34 56 78 / +39 02 1234567; 030/123456")
    ('06 12 34 56 78', '+39 02 1234567', '030/123456')
    """
    pieces = [piece.strip() for piece in _SEVERAL.split(cell)]
    kept: list[str] = []
    for piece in pieces:
        is_tail = kept and _count_digits(piece) < 7 and _count_digits(kept[-1]) < 6
        if is_tail:
            kept[-1] += "/" + piece
        elif piece:
            kept.append(piece)
    return tuple(kept)


def whatsapp_link(phone: Phone, text: str = "") -> str | None:
    """Return the link that opens a WhatsApp conversation, with words ready to be sent.

    >>> whatsapp_link(parse_phone("+33612345678"), "Bonjour à vous")
    'https://wa.me/33612345678?text=Bonjour%20%C3%A0%20vous'
    """
    if phone.e164 is None:
        return None
    words = f"?text={quote(text, safe='')}" if text else ""
    return f"https://wa.me/{phone.e164[1:]}{words}"


def sms_link(phone: Phone, text: str = "") -> str | None:
    """Return the link that opens a text message. Source: RFC 5724."""
    if phone.e164 is None:
        return None
    return f"sms:{phone.e164}" + (f"?body={quote(text, safe='')}" if text else "")


def _plain(text: str) -> str:
    """Write digits and signs of every width and script as ASCII."""
    narrow = unicodedata.normalize("NFKC", text)
    return "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in narrow)


def _spellings(typed: str) -> tuple[str, ...]:
    """Return the number as typed, then with the country code that 00 or nothing stood for."""
    text = re.sub(r"^(?:tel:|['’`])+", "", _plain(typed), flags=re.IGNORECASE).strip()
    text = re.sub(r"(?<=\d)\s*\(0\)\s*", " ", text) if text.startswith(("+", "00")) else text
    international = re.sub(r"^00\s*", "+", text)
    return (international, text) if international != text else (text,)


def _region_of_code(country_code: int | None, home: str | None) -> str | None:
    import phonenumbers as library

    regions = library.region_codes_for_country_code(country_code or 0)
    return home if home in regions else (regions[0] if len(regions) == 1 else None)


def _count_digits(text: str) -> int:
    return sum(map(str.isdigit, text))
