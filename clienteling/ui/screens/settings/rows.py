"""One row of Settings: what it is at left, the control that sets it at right, a hairline below."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from clienteling.domain.errors import UserError
from clienteling.settings.settings import Setting, Value
from clienteling.ui import sentences
from clienteling.ui.screens.settings.words import choices_of, label_of, said
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import Field, PlainLabel, Rule, Segmented, Select, Toggle, column, line
from clienteling.ui.widgets.announce import announce

_HEIGHT = 58
_FIELD_WIDTH = 300
_IN_A_SWITCH = 4

Choose = Callable[[Value], None]


class Row(QWidget):
    """A row with words and a part at its right.

    Args:
        theme: The theme in force.
        title: What it is.
        detail: A quiet line below.
        part: The control, or None.
        lead: A mark before the words, or None.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        detail: str = "",
        part: QWidget | None = None,
        lead: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.part = part
        self._detail = detail
        self.title = PlainLabel(theme, title, role="bm", elide=True)
        self.detail = PlainLabel(theme, detail, role="c", color="ink2", wrap=True, lines=2)
        if not detail:
            self.detail.hide()  # Shown here, before it has a parent, it would be a window.
        words = column(None, self.title, 1, self.detail, None)
        row = line(words, gap=16)
        row.setStretch(0, 1)
        if lead is not None:
            row.insertWidget(0, lead)
            row.setStretch(0, 0)
            row.setStretch(1, 1)
        if part is not None:
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        inner = QWidget()
        inner.setLayout(row)
        inner.setMinimumHeight(theme.px(_HEIGHT))
        self.setLayout(column(inner, Rule(theme, color="hair")))

    def show_error(self, sentence: str) -> None:
        """Say in the quiet line how to mend the value; an empty sentence takes it away."""
        if sentence:
            announce(self.detail, sentence)
        self.detail.set_text(sentence or self._detail)
        self.detail.set_color("crit" if sentence else "ink2")
        self.detail.setVisible(bool(self.detail.text()))


def setting_row(theme: Theme, setting: Setting, value: Value, choose: Choose) -> Row:
    """Return the row of a setting, its control showing the value."""
    match setting.kind:
        case "choice":
            part = choice(theme, label_of(setting), choices_of(setting), str(value))
            kinds = {str(one): one for one, _word in setting.choices}
            part.chosen.connect(lambda chosen: choose(kinds[chosen]))
            return Row(theme, label_of(setting), said(setting.help), part)
        case "toggle":
            switch = Toggle(theme, on=bool(value), name=label_of(setting))
            switch.clicked.connect(lambda: choose(switch.isChecked()))
            return Row(theme, label_of(setting), said(setting.help), switch)
        case _:
            return _line_row(theme, setting, str(value), choose)


def choice(
    theme: Theme, name: str, options: list[tuple[str, str]], value: str
) -> Segmented | Select:
    """Return a switch for a few choices, a list that opens for more."""
    if 0 < len(options) <= _IN_A_SWITCH:
        switch = Segmented(theme, options, name=name)
        switch.choose(value)
        return switch
    select = Select(theme, options, name=name)
    select.choose(value)
    select.setMinimumWidth(theme.px(_FIELD_WIDTH))
    return select


def _line_row(theme: Theme, setting: Setting, value: str, choose: Choose) -> Row:
    field = Field(theme, label_of(setting), text=value, message_slot=False)
    field.label.hide()
    field.setFixedWidth(theme.px(_FIELD_WIDTH))
    row = Row(theme, label_of(setting), said(setting.help), field)
    kept = [value]

    def leave() -> None:
        if field.text == kept[0]:
            return
        try:
            choose(field.text)
        except UserError as error:
            row.show_error(sentences.said(error))
            field.box.set_state("error")
            field.edit.setAccessibleDescription(sentences.said(error))
        else:
            kept[0] = field.text

    def clear_error() -> None:
        row.show_error("")
        field.box.set_state("plain")
        field.edit.setAccessibleDescription("")

    field.left.connect(leave)
    field.changed.connect(clear_error)
    return row
