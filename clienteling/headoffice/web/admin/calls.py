"""What each page is handed, and what comes before it: who, in which language, on whose word.

A page needs a visit unless it is open; whatever changes something needs the form's own token,
which only a page of this visit holds, and must come from one of our own pages.
"""

import hashlib
import hmac
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from starlette.requests import Request

from clienteling.domain.errors import UserError
from clienteling.headoffice.admins import Admins
from clienteling.headoffice.dialect import AwayError, BusyError
from clienteling.headoffice.journal import Journal
from clienteling.headoffice.web import bodies
from clienteling.headoffice.web.admin import sheets
from clienteling.headoffice.web.admin.visits import Visit, Visits, new_token
from clienteling.headoffice.web.admin.words import LANGUAGES, Words, chosen
from clienteling.headoffice.web.answers import Answer, RefusalError
from clienteling.headoffice.web.desk import Desk

#: The prefix lets a browser take it only over TLS, for this host and no other path.
COOKIE, LANGUAGE_COOKIE = "__Host-office", "__Host-office-language"

_ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Strict"
_YEAR_SECONDS = 31_536_000
_FORM_BYTES, _FORM_FIELDS, _FIELD_SIGNS = 16_384, 40, 1_000
_FORM = "application/x-www-form-urlencoded"

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
            query=_query(self.request),
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

    @contextmanager
    def noted(self, did: str, about: str = "", **detail: str) -> Iterator[None]:
        """Write into the journal what is about to be done; and that it came to nothing, if so."""
        self.room.journal.note(self.who, did, about, **detail)
        try:
            yield
        except UserError:
            self.room.journal.note(self.who, "nothing", about, tried=did, **detail)
            raise


Work = Callable[[Call], Answer]


@dataclass(frozen=True, slots=True)
class Place:
    """A page.

    Args:
        path: Where.
        name: What it is called in logs and figures.
        get: Shows it.
        post: Does what its form asks.
        is_open: It is there for those who are not in.
    """

    path: str
    name: str
    get: Work | None = None
    post: Work | None = None
    is_open: bool = False

    def work(self, method: str) -> Work:
        """Return what answers a method.

        Raises:
            RefusalError: nothing does.
        """
        found = {"GET": self.get, "POST": self.post}.get(method)
        if found is None:
            raise RefusalError(405, "method")
        return found


async def attend(room: Room, place: Place, request: Request) -> Answer:
    """Answer a request for a page; whatever is wrong is said on a page, too."""
    desk = room.desk
    try:
        place.work(request.method)
        form = await _form(desk, request) if request.method == "POST" else {}
        return await desk.threads.run(lambda: _answered(room, place, request, form))
    except RefusalError as error:
        return _refused(room, request, error.answer)
    except (AwayError, BusyError) as error:
        desk.log.write("database", kind=type(error).__name__, route=place.name)
        return _refused(room, request, Answer(503, {}, {"retry-after": "10"}))
    except Exception as error:  # noqa: BLE001 - whatever it was, the person is told and the log knows
        desk.metrics.add("faults_total")
        desk.log.fault(error, route=place.name)
        return _refused(room, request, Answer(500, {}))


def with_cookie(answer: Answer, name: str, value: str, age: int | None = None) -> Answer:
    """Return an answer that hands out a cookie."""
    lasting = "" if age is None else f"; Max-Age={age}"
    headers = {**answer.headers, "set-cookie": f"{name}={value}{_ATTRIBUTES}{lasting}"}
    return replace(answer, headers=headers)


def _answered(room: Room, place: Place, request: Request, form: Mapping[str, str]) -> Answer:
    asked = request.query_params.get("language", "")
    if request.method == "GET" and asked in LANGUAGES:
        on = Answer(303, b"", {**sheets.HEADERS, "location": _without(request)}, sheets.HTML)
        return with_cookie(on, LANGUAGE_COOKIE, asked, _YEAR_SECONDS)
    call = _call(room, request, form)
    if call.visit is None and not place.is_open:
        return call.go(f"{SIGN_IN}?ended=1" if not call.is_new else SIGN_IN)
    if request.method == "POST":
        _check_own(call)
    return place.work(request.method)(call)


def _call(room: Room, request: Request, form: Mapping[str, str]) -> Call:
    token = request.cookies.get(COOKIE, "")[:100]
    visit = room.visits.find(token) if token else None
    is_new = not token
    return Call(room, request, _words(room, request), token or new_token(), visit, form, is_new)


def _check_own(call: Call) -> None:
    sent = call.form.get("csrf", "")
    from_where = call.request.headers.get("sec-fetch-site", "same-origin")
    is_own = hmac.compare_digest(sent.encode(), call.csrf.encode())
    if not is_own or from_where not in {"same-origin", "none"}:
        raise RefusalError(403, "another page")


def _words(room: Room, request: Request) -> Words:
    cookie = request.cookies.get(LANGUAGE_COOKIE, "")
    language = chosen(cookie, request.headers.get("accept-language", ""))
    return Words(language, room.desk.open.clock.now())


def _without(request: Request) -> str:
    """Return the same address without the choice of a language."""
    # The path as it came, but never one that a browser takes for another host.
    path = "/" + quote(request.url.path).lstrip("/")
    rest = _query(request)
    return f"{path}?{rest}" if rest else path


def _query(request: Request) -> str:
    rest = [pair for pair in request.query_params.multi_items() if pair[0] != "language"]
    return urlencode(rest)


async def _form(desk: Desk, request: Request) -> dict[str, str]:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise RefusalError(415, "content type")
    body = await bodies.whole_body(request, replace(desk.limits, body_bytes=_FORM_BYTES))
    request.scope["received"] = len(body)
    try:
        pairs = parse_qsl(
            body.decode("utf-8"),
            keep_blank_values=True,
            max_num_fields=_FORM_FIELDS,
            errors="strict",
        )
    except ValueError as error:
        raise RefusalError(400, "malformed") from error
    return dict(pairs)


def _refused(room: Room, request: Request, told: Answer) -> Answer:
    words = _words(room, request)
    kind = told.status if told.status in _SAID else 400
    page = sheets.drawn(
        "refused.html",
        told.status,
        t=words,
        languages=LANGUAGES,
        here=quote(request.url.path),
        query="",
        house=room.house,
        title=words(_SAID[kind]),
        person="",
        csrf="",
        notice=None,
    )
    return replace(page, headers={**page.headers, **told.headers})


#: What is said of a request that is not worked on.
_SAID = {
    400: "refused.unreadable",
    403: "refused.another_page",
    404: "refused.nothing_here",
    405: "refused.nothing_here",
    429: "refused.too_often",
    500: "refused.fault",
    503: "refused.busy",
}
