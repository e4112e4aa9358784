"""The strip that shows who may be the new client already: ``↓``, then Enter, opens her card."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from clienteling.domain.similarity import Reason
from clienteling.queries.look_alikes import LookAlike
from clienteling.ui.desk import Desk
from clienteling.ui.plates import Plates
from clienteling.ui.widgets import (
    KeyHints,
    Look,
    PlainLabel,
    Press,
    clear,
    column,
    draw_picture,
    draw_plate,
    draw_words,
    line,
)

_ROW = 50
_PLATE = (32, 40)


class LookAlikes(QWidget):
    """Up to three clients who may be the same person; ``opened(client_id)`` takes one instead.

    Args:
        desk: Theme, pictures, words.
    """

    opened = Signal(str)
    left_upwards = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._plates = Plates(desk.pictures)
        self._rows: list[_Row] = []
        self._title = PlainLabel(desk.theme, role="o", color="ink2")
        self._hint = column()
        self._list = column()
        head = line(self._title, None, self._hint, margins=(2, 0, 14, 0))
        self.setLayout(column(head, 4, self._list))
        desk.pictures.arrived.connect(self._picture_arrived)

    def show_found(self, found: tuple[LookAlike, ...]) -> None:
        """Show who may be her; nobody hides the strip."""
        held = next((i for i, one in enumerate(self._rows) if one.hasFocus()), None)
        clear(self._list)
        clear(self._hint)
        self._rows = [_Row(self.desk, self._plates, one) for one in found]
        for row in self._rows:
            row.clicked.connect(lambda _on=False, row=row: self.opened.emit(row.client_id))
            row.stepped.connect(lambda step, row=row: self._step(row, step))
            self._list.addWidget(row)
        self._title.set_text(self.tr("Perhaps in the book already"))
        if found:
            hints = KeyHints(self.desk.theme, [(["↓", "↵"], self.tr("open instead"))])
            self._hint.addWidget(hints)
        self.setVisible(bool(found))
        if held is not None and found:
            self._rows[min(held, len(found) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> bool:
        """Go to the first of them; tell whether there is one."""
        if not self._rows or not self.isVisible():
            return False
        self._rows[0].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _step(self, row: "_Row", step: int) -> None:
        place = self._rows.index(row) + step
        if place < 0:
            self.left_upwards.emit()
        elif place < len(self._rows):
            self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _picture_arrived(self, sha256: str) -> None:
        del sha256
        for row in self._rows:
            row.update()


class _Row(Press):
    """One of them: plate, name, where and why."""

    stepped = Signal(int)

    def __init__(self, desk: Desk, plates: Plates, found: LookAlike) -> None:
        self._desk, self._plates, self._found = desk, plates, found
        super().__init__(desk.theme, found.hit.display)
        self.client_id = found.hit.client_id
        self._detail = self._said()
        self.setAccessibleDescription(self._detail)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, self.theme.px(_ROW))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        color, hit = self.theme.color, self._found.hit
        if look.pressed or look.hover > 0.5 or self.hasFocus():
            painter.fillRect(self.rect(), color("sel"))
        width, height = _PLATE
        plate = QRectF(12, round((self.height() - height) / 2), width, height)
        picture = self._plates.get(hit.portrait, width, height, self.devicePixelRatioF())
        if picture is None:
            draw_plate(painter, self.theme, plate, hit.monogram)
        else:
            draw_picture(painter, self.theme, plate, picture)
        high, low = self.theme.line("bb"), self.theme.line("s")
        top, left = (self.height() - high - low) / 2, 12 + width + 14
        room = self.width() - left - 12
        name = f"{hit.display}  {hit.native}" if hit.native else hit.display
        first = QRectF(left, top, room, high)
        draw_words(painter, first, name, self.theme.font("bb"), color("ink"))
        second = QRectF(left, top + high, room, low)
        draw_words(painter, second, self._detail, self.theme.font("s"), color("ink2"))

    def _said(self) -> str:
        hit = self._found.hit
        why = {
            Reason.NAME: self.tr("same name"),
            Reason.SIMILAR_NAME: self.tr("similar name"),
            Reason.PHONE: self.tr("same number"),
            Reason.EMAIL: self.tr("same e-mail"),
            Reason.SIMILAR_EMAIL: self.tr("similar e-mail"),
        }
        reasons = [why[one] for one in self._found.reasons if one in why]
        adviser = ""
        if hit.adviser and not hit.mine:
            adviser = self.tr("in the care of {name}").format(name=hit.adviser)
        return " · ".join(part for part in (*reasons, hit.city, adviser) if part)
