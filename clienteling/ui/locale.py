"""Dates, times, money and numbers as the window's language writes them.

Source: the design's section 12, "Words". Everything goes through ``QLocale``, so no screen holds a
format of its own. Amounts come as integer minor units.
"""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

_LOCALES = {
    "en": "en_GB",
    "fr": "fr_FR",
    "it": "it_IT",
    "zh-Hans": "zh_CN",
    "zh-Hant": "zh_TW",
    "ja": "ja_JP",
}
_NEAR_DAYS = 14
_WITHOUT_DECIMALS_FROM = 1000
_LAST_DIGITS = 4
_NO_BREAK = "\u00a0"
_THIN_NO_BREAK = "\u202f"
_MINOR_DIGITS = {"JPY": 0, "KRW": 0, "VND": 0, "CLP": 0, "ISK": 0, "KWD": 3, "BHD": 3, "JOD": 3}
"""Digits after the point where they aren't two. Source: ISO 4217, List One."""


def listed(parts: Iterable[str | None]) -> str:
    """Write things of a list one after another; those that are empty are left out."""
    comma = QCoreApplication.translate("Words", ", ", "between the things of a list")
    return comma.join(part for part in parts if part)


def in_a_row(sentences: Iterable[str]) -> str:
    """Write whole sentences one after another; Chinese leaves no space between them."""
    space = QCoreApplication.translate("Words", " ", "between two sentences")
    return space.join(one for one in sentences if one)


class Words:
    """Writes values in a language and a time zone.

    Args:
        language: Of the window: en, fr, it, zh-Hans, zh-Hant or ja.
        zone: IANA time zone of the boutique.
    """

    def __init__(self, language: str = "en", zone: str = "UTC") -> None:
        self._locale = QLocale(_LOCALES.get(language, "en_GB"))
        self._zone = ZoneInfo(zone)
        self._language = language

    @property
    def locale(self) -> QLocale:
        """Qt's own locale, for what has no word here."""
        return self._locale

    def day(self, day: date, today: date) -> str:
        """Write a day: with its weekday when near, with its year when far.

        >>> Words("en").day(date(2026, 3, 14), date(2026, 3, 12))
        'Saturday 14 March'
        """
        if abs((day - today).days) <= _NEAR_DAYS:
            return self._locale.toString(_qdate(day), self._pattern("weekday"))
        pattern = "day" if day.year == today.year else "year"
        return self._locale.toString(_qdate(day), self._pattern(pattern))

    def short_day(self, day: date, today: date) -> str:
        """Write a day in little room: "3 Mar", or "3 Mar 2024" of another year."""
        pattern = "short" if day.year == today.year else "short_year"
        return self._locale.toString(_qdate(day), self._pattern(pattern))

    def month_day(self, month: int, day: int) -> str:
        """Write a day of every year: "21 March"."""
        leap = date(2024, month, day)
        return self._locale.toString(_qdate(leap), self._pattern("day"))

    def long_day(self, day: date) -> str:
        """Write a whole date: "3 March 2026"."""
        return self._locale.toString(_qdate(day), self._pattern("year"))

    def pill(self, day: date) -> tuple[str, str]:
        """Return the figure and the month of a date pill."""
        month = self._locale.toString(_qdate(day), self._pattern("month"))
        return str(day.day), month.removesuffix(".")

    def relative(self, day: date, today: date) -> str:
        """Write how far a day is: "today", "in 9 days", "3 days ago"; a date beyond 14 days."""
        days = (day - today).days
        if abs(days) > _NEAR_DAYS:
            return self.day(day, today)
        words = {
            0: QCoreApplication.translate("Words", "today"),
            1: QCoreApplication.translate("Words", "tomorrow"),
            -1: QCoreApplication.translate("Words", "yesterday"),
        }
        if days in words:
            return words[days]
        if days > 0:
            template = QCoreApplication.translate("Words", "in {count} days")
        else:
            template = QCoreApplication.translate("Words", "{count} days ago")
        return template.format(count=abs(days))

    def time(self, moment: datetime) -> str:
        """Write the time of a moment in the boutique's zone, in 24 hours: "14:30"."""
        local = moment.astimezone(self._zone)
        return self._locale.toString(QTime(local.hour, local.minute), "HH:mm")

    def local_day(self, moment: datetime) -> date:
        """Return the boutique's day of a moment."""
        return moment.astimezone(self._zone).date()

    def moment(self, moment: datetime, today: date) -> str:
        """Write a moment: "today, 10:18", else the day alone."""
        day = self.local_day(moment)
        if day == today:
            return self.joined(self.relative(day, today), self.time(moment))
        return self.day(day, today)

    def joined(self, day: str, time: str) -> str:
        """Write a day's words and a time together: "today, 10:18"."""
        template = QCoreApplication.translate("Words", "{day}, {time}")
        return template.format(day=day, time=time)

    def money(self, minor: int, currency: str) -> str:
        """Write an amount of minor units; decimals only below 1,000, and only if there are any.

        >>> Words("en").money(4826000, "EUR")
        '€48,260'
        """
        digits = _MINOR_DIGITS.get(currency, 2)
        scale = 10**digits
        whole = minor % scale == 0 or abs(minor) >= _WITHOUT_DECIMALS_FROM * scale
        places = 0 if whole else digits
        symbol = _symbol(self._locale, currency)
        words = self._locale.toCurrencyString(abs(minor) / scale, symbol, places)
        if symbol[-1].isalpha() and words.startswith(symbol):
            words = f"{symbol}{_NO_BREAK}{words.removeprefix(symbol).lstrip()}"
        return f"−{words}" if minor < 0 else words

    def number(self, value: float, decimals: int = 0) -> str:
        """Write a number with the language's separators."""
        return self._locale.toString(float(value), "f", decimals)

    def percent(self, share: float, decimals: int = 0) -> str:
        """Write a share of one as per cent."""
        number = self.number(share * 100, decimals)
        between = _THIN_NO_BREAK if self._language == "fr" else ""
        return f"{number}{between}%"

    def length(self, tenths_mm: int) -> str:
        """Write a length in centimetres with one decimal: 785 mm is "78.5"."""
        return self.number(tenths_mm / 100, 1)

    def phone_in_list(self, number: str) -> str:
        """Write a telephone number as lists show it: country and last four digits.

        >>> Words("en").phone_in_list("+39 02 1234 4471")
        '+39 ··· 4471'
        """
        digits = [sign for sign in number if sign.isdigit()]
        if len(digits) <= _LAST_DIGITS:
            return number
        first = number.split(maxsplit=1)[0] if number.startswith("+") and " " in number else ""
        return f"{first} ··· {''.join(digits[-_LAST_DIGITS:])}".strip()

    def _pattern(self, kind: str) -> str:
        return _PATTERNS.get(self._language, _EUROPEAN)[kind]


_EUROPEAN = {
    "weekday": "dddd d MMMM",
    "day": "d MMMM",
    "year": "d MMMM yyyy",
    "short": "d MMM",
    "short_year": "d MMM yyyy",
    "month": "MMM",
}
_HAN = {
    "weekday": "M月d日 dddd",
    "day": "M月d日",
    "year": "yyyy年M月d日",
    "short": "M月d日",
    "short_year": "yyyy年M月d日",
    "month": "M月",
}
_PATTERNS = {"zh-Hans": _HAN, "zh-Hant": _HAN, "ja": _HAN}


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _symbol(locale: QLocale, currency: str) -> str:
    """Return the symbol people know; a code where the sign would be ambiguous."""
    if locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode) == currency:
        return locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencySymbol)
    signs = {"EUR": "€", "GBP": "£", "JPY": "¥", "USD": "$", "CHF": "CHF", "CNY": "CN¥"}
    return signs.get(currency, currency)
