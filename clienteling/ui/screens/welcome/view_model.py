"""Founds the house from what was filled in, and tells who is here then."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from clienteling.bootstrap import Done, Me
from clienteling.domain.errors import UserError
from clienteling.ui.desk import Desk
from clienteling.ui.places import guess

__all__ = ["WelcomeModel", "guess"]


class WelcomeModel(QObject):
    """Makes house, boutique, circles and first person in one act.

    ``founded(me)`` tells that the book can be used; ``refused(error)`` which field to mend.

    Args:
        desk: Does it away from the window.
    """

    founded = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.is_busy = False

    def begin(self, values: dict[str, Any]) -> None:
        """Found the house with these values; names of the fields of ``NewHouse``."""
        if self.is_busy:
            return
        self.is_busy = True
        backend, language = self.desk.backend, self.desk.theme.language
        why = self.tr("House founded")

        def work() -> Me | None:
            from clienteling.services.found_house import NewHouse, found_house

            new = NewHouse(**values, locale=language)
            done: Done = backend.do(found_house, why, new=new)
            backend.settings.set("staff", str(done.value))
            backend.settings.set("house_name", new.house)
            return backend.me()

        self.desk.tasks.run(self, work, self._done, self._failed)

    def _done(self, me: Me | None) -> None:
        self.is_busy = False
        self.founded.emit(me)

    def _failed(self, error: Exception) -> None:
        self.is_busy = False
        if isinstance(error, UserError) and error.field:
            self.refused.emit(error)
        else:
            self.desk.fail(error)
