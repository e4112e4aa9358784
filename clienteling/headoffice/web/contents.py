"""``/v1/blobs``: attachments by their content's hash, in pieces; ``sync/blobs.py`` says how."""

import re

from starlette.requests import Request

from clienteling.domain.errors import KnownError
from clienteling.headoffice.blobs import Piece
from clienteling.headoffice.web import bodies
from clienteling.headoffice.web.answers import Answer, RefusalError
from clienteling.headoffice.web.asking import Asking, known_till
from clienteling.headoffice.web.desk import Desk
from clienteling.sync import packing
from clienteling.sync.blobs import PIECE_BYTES, Stand, Standing

METHODS = {"GET", "HEAD", "PUT"}

_OFFSET, _LENGTH = "upload-offset", "upload-length"
_RANGE = re.compile(r"bytes=(\d{1,12})-(\d{1,12})")
_NUMBER = re.compile(r"\d{1,12}")
_BYTES = "application/octet-stream"


async def wanted(desk: Desk, request: Request) -> Answer:
    """Say which contents rows of the till's scopes name and head office has not."""
    asking = await _read(desk, request)
    return await desk.threads.run(
        lambda: Answer(200, {"wanted": desk.open.blobs.wanted(known_till(desk, asking))})
    )


async def content(desk: Desk, request: Request) -> Answer:
    """Say how far a content is, hand out a piece of it, or take one."""
    asking = await _read(desk, request)
    act = {"GET": _fetch, "HEAD": _stand, "PUT": _send}[request.method]
    return await desk.threads.run(lambda: act(desk, asking))


async def _read(desk: Desk, request: Request) -> Asking:
    body = await bodies.whole_body(request, desk.limits)
    request.scope["received"] = len(body)
    return Asking(request, packing.MSGPACK, body)


def _stand(desk: Desk, asking: Asking) -> Answer:
    stand = desk.open.blobs.stand(known_till(desk, asking), _hash_in(asking))
    if stand.standing is Standing.HERE:
        size = str(stand.offset)
        return Answer(200, b"", {"content-length": size, _OFFSET: size}, kind=_BYTES)
    return _not_here(stand)


def _fetch(desk: Desk, asking: Asking) -> Answer:
    till = known_till(desk, asking)
    asked = _RANGE.fullmatch(asking.request.headers.get("range", f"bytes=0-{PIECE_BYTES - 1}"))
    if asked is None:
        raise RefusalError(416, "range")
    start, end = int(asked[1]), int(asked[2])
    found = desk.open.blobs.fetch(till, _hash_in(asking), start, end - start + 1)
    if not isinstance(found, Piece):
        return _not_here(found)
    if not found.data:
        raise RefusalError(416, "range")
    shown = f"bytes {start}-{start + len(found.data) - 1}/{found.size}"
    return Answer(206, found.data, {"content-range": shown}, kind=_BYTES)


def _send(desk: Desk, asking: Asking) -> Answer:
    till = known_till(desk, asking)
    offset, size = (_number(asking, name) for name in (_OFFSET, _LENGTH))
    try:
        stand = desk.open.blobs.send(till, _hash_in(asking), offset, size, asking.body)
    except KnownError as error:
        desk.log.fault(error, route="content", till=till)
        raise RefusalError(507, "disk full", retry_after=600) from error
    if stand.standing is Standing.REFUSED:
        return _not_here(stand)
    is_corrupt = stand.standing is Standing.CORRUPT
    return Answer(422 if is_corrupt else 200, {}, {_OFFSET: str(stand.offset)})


def _not_here(stand: Stand) -> Answer:
    is_named = stand.standing is Standing.AWAITED
    headers = {_OFFSET: str(stand.offset)} if is_named else {}
    return Answer(404, {"reason": "not here", "kind": "refused"}, headers)


def _hash_in(asking: Asking) -> str:
    return str(asking.request.path_params["sha256"])


def _number(asking: Asking, name: str) -> int:
    text = asking.request.headers.get(name, "")
    if not _NUMBER.fullmatch(text):
        raise RefusalError(400, "malformed")
    return int(text)
