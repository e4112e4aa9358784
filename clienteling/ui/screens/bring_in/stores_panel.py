"""Asks which boutique is meant by names in the file that the book does not have."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from clienteling.ui.desk import Desk
from clienteling.ui.screens.bring_in.view_model import BringInModel
from clienteling.ui.widgets import IconLabel, PlainLabel, Select, box, clear, column, line

if TYPE_CHECKING:
    from clienteling.queries.house_head import StoreRow

_SHOWN = 3
"""So many names are asked about at a time; the next come with the next check."""

_WIDTH = 260


class StoresPanel(QWidget):
    """A line for each name, with the boutiques to choose from; ``chosen(name, id)`` tells.

    Args:
        desk: Knows the house's boutiques.
    """

    chosen = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._stores: tuple[StoreRow, ...] = ()
        self._shown: tuple[object, ...] = ()
        self._rows = column(gap=6)
        self.setLayout(self._rows)
        self.hide()

    def show_question(self, model: BringInModel) -> None:
        """Ask about the names that the last check found nowhere; hide where all are known."""
        names = model.strangers[:_SHOWN] if model.prepared is not None else ()
        self.setVisible(bool(names))
        if not names:
            self._shown = ()
            return
        if not self._stores:
            self._ask(model)
            return
        said = dict(model.prepared.mapping.stores) if model.prepared is not None else {}
        # The same lines stay: one who walks through them by keys keeps her place.
        if self._shown != (names, self._stores):
            self._shown = (names, self._stores)
            clear(self._rows)
            for name in names:
                self._add(name, said.get(name, ""))

    def _ask(self, model: BringInModel) -> None:
        from clienteling.queries.house import stores

        def learn(found: "tuple[StoreRow, ...]") -> None:
            self._stores = found
            if found:
                self.show_question(model)

        self.desk.ask(self, stores, learn, latest="stores")

    def _add(self, name: str, said: str) -> None:
        theme = self.desk.theme
        question = self.tr("“{name}” is no boutique of the book. Which is meant?")
        label = PlainLabel(theme, question.replace("{name}", name), role="s", elide=True)
        options = [("", self.tr("None of them")), *((one.id, one.name) for one in self._stores)]
        select = Select(
            theme, options, name=self.tr("Which boutique is {name}").replace("{name}", name)
        )
        select.choose(said)
        select.setFixedWidth(theme.px(_WIDTH))
        select.chosen.connect(partial(self.chosen.emit, name))
        row = line(IconLabel(theme, "storefront", color="cau", size=20), label, select, gap=10)
        row.setStretch(1, 1)
        row.setAlignment(label, Qt.AlignmentFlag.AlignVCenter)
        whole = box(row)
        self._rows.addWidget(whole)
        whole.show()  # At once, so that the walk by keys finds it.
