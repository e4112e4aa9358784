"""Column types of the book; each fits a STRICT SQLite table and gives Python its own value back.

STRICT tables take only INTEGER, TEXT and BLOB, and SQLAlchemy's own Date, Boolean and Enum render
names that they refuse; its DateTime also drops the zone. So every column uses one of these. Each
brings its own ``result_processor``: a decorator's general one costs a call more for every value.
"""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import Integer, LargeBinary, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

E = TypeVar("E", bound=StrEnum)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def to_milliseconds(moment: datetime) -> int:
    """Return milliseconds since 1970 of a moment that has a zone.

    Raises:
        ValueError: the moment has no zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone")
    return (moment - _EPOCH) // _MILLISECOND


def from_milliseconds(value: int) -> datetime:
    """Return the UTC moment of milliseconds since 1970."""
    return _EPOCH + value * _MILLISECOND


class Guid(TypeDecorator[str]):
    """An id: 32 hex digits in Python, 16 bytes in the book."""

    impl = LargeBinary
    cache_ok = True

    @override
    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else bytes.fromhex(value)

    @override
    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else value.hex()

    @override
    def bind_processor(self, dialect: Dialect) -> Callable[[str | None], bytes | None]:
        # LargeBinary's own processor wraps each value in dbapi.Binary, which sqlcipher3 needn't.
        return lambda value: None if value is None else bytes.fromhex(value)

    @override
    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[bytes | None], str | None]:
        return lambda value: None if value is None else value.hex()


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: a UTC datetime in Python, integer milliseconds since 1970 in the book."""

    impl = Integer
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else to_milliseconds(value)

    @override
    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[int | None], datetime | None]:
        return _moment


class IsoDate(TypeDecorator[date]):
    """A day: ``datetime.date`` in Python, ISO 8601 text in the book."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    @override
    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[str | None], date | None]:
        return _day


class YesNo(TypeDecorator[bool]):
    """A yes or no: ``bool`` in Python, 0 or 1 in the book."""

    impl = Integer
    cache_ok = True

    @override
    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    @override
    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[int | None], bool | None]:
        return _yes_no


class Json(TypeDecorator[Any]):
    """A small list or mapping: JSON text in the book, keys sorted so that equal is equal."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], Any]:
        return _json


def _unknown(choices: type[E], value: str) -> E:
    one = str.__new__(choices, value)
    one._name_, one._value_ = "UNKNOWN", value
    return one


class Choice(TypeDecorator[E], Generic[E]):
    """One of a closed set: a ``StrEnum`` in Python, its value as text in the book.

    A value this program does not know (a foreign tool wrote it; sync holds back what a newer till
    wrote) comes back as a member that equals none of the set, so that the rest of the row can be
    read. It cannot be written, and stays as it is when the row is.
    """

    impl = Text
    cache_ok = True

    def __init__(self, choices: type[E]) -> None:
        super().__init__()
        self.choices = choices

    @override
    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        return None if value is None else self.choices(value).value

    @override
    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[str | None], E | None]:
        known = {one.value: one for one in self.choices}

        def choice(value: str | None) -> E | None:
            return None if value is None else known.get(value) or _unknown(self.choices, value)

        return choice


def _moment(value: int | None) -> datetime | None:
    return None if value is None else from_milliseconds(value)


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _yes_no(value: int | None) -> bool | None:
    return None if value is None else bool(value)


def _json(value: str | None) -> Any:
    return None if value is None else json.loads(value)
