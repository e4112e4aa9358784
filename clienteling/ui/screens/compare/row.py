"""One detail of a comparison: its name, both sides, and perhaps words of one's own below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clienteling.bootstrap.syncing import Side
from clienteling.ui.desk import Desk
from clienteling.ui.screens.compare import words
from clienteling.ui.screens.compare.both import together
from clienteling.ui.screens.compare.cell import VersionCell
from clienteling.ui.screens.compare.view_model import Answer, CompareModel, Detail
from clienteling.ui.sentences import said
from clienteling.ui.sharing_words import provenance
from clienteling.ui.widgets import PlainLabel, TextArea, TextLink, box, column, line

LABEL_WIDTH, CELL_GAP = 170, 16
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class DetailRow(QWidget):
    """A detail that is answered by pressing a side, or by the page's keys.

    ``stepped`` asks for the row before or after, ``kept`` to settle all of the page.

    Args:
        desk: Theme and words.
        model: Holds the answer.
        detail: What differs.
    """

    stepped = Signal(int)
    kept = Signal()

    def __init__(self, desk: Desk, model: CompareModel, detail: Detail) -> None:
        super().__init__()
        self.desk, self.model, self.detail = desk, model, detail
        theme = desk.theme
        self.left = self._cell(detail.left, Answer.LEFT)
        self.right = self._cell(detail.right, Answer.RIGHT)
        self.own = TextArea(theme, self._name(self.tr("in other words")), rows=2, show_label=False)
        self.own.hide()
        self.write = TextLink(
            theme,
            self.tr("Write it anew"),
            role="c",
            name=self._name(self.tr("Write it anew")),
        )
        self.write.clicked.connect(self.begin_own)
        cells = line(self.left, self.right, gap=theme.px(CELL_GAP))
        cells.setStretch(0, 1)
        cells.setStretch(1, 1)
        whole = line(self._label(), column(cells, self.own, gap=8), gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._is_filling = False
        self.own.changed.connect(self._take_own)
        model.answered.connect(self._hear)
        self.show_answer()

    def show_answer(self) -> None:
        """Draw what is taken."""
        answer = self.model.answer_of(self.detail)
        self.left.setChecked(answer in {Answer.LEFT, Answer.BOTH})
        self.right.setChecked(answer in {Answer.RIGHT, Answer.BOTH})
        self.own.setVisible(answer is Answer.OWN)
        if answer is Answer.OWN and self.own.text != self.model.own_of(self.detail):
            self._fill(self.model.own_of(self.detail))

    def begin_own(self) -> None:
        """Write words of one's own, beginning from what is taken now."""
        if not self.detail.case.can_write or words.is_hidden(self.desk, self.detail.case):
            return
        begun = self.model.own_of(self.detail)
        self._fill(begun)
        self.model.write(self.detail, begun)
        self.own.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus(self) -> None:
        """Give the focus to the side that is taken."""
        answer = self.model.answer_of(self.detail)
        side = self.right if answer is Answer.RIGHT else self.left
        side.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What a cell does not take comes here.
        if event.key() in _ARROWS:
            self.stepped.emit(_ARROWS[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            to = self.left if event.key() == Qt.Key.Key_Left else self.right
            to.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.kept.emit()
        else:
            super().keyPressEvent(event)

    def _cell(self, side: Side, answer: Answer) -> VersionCell:
        case, desk = self.detail.case, self.desk
        text = words.side_words(desk, self.detail, side)
        caption = provenance(desk, side)
        where = self.tr("this till") if side.is_here else side.where or self.tr("another till")
        name = self._name(f"{where}: {text}")
        shows_marks = not words.is_hidden(desk, case) and text == side.text
        cell = VersionCell(
            desk.theme,
            text,
            marks=together(text, side.spans) if shows_marks else (),
            caption=caption,
            careful=self.tr("The more careful side") if self.detail.careful is answer else "",
            name=f"{name}. {caption}" if caption else name,
            room_for=words.text_words(side.text),
        )
        cell.clicked.connect(lambda: self.model.answer(self.detail, answer))
        return cell

    def _label(self) -> QWidget:
        theme, case = self.desk.theme, self.detail.case
        parts: list[QWidget | int | None] = [
            theme.px(14),
            PlainLabel(theme, said(case.field), role="bb", wrap=True),
        ]
        kind = words.kind_line(self.desk, case)
        if kind:
            parts.append(PlainLabel(theme, kind, role="c", color="ink2", wrap=True, lines=2))
        parts.append(PlainLabel(theme, words.how_line(self.detail), role="c", color="ink2"))
        if case.can_write and not words.is_hidden(self.desk, case):
            parts.append(self.write)
        made = box(column(*parts, None, gap=1, margins=(0, 0, 12, 0)))
        made.setFixedWidth(theme.px(LABEL_WIDTH))
        return made

    def _name(self, more: str) -> str:
        return f"{said(self.detail.case.field)}, {more}"

    def _fill(self, text: str) -> None:
        self._is_filling = True
        self.own.set_text(text)
        self._is_filling = False

    def _take_own(self) -> None:
        if not self._is_filling:
            self.model.write(self.detail, self.own.text)

    def _hear(self, case_id: str) -> None:
        if case_id == self.detail.case.id:
            self.show_answer()
