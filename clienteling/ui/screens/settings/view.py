"""The place *Settings*: six pages behind tabs, and the page that brings files in."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import override

from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk
from clienteling.ui.screen import Key, Screen
from clienteling.ui.screens.settings.choices_page import ChoicesPage
from clienteling.ui.screens.settings.data_page import DataPage
from clienteling.ui.screens.settings.house_page import HousePage
from clienteling.ui.screens.settings.office_model import OfficeModel
from clienteling.ui.screens.settings.office_page import OfficePage
from clienteling.ui.screens.settings.view_model import ChoicesModel, HouseModel, SafetyModel
from clienteling.ui.widgets import (
    Button,
    IconTabs,
    PlainLabel,
    ScrollPage,
    box,
    clear,
    column,
    line,
)

_COMPACT, _WIDE, _WIDEST = 1440, 1728, 1520
_FIRST = "me"
Page = ChoicesPage | HousePage | OfficePage | DataPage


class SettingsScreen(Screen):
    """What may be set, by page; ``others`` are whole screens reached as ``go("settings", name)``.

    Args:
        desk: What the page works with.
        others: Makes each of the other screens of this place, by name.
    """

    def __init__(
        self, desk: Desk, others: Mapping[str, Callable[[Desk], Screen]] | None = None
    ) -> None:
        super().__init__(desk)
        self._others = dict(others or {})
        self._made: dict[str, Screen] = {}
        self.choices = ChoicesModel(desk, self)
        self.house = HouseModel(desk, self)
        self.safety = SafetyModel(desk, self)
        self.office = OfficeModel(desk, self)
        self.pages: dict[str, Page] = {
            "me": ChoicesPage(desk, "me", self.choices, self.house),
            "till": ChoicesPage(desk, "till", self.choices, self.house),
            "house": HousePage(desk, self.choices, self.house),
            "keys": ChoicesPage(desk, "keys", self.choices, self.house),
            "office": OfficePage(desk, self.office),
            "data": DataPage(desk, self.safety),
        }
        self._shown = _FIRST
        self._whole = QStackedLayout()
        self.setLayout(self._whole)
        self._lay_out()
        self._build()
        desk.language_changed.connect(self._build)

    # What a screen answers

    @override
    def show_thing(self, thing: Id | None) -> None:
        if thing in self._others:
            self._show_other(str(thing))
            return
        self._whole.setCurrentIndex(0)
        self.house.read()
        self.safety.read()
        self._choose(thing if thing in self.pages else self._shown)

    @override
    def take_file(self, path: Path) -> None:
        other = self._other()
        if other is not None:
            other.take_file(path)

    @override
    def regions(self) -> tuple[QWidget, ...]:
        other = self._other()
        if other is not None:
            return other.regions()
        # Coming here must not put the cursor where a stray key would rename the house.
        return (self._tabs.button(self._shown), self.pages[self._shown], self._head)

    @override
    def keys(self) -> tuple[Key, ...]:
        other = self._other()
        if other is not None:
            return other.keys()
        return (
            Key("I", self.tr("Bring files in"), self._bring_in),
            Key("B", self.tr("Make a backup now"), self.safety.back_up),
        )

    @override
    def more_keys(self) -> tuple[Key, ...]:
        other = self._other()
        return other.more_keys() if other is not None else ()

    @override
    def title(self) -> str:
        other = self._other()
        return other.title() if other is not None else self.tr("Settings")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()

    # Building

    def _lay_out(self) -> None:
        theme = self.desk.theme
        self._title = PlainLabel(theme, role="d46")
        self._backup_button = Button(theme, "", icon="hard-drives", key="B")
        self._bring_button = Button(theme, "", kind="primary", icon="upload-simple", key="I")
        self._backup_button.clicked.connect(self.safety.back_up)
        self._bring_button.clicked.connect(self._bring_in)
        acts = line(self._backup_button, self._bring_button, gap=10)
        self._head = box(line(self._title, None, acts, gap=24))
        self._tabs_place = column()
        holder = QWidget()
        # A stack without an owner would show its first page as a window of its own.
        self._stack = QStackedLayout(holder)
        for page in self.pages.values():
            inner = box(column(page, margins=(0, 14, 12, 24)))
            self._stack.addWidget(ScrollPage(theme, inner))
        self._page = column(self._head, 10, self._tabs_place, 0, holder)
        self._page.setStretch(self._page.count() - 1, 1)
        self._whole.addWidget(box(self._page))

    def _build(self) -> None:
        """Write every word again in the window's language."""
        self._title.set_text(self.tr("Settings"))
        self._backup_button.set_text(self.tr("Back up now"))
        self._bring_button.set_text(self.tr("Bring files in"))
        clear(self._tabs_place)
        self._tabs = IconTabs(
            self.desk.theme,
            [
                ("me", self.tr("Me"), "user-circle", ""),
                ("till", self.tr("This till"), "monitor", ""),
                ("house", self.tr("House"), "storefront", ""),
                ("keys", self.tr("Keys"), "keyboard", ""),
                ("office", self.tr("Head office"), "cloud", ""),
                ("data", self.tr("Data and backup"), "database", ""),
            ],
            name=self.tr("Pages of Settings"),
        )
        self._tabs.chosen.connect(self._go_to)
        self._tabs_place.addWidget(self._tabs)
        for page in self.pages.values():
            page.build()
        self._choose(self._shown)

    def _set_margins(self) -> None:
        width = self.window().width()
        side = 32 if width < _COMPACT else 64 if width >= _WIDE else 45
        right = max(side, self.width() - side - _WIDEST) if width >= _WIDE else side
        short = self.window().height() < 800
        self._page.setContentsMargins(side, 26 if short else 38, right, 0)
        self._title.set_role("d34" if short else "d46")

    # Where one is

    def _go_to(self, name: str) -> None:
        self.desk.go("settings", name)

    def _choose(self, name: str) -> None:
        self._shown = name
        self._tabs.choose(name)
        self._stack.setCurrentIndex(list(self.pages).index(name))

    def _bring_in(self) -> None:
        self.desk.go("settings", "bring-in")

    def _other(self) -> Screen | None:
        shown = self._whole.currentWidget()
        return shown if isinstance(shown, Screen) else None

    def _show_other(self, name: str) -> None:
        if name not in self._made:
            made = self._made[name] = self._others[name](self.desk)
            made.install_keys()
            self._whole.addWidget(made)
        self._whole.setCurrentWidget(self._made[name])
        self._made[name].show_thing(None)
