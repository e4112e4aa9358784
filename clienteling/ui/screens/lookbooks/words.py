"""What the shelf says of a lookbook; the discreet view names no client."""

from PySide6.QtCore import QCoreApplication

from clienteling.queries.lookbooks import ShelfRow
from clienteling.ui.desk import Desk
from clienteling.ui.widgets import HIDDEN


class ShelfWords:
    """Writes the lines below a tile.

    Args:
        desk: Language, day, discreet view.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def title(self, row: ShelfRow) -> str:
        """Return the title."""
        return row.title.strip() or QCoreApplication.translate("Lookbooks", "Untitled")

    def whom(self, row: ShelfRow) -> str:
        """Say for whom it is."""
        tr = QCoreApplication.translate
        if row.person is None:
            return tr("Lookbooks", "for no one in particular")
        name = HIDDEN if self._desk.discreet else row.person.display
        return tr("Lookbooks", "for {name}").format(name=name)

    def state(self, row: ShelfRow) -> str:
        """Say how far it is and when it was worked on last."""
        tr, words = QCoreApplication.translate, self._desk.words
        state = {
            "draft": tr("Lookbooks", "Draft"),
            "issued": tr("Lookbooks", "Given"),
            "reacted": tr("Lookbooks", "Answered"),
        }[row.status.value]
        count = words.number(row.pages)
        many = tr("Lookbooks", "{count} pages").format(count=count)
        pages = tr("Lookbooks", "1 page") if row.pages == 1 else many
        me = self._desk.me
        today = self._desk.backend.clock.today(me.store.time_zone if me else "UTC")
        return " · ".join((state, pages, words.moment(row.updated_at, today)))

    def describe(self, row: ShelfRow) -> str:
        """Say a tile in words."""
        return ", ".join((self.title(row), self.whom(row), self.state(row)))
