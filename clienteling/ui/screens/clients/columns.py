"""The columns of the list of clients: what each says and how it is drawn."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from clienteling.domain.names import is_east_asian
from clienteling.queries.client_list import ListSort
from clienteling.queries.client_rows import ClientRow, NextDate
from clienteling.ui.desk import Desk
from clienteling.ui.plates import Plates
from clienteling.ui.tables import Column
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import HIDDEN, draw_picture, draw_plate, draw_staff, draw_words
from clienteling.ui.widgets.pictures import PLATE_SMALL

_STAFF_SIDE = 29
_NATIVE_GAP = 8
_YEAR = 366


class RowWords:
    """Writes and draws the cells of a client's row.

    Args:
        desk: Language, day, discreet view.
        plates: Portraits fitted to the row.
    """

    def __init__(self, desk: Desk, plates: Plates) -> None:
        self.desk = desk
        self._plates = plates

    def columns(self) -> tuple[Column, ...]:
        """Return the columns in the window's language, for the text size now in force."""
        px = self.desk.theme.px
        large = self.desk.theme.factor > 1  # Then names need the room that dates can spare.
        translate = QCoreApplication.translate
        right = Column(
            translate("Clients", "12 months"), self.amount, 118 if large else 145,
            "right", "bm", "ink", sort=ListSort.TWELVE_MONTHS,
        )  # fmt: skip
        return (
            Column("", _nothing, 60, draw=self.draw_plate),
            Column(
                translate("Clients", "Client"), name_of, draw=self.draw_name, sort=ListSort.NAME
            ),
            Column(
                translate("Clients", "Circle"), circle_of, 160, role="s", color=_circle_color,
                hide_below=px(740),
            ),
            Column(translate("Clients", "City"), city_of, 120, hide_below=px(960)),
            Column(
                translate("Clients", "Last seen"), self.last_seen, 115 if large else 130,
                sort=ListSort.LAST_SEEN,
            ),
            Column(
                translate("Clients", "Next date"), self.next_date, 184 if large else 210,
                sort=ListSort.NEXT_DATE,
                hide_below=px(640),
            ),
            right,
            Column("", adviser_of, 42, draw=self.draw_adviser),
        )  # fmt: skip

    def describe(self, row: ClientRow) -> str:
        """Say a whole row in words; the discreet view tells no amount here either."""
        translate = QCoreApplication.translate
        parts = [row.display, row.native, row.circle, row.city]
        if row.last_seen_on:
            seen = translate("Clients", "last seen {day}")
            parts.append(seen.format(day=self.last_seen(row)))
        if self._coming(row):
            parts.append(translate("Clients", "next date {day}").format(day=self.next_date(row)))
        if row.spend_12m and not self.desk.discreet:
            parts.append(
                translate("Clients", "12 months {amount}").format(amount=self.amount(row))
            )
        if row.adviser:
            parts.append(translate("Clients", "in the care of {name}").format(name=row.adviser))
        return ", ".join(part for part in parts if part)

    def last_seen(self, row: ClientRow) -> str:
        """Write when she was seen last."""
        return self._day(row.last_seen_on) if row.last_seen_on else "—"

    def next_date(self, row: ClientRow) -> str:
        """Write her next day to remember, and what it is; the discreet view tells no surprise."""
        coming = self._coming(row)
        if coming is None:
            return "—"
        what = date_word(coming)
        day = self._day(coming.on)
        return f"{day} · {what}" if what else day

    def amount(self, row: ClientRow) -> str:
        """Write what she bought in twelve months; the discreet view hides it."""
        if row.spend_12m is None:
            return "—"
        if self.desk.discreet:
            return HIDDEN
        return self.desk.words.money(row.spend_12m.minor, row.spend_12m.currency)

    def draw_plate(self, painter: QPainter, theme: Theme, area: QRectF, row: ClientRow) -> None:
        """Draw her portrait, or her initials."""
        width, height = PLATE_SMALL
        plate = QRectF(area.left(), round(area.center().y() - height / 2), width, height)
        dpr = painter.device().devicePixelRatio()
        picture = self._plates.get(row.portrait, width, height, dpr)
        if picture is None:
            draw_plate(painter, theme, plate, row.monogram)
        else:
            draw_picture(painter, theme, plate, picture)

    def draw_name(self, painter: QPainter, theme: Theme, area: QRectF, row: ClientRow) -> None:
        """Draw her name, and her name in its own script beside it."""
        font, ink = theme.font("bb", language_of(row.display)), theme.color("ink")
        draw_words(painter, area, row.display, font, ink)
        if not row.native:
            return
        used = theme.width("bb", row.display) + _NATIVE_GAP
        if used < area.width():
            rest = area.adjusted(used, 0, 0, 0)
            draw_words(painter, rest, row.native, theme.font("bb", language_of(row.native)), ink)

    def draw_adviser(self, painter: QPainter, theme: Theme, area: QRectF, row: ClientRow) -> None:
        """Draw the mark of whoever cares for her."""
        if row.adviser_initials:
            side = theme.px(_STAFF_SIDE)
            top = round(area.center().y() - side / 2)
            mark = QRectF(round(area.right()) - side - 1, top, side, side)
            draw_staff(painter, theme, mark, row.adviser_initials)

    def _coming(self, row: ClientRow) -> NextDate | None:
        return row.open_date if self.desk.discreet else row.next_date

    def _day(self, day: date) -> str:
        today = self.desk.backend.clock.today(self._zone)
        words = self.desk.words
        near = day.year == today.year or 0 <= (day - today).days < _YEAR
        return words.month_day(day.month, day.day) if near else words.long_day(day)

    @property
    def _zone(self) -> str:
        return self.desk.me.store.time_zone if self.desk.me else "UTC"


def key_of(row: ClientRow | None) -> int | None:
    """Return the key by which a row is found again; a client who has gone has none."""
    return None if row is None else row.key


def name_of(row: ClientRow) -> str:
    """Return her name with her name in its own script."""
    return f"{row.display} {row.native}" if row.native else row.display


def circle_of(row: ClientRow) -> str:
    """Return the house's word for her circle."""
    return row.circle or "—"


def city_of(row: ClientRow) -> str:
    """Return where she lives."""
    return row.city or "—"


def adviser_of(row: ClientRow) -> str:
    """Return who cares for her."""
    return row.adviser or ""


def date_word(coming: NextDate) -> str:
    """Return what a day is, in the house's words where there are some."""
    translate = QCoreApplication.translate
    known = {
        "birthday": translate("Clients", "birthday"),
        "wedding": translate("Clients", "anniversary"),
        "anniversary_as_client": translate("Clients", "first purchase"),
        "name_day": translate("Clients", "name day"),
        "graduation": translate("Clients", "graduation"),
        "memorial": translate("Clients", "in memory"),
        "travel": translate("Clients", "journey"),
    }
    return known.get(coming.kind) or coming.label or ""


def language_of(text: str) -> str | None:
    """Return whose forms a name in Han characters takes: kana and Hangul tell, else the window's.

    >>> language_of("はるか"), language_of("Ada")
    ('ja', None)
    """
    if text.isascii():
        return None
    if any("\u3041" <= sign <= "\u30ff" for sign in text):
        return "ja"
    return "zh-Hans" if is_east_asian(text.replace(" ", "")) else None


def _nothing(row: ClientRow) -> str:
    del row
    return ""


def _circle_color(row: ClientRow) -> str:
    return "accent" if row.circle_highlighted else "ink2"
