"""Tiles of pieces whose pictures come from the shelf."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from clienteling.ui.desk import Desk
from clienteling.ui.widgets import PieceTile
from clienteling.ui.widgets.pieces import Availability

if TYPE_CHECKING:
    from clienteling.queries.card_pieces import WishFact


class ShelfTile(PieceTile):
    """A piece's tile that asks the shelf for its picture, and again once it has arrived.

    Args:
        desk: Theme and pictures.
        name: Of the piece; empty shows the picture alone.
        sha256: Content hash of the picture; None where there is none.
        place: Where it is.
        availability: A full dot in this boutique, an open ring elsewhere.
        width: Of the tile.
    """

    def __init__(
        self,
        desk: Desk,
        name: str,
        sha256: str | None,
        *,
        place: str = "",
        availability: Availability = "none",
        width: int = 92,
    ) -> None:
        super().__init__(desk.theme, name, place=place, availability=availability, width=width)
        self._desk = desk
        self._sha256 = sha256
        desk.pictures.arrived.connect(self._arrive)
        self._take()

    def _take(self) -> None:
        side = round(self._width * 1.25)
        found = self._desk.pictures.get(self._sha256, side, self.devicePixelRatioF())
        if found is not None:
            self.set_image(found.toImage())

    def _arrive(self, sha256: str) -> None:
        if sha256 == self._sha256:
            self._take()


def wish_tile(desk: Desk, wish: "WishFact", width: int) -> ShelfTile:
    """Return the tile of a wish with where it is in her size."""
    words, availability = whereabouts(wish)
    return ShelfTile(
        desk, wish.words, wish.picture, place=words, availability=availability, width=width
    )


def whereabouts(wish: "WishFact") -> tuple[str, Availability]:
    """Return where a wished piece is, in words, and how it is marked."""
    if wish.product_id is None:
        return QCoreApplication.translate("Wish", "in words"), "none"
    if wish.here > 0:
        if wish.size_label:
            words = QCoreApplication.translate("Wish", "{size} here")
            return words.format(size=wish.size_label), "here"
        return QCoreApplication.translate("Wish", "Here"), "here"
    if wish.elsewhere:
        return wish.elsewhere, "elsewhere"
    return QCoreApplication.translate("Wish", "Not in store"), "none"
