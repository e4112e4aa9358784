"""A page of settings that draws itself from their entries; *me*, *this till* and *keys*."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from clienteling.settings.settings import BY_NAME, SETTINGS, Value
from clienteling.ui.desk import Desk
from clienteling.ui.navigation import PLACES
from clienteling.ui.screens.settings.rows import Row, choice, setting_row
from clienteling.ui.screens.settings.view_model import ChoicesModel, HouseModel
from clienteling.ui.screens.settings.words import label_of, role_word
from clienteling.ui.widgets import (
    Keycap,
    SectionHeader,
    Segmented,
    Select,
    box,
    clear,
    column,
    line,
)

_WIDEST = 760


class ChoicesPage(QWidget):
    """The settings of one page, one row each.

    Args:
        desk: Theme and words.
        name: Which page of the entries.
        choices: Reads and sets.
        house: Who may be at this till.
    """

    def __init__(self, desk: Desk, name: str, choices: ChoicesModel, house: HouseModel) -> None:
        super().__init__()
        self.desk = desk
        self._name = name
        self._choices = choices
        self._house = house
        self.rows: dict[str, Row] = {}
        self.people: Select | None = None
        self._rows_place = column()
        holder = box(self._rows_place)
        holder.setMaximumWidth(desk.theme.px(_WIDEST))
        # The holder grows to its widest first; only then does the room at its right.
        across = line(holder, None, gap=0)
        across.setStretch(0, 100)
        self.setLayout(column(across, None))
        house.changed.connect(self.show_people)

    def build(self) -> None:
        """Make every row anew, in the window's language."""
        focus = QApplication.focusWidget()
        focused = next(
            (
                name
                for name, row in self.rows.items()
                if row.part and focus and (row.part is focus or row.part.isAncestorOf(focus))
            ),
            None,
        )
        clear(self._rows_place)
        self.rows.clear()
        if self._name == "me":
            self._add_people()
        for setting in SETTINGS:
            if setting.page == self._name and setting.name != "staff":
                value = self._choices.get(setting.name)
                choose = partial(self._choose, setting.name)
                row = setting_row(self.desk.theme, setting, value, choose)
                self.rows[setting.name] = row
                self._rows_place.addWidget(row)
        if self._name == "keys":
            self._add_keys()
        kept = self.rows.get(focused or "")
        if kept is not None and kept.part is not None:
            # A part takes the focus only once it is shown, which is after this turn.
            part = kept.part
            stop = part.button(part.value) if isinstance(part, Segmented) else part
            QTimer.singleShot(0, stop, partial(stop.setFocus, Qt.FocusReason.OtherFocusReason))

    def show_people(self) -> None:
        """Offer who may be at this till."""
        if self.people is None or self._house.house is None:
            return
        house = self._house.house
        stores = {one.id: one.name for one in house.stores}
        options = [
            (one.id, f"{one.name} · {role_word(one.role.value)}, {stores.get(one.store_id, '')}")
            for one in house.staff
        ]
        self.people.set_options(options)
        me = self.desk.me
        self.people.choose(me.staff.id if me else "")

    def _choose(self, name: str, value: Value) -> None:
        self._choices.choose(name, value)

    def _add_people(self) -> None:
        setting = BY_NAME["staff"]
        people = choice(self.desk.theme, label_of(setting), [], "")
        assert isinstance(people, Select)
        people.chosen.connect(partial(self._choose, "staff"))
        words = QCoreApplication.translate("Settings", "What is written is written in this name.")
        row = Row(self.desk.theme, label_of(setting), words, people)
        self.people, self.rows["staff"] = people, row
        self._rows_place.addWidget(row)
        self.show_people()

    def _add_keys(self) -> None:
        tr = QCoreApplication.translate
        theme = self.desk.theme
        self._rows_place.addSpacing(28)
        self._rows_place.addWidget(SectionHeader(theme, tr("Settings", "Everywhere")))
        for keys, words in everywhere():
            caps = line(*(Keycap(theme, key, fades=False) for key in keys.split("+")), gap=4)
            self._rows_place.addWidget(Row(theme, words, "", box(caps)))


def everywhere() -> list[tuple[str, str]]:
    """Return the keys that act on every page."""
    tr = QCoreApplication.translate
    places = [(f"Ctrl+{number}", place.words()) for number, place in enumerate(PLACES, 1)]
    return [
        ("/", tr("Settings", "Find a client")),
        ("Ctrl+K", tr("Settings", "Find anything")),
        ("Ctrl+N", tr("Settings", "New client")),
        *places,
        ("Ctrl+,", tr("Settings", "Settings")),
        ("Ctrl+Z", tr("Settings", "Undo")),
        ("Ctrl+Shift+Z", tr("Settings", "Do again")),
        ("F8", tr("Settings", "What waits to be shared")),
        ("F9", tr("Settings", "Discreet view")),
        ("F6", tr("Settings", "Next part of the page")),
        ("Esc", tr("Settings", "Close, then back")),
        ("?", tr("Settings", "Keys of this page")),
    ]
