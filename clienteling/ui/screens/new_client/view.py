"""The new-client sheet: a name, one way to reach her, what she allows; Ctrl+Enter keeps it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.domain.names import NameOrder
from clienteling.queries.look_alikes import LookAlike
from clienteling.ui.desk import Desk
from clienteling.ui.screens.new_client.consent import ConsentBlock
from clienteling.ui.screens.new_client.look_alikes import LookAlikes
from clienteling.ui.screens.new_client.view_model import Entry, NewClientModel
from clienteling.ui.sentences import said
from clienteling.ui.sheet import Sheet
from clienteling.ui.widgets import (
    Button,
    DropDown,
    Field,
    PlainLabel,
    Rule,
    ScrollPage,
    Segmented,
    box,
    column,
    icon_button,
    line,
)

_LANGUAGES = (
    "fr", "en", "it", "zh-Hans", "zh-Hant", "ja", "ko", "de", "es", "pt", "ru", "ar",
)  # fmt: skip
_MARGIN = 32


class NewClientSheet(Sheet):
    """Adds a client in half a minute; what was typed stays when the sheet is put away.

    Args:
        desk: What it works with.
        window: The window it covers.
    """

    size_wanted = (760, 796)
    top_wanted = None

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk, window)
        self.model = NewClientModel(desk, self)
        self._fields: dict[str, Field] = {}
        self._build()
        self.model.alike.connect(self._show_alike)
        self.model.refused.connect(self._refuse)
        self.model.kept.connect(self._go_on)
        desk.language_changed.connect(self._rebuild)

    @override
    def begin(self, *about: str) -> None:
        """Open it with words from the palette, or with what was typed before."""
        words = about[0] if about else ""
        if words:
            self._show_entry(self.model.from_words(words))
        self.open(self._first_empty())

    def field(self, name: str) -> Field:
        """Return a field by its name in code."""
        return self._fields[name]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.model.keep()
            self.desk.key_uses.use("Ctrl+Return")
        elif is_enter:
            self.focusNextPrevChild(True)
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # From a field ↓ goes to the strip; on its way up the page would take it for scrolling.
        is_down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if is_down and event.type() is QEvent.Type.KeyPress and watched in self._edits():
            return self.alike.take_focus()
        return super().eventFilter(watched, event)

    def _edits(self) -> tuple[QObject, ...]:
        return tuple(field.edit for field in self._fields.values())

    # Building

    def _build(self) -> None:
        theme = self.desk.theme
        self.setAccessibleName(self.tr("New client"))
        title = PlainLabel(theme, self.tr("New client"), role="d34")
        close = icon_button(theme, "x", self.tr("Put away"))
        close.clicked.connect(self.close_sheet)
        self.consent = ConsentBlock(theme)
        self.consent.changed.connect(self._changed)
        self.alike = LookAlikes(self.desk)
        self.alike.opened.connect(self._open_instead)
        self.alike.left_upwards.connect(self._leave_strip)
        self.alike.hide()
        parts = column(self._name_fields(), 4, self.consent, None, margins=(2, 2, 14, 8))
        self._keep = Button(theme, self.tr("Keep the client"), kind="primary", key="Ctrl ↵")
        self._keep.clicked.connect(self.model.keep)
        away = Button(theme, self.tr("Put away"), kind="quiet", key="Esc")
        away.clicked.connect(self.close_sheet)
        self._said = PlainLabel(theme, "", role="s", color="crit", elide=True)
        foot = line(self._said, None, away, self._keep, gap=10)
        foot.setStretch(0, 1)
        head = line(title, None, close)
        page = ScrollPage(theme, box(parts))
        whole = column(head, 10, page, 4, self.alike, 10, Rule(theme), 16, foot)
        whole.setContentsMargins(_MARGIN, 22, _MARGIN - 12, 20)
        whole.setStretch(2, 1)
        self.sheet.setLayout(whole)

    def _name_fields(self) -> QWidget:
        theme = self.desk.theme
        self._add_field("given", self.tr("Given name"))
        self._add_field("family", self.tr("Family name"))
        self._add_field("native", self.tr("Name in its own script"), optional=True)
        self._add_field("address", self.tr("Form of address"), optional=True)
        self._add_field("contact", self.tr("Phone, e-mail or WeChat"), optional=True)
        self._order = Segmented(
            theme,
            [
                (NameOrder.GIVEN_FIRST.value, self.tr("Given name first")),
                (NameOrder.FAMILY_FIRST.value, self.tr("Family name first")),
            ],
            name=self.tr("Order of the names"),
        )
        self._order.chosen.connect(self._changed)
        order = column(
            PlainLabel(theme, self.tr("Order"), role="s", color="ink2"), 5, self._order, None
        )
        own = [(one, _own_name(one)) for one in _LANGUAGES]
        options = [("", self.tr("Not known yet")), *own]
        self._language = DropDown(theme, self.tr("Language"), options, optional=True)
        self._language.chosen.connect(self._changed)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        places: list[tuple[QWidget, int, int]] = [
            (self._fields["given"], 0, 0),
            (self._fields["family"], 0, 1),
            (self._fields["native"], 1, 0),
            (box(order), 1, 1),
            (self._fields["contact"], 2, 0),
            (self._language, 2, 1),
            (self._fields["address"], 3, 0),
        ]
        for part, row, at in places:
            grid.addWidget(part, row, at)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return box(grid)

    def _add_field(self, name: str, label: str, *, optional: bool = False) -> None:
        field = Field(self.desk.theme, label, optional=optional)
        field.changed.connect(self._changed)
        field.left.connect(partial(self._check, name))
        field.edit.installEventFilter(self)
        self._fields[name] = field

    def _rebuild(self) -> None:
        """Write every word again in the window's language, keeping what was typed."""
        entry, old = self._entry(), self.sheet.layout()
        if old is not None:
            holder = QWidget()
            holder.setLayout(old)
            holder.deleteLater()
        self._build()
        self._show_entry(entry)

    # What is typed

    def _entry(self) -> Entry:
        texts = {name: field.text for name, field in self._fields.items()}
        return Entry(
            **texts,
            order=NameOrder(self._order.value),
            language=self._language.value,
            method=self.consent.method,
            granted=self.consent.granted,
            refused=self.consent.refused,
        )

    def _show_entry(self, entry: Entry) -> None:
        for name, field in self._fields.items():
            field.set_text(getattr(entry, name))
        self._order.choose(entry.order.value)
        self._language.choose(entry.language)
        self.consent.show_answer(entry.method, entry.granted, entry.refused)
        self._said.set_text("")
        self._say_kind()
        self.model.change(entry)

    def _changed(self, *_what: object) -> None:
        self._said.set_text("")
        self._say_kind()
        self.model.change(self._entry())

    def _say_kind(self) -> None:
        """Say under the field what was recognised in it."""
        known = replace(Entry(), contact=self._fields["contact"].text).recognised
        words = {
            "mobile": self.tr("A telephone number"),
            "email": self.tr("An e-mail address"),
            "wechat": self.tr("A WeChat id"),
            "instagram": self.tr("An Instagram name"),
        }
        self._fields["contact"].set_help(words[known.kind] if known else "")

    def _check(self, name: str) -> None:
        field = self._fields[name]
        entry = self._entry()
        if name == "contact" and field.text and entry.recognised is None:
            field.set_error(self.tr("Write a telephone number, an e-mail address or a WeChat id."))

    def _first_empty(self) -> QWidget:
        if self._fields["native"].text and not self._fields["given"].text:
            return self._fields["contact"].edit
        order = ("given", "family", "contact")
        first = next((name for name in order if not self._fields[name].text), "given")
        return self._fields[first].edit

    # What comes of it

    def _show_alike(self, found: tuple[LookAlike, ...]) -> None:
        self.alike.show_found(found)

    def _leave_strip(self) -> None:
        self._fields["family"].edit.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _open_instead(self, client_id: Id) -> None:
        self.close_sheet()
        self.desk.go("clients", client_id)

    def _refuse(self, error: UserError) -> None:
        names = {"given_name": "given", "family_name": "family", "native_name": "native"}
        names |= {"form_of_address": "address", "email": "contact", "contact": "contact"}
        field = self._fields.get(names.get(error.field or "", ""))
        if field is None:
            self._said.set_text(said(error))
            return
        field.set_error(said(error))
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self, client_id: Id) -> None:
        self._show_entry(Entry())
        self.close_sheet()
        self.desk.go("clients", client_id)


def _own_name(language: str) -> str:
    """Return a language in its own words."""
    han = {"zh-Hans": "简体中文", "zh-Hant": "繁體中文"}
    name = han.get(language) or QLocale(language).nativeLanguageName()
    return name[:1].upper() + name[1:]
