"""How the file is written and what its rows are: recognised, and open to a person's word."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clienteling.exchange.encodings import OFFERED
from clienteling.ui.screens.bring_in.words import letters_word, mark_word
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import (
    FlowLayout,
    PlainLabel,
    Segmented,
    Select,
    Toggle,
    box,
    column,
)

if TYPE_CHECKING:
    from clienteling.exchange.prepare import Prepared

_MARKS = (",", ";", "\t", "|", " ")


class FactsBar(QWidget):
    """A line of small choices; ``form_chosen(name, value)`` tells what a person says of the file.

    Args:
        theme: The theme in force.
    """

    form_chosen = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.kind = Segmented(
            theme,
            [("clients", self.tr("Clients")), ("purchases", self.tr("Purchases"))],
            name=self.tr("What the rows are"),
            height=44,
        )
        self.letters = Select(theme, [], name=self.tr("Letters"))
        self.marks = Select(theme, [(one, mark_word(one)) for one in _MARKS])
        self.marks.setAccessibleName(self.tr("Separator"))
        self.sheets = Select(theme, [], name=self.tr("Sheet"))
        self.heading = Toggle(theme, self.tr("First line is a heading"))
        self._labelled = {
            self.kind: self._under(self.tr("The rows are"), self.kind),
            self.letters: self._under(self.tr("Letters"), self.letters),
            self.marks: self._under(self.tr("Separator"), self.marks),
            self.sheets: self._under(self.tr("Sheet"), self.sheets),
            self.heading: self._under("", self.heading),
        }
        self.setLayout(FlowLayout(*self._labelled.values(), gap=24, line_gap=8))
        self.kind.chosen.connect(lambda value: self.form_chosen.emit("kind", value))
        self.letters.chosen.connect(lambda value: self.form_chosen.emit("encoding", value))
        self.marks.chosen.connect(lambda value: self.form_chosen.emit("delimiter", value))
        self.sheets.chosen.connect(lambda value: self.form_chosen.emit("sheet", value))
        self.heading.clicked.connect(self._heading_pressed)

    def show_facts(self, prepared: "Prepared") -> None:
        """Show how a file was recognised."""
        facts = prepared.facts
        is_text = facts.type.value == "text"
        guesses = [one.name for one in facts.encodings]
        offered = dict.fromkeys([facts.encoding, *guesses[:3], *OFFERED])
        self.kind.choose(prepared.mapping.kind.value)
        self.letters.set_options([(one, letters_word(one)) for one in offered if one])
        self.letters.choose(facts.encoding)
        self.marks.choose(facts.delimiter)
        self.sheets.set_options([(one, one) for one in facts.sheets])
        self.heading.setChecked(facts.has_header)
        for part in (self.letters, self.marks):
            self._labelled[part].setVisible(is_text)
        self._labelled[self.sheets].setVisible(len(facts.sheets) > 1)
        for part in (self.letters, self.sheets):
            part.updateGeometry()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else 0

    def _heading_pressed(self) -> None:
        self.form_chosen.emit("has_header", self.heading.isChecked())

    def _under(self, label: str, part: QWidget) -> QWidget:
        return box(column(PlainLabel(self.theme, label, role="c", color="ink2"), 4, part))
