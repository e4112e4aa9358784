"""What the palette does for a client, with a piece, or in the window."""

from PySide6.QtCore import QObject, Signal

from clienteling.domain.ids import Id
from clienteling.queries.catalogue_find import PieceHit
from clienteling.queries.find import Hit
from clienteling.ui.desk import Desk
from clienteling.ui.screens.palette.view_model import PaletteModel


class Acts(QObject):
    """Does what a line says; ``done`` closes the palette, ``wishing`` goes on to the pieces.

    Args:
        desk: The book and the ways to other places.
        model: The words and the chosen client.
        parent: The palette.
    """

    done = Signal()
    wishing = Signal(str, str)

    def __init__(self, desk: Desk, model: PaletteModel, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self._model = model

    def do(self, name: str) -> None:
        """Do the act of a line by its name."""
        hit = self._model.chosen
        if name in {"log", "lookbook", "wish"}:
            if hit is not None:
                self._for_client(name, hit)
            return
        if name == "wish_words":
            self._wish(words=self._model.words.strip())
            return
        words = self._model.words.strip()
        self.done.emit()
        self._in_window(name, words)

    def take_piece(self, piece: PieceHit) -> None:
        """Put a piece on the wish list it is chosen for, else begin a lookbook with it."""
        if self._model.wishing is not None:
            self._wish(piece=piece)
        else:
            self._lookbook(None, self.tr("New lookbook"), (piece.id,))

    def _for_client(self, name: str, hit: Hit) -> None:
        if name == "log":
            self.done.emit()
            self.desk.asked_to_log.emit(hit.client_id, "note")
        elif name == "lookbook":
            title = self.tr("For {name}").format(name=hit.display)
            self._lookbook(hit.client_id, title, ())
        else:
            self.wishing.emit(hit.client_id, hit.display)

    def _in_window(self, name: str, words: str) -> None:
        desk = self.desk
        if name == "new":
            desk.asked_new_client.emit(words)
        elif name.startswith("go:"):
            desk.go(name.removeprefix("go:"))
        elif name == "discreet":
            desk.set_discreet(not desk.discreet)
        elif name == "undo":
            desk.undo()
        elif name == "redo":
            desk.redo()
        elif name == "bring-in":
            desk.go("settings", "bring-in")
        elif name == "back-up":
            self._back_up()
        elif name == "share":
            desk.sharing.share_now()
        elif name == "keys":
            desk.asked_for_keys.emit()

    def _back_up(self) -> None:
        desk, opened = self.desk, self.desk.backend.opened
        desk.tell(self.tr("Making a backup"))
        desk.tasks.run_long(
            self, lambda progress: opened.back_up(progress=progress), self._backed_up, desk.fail
        )

    def _backed_up(self, _backup: object) -> None:
        self.desk.tell(
            self.tr("A backup is made and was read back"),
            act=lambda: self.desk.go("settings", "data"),
            act_word=self.tr("See it"),
        )

    def _lookbook(self, client_id: Id | None, title: str, pieces: tuple[Id, ...]) -> None:
        from clienteling.services.begin_lookbook import begin_lookbook

        desk = self.desk
        self.done.emit()
        desk.act(
            desk,
            begin_lookbook,
            self.tr("Lookbook begun"),
            then=lambda lookbook_id: desk.go("lookbooks", lookbook_id),
            client_id=client_id,
            staff_id=desk.me.staff.id if desk.me else None,
            title=title,
            language=desk.theme.language,
            pieces=pieces,
        )

    def _wish(self, *, piece: PieceHit | None = None, words: str = "") -> None:
        from clienteling.services.wishes import add_wish

        wishing, desk = self._model.wishing, self.desk
        if wishing is None or (piece is None and not words):
            return
        me = desk.me
        self.done.emit()
        desk.act(
            desk,
            add_wish,
            self.tr("{piece} is on the wish list").format(piece=piece.name if piece else words),
            client_id=wishing.client_id,
            today=desk.backend.clock.today(me.store.time_zone if me else "UTC"),
            staff_id=me.staff.id if me else None,
            product_id=piece.id if piece else None,
            words=None if piece else words,
        )
