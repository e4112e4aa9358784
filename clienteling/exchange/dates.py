"""Read dates as people and programs write them, day-first or month-first by the whole column."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from clienteling.domain.errors import UserError

_SEPARATED = re.compile(
    r"(\d{1,2})\s*([./\- ])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?!\d)(.*)", re.DOTALL
)
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?(.*)", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(.*)", re.DOTALL)
_DAY_WORD = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s\-/]+(?:de\s+)?([^\W\d]+)\.?(.*)", re.DOTALL
)
_WORD_DAY = re.compile(r"([^\W\d]+)\.?[\s\-]+(\d{1,2})(?:st|nd|rd|th)?(.*)", re.DOTALL)
_YEAR_TAIL = re.compile(r"[\s,\-/]*(?:de\s+|of\s+)?(\d{4}|'?\d{2})(?!\d|:)(.*)", re.DOTALL)
_NO_YEAR = re.compile(
    r"--(\d{2})-?(\d{2})?|(\d{1,2})[./\-](\d{1,2})[./\-]?|(\d{1,2})月(\d{1,2})日"
)
_TIME = re.compile(
    r"[T,\s]*(?:(\d{1,2})[:h.时時](\d{2})?(?:[:.分](\d{2}))?(?:[.,]\d+)?\s*"
    r"([AaPp]\.?[Mm]\.?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?",
)
_SERIAL = re.compile(r"(\d{5})(?:\.(\d+))?")
_EXCEL_DAY_ZERO = date(1899, 12, 30)
"""Day 0 of a spreadsheet's serial dates (Excel's 1900 system, after 28 February 1900)."""

_UNKNOWN_YEARS = frozenset({1604, 1800, 1900})
"""Years that address books write where none is known (Apple 1604, others the rest)."""

_MONTHS = (
    "january jan janvier janv gennaio genn gen januar enero ene",
    "february feb fevrier fevr febbraio febbr februar febrero",
    "march mar mars marzo marz maerz",
    "april apr avril avr aprile abril abr",
    "may mai maggio magg mag mayo",
    "june jun juin giugno giu juni junio",
    "july jul juillet juil luglio lug juli julio",
    "august aug aout agosto ago",
    "september sep sept septembre settembre sett set septiembre",
    "october oct octobre ottobre ott oktober okt octubre",
    "november nov novembre noviembre",
    "december dec decembre dicembre dic dezember dez diciembre",
)


class DateOrder(StrEnum):
    """In which order a column writes day and month."""

    CLEAR = "clear"
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    AMBIGUOUS = "ambiguous"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, with the time and the offset from UTC that the file says, where it says them."""

    day: date
    clock: time | None = None
    offset: timedelta | None = None


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day to remember, of which the year may be unknown."""

    month: int
    day: int | None
    year: int | None


@dataclass(slots=True)
class OrderSurvey:
    """Gathers what a column's dates say of their order; feed it every value of the file."""

    day_first: bool = False
    month_first: bool = False
    open: bool = False
    dotted: bool = False

    def add(self, texts: Iterable[str]) -> None:
        """Look at some values of the column; what is no date is passed over."""
        for text in texts:
            found = _SEPARATED.fullmatch(text.strip())
            if found:
                self._weigh(int(found[1]), int(found[3]), found[2])

    def _weigh(self, first: int, second: int, mark: str) -> None:
        if first > 12 >= second:
            self.day_first = True
        elif second > 12 >= first:
            self.month_first = True
        elif first != second:
            self.open = True
            self.dotted |= mark == "."

    def order(self) -> DateOrder:
        """Return the column's order; dots alone are enough for day-first, slashes are not."""
        match (self.day_first, self.month_first):
            case (True, True):
                return DateOrder.MIXED
            case (True, False):
                return DateOrder.DAY_FIRST
            case (False, True):
                return DateOrder.MONTH_FIRST
            case _ if not self.open:
                return DateOrder.CLEAR
            case _:
                return DateOrder.DAY_FIRST if self.dotted else DateOrder.AMBIGUOUS


def order_of(texts: Iterable[str]) -> DateOrder:
    """Return the order of day and month in a column's values.

    >>> order_of(["03/04/2024", "25/12/2023"]), order_of(["03/04/2024"])
    (<DateOrder.DAY_FIRST: 'day_first'>, <DateOrder.AMBIGUOUS: 'ambiguous'>)
    """
    survey = OrderSurvey()
    survey.add(texts)
    return survey.order()


def parse_moment(text: str, order: DateOrder) -> Moment:
    """Read a day with its time, if it has one.

    Raises:
        UserError: It is no date, or no such day exists.

    >>> parse_moment("1/2/2024 3:30 pm", DateOrder.MONTH_FIRST)
    Moment(day=datetime.date(2024, 1, 2), clock=datetime.time(15, 30), offset=None)
    """
    stripped = text.strip()
    if len(stripped) in (10, 19) and stripped[4:5] == "-":
        try:
            whole = datetime.fromisoformat(stripped)
        except ValueError:
            pass
        else:
            return Moment(whole.date(), whole.time() if len(stripped) == 19 else None)
    parts = _day_parts(stripped, order)
    if parts is None:
        raise UserError("this is not a date")
    (year, month, day), rest = parts
    clock, offset = _time_of(rest)
    return Moment(_existing(year, month, day), clock, offset)


def parse_birthday(text: str, order: DateOrder) -> PartialDate | None:
    """Read a day whose year may be unknown; None for the placeholders programs write.

    Raises:
        UserError: It is no day of a year.

    >>> parse_birthday("--04-07", DateOrder.CLEAR)
    PartialDate(month=4, day=7, year=None)
    """
    stripped = text.strip()
    parts = _day_parts(stripped, order)
    if parts is None:
        return _without_year(stripped, order)
    year, month, day = parts[0]
    if (month, day) == (1, 1) and year in _UNKNOWN_YEARS:
        return None
    _existing(year, month, day)
    return PartialDate(month, day, None if year in _UNKNOWN_YEARS else year)


def _day_parts(text: str, order: DateOrder) -> tuple[tuple[int, int, int], str] | None:
    if found := _YEAR_FIRST.fullmatch(text):
        return (int(found[1]), int(found[2]), int(found[3])), found[4]
    if found := _SEPARATED.fullmatch(text):
        first, second, year = int(found[1]), int(found[3]), _full_year(found[4])
        is_told = order in (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)
        if not is_told and first != second and max(first, second) <= 12:
            raise UserError("this can be read day first or month first")
        month_first = order is DateOrder.MONTH_FIRST or (second > 12 >= first)
        if first > 12 >= second:
            month_first = False
        day, month = (second, first) if month_first else (first, second)
        return (year, month, day), found[5]
    if found := _COMPACT.fullmatch(text):
        clock = ":".join(part for part in found.groups()[3:6] if part)
        return (int(found[1]), int(found[2]), int(found[3])), f" {clock}{found[7]}"
    return _worded(text) or _serial(text)


def _worded(text: str) -> tuple[tuple[int, int, int], str] | None:
    parts = _month_and_day(text)
    tail = parts and _YEAR_TAIL.fullmatch(parts[2])
    if not parts or not tail:
        return None
    return (_full_year(tail[1].lstrip("'")), parts[0], parts[1]), tail[2]


def _month_and_day(text: str) -> tuple[int, int, str] | None:
    if found := _DAY_WORD.fullmatch(text):
        day, word, rest = found[1], found[2], found[3]
    elif found := _WORD_DAY.fullmatch(text):
        word, day, rest = found[1], found[2], found[3]
    else:
        return None
    month = _month(word)
    return None if month is None else (month, int(day), rest)


def _month(word: str) -> int | None:
    from clienteling.exchange.headings import fold_heading

    folded = fold_heading(word)
    return next((n for n, names in enumerate(_MONTHS, 1) if folded in names.split()), None)


def _serial(text: str) -> tuple[tuple[int, int, int], str] | None:
    """Read a spreadsheet's own number of a day, between 1927 and 2082."""
    found = _SERIAL.fullmatch(text)
    if not found or not 10_000 <= int(found[1]) <= 66_666:
        return None
    day = _EXCEL_DAY_ZERO + timedelta(days=int(found[1]))
    seconds = round(float(f"0.{found[2]}") * 86_400) if found[2] else 0
    clock = f" {seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}" if seconds else ""
    return (day.year, day.month, day.day), clock


def _without_year(text: str, order: DateOrder) -> PartialDate:
    found = _NO_YEAR.fullmatch(text)
    if found and found[1]:
        return _checked_partial(int(found[1]), int(found[2]) if found[2] else None)
    if found and found[5]:
        return _checked_partial(int(found[5]), int(found[6]))
    if found:
        first, second = int(found[3]), int(found[4])
        month_first = second > 12 or (order is DateOrder.MONTH_FIRST and first <= 12)
        return _checked_partial(*((first, second) if month_first else (second, first)))
    worded = _month_and_day(text)
    if worded and not worded[2].strip(" .,"):
        return _checked_partial(worded[0], worded[1])
    raise UserError("this is not a day of a year")


def _checked_partial(month: int, day: int | None) -> PartialDate:
    _existing(2000, month, day or 1)
    return PartialDate(month, day, None)


def _time_of(text: str) -> tuple[time | None, timedelta | None]:
    found = _TIME.fullmatch(text.strip())
    if not found:
        raise UserError("this is not a date with a time")
    offset = _offset(found[5])
    if not found[1]:
        return None, offset
    hour, half = int(found[1]), (found[4] or "").lower().replace(".", "")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return time(hour, int(found[2] or 0), int(found[3] or 0)), offset
    except ValueError as error:
        raise UserError("there is no such time of day") from error


def _offset(words: str | None) -> timedelta | None:
    if not words:
        return None
    if words[0] not in "+-":
        return timedelta(0)
    minutes = int(words[1:3]) * 60 + int(words[-2:])
    return timedelta(minutes=-minutes if words[0] == "-" else minutes)


def _full_year(digits: str) -> int:
    # Two digits: to 68 this century, from 69 the last, as POSIX strptime has it.
    year = int(digits)
    if len(digits) > 2:
        return year
    return 2000 + year if year < 69 else 1900 + year


def _existing(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise UserError("there is no such day") from error
