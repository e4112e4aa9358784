"""What is done in the composer: every step is kept at once and can be taken back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from typing_extensions import override

from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk
from clienteling.ui.screens.composer.state import LETTER, ComposerState

if TYPE_CHECKING:
    from clienteling.queries.lookbooks import PageRow
    from clienteling.reports.lookbook_source import Composition

TITLE = "title"
PAUSE_MS = 700
"""Words are kept after a pause of this length; each pause is one step to undo."""


class ComposerModel(ComposerState):
    """The acts of the composer; ``kept_changed`` tells whether everything is in the book."""

    kept_changed = Signal(bool)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(desk, parent)
        self._unkept: set[str] = set()
        self._writing = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep_words)

    @override
    def open(self, lookbook_id: Id) -> None:
        self.keep_words()
        super().open(lookbook_id)

    @property
    def is_kept(self) -> bool:
        """Whether everything composed is in the book."""
        return not self._unkept and not self._writing

    def place(self, frame: int, product_id: Id, size_label: str | None = None) -> None:
        """Put a piece in a frame of the page on the canvas."""
        row = self.page_row
        if row is None or self.is_after_page:
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
        self.chosen.emit()

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

    def type_words(self, key: str, words: str) -> None:
        """Take words as they are typed: shown at once, kept after a pause.

        Args:
            key: ``title``, ``letter``, or the id of a page.
            words: All of them.
        """
        if self.composition is None:
            return
        self.typed[key] = words
        self._unkept.add(key)
        self.composition = self.composition.with_words({key: words})
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
        from clienteling.services.lookbooks import write_words

        words = {key: self.typed[key] for key in sorted(self._unkept)}
        only_title = set(words) == {TITLE}
        self._unkept.clear()
        self._keep(
            write_words,
            self.tr("Title written") if only_title else self.tr("Letter written"),
            then=lambda _: self._typed_is_kept(words, then),
            failed=lambda: self._unkept.update(words),
            lookbook_id=self.lookbook_id,
            own={key: text for key, text in words.items() if key in {TITLE, LETTER}},
            pages={key: text for key, text in words.items() if key not in {TITLE, LETTER}},
        )

    def undo(self) -> None:
        """Take back the last step, words just typed included."""
        self.keep_words(self.desk.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self.keep_words(self.desk.redo)

    # Inside

    def _move(self, row: "PageRow", frame: int, to: "PageRow", slot: int) -> None:
        from clienteling.services.lookbooks import move_piece

        self.show_page(to.id, slot)
        self._keep(
            move_piece,
            self.tr("Piece moved"),
            page_id=row.id,
            slot=frame,
            to_page_id=to.id,
            to_slot=slot,
        )

    def _show_page(self, page_id: Id) -> None:
        self.show_page(page_id)
        self.refresh()

    def _typed_is_kept(self, values: dict[str, str], then: Callable[[], None] | None) -> None:
        for name, words in values.items():
            if name not in self._unkept and self.typed.get(name) == words:
                self.typed.pop(name)
        if then is not None:
            then()

    def _keep(
        self,
        service: Callable[..., Any],
        why: str,
        *,
        then: Callable[[Any], None] | None = None,
        failed: Callable[[], None] | None = None,
        **arguments: Any,
    ) -> None:
        self._writing += 1
        self.kept_changed.emit(False)

        def finished(value: Any) -> None:
            self._rest()
            if then is not None:
                then(value)

        def refused(error: Exception) -> None:
            if failed is not None:
                failed()
            self._rest()
            self.refresh()
            self.desk.fail(error)

        self.desk.act(self, service, why, then=finished, failed=refused, quiet=True, **arguments)

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
