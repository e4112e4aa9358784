"""Read days and figures as people of each language type them."""

from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from clienteling.domain.errors import UserError
from clienteling.ui.locale import Words

_FIRST_YEAR = 1900


def read_day(text: str, words: Words) -> date | None:
    """Read a day: "14/3/2026", "14 March 2026", "2026-03-14"; empty is ``None``.

    Raises:
        UserError: It is no day, or one before 1900.
    """
    text = " ".join(text.split())
    if not text:
        return None
    for form in _forms(words.locale):
        found = words.locale.toDate(text, form, _FIRST_YEAR)
        if found.isValid() and found.year() >= _FIRST_YEAR:
            return date(found.year(), found.month(), found.day())
    example = words.locale.toString(QDate(2026, 3, 14), QLocale.FormatType.ShortFormat)
    raise UserError(
        QCoreApplication.translate("Form", "Write the day with its year, like {example}.").format(
            example=example
        )
    )


def read_number(text: str) -> Decimal | None:
    """Read a figure with comma or point; empty is ``None``.

    Raises:
        UserError: It is no figure.
    """
    text = text.strip()
    if not text:
        return None
    kept = "".join(sign for sign in text if not sign.isspace() and sign not in "'’")
    comma, point = kept.rfind(","), kept.rfind(".")
    if comma >= 0 and point >= 0:
        grouping = "," if point > comma else "."
        kept = kept.replace(grouping, "")
    try:
        return Decimal(kept.replace(",", "."))
    except InvalidOperation as error:
        sentence = QCoreApplication.translate("Form", "Write a figure, like 78.5.")
        raise UserError(sentence) from error


def read_amount(text: str, digits: int = 2) -> int | None:
    """Read an amount of money as minor units; empty is ``None``.

    Args:
        text: "1 250,50", "1,250.50" or "1250".
        digits: Digits after the point the currency has.

    Raises:
        UserError: It is no amount, or has more decimals than the currency.
    """
    number = read_number(_without_thousands(text, digits))
    if number is None:
        return None
    minor = number.scaleb(digits)
    if minor != minor.to_integral_value():
        sentence = QCoreApplication.translate("Form", "This currency has fewer decimals.")
        raise UserError(sentence)
    return int(minor)


def _without_thousands(text: str, digits: int) -> str:
    """Drop a lone separator followed by three digits: in an amount it parts the thousands."""
    tail = max(text.rfind(","), text.rfind("."))
    signs = text.count(",") + text.count(".")
    if digits < 3 and signs == 1 and len(text.strip()) - tail == 4:
        return text[:tail] + text[tail + 1 :]
    return text


def _forms(locale: QLocale) -> list[str]:
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    day_first = short.find("d") < short.find("M")
    middle = ["d/M/yyyy", "d.M.yyyy", "d-M-yyyy"] if day_first else ["M/d/yyyy"]
    return [
        "yyyy-MM-dd", short, "yyyy/M/d", "yyyy年M月d日", *middle, "d MMMM yyyy", "d MMM yyyy",
    ]  # fmt: skip
