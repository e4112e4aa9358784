"""What each page is handed: who asks, in which language, what was filled in, and how to answer."""

import hashlib
import hmac
import unicodedata
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request

from clienteling.headoffice.admins import Admins
from clienteling.headoffice.journal import Journal
from clienteling.headoffice.web.admin import sheets
from clienteling.headoffice.web.admin.visits import Visit, Visits
from clienteling.headoffice.web.admin.words import LANGUAGES, Words
from clienteling.headoffice.web.answers import Answer, RefusalError
from clienteling.headoffice.web.desk import Desk

#: The prefix lets a browser take it only over TLS, for this host and no other path.
COOKIE, LANGUAGE_COOKIE = "__Host-office", "__Host-office-language"

_ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Strict"
_FIELD_SIGNS = 1_000

SIGN_IN = "/admin/sign-in"


@dataclass(frozen=True, slots=True)
class Room:
    """What the administration stands on, for as long as the server runs."""

    desk: Desk
    admins: Admins
    visits: Visits
    journal: Journal
    secret: bytes
    house: str


@dataclass(slots=True)
class Call:
    """One request of a person.

    Args:
        room: What the administration stands on.
        request: As it came.
        words: The person's language.
        token: Of the cookie; a new one where none came.
        visit: Who; None before signing in.
        form: What was filled in; empty where nothing was sent.
        is_new: The token is new, and the answer hands it out.
    """

    room: Room
    request: Request
    words: Words
    token: str
    visit: Visit | None
    form: Mapping[str, str]
    is_new: bool = False

    @property
    def who(self) -> str:
        """The person who is in."""
        return self.visit.person if self.visit else ""

    @property
    def csrf(self) -> str:
        """What every form of this visit carries."""
        return hmac.digest(self.room.secret, self.token.encode(), hashlib.sha256).hex()

    def field(self, name: str) -> str:
        """Return what was written into a field.

        Raises:
            RefusalError: it holds signs that nobody types.
        """
        text = unicodedata.normalize("NFKC", self.form.get(name, "")).strip()
        if len(text) > _FIELD_SIGNS or not text.isprintable():
            raise RefusalError(422, "malformed")
        return text

    def asked(self, name: str) -> str:
        """Return a word of the address behind the question mark."""
        text = self.request.query_params.get(name, "")
        if len(text) > _FIELD_SIGNS or not text.isprintable():
            raise RefusalError(422, "malformed")
        return text.strip()

    def named(self, name: str) -> str:
        """Return a part of the path."""
        text = str(self.request.path_params[name])
        if not text.isprintable():
            raise RefusalError(404, "nothing here")
        return text

    def page(self, template: str, status: int = 200, at: str = "", **values: Any) -> Answer:
        """Return a page, with what every page shows.

        Args:
            template: Which.
            status: Of HTTP.
            at: Its own address, where it came on a form that was sent to another.
            values: What this page shows.
        """
        note = dict(self.visit.note) if self.visit else {}
        notice = note.pop("notice", None)
        if notice:
            self.room.visits.leave(self.token, note)
        answer = sheets.drawn(
            template,
            status,
            t=self.words,
            languages=LANGUAGES,
            here=at or quote(self.request.url.path),
            query=query_of(self.request),
            house=self.room.house,
            person=self.who,
            csrf=self.csrf,
            notice=notice,
            **values,
        )
        return with_cookie(answer, COOKIE, self.token) if self.is_new else answer

    def go(self, path: str, notice: str = "", **values: str) -> Answer:
        """Send the person on to a page, and have it say what was done."""
        if notice and self.visit:
            note = {**self.visit.note, "notice": [notice, values]}
            self.room.visits.leave(self.token, note)
        return Answer(303, b"", {**sheets.HEADERS, "location": path}, sheets.HTML)

    def carry(self, **values: Any) -> None:
        """Keep something for further pages of this visit."""
        if self.visit:
            self.visit = replace(self.visit, note={**self.visit.note, **values})
            self.room.visits.leave(self.token, self.visit.note)

    def noted(self, did: str, about: str = "", **detail: str) -> AbstractContextManager[None]:
        """Write into the journal what is about to be done; and that it came to nothing, if so."""
        return self.room.journal.noted(self.who, did, about, **detail)


def with_cookie(answer: Answer, name: str, value: str, age: int | None = None) -> Answer:
    """Return an answer that hands out a cookie."""
    lasting = "" if age is None else f"; Max-Age={age}"
    headers = {**answer.headers, "set-cookie": f"{name}={value}{_ATTRIBUTES}{lasting}"}
    return replace(answer, headers=headers)


def query_of(request: Request) -> str:
    """Return what stands behind the question mark, without the choice of a language."""
    rest = [pair for pair in request.query_params.multi_items() if pair[0] != "language"]
    return urlencode(rest)
