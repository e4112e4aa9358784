"""Records in words: whose a record is, what it is about, who a person is, what a value says."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from clienteling.bootstrap.syncing import words
from clienteling.domain.ids import Id, is_id
from clienteling.domain.money import Money
from clienteling.domain.sizes import Size, SizeCategory, SizeSystem, display_size
from clienteling.models.types import Choice, UtcDateTime, YesNo
from clienteling.queries.people import people
from clienteling.storage.capture import DELETE, INSERT, UPDATE
from clienteling.storage.derived import driver_connection
from clienteling.sync.merge import REMOVED
from clienteling.sync.registry import Value, kinds
from clienteling.sync.scopes import row_values

#: What a record is recognised by: the first of these that it has and that is not empty.
_SPEAKING = (
    "body", "words", "summary", "title", "value_raw", "name", "label", "detail", "reason",
    "number", "receipt_no", "file_name",
)  # fmt: skip
_SHORT = 120
_DEEPEST = 6

#: A row by table and id, as the log has them.
Key = tuple[str, Id]


def moment(milliseconds: int | None) -> datetime | None:
    """Return a moment of the log; None where it has none, or none a calendar knows."""
    if not milliseconds:
        return None
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (OverflowError, ValueError, OSError):
        return None


class Records:
    """The book's records in words, as of one moment.

    Args:
        session: A read.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._connection = driver_connection(session)
        self._values: dict[Key, Mapping[str, Any]] = {}
        self._people: dict[str, tuple[str, str] | None] = {}
        self._names: dict[Id, str] = {}
        self.till = str(self._one("SELECT till_id FROM sync_self")[0])

    def client_of(self, key: Key, values: Mapping[str, Any] | None = None) -> Id | None:
        """Return the client a record hangs on; None where it hangs on none.

        Args:
            key: The record.
            values: Its fields, where it is not in the book itself.
        """
        table, row_id = key
        known = values
        for _step in range(_DEEPEST):
            if table == "client":
                return row_id
            kind = kinds().get(table)
            if kind is None or kind.owner is None:
                return None
            owner = (known or self.values((table, row_id))).get(kind.owner)
            if owner is None:
                return None
            table, row_id, known = kind.fields[kind.owner].parent or "client", str(owner), None
        return None

    def names(self, ids: Iterable[Id | None]) -> dict[Id, str]:
        """Return the clients' names; those that are gone are left out."""
        wanted = sorted({one for one in ids if one is not None} - set(self._names))
        self._names.update({i: one.display for i, one in people(self._session, wanted).items()})
        return self._names

    def values(self, key: Key) -> Mapping[str, Any]:
        """Return a record's fields; nothing where it is not in the book."""
        table, row_id = key
        if key not in self._values:
            known = table in kinds() and is_id(row_id)
            self._values[key] = row_values(self._connection, table, row_id) if known else {}
        return self._values[key]

    def about(self, key: Key, values: Mapping[str, Any] | None = None) -> str:
        """Return a few of a record's own words; empty where it has none."""
        known = values or self.values(key)
        if key[0] == "size_profile":
            return str(known.get("category") or "")
        for name in _SPEAKING:
            if isinstance(known.get(name), str) and known[name].strip():
                text = " ".join(known[name].split())
                return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
        product = known.get("product_id")
        return "" if product is None else self.about(("product", str(product)))

    def who(self, name: str | None) -> tuple[str, str]:
        """Return the name and the boutique of a person, or the id of a till as the second.

        Args:
            name: Id of a person, or of a till.
        """
        if not name:
            return "", ""
        if name not in self._people:
            self._people[name] = self._person(name)
        return self._people[name] or ("", "" if name == self.till else name)

    def was_written_here(self, key: Key, at: int, values: Mapping[str, Value]) -> bool:
        """Say whether these values were written on this till at a moment."""
        table, row_id = key
        found = self._connection.execute(
            "SELECT op, body FROM sync_log WHERE tbl = ? AND row_id = ? AND hlc >> 16 = ?",
            (table, bytes.fromhex(row_id), at),
        )
        for op, body in found:
            if op == DELETE:
                return True
            written = json.loads(body or "{}") if op == UPDATE else {}
            new = {name: pair[1] for name, pair in written.items() if name in values}
            if op == INSERT or (new and all(values[name] == new[name] for name in new)):
                return True
        return False

    def text_of(self, key: Key, values: Mapping[str, Value]) -> str:
        """Return what a side of a case says: one field's value, or a group's in one line."""
        table, names = key[0], [name for name in values if values[name] is not None]
        if REMOVED in values or not values:
            return words.removal_word(values.get(REMOVED))
        if table == "contact_point" and "value_raw" in values:
            return str(values["value_raw"] or "")
        if table == "key_date" and "month" in values:
            return _day_text(values)
        if table == "size_profile" and "label" in values:
            return _size_text(str(self.values(key).get("category")), values)
        if table == "address" and "lines" in values:
            order = ("lines", "postal_code", "locality", "region", "country")
            parts = [self._said(key, n, values[n]) for n in order if values.get(n) is not None]
            return ", ".join(parts)
        parts = [self._said(key, name, values[name]) for name in names]
        return parts[0] if len(parts) == 1 else ", ".join(parts)

    def _said(self, key: Key, name: str, value: Value) -> str:  # noqa: PLR0911 - one type a line
        table, kind = key[0], kinds().get(key[0])
        field = None if kind is None else kind.fields.get(name)
        if field is None:
            return str(value)
        if field.is_id:
            return self._named(field.parent, str(value))
        column = _columns(table).get(name)
        if isinstance(column, YesNo):
            return words.yes_no(value)
        if isinstance(column, Choice):
            return words.value_word(table, name, str(value))
        if isinstance(column, UtcDateTime) and isinstance(value, int):
            at = moment(value)
            return "" if at is None else f"{at:%Y-%m-%d %H:%M}"
        if name.endswith("_minor") and isinstance(value, int):
            return self._amount(key, value)
        return _listed(value)

    def _amount(self, key: Key, minor: int) -> str:
        currency = self.values(key).get("currency")
        if currency is None:
            found = self._one("SELECT currency FROM house LIMIT 1")
            currency = found[0] if found else None
        if currency is None:
            return str(minor)
        return f"{Money(minor, currency).decimal_text()} {currency}"

    def _named(self, table: str | None, row_id: Id) -> str:
        if table == "client":
            return self.names([row_id]).get(row_id, "")
        if table == "staff":
            return self.who(row_id)[0]
        return "" if table is None else self.about((table, row_id))

    def _person(self, name: str) -> tuple[str, str] | None:
        if not is_id(name):
            return None
        found = self._one(
            "SELECT s.given_name, s.family_name, b.name FROM staff s"
            " LEFT JOIN store b ON b.id = s.store_id WHERE s.id = ?",
            (bytes.fromhex(name),),
        )
        return (f"{found[0]} {found[1]}".strip(), str(found[2] or "")) if found else None

    def _one(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        return self._connection.execute(sql, parameters).fetchone()


def _columns(table: str) -> Mapping[str, Any]:
    from clienteling.models import Base

    return {column.name: column.type for column in Base.metadata.tables[table].columns}


def _day_text(values: Mapping[str, Value]) -> str:
    year, month, day = (values.get(name) for name in ("year", "month", "day"))
    parts = [
        f"{year:04d}" if isinstance(year, int) else "",
        f"{month:02d}" if isinstance(month, int) else "",
        f"{day:02d}" if isinstance(day, int) else "",
    ]
    text = "-".join(part for part in parts if part)
    calendar = values.get("calendar")
    return text if calendar in {None, "gregorian"} else f"{text} ({calendar})"


def _size_text(category: str, values: Mapping[str, Value]) -> str:
    label, system = (str(values.get(name) or "") for name in ("label", "system"))
    try:
        return display_size(Size(SizeCategory(category), SizeSystem(system), label))
    except ValueError:  # A house's own category or system is shown as it was written.
        return f"{label} {system}".strip()


def _listed(value: Value) -> str:
    if isinstance(value, str) and value[:1] in {"[", "{"}:
        try:
            found = json.loads(value)
        except ValueError:
            return value
        return ", ".join(map(str, found.values() if isinstance(found, dict) else found))
    return str(value)
