"""The log sheet: whose log, which kind, what is filled in, and Save."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from clienteling.domain.errors import UserError
from clienteling.ui.desk import Desk
from clienteling.ui.plates import PictureFrame, Plates
from clienteling.ui.screens.log.fields import Fields
from clienteling.ui.screens.log.view_model import LogModel
from clienteling.ui.sheet import Sheet
from clienteling.ui.widgets import (
    Button,
    IconTabs,
    PlainLabel,
    Rule,
    ScrollPage,
    box,
    clear,
    column,
    icon_button,
    line,
)

if TYPE_CHECKING:
    from clienteling.queries.client_card import ClientCard

_MARGIN = 28
_PLATE = (44, 55)
KINDS = ("note", "piece", "call", "visit")


class LogSheet(Sheet):
    """Logs what happened with a client. One field is enough: words, and Ctrl+Enter.

    Args:
        desk: What it works with.
        window: The window it covers.
    """

    size_wanted = (700, 640)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk, window)
        self.model = LogModel(desk, self)
        self._plates = Plates(desk.pictures)
        self._saving = False
        self._build()
        self._connect()
        self.setAccessibleName(self.tr("Log"))
        desk.language_changed.connect(self._leave)

    @override
    def begin(self, *about: str) -> None:
        asked = about[1] if len(about) > 1 else ""
        self._saving = False
        self.name.set_text("")
        self.told.set_text("")
        clear(self.face)
        self.fields.begin()
        self._choose(asked if asked in KINDS else "note")
        self.model.begin(about[0])
        self.open(self.fields.first)

    @override
    def close_sheet(self) -> None:
        if self.is_open:
            self.model.keep_now()
        super().close_sheet()

    def save(self) -> None:
        """Keep what is in front, unless something is missing; then say it where it belongs."""
        if self._saving:
            return
        self.fields.refuse_nothing()
        self._saving = True
        try:
            self.fields.save()
        except UserError as error:
            self._refuse(error)

    def _build(self) -> None:
        theme = self.theme
        self.tabs = IconTabs(
            theme,
            [
                ("note", self.tr("Note"), "note-pencil", "Alt 1"),
                ("piece", self.tr("Piece"), "handbag-simple", "Alt 2"),
                ("call", self.tr("Call"), "phone", "Alt 3"),
                ("visit", self.tr("Visit"), "storefront", "Alt 4"),
            ],
            name=self.tr("What is logged"),
        )
        head = self._head()
        self.fields = Fields(self.desk, self.model)
        self.scroller = ScrollPage(theme, self.fields)
        self.put_away = Button(theme, self.tr("Put away"), kind="quiet")
        self.save_button = Button(theme, self.tr("Save"), kind="primary", key="Ctrl ↵")
        safe = PlainLabel(theme, self.tr("Saved on this till"), role="s", color="ink2")
        foot = line(
            safe, None, self.put_away, self.save_button, gap=10, margins=(_MARGIN, 14, _MARGIN, 16)
        )
        tabs = line(self.tabs, margins=(_MARGIN, 10, _MARGIN, 0))
        whole = column(head, tabs, self.scroller, Rule(theme), foot)
        whole.setStretch(2, 1)
        self.sheet.setLayout(whole)

    def _head(self) -> QLayout:
        self.face = column()
        self.name = PlainLabel(self.theme, role="d26", elide=True)
        self.told = PlainLabel(self.theme, role="s", color="ink2", elide=True)
        self._close = icon_button(self.theme, "x", self.tr("Put away"))
        names = box(column(None, self.name, self.told, None))
        head = line(self.face, names, self._close, gap=14, margins=(_MARGIN, 18, 18, 0))
        head.setStretch(1, 1)
        return head

    def _connect(self) -> None:
        self._close.clicked.connect(self.close_sheet)
        self.put_away.clicked.connect(self.close_sheet)
        self.save_button.clicked.connect(self.save)
        self.tabs.chosen.connect(self._choose)
        self.fields.written.connect(self._write)
        self.model.known.connect(self._show)
        self.model.restored.connect(self._restore)
        self.model.saved.connect(self._finish)
        self.model.refused.connect(self._refuse)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._key(keys, self.save)
        for number, kind in enumerate(KINDS, 1):
            self._key(f"Alt+{number}", partial(self._go, kind))

    def _key(self, keys: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
        shortcut.activated.connect(partial(self.desk.key_uses.use, keys))

    def _go(self, kind: str) -> None:
        self._choose(kind)
        self.fields.first.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, kind: str) -> None:
        self.tabs.choose(kind)
        self.fields.choose(kind)

    def _show(self, card: "ClientCard") -> None:
        person = card.person
        self.name.set_text(person.display)
        told = (card.circle, card.city)
        self.told.set_text(" · ".join(one for one in told if one))
        clear(self.face)
        portrait, initials = person.portrait, person.monogram
        self.face.addWidget(
            PictureFrame(self.desk, self._plates, portrait, _PLATE, initials=initials)
        )
        self.fields.offer(card)

    def _restore(self, body: dict[str, Any]) -> None:
        """Give back what was begun; a kind asked for by name stays in front."""
        self.fields.restore(body)
        if self.fields.kind == "note" and body.get("kind") in KINDS:
            self._go(body["kind"])

    def _write(self) -> None:
        self.model.write(self.fields.body(), is_empty=self.fields.is_empty())

    def _finish(self) -> None:
        self._saving = False
        self.close_sheet()

    def _refuse(self, error: Exception) -> None:
        self._saving = False
        if isinstance(error, UserError):
            self.fields.refuse(error)
        else:
            self.desk.fail(error)

    def _leave(self) -> None:
        """Go for good when the language changes: the next one speaks it. The draft is kept."""
        self.close_sheet()
        self.deleteLater()
