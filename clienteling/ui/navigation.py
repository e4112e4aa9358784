"""The places of the window, in the order of the rail. A new screen is one entry here.

Factories import their screen when it is first opened, so that starting does not wait for all.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from clienteling.ui.desk import Desk
from clienteling.ui.screen import Screen


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the rail.

    Args:
        name: Its name in code: ``desk.go(name)``.
        label: English source of its word.
        icon: A Phosphor icon.
        home: Makes the page of the place itself.
        thing: Makes the page of a thing in it, or None.
    """

    name: str
    label: str
    icon: str
    home: Callable[[Desk], Screen]
    thing: Callable[[Desk], Screen] | None = None

    def words(self) -> str:
        """Return its word in the window's language."""
        return QCoreApplication.translate("Places", self.label)


def _clients(desk: Desk) -> Screen:
    from clienteling.ui.screens.clients.view import ClientsScreen

    return ClientsScreen(desk)


def _card(desk: Desk) -> Screen:
    from clienteling.ui.screens.card.view import CardScreen

    return CardScreen(desk)


def _lookbooks(desk: Desk) -> Screen:
    from clienteling.ui.screens.lookbooks.view import LookbooksScreen

    return LookbooksScreen(desk)


def _composer(desk: Desk) -> Screen:
    from clienteling.ui.screens.composer.view import ComposerScreen

    return ComposerScreen(desk)


def _settings(desk: Desk) -> Screen:
    from clienteling.ui.screens.settings.view import SettingsScreen

    return SettingsScreen(desk, {"bring-in": _bring_in})


def _waits(desk: Desk) -> Screen:
    from clienteling.ui.screens.waits.view import WaitsScreen

    return WaitsScreen(desk)


def _compare(desk: Desk) -> Screen:
    from clienteling.ui.screens.compare.view import CompareScreen

    return CompareScreen(desk)


def _bring_in(desk: Desk) -> Screen:
    from clienteling.ui.screens.bring_in.view import BringInScreen

    return BringInScreen(desk)


PLACES: tuple[Place, ...] = (
    Place("clients", str(QT_TRANSLATE_NOOP("Places", "Clients")), "address-book", _clients, _card),
    Place(
        "lookbooks",
        str(QT_TRANSLATE_NOOP("Places", "Lookbooks")),
        "book-open",
        _lookbooks,
        _composer,
    ),
)

#: Settings stand apart, at the foot of the rail.
SETTINGS = Place("settings", str(QT_TRANSLATE_NOOP("Places", "Settings")), "gear-six", _settings)

#: What waits to be shared, and as its things what is to be compared; the line below leads there.
SYNC = Place(
    "sync", str(QT_TRANSLATE_NOOP("Places", "What waits")), "cloud-check", _waits, _compare
)


def place_named(name: str) -> Place:
    """Return a place by its name in code."""
    return next(one for one in (*PLACES, SETTINGS, SYNC) if one.name == name)
