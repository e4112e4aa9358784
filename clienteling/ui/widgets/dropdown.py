"""A choice from a list that opens below the box."""

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from clienteling.ui.theme import RADIUS, Theme
from clienteling.ui.widgets.announce import show_message
from clienteling.ui.widgets.base import draw_box, draw_words
from clienteling.ui.widgets.label import PlainLabel
from clienteling.ui.widgets.layouts import column
from clienteling.ui.widgets.scroll import use_quiet_bars

_ROW = 44


class Select(QComboBox):
    """The box itself, drawn by us; its list keeps Qt's keys and accessibility.

    Args:
        theme: The theme in force.
        options: Pairs of value and word, in order.
        name: What is chosen, for a screen reader.
        bare: Without box, for a choice at the end of a row.
        height: Of the box.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        options: list[tuple[str, str]],
        *,
        name: str = "",
        bare: bool = False,
        height: int = 44,
    ) -> None:
        super().__init__()
        self.theme = theme
        self._bare = bare
        self._height = height
        self.setAccessibleName(name)
        self.set_options(options)
        self.setItemDelegate(_Row(self, theme))
        use_quiet_bars(self.view(), theme)
        self.setSizePolicy(
            QSizePolicy.Policy.Fixed if bare else QSizePolicy.Policy.Expanding,
            QSizePolicy.Policy.Fixed,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.activated.connect(self._tell)
        theme.changed.connect(self.updateGeometry)

    def set_options(self, options: list[tuple[str, str]]) -> None:
        """Offer other choices; the value stays if it is still offered."""
        value = self.value
        self.clear()
        for option, word in options:
            self.addItem(word, option)
        self.choose(value)

    @property
    def value(self) -> str:
        """The chosen value."""
        return str(self.currentData() or "")

    def choose(self, value: str) -> None:
        """Choose a value without telling anyone."""
        self.setCurrentIndex(max(0, self.findData(value)))

    @override
    def sizeHint(self) -> QSize:
        words = (self.itemText(row) for row in range(self.count()))
        widest = max((self.theme.width("b", word) for word in words), default=0)
        pad = self.theme.px(16) + (16 if self._bare else 36)
        return QSize(math.ceil(widest) + pad, self.theme.px(self._height))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self.theme.px(90)), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else 0.4)
        color, area = self.theme.color, QRectF(self.rect())
        focus = self.hasFocus()
        if not self._bare or focus:
            edge = color("ink") if focus or self.underMouse() else color("control")
            fill = None if self._bare else color("surface")
            draw_box(painter, area, RADIUS.control, fill, edge, 2 if focus else 1)
        side = self.theme.px(16)
        caret = self.theme.icon("caret-down", "ink2", side, self.devicePixelRatioF())
        right = 0 if self._bare else 12
        left = self.width() - right - side
        painter.drawPixmap(left, (self.height() - side) // 2, caret)
        start = 4 if self._bare else 14
        room = QRectF(start, 0, left - start - 6, self.height())
        align = Qt.AlignmentFlag.AlignRight if self._bare else Qt.AlignmentFlag.AlignLeft
        ink = color("ink2" if self._bare else "ink")
        draw_words(painter, room, self.currentText(), self.theme.font("b"), ink, align)

    def _tell(self) -> None:
        self.chosen.emit(self.value)


class DropDown(QWidget):
    """A ``Select`` with its label above, like a field."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        label: str,
        options: list[tuple[str, str]],
        *,
        optional: bool = False,
        message_slot: bool = True,
    ) -> None:
        super().__init__()
        self.theme = theme
        shown = self.tr("{label} (optional)").format(label=label) if optional else label
        self.label = PlainLabel(theme, shown, role="s", color="ink2")
        self.select = Select(theme, options, name=label)
        self.label.setBuddy(self.select)  # A screen reader on Linux takes the name from here.
        self.message = PlainLabel(theme, role="c", color="crit", elide=True)
        if not message_slot:  # Shown before it has a parent, it would be a window of its own.
            self.message.hide()
        self.setFocusProxy(self.select)
        self.setLayout(column(self.label, 5, self.select, 4, self.message))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.select.chosen.connect(self.chosen)

    @property
    def value(self) -> str:
        """The chosen value."""
        return self.select.value

    def choose(self, value: str) -> None:
        """Choose a value without telling anyone."""
        self.select.choose(value)

    def set_error(self, sentence: str) -> None:
        """Say how to mend the choice; an empty sentence takes the message away."""
        show_message(self.message, sentence)


class _Row(QStyledItemDelegate):
    """One row of the open list."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = self._theme.width("b", str(index.data() or ""))
        return QSize(math.ceil(width) + 28, self._theme.px(_ROW))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        area = QRectF(option.rect)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        token = "sel" if chosen else "surface"
        painter.fillRect(area, self._theme.color(token))
        words, ink = str(index.data() or ""), self._theme.color("ink")
        inner = area.adjusted(14, 0, -14, 0)
        draw_words(painter, inner, words, self._theme.font("b"), ink)
