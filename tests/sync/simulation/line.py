"""A line between a till and head office that loses, doubles, delays, garbles and breaks."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from clienteling.headoffice.store import HeadOffice
from clienteling.sync.codec import decode, decode_answer, encode
from clienteling.sync.engine import LineError
from clienteling.sync.wire import Malformed, Pull, Push, SnapshotAsked


@dataclass(slots=True)
class Faults:
    """How often each thing happens to one message; all 0 is a healthy line."""

    lost: float = 0.0
    unanswered: float = 0.0
    doubled: float = 0.0
    delayed: float = 0.0
    garbled: float = 0.0


@dataclass(slots=True)
class Line:
    """One till's line.

    Args:
        office: Returns head office as it is now; it may be restored between two messages.
        rng: Decides what happens.
        late: Messages on their way that arrive at some later time, whoever has spoken since.
        checked: Send every message through the words of the wire.
    """

    office: Callable[[], HeadOffice]
    rng: random.Random
    faults: Faults
    late: list[Push] = field(default_factory=list)
    checked: bool = False

    def push(self, words: Push) -> Any:
        """Send a stretch of the log."""
        self._before()
        if self._happens(self.faults.delayed):
            self.late.append(words)
        answer = self.office().push(self._through(words))
        if self._happens(self.faults.doubled):
            self.office().push(words)
        return self._after(answer)

    def pull(self, words: Pull) -> Any:
        """Ask for news."""
        self._before()
        return self._after(self.office().pull(self._through(words)))

    def snapshot(self, words: SnapshotAsked) -> Any:
        """Ask for a part of a snapshot."""
        self._before()
        return self._after(self.office().snapshot(self._through(words)))

    def _happens(self, share: float) -> bool:
        return share > 0 and self.rng.random() < share

    def _before(self) -> None:
        if self._happens(self.faults.lost):
            raise LineError("lost on the way there")

    def _after(self, answer: Any) -> Any:
        if self._happens(self.faults.unanswered):
            raise LineError("lost on the way back")
        if self._happens(self.faults.garbled):
            return Malformed("a captive portal")
        return decode_answer(json.loads(json.dumps(encode(answer)))) if self.checked else answer

    def _through(self, words: Any) -> Any:
        if not self.checked:
            return words
        return decode(type(words), json.loads(json.dumps(encode(words))))
