"""A field that finds one piece or one client while its words are typed, inside a sheet."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk
from clienteling.ui.theme import RADIUS
from clienteling.ui.widgets import (
    Box,
    IconLabel,
    Look,
    PlainLabel,
    Press,
    clear,
    column,
    cover,
    draw_box,
    draw_picture,
    draw_plate,
    draw_words,
)

if TYPE_CHECKING:
    from clienteling.queries.catalogue_find import PieceHit
    from clienteling.queries.find import Hit

_SHOWN = 4
_ROW = 52
_PLATE = (32, 40)


@dataclass(frozen=True, slots=True)
class Found:
    """A row of the finder: what it is, and what it says.

    Args:
        id: Of the piece or client.
        name: Its name.
        told: A second line.
        picture: Content hash of its picture.
        initials: Shown where a client has no picture.
        detail: What else the chooser needs (a scanned size).
    """

    id: Id
    name: str
    told: str = ""
    picture: str | None = None
    initials: str = ""
    detail: Id | None = None


class Finder(QWidget):
    """Words, a few rows below, ``chosen(Found)`` on Enter or press.

    Args:
        desk: Theme, pictures, search.
        label: What is looked for.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk, label: str) -> None:
        super().__init__()
        self.desk, self.theme = desk, desk.theme
        self.edit = _Line(self)
        self.edit.setPlaceholderText(label)
        self.edit.setAccessibleName(label)
        self.box = Box(self.theme, self.edit)
        self.box.lead(IconLabel(self.theme, "magnifying-glass", color="ink2", size=18))
        self.setFocusProxy(self.edit)
        self._rows = column()
        self._nothing = PlainLabel(self.theme, role="s", color="ink3")
        self._nothing.hide()
        self.setLayout(column(self.box, 4, self._rows, self._nothing))
        self.found: tuple[Found, ...] = ()
        self._at = 0
        self._words = ""
        self._enters = False
        self.edit.textEdited.connect(self._ask)

    def empty(self) -> None:
        """Forget the words and what they found."""
        self.edit.clear()
        self._ask("")

    def look(self, words: str, done: Callable[[tuple[Found, ...]], None]) -> None:
        """Find what the words mean; subclasses ask the book."""
        raise NotImplementedError

    def enter(self) -> None:
        """Choose the marked row, as soon as the answer to the words is here."""
        if self._words != self.edit.text().strip():
            self._enters = True
        elif self.found:
            self._choose(self.found[self._at])

    def step(self, by: int) -> None:
        """Mark the next or the former row."""
        if self.found:
            self._at = max(0, min(len(self.found) - 1, self._at + by))
            self._draw()

    def _ask(self, words: str) -> None:
        wanted = words.strip()
        self._enters = False
        if not wanted:
            self._words = ""
            self._take("", ())
            return
        self.look(wanted, lambda found: self._take(wanted, found))

    def _take(self, words: str, found: tuple[Found, ...]) -> None:
        if words != self.edit.text().strip():
            return
        self._words, self.found, self._at = words, found[:_SHOWN], 0
        self._draw()
        self._nothing.set_text(self.tr("Nothing is called so.") if words else "")
        self._nothing.setVisible(bool(words) and not found)
        if self._enters:
            self._enters = False
            self.enter()

    def _draw(self) -> None:
        clear(self._rows)
        for at, one in enumerate(self.found):
            row = _Row(self.desk, one, marked=at == self._at)
            row.clicked.connect(lambda _checked=False, one=one: self._choose(one))
            self._rows.addWidget(row)

    def _choose(self, one: Found) -> None:
        self.empty()
        self.chosen.emit(one)


class PieceFinder(Finder):
    """Finds a piece by its words, or by the GTIN or SKU that a scanner types."""

    @override
    def look(self, words: str, done: Callable[[tuple[Found, ...]], None]) -> None:
        from clienteling.queries.catalogue_find import find_pieces

        me = self.desk.me
        self.desk.look(
            self,
            find_pieces,
            lambda hits: done(tuple(self._piece(one) for one in hits)),
            latest="find",
            text=words,
            store_id=me.store.id if me else None,
            limit=_SHOWN,
            language=self.theme.language,
        )

    @override
    def enter(self) -> None:
        """Take a scanned code for its piece; else choose the marked row."""
        from clienteling.queries.sale_pieces import scanned

        words = self.edit.text().strip()
        if any(sign.isdigit() for sign in words) and " " not in words:
            self.desk.ask(self, scanned, self._scanned, latest="scan", code=words)
        else:
            super().enter()

    def _scanned(self, found: tuple[Id, Id] | None) -> None:
        if found is None:
            super().enter()
        else:
            self._choose(Found(found[0], self.edit.text().strip(), detail=found[1]))

    def _piece(self, hit: "PieceHit") -> Found:
        told = [hit.colour or "", hit.style_no]
        if hit.price is not None:
            told.append(self.desk.words.money(hit.price.minor, hit.price.currency))
        return Found(hit.id, hit.name, " · ".join(one for one in told if one), hit.picture)


class ClientFinder(Finder):
    """Finds a client by name, number or address.

    Args:
        desk: Theme, pictures, search.
        label: What is looked for.
    """

    def __init__(self, desk: Desk, label: str) -> None:
        super().__init__(desk, label)
        self.but: Id | None = None

    @override
    def look(self, words: str, done: Callable[[tuple[Found, ...]], None]) -> None:
        from clienteling.queries.find import find

        self.desk.look(
            self,
            find,
            lambda hits: done(
                tuple(_client(one) for one in hits if one.client_id != self.but),
            ),
            latest="find",
            text=words,
            limit=_SHOWN + 1,
        )


class _Line(QLineEdit):
    """The input of a finder; arrows mark a row, Enter chooses it."""

    def __init__(self, finder: Finder) -> None:
        super().__init__()
        self._finder = finder

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._finder.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if self.text().strip():
                self._finder.enter()
        else:
            super().keyPressEvent(event)


class _Row(Press):
    """One thing that was found."""

    def __init__(self, desk: Desk, found: Found, *, marked: bool) -> None:
        self._desk, self._found, self._marked = desk, found, marked
        super().__init__(desk.theme)
        self.set_name(f"{found.name}, {found.told}" if found.told else found.name)
        self.setToolTip("")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        desk.pictures.arrived.connect(self._arrive)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.theme.px(_ROW))

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        color, theme = self.theme.color, self.theme
        if self._marked or look.hover > 0.5:
            draw_box(painter, self.shape(), RADIUS.control, color("sel"), None)
        plate = QRectF(8, (self.height() - _PLATE[1]) / 2, *_PLATE)
        self._draw_plate(painter, plate)
        left = plate.right() + 12
        room = self.width() - left - 12
        first, second = theme.line("bm"), theme.line("c")
        top = (self.height() - first - second) / 2
        area = QRectF(left, top, room, first)
        draw_words(painter, area, self._found.name, theme.font("bm"), color("ink"))
        area = QRectF(left, top + first, room, second)
        draw_words(painter, area, self._found.told, theme.font("c"), color("ink2"))

    def _draw_plate(self, painter: QPainter, plate: QRectF) -> None:
        dpr = self.devicePixelRatioF()
        picture = self._desk.pictures.get(self._found.picture, _PLATE[1], dpr)
        if picture is None:
            draw_plate(painter, self.theme, plate, self._found.initials)
            return
        fitted = cover(picture.toImage(), plate.size().toSize() * dpr, dpr)
        draw_picture(painter, self.theme, plate, fitted)

    def _arrive(self, sha256: str) -> None:
        if sha256 == self._found.picture:
            self.update()


def _client(hit: "Hit") -> Found:
    told: list[Any] = [hit.native, hit.city]
    return Found(
        hit.client_id,
        hit.display,
        " · ".join(one for one in told if one),
        hit.portrait,
        hit.monogram,
    )
