"""The composer: pieces placed on pages by drag or by press, words and layout beside them."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk
from clienteling.ui.painting import ShelfPictures, without_prices
from clienteling.ui.plates import Plates
from clienteling.ui.screen import Key, Screen
from clienteling.ui.screens.composer.canvas import PageCanvas
from clienteling.ui.screens.composer.head import Head
from clienteling.ui.screens.composer.hint import Hint
from clienteling.ui.screens.composer.leaving import Leaving
from clienteling.ui.screens.composer.menus import Menus
from clienteling.ui.screens.composer.pieces_panel import PiecesPanel
from clienteling.ui.screens.composer.placing import Placing
from clienteling.ui.screens.composer.side_panel import SidePanel
from clienteling.ui.screens.composer.state import LETTER
from clienteling.ui.screens.composer.strip import PageStrip
from clienteling.ui.screens.composer.view_model import ComposerModel
from clienteling.ui.widgets import Paper, box, column, line

_COMPACT, _WIDE, _LOW = 1440, 1728, 800


class ComposerScreen(Screen):
    """A lookbook being composed.

    Args:
        desk: What the page works with.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self.model = ComposerModel(desk, self)
        self._tabs: list[QWidget] = []
        self._plates = Plates(desk.pictures)
        self._pictures = ShelfPictures(desk.pictures)
        self.head = Head(theme)
        self.pieces = PiecesPanel(theme, self._plates)
        self.canvas = PageCanvas(theme, self._pictures)
        self.strip = PageStrip(theme, self._pictures)
        self.side = SidePanel(theme)
        self.hint = Hint(theme)
        self.leaving = Leaving(desk, self.model, self)
        self.menus = Menus(desk, self.model, self.leaving, self)
        self.placing = Placing(
            desk, self.model, self.canvas, self.pieces.list, self.menus, self._plates, self
        )
        self._lay_out()
        self._connect()
        self.retranslate()

    # What a screen answers

    @override
    def show_thing(self, thing: Id | None) -> None:
        if thing is not None:
            self.model.is_watched = True
            self.model.open(thing)

    @override
    def regions(self) -> tuple[QWidget, ...]:
        return (self.canvas_region(), self.head, self.pieces, self.strip, self.side)

    def canvas_region(self) -> QWidget:
        """Return what of the canvas takes the focus."""
        frame, shown = self.model.frame or 0, self.model.shown
        if frame < len(self.canvas.spots):
            return self.canvas.spots[frame]
        return self.strip.thumbs[shown] if shown < len(self.strip.thumbs) else self.strip.add

    @override
    def keys(self) -> tuple[Key, ...]:
        return (
            Key("F", self.tr("Find a piece"), self._find),
            Key("V", self.tr("Preview"), self.leaving.preview),
            Key("Ctrl+P", self.tr("Print"), self.leaving.print),
            Key("Ctrl+E", self.tr("Make PDF"), self.leaving.make_pdf),
            Key("PgUp", self.tr("Page before"), partial(self._turn, -1)),
            Key("PgDown", self.tr("Next page"), partial(self._turn, 1)),
            Key("Alt+PgUp", self.tr("Move the page up"), partial(self.model.move_page, -1)),
            Key("Alt+PgDown", self.tr("Move the page down"), partial(self.model.move_page, 1)),
            Key("+", self.tr("Add a page"), self.model.add_page),
        )

    @override
    def more_keys(self) -> tuple[Key, ...]:
        words = (
            ("Enter", self.tr("Place the piece in the frame")),
            ("Alt+Left", self.tr("Move a piece to the frame before")),
            ("Alt+Right", self.tr("Move a piece to the next frame")),
            ("Del", self.tr("Empty the frame, or take out the page")),
        )
        return tuple(Key(keys, text, _do_nothing) for keys, text in words)

    @override
    def title(self) -> str:
        return self.tr("Lookbooks")

    def retranslate(self) -> None:
        """Write every word again in the window's language."""
        for part in (self.head, self.pieces, self.side, self.hint):
            part.retranslate()
        self.strip.add.set_name(self.tr("Add a page"))
        self.strip.setAccessibleName(self.tr("Pages"))
        self.canvas.setAccessibleName(self.tr("The page"))
        self._recompose()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.model.keep_words()
        self.model.is_watched = False
        self.placing.let_go()

    # Building

    def _lay_out(self) -> None:
        theme = self.desk.theme
        ground = Paper(theme, color="sunken")
        on_ground = line(self.strip, self.canvas, gap=0, margins=(8, 6, 0, 0))
        on_ground.setStretch(1, 1)
        ground.setLayout(on_ground)
        foot = line(self.hint, self.leaving.working, gap=16)
        foot.setStretch(0, 1)
        centre = column(ground, 4, foot)
        centre.setStretch(0, 1)
        self._centre = box(centre)
        self._body = line(self.pieces, self._centre, self.side, gap=0)
        self._body.setStretch(1, 1)
        self._body.insertSpacing(1, 14)
        self._body.insertSpacing(3, 36)
        self._page = column(self.head, 10, self._body)
        self._page.setStretch(2, 1)
        self.setLayout(self._page)

    def _connect(self) -> None:
        desk, model, head = self.desk, self.model, self.head
        model.opened.connect(self._open)
        model.recomposed.connect(self._recompose)
        model.chosen.connect(self._choose)
        model.pieces_found.connect(self._show_pieces)
        model.kept_changed.connect(head.show_kept)
        model.gone.connect(lambda: desk.go("lookbooks"))
        head.crumb.clicked.connect(lambda: desk.go("lookbooks"))
        head.title.textEdited.connect(lambda words: model.type_words("title", words))
        head.title.returnPressed.connect(lambda: self.canvas_region().setFocus())
        head.undo.clicked.connect(model.undo)
        head.redo.clicked.connect(model.redo)
        head.preview.clicked.connect(self.leaving.preview)
        head.print.clicked.connect(self.leaving.print)
        head.pdf.clicked.connect(self.leaving.make_pdf)
        head.more.clicked.connect(lambda: self.menus.open_more(head.more))
        desk.history.changed.connect(self._show_history)
        for part in (head.title, self.side):
            part.undone.connect(model.undo)
            part.redone.connect(model.redo)
        self.pieces.filtered.connect(lambda name, value: model.filter_pieces(**{name: value}))
        self.strip.page_chosen.connect(model.choose_page)
        self.strip.page_dropped.connect(self._drop_page)
        self.strip.add_wanted.connect(model.add_page)
        self.strip.remove_wanted.connect(model.remove_page)
        self.side.layout_chosen.connect(model.set_layout)
        self.side.letter_typed.connect(lambda words: model.type_words(model.letter_key, words))
        self.side.value_set.connect(model.set_value)
        self.menus.find_wanted.connect(self._find)
        self.hint.place_wanted.connect(lambda: self.placing.place(model.frame))
        self.placing.find_wanted.connect(self._find)
        desk.pictures.arrived.connect(self._picture_arrived)
        desk.discreet_changed.connect(lambda _: self._recompose())
        desk.language_changed.connect(self._speak)
        desk.theme.changed.connect(self._set_margins)
        self._show_history()

    def _set_margins(self) -> None:
        window, px = self.window(), self.desk.theme.px
        width = window.width()
        side = 32 if width < _COMPACT else 64 if width >= _WIDE else 40
        self._page.setContentsMargins(side - 4, 4, side - 12, 4)
        self.head.set_short(window.height() < _LOW or self.desk.theme.factor > 1.2)
        narrow = width < _COMPACT
        self.pieces.setFixedWidth(px(226 if narrow else 320 if width >= _WIDE else 264))
        self.side.setFixedWidth(max(218, px(206 if narrow else 218)))

    # What is shown

    def _open(self) -> None:
        self.pieces.show_filters(self.model.filters, has_client=self._has_client)
        # Composing begins with choosing: arrows and Enter act at once.
        self.pieces.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _has_client(self) -> bool:
        made = self.model.composition
        return made is not None and made.row.client_id is not None

    def _recompose(self) -> None:
        made, row = self.model.composition, self.model.page_row
        if made is None or row is None:
            return
        client = made.snapshot.client
        self.head.show_title(made.row.title)
        self.head.show_whom(client.name if client else None)
        self.side.show_row(made.row, row.layout)
        self._choose()

    def _choose(self) -> None:
        made, row = self.model.composition, self.model.page_row
        if made is None or row is None:
            return
        pages = made.pages
        if self.desk.discreet:
            pages = tuple(without_prices(page, made.snapshot) for page in pages)
        shown = self.model.shown
        self.canvas.show_page(pages[shown])
        self.strip.show_pages(pages, shown)
        self.side.layouts.show_layout(row.layout)
        self.side.show_letter(self.model.letter, own=self.model.letter_key != LETTER)
        self.pieces.list.show_taken(self.model.piece)
        self.placing.show_frames()
        self._order_tabs()
        taken = self.model.piece
        self.hint.show_state(taken.name if taken else None, self.model.frame)

    def _order_tabs(self) -> None:
        """Let Tab go from the pieces to the pages, the frames and the words, as one reads."""
        chain = [self.pieces.list, *self.strip.thumbs, self.strip.add, *self.canvas.spots]
        chain.append(next(iter(self.side.layouts.cells.values())))
        if chain == self._tabs:
            return
        self._tabs = chain
        for one, after in pairwise(chain):
            QWidget.setTabOrder(one, after)

    def _show_pieces(self) -> None:
        pieces = self.model.pieces
        self.pieces.show_pieces(pieces, self.desk.words.number(len(pieces)))

    def _show_history(self) -> None:
        history = self.desk.history
        self.head.undo.setEnabled(history.to_undo() is not None)
        self.head.redo.setEnabled(history.to_redo() is not None)

    def _picture_arrived(self, sha256: str) -> None:
        self.pieces.list.viewport().update()
        made = self.model.composition
        if made is None:
            return
        keys = {p.picture for look in made.snapshot.pages for p in look.pieces if p}
        if sha256 in keys:
            self.canvas.redraw()
            self.strip.redraw()

    def _speak(self) -> None:
        self.retranslate()
        self.model.find()

    # What a person does

    def _find(self) -> None:
        self.pieces.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pieces.search.edit.selectAll()

    def _turn(self, step: int) -> None:
        self.model.choose_page(self.model.shown + step)

    def _drop_page(self, number: int, before: int) -> None:
        made = self.model.composition
        if made is None:
            return
        place = sum(1 for start in made.starts if start < before)
        self.model.move_page_to(place - 1 if place > self.model.page_index else place)
        del number


def _do_nothing() -> None:
    """Stand for a key that a part of the page takes by itself."""
