"""The composer's menus: of a frame, of its sizes, and everything that is not done every day."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from clienteling.queries.pieces import SizeRow
from clienteling.ui.desk import Desk
from clienteling.ui.screens.composer.leaving import Leaving
from clienteling.ui.screens.composer.view_model import ComposerModel
from clienteling.ui.widgets import Menu


class Menus(QObject):
    """Opens menus for the composer; ``find_wanted`` asks for a piece.

    Args:
        desk: What the page works with.
        model: What is composed.
        leaving: What the lookbook's ways out are.
        page: The page they open over.
    """

    find_wanted = Signal()

    def __init__(self, desk: Desk, model: ComposerModel, leaving: Leaving, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._model, self._leaving, self._page = desk, model, leaving, page
        self._menu: Menu | None = None

    def open_frame(self, frame: int, spot: QWidget, at: QPoint) -> None:
        """Open what can be done with a frame."""
        menu = self._fresh()
        if self._model.item_at(frame) is None:
            menu.addAction(self.tr("Find a piece"), self.find_wanted.emit)
        else:
            menu.addAction(self.tr("Another size…"), partial(self.open_sizes, frame, spot))
            on = partial(self._model.move_on, frame, 1)
            menu.addAction(self.tr("To the next frame"), on)
            back = partial(self._model.move_on, frame, -1)
            menu.addAction(self.tr("To the frame before"), back)
            menu.addSeparator()
            menu.addAction(self.tr("Take it out"), partial(self._model.empty, frame))
        menu.popup(at)

    def open_sizes(self, frame: int, spot: QWidget) -> None:
        """Open the sizes of the piece in a frame, once they are read."""
        self._model.ask_sizes(frame, partial(self._offer_sizes, frame, spot))

    def open_more(self, below: QWidget) -> None:
        """Open what is not done every day."""
        menu = self._fresh()
        menu.addAction(self.tr("Copies that left the house…"), self._leaving.show_issued)
        menu.addAction(self.tr("For several clients…"), self._leaving.begin_batch)
        menu.addSeparator()
        menu.addAction(self.tr("Add a page"), self._model.add_page)
        out = menu.addAction(self.tr("Take this page out"), self._model.remove_page)
        made = self._model.composition
        out.setEnabled(made is not None and len(made.row.pages) > 1)
        menu.addSeparator()
        menu.addAction(self.tr("Copy this lookbook"), self._leaving.copy)
        menu.addAction(self.tr("Take it off the shelf"), self._leaving.take_away)
        menu.popup(below.mapToGlobal(QPoint(0, below.height() + 4)))

    def _offer_sizes(self, frame: int, spot: QWidget, sizes: tuple[SizeRow, ...]) -> None:
        item = self._model.item_at(frame)
        if item is None:
            return
        menu = self._fresh()
        if not sizes:
            menu.addAction(self.tr("This piece has one size")).setEnabled(False)
        else:
            own = menu.addAction(
                self.tr("The client's size"), partial(self._model.set_size, frame, None)
            )
            own.setCheckable(True)
            own.setChecked(item.size_label is None)
            menu.addSeparator()
        for one in sizes:
            act = menu.addAction(self._where(one), partial(self._model.set_size, frame, one.label))
            act.setCheckable(True)
            act.setChecked(item.size_label == one.label)
        menu.popup(spot.mapToGlobal(QPoint(spot.width() // 2, spot.height() // 3)))

    def _where(self, one: SizeRow) -> str:
        if one.here:
            words = self.tr("{size}, {count} here")
            return words.format(size=one.label, count=self._desk.words.number(one.here))
        if one.elsewhere:
            return self.tr("{size}, elsewhere").format(size=one.label)
        return self.tr("{size}, to order").format(size=one.label)

    def _fresh(self) -> Menu:
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = Menu(self._desk.theme, self._page)
        return self._menu
