"""Where composing stands: the lookbook, the page and frame chosen, the pieces to choose from."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from clienteling.domain.errors import NotFoundError
from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk

if TYPE_CHECKING:
    from clienteling.queries.lookbooks import ItemRow, PageRow
    from clienteling.queries.pieces import PieceRow
    from clienteling.reports.lookbook import Piece
    from clienteling.reports.lookbook_source import Composition
    from clienteling.reports.page import Page

PAUSE_MS = 700
"""Words are kept after a pause of this length; each pause is one step to undo."""

_BOOK = ("lookbook", "look_page", "look_item", "client", "staff", "house", "store")
_PIECES = ("product", "variant", "stock", "size_profile", "wish", "purchase", "attachment")


@dataclass(frozen=True, slots=True)
class Filters:
    """Which pieces are offered."""

    words: str = ""
    in_size: bool = False
    wished: bool = False
    new: bool = False


class ComposerModel(QObject):
    """The state of the composer; everything done is kept at once and can be taken back.

    ``recomposed`` tells that pages changed, ``chosen`` that another page, frame or piece is,
    ``pieces_found`` that other pieces are offered, ``kept_changed`` whether everything is kept,
    ``opened`` that another lookbook is shown, ``gone`` that it is no longer on the shelf.
    """

    recomposed = Signal()
    chosen = Signal()
    pieces_found = Signal()
    kept_changed = Signal(bool)
    opened = Signal()
    gone = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.lookbook_id: Id | None = None
        self.composition: Composition | None = None
        self.filters = Filters()
        self.pieces: tuple[PieceRow, ...] = ()
        self.piece: PieceRow | None = None
        self.frame: int | None = None
        self._page_id: Id | None = None
        self._after_page = 0
        self._typed: dict[str, str] = {}
        self._unkept: set[str] = set()
        self._writing = 0
        self._is_new = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep_words)
        desk.read_again(self, _BOOK, self.refresh)
        desk.read_again(self, _PIECES, self.refresh_all)

    # Opening

    def open(self, lookbook_id: Id) -> None:
        """Show a lookbook from its first page."""
        self.keep_words()
        if lookbook_id != self.lookbook_id:
            self.lookbook_id = lookbook_id
            self._page_id, self._after_page, self.frame, self.piece = None, 0, None, None
            self._typed.clear()
            self._is_new = True
        self.refresh()

    def refresh(self) -> None:
        """Read the lookbook again."""
        if self.lookbook_id is None:
            return
        from clienteling.reports.lookbook_source import composition

        self.desk.ask(
            self,
            composition,
            self._receive,
            failed=self._fail_to_read,
            latest="composition",
            lookbook_id=self.lookbook_id,
            **self._here(),
        )

    def refresh_all(self) -> None:
        """Read the lookbook and the pieces again."""
        self.refresh()
        self.find()

    # What is shown

    @property
    def pages(self) -> "tuple[Page, ...]":
        """The composed pages."""
        return self.composition.pages if self.composition else ()

    @property
    def shown(self) -> int:
        """Which composed page is on the canvas."""
        if self.composition is None:
            return 0
        start = self.composition.starts[self.page_index]
        return min(start + self._after_page, len(self.pages) - 1)

    @property
    def page_index(self) -> int:
        """Which page of the lookbook that is; a long letter makes one page into several."""
        rows = self.composition.row.pages if self.composition else ()
        return next((n for n, row in enumerate(rows) if row.id == self._page_id), 0)

    @property
    def page_row(self) -> "PageRow | None":
        """The page of the lookbook that is worked on."""
        return self.composition.row.pages[self.page_index] if self.composition else None

    def piece_at(self, frame: int) -> "Piece | None":
        """Return the piece in a frame of the page on the canvas."""
        if self.composition is None or self._after_page:
            return None
        pieces = self.composition.snapshot.pages[self.page_index].pieces
        return pieces[frame] if frame < len(pieces) else None

    def item_at(self, frame: int) -> "ItemRow | None":
        """Return what the book holds in a frame of the page on the canvas."""
        row = self.page_row
        if row is None or self._after_page:
            return None
        return next((item for item in row.items if item.slot == frame), None)

    @property
    def is_kept(self) -> bool:
        """Whether everything composed is in the book."""
        return not self._unkept and not self._writing

    # Choosing

    def choose_page(self, number: int) -> None:
        """Show a composed page."""
        if self.composition is None or not 0 <= number < len(self.pages):
            return
        starts = self.composition.starts
        index = max(n for n, start in enumerate(starts) if start <= number)
        self._page_id = self.composition.row.pages[index].id
        self._after_page = number - starts[index]
        self.frame = None
        self.chosen.emit()

    def choose_frame(self, frame: int | None) -> None:
        """Choose a frame of the page on the canvas."""
        self.frame = frame
        self.chosen.emit()

    def choose_piece(self, piece: "PieceRow | None") -> None:
        """Take a piece up, to be placed in the next frame pressed."""
        self.piece = piece
        self.chosen.emit()

    def first_free(self) -> int | None:
        """Return the first empty frame of the page on the canvas, or its first."""
        count = len(self.pages[self.shown].frames) if self.pages else 0
        return next((n for n in range(count) if self.item_at(n) is None), 0 if count else None)

    # Pieces

    def filter_pieces(self, **changed: Any) -> None:
        """Offer other pieces."""
        self.filters = replace(self.filters, **changed)
        self.find()

    def find(self) -> None:
        """Read which pieces are offered."""
        if self.composition is None:
            return
        from clienteling.queries.pieces import pieces

        one = self.filters
        self.desk.ask(
            self,
            pieces,
            self._offer,
            latest="pieces",
            client_id=self.composition.row.client_id,
            words=one.words,
            in_size=one.in_size,
            wished=one.wished,
            new=one.new,
            language=self.desk.theme.language,
            **self._here(),
        )

    def ask_sizes(self, frame: int, done: Callable[[Any], None]) -> None:
        """Read which sizes the piece in a frame is made in."""
        item = self.item_at(frame)
        if item is not None:
            from clienteling.queries.pieces import sizes_of

            store = self._here()["store_id"]
            self.desk.ask(self, sizes_of, done, product_id=item.product_id, store_id=store)

    # Composing

    def place(self, frame: int, product_id: Id, size_label: str | None = None) -> None:
        """Put a piece in a frame of the page on the canvas."""
        row = self.page_row
        if row is None or self._after_page:
            return
        from clienteling.services.lookbooks import place_piece

        self.frame, self.piece = frame, None
        self._keep(
            place_piece,
            self.tr("Piece placed"),
            page_id=row.id,
            slot=frame,
            product_id=product_id,
            size_label=size_label,
        )

    def set_size(self, frame: int, size_label: str | None) -> None:
        """Set aside another size of the piece in a frame; None is the client's own."""
        item = self.item_at(frame)
        if item is not None:
            self.place(frame, item.product_id, size_label)

    def empty(self, frame: int) -> None:
        """Take the piece out of a frame."""
        row = self.page_row
        if row is None or self.item_at(frame) is None:
            return
        from clienteling.services.lookbooks import clear_frame

        self._keep(clear_frame, self.tr("Frame emptied"), page_id=row.id, slot=frame)

    def swap(self, frame: int, with_frame: int) -> None:
        """Move a piece to another frame of its page; what was there comes back."""
        row = self.page_row
        if row is not None and frame != with_frame:
            self._move(row, frame, row, with_frame)

    def move_on(self, frame: int, step: int) -> None:
        """Move a piece to the next frame or the one before, over the pages' edges too."""
        row = self.page_row
        if self.composition is None or row is None or self.item_at(frame) is None:
            return
        places = _places(self.composition)
        here = places.index((self.page_index, frame))
        if 0 <= here + step < len(places):
            index, slot = places[here + step]
            self._move(row, frame, self.composition.row.pages[index], slot)

    def set_layout(self, layout: str) -> None:
        """Give the page another layout."""
        row = self.page_row
        if row is not None and row.layout != layout:
            from clienteling.services.lookbooks import set_layout

            self.frame = None
            self._keep(set_layout, self.tr("Layout changed"), page_id=row.id, layout=layout)

    def add_page(self) -> None:
        """Add a page after the one on the canvas and show it."""
        row = self.page_row
        if row is not None:
            from clienteling.services.lookbooks import add_page

            self._keep(
                add_page,
                self.tr("Page added"),
                then=self._show_page,
                lookbook_id=self.lookbook_id,
                after=row.id,
                layout="4",
            )

    def remove_page(self) -> None:
        """Take the page on the canvas out of the lookbook."""
        row = self.page_row
        if self.composition is None or row is None:
            return
        from clienteling.services.lookbooks import remove_page

        index = self.page_index
        rows = self.composition.row.pages
        beside = rows[index - 1 if index else min(1, len(rows) - 1)]
        self._keep(
            remove_page,
            self.tr("Page taken out"),
            then=lambda _: self._show_page(beside.id),
            page_id=row.id,
        )

    def move_page(self, step: int) -> None:
        """Move the page on the canvas up or down among the pages."""
        self.move_page_to(self.page_index + step)

    def move_page_to(self, place: int) -> None:
        """Move the page on the canvas to a place among the pages (0 is the first)."""
        row = self.page_row
        if self.composition is None or row is None:
            return
        if place != self.page_index and 0 <= place < len(self.composition.row.pages):
            from clienteling.services.lookbooks import move_page

            self._keep(move_page, self.tr("Page moved"), page_id=row.id, to=place)

    def set_value(self, name: str, value: object) -> None:
        """Set a switch, the language or the paper."""
        if self.composition is None or getattr(self.composition.row, name) == value:
            return
        from clienteling.services.lookbooks import edit_lookbook

        self._keep(
            edit_lookbook,
            self.tr("Lookbook changed"),
            lookbook_id=self.lookbook_id,
            values={name: value},
        )

    def type_words(self, name: str, words: str) -> None:
        """Take the title or the letter as it is typed: shown at once, kept after a pause."""
        if self.composition is None or getattr(self.composition.row, name) == words:
            return
        self._typed[name] = words
        self._unkept.add(name)
        self.composition = self.composition.with_words(**{name: words})
        self._pause.start()
        self.recomposed.emit()
        self.kept_changed.emit(False)

    def keep_words(self, then: Callable[[], None] | None = None) -> None:
        """Keep what was typed now; ``then`` is called when it is in the book."""
        self._pause.stop()
        if not self._unkept or self.lookbook_id is None:
            if then is not None:
                then()
            return
        from clienteling.services.lookbooks import edit_lookbook

        values = {name: self._typed[name] for name in sorted(self._unkept)}
        why = self.tr("Letter written") if "letter" in values else self.tr("Title written")
        self._unkept.clear()
        self._keep(
            edit_lookbook,
            why,
            then=lambda _: self._typed_is_kept(values, then),
            lookbook_id=self.lookbook_id,
            values=values,
        )

    def undo(self) -> None:
        """Take back the last step, words just typed included."""
        self.keep_words(self.desk.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self.keep_words(self.desk.redo)

    # Inside

    def _here(self) -> dict[str, Any]:
        me = self.desk.me
        zone = me.store.time_zone if me else "UTC"
        today = self.desk.backend.clock.today(zone)
        return {"today": today, "store_id": me.store.id if me else None}

    def _receive(self, composition: "Composition") -> None:
        if composition.row.id != self.lookbook_id:
            return
        is_new, self._is_new = self._is_new, False
        self.composition = composition.with_words(**self._typed) if self._typed else composition
        if self._page_id not in {row.id for row in composition.row.pages}:
            self._page_id, self._after_page = composition.row.pages[0].id, 0
        frames = len(self.pages[self.shown].frames)
        if self.frame is not None and self.frame >= frames:
            self.frame = None
        if is_new:
            self.filters = Filters(in_size=composition.row.client_id is not None)
            self.opened.emit()
            self.find()
        self.recomposed.emit()

    def _fail_to_read(self, error: Exception) -> None:
        if isinstance(error, NotFoundError):
            self.lookbook_id, self.composition = None, None
            self.gone.emit()
        else:
            self.desk.fail(error)

    def _offer(self, pieces: "tuple[PieceRow, ...]") -> None:
        self.pieces = pieces
        self.pieces_found.emit()

    def _move(self, row: "PageRow", frame: int, to: "PageRow", slot: int) -> None:
        from clienteling.services.lookbooks import move_piece

        self._page_id, self._after_page, self.frame = to.id, 0, slot
        self._keep(
            move_piece,
            self.tr("Piece moved"),
            page_id=row.id,
            slot=frame,
            to_page_id=to.id,
            to_slot=slot,
        )

    def _show_page(self, page_id: Id) -> None:
        self._page_id, self._after_page, self.frame = page_id, 0, None
        self.refresh()

    def _typed_is_kept(self, values: dict[str, str], then: Callable[[], None] | None) -> None:
        for name, words in values.items():
            if name not in self._unkept and self._typed.get(name) == words:
                self._typed.pop(name)
        if then is not None:
            then()

    def _keep(
        self,
        service: Callable[..., Any],
        why: str,
        *,
        then: Callable[[Any], None] | None = None,
        **arguments: Any,
    ) -> None:
        self._writing += 1
        self.kept_changed.emit(False)

        def finished(value: Any) -> None:
            self._rest()
            if then is not None:
                then(value)

        def failed(error: Exception) -> None:
            self._rest()
            self.refresh()
            self.desk.fail(error)

        self.desk.act(self, service, why, then=finished, failed=failed, quiet=True, **arguments)

    def _rest(self) -> None:
        self._writing -= 1
        self.kept_changed.emit(self.is_kept)


def _places(composition: "Composition") -> list[tuple[int, int]]:
    """Return every frame of the lookbook in reading order, as page and slot."""
    return [
        (index, slot)
        for index, look in enumerate(composition.snapshot.pages)
        for slot in range(len(look.pieces))
    ]
