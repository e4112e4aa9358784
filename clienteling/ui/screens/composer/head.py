"""The composer's head: where one is, the title to write on, and the acts."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from clienteling.ui.theme import Role, Theme
from clienteling.ui.widgets import (
    Button,
    IconLabel,
    PlainLabel,
    TextLink,
    column,
    icon_button,
    line,
)

_LEAST_TITLE = 150
_RING, _BAR = 4, 12  # what lists below leave at their sides for a focus ring and a bar


class TitleEdit(QLineEdit):
    """The title, written where it stands; as wide as its words.

    ``undone`` and ``redone`` tell that undo was asked for here: it is the whole page's.
    """

    undone = Signal()
    redone = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._role: Role = "d40"
        self.setFrame(False)
        self.setMaxLength(200)
        self.setTextMargins(-2, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)
        theme.changed.connect(self.restyle)
        self.restyle()

    def set_role(self, role: Role) -> None:
        """Set the title in another size."""
        self._role = role
        self.restyle()

    def restyle(self) -> None:
        """Take font and colours from the theme."""
        self.setFont(self.theme.font(self._role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, self.theme.color("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, self.theme.color("ink3"))
        palette.setColor(QPalette.ColorRole.Highlight, self.theme.color("sel"))
        palette.setColor(QPalette.ColorRole.HighlightedText, self.theme.color("ink"))
        self.setPalette(palette)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        words = self.text() or self.placeholderText()
        width = max(
            self.theme.px(_LEAST_TITLE), metrics.horizontalAdvance(words) + self.theme.px(12)
        )
        return QSize(round(width), self.theme.line(self._role) + 6)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(_LEAST_TITLE), self.sizeHint().height())

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            for keys, signal in (
                (QKeySequence.StandardKey.Undo, self.undone),
                (QKeySequence.StandardKey.Redo, self.redone),
            ):
                if event.matches(keys):
                    if event.type() is QEvent.Type.KeyPress:
                        signal.emit()
                    event.accept()
                    return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() or self.underMouse():
            painter = QPainter(self)
            token, thick = ("ink", 2) if self.hasFocus() else ("control", 1)
            painter.fillRect(
                0, self.height() - thick, self.width(), thick, self.theme.color(token)
            )


class Head(QWidget):
    """Crumb line and title line.

    Args:
        theme: The theme in force.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.crumb = TextLink(theme, "", underline=False, color="ink", icon="caret-left")
        self._kept = PlainLabel(theme, role="s", color="ink2")
        self._tick = IconLabel(theme, "check", color="pos", size=16)
        self.title = TitleEdit(theme)
        self.whom = PlainLabel(theme, role="i20", color="ink2", elide=True)
        self.undo = icon_button(theme, "arrow-counter-clockwise", "")
        self.redo = icon_button(theme, "arrow-clockwise", "")
        self.more = icon_button(theme, "dots-three", "")
        self.preview = Button(theme, "", icon="eye")
        self.print = Button(theme, "", icon="printer")
        self.pdf = Button(theme, "", kind="primary", key="Ctrl E")
        crumbs = line(self.crumb, 12, self._kept, self._tick, None, gap=6)
        names = line(self.title, column(None, self.whom, margins=(0, 0, 0, 9)), None, gap=14)
        acts = line(self.undo, self.redo, self.more, self.preview, self.print, self.pdf, gap=8)
        for button in (self.print, self.pdf):
            acts.insertSpacing(acts.indexOf(button), 2)
        row = line(names, acts, gap=16)
        row.setStretch(0, 1)
        self.setLayout(column(crumbs, row, margins=(_RING, 0, _BAR, 0)))
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word again in the window's language."""
        self.crumb.set_text(self.tr("Lookbooks"))
        self.crumb.set_name(self.tr("Back to the lookbooks"))
        self._kept.set_text(self.tr("Kept as you compose"))
        self.title.setPlaceholderText(self.tr("Untitled"))
        self.title.setAccessibleName(self.tr("Title"))
        self.undo.set_name(self.tr("Undo"))
        self.redo.set_name(self.tr("Redo"))
        self.more.set_name(self.tr("More"))
        self.preview.set_text(self.tr("Preview"))
        self.print.set_text(self.tr("Print"))
        self.pdf.set_text(self.tr("Make PDF"))

    def show_kept(self, kept: bool) -> None:  # noqa: FBT001 - the slot of kept_changed(bool)
        """Show whether all is kept; the words stay where they are."""
        self._kept.set_text(
            self.tr("Kept as you compose") if kept else self.tr("Keeping what you compose")
        )
        self._tick.setVisible(kept)

    def show_whom(self, name: str | None) -> None:
        """Say for whom the lookbook is."""
        self.whom.set_text(self.tr("for {name}").format(name=name) if name else "")

    def show_title(self, title: str) -> None:
        """Show a title; one being written is left alone where it is the same."""
        if self.title.text() != title:
            place = self.title.cursorPosition()
            self.title.setText(title)
            self.title.setCursorPosition(place if self.title.hasFocus() else 0)

    def set_short(self, short: bool) -> None:  # noqa: FBT001 - a Qt-like setter
        """Take less room on a low screen."""
        self.title.set_role("d34" if short else "d40")
