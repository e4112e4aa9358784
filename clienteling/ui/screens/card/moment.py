"""One moment of the story: date, ring, words, caption, picture; a note is edited in its place."""

import re
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from clienteling.ui.desk import Desk
from clienteling.ui.plates import PictureFrame, Plates
from clienteling.ui.screens.card import words as w
from clienteling.ui.theme import RADIUS
from clienteling.ui.widgets import (
    HIDDEN,
    Button,
    Menu,
    PlainLabel,
    SecretLabel,
    StoryIcon,
    TextArea,
    box,
    column,
    line,
)
from clienteling.ui.widgets.focus import hide_ring, is_key_focus, show_ring

if TYPE_CHECKING:
    from clienteling.queries.story import Moment

_PICTURE = (44, 55)


class MomentRow(QWidget):
    """A moment; ``edited(id, words)`` and ``removed(id)`` tell what a person did to a note.

    Args:
        desk: Theme, words, discreet view.
        moment: What happened.
        plates: Pictures fitted to their frames.
        today: Dates of this year leave their year out.
    """

    edited = Signal(str, str)
    removed = Signal(str)

    def __init__(self, desk: Desk, moment: "Moment", plates: Plates, today: date) -> None:
        super().__init__()
        self.desk, self.theme, self.moment = desk, desk.theme, moment
        kind = str(moment.kind)
        day = desk.words.short_day(desk.words.local_day(moment.at), today)
        broken = day.replace("年", "年\n")  # a Chinese date breaks after its year, nowhere else
        shown = PlainLabel(self.theme, broken, role="s", color="ink2", wrap=True)
        shown.setFixedWidth(self.theme.px(60))
        self._ring = StoryIcon(self.theme, w.MOMENT_ICONS[kind], name=w.moment_word(kind))
        self._hidden = desk.discreet and moment.private
        self._words = _Words(desk, self._title(), hidden=self._hidden)
        self._caption = self._make_caption(kind)
        self._area: TextArea | None = None
        self._told = column(5, self._words, 1, self._caption, None, margins=(14, 0, 0, 14))
        row = line(box(column(5, shown, None)), self._ring, box(self._told), gap=0)
        row.setStretch(2, 1)
        if moment.picture:
            frame = PictureFrame(desk, plates, moment.picture, _PICTURE, name="")
            row.addSpacing(12)
            row.addWidget(box(column(frame, 12)), 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        spoken = HIDDEN if self._hidden else self._title()
        self.setAccessibleName(f"{day}, {w.moment_word(kind)}, {spoken}")

    @property
    def is_note(self) -> bool:
        """Whether its words can be edited; meetings and purchases stay as they were logged."""
        return str(self.moment.kind) == "note" and not self._hidden

    @property
    def is_editing(self) -> bool:
        """Whether its words are being edited."""
        return self._area is not None

    def set_ends(self, *, first: bool, last: bool) -> None:
        """Say whether the hairline begins or ends here."""
        self._ring._first, self._ring._last = first, last  # noqa: SLF001 - the kit sets them once
        self._ring.update()

    def edit(self) -> None:
        """Edit the note in its place."""
        if not self.is_note or self._area is not None:
            return
        self._area = area = TextArea(self.theme, self.tr("Note"), rows=3, show_label=False)
        area.set_text(self.moment.words)
        keep = Button(self.theme, self.tr("Keep these words"), key="Ctrl ↵", height=40)
        leave = Button(self.theme, self.tr("Leave as it was"), kind="quiet", height=40)
        keep.clicked.connect(self._keep)
        leave.clicked.connect(self._leave)
        self._editor = box(column(area, 8, line(None, leave, keep), 8))
        self._words.hide()
        self._caption.hide()
        self._told.insertWidget(1, self._editor)
        area.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if self._area is not None:
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._keep()
                return
        elif self.is_note and enter:
            self.edit()
            return
        elif self.is_note and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self.moment.id)
            return
        super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.is_note:
            return
        menu = Menu(self.theme, self)
        menu.addAction(self.tr("Edit")).triggered.connect(self.edit)
        take = menu.addAction(self.tr("Take away"))
        take.triggered.connect(lambda: self.removed.emit(self.moment.id))
        menu.popup(event.globalPos())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if is_key_focus(event):
            area = QRectF(self.rect()).adjusted(0, 0, 0, -6)
            show_ring(self, self.theme, area, RADIUS.control)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        hide_ring(self)

    def _keep(self) -> None:
        assert self._area is not None
        words = self._area.text
        if words and words != self.moment.words:
            self.edited.emit(self.moment.id, words)
        self._leave()

    def _leave(self) -> None:
        if self._area is None:
            return
        self._area = None
        self._editor.hide()
        self._editor.deleteLater()
        self._words.show()
        self._caption.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _title(self) -> str:
        moment = self.moment
        kind = str(moment.kind)
        if kind == "gift" and moment.detail and not self.desk.discreet:
            return self.tr("{piece}, {gift}").format(
                piece=moment.words, gift=_halves(moment.detail)[0]
            )
        if moment.words:
            return moment.words
        if moment.detail:
            return w.outcome_word(moment.detail)
        word = w.moment_word(kind)
        return word[:1].upper() + word[1:]

    def _make_caption(self, kind: str) -> QWidget:
        moment = self.moment
        parts: list[str] = []
        if moment.amount is None:
            parts = [moment.staff or "", w.moment_word(kind)]
            if moment.words and kind == "call" and moment.detail not in {None, "reached"}:
                parts.append(w.outcome_word(moment.detail or ""))
        else:
            parts = [self._wrapping() or moment.place or ""]
            if kind == "return":
                parts.insert(0, w.moment_word(kind))
        if moment.private:
            parts.append(self.tr("only me"))
        told = " · ".join(one for one in parts if one)
        if moment.amount is None:
            return PlainLabel(self.theme, told, role="c", color="ink2", elide=True)
        money = self.desk.words.money(moment.amount.minor, moment.amount.currency)
        amount = SecretLabel(
            self.theme, money, role="c", color="ink2", discreet=self.desk.discreet
        )
        told = f"· {told}" if told else ""
        rest = PlainLabel(self.theme, told, role="c", color="ink2", elide=True)
        row = line(amount, rest, gap=2)
        row.setStretch(1, 1)  # Its place stays whatever it says.
        return box(row)

    def _wrapping(self) -> str:
        """Return what a gift's words say after its first part: "wrapped in ivory"."""
        detail = self.moment.detail or ""
        if str(self.moment.kind) != "gift" or self.desk.discreet:
            return ""
        return _halves(detail)[1]


def _halves(detail: str) -> tuple[str, str]:
    """Part a gift's words at their first comma: for whom, and how it was wrapped."""
    first, *rest = re.split("[,，、]", detail, maxsplit=1)
    return first.strip(), rest[0].strip() if rest else ""


class _Words(PlainLabel):
    """The words of a moment; a private note keeps its place but not its words while hidden."""

    def __init__(self, desk: Desk, words: str, *, hidden: bool) -> None:
        self._place = words if hidden else ""
        super().__init__(desk.theme, HIDDEN if hidden else words, role="b", wrap=True, lines=6)

    @override
    def heightForWidth(self, width: int) -> int:
        if not self._place:
            return super().heightForWidth(width)
        rows = [row for one in self._place.split("\n") for row in self._broken(one, width)]
        return max(1, min(6, len(rows))) * self.theme.line("b")
