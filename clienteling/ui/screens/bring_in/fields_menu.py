"""The menu of what a column may hold, by groups."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from clienteling.exchange.fields import Field
from clienteling.ui.screens.bring_in.view_model import BringInModel
from clienteling.ui.screens.bring_in.words import GROUPS, field_word, said
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import Menu, Paper


class FieldsMenu(QObject):
    """Opens the menu of one column and hands on what was chosen.

    Args:
        page: The page it opens over.
        model: Takes the choice.
    """

    def __init__(self, page: Paper, model: BringInModel) -> None:
        super().__init__(page)
        self._page: QWidget = page
        self._theme: Theme = page.theme
        self._model = model
        self.menu: Menu | None = None

    def open(self, row: Any, at: QPoint) -> None:
        """Open it for a column, at a point of the screen."""
        prepared = self._model.prepared
        if prepared is None or self._model.is_busy:
            return
        if self.menu is not None:
            self.menu.deleteLater()
        menu = self.menu = Menu(self._theme, self._page)
        self._add(menu, Field.IGNORE, row)
        for title, names in GROUPS[prepared.mapping.kind.value]:
            group = Menu(self._theme, menu)
            group.setTitle(said(title))
            menu.addMenu(group)
            for name in names:
                self._add(group, Field(name), row)
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    def _add(self, menu: Menu, field: Field, row: Any) -> None:
        choose = partial(self._model.choose_field, row.position, field)
        act = menu.addAction(field_word(field.value), choose)
        act.setCheckable(True)
        act.setChecked(field is row.column.field)
