"""Begin a lookbook: for a client found by a few letters, or for no one in particular."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget
from typing_extensions import override

from clienteling.domain.ids import Id
from clienteling.domain.languages import written_in
from clienteling.queries.find import Hit
from clienteling.ui.desk import Desk
from clienteling.ui.sheet import Sheet
from clienteling.ui.widgets import (
    Button,
    ChoiceCell,
    Field,
    PlainLabel,
    SearchField,
    clear,
    column,
    icon_button,
    line,
)

_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom the lookbook is for."""

    client_id: Id | None
    name: str


class BeginSheet(Sheet):
    """Finds the client, takes a title, begins the lookbook and shows it."""

    size_wanted = (620, 0)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk, window)
        theme = desk.theme
        self._title = PlainLabel(theme, role="d28", elide=True)
        self._close = icon_button(theme, "x", "")
        self._close.clicked.connect(self.close_sheet)
        self.search = SearchField(theme, "")
        self.search.edit.installEventFilter(self)
        self.search.changed.connect(self._find)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self._group = QButtonGroup(self)
        self.cells: list[tuple[ChoiceCell, Choice]] = []
        self.name = Field(theme, "", optional=False, message_slot=False)
        self.begin_button = Button(theme, "", kind="primary", key="Ctrl ↵")
        self.begin_button.clicked.connect(self._begin)
        head = line(self._title, None, self._close)
        foot = line(None, self.begin_button)
        self.sheet.setLayout(
            column(
                head,
                8,
                self.search,
                12,
                self._rows,
                18,
                self.name,
                20,
                foot,
                margins=(28, 18, 20, 22),
            )
        )
        self.retranslate()
        desk.language_changed.connect(self.retranslate)

    def retranslate(self) -> None:
        """Write every word again in the window's language."""
        self.setAccessibleName(self.tr("New lookbook"))
        self._title.set_text(self.tr("New lookbook"))
        self._close.set_name(self.tr("Close"))
        words = self.tr("For whom: a name, a number")
        self.search.edit.setPlaceholderText(words)
        self.search.edit.setAccessibleName(words)
        self.name.label.set_text(self.tr("Title (may wait)"))
        self.name.edit.setAccessibleName(self.tr("Title"))
        self.name.edit.setPlaceholderText(self.tr("For Ravello, in May"))
        self.begin_button.set_text(self.tr("Begin"))

    @override
    def begin(self, *about: str) -> None:
        self.search.edit.setText("")
        self.name.set_text("")
        self._show(())
        self._find("")
        self.open(self.search.edit)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows choose and ``Enter`` begin while one types."""
        if watched is self.search.edit and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyPress:
                return self._typed(Qt.Key(event.key()))
            return False
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._begin()
            return
        super().keyPressEvent(event)

    @property
    def chosen(self) -> Choice | None:
        """Whom it is for."""
        return next((choice for cell, choice in self.cells if cell.isChecked()), None)

    def _typed(self, key: Qt.Key) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key)
        if step is not None:
            here = next((n for n, (cell, _) in enumerate(self.cells) if cell.isChecked()), 0)
            self.cells[max(0, min(len(self.cells) - 1, here + step))][0].setChecked(True)
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._begin()
            return True
        return False

    def _find(self, words: str) -> None:
        from clienteling.queries.find import find

        me = self.desk.me
        self.desk.look(
            self,
            partial(_found, find),
            self._show,
            latest="find",
            text=words,
            scope_adviser=me.staff.id if me else None,
            limit=_SHOWN,
            language=self.theme.language,
        )

    def _show(self, hits: tuple[Hit, ...]) -> None:
        clear(self._rows)
        self.cells = []
        for hit in hits:
            detail = " · ".join(one for one in (hit.circle, hit.city) if one)
            shown = f"{hit.display}  {hit.native}" if hit.native else hit.display
            self._add(shown, detail, Choice(hit.client_id, hit.display))
        self._add(self.tr("No one in particular"), "", Choice(None, ""))
        has_words = bool(self.search.edit.text().strip())
        self.cells[0 if hits and has_words else len(self.cells) - 1][0].setChecked(True)

    def _add(self, text: str, detail: str, choice: Choice) -> None:
        cell = ChoiceCell(self.theme, text, detail=detail, height=52)
        cell.setCheckable(True)
        self._group.addButton(cell)
        self._rows.addWidget(cell)
        self.cells.append((cell, choice))

    def _begin(self) -> None:
        choice = self.chosen
        if choice is None:
            return
        if choice.client_id is None:
            self._make(None, {})
            return
        from clienteling.queries.people import people

        make = partial(self._make, choice.client_id)
        self.desk.ask(self, people, make, ids=[choice.client_id])

    def _make(self, client_id: Id | None, persons: dict[Id, Any]) -> None:
        from clienteling.services.lookbooks import new_lookbook

        me = self.desk.me
        person = persons.get(client_id) if client_id else None
        spoken = person.language if person else None
        self.desk.act(
            self,
            new_lookbook,
            self.tr("Lookbook begun"),
            then=self._go,
            quiet=True,
            client_id=client_id,
            staff_id=me.staff.id if me else None,
            title=self.name.text,
            language=written_in(spoken, self.theme.language),
        )

    def _go(self, lookbook_id: Id) -> None:
        self.close_sheet()
        self.desk.go("lookbooks", lookbook_id)


def _found(find: Any, raw: Any, *, text: str, **more: Any) -> tuple[Hit, ...]:
    """Ask ``find``, whose words come second, with all that is known by name."""
    found: tuple[Hit, ...] = find(raw, text, **more)
    return found
