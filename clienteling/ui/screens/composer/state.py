"""Where composing stands: the lookbook, the page and frame chosen, the pieces to choose from."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from clienteling.domain.errors import NotFoundError
from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk

if TYPE_CHECKING:
    from clienteling.queries.lookbooks import ItemRow, PageRow
    from clienteling.queries.pieces import PieceRow
    from clienteling.reports.lookbook import Piece
    from clienteling.reports.lookbook_source import Composition
    from clienteling.reports.page import Page

LETTER = "letter"
_BOOK = ("lookbook", "look_page", "look_item", "client", "staff", "house", "store")
_PIECES = ("product", "variant", "stock", "size_profile", "wish", "purchase", "attachment")


@dataclass(frozen=True, slots=True)
class Filters:
    """Which pieces are offered."""

    words: str = ""
    in_size: bool = False
    wished: bool = False
    new: bool = False


class ComposerState(QObject):
    """What the composer shows: read from the book, words just typed laid over it.

    ``recomposed`` tells that pages changed, ``chosen`` that another page, frame or piece is,
    ``pieces_found`` that other pieces are offered, ``opened`` that another lookbook is shown,
    ``gone`` that it is no longer on the shelf.
    """

    recomposed = Signal()
    chosen = Signal()
    pieces_found = Signal()
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
        self.typed: dict[str, str] = {}
        self.is_watched = False
        self._is_new = False
        self._is_first_offer = False
        desk.read_again(self, _BOOK, self._hear_book)
        desk.read_again(self, _PIECES, self._hear_pieces)

    # Opening

    def open(self, lookbook_id: Id) -> None:
        """Show a lookbook from its first page."""
        if lookbook_id != self.lookbook_id:
            self.lookbook_id = lookbook_id
            self._page_id, self._after_page, self.frame, self.piece = None, 0, None, None
            self.typed.clear()
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

    @property
    def letter_key(self) -> str:
        """What the letter's field writes here: the lookbook's letter, or a page's own words.

        The letter stands on the first page that is no cover; every other page has its own words.
        """
        row = self.page_row
        if self.composition is None or row is None:
            return LETTER
        bearer = self.composition.letter_page
        return LETTER if bearer is None or self.page_index <= bearer else row.id

    @property
    def letter(self) -> str:
        """The words that the letter's field shows."""
        if self.composition is None:
            return ""
        key = self.letter_key
        pages = {page.id: page.words or "" for page in self.composition.row.pages}
        return self.composition.row.letter if key == LETTER else pages[key]

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

    # Inside

    def show_page(self, page_id: Id, frame: int | None = None) -> None:
        """Go to a page of the lookbook by its id, with a frame chosen or none."""
        self._page_id, self._after_page, self.frame = page_id, 0, frame

    @property
    def is_after_page(self) -> bool:
        """Whether the canvas shows where a long letter goes on; no frames are there."""
        return self._after_page > 0

    def _hear_book(self) -> None:
        if self.is_watched:
            self.refresh()

    def _hear_pieces(self) -> None:
        if self.is_watched:
            self.refresh()
            self.find()

    def _here(self) -> dict[str, Any]:
        me = self.desk.me
        zone = me.store.time_zone if me else "UTC"
        today = self.desk.backend.clock.today(zone)
        return {"today": today, "store_id": me.store.id if me else None}

    def _receive(self, composition: "Composition") -> None:
        if composition.row.id != self.lookbook_id:
            return
        if not composition.row.pages:
            self._leave()  # its first page was taken back by undo: nothing is left to show
            return
        is_new, self._is_new = self._is_new, False
        self.composition = composition.with_words(self.typed) if self.typed else composition
        if self._page_id not in {row.id for row in composition.row.pages}:
            self._page_id, self._after_page = composition.row.pages[0].id, 0
        frames = len(self.pages[self.shown].frames)
        if self.frame is not None and self.frame >= frames:
            self.frame = None
        if is_new:
            self._is_first_offer = True
            self.filters = Filters(in_size=composition.row.client_id is not None)
            self.opened.emit()
            self.find()
        self.recomposed.emit()

    def _fail_to_read(self, error: Exception) -> None:
        if isinstance(error, NotFoundError):
            self._leave()
        else:
            self.desk.fail(error)

    def _leave(self) -> None:
        self.lookbook_id, self.composition = None, None
        self.gone.emit()

    def _offer(self, pieces: "tuple[PieceRow, ...]") -> None:
        if not pieces and self._is_first_offer and self.filters.in_size:
            # Nobody's size is known yet: an empty column would help no one.
            self._is_first_offer = False
            self.filter_pieces(in_size=False)
            return
        self._is_first_offer = False
        self.pieces = pieces
        self.pieces_found.emit()
