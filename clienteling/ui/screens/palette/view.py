"""The palette over the page: type, look, press Enter."""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPalette,
)
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from clienteling.domain.ids import Id
from clienteling.queries.find import Hit
from clienteling.ui.desk import Desk
from clienteling.ui.plates import Plates
from clienteling.ui.screens.palette.acts import Acts
from clienteling.ui.screens.palette.delegate import LineDelegate
from clienteling.ui.screens.palette.foot import Foot, Head
from clienteling.ui.screens.palette.lines import ActLine, ClientLine, Line, PieceLine, can_choose
from clienteling.ui.screens.palette.lines_model import LinesModel, spoken
from clienteling.ui.screens.palette.preview import PalettePreview
from clienteling.ui.screens.palette.view_model import PaletteModel
from clienteling.ui.sheet import Sheet
from clienteling.ui.widgets import Rule, column, line, use_quiet_bars

_PREVIEW = 348
_PAUSE_MS = 60
"""So long the choice must rest before its preview is read; letters never wait for it."""

_ALT = {Qt.Key.Key_N: "log", Qt.Key.Key_L: "lookbook", Qt.Key.Key_W: "wish"}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Palette(Sheet):
    """Finds clients, pieces and commands while one types.

    Args:
        desk: What it works with.
        window: The window it covers.
    """

    size_wanted = (1000, 690)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk, window)
        self.model = PaletteModel(desk, self)
        self.acts = Acts(desk, self.model, self)
        self.head = Head(desk)
        self.edit = self.head.edit
        self.lines = LinesModel(self)
        self.list = _list(desk, self.lines)
        self.preview = PalettePreview(desk)
        self.foot = Foot(desk)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()

    @override
    def begin(self, *about: str) -> None:
        """Open it with words already written; open already, it offers them to be typed over."""
        words = about[0] if about else ""
        if self.is_open and not words:
            self.edit.selectAll()
            return
        self.preview.forget()
        self.retranslate()
        self.model.begin()
        self.edit.setText(words)
        self.edit.end(False)
        self.model.type(words)
        self.open(self.edit)

    def retranslate(self) -> None:
        """Write every word in the window's language."""
        self.setAccessibleName(self.tr("Find"))
        self.list.setAccessibleName(self.tr("Found"))
        self.head.say(self.model.scope, self.model.wishing)
        self.foot.say(self.model.found(), "")

    @property
    def current(self) -> Line | None:
        """The line that is chosen."""
        return self.lines.line(self.list.currentIndex().row())

    def _lay_out(self) -> None:
        theme = self.desk.theme
        self.preview.setFixedWidth(_PREVIEW)
        body = line(self.list, Rule(theme, vertical=True), self.preview, gap=0)
        body.setStretch(0, 1)
        layout = column(self.head, Rule(theme), body, Rule(theme), self.foot)
        layout.setStretch(2, 1)
        self.sheet.setLayout(layout)

    def _connect(self) -> None:
        self.edit.textChanged.connect(self.model.type)
        self.edit.installEventFilter(self)
        self.head.turned.connect(partial(self._turn, 1))
        self.model.changed.connect(self._show)
        self.list.clicked.connect(self._press)
        self.list.selectionModel().currentChanged.connect(self._chose)
        self._pause.timeout.connect(self._look_closer)
        self.acts.done.connect(self.close_sheet)
        self.acts.wishing.connect(self._wish)
        self.desk.pictures.arrived.connect(self._picture_arrived)
        self.desk.discreet_changed.connect(self._redraw)
        self.desk.language_changed.connect(self.retranslate)

    # What was found

    def _show(self) -> None:
        """Show the newest answer with its first line chosen."""
        first = self.model.answer.clients[:1]
        hit = first[0] if first and self.model.wishing is None else None
        self._set_lines(hit)
        self.list.scrollToTop()
        self._choose(self.lines.next(-1, 1))
        self.head.say(self.model.scope, self.model.wishing)

    def _set_lines(self, hit: Hit | None) -> None:
        self.model.chosen = hit
        self.list.selectionModel().blockSignals(True)
        self.lines.set_lines(self.model.lines(hit))
        self.list.selectionModel().blockSignals(False)

    def _choose(self, number: int) -> None:
        index = self.lines.index(number) if number >= 0 else QModelIndex()
        if index.isValid() and can_choose(self.lines.line(number)):
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        self._chose()

    def _chose(self) -> None:
        one = self.current
        if isinstance(one, ClientLine) and one.hit != self.model.chosen:
            # The acts below are for the chosen client: their heading follows the choice.
            place = self.list.currentIndex().row()
            self._set_lines(one.hit)
            self.list.setCurrentIndex(self.lines.index(place))
        self.foot.say(self.model.found(), self._enter_word(one))
        if one is not None and can_choose(one):
            said = QAccessibleAnnouncementEvent(self.edit, spoken(one))
            QAccessible.updateAccessibility(said)
        self._pause.start()

    def _enter_word(self, one: Line | None) -> str:
        if isinstance(one, ClientLine):
            return self.tr("open card")
        if isinstance(one, PieceLine):
            wishing = self.model.wishing is not None
            return self.tr("put on the wish list") if wishing else self.tr("begin a lookbook")
        return self.tr("do it") if isinstance(one, ActLine) else ""

    def _look_closer(self) -> None:
        one = self.current
        if not self.is_open:
            return
        if isinstance(one, PieceLine):
            self.preview.show_piece(one.piece)
        elif self.model.chosen is not None:
            self.preview.ask_client(self.model.chosen.client_id)
        else:
            self.preview.show_nothing(typed=bool(self.model.words.strip()))

    def _picture_arrived(self, sha256: str) -> None:
        del sha256
        self.list.viewport().update()

    def _redraw(self) -> None:
        self.list.viewport().update()
        self._look_closer()

    # Keys

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and self._meaning(event) is not None:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                act = self._meaning(event)
                if act is not None:
                    act()
                    return True
        return super().eventFilter(watched, event)

    def _meaning(self, event: QKeyEvent) -> "partial[None] | None":
        """Return what a key does here, or None where it belongs to the words."""
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier:
            return partial(self._do_for_chosen, _ALT[key]) if key in _ALT else None
        if modifiers == Qt.KeyboardModifier.ControlModifier:
            return partial(self._do_with_words) if key in _ENTER else None
        if key == Qt.Key.Key_Backtab:
            return partial(self._turn, -1)
        return None if modifiers else self._plain_meaning(key)

    def _plain_meaning(self, key: Qt.Key) -> "partial[None] | None":
        if key in _ENTER:
            return partial(self._enter)
        at_end = self.edit.cursorPosition() == len(self.edit.text())
        if key == Qt.Key.Key_Right and at_end and self._first_act() >= 0:
            return partial(self._choose, self._first_act())
        return {
            Qt.Key.Key_Down: partial(self._step, 1),
            Qt.Key.Key_Up: partial(self._step, -1),
            Qt.Key.Key_PageDown: partial(self._leap, 1),
            Qt.Key.Key_PageUp: partial(self._leap, -1),
            Qt.Key.Key_Tab: partial(self._turn, 1),
        }.get(key)

    def _step(self, step: int) -> None:
        self._choose(self.lines.next(self.list.currentIndex().row(), step))

    def _leap(self, direction: int) -> None:
        for _one in range(4):
            self._step(direction)

    def _turn(self, step: int) -> None:
        self.model.turn(step)
        self.head.say(self.model.scope, self.model.wishing)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_act(self) -> int:
        acts = (i for i, one in enumerate(self.lines.lines) if isinstance(one, ActLine))
        return next(acts, -1)

    def _press(self, index: QModelIndex) -> None:
        if can_choose(self.lines.line(index.row())):
            self.list.setCurrentIndex(index)
            self._enter()

    def _enter(self) -> None:
        one = self.current
        if isinstance(one, ClientLine):
            self.close_sheet()
            self.desk.go("clients", one.hit.client_id)
        elif isinstance(one, PieceLine):
            self.acts.take_piece(one.piece)
        elif isinstance(one, ActLine):
            self.acts.do(one.name)

    def _do_for_chosen(self, name: str) -> None:
        if self.model.chosen is not None and self.model.wishing is None:
            self.acts.do(name)

    def _do_with_words(self) -> None:
        self.acts.do("wish_words" if self.model.wishing is not None else "new")

    def _wish(self, client_id: Id, name: str) -> None:
        self.model.wish_for(client_id, name)
        self.edit.clear()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.head.say(self.model.scope, self.model.wishing)


def _list(desk: Desk, model: LinesModel) -> QListView:
    """Make the list at left; the words keep the focus, so it takes none."""
    made = QListView()
    made.setModel(model)
    made.setItemDelegate(LineDelegate(desk, Plates(desk.pictures), made))
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setUniformItemSizes(False)
    palette = made.palette()
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
    made.setPalette(palette)
    made.viewport().setAutoFillBackground(False)
    use_quiet_bars(made, desk.theme)
    desk.theme.changed.connect(made.doItemsLayout)
    return made
