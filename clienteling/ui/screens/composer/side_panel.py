"""The column at right: layout, the letter, and what stands on the page."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from clienteling.queries.lookbooks import LookbookRow
from clienteling.ui.screens.composer.layout_cells import LayoutCells
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import (
    PlainLabel,
    Rule,
    ScrollPage,
    SectionHeader,
    Select,
    TextArea,
    Toggle,
    box,
    column,
    line,
)

_LETTER_HEIGHT = 156
_BAR = 12
_LANGUAGES = (
    ("en", "English"),
    ("fr", "Français"),
    ("it", "Italiano"),
    ("zh-Hans", "简体中文"),
    ("zh-Hant", "繁體中文"),
    ("ja", "日本語"),
)
_PAPERS = (("A4", "A4"), ("A5", "A5"), ("Letter", "Letter"))
SWITCHES = ("show_prices", "show_set_aside", "show_care", "show_reactions", "show_code")


class SidePanel(ScrollPage):
    """Layouts, letter, switches, language and paper.

    ``layout_chosen(value)``, ``letter_typed(words)``, ``value_set(name, value)``; ``undone`` and
    ``redone`` when the letter's own field was asked for it.

    Args:
        theme: The theme in force.
    """

    layout_chosen = Signal(str)
    letter_typed = Signal(str)
    value_set = Signal(str, object)
    undone = Signal()
    redone = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._layout_head = SectionHeader(theme, "")
        self._letter_head = SectionHeader(theme, "")
        self._switch_head = SectionHeader(theme, "")
        self.layouts = LayoutCells(theme)
        self._is_own = False
        self.layouts.chosen.connect(self.layout_chosen)
        self.letter = TextArea(theme, "", role="i16", rows=5, show_label=False)
        self.letter.edit.setUndoRedoEnabled(False)
        self.letter.edit.installEventFilter(self)
        self.letter.changed.connect(self._type)
        self.switches = {name: Toggle(theme, name="") for name in SWITCHES}
        self._labels = {name: PlainLabel(theme, role="bm", wrap=True) for name in SWITCHES}
        self._prices_note = PlainLabel(theme, role="c", color="ink2", wrap=True)
        self.language = Select(theme, list(_LANGUAGES), bare=True)
        self.paper = Select(theme, list(_PAPERS), bare=True)
        self._language_label = PlainLabel(theme, role="bm", elide=True)
        self._paper_label = PlainLabel(theme, role="bm", elide=True)
        for name, toggle in self.switches.items():
            toggle.clicked.connect(lambda on, name=name: self.value_set.emit(name, on))
        self.language.chosen.connect(lambda value: self.value_set.emit("language", value))
        self.paper.chosen.connect(lambda value: self.value_set.emit("page_size", value))
        self._fit()
        theme.changed.connect(self._fit)
        self.set_content(box(self._lay_out()))
        self.retranslate()

    def retranslate(self) -> None:
        """Write every word again in the window's language."""
        self._layout_head.title.set_text(self.tr("Layout"))
        self._switch_head.title.set_text(self.tr("On the page"))
        self._name_letter()
        self.letter.edit.setPlaceholderText(self.tr("Write as you would speak."))
        self._prices_note.set_text(self.tr("never by default"))
        words = {
            "show_prices": self.tr("Prices"),
            "show_set_aside": self.tr("Set aside in size"),
            "show_care": self.tr("Care and origin"),
            "show_reactions": self.tr("Reaction boxes"),
            "show_code": self.tr("Code for the boutique"),
        }
        for name, text in words.items():
            self._labels[name].set_text(text)
            self.switches[name].set_name(text)
        self._language_label.set_text(self.tr("Written in"))
        self._paper_label.set_text(self.tr("Paper"))
        self.language.setAccessibleName(self.tr("Written in"))
        self.paper.setAccessibleName(self.tr("Paper"))
        self.layouts.retranslate()

    def show_row(self, row: LookbookRow, layout: str) -> None:
        """Show a lookbook's choices; letter and words apart."""
        self.layouts.show_layout(layout)
        for name, toggle in self.switches.items():
            if toggle.isChecked() != getattr(row, name):
                toggle.setChecked(getattr(row, name))
        self.language.choose(row.language)
        self.paper.choose(row.page_size)

    def show_letter(self, words: str, *, own: bool) -> None:
        """Show the letter, or the words of a page's own; what is being typed is left alone."""
        self._is_own = own
        self._name_letter()
        if self.letter.edit.toPlainText() != words:
            self._write_letter(words)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let undo and redo in the letter be those of the whole page."""
        if isinstance(event, QKeyEvent) and watched is self.letter.edit:
            turned = {
                QKeySequence.StandardKey.Undo: self.undone,
                QKeySequence.StandardKey.Redo: self.redone,
            }
            for keys, signal in turned.items():
                if event.matches(keys):
                    if event.type() is QEvent.Type.KeyPress:
                        signal.emit()
                    event.accept()
                    return True
        return super().eventFilter(watched, event)

    def _name_letter(self) -> None:
        own = self._is_own
        words = self.tr("Words of this page") if own else self.tr("A word from you")
        self._letter_head.title.set_text(words)
        self.letter.edit.setAccessibleName(words)

    def _write_letter(self, words: str) -> None:
        edit = self.letter.edit
        at_end = edit.textCursor().atEnd()
        blocked = self.letter.blockSignals(True)
        edit.setPlainText(words)
        self.letter.blockSignals(blocked)
        if at_end:
            edit.moveCursor(edit.textCursor().MoveOperation.End)

    def _type(self) -> None:
        self.letter_typed.emit(self.letter.edit.toPlainText())

    def _lay_out(self) -> QVBoxLayout:
        rows: list[QWidget | int] = []
        for name in SWITCHES:
            words = column(self._labels[name])
            if name == "show_prices":
                words.addWidget(self._prices_note)
            rows += [self._row(box(words), self.switches[name]), Rule(self.theme, color="hair")]
        return column(
            self._layout_head,
            12,
            self.layouts,
            18,
            self._letter_head,
            12,
            self.letter,
            18,
            self._switch_head,
            2,
            *rows,
            self._row(self._language_label, self.language),
            Rule(self.theme, color="hair"),
            self._row(self._paper_label, self.paper),
            None,
            margins=(0, 0, _BAR, 12),
        )

    def _row(self, words: QWidget, control: QWidget) -> QWidget:
        made = line(words, control, gap=8, margins=(0, 1, 0, 1))
        made.setStretch(0, 1)
        made.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
        made.setAlignment(control, Qt.AlignmentFlag.AlignVCenter)
        return box(made)

    def _fit(self) -> None:
        self.letter.setFixedHeight(self.theme.px(_LETTER_HEIGHT))
