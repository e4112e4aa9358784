"""Fields: a label above, a box 44 high, and one line below kept for a message."""

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from clienteling.ui.theme import RADIUS, Theme
from clienteling.ui.widgets.announce import announce
from clienteling.ui.widgets.base import draw_box
from clienteling.ui.widgets.icon import IconLabel
from clienteling.ui.widgets.keycap import Keycap
from clienteling.ui.widgets.label import PlainLabel
from clienteling.ui.widgets.layouts import column

State = Literal["plain", "error", "caution"]
_TOKENS: dict[State, str] = {"plain": "ink3", "error": "crit", "caution": "cau"}
_ICONS: dict[State, str] = {"error": "warning-circle", "caution": "warning"}


class Box(QWidget):
    """The outlined box around an input; its border tells focus, error and caution."""

    def __init__(self, theme: Theme, inner: QWidget, *, height: int | None = 44) -> None:
        super().__init__()
        self.theme = theme
        self.inner = inner
        self._height = height
        self._state: State = "plain"
        self.setFocusProxy(inner)
        inner.installEventFilter(self)
        self._layout = QHBoxLayout()
        self._layout.setContentsMargins(12, 0, 12, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(inner, 1)
        self.setLayout(self._layout)
        policy = QSizePolicy.Policy.Fixed if height else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, policy)
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take sizes and colours from the theme."""
        dress_input(self.inner, self.theme)
        if self._height:
            self.setFixedHeight(self.theme.px(self._height))
        self.update()

    def lead(self, part: QWidget) -> None:
        """Put a part before the input (a glass in a search field)."""
        self._layout.insertWidget(0, part)

    def trail(self, part: QWidget) -> None:
        """Put a part after the input (a unit, a keycap, an icon)."""
        self._layout.addWidget(part)

    def set_state(self, state: State) -> None:
        """Draw the border of a state."""
        self._state = state
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # The whole box is pressed to write in it, not the line of words alone.
        self.inner.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.EnabledChange}:
            self.update()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else 0.4)
        color, focus = self.theme.color, self.inner.hasFocus()
        border = {"plain": color("control"), "error": color("crit"), "caution": color("cau")}
        edge = border[self._state]
        if self._state == "plain" and (focus or self.underMouse()):
            edge = color("ink")
        width = 2 if focus or self._state == "error" else 1
        draw_box(painter, QRectF(self.rect()), RADIUS.control, color("surface"), edge, width)


class Field(QWidget):
    """A line of text with its label and its message.

    ``field.edit`` is the ``QLineEdit``; ``changed`` tells of every keystroke and ``left`` that the
    person has gone on, the moment to check it.

    Args:
        theme: The theme in force.
        label: Above the box.
        optional: Say so beside the label; required is the unmarked case.
        unit: Written at the right of the box.
        placeholder: Shown while empty.
        message_slot: Keep the line below, so that nothing jumps.
    """

    changed = Signal(str)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        text: str = "",
        optional: bool = False,
        unit: str = "",
        placeholder: str = "",
        message_slot: bool = True,
    ) -> None:
        super().__init__()
        self.theme = theme
        self.edit = QLineEdit(text)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(label)
        self.box = Box(theme, self.edit)
        self.setFocusProxy(self.edit)
        shown = self.tr("{label} (optional)").format(label=label) if optional else label
        self.label = PlainLabel(theme, shown, role="s", color="ink2")
        self._unit = PlainLabel(theme, unit, role="s", color="ink3")
        self._icon = IconLabel(theme, "warning-circle", color="crit", size=20)
        self.message = PlainLabel(theme, role="c", elide=True)
        self._help = ""
        self._state: State = "plain"
        self.box.trail(self._unit)
        self.box.trail(self._icon)
        self._unit.setVisible(bool(unit))
        self._icon.hide()
        if not message_slot:  # Shown before it has a parent, it would be a window of its own.
            self.message.hide()
        self.setLayout(column(self.label, 5, self.box, 4, self.message))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit.textEdited.connect(self._edited)
        self.edit.editingFinished.connect(self.left)

    @property
    def text(self) -> str:
        """The words typed, without space at the ends."""
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Show other words and forget any message."""
        self.edit.setText(text)
        self.set_clear()

    def set_help(self, sentence: str) -> None:
        """Show a quiet sentence below while there is nothing to mend."""
        self._help = sentence
        if self._state == "plain":
            self.set_clear()

    def set_error(self, sentence: str) -> None:
        """Say how to mend what was typed."""
        self._show("error", sentence)

    def set_caution(self, sentence: str) -> None:
        """Say what is unusual about it; never blocks."""
        self._show("caution", sentence)

    def set_clear(self) -> None:
        """Take the message away."""
        self._show("plain", self._help)

    @property
    def state(self) -> State:
        """Whether it shows an error or a caution."""
        return self._state

    def _edited(self, text: str) -> None:
        if self._state == "error":
            self.set_clear()
        self.changed.emit(text)

    def _show(self, state: State, sentence: str) -> None:
        if state != "plain" and (state, sentence) != (self._state, self.message.text()):
            announce(self.edit, sentence)
        self._state = state
        self.box.set_state(state)
        self.message.set_color(_TOKENS[state])
        self.message.set_text(sentence)
        self.edit.setAccessibleDescription(sentence)
        self._icon.setVisible(state != "plain")
        if state != "plain":
            self._icon.set_icon(_ICONS[state], _TOKENS[state])
            self.message.setVisible(True)


class SearchField(QWidget):
    """A box with a glass and a key, to find things while one types; ``edit`` is the input."""

    changed = Signal(str)

    def __init__(self, theme: Theme, placeholder: str, *, key: str = "") -> None:
        super().__init__()
        self.theme = theme
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(placeholder)
        self.box = Box(theme, self.edit)
        self.box.lead(IconLabel(theme, "magnifying-glass", color="ink2", size=18))
        if key:
            self.box.trail(Keycap(theme, key))
        self.setFocusProxy(self.edit)
        self.setLayout(column(self.box))
        self.edit.textChanged.connect(self.changed)


def dress_input(widget: QWidget, theme: Theme) -> None:
    """Give an input the text font and a clear ground, so that the box behind it shows."""
    palette = widget.palette()
    role = QPalette.ColorRole
    for one in (role.Base, role.Window):
        palette.setColor(one, QColor(0, 0, 0, 0))
    palette.setColor(role.Text, theme.color("ink"))
    palette.setColor(role.PlaceholderText, theme.color("ink3"))
    palette.setColor(role.Highlight, theme.color("sel"))
    palette.setColor(role.HighlightedText, theme.color("ink"))
    widget.setPalette(palette)
    if isinstance(widget, QLineEdit):
        widget.setFrame(False)
        widget.setFont(theme.font("b"))
        height = QFontMetricsF(widget.font()).height()
        widget.setMinimumHeight(round(height) + 8)
    elif isinstance(widget, QPlainTextEdit):
        widget.viewport().setAutoFillBackground(False)
