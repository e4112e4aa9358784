"""What head office knows of its tills and its scopes, for whoever looks after it."""

import json
from collections import Counter
from dataclasses import dataclass

from clienteling.headoffice.dialect import Database, Transaction
from clienteling.sync.scopes import EVERYWHERE
from clienteling.sync.wire import CASES, LIVE

WAITING, HEARD, REVOKED = "waiting", "heard", "revoked"


@dataclass(frozen=True, slots=True)
class TillRow:
    """A till.

    Args:
        till: What it calls itself.
        name: What people call it.
        home: Its boutique's scope.
        granted: The scopes it sees.
        state: Waits to be confirmed, is heard, or was revoked.
        seen_at: When it last began a session, in milliseconds; 0 for never.
        pushed_at: When it last sent something, in milliseconds; 0 for never.
        clock_off: How many seconds its clock is ahead; None before it has said.
        set_aside: How many of its mutations could not be kept.
    """

    till: str
    name: str
    home: str
    granted: tuple[str, ...]
    state: str
    seen_at: int
    pushed_at: int
    clock_off: int | None
    set_aside: int


@dataclass(frozen=True, slots=True)
class ScopeRow:
    """A scope: how many numbers it has given, and how many cases wait in it for a person."""

    scope: str
    head: int
    cases_open: int


def all_tills(database: Database) -> list[TillRow]:
    """Return every till, by boutique and name."""
    with database.read() as transaction:
        _see_everything(transaction)
        found = transaction.all(
            "SELECT t.till, t.name, t.home, coalesce(s.granted, t.granted), t.confirmed,"
            " t.seen_at, t.clock_off, s.revoked_at"
            " FROM trust_till t LEFT JOIN sync_till s ON s.till = t.till"
            " ORDER BY t.home, t.name, t.till"
        )
        pushed = dict(transaction.all("SELECT till, max(seen_at) FROM sync_device GROUP BY till"))
        aside = Counter(
            dict(transaction.all("SELECT till, count(*) FROM sync_rejected GROUP BY till"))
        )
    return [
        TillRow(
            till,
            name,
            home,
            tuple(json.loads(granted)),
            _state(confirmed, revoked_at),
            seen_at,
            pushed.get(till, 0),
            clock_off,
            aside[till],
        )
        for till, name, home, granted, confirmed, seen_at, clock_off, revoked_at in found
    ]


def all_scopes(database: Database) -> list[ScopeRow]:
    """Return every scope that has something in it, the catalogue first."""
    with database.read() as transaction:
        _see_everything(transaction)
        heads = transaction.all("SELECT scope, head FROM sync_scope ORDER BY scope")
        rows = [ScopeRow(scope, head, _cases(transaction, scope)) for scope, head in heads]
    return sorted(rows, key=lambda row: (row.scope != EVERYWHERE, row.scope))


def known_scopes(transaction: Transaction) -> tuple[str, ...]:
    """Return every scope that a till has been granted."""
    found = transaction.all("SELECT home, granted FROM sync_till")
    granted = {scope for home, some in found for scope in (home, *json.loads(some))}
    return tuple(sorted({EVERYWHERE, *granted}))


def _see_everything(transaction: Transaction) -> None:
    transaction.see(known_scopes(transaction))


def _cases(transaction: Transaction, scope: str) -> int:
    found = transaction.all(
        "SELECT count(*) FROM sync_feed WHERE scope = ? AND tbl = ? AND state = ? AND body LIKE ?",
        (scope, CASES, LIVE, '%"state":0%'),
    )
    return int(found[0][0])


def _state(confirmed: int, revoked_at: int | None) -> str:
    if not confirmed:
        return WAITING
    return HEARD if revoked_at is None else REVOKED
