"""A client as her row in the list shows her, read from the search index."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from clienteling.domain.ids import Id
from clienteling.domain.money import Money
from clienteling.queries.in_language import in_language


@dataclass(frozen=True, slots=True)
class NextDate:
    """The next day to remember: its kind, the house's words for it, and when it is."""

    on: date
    kind: str
    label: str | None


@dataclass(frozen=True, slots=True)
class ClientRow:
    """A client as her row in the list shows her; ``key`` finds the row again.

    ``open_date`` is her next date that is no surprise: the one for a discreet view.
    """

    key: int
    id: Id
    display: str
    native: str | None
    monogram: str
    portrait: str | None
    circle: str | None
    circle_highlighted: bool
    city: str | None
    last_seen_on: date | None
    next_date: NextDate | None
    open_date: NextDate | None
    spend_12m: Money | None
    adviser_id: Id | None
    adviser: str | None
    adviser_initials: str | None


#: What a row is read by: of the index (h), her circle (c) and her adviser (s).
COLUMNS = """h.rk, h.client_id, h.display, h.native, h.monogram, h.portrait, c.name, c.names,
  c.highlighted, h.city, h.last_seen_on, h.next_on, h.next_kind, h.next_label, h.open_on,
  h.open_kind, h.open_label, h.spend_12m_minor, h.currency, h.adviser_id, s.given_name,
  s.family_name"""


def client_row(row: Sequence[Any], language: str) -> ClientRow:
    """Return a client's row as it was read by ``COLUMNS``."""
    (
        key, client_id, display, native, monogram, portrait, circle, circle_words, highlighted,
        city, seen, next_on, next_kind, next_label, open_on, open_kind, open_label, spend,
        currency, adviser_id, given, family,
    ) = row  # fmt: skip
    return ClientRow(
        key=key,
        id=client_id.hex(),
        display=display,
        native=native,
        monogram=monogram,
        portrait=portrait,
        circle=in_language(circle, circle_words, language),
        circle_highlighted=bool(highlighted),
        city=city,
        last_seen_on=date.fromisoformat(seen) if seen else None,
        next_date=_date(next_on, next_kind, next_label),
        open_date=_date(open_on, open_kind, open_label),
        spend_12m=Money(spend, currency) if currency else None,
        adviser_id=adviser_id.hex() if adviser_id else None,
        adviser=f"{given} {family}" if given else None,
        adviser_initials=f"{given[:1]}{family[:1]}" if given else None,
    )


def _date(on: str | None, kind: str, label: str | None) -> NextDate | None:
    return NextDate(date.fromisoformat(on), kind, label) if on else None
