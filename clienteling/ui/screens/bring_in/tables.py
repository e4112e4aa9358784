"""The three tables of the page: what columns hold, rows as they will be, lines to mend."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from clienteling.exchange.faults import shortened
from clienteling.exchange.mapping import Column as FileColumn
from clienteling.exchange.mapping import Mapping
from clienteling.exchange.rows import ClientRow, LineRow
from clienteling.ui import sentences
from clienteling.ui.locale import Words, listed
from clienteling.ui.screens.bring_in.words import held_word, said, sure_word
from clienteling.ui.tables import Column
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import HIDDEN, draw_words

_VALUES_SHOWN = 3
_EDGE = 10

Hides = Callable[[], bool]
"""Tells whether what a client beside the screen should not read is hidden now."""


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """One column of the file, as the table of columns shows it."""

    column: FileColumn
    values: str

    @property
    def position(self) -> int:
        """Return its place in the file."""
        return self.column.position


def column_rows(
    mapping: Mapping, sample: tuple[tuple[str, ...], ...], *, hidden: bool = False
) -> tuple[ColumnRow, ...]:
    """Return the columns of a file with some of their values, or with what hides them."""
    return tuple(
        ColumnRow(one, HIDDEN if hidden else _first_values(sample, one.position))
        for one in mapping.columns
    )


def mapping_columns(factor: float = 1) -> tuple[Column, ...]:
    """Return the columns of the table of columns; ``factor`` is the text size."""
    tr = QCoreApplication.translate
    return (
        _edge(),
        Column(tr("BringIn", "Heading"), _heading, width=210, role="bm", color="ink"),
        Column(tr("BringIn", "First values"), lambda row: str(row.values)),
        Column(tr("BringIn", "What it holds"), _held, width=270, draw=_draw_held),
        Column(tr("BringIn", "Why"), _why, width=250, hide_below=round(960 * factor)),
        Column(tr("BringIn", "How sure"), _sure, width=90, color=_sure_color),
    )


def problem_columns(is_hidden: Hides, factor: float = 1) -> tuple[Column, ...]:
    """Return the columns of the table of lines to mend."""

    def value(row: Any) -> str:
        return HIDDEN if is_hidden() and row.value else str(row.value)

    tr = QCoreApplication.translate
    return (
        _edge(),
        Column(tr("BringIn", "Line"), lambda row: str(row.line), width=70, color="ink"),
        Column(tr("BringIn", "Column"), lambda row: row.column or "", width=150),
        Column(tr("BringIn", "What stands there"), value, width=190),
        Column(
            tr("BringIn", "What is wrong"), lambda row: sentences.said(row.reason), color="ink"
        ),
        Column(tr("BringIn", "What to do"), lambda row: sentences.said(row.remedy)),
        Column(
            tr("BringIn", "The line"),
            _goes,
            width=90,
            hide_below=round(900 * factor),
            color=_goes_color,
        ),
    )


def problem_words(row: Any, *, hidden: bool = False) -> str:
    """Say a whole problem, for the line below the table and for a screen reader."""
    tr = QCoreApplication.translate
    where = tr("BringIn", "Line {line}").format(line=row.line)
    where = listed((where, row.column or ""))
    value = HIDDEN if hidden and row.value else row.value
    template = tr("BringIn", "{where}: {value} — {reason}; {remedy}")
    reason, remedy = sentences.said(row.reason), sentences.said(row.remedy)
    return template.format(where=where, value=value, reason=reason, remedy=remedy)


def row_columns(
    mapping: Mapping, words: Words, is_hidden: Hides, factor: float = 1
) -> tuple[Column, ...]:
    """Return the columns of the first rows, for clients or for purchases."""
    if mapping.kind.value == "clients":
        return _client_columns(is_hidden, factor)
    return _purchase_columns(words, is_hidden, factor)


def _client_columns(is_hidden: Hides, factor: float) -> tuple[Column, ...]:
    def note(row: ClientRow) -> str:
        return HIDDEN if is_hidden() and row.notes else " · ".join(row.notes)

    tr = QCoreApplication.translate
    return (
        _edge(),
        Column(tr("BringIn", "Line"), lambda row: str(row.line), width=60),
        Column(tr("BringIn", "Client"), _client_name, role="bm", color="ink"),
        Column(tr("BringIn", "Ways to reach"), _reaches),
        Column(tr("BringIn", "Address"), _address, hide_below=round(760 * factor)),
        Column(tr("BringIn", "Birthday"), _birthday, width=110),
        Column(tr("BringIn", "Consent"), _consents, width=150, hide_below=round(900 * factor)),
        Column(
            tr("BringIn", "Note"),
            lambda row: " · ".join(row.notes),
            hide_below=round(1050 * factor),
        ),
    )


def _purchase_columns(words: Words, is_hidden: Hides, factor: float) -> tuple[Column, ...]:
    tr = QCoreApplication.translate

    def amount(row: LineRow) -> str:
        return HIDDEN if is_hidden() else words.money(row.net_minor, row.currency)

    def day(row: LineRow) -> str:
        return words.long_day(row.moment.day)

    return (
        _edge(),
        Column(tr("BringIn", "Line"), lambda row: str(row.line), width=60),
        Column(tr("BringIn", "Day"), day, width=150, color="ink"),
        Column(
            tr("BringIn", "Receipt"),
            lambda row: str(row.receipt),
            width=130,
            hide_below=round(900 * factor),
        ),
        Column(tr("BringIn", "Client"), _buyer, role="bm", color="ink"),
        Column(tr("BringIn", "Piece"), _piece),
        Column(tr("BringIn", "How many"), lambda row: str(row.quantity), width=90, align="right"),
        Column(tr("BringIn", "Amount"), amount, width=130, align="right", color="ink"),
    )


def _edge() -> Column:
    """Return a sliver that keeps words clear of the bar of the chosen row."""
    return Column("", _nothing, width=_EDGE)


def _nothing(row: Any) -> str:
    del row
    return ""


def _first_values(sample: tuple[tuple[str, ...], ...], position: int) -> str:
    found: list[str] = []
    for row in sample:
        value = shortened(row[position]) if position < len(row) else ""
        if value and value not in found:
            found.append(value)
        if len(found) == _VALUES_SHOWN:
            break
    return " · ".join(found)


def _heading(row: ColumnRow) -> str:
    return row.column.heading


def _held(row: ColumnRow) -> str:
    return held_word(row.column.field.value, row.column.date_order.value)


def _why(row: ColumnRow) -> str:
    return said(row.column.reason)


def _sure(row: ColumnRow) -> str:
    return sure_word(row.column.confidence)


def _sure_color(row: ColumnRow) -> str:
    return "ink2" if row.column.confidence >= 0.6 else "cau"


def _draw_held(painter: QPainter, theme: Theme, area: QRectF, row: ColumnRow) -> None:
    is_open = row.column.date_order.value in ("ambiguous", "mixed")
    ignored = row.column.field.value == "ignore"
    ink = theme.color("cau" if is_open and not ignored else "ink3" if ignored else "ink")
    side = theme.px(16)
    room = area.adjusted(0, 0, -side - 8, 0)
    draw_words(painter, room, _held(row), theme.font("bm"), ink)
    caret = theme.icon("caret-down", "ink2", side, painter.device().devicePixelRatio())
    width = min(theme.width("bm", _held(row)), room.width())
    top = area.center().y() - side / 2
    painter.drawPixmap(round(area.left() + width + 6), round(top), caret)


def _goes(row: Any) -> str:
    tr = QCoreApplication.translate
    return tr("BringIn", "stays out") if row.is_bad else tr("BringIn", "goes in")


def _goes_color(row: Any) -> str:
    return "crit" if row.is_bad else "ink3"


def _client_name(row: ClientRow) -> str:
    parts = (row.given, row.middle, row.family)
    ordered = (row.family, row.given) if row.family_first else parts
    name = " ".join(part for part in ordered if part)
    return " · ".join(part for part in (name, row.native, row.company) if part)


def _reaches(row: ClientRow) -> str:
    return " · ".join(one.norm or one.raw for one in row.reaches)


def _address(row: ClientRow) -> str:
    place = row.address
    parts = (*place.lines, place.postal_code, place.city, place.region, place.country)
    return listed(parts)


def _birthday(row: ClientRow) -> str:
    born = row.birthday
    if born is None:
        return ""
    day = f"-{born.day:02d}" if born.day else ""
    return f"{born.year or '····'}-{born.month:02d}{day}"


def _consents(row: ClientRow) -> str:
    tr = QCoreApplication.translate
    words = {
        "email": tr("BringIn", "Email"),
        "sms": tr("BringIn", "Text messages"),
        "phone": tr("BringIn", "Phone"),
        "post": tr("BringIn", "Post"),
        "any": tr("BringIn", "All ways"),
    }
    no = tr("BringIn", "not {way}")
    said_of = ((words.get(one.channel, one.channel), one.granted) for one in row.consents)
    return " · ".join(way if granted else no.format(way=way) for way, granted in said_of)


def _buyer(row: LineRow) -> str:
    parts = (row.client_name, row.client_email, row.client_ref, row.client_phone)
    return next((part for part in parts if part), "")


def _piece(row: LineRow) -> str:
    return " · ".join(part for part in (row.description, row.sku) if part)
