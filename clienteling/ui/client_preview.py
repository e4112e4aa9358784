"""A client at a glance, without opening her card: beside the palette and in a peek."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from clienteling.domain.sizes import Size, SizeCategory, SizeSystem, display_size, fraction_words
from clienteling.ui.desk import Desk
from clienteling.ui.plates import PictureFrame, Plates
from clienteling.ui.widgets import (
    Chip,
    DatePill,
    IconLabel,
    PlainLabel,
    Rule,
    SizeFigure,
    box,
    clear,
    column,
    line,
)

if TYPE_CHECKING:
    from clienteling.queries.card_pieces import WishFact
    from clienteling.queries.client_card import ClientCard, DateFact

_PORTRAIT = (96, 120)
_WISH = (88, 110)
_FEW = 3
_GAP = 13
_FIRST_SIZES = ("dress", "shoe", "ring")
"""A garment, a shoe and a ring say more than three garments."""


class ClientPreview(QWidget):
    """Portrait, name, what to remember, three sizes, the next date and three wishes.

    The discreet view passes over dates and wishes that are hidden from somebody.

    Args:
        desk: Language, day, pictures.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._plates = Plates(desk.pictures)
        self._column: QVBoxLayout = column()
        self.setLayout(self._column)
        self.card: ClientCard | None = None
        desk.discreet_changed.connect(self._redraw)

    def show_card(self, card: "ClientCard | None") -> None:
        """Show a client; None leaves the place empty."""
        self.card = card
        clear(self._column)
        if card is None:
            self.setAccessibleName("")
            return
        self.setAccessibleName(card.person.display)
        groups = [
            self._head(card), self._remember(card), self._sizes(card), self._date(card),
            self._wishes(card),
        ]  # fmt: skip
        shown = [group for group in groups if group is not None]
        for number, group in enumerate(shown):
            if number:
                self._column.addSpacing(_GAP)
            if number and group.property("ruled"):
                self._column.addWidget(Rule(self.desk.theme, color="hair"))
                self._column.addSpacing(_GAP)
            self._column.addWidget(group)
        self._column.addStretch(1)

    def _redraw(self) -> None:
        self.show_card(self.card)

    def _may_show(self, fact: "DateFact | WishFact") -> bool:
        return not (self.desk.discreet and fact.hide_from_client_id)

    def _head(self, card: "ClientCard") -> QWidget:
        theme, person = self.desk.theme, card.person
        portrait = PictureFrame(
            self.desk, self._plates, person.portrait, _PORTRAIT,
            initials=person.monogram, name=person.display,
        )  # fmt: skip
        name = PlainLabel(theme, person.display, role="d26", wrap=True, lines=2)
        words = column(name)
        if person.native:
            native = PlainLabel(
                theme, person.native, role="b", color="ink2", elide=True, language=person.language
            )
            words.addWidget(native)
        if person.address and person.address != person.display:
            address = PlainLabel(theme, person.address, role="i16", color="ink2", elide=True)
            words.addWidget(address)
        words.addStretch(1)
        if card.circle:
            # Alignment, or the chip's own width would be the most the whole column may take.
            circle = self._circle(card.circle, highlighted=card.circle_highlighted)
            words.addWidget(circle, 0, Qt.AlignmentFlag.AlignLeft)
        head = line(portrait, words, gap=16)
        head.setStretch(1, 1)
        head.setAlignment(portrait, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        return box(head)

    def _circle(self, word: str, *, highlighted: bool) -> QWidget:
        theme = self.desk.theme
        if highlighted:
            return Chip(theme, word, kind="circle")
        return PlainLabel(theme, word, role="s", color="ink2", elide=True)

    def _remember(self, card: "ClientCard") -> QWidget | None:
        lines = [
            ("warning-circle", "crit", self.tr("{words} allergy").format(words=one.words))
            for one in card.allergies
        ]
        if card.remember:
            lines.append(("clock", "ink", card.remember))
        if not lines:
            return None
        rows = column(gap=8)
        for icon, color, words in lines:
            mark = IconLabel(
                self.desk.theme, icon, color="ink2" if color == "ink" else color, size=18
            )
            label = PlainLabel(self.desk.theme, words, role="s", color=color, wrap=True, lines=3)
            if color == "crit":
                label.set_role("sm")
            row = line(mark, label, gap=10)
            row.setStretch(1, 1)
            row.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
            rows.addLayout(row)
        return _ruled(rows)

    def _sizes(self, card: "ClientCard") -> QWidget | None:
        if not card.sizes:
            return None
        row = line(gap=12)
        first = sorted(card.sizes, key=lambda one: one.category not in _FIRST_SIZES)
        for one in first[:_FEW]:
            figure, system = size_figure(one.category, one.system, one.label)
            row.addWidget(SizeFigure(self.desk.theme, size_word(one.category), figure, system), 1)
        return _ruled(row)

    def _date(self, card: "ClientCard") -> QWidget | None:
        coming = next(
            (one for one in card.dates if one.on is not None and self._may_show(one)), None
        )
        if coming is None or coming.on is None:
            return None
        zone = self.desk.me.store.time_zone if self.desk.me else "UTC"
        today = self.desk.backend.clock.today(zone)
        day, month = self.desk.words.pill(coming.on)
        spoken = self.desk.words.day(coming.on, today)
        pill = DatePill(self.desk.theme, day, month, nearest=True, name=spoken)
        what = PlainLabel(self.desk.theme, date_title(coming), role="bb", elide=True)
        when = self._when(coming.on, today)
        how_far = PlainLabel(self.desk.theme, when, role="s", color="ink2", elide=True)
        row = line(pill, column(None, what, how_far, None), gap=14)
        row.setStretch(1, 1)
        return _ruled(row)

    def _when(self, on: date, today: date) -> str:
        return self.desk.words.relative(on, today)

    def _wishes(self, card: "ClientCard") -> QWidget | None:
        shown = [one for one in card.wishes if self._may_show(one)]
        pictured = [one for one in shown if one.picture][:_FEW]
        if not pictured:
            return None
        row = line(gap=8)
        for one in pictured:
            row.addWidget(
                PictureFrame(self.desk, self._plates, one.picture, _WISH, name=one.words)
            )
        row.addStretch(1)
        title = PlainLabel(self.desk.theme, self.tr("Wish list"), role="o", color="ink2")
        return box(column(title, 10, row))


def _ruled(layout: QLayout) -> QWidget:
    """Wrap a group that stands below a hairline."""
    made = box(layout)
    made.setProperty("ruled", True)
    return made


def date_title(coming: "DateFact") -> str:
    """Return what a day is, in the house's own words where there are some."""
    translate = QCoreApplication.translate
    known = {
        "birthday": translate("KeyDates", "Birthday"),
        "wedding": translate("KeyDates", "Wedding anniversary"),
        "anniversary_as_client": translate("KeyDates", "First purchase"),
        "name_day": translate("KeyDates", "Name day"),
        "graduation": translate("KeyDates", "Graduation"),
        "memorial": translate("KeyDates", "In memory"),
        "travel": translate("KeyDates", "Journey"),
    }
    return (
        coming.label
        or known.get(coming.kind.value, "")
        or translate("KeyDates", "A day to remember")
    )


def size_figure(category: str, system: str, label: str) -> tuple[str, str]:
    """Return a size's figure and its system, each as it is said.

    >>> size_figure("shoe", SizeSystem.SHOE_EU.value, "37.5")
    ('37½', 'EU')
    """
    try:
        whole = display_size(Size(SizeCategory(category), SizeSystem(system), label))
    except ValueError:  # A house's own category or system is shown as it was written.
        return label, system
    figure = fraction_words(label)
    return figure, whole.removeprefix(figure).strip()


def size_word(category: str) -> str:
    """Return the word for a category of size."""
    translate = QCoreApplication.translate
    return {
        "dress": translate("Sizes", "Dress"),
        "jacket": translate("Sizes", "Jacket"),
        "trouser": translate("Sizes", "Trousers"),
        "shoe": translate("Sizes", "Shoe"),
        "ring": translate("Sizes", "Ring"),
        "glove": translate("Sizes", "Glove"),
        "outerwear": translate("Sizes", "Coat"),
        "shirt": translate("Sizes", "Shirt"),
        "knit": translate("Sizes", "Knit"),
        "skirt": translate("Sizes", "Skirt"),
        "jeans": translate("Sizes", "Jeans"),
        "collar": translate("Sizes", "Collar"),
        "belt": translate("Sizes", "Belt"),
        "hat": translate("Sizes", "Hat"),
        "bracelet": translate("Sizes", "Bracelet"),
        "bra": translate("Sizes", "Bra"),
        "underwear": translate("Sizes", "Underwear"),
    }.get(category, category)
