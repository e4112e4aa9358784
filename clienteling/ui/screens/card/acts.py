"""What is done about the client on the card: notes, a lookbook, her portrait, the card itself."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject

from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk

if TYPE_CHECKING:
    from clienteling.queries.client_card import ClientCard

_LARGEST_FILE = 26 * 1024 * 1024


class OnTheCard(Protocol):
    """Whoever is on the card now."""

    client_id: Id | None
    card: "ClientCard | None"


class CardActs(QObject):
    """Writes in the name of whoever is at this till, each with its way back.

    Args:
        desk: What it writes through.
        who: Who is on the card.
    """

    def __init__(self, desk: Desk, who: OnTheCard) -> None:
        super().__init__(desk)
        self.desk = desk
        self._who = who

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

        card = self._who.card
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
            client_id=self._who.client_id,
            then=self._leave,
        )

    def keep_words(self, words: str) -> None:
        """Keep words that were begun, so that the log sheet gives them back."""
        from clienteling.services.drafts import add_to_draft

        if self.desk.me is None or self._who.client_id is None:
            return
        self.desk.act(
            self,
            add_to_draft,
            "",
            quiet=True,
            staff_id=self.desk.me.staff.id,
            place=f"log:{self._who.client_id}",
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
            client_id=self._who.client_id,
            staff_id=me.staff.id if me else None,
            **values,
        )

    def _set_portrait(self, attachment_id: Id | None) -> None:
        from clienteling.services.pictures import set_portrait

        why = self.tr("Portrait kept") if attachment_id else self.tr("Portrait taken away")
        self.desk.act(
            self, set_portrait, why, client_id=self._who.client_id, attachment_id=attachment_id
        )

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
