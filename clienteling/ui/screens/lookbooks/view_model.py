"""What is on the shelf, and the first page of each lookbook as it comes into sight."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from clienteling.domain.errors import NotFoundError
from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk

if TYPE_CHECKING:
    from clienteling.queries.lookbooks import ShelfRow
    from clienteling.reports.lookbook_source import Composition
    from clienteling.reports.page import Page

_BOOK = ("lookbook", "look_page", "look_item", "client")
_MOST = 400


class ShelfModel(QObject):
    """The shelf, the last worked on first.

    ``changed`` tells of other rows, ``drawn`` that the first page of a lookbook is known.
    """

    changed = Signal()
    drawn = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.is_mine = False
        self.words = ""
        self.is_read = False
        self.is_watched = False
        self._all: tuple[ShelfRow, ...] = ()
        self._pages: dict[Id, tuple[datetime, Page, Page]] = {}
        self._asked: set[Id] = set()
        desk.read_again(self, _BOOK, self._hear)

    @property
    def rows(self) -> "tuple[ShelfRow, ...]":
        """The lookbooks that fit what is typed."""
        wanted = self.words.casefold().split()
        if not wanted:
            return self._all
        return tuple(row for row in self._all if _fits(row, wanted))

    @property
    def count(self) -> int:
        """How many are on the shelf."""
        return len(self._all)

    def show_mine(self, *, mine: bool) -> None:
        """Show one's own lookbooks, or the whole boutique's."""
        self.is_mine = mine
        self.refresh()

    def find(self, words: str) -> None:
        """Show only what has these words in its title or its client's name."""
        self.words = words
        self.changed.emit()

    def refresh(self) -> None:
        """Read the shelf again."""
        from clienteling.queries.lookbooks import shelf

        me = self.desk.me
        staff_id = me.staff.id if me and self.is_mine else None
        self.desk.ask(self, shelf, self._receive, latest="shelf", staff_id=staff_id, limit=_MOST)

    def first_page(self, row: "ShelfRow") -> "Page | None":
        """Return the first page of a lookbook, or None while it is composed; ``drawn`` tells.

        The discreet view shows pictures alone: a page speaks of its client.
        """
        known = self._pages.get(row.id)
        if known is None or known[0] != row.updated_at:
            self._ask_page(row)
        if known is None:
            return None
        return known[2] if self.desk.discreet else known[1]

    def copy(self, row: "ShelfRow") -> None:
        """Begin another lookbook like this one, and show it."""
        from clienteling.services.lookbooks import copy_lookbook

        me = self.desk.me
        self.desk.act(
            self,
            copy_lookbook,
            self.tr("Lookbook copied"),
            then=lambda lookbook_id: self.desk.go("lookbooks", lookbook_id),
            lookbook_id=row.id,
            title=self.tr("{title}, copy").format(title=row.title) if row.title else "",
            staff_id=me.staff.id if me else None,
        )

    def take_away(self, row: "ShelfRow") -> None:
        """Take a lookbook off the shelf; undo brings it back."""
        from clienteling.services.lookbooks import remove_lookbook

        why = self.tr("Lookbook taken off the shelf")
        self.desk.act(self, remove_lookbook, why, lookbook_id=row.id)

    def _hear(self) -> None:
        if self.is_watched:
            self.refresh()

    def _receive(self, rows: "tuple[ShelfRow, ...]") -> None:
        self._all, self.is_read = rows, True
        self.changed.emit()

    def _ask_page(self, row: "ShelfRow") -> None:
        if row.id in self._asked:
            return
        from clienteling.reports.lookbook_source import composition

        self._asked.add(row.id)
        me = self.desk.me
        zone = me.store.time_zone if me else "UTC"

        def known(made: "Composition") -> None:
            self._asked.discard(row.id)
            if not made.pages:
                return
            page = made.pages[0]
            self._pages[row.id] = (row.updated_at, page, _without_words(page))
            self.drawn.emit(row.id)

        def failed(error: Exception) -> None:
            self._asked.discard(row.id)
            if not isinstance(error, NotFoundError):
                self.desk.fail(error)

        arguments: dict[str, Any] = {
            "lookbook_id": row.id,
            "today": self.desk.backend.clock.today(zone),
            "store_id": me.store.id if me else None,
        }
        self.desk.ask(self, composition, known, failed=failed, **arguments)


def _fits(row: "ShelfRow", wanted: list[str]) -> bool:
    names = (row.person.display, row.person.native or "") if row.person else ()
    said = " ".join((row.title, *names)).casefold()
    return all(word in said for word in wanted)


def _without_words(page: "Page") -> "Page":
    from clienteling.reports.page import Text

    kept = tuple(one for one in page.operations if not isinstance(one, Text))
    return replace(page, operations=kept)
