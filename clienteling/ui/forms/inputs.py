"""The inputs of a form, all answering the same few questions."""

from typing import Any, assert_never

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clienteling.domain.errors import UserError
from clienteling.ui.forms.fields import Field
from clienteling.ui.forms.reading import read_day, read_number
from clienteling.ui.locale import Words
from clienteling.ui.sentences import said
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import ChipGroup, DropDown, PlainLabel, TextArea, Toggle, box, column
from clienteling.ui.widgets import Field as LineField
from clienteling.ui.widgets.announce import show_message


class Input(QObject):
    """One input: its widget, its value, and the message it shows."""

    edited = Signal()
    left = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widget = widget

    def value(self) -> Any:
        """Return the value; raises ``UserError`` when it cannot be read."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def set_error(self, sentence: str) -> None:
        """Show how to mend it; an empty sentence takes the message away."""
        raise NotImplementedError


class LineInput(Input):
    """Text, a day or a figure on one line."""

    def __init__(self, theme: Theme, field: Field, words: Words) -> None:
        self.line = LineField(
            theme,
            field.label,
            optional=field.optional,
            unit=field.unit,
            placeholder=field.placeholder,
        )
        super().__init__(self.line)
        self._field = field
        self._words = words
        self.line.set_help(field.help)
        self.line.changed.connect(self.edited)
        self.line.left.connect(self.left)

    @override
    def value(self) -> Any:
        """Return words, a ``date`` or a ``Decimal``; ``None`` for nothing."""
        match self._field.kind:
            case "date":
                return read_day(self.line.text, self._words)
            case "number":
                return read_number(self.line.text)
            case _:
                return self.line.text or None

    @override
    def set_value(self, value: Any) -> None:
        """Show words, a ``date`` or a figure."""
        if value is None:
            self.line.set_text("")
        elif self._field.kind == "date":
            self.line.set_text(self._words.long_day(value))
        else:
            self.line.set_text(str(value))

    @override
    def set_error(self, sentence: str) -> None:
        """Show how to mend it."""
        if sentence:
            self.line.set_error(sentence)
        else:
            self.line.set_clear()


class WordsInput(Input):
    """Several lines of words."""

    def __init__(self, theme: Theme, field: Field) -> None:
        self.area = TextArea(theme, field.label, placeholder=field.placeholder)
        self._message = PlainLabel(theme, role="c", color="crit", elide=True)
        holder = box(column(self.area, 4, self._message))
        holder.setFocusProxy(self.area)
        super().__init__(holder)
        self.area.changed.connect(self.edited)

    @override
    def value(self) -> str | None:
        """Return the words, ``None`` for nothing."""
        return self.area.text or None

    @override
    def set_value(self, value: Any) -> None:
        """Show words."""
        self.area.set_text(value or "")

    @override
    def set_error(self, sentence: str) -> None:
        """Show how to mend it."""
        show_message(self._message, sentence)


class ChoiceInput(Input):
    """One of several from a list that opens."""

    def __init__(self, theme: Theme, field: Field) -> None:
        options = list(field.options)
        if field.optional:
            options.insert(0, ("", ""))
        self.choice = DropDown(theme, field.label, options, optional=field.optional)
        super().__init__(self.choice)
        self.choice.chosen.connect(self.edited)

    @override
    def value(self) -> str | None:
        """Return the chosen value, ``None`` for nothing."""
        return self.choice.value or None

    @override
    def set_value(self, value: Any) -> None:
        """Choose a value."""
        self.choice.choose(value or "")

    @override
    def set_error(self, sentence: str) -> None:
        """Show how to mend it."""
        self.choice.set_error(sentence)


class ChipsInput(Input):
    """Any number of choices as chips."""

    def __init__(self, theme: Theme, field: Field) -> None:
        self.chips = ChipGroup(theme, list(field.options), exclusive=False, name=field.label)
        label = PlainLabel(theme, field.label, role="s", color="ink2")
        self._message = PlainLabel(theme, role="c", color="crit", elide=True)
        super().__init__(box(column(label, 2, self.chips, self._message)))
        self.chips.changed.connect(self.edited)

    @override
    def value(self) -> tuple[str, ...]:
        """Return the chosen values in the order offered."""
        return tuple(self.chips.values)

    @override
    def set_value(self, value: Any) -> None:
        """Choose values."""
        self.chips.choose(*(value or ()))

    @override
    def set_error(self, sentence: str) -> None:
        """Show how to mend it."""
        show_message(self._message, sentence)


class ToggleInput(Input):
    """Yes or no."""

    def __init__(self, theme: Theme, field: Field) -> None:
        self.toggle = Toggle(theme, field.label)
        self._message = PlainLabel(theme, field.help, role="c", color="ink3", elide=True)
        super().__init__(box(column(self.toggle, self._message)))
        self.toggle.clicked.connect(self.edited)

    @override
    def value(self) -> bool:
        """Return whether it is on."""
        return self.toggle.isChecked()

    @override
    def set_value(self, value: Any) -> None:
        """Switch it without telling anyone."""
        self.toggle.setChecked(bool(value))

    @override
    def set_error(self, sentence: str) -> None:
        """Show how to mend it."""
        self._message.set_color("crit" if sentence else "ink3")
        show_message(self._message, sentence)


def make_input(theme: Theme, field: Field, words: Words) -> Input:
    """Return the input of a field."""
    match field.kind:
        case "text" | "date" | "number":
            return LineInput(theme, field, words)
        case "words":
            return WordsInput(theme, field)
        case "choice":
            return ChoiceInput(theme, field)
        case "chips":
            return ChipsInput(theme, field)
        case "toggle":
            return ToggleInput(theme, field)
        case _:
            assert_never(field.kind)


def checked(field: Field, value: Any, required: str) -> Any:
    """Return the value if it may be kept.

    Raises:
        UserError: It is missing, or the field's own check refuses it; names the field.
    """
    if value is None and not field.optional:
        raise UserError(required, field=field.name)
    if field.check is not None and value is not None:
        try:
            field.check(value)
        except UserError as error:
            raise UserError(said(error), field=field.name) from error
    return value
