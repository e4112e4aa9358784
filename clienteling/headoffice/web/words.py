"""``/v1/push``, ``/v1/pull``, ``/v1/snapshot``: the words of sync, from a till that is known."""

from collections.abc import Callable
from typing import Any, TypeVar

from clienteling.headoffice.web.answers import Answer, RefusalError
from clienteling.headoffice.web.asking import Asking, known_till
from clienteling.headoffice.web.desk import Desk
from clienteling.sync import packing, wire

T = TypeVar("T", wire.Push, wire.Pull, wire.SnapshotAsked)

#: What an answer of the kind ``refused`` is in HTTP; 422 where the words make no sense.
_STATUS = {"revoked": 403, "unknown": 403, "upgrade": 426, "newer": 426, "another till": 403}


def push(desk: Desk, asking: Asking) -> Answer:
    """Take a stretch of a till's log."""
    words = _heard(desk, asking, wire.Push)
    answer = desk.open.office.push(words)
    if isinstance(answer, wire.Pushed):
        desk.metrics.add("mutations_total", len(words.mutations))
        for result in answer.results:
            desk.metrics.add("results_total", outcome=result.outcome)
    return _told(answer)


def pull(desk: Desk, asking: Asking) -> Answer:
    """Hand out what is new."""
    answer = desk.open.office.pull(_heard(desk, asking, wire.Pull))
    if isinstance(answer, wire.Pulled):
        rows = sum(len(page.rows) for page in answer.pages)
        desk.metrics.add("rows_sent_total", rows, way="pull")
    return _told(answer)


def snapshot(desk: Desk, asking: Asking) -> Answer:
    """Hand out a part of a prepared snapshot."""
    answer = desk.open.office.snapshot(_heard(desk, asking, wire.SnapshotAsked))
    if isinstance(answer, wire.SnapshotPart):
        desk.metrics.add("rows_sent_total", len(answer.rows), way="snapshot")
        return _told(answer)
    # That there is none is an answer like any other: the till pulls.
    return Answer(200, answer) if answer.reason in _NO_SNAPSHOT else _told(answer)


_NO_SNAPSHOT = frozenset({"no such snapshot", "another scope"})

WORDS: dict[str, Callable[[Desk, Asking], Answer]] = {
    "push": push,
    "pull": pull,
    "snapshot": snapshot,
}


def _heard(desk: Desk, asking: Asking, kind: type[T]) -> T:
    till = known_till(desk, asking)
    try:
        words = packing.read(kind, asking.plain(desk), asking.kind)
    except packing.UnreadableError as error:
        raise RefusalError(400, "malformed") from error
    if isinstance(words, wire.Malformed):
        raise RefusalError(422, f"malformed: {words.reason}")
    if words.schema < 1:
        raise RefusalError(422, "malformed: no such schema")
    if words.till != till:
        raise RefusalError(403, "another till")
    return words


def _told(answer: Any) -> Answer:
    if isinstance(answer, wire.Refused):
        return Answer(_STATUS.get(answer.reason, 422), answer)
    return Answer(200, answer)
