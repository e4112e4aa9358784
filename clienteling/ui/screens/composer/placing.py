"""Pieces find their frames: carried by the pointer, or chosen and placed by press and key."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPixmap
from PySide6.QtWidgets import QWidget

from clienteling.queries.pieces import PieceRow
from clienteling.ui.desk import Desk
from clienteling.ui.plates import Plates
from clienteling.ui.screens.composer.canvas import FrameSpot, PageCanvas
from clienteling.ui.screens.composer.dragging import PICTURE, Dragging
from clienteling.ui.screens.composer.menus import Menus
from clienteling.ui.screens.composer.piece_list import PieceList
from clienteling.ui.screens.composer.view_model import ComposerModel


class Placing(QObject):
    """Joins the list of pieces, the frames of the canvas and what the composer does with them.

    ``find_wanted`` when an empty frame was entered and no piece is taken up.

    Args:
        desk: What the page works with.
        model: What is composed.
        canvas: The page with its frames.
        pieces: The list one takes pieces from.
        menus: The composer's menus.
        plates: Pictures fitted to what floats below the pointer.
        page: The page all of it is on.
    """

    find_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        model: ComposerModel,
        canvas: PageCanvas,
        pieces: PieceList,
        menus: Menus,
        plates: Plates,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self.model, self.canvas, self.menus, self._plates = model, canvas, menus, plates
        self.dragging = Dragging(desk.theme, page)
        self._lifted_at = QPoint()
        pieces.taken.connect(self._take)
        pieces.entered_on.connect(self._carry_to_frame)
        pieces.dragged.connect(self._drag_piece)
        canvas.spot_made.connect(self._listen_to)
        self.dragging.moved.connect(lambda _, at: canvas.aim(canvas.frame_at(at)))
        self.dragging.dropped.connect(self._drop)
        self.dragging.ended.connect(lambda: canvas.aim(None))

    def let_go(self) -> None:
        """Let a carried piece go: the page is left."""
        if self.dragging.is_carrying:
            self.dragging.end()

    def show_frames(self) -> None:
        """Show which frames are filled, and which is chosen."""
        chosen = self.model.frame
        for spot in self.canvas.spots:
            is_chosen = spot.number == chosen
            piece = self.model.piece_at(spot.number)
            first = is_chosen or (chosen is None and spot.number == 0)
            policy = Qt.FocusPolicy.StrongFocus if first else Qt.FocusPolicy.ClickFocus
            spot.setFocusPolicy(policy)
            spot.show_state(
                filled=piece is not None,
                chosen=is_chosen,
                aimed=spot.is_aimed,
                name=self._frame_name(spot.number),
            )

    def _frame_name(self, frame: int) -> str:
        piece = self.model.piece_at(frame)
        count = len(self.canvas.spots)
        where = self.tr("Frame {number} of {count}").format(number=frame + 1, count=count)
        if piece is None:
            return f"{where}, {self.tr('empty')}"
        size = self.tr("size {size}").format(size=piece.size_label) if piece.size_label else ""
        return ", ".join(part for part in (where, piece.name, size) if part)

    def _take(self, piece: PieceRow) -> None:
        taken = self.model.piece
        self.model.choose_piece(None if taken and taken.id == piece.id else piece)

    def _carry_to_frame(self, piece: PieceRow) -> None:
        self.model.choose_piece(piece)
        free = self.model.first_free() if self.model.frame is None else self.model.frame
        if free is not None:
            self._step_frame(free)

    def _step_frame(self, frame: int) -> None:
        if 0 <= frame < len(self.canvas.spots):
            self.model.choose_frame(frame)
            self.canvas.spots[frame].setFocus(Qt.FocusReason.TabFocusReason)

    def place(self, frame: int | None) -> None:
        """Put the piece taken up in a frame, or say how to go on without one."""
        piece = self.model.piece
        if frame is None:
            return
        if piece is not None:
            self._put(frame, piece)
        elif self.model.item_at(frame) is not None:
            self._open_frame(frame)
        else:
            self.model.choose_frame(frame)
            self.find_wanted.emit()

    def _put(self, frame: int, piece: PieceRow) -> None:
        self.model.place(frame, piece.id)
        words = self.tr("{piece} placed in frame {number}")
        told = words.format(piece=piece.name, number=frame + 1)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.canvas, told))

    def _drag_piece(self, piece: PieceRow, at: QPoint) -> None:
        self._lifted_at = at
        self.dragging.begin(piece, self._picture_of(piece.picture), at)

    def _drag_frame(self, frame: int, at: QPoint) -> None:
        piece = self.model.piece_at(frame)
        if piece is not None:
            self.dragging.begin(frame, self._picture_of(piece.picture), at)

    def _picture_of(self, sha256: str | None) -> QPixmap | None:
        size = PICTURE
        dpr = self.canvas.devicePixelRatioF()
        return self._plates.get(sha256, size.width(), size.height(), dpr)

    def _drop(self, carried: object, at: QPoint) -> None:
        frame = self.canvas.frame_at(at)
        if frame is None:
            # Lifted by holding and let go in its place: it was a slow press.
            if isinstance(carried, PieceRow) and at == self._lifted_at:
                self._take(carried)
        elif frame == carried:
            self.model.choose_frame(frame)
        elif isinstance(carried, PieceRow):
            self._put(frame, carried)
        elif isinstance(carried, int):
            self.model.swap(carried, frame)

    def _listen_to(self, spot: FrameSpot) -> None:
        spot.clicked.connect(lambda: self.model.choose_frame(spot.number))
        spot.placed.connect(self.place)
        spot.opened.connect(self._open_frame)
        spot.menu_wanted.connect(self._open_menu)
        spot.stepped.connect(lambda step: self._step_frame(spot.number + step))
        spot.moved.connect(self.model.move_on)
        spot.emptied.connect(self.model.empty)
        spot.dragged.connect(self._drag_frame)

    def _open_frame(self, frame: int) -> None:
        self.model.choose_frame(frame)
        self.menus.open_sizes(frame, self.canvas.spots[frame])

    def _open_menu(self, frame: int, at: QPoint) -> None:
        self.model.choose_frame(frame)
        self.menus.open_frame(frame, self.canvas.spots[frame], at)
