"""Two devices write the same clients apart: what stands afterwards, who is told of the rest."""

import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from benchmarks.peers.records import FIELDS, Record

_ONE, _TWO = "written on one", "written on two"
#: Clocks that count whole seconds have to tell the two apart.
_SECONDS_BETWEEN = 1.2

Edit = dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Clash:
    """What became of two edits of one client.

    Args:
        what: How they meet.
        kept: Whose edits stand on both devices.
        shown: Whose edits do not, and a person is shown them.
        hidden: Whose are kept where only a program that asks finds them.
        refused: Whose were answered with an error that the program has to make something of.
        lost: Whose are gone.
        is_equal: Both devices have the same afterwards.
    """

    what: str
    kept: list[str]
    shown: list[str]
    hidden: list[str]
    refused: list[str]
    lost: list[str]
    is_equal: bool

    @property
    def unseen(self) -> int:
        """Return how many edits neither stand nor are shown to a person."""
        return len(self.hidden) + len(self.refused) + len(self.lost)

    def words(self) -> str:
        """Return it as a sentence."""
        parts = [
            f"{' and '.join(who)} {name}"
            for name, who in asdict(self).items()
            if isinstance(who, list) and who
        ]
        return "; ".join([*parts, "equal" if self.is_equal else "the devices differ"])


class Steps(Protocol):
    """Takes a step of a named device."""

    def __call__(self, step: str, device: str, **arguments: Any) -> dict[str, Any]:
        """Take it."""
        ...


def plain(row: Record | None) -> dict[str, str] | None:
    """Return a row's fields as text, however a program keeps them."""
    return None if row is None else {name: str(row[name]) for name in FIELDS}


def clash(ask: Steps, given: Sequence[Record]) -> list[Clash]:
    """Let two devices that agree write apart, then sync until neither has anything to say."""
    same, different, removed = (one["id"] for one in given[:3])
    names = {
        same: "the same field", different: "different fields",
        removed: "removed, and edited later",
    }  # fmt: skip
    ones: dict[str, Edit] = {
        same: {"remember": _ONE}, different: {"preferred_name": _ONE}, removed: None,
    }  # fmt: skip
    twos: dict[str, Edit] = {
        same: {"remember": _TWO}, different: {"pronunciation": _TWO}, removed: {"remember": _TWO},
    }  # fmt: skip
    ask("edit", "one", edits=ones)
    time.sleep(_SECONDS_BETWEEN)
    ask("edit", "two", edits=twos)
    told = [ask("sync", device) for device in ("one", "two", "one", "two", "one")]
    left, right = (ask("state", device, ids=list(names)) for device in ("one", "two"))
    return [
        _clash(names[key], key, {"one": ones[key], "two": twos[key]}, (left, right), told)
        for key in names
    ]


def _clash(
    what: str,
    key: str,
    edits: dict[str, Edit],
    states: tuple[dict[str, Any], dict[str, Any]],
    told: list[dict[str, Any]],
) -> Clash:
    rows = [plain(state["rows"][key]) for state in states]
    heaps: dict[str, list[str]] = {
        name: [] for name in ("kept", "shown", "hidden", "refused", "lost")
    }
    for who, edit in edits.items():
        heaps[_heap(key, edit, rows, states, told)].append(who)
    return Clash(what, **heaps, is_equal=rows[0] == rows[1])


def _heap(
    key: str,
    edit: Edit,
    rows: list[dict[str, str] | None],
    states: tuple[dict[str, Any], dict[str, Any]],
    told: list[dict[str, Any]],
) -> str:
    if all(_stands(edit, row) for row in rows):
        return "kept"
    if any(key in one for step in told for one in step.get("said", ())):
        return "shown"
    if any(key in state.get("shown", {}) for state in states):
        return "shown"
    hidden = [one for state in states for one in state.get("hidden", {}).get(key, ())]
    if any(_stands(edit, plain(one)) for one in hidden):
        return "hidden"
    if any(key in one for step in told for one in step.get("refused", ())):
        return "refused"
    return "lost"


def _stands(edit: Edit, row: dict[str, str] | None) -> bool:
    if edit is None or row is None:
        return edit is None and row is None
    return all(row[name] == value for name, value in edit.items())
