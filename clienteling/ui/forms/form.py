"""The form: fields in two columns, their values, what is wrong, and whether anything changed."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from clienteling.domain.errors import UserError
from clienteling.ui.forms.fields import Field
from clienteling.ui.forms.inputs import Input, checked, make_input
from clienteling.ui.locale import Words
from clienteling.ui.sentences import said
from clienteling.ui.theme import Theme

_COLUMN_GAP = 16
_ROW_GAP = 8


class Form(QWidget):
    """Inputs made from ``Field`` lines.

    ``changed`` tells that a person edited something. A field is checked when it is left, and its
    error goes as soon as it is edited again.

    Args:
        theme: The theme in force.
        fields: In reading order.
        words: Language of days and figures.
        columns: How many fields stand side by side.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        fields: Sequence[Field],
        *,
        words: Words | None = None,
        columns: int = 2,
    ) -> None:
        super().__init__()
        self.theme = theme
        self._fields = {field.name: field for field in fields}
        self._inputs: dict[str, Input] = {}
        self._shown: dict[str, Any] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_COLUMN_GAP)
        grid.setVerticalSpacing(_ROW_GAP)
        self.setLayout(grid)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._lay_out(grid, fields, words or Words(theme.language), columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self.set_values({})

    def input(self, name: str) -> Input:
        """Return one input, to connect fields with each other."""
        return self._inputs[name]

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show values (absent ones are empty) and begin again as unchanged."""
        for name, one in self._inputs.items():
            one.set_value(values.get(name))
            one.set_error("")
        self._shown = self._read_all()

    def values(self) -> dict[str, Any]:
        """Return every value by field name.

        ``text``, ``words`` and ``choice`` give ``str | None``, ``chips`` a tuple of ``str``,
        ``toggle`` a ``bool``, ``date`` a ``date | None``, ``number`` a ``Decimal | None``.

        Raises:
            UserError: The first value that cannot be kept; it is shown at its field, as are the
                others, and the first has the focus.
        """
        found: dict[str, Any] = {}
        wrong: list[UserError] = []
        for name in self._inputs:
            try:
                found[name] = self._value(name)
            except UserError as error:
                self._inputs[name].set_error(said(error))
                wrong.append(error)
        if wrong:
            self.show_error(wrong[0])
            raise wrong[0]
        return found

    def changed_values(self) -> dict[str, Any]:
        """Return only the values that differ from those shown first.

        Raises:
            UserError: As ``values``.
        """
        return {name: new for name, new in self.values().items() if new != self._shown.get(name)}

    @property
    def is_dirty(self) -> bool:
        """Whether anything differs from the values shown first."""
        return self._read_all() != self._shown

    def check(self) -> bool:
        """Show every error at its field; tell whether all may be kept."""
        try:
            self.values()
        except UserError:
            return False
        return True

    def show_error(self, error: UserError) -> bool:
        """Show an error at its field and go there; tell whether it belongs to one of these."""
        one = self._inputs.get(error.field or "")
        if one is None:
            return False
        one.set_error(said(error))
        one.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _lay_out(
        self, grid: QGridLayout, fields: Sequence[Field], words: Words, columns: int
    ) -> None:
        row = column = 0
        for field in fields:
            one = self._inputs[field.name] = make_input(self.theme, field, words)
            one.edited.connect(partial(self._edited, field.name))
            one.left.connect(partial(self._leave, field.name))
            wide = field.wide or field.kind in {"words", "chips"}
            if wide and column:
                row, column = row + 1, 0
            span = columns if wide else 1
            grid.addWidget(one.widget, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
            if column >= columns:
                row, column = row + 1, 0

    def _value(self, name: str) -> Any:
        field = self._fields[name]
        try:
            value = self._inputs[name].value()
        except UserError as error:
            raise UserError(said(error), field=name) from error
        required = self.tr("Write something here.")
        if field.kind == "choice":
            required = self.tr("Choose one.")
        return checked(field, value, required)

    def _read_all(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, one in self._inputs.items():
            try:
                found[name] = one.value()
            except UserError as error:
                found[name] = error
        return found

    def _edited(self, name: str) -> None:
        self._inputs[name].set_error("")
        self.changed.emit()

    def _leave(self, name: str) -> None:
        try:
            if self._inputs[name].value() is not None:
                self._value(name)
        except UserError as error:
            self._inputs[name].set_error(said(error))
