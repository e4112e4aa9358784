"""``/v1/authority``, ``/v1/enrol``, ``/v1/session``: how a till and head office come to trust."""

from dataclasses import dataclass
from typing import TypeVar

from clienteling.headoffice.enrolment import Asked, NotEnrolled
from clienteling.headoffice.sessions import Denied
from clienteling.headoffice.web.answers import Answer, RefusalError
from clienteling.headoffice.web.asking import Asking, address_of, denied, hold_back
from clienteling.headoffice.web.desk import Desk
from clienteling.models.types import to_milliseconds
from clienteling.sync import packing, wire
from clienteling.sync.signing import to_bytes

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class EnrolWords:
    """A code, the till's own name for itself, what people call it, its key and the proof of it."""

    code: str
    till: str
    name: str
    key: str
    proof: str


@dataclass(frozen=True, slots=True)
class SessionWords:
    """A till that asks for a nonce, or brings one back signed and says what its clock shows."""

    till: str
    nonce: str = ""
    signature: str = ""
    at: int = 0


def enrol(desk: Desk, asking: Asking) -> Answer:
    """Take a till in on a code."""
    hold_back(desk.codes, address_of(asking.request))
    words = _read(desk, asking, EnrolWords)
    asked = Asked(
        words.code,
        words.till,
        words.name,
        to_bytes(words.key) or b"",
        to_bytes(words.proof) or b"",
    )
    found = desk.open.enrolment.enrol(asked)
    if isinstance(found, NotEnrolled):
        raise RefusalError(403 if found.reason == "code" else 422, found.reason)
    desk.log.write("enrolled", till=found.till, confirmed=found.confirmed)
    return Answer(
        200,
        {
            "kind": "enrolled",
            "confirmed": found.confirmed,
            "salt": found.salt,
            "granted": list(found.granted),
            "office_key": desk.open.orders.public.hex(),
        },
    )


def session(desk: Desk, asking: Asking) -> Answer:
    """Hand out a nonce, or a token for one that comes back signed."""
    hold_back(desk.addresses, address_of(asking.request))
    words = _read(desk, asking, SessionWords)
    now = to_milliseconds(desk.open.clock.now())
    if not words.nonce:
        return Answer(
            200, {"kind": "nonce", "nonce": desk.open.sessions.nonce(words.till), "at": now}
        )
    found = desk.open.sessions.begin(
        words.till, words.nonce, to_bytes(words.signature) or b"", words.at
    )
    if isinstance(found, Denied):
        raise denied(desk, found)
    return Answer(
        200, {"kind": "session", "token": found.token, "seconds": found.seconds, "at": now}
    )


def _read(desk: Desk, asking: Asking, kind: type[T]) -> T:
    try:
        words = packing.read(kind, asking.plain(desk), asking.kind)
    except packing.UnreadableError as error:
        raise RefusalError(400, "malformed") from error
    if isinstance(words, wire.Malformed):
        raise RefusalError(422, "malformed")
    return words
