"""Rules and section headings: what separates instead of boxes."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from clienteling.ui.theme import Theme
from clienteling.ui.widgets.button import TextLink
from clienteling.ui.widgets.label import PlainLabel
from clienteling.ui.widgets.layouts import column, line


class Rule(QWidget):
    """A hairline: ``hair2`` under a section, ``hair`` between rows."""

    def __init__(
        self,
        theme: Theme,
        *,
        color: str = "hair2",
        vertical: bool = False,
    ) -> None:
        super().__init__()
        self.theme = theme
        self._color = color
        self._vertical = vertical
        fixed, grows = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if vertical else grows, grows if vertical else fixed)
        theme.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), self.theme.color(self._color))


class SectionHeader(QWidget):
    """An overline of three words at most, perhaps a link or a remark at right, and a rule.

    Args:
        theme: The theme in force.
        title: Overline; drawn in capitals where the script has them.
        link: Words of the link; ``link_pressed`` tells.
        remark: Quiet words at right instead of a link.
        gap: Pixels between words and rule.
    """

    link_pressed = Signal()

    def __init__(
        self, theme: Theme, title: str, *, link: str = "", remark: str = "", gap: int = 8
    ) -> None:
        super().__init__()
        self.theme = theme
        self.title = PlainLabel(theme, title, role="o", color="ink2", elide=True)
        self.remark = PlainLabel(theme, remark, role="c", color="ink2")
        if not remark:  # Shown before it has a parent, it would be a window of its own.
            self.remark.hide()
        self.link: TextLink | None = None
        head = line(self.title, None, self.remark)
        head.setAlignment(self.remark, Qt.AlignmentFlag.AlignVCenter)
        self._head = head
        if link:
            self.set_link(link)
        self.setLayout(column(head, gap, Rule(theme)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_link(self, words: str) -> None:
        """Show a link at right."""
        if self.link is None:
            self.link = _HeadLink(self.theme, words, underline=False, role="c")
            self._head.addWidget(self.link)
            self.link.clicked.connect(self.link_pressed)
        else:
            self.link.set_text(words)

    def set_remark(self, words: str) -> None:
        """Show quiet words at right."""
        self.remark.set_text(words)
        self.remark.setVisible(bool(words))

    def add(self, part: QWidget) -> None:
        """Put a part at the right end (tabs, a number)."""
        self._head.addWidget(part)


class _HeadLink(TextLink):
    """A link no higher than the overline, so that headings with and without one align."""

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.theme.line("c"))
