"""A request once its body is here: who asks, from where, and whether too often."""

import ipaddress
import math
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from clienteling.headoffice.sessions import Denied, Signed
from clienteling.headoffice.web import bodies
from clienteling.headoffice.web.answers import RefusalError
from clienteling.headoffice.web.desk import Desk
from clienteling.headoffice.web.limits import Buckets
from clienteling.headoffice.web.telling import keep_told, told_in
from clienteling.sync.signing import (
    COUNTER_HEADER,
    SCHEME,
    SIGNATURE_HEADER,
    TOKEN_HEADER,
    order_words,
    request_words,
    to_bytes,
)

_STATUS = {"revoked": 403, "pending": 403}


@dataclass(frozen=True, slots=True)
class Asking:
    """A request with its body as it was sent."""

    request: Request
    kind: str
    body: bytes

    def plain(self, desk: Desk) -> bytes:
        """Return the body without its compression."""
        encoding = self.request.headers.get("content-encoding", "").strip().lower()
        return bodies.plain_body(self.body, encoding, desk.limits)


async def read_asking(desk: Desk, request: Request) -> Asking:
    """Read a request that is written in one of the agreed ways."""
    kind = bodies.content_type(request)
    return Asking(request, kind, await bodies.whole_body(request, desk.limits))


def known_till(desk: Desk, asking: Asking) -> str:
    """Return the till a request is signed by; called on a thread.

    Raises:
        RefusalError: it is not signed, or its till is not heard.
    """
    signed = _signed(asking)
    found = Denied("session") if signed is None else desk.open.sessions.judge(signed)
    if isinstance(found, Denied):
        hold_back(desk.addresses, address_of(asking.request))
        raise denied(desk, found)
    hold_back(desk.tills, found)
    asking.request.scope["till"] = found
    told = told_in(asking.request.headers)
    if desk.told.is_news(found, told):
        keep_told(desk.open.database, desk.open.clock, found, told)
    return found


def denied(desk: Desk, why: Denied) -> RefusalError:
    """Return what a till that is not heard is told; an order to it is signed."""
    more: dict[str, Any] = {}
    if why.ordered_at:
        signature = desk.open.orders.sign(order_words(why.till, why.ordered_at))
        more["order"] = {"till": why.till, "at": why.ordered_at, "signature": signature.hex()}
    return RefusalError(_STATUS.get(why.reason, 401), why.reason, **more)


def hold_back(buckets: Buckets, name: str) -> None:
    """See that nobody asks too often.

    Raises:
        RefusalError: somebody does.
    """
    wait = buckets.take(name)
    if wait:
        raise RefusalError(429, "too often", retry_after=max(1, math.ceil(wait)))


def address_of(request: Request) -> str:
    """Return whom to count a request on: an address, or the network a house is given in IPv6."""
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, 64), strict=False))
    return host


def _signed(asking: Asking) -> Signed | None:
    headers = asking.request.headers
    scheme = headers.get(TOKEN_HEADER, "")
    counter = headers.get(COUNTER_HEADER, "")
    signature = to_bytes(headers.get(SIGNATURE_HEADER, ""))
    is_whole = scheme.startswith(SCHEME) and counter.isascii() and counter.isdigit()
    if not is_whole or len(counter) > 18 or not signature:
        return None
    token = scheme[len(SCHEME) :]
    words = request_words(
        token, int(counter), asking.request.method, _target(asking.request), asking.body
    )
    return Signed(token, int(counter), words, signature)


def _target(request: Request) -> str:
    path, query = request.scope["raw_path"], request.scope["query_string"]
    return str(path + b"?" + query if query else path, "latin-1")
