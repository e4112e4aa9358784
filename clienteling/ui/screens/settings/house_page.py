"""The house: its name and accent, its boutiques, people and circles."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from clienteling.queries.house import CircleRow, HouseRow
from clienteling.queries.house_head import StaffRow, StoreRow
from clienteling.settings.settings import SETTINGS
from clienteling.ui.desk import Desk
from clienteling.ui.places import country_name
from clienteling.ui.screens.settings.house_forms import (
    CircleSheet,
    FormSheet,
    PersonSheet,
    StoreSheet,
)
from clienteling.ui.screens.settings.rows import Row, setting_row
from clienteling.ui.screens.settings.view_model import ChoicesModel, HouseModel
from clienteling.ui.screens.settings.words import role_word
from clienteling.ui.widgets import SectionHeader, StaffMark, TextLink, box, clear, column, line

_WIDEST = 760
Press = Callable[[], None]
S = TypeVar("S", bound=FormSheet)


class HousePage(QWidget):
    """What the house is; every row can be changed, and each list added to.

    Args:
        desk: Theme and words.
        choices: Name and accent.
        house: The lists.
    """

    def __init__(self, desk: Desk, choices: ChoicesModel, house: HouseModel) -> None:
        super().__init__()
        self.desk = desk
        self._choices = choices
        self._house = house
        self.rows: dict[str, Row] = {}
        self._links: dict[str, TextLink] = {}
        self._pressed = ""
        self._settings_place = column()
        self._lists_place = column()
        holder = box(column(self._settings_place, self._lists_place))
        holder.setMaximumWidth(desk.theme.px(_WIDEST))
        # The holder grows to its widest first; only then does the room at its right.
        across = line(holder, None, gap=0)
        across.setStretch(0, 100)
        self.setLayout(column(across, None))
        house.changed.connect(self.show_lists)

    def build(self) -> None:
        """Make every row anew, in the window's language."""
        clear(self._settings_place)
        self.rows.clear()
        for setting in SETTINGS:
            if setting.page == "house":
                value = self._choices.get(setting.name)
                choose = partial(self._choices.choose, setting.name)
                row = setting_row(self.desk.theme, setting, value, choose)
                self.rows[setting.name] = row
                self._settings_place.addWidget(row)
        self.show_lists()

    def show_lists(self) -> None:
        """Show boutiques, people and circles as they are now."""
        house = self._house.house
        focus = QApplication.focusWidget()
        had_focus = isinstance(focus, TextLink) and self.isAncestorOf(focus)
        clear(self._lists_place)
        self._links.clear()
        if house is None:
            return
        self._add_lists(house)
        if had_focus:
            # A part takes the focus only once it is shown, which is after this turn.
            QTimer.singleShot(0, self, self._come_back)

    def _add_lists(self, house: HouseRow) -> None:
        tr = QCoreApplication.translate
        names = {one.id: one.name for one in house.stores}
        self._section(tr("Settings", "Boutiques"))
        for store in house.stores:
            self._add_row(store.name, self._of_store(store), partial(self.edit_store, store))
        self._add_link(tr("Settings", "Add a boutique"), self.add_store)
        self._section(tr("Settings", "People"))
        for person in house.staff:
            detail = f"{role_word(person.role.value)} · {names.get(person.store_id, '')}"
            mark = StaffMark(self.desk.theme, person.initials, name=person.name)
            self._add_row(person.name, detail, partial(self.edit_person, person), mark)
        self._add_link(tr("Settings", "Add a person"), self.add_person)
        self._section(tr("Settings", "Circles"))
        for circle in house.circles:
            marked = tr("Settings", "Marked in bronze") if circle.highlighted else ""
            self._add_row(circle.name, marked, partial(self.edit_circle, circle))
        self._add_link(tr("Settings", "Add a circle"), self.add_circle)

    def add_store(self) -> None:
        """Open the form of a new boutique."""
        self.edit_store(None)

    def edit_store(self, store: StoreRow | None) -> None:
        """Open the form of a boutique."""
        self._open(StoreSheet).begin_with(store)

    def add_person(self) -> None:
        """Open the form of a new person."""
        self.edit_person(None)

    def edit_person(self, person: StaffRow | None) -> None:
        """Open the form of a person."""
        house = self._house.house
        if house is not None:
            self._open(PersonSheet).begin_with(person, house.stores)

    def add_circle(self) -> None:
        """Open the form of a new circle."""
        self.edit_circle(None)

    def edit_circle(self, circle: CircleRow | None) -> None:
        """Open the form of a circle."""
        self._open(CircleSheet).begin_with(circle)

    def _of_store(self, store: StoreRow) -> str:
        country = country_name(store.country, self.desk.theme.language)
        return f"{store.city}, {country} · {store.time_zone} · {store.currency} · {store.code}"

    def _open(self, kind: type[S]) -> S:
        sheet = kind(self.desk, self.window())
        sheet.closed.connect(self._come_back)
        return sheet

    def _press(self, name: str, press: Press) -> None:
        self._pressed = name
        press()

    def _come_back(self) -> None:
        # The list is written anew after a change, so the link is found again by its name.
        link = self._links.get(self._pressed)
        if link is not None:
            link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _section(self, title: str) -> None:
        self._lists_place.addSpacing(28)
        self._lists_place.addWidget(SectionHeader(self.desk.theme, title))

    def _add_row(self, title: str, detail: str, press: Press, mark: QWidget | None = None) -> None:
        words = QCoreApplication.translate("Settings", "Change")
        name = QCoreApplication.translate("Settings", "Change {name}").format(name=title)
        link = TextLink(self.desk.theme, words, name=name)
        link.clicked.connect(partial(self._press, name, press))
        self._links[name] = link
        self._lists_place.addWidget(Row(self.desk.theme, title, detail, link, mark))

    def _add_link(self, words: str, press: Press) -> None:
        link = TextLink(self.desk.theme, words, underline=False, icon="plus")
        link.clicked.connect(partial(self._press, words, press))
        self._links[words] = link
        self._lists_place.addWidget(link)
