"""Who is on the card, her story as it is read on, and what is done about her."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from clienteling.domain.ids import Id
from clienteling.queries.client_list import ClientList
from clienteling.ui.desk import Desk
from clienteling.ui.screens.card.order import Place, place

if TYPE_CHECKING:
    from datetime import date

    from clienteling.queries.client_card import ClientCard
    from clienteling.queries.story import Moment

#: What the card reads; a write to any of these shows it anew.
READS = (
    "client",
    "contact_point",
    "address",
    "relationship",
    "assignment",
    "preference",
    "size_profile",
    "key_date",
    "note",
    "interaction",
    "client_flag",
    "consent_event",
    "purchase",
    "purchase_line",
    "wish",
    "stock",
    "product",
    "circle",
    "attachment",
    "client_metric",
)
_PAGE = 30
_LARGEST_FILE = 26 * 1024 * 1024


class CardModel(QObject):
    """The card of one client at a time.

    ``shown(card, is_other)`` carries her card and whether it is another client than before;
    ``told(moments, is_more)`` moments of her story; ``placed(place)`` her place in the list;
    ``gone(sentence)`` that she isn't in the book any more.
    """

    shown = Signal(object, bool)
    told = Signal(tuple, bool)
    placed = Signal(object)
    gone = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.client_id: Id | None = None
        self.card: ClientCard | None = None
        self.only = "all"
        self.is_whole = False
        self.place: Place | None = None
        self._moments: tuple[Moment, ...] = ()
        self._asking = False
        desk.read_again(self, READS, self.refresh)

    @property
    def today(self) -> "date":
        """The boutique's day."""
        me = self.desk.me
        return self.desk.backend.clock.today(me.store.time_zone if me else "UTC")

    def show(self, client_id: Id) -> None:
        """Show a client; the story begins with everything."""
        is_other = client_id != self.client_id
        self.client_id = client_id
        if is_other:
            self.card = None
            self._moments = ()
            self.only = "all"
        self.refresh()

    def refresh(self) -> None:
        """Read her card, the first part of her story and her place in the list again."""
        if self.client_id is None:
            return
        from clienteling.queries.client_card import client_card

        me = self.desk.me
        self.desk.ask(
            self,
            client_card,
            self._show,
            failed=self._fail,
            latest="card",
            client_id=self.client_id,
            today=self.today,
            store_id=me.store.id if me else None,
            language=self.desk.theme.language,
        )
        self._tell(is_more=False)
        self._find_place()

    def choose(self, only: str) -> None:
        """Tell only a part of the story: all, notes, pieces or visits."""
        self.only = only
        self._tell(is_more=False)

    def story_again(self) -> None:
        """Tell again what was read of the story, because the page was drawn anew."""
        if self._moments:
            self.told.emit(self._moments, False)

    def more(self) -> None:
        """Tell what was before the last moment shown."""
        if not (self.is_whole or self._asking):
            self._tell(is_more=True)

    def keep_note(
        self, words: str, then: Callable[[Any], None], failed: Callable[..., None]
    ) -> None:
        """Keep words about her for the whole house to read."""
        from clienteling.services.log import log_note

        self._act(log_note, self.tr("Note kept"), {"body": words}, then=then, failed=failed)

    def edit_note(self, note_id: Id, words: str, failed: Callable[..., None]) -> None:
        """Set a note's words."""
        from clienteling.services.log import edit_note

        self.desk.act(
            self, edit_note, self.tr("Note changed"), note_id=note_id, body=words, failed=failed
        )

    def remove_note(self, note_id: Id) -> None:
        """Take a note away; undo brings it back."""
        from clienteling.services.log import remove_note

        self.desk.act(self, remove_note, self.tr("Note taken away"), note_id=note_id)

    def begin_lookbook(self) -> None:
        """Begin a lookbook for her and go to it."""
        from clienteling.services.lookbooks import new_lookbook

        card = self.card
        if card is None:
            return
        language = card.person.language or self.desk.theme.language
        values = {
            "title": self.tr("For {name}").format(name=card.person.address or card.person.display)
        }
        self._act(
            new_lookbook,
            self.tr("Lookbook begun"),
            {**values, "language": language},
            then=partial(self.desk.go, "lookbooks"),
        )

    def keep_portrait(self, path: str) -> None:
        """Give her a portrait from a file; a file that is no picture is refused in a sentence."""
        self.desk.tasks.run(self, partial(_kept, self.desk, path), self._set_portrait)

    def remove_portrait(self) -> None:
        """Take her portrait away; her monogram stands there again."""
        self._set_portrait(None)

    def take_away(self) -> None:
        """Take the client out of every list; undo brings her back."""
        from clienteling.services.clients import remove_client

        self.desk.act(
            self,
            remove_client,
            self.tr("Card taken away"),
            client_id=self.client_id,
            then=self._leave,
        )

    def keep_words(self, words: str) -> None:
        """Keep words that were begun, so that the log sheet gives them back."""
        from clienteling.services.drafts import add_to_draft

        if self.desk.me is None or self.client_id is None:
            return
        self.desk.act(
            self,
            add_to_draft,
            "",
            quiet=True,
            staff_id=self.desk.me.staff.id,
            place=f"log:{self.client_id}",
            words=words,
        )

    def _act(
        self,
        service: Callable[..., Any],
        why: str,
        values: Mapping[str, Any],
        *,
        then: Callable[[Any], None] | None = None,
        failed: Callable[..., None] | None = None,
    ) -> None:
        me = self.desk.me
        self.desk.act(
            self,
            service,
            why,
            then=then,
            failed=failed,
            client_id=self.client_id,
            staff_id=me.staff.id if me else None,
            **values,
        )

    def _set_portrait(self, attachment_id: Id | None) -> None:
        from clienteling.services.pictures import set_portrait

        why = self.tr("Portrait kept") if attachment_id else self.tr("Portrait taken away")
        self.desk.act(
            self, set_portrait, why, client_id=self.client_id, attachment_id=attachment_id
        )

    def _show(self, card: "ClientCard") -> None:
        if card.person.id != self.client_id:
            return
        is_other = self.card is None
        self.card = card
        self.shown.emit(card, is_other)

    def _fail(self, error: Exception) -> None:
        from clienteling.domain.errors import NotFoundError

        if isinstance(error, NotFoundError):
            self.card = None
            self.gone.emit(str(error))
        else:
            self.desk.fail(error)

    def _tell(self, *, is_more: bool) -> None:
        from clienteling.queries.story import StoryFilter, story

        last = self._moments[-1] if is_more and self._moments else None
        # A story that was read far is read as far again, so that nothing jumps under the reader.
        limit = _PAGE if is_more else max(_PAGE, len(self._moments))
        self._asking = True
        me = self.desk.me
        self.desk.ask(
            self,
            story,
            partial(self._told, self.client_id, limit, is_more),
            latest="story",
            client_id=self.client_id,
            reader_id=me.staff.id if me else None,
            only=StoryFilter(self.only),
            before=(last.at, last.id) if last else None,
            limit=limit,
            language=self.desk.theme.language,
        )

    def _told(
        self,
        client_id: Id | None,
        limit: int,
        is_more: bool,  # noqa: FBT001 - bound by partial
        moments: "tuple[Moment, ...]",
    ) -> None:
        self._asking = False
        if client_id != self.client_id:
            return
        self.is_whole = len(moments) < limit
        self._moments = (*self._moments, *moments) if is_more else moments
        self.told.emit(moments, is_more)

    def _find_place(self) -> None:
        me = self.desk.me
        everyone = ClientList(self.today)
        mine = ClientList(self.today, me.staff.id if me else None)
        self.desk.look(
            self,
            place,
            self._placed,
            latest="place",
            lists=(mine, everyone),
            client_id=self.client_id,
        )

    def _placed(self, found: Place | None) -> None:
        self.place = found
        self.placed.emit(found)

    def _leave(self, _nothing: object) -> None:
        self.desk.back()


def _kept(desk: Desk, path: str) -> Id:
    """Keep the picture of a file; runs on the database thread."""
    from pathlib import Path

    from clienteling.domain.errors import UserError

    try:
        with Path(path).open("rb") as file:
            # A little more than any picture the book takes: a film is not read to its end.
            content = file.read(_LARGEST_FILE)
    except OSError as error:
        raise UserError("This file could not be read. The portrait stays as it was.") from error
    kept: Id = desk.backend.keep_picture(content).value
    return kept
