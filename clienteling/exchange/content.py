"""Tell what a column holds from its values, where its heading does not say."""

import re
from collections.abc import Callable, Sequence

from clienteling.domain.errors import UserError
from clienteling.exchange.amounts import DecimalMark, parse_decimal
from clienteling.exchange.dates import DateOrder, parse_moment
from clienteling.exchange.fields import Field, FileKind

_EMAIL = re.compile(r"['’]?[^@\s,;]+@[^@\s,;]+\.[^@\s,;]{2,}")
_PHONE = re.compile(r"['’]?(?:\+|00|0|\(|1[3-9])[\d\s().\-/]{7,20}")
_CURRENCY = re.compile(r"[A-Z]{3}")
_NAME = re.compile(r"[^\W\d_][^\d@_/\\]{0,60}")
_MONEY = re.compile(r"[^\d\s]{0,4}\s?-?[\d\s.,'’]*\d[.,]\d{2}\s?[^\d\s]{0,4}")
_CODE = re.compile(r"(?=.*\d)[\w\-./#]{3,30}")
_CURRENCIES = frozenset(
    {"EUR", "USD", "GBP", "CHF", "JPY", "CNY", "HKD", "SGD", "AED", "KRW", "CAD", "AUD", "SEK"}
    | {"NOK", "DKK", "SAR", "QAR", "KWD", "TWD", "THB", "MOP", "PLN", "RUB"}
)
_COUNTRIES = frozenset(
    {"fr", "it", "gb", "uk", "us", "cn", "jp", "de", "es", "ch", "hk", "sg", "ae", "kr", "ca"}
    | {"france", "italy", "italia", "germany", "deutschland", "japan", "china", "spain", "suisse"}
    | {"switzerland", "united kingdom", "united states", "中国", "日本", "法国", "意大利"}
)


def looks_like(values: Sequence[str], kind: FileKind) -> tuple[Field, float] | None:
    """Return what the values look like and how sure that is, 0 to 0.8; None for nothing known."""
    filled = [value.strip() for value in values if value.strip()]
    if not filled:
        return None
    for test, of_clients, of_purchases, weight in _TESTS:
        share = sum(map(test, filled)) / len(filled)
        field = of_clients if kind is FileKind.CLIENTS else of_purchases
        if share >= 0.8 and field is not None and _varies_enough(field, filled):
            return field, round(weight * share, 2)
    return None


def _varies_enough(field: Field, filled: Sequence[str]) -> bool:
    """Say whether values differ as a field's do: an id is one client's, and most names are.

    An amount that stands on every line, or a column of yes and no, is neither.
    """
    different = len(set(filled))
    if field is Field.EXTERNAL_ID:
        return different == len(filled) and not any(map(_is_money, filled))
    return field is not Field.FULL_NAME or 2 * different > len(filled)


def contradicts(field: Field, values: Sequence[str]) -> bool:
    """Say whether most values cannot be what the heading promised."""
    test = _MUST.get(field)
    filled = [value.strip() for value in values if value.strip()]
    return test is not None and sum(map(test, filled)) < len(filled) / 2


def _is_email(value: str) -> bool:
    return _EMAIL.fullmatch(value) is not None


def _is_phone(value: str) -> bool:
    return _PHONE.fullmatch(value) is not None and not _is_date(value)


def _is_date(value: str) -> bool:
    if value.isdecimal() and len(value) != 8:
        return False
    try:
        parse_moment(value, DateOrder.DAY_FIRST)
    except UserError:
        try:
            parse_moment(value, DateOrder.MONTH_FIRST)
        except UserError:
            return False
    return True


def _is_number(value: str) -> bool:
    try:
        parse_decimal(value, DecimalMark.UNKNOWN)
    except UserError:
        return False
    return True


def _is_currency(value: str) -> bool:
    return _CURRENCY.fullmatch(value) is not None and value in _CURRENCIES


def _is_country(value: str) -> bool:
    return value.casefold() in _COUNTRIES


def _is_money(value: str) -> bool:
    return _MONEY.fullmatch(value) is not None


def _is_small_count(value: str) -> bool:
    return value.lstrip("-").isdecimal() and len(value) <= 3


def _is_code(value: str) -> bool:
    return _CODE.fullmatch(value) is not None


def _is_name(value: str) -> bool:
    return _NAME.fullmatch(value) is not None


_TESTS: tuple[tuple[Callable[[str], bool], Field | None, Field | None, float], ...] = (
    (_is_email, Field.EMAIL, Field.CLIENT_EMAIL, 0.8),
    (_is_date, Field.BIRTHDAY, Field.SOLD_ON, 0.6),
    (_is_currency, None, Field.CURRENCY, 0.75),
    (_is_country, Field.COUNTRY, None, 0.7),
    (_is_phone, Field.PHONE, Field.CLIENT_PHONE, 0.7),
    (_is_money, None, Field.LINE_TOTAL, 0.6),
    (_is_small_count, None, Field.QUANTITY, 0.45),
    (_is_code, Field.EXTERNAL_ID, Field.CLIENT_REF, 0.4),
    (_is_name, Field.FULL_NAME, Field.DESCRIPTION, 0.35),
)

_MUST: dict[Field, Callable[[str], bool]] = {
    Field.EMAIL: _is_email,
    Field.CLIENT_EMAIL: _is_email,
    Field.SOLD_ON: _is_date,
    Field.LINE_TOTAL: _is_number,
    Field.UNIT_PRICE: _is_number,
    Field.DISCOUNT: _is_number,
    Field.TAX: _is_number,
    Field.QUANTITY: _is_number,
}
