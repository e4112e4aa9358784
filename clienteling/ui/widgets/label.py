"""Words on the page: always plain text, set on the design's line heights."""

import math

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from clienteling.ui.theme import Role, Theme

_LEAST_WRAP_WIDTH = 60


class PlainLabel(QLabel):
    """A text in one type role and colour; markup in it is shown, never obeyed.

    Args:
        theme: The theme in force.
        text: The words.
        role: Type role, for example ``"d46"`` or ``"c"``.
        color: Colour token of the words.
        wrap: Break into several lines.
        elide: Cut a line that does not fit with an ellipsis; the whole is then the tooltip.
        lines: At most so many lines when wrapping; 0 for as many as needed.
        align: Left, right or centre.
        language: Language of the words where it is not the window's (a client's own name).
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        role: Role = "b",
        color: str = "ink",
        wrap: bool = False,
        elide: bool = False,
        lines: int = 0,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        language: str | None = None,
    ) -> None:
        super().__init__()
        self.theme = theme
        self._role: Role = role
        self._color = color
        self._wrap = wrap
        self._elide = elide
        self._lines = lines
        self._align = align
        self._language = language
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.restyle()
        theme.changed.connect(self.restyle)
        self.set_text(text)

    def restyle(self) -> None:
        """Take the role's font from the theme."""
        self.setFont(self.theme.font(self._role, self._language, words=self.text()))
        self.updateGeometry()
        self.update()

    def set_text(self, text: str) -> None:
        """Show other words."""
        if text != self.text():
            self.setText(text)
            if "“" in text and self.theme.language.startswith("zh"):
                self.restyle()

    def set_color(self, color: str) -> None:
        """Show the words in another colour."""
        self._color = color
        self.update()

    def set_role(self, role: Role) -> None:
        """Set the words in another type role."""
        self._role = role
        self.restyle()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        widest = max((metrics.horizontalAdvance(one) for one in self._paragraphs()), default=0)
        rows = len(self._paragraphs()) if self._wrap else 1
        return QSize(math.ceil(widest) + 1, rows * self.theme.line(self._role))

    @override
    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        if self._elide:
            return QSize(min(hint.width(), self.theme.px(24)), hint.height())
        if self._wrap:
            width = min(hint.width(), self.theme.px(_LEAST_WRAP_WIDTH))
            return QSize(width, self.theme.line(self._role))
        return hint

    @override
    def hasHeightForWidth(self) -> bool:
        return self._wrap

    @override
    def heightForWidth(self, width: int) -> int:
        if not self._wrap:
            return self.theme.line(self._role)
        return max(1, len(self._rows(width))) * self.theme.line(self._role)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.theme.color(self._color))
        if not self.isEnabled():
            painter.setOpacity(0.4)
        metrics = QFontMetricsF(self.font())
        line = self.theme.line(self._role)
        rows = self._rows(self.width())
        top = (self.height() - line * len(rows)) // 2 if len(rows) == 1 else 0
        ascent = (line - metrics.height()) / 2 + metrics.ascent()
        for number, row in enumerate(rows):
            shown = self._fitted(row, metrics)
            left = self._left(metrics.horizontalAdvance(shown))
            painter.drawText(QPointF(left, round(top + number * line + ascent)), shown)

    def _fitted(self, row: str, metrics: QFontMetricsF) -> str:
        if not (self._elide or self._wrap) or metrics.horizontalAdvance(row) <= self.width() + 1:
            return row
        return metrics.elidedText(row, Qt.TextElideMode.ElideRight, self.width())

    def _left(self, used: float) -> float:
        if self._align & Qt.AlignmentFlag.AlignRight:
            return self.width() - used
        if self._align & Qt.AlignmentFlag.AlignHCenter:
            return (self.width() - used) / 2
        return 0

    def _paragraphs(self) -> list[str]:
        return self.text().split("\n") if self._wrap else [self.text().replace("\n", " ")]

    def _rows(self, width: int) -> list[str]:
        if not self._wrap:
            return self._paragraphs()
        rows = [row for one in self._paragraphs() for row in self._broken(one, width)]
        if self._lines and len(rows) > self._lines:
            kept = rows[: self._lines - 1]
            return [*kept, " ".join(rows[self._lines - 1 :])]
        return rows

    def _broken(self, paragraph: str, width: int) -> list[str]:
        layout = QTextLayout(paragraph, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        rows = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            rows.append(
                paragraph[line.textStart() : line.textStart() + line.textLength()].rstrip()
            )
        layout.endLayout()
        return rows or [""]
