"""The tills head office knows: their scopes, and where it is in the log of each of their lives."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clienteling.headoffice.dialect import Transaction
from clienteling.sync.scopes import EVERYWHERE
from clienteling.sync.wire import MAX_MUTATIONS, Place, Result

#: Stands before a scope that was withdrawn.
_WITHDRAWN = "-"

_CHUNK = 400


@dataclass(frozen=True, slots=True)
class Till:
    """A till: the scope it is at home in, those granted to it, and whether it was revoked.

    Args:
        withdrawn: Scopes it had, and is told to leave. That a scope is not granted is no such
            word: a restored head office may only have forgotten that it granted it.
    """

    till: str
    home: str
    granted: tuple[str, ...]
    is_revoked: bool
    withdrawn: tuple[str, ...] = ()


def enrol(transaction: Transaction, till: str, home: str, now: int) -> None:
    """Make a till known; it sees the catalogue and its own boutique."""
    transaction.run(
        "INSERT INTO sync_till (till, home, granted, enrolled_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (till) DO UPDATE SET home = excluded.home, granted = excluded.granted,"
        " revoked_at = NULL",
        (till, home, json.dumps(["g", home]), now),
    )


def revoke(transaction: Transaction, till: str, now: int) -> None:
    """Hear this till no more."""
    transaction.run("UPDATE sync_till SET revoked_at = ? WHERE till = ?", (now, till))


def find(transaction: Transaction, till: str) -> Till | None:
    """Return a till that is known."""
    found = transaction.all(
        "SELECT home, granted, revoked_at FROM sync_till WHERE till = ?", (till,)
    )
    if not found:
        return None
    home, granted, revoked = found[0]
    names = json.loads(granted)
    return Till(
        till,
        home,
        tuple(name for name in names if not name.startswith(_WITHDRAWN)),
        revoked is not None,
        tuple(name[1:] for name in names if name.startswith(_WITHDRAWN)),
    )


def set_granted(transaction: Transaction, till: str, granted: Iterable[str]) -> None:
    """Say which scopes a till reads and writes; those it had, and not these, it is to leave."""
    known = find(transaction, till)
    if known is None:
        return
    names = dict.fromkeys((EVERYWHERE, *granted))
    left = [name for name in (*known.granted, *known.withdrawn) if name not in names]
    words = [*names, *(f"{_WITHDRAWN}{name}" for name in dict.fromkeys(left))]
    transaction.run("UPDATE sync_till SET granted = ? WHERE till = ?", (json.dumps(words), till))


def hold_place(transaction: Transaction, till: Till, incarnation: str, schema: int) -> Place:
    """Take the device's row, so that one push at a time is worked on; return where it stands."""
    key = (till.home, till.till, incarnation)
    transaction.run(
        "INSERT INTO sync_device (scope, till, incarnation, mid, muid, part, schema_ver, seen_at)"
        " VALUES (?, ?, ?, 0, '', '', ?, 0) ON CONFLICT (scope, till, incarnation) DO NOTHING",
        (*key, schema),
    )
    return place_of(transaction, till, incarnation, transaction.lock)


def place_of(transaction: Transaction, till: Till, incarnation: str, lock: str = "") -> Place:
    """Return where head office stands in a device's log."""
    found = transaction.all(
        "SELECT mid, muid, part FROM sync_device"  # noqa: S608 - words of the dialect
        f" WHERE scope = ? AND till = ? AND incarnation = ?{lock}",
        (till.home, till.till, incarnation),
    )
    return Place(*found[0]) if found else Place()


def move_place(
    transaction: Transaction, till: Till, incarnation: str, place: Place, now: int
) -> None:
    """Write down where head office stands now."""
    transaction.run(
        "UPDATE sync_device SET mid = ?, muid = ?, part = ?, seen_at = ?"
        " WHERE scope = ? AND till = ? AND incarnation = ?",
        (place.mid, place.muid, place.part, now, till.home, till.till, incarnation),
    )


def refused_between(
    transaction: Transaction, till: Till, incarnation: str, between: tuple[int, int]
) -> tuple[Result, ...]:
    """Say again what was set aside of a device's log, as that answer may have been lost."""
    found = transaction.all(
        "SELECT mid, row_id, reason FROM sync_rejected"
        " WHERE scope = ? AND till = ? AND incarnation = ? AND mid BETWEEN ? AND ?"
        " ORDER BY mid LIMIT ?",
        (till.home, till.till, incarnation, *between, MAX_MUTATIONS),
    )
    return tuple(Result(mid, row_id, "rejected", reason) for mid, row_id, reason in found)


def refused_by_name(transaction: Transaction, till: Till, names: Sequence[str]) -> dict[str, str]:
    """Return why mutations were set aside, whatever life of the log they came with."""
    reasons: dict[str, str] = {}
    for start in range(0, len(names), _CHUNK):
        some = names[start : start + _CHUNK]
        found = transaction.all(
            "SELECT muid, reason FROM sync_rejected"  # noqa: S608 - our own marks
            f" WHERE scope = ? AND muid IN ({', '.join('?' * len(some))})",
            (till.home, *some),
        )
        reasons.update((muid, reason) for muid, reason in found)
    return reasons
