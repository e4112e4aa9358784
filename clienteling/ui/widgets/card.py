"""Parts of a client's card: what to remember, a size, a line of the story."""

import math

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from clienteling.ui.theme import Theme
from clienteling.ui.widgets.base import draw_box
from clienteling.ui.widgets.button import TextLink
from clienteling.ui.widgets.icon import IconLabel
from clienteling.ui.widgets.label import PlainLabel
from clienteling.ui.widgets.layouts import column, line
from clienteling.ui.widgets.section import Rule

_STRIP = 56
_ALERT_LEAST = 220
_ALERT_MOST = 0.6
_ALERT_AIR = 6
_ANY_WIDTH = 16_777_215
_TWO_LINES = 0.6
"""Share of one line's width in which the same words surely fit on two."""
_RING = 28
_BASELINE_STEP = 4
"""How much higher a caption's line must end to stand on the figure's baseline."""


class RememberStrip(QWidget):
    """What to remember, in italic between two rules; an allergy stands at right in ``crit``.

    It is always present: without words it offers to add some (``add_pressed``).

    Args:
        theme: The theme in force.
        sentences: Up to two sentences.
        alert: Allergy or health, in a few words.
    """

    add_pressed = Signal()

    def __init__(self, theme: Theme, sentences: str = "", *, alert: str = "") -> None:
        super().__init__()
        self.theme = theme
        title = PlainLabel(theme, self.tr("Please remember"), role="o", color="ink2")
        # Two lines where the page is narrow; an allergy takes as many as it needs.
        self._words = PlainLabel(theme, role="i20", wrap=True, lines=2)
        self._empty = PlainLabel(theme, self.tr("Nothing noted yet"), role="i18", color="ink3")
        self._add = TextLink(theme, self.tr("Add"))
        self._icon = IconLabel(theme, "warning-circle", color="crit", size=18)
        self._alert = PlainLabel(theme, role="bb", color="crit", wrap=True)
        row = line(title, 20, self._words, self._empty, self._add, None, self._icon, self._alert)
        row.setAlignment(self._alert, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(column(Rule(theme), None, row, None, Rule(theme)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._add.clicked.connect(self.add_pressed)
        self.set_words(sentences, alert=alert)
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the height from the theme; more only where an allergy would be cut."""
        # However long the sentences are, two lines hold the whole of a usual allergy.
        wide = math.ceil(self.theme.width("bb", self._alert.text()))
        most = max(_ALERT_LEAST, round(self.width() * _ALERT_MOST))
        least = min(wide + 1, max(_ALERT_LEAST, round(wide * _TWO_LINES)), most)
        self._alert.setMinimumWidth(least)
        # Beside sentences it breaks into more lines rather than leave them no room.
        self._alert.setMaximumWidth(most if self._words.text() else _ANY_WIDTH)
        high = self._alert.heightForWidth(least) + _ALERT_AIR
        self.setFixedHeight(max(self.theme.px(_STRIP), high) + 2)

    def set_words(self, sentences: str, *, alert: str = "") -> None:
        """Show what to remember of another client."""
        self._words.set_text(sentences)
        self._alert.set_text(alert)
        self._empty.setVisible(not sentences)
        self._add.setVisible(not sentences)
        self._icon.setVisible(bool(alert))
        self._alert.setVisible(bool(alert))
        self._words.setVisible(bool(sentences))
        self.setAccessibleName(" ".join(one for one in (alert, sentences) if one))
        self.restyle()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()


class SizeFigure(QWidget):
    """A size: its label, the figure in serif and the system in caption ("40 IT")."""

    def __init__(self, theme: Theme, label: str, figure: str, system: str = "") -> None:
        super().__init__()
        words = f"{label} {figure} {system}".strip()
        self.setAccessibleName(words)
        number = PlainLabel(theme, figure, role="d24")
        unit = PlainLabel(theme, system, role="c", color="ink2")
        pair = line(number, column(None, unit, theme.px(_BASELINE_STEP)), None, gap=5)
        self.setLayout(column(PlainLabel(theme, label, role="s", color="ink2"), 4, pair))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


class StoryIcon(QLabel):
    """The ring with an icon on the story's line.

    Args:
        theme: The theme in force.
        icon: What kind of moment it was.
        name: The kind in words, for a screen reader.
        first: Whether the line begins here.
        last: Whether the line ends here.
    """

    def __init__(
        self, theme: Theme, icon: str, *, name: str = "", first: bool = False, last: bool = False
    ) -> None:
        super().__init__()
        self.theme = theme
        self._icon = icon
        self._first = first
        self._last = last
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(name)
        self.setFixedWidth(_RING + 2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_RING + 2, _RING + 8)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_story_icon(
            painter,
            self.theme,
            QRectF(self.rect()),
            self._icon,
            first=self._first,
            last=self._last,
        )


def draw_story_icon(
    painter: QPainter, theme: Theme, area: QRectF, icon: str, *, first: bool, last: bool
) -> None:
    """Draw the story's hairline through an area and a ring near its top. For delegates, too."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = area.left() + (_RING + 2) // 2
    top = area.top() + (0 if not first else _RING / 2)
    bottom = area.top() + _RING if last else area.bottom()
    painter.fillRect(QRectF(middle, top, 1, bottom - top), theme.color("hair2"))
    ring = QRectF(middle - _RING / 2 + 0.5, area.top() + 1, _RING, _RING)
    draw_box(painter, ring, _RING / 2, theme.color("paper"), theme.color("hair2"))
    painter.setPen(QPen(theme.color("ink2")))
    side = 16
    left, up = ring.center().x() - side / 2, ring.center().y() - side / 2
    dpr = painter.device().devicePixelRatio()
    painter.drawPixmap(round(left), round(up), theme.icon(icon, "ink2", side, dpr))
    painter.restore()


class StoryRow(QWidget):
    """A moment of the story: date, ring, words, caption and perhaps a picture at right."""

    def __init__(
        self,
        theme: Theme,
        *,
        date: str,
        icon: str,
        words: str,
        caption: str,
        kind: str = "",
        picture: QWidget | None = None,
        first: bool = False,
        last: bool = False,
    ) -> None:
        super().__init__()
        day = PlainLabel(theme, date, role="s", color="ink2")
        day.setFixedWidth(theme.px(58))
        text = PlainLabel(theme, words, role="b", wrap=True)
        below = PlainLabel(theme, caption, role="c", color="ink2", elide=True)
        ring = StoryIcon(theme, icon, name=kind, first=first, last=last)
        told = column(5, text, 1, below, None, margins=(14, 0, 0, 22))
        row = line(box_at_top(day, 5), ring, told, gap=0)
        row.setStretch(2, 1)
        if picture is not None:
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(row)


def box_at_top(part: QWidget, gap: int = 0) -> QWidget:
    """Hold a part at the top of whatever height the row takes."""
    made = QWidget()
    made.setLayout(column(gap, part, None))
    return made
