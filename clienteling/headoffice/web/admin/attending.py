"""What comes before each page: who is it, on whose word, and what if nothing can be done.

A page needs a visit unless it is open; whatever changes something needs the form's own token,
which only a page of this visit holds, and must come from one of our own pages.
"""

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, quote

from starlette.requests import Request

from clienteling.headoffice.dialect import AwayError, BusyError
from clienteling.headoffice.web import bodies
from clienteling.headoffice.web.admin import sheets
from clienteling.headoffice.web.admin.calls import (
    COOKIE,
    LANGUAGE_COOKIE,
    SIGN_IN,
    Call,
    Room,
    query_of,
    with_cookie,
)
from clienteling.headoffice.web.admin.visits import new_token
from clienteling.headoffice.web.admin.words import LANGUAGES, Words, chosen
from clienteling.headoffice.web.answers import Answer, RefusalError
from clienteling.headoffice.web.desk import Desk

_YEAR_SECONDS = 31_536_000
_FORM_BYTES, _FORM_FIELDS = 16_384, 40
_FORM = "application/x-www-form-urlencoded"

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
    rest = query_of(request)
    return f"{path}?{rest}" if rest else path


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
