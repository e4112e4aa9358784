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


@dataclass(frozen=True, slots=True)
class Welcome:
    """A till is known; where it is not confirmed, two people compare six digits first.

    Args:
        confirmed: It may begin a session at once.
        salt: Goes into the digits, so that nobody can look for a key that gives the same.
        granted: The scopes it sees.
        office_key: Head office's Ed25519 key in hex, by which its orders are known.
    """

    confirmed: bool
    salt: str
    granted: tuple[str, ...]
    office_key: str
    kind: str = "enrolled"


@dataclass(frozen=True, slots=True)
class Nonce:
    """Something to sign, good for a minute and one session; ``at`` is head office's time."""

    nonce: str
    at: int
    kind: str = "nonce"


@dataclass(frozen=True, slots=True)
class Begun:
    """A session: its token and how many seconds it lives; ``at`` is head office's time."""

    token: str
    seconds: int
    at: int
    kind: str = "session"


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
    key = desk.open.orders.public.hex()
    return Answer(200, Welcome(found.confirmed, found.salt, found.granted, key))


def session(desk: Desk, asking: Asking) -> Answer:
    """Hand out a nonce, or a token for one that comes back signed."""
    hold_back(desk.addresses, address_of(asking.request))
    words = _read(desk, asking, SessionWords)
    now = to_milliseconds(desk.open.clock.now())
    if not words.nonce:
        return Answer(200, Nonce(desk.open.sessions.nonce(words.till), now))
    found = desk.open.sessions.begin(
        words.till, words.nonce, to_bytes(words.signature) or b"", words.at
    )
    if isinstance(found, Denied):
        raise denied(desk, found)
    return Answer(200, Begun(found.token, found.seconds, now))


def _read(desk: Desk, asking: Asking, kind: type[T]) -> T:
    try:
        words = packing.read(kind, asking.plain(desk), asking.kind)
    except packing.UnreadableError as error:
        raise RefusalError(400, "malformed") from error
    if isinstance(words, wire.Malformed):
        raise RefusalError(422, "malformed")
    return words
