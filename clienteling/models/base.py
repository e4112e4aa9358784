"""The mapping's ground: one metadata, STRICT tables, named constraints, short column makers."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar, TypeVar

from sqlalchemy import ForeignKey, MetaData
from sqlalchemy.orm import DeclarativeBase, MappedColumn, mapped_column

from clienteling.models.types import Choice, Guid, IsoDate, Json, UtcDateTime, YesNo

E = TypeVar("E", bound=StrEnum)


class Base(DeclarativeBase):
    """Base of every table of the book."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {bool: YesNo, datetime: UtcDateTime, date: IsoDate}
    __table_args__: Any = {"sqlite_strict": True}  # noqa: RUF012 - SQLAlchemy's own spelling


def strict(*items: Any) -> tuple[Any, ...]:
    """Return ``__table_args__`` of a STRICT table with its indexes and constraints."""
    return (*items, {"sqlite_strict": True})


def id_of(target: str, *, index: bool = False, **kw: Any) -> MappedColumn[Any]:
    """Make a column that holds the id of a row of another table (``"client"``)."""
    return mapped_column(Guid, ForeignKey(f"{target}.id"), index=index, **kw)


def one_of(choices: type[E], **kw: Any) -> MappedColumn[Any]:
    """Make a column that holds one of a closed set."""
    return mapped_column(Choice(choices), **kw)


def listed(**kw: Any) -> MappedColumn[Any]:
    """Make a column that holds a small JSON list or mapping."""
    return mapped_column(Json, **kw)
