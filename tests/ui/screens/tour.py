"""A walk through every place, page, sheet and menu of the window, and what can be read there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QAbstractTableModel, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QMenu,
    QWidget,
)

from clienteling.demo.plan import demo_id
from clienteling.queries.lookbooks import shelf
from clienteling.queries.pieces import pieces
from clienteling.services.lookbooks import fill_lookbook, new_lookbook
from clienteling.ui.main_window import MainWindow
from clienteling.ui.screen import Screen
from clienteling.ui.screens.card.sheets import SHEETS
from clienteling.ui.screens.card.view import CardScreen
from clienteling.ui.screens.clients.view import ClientsScreen
from clienteling.ui.screens.composer.view import ComposerScreen
from clienteling.ui.screens.lookbooks.view import LookbooksScreen
from clienteling.ui.screens.settings.view import SettingsScreen
from clienteling.ui.widgets import Overlay

BEATRICE = demo_id("client", "beatrice")
Go = Callable[[MainWindow], None]
Page = TypeVar("Page", bound=Screen)


@dataclass(frozen=True)
class Stop:
    """Somewhere in the window, and how to get there."""

    name: str
    go: Go


def page_of(window: MainWindow, kind: type[Page]) -> Page:
    """Return the page in front, which is of that kind."""
    page = window.page
    assert isinstance(page, kind)
    return page


def a_lookbook(backend) -> str:
    """Begin a lookbook of four pieces for Beatrice, or take the one there is."""
    present = backend.ask(shelf, client_id=BEATRICE)
    if present:
        return str(present[0].id)
    me = backend.me()
    made = backend.do(
        new_lookbook,
        "x",
        client_id=BEATRICE,
        staff_id=me.staff.id,
        title="For Ravello",
        language="en",
        letter="Dear Signora Altieri",
    )
    today = backend.clock.today("Europe/Paris")
    rows = backend.ask(pieces, client_id=BEATRICE, store_id=me.store.id, today=today)
    backend.do(
        fill_lookbook, "x", lookbook_id=made.value, pieces=tuple(one.id for one in rows[:4])
    )
    return str(made.value)


def stops(backend, client_id: str = BEATRICE) -> Iterator[Stop]:
    """Yield every place, page, sheet and menu of the demo house."""
    yield Stop("clients", lambda w: w.go("clients"))
    yield Stop("clients: filters", lambda w: page_of(w, ClientsScreen)._open_filter_menu())
    yield Stop("clients: orders", lambda w: page_of(w, ClientsScreen)._open_sort_menu())
    yield Stop("clients: row menu", _row_menu)
    yield Stop("clients: peek", _peek)
    yield Stop("palette", lambda w: w.open_palette(""))
    yield Stop("palette: client", lambda w: w.open_palette("alt"))
    yield Stop("palette: piece", _palette_pieces)
    yield Stop("palette: nobody", lambda w: w.open_palette("qxqxqx"))
    yield Stop("new client", lambda w: w.open_new_client("Ines Aurelle"))
    yield Stop("card", lambda w: w.go("clients", client_id))
    yield Stop("card: menu", lambda w: page_of(w, CardScreen)._open_menu())
    for name in SHEETS:
        yield Stop(f"card: {name}", partial(_open_sheet, name=name))
    for kind in ("note", "piece", "call", "visit"):
        yield Stop(f"log: {kind}", partial(_open_log, client_id=client_id, kind=kind))
    yield Stop("keys", lambda w: w.open_keys())
    yield Stop("card: purchases", lambda w: w.go("clients", f"{client_id}/purchases"))
    yield Stop("card: wishes", lambda w: w.go("clients", f"{client_id}/wishes"))
    book = a_lookbook(backend)
    yield Stop("lookbooks", lambda w: w.go("lookbooks"))
    yield Stop("lookbooks: begin", lambda w: page_of(w, LookbooksScreen).begin_new())
    yield Stop("composer", lambda w: w.go("lookbooks", book))
    yield Stop("composer: more", _composer_menu)
    yield Stop("composer: preview", lambda w: page_of(w, ComposerScreen).leaving.preview())
    yield Stop("composer: issued", lambda w: page_of(w, ComposerScreen).leaving.show_issued())
    yield Stop("composer: batch", lambda w: page_of(w, ComposerScreen).leaving.begin_batch())
    for page in ("me", "till", "house", "keys", "office", "data"):
        yield Stop(f"settings: {page}", partial(_go_to_settings, page=page))
    for act in ("edit_store", "edit_person", "edit_circle"):
        yield Stop(f"settings: {act}", partial(_edit_house, act=act))
    yield Stop("bring in", lambda w: w.go("settings", "bring-in"))


ROW = Qt.ItemDataRole.UserRole


def walk(window: MainWindow, rest: Callable[[], None], backend) -> Iterator[Stop]:
    """Go to every stop and yield it once all is at rest; what lies over the page goes after."""
    for stop in stops(backend):
        stop.go(window)
        settle(rest)
        yield stop
        put_away(window)
        settle(rest)


def settle(rest: Callable[[], None]) -> None:
    """Wait until nothing runs, and until what was made anew is laid out and the old has gone."""
    for _round in range(3):
        rest()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def put_away(window: MainWindow) -> None:
    """Close the menu and the overlay, if there are any."""
    popup = QApplication.activePopupWidget()
    while popup is not None:
        popup.close()
        popup = QApplication.activePopupWidget()
    for one in window.findChildren(Overlay):
        one.close_sheet()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def in_front(window: MainWindow) -> QWidget:
    """Return what is to be used now: a menu, an overlay, or the window."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup
    return next((one for one in window.findChildren(Overlay) if one.is_open), window)


def shown(root: QWidget) -> list[QWidget]:
    """Return every part of a root that is visible, itself included."""
    return [root, *(one for one in root.findChildren(QWidget) if one.isVisible())]


def path_of(widget: QWidget) -> str:
    """Say where a part is, for the sentence of a failed test."""
    names: list[str] = []
    one: QWidget | None = widget
    while one is not None and len(names) < 4:
        names.append(type(one).__name__)
        one = one.parentWidget()
    return " < ".join(names) + f" {widget.accessibleName() or ''!r}"


def spoken_tree(root: QWidget) -> Iterator[tuple[QAccessibleInterface, QWidget | None]]:
    """Yield every node a screen reader meets below a part; rows of long lists: the first 40."""
    # Qt answers None for a part that is going, whatever its signature says.
    waiting: list[QAccessibleInterface | None] = [QAccessible.queryAccessibleInterface(root)]
    while waiting:
        node = waiting.pop()
        if node is None or not node.isValid() or node.state().invisible:
            continue
        owner = node.object()
        yield node, owner if isinstance(owner, QWidget) else None
        waiting += [node.child(number) for number in range(min(node.childCount(), 40))]


def words_in(window: MainWindow, front: QWidget | None = None) -> Iterator[tuple[str, str]]:
    """Yield all that can be read or heard of the window now, each with where it stands."""
    roots = [front or window]
    popup = QApplication.activePopupWidget()
    if popup is not None:
        roots.append(popup)
    for root in roots:
        for one in shown(root):
            where = path_of(one)
            yield where, one.windowTitle()
            yield where, one.toolTip()
            yield where, one.whatsThis()
            yield where, one.statusTip()
            yield where, one.accessibleName()
            yield where, one.accessibleDescription()
            if isinstance(one, QLabel):
                yield where, one.text()
            for name in ("words", "text", "placeholderText", "toPlainText"):
                found = getattr(one, name, None)
                if isinstance(found, str):
                    yield where, found
                elif callable(found) and name != "words":
                    try:
                        value = found()
                    except TypeError:
                        continue
                    if isinstance(value, str):
                        yield where, value
            if isinstance(one, QMenu):
                for act in one.actions():
                    yield where, act.text()
                    yield where, act.toolTip()
            if isinstance(one, QAbstractItemView) and one.model() is not None:
                yield from _cells(one, where)
        for node, owner in spoken_tree(root):
            where = path_of(owner) if owner else "item"
            for kind in (
                QAccessible.Text.Name,
                QAccessible.Text.Description,
                QAccessible.Text.Value,
                QAccessible.Text.Help,
            ):
                yield where, node.text(kind)


def _cells(view: QAbstractItemView, where: str) -> Iterator[tuple[str, str]]:
    role = Qt.ItemDataRole
    model = view.model()
    for row in range(min(model.rowCount(), 60)):
        columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
        for column in range(columns):
            index = model.index(row, column)
            for one in (
                role.DisplayRole,
                role.ToolTipRole,
                role.StatusTipRole,
                role.WhatsThisRole,
                role.AccessibleTextRole,
                role.AccessibleDescriptionRole,
                role.EditRole,
            ):
                value = index.data(one)
                if isinstance(value, str):
                    yield where, value


def rect_in(widget: QWidget, root: QWidget) -> QRect:
    """Return where a part lies in a root."""
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def _row_menu(window: MainWindow) -> None:
    page = page_of(window, ClientsScreen)
    page.menus.open_row(page.rows.index(0, 0).data(ROW), window.mapToGlobal(QPoint(400, 400)))


def _peek(window: MainWindow) -> None:
    page = page_of(window, ClientsScreen)
    page._peek_at(page.rows.index(0, 0).data(ROW))


def _open_sheet(window: MainWindow, name: str) -> None:
    page_of(window, CardScreen).open_sheet(name)


def _open_log(window: MainWindow, client_id: str, kind: str) -> None:
    window.open_log(client_id, kind)


def _composer_menu(window: MainWindow) -> None:
    page = page_of(window, ComposerScreen)
    page.menus.open_more(page.head.more)


def _go_to_settings(window: MainWindow, page: str) -> None:
    window.go("settings", page)


def _edit_house(window: MainWindow, act: str) -> None:
    getattr(page_of(window, SettingsScreen).pages["house"], act)(None)


def _palette_pieces(window: MainWindow) -> None:
    from clienteling.ui.screens.palette.view import Palette

    window.open_palette("")
    palette = window.findChildren(Palette)[0]
    palette._turn(1)
    palette._turn(1)
    palette.edit.setText("coat")
