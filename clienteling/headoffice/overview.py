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
        waiting: How many changes waited in it when it last said so; None before it has.
        told_at: When that was, in milliseconds; 0 for never.
        program: The version of its program; empty before it has said.
        erase_at: When it was ordered to erase its book, in milliseconds; 0 where it was not.
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
    waiting: int | None = None
    told_at: int = 0
    program: str = ""
    erase_at: int = 0


@dataclass(frozen=True, slots=True)
class ScopeRow:
    """A scope: how many numbers it has given, and how many cases wait in it for a person.

    ``oldest_case_at`` is when the oldest of them came up, in milliseconds; 0 where none waits.
    """

    scope: str
    head: int
    cases_open: int
    oldest_case_at: int = 0


@dataclass(frozen=True, slots=True)
class AsideRow:
    """What a till sent and head office could not keep, for one reason; how often, when last."""

    till: str
    reason: str
    count: int
    last_at: int


def all_tills(database: Database) -> list[TillRow]:
    """Return every till, by boutique and name."""
    with database.read() as transaction:
        _see_everything(transaction)
        found = transaction.all(
            "SELECT t.till, t.name, t.home, coalesce(s.granted, t.granted), t.confirmed,"
            " t.seen_at, t.clock_off, s.revoked_at, t.erase, d.waiting,"
            " coalesce(d.told_at, 0), coalesce(d.program, '')"
            " FROM trust_till t LEFT JOIN sync_till s ON s.till = t.till"
            " LEFT JOIN trust_told d ON d.till = t.till"
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
            _seen(granted),
            _state(confirmed, revoked_at),
            seen_at,
            pushed.get(till, 0),
            clock_off,
            aside[till],
            waiting,
            told_at,
            program,
            erase,
        )
        for (
            till,
            name,
            home,
            granted,
            confirmed,
            seen_at,
            clock_off,
            revoked_at,
            erase,
            waiting,
            told_at,
            program,
        ) in found
    ]


def all_scopes(database: Database) -> list[ScopeRow]:
    """Return every scope that has something in it, the catalogue first."""
    with database.read() as transaction:
        _see_everything(transaction)
        heads = transaction.all("SELECT scope, head FROM sync_scope ORDER BY scope")
        rows = [ScopeRow(scope, head, *_cases(transaction, scope)) for scope, head in heads]
    return sorted(rows, key=lambda row: (row.scope != EVERYWHERE, row.scope))


def all_aside(database: Database) -> list[AsideRow]:
    """Return what was set aside, by till and reason, the newest first; never what was in it."""
    with database.read() as transaction:
        _see_everything(transaction)
        found = transaction.all(
            "SELECT till, reason, count(*), max(at) FROM sync_rejected GROUP BY till, reason"
            " ORDER BY max(at) DESC, till, reason"
        )
    return [AsideRow(*row) for row in found]


def known_scopes(transaction: Transaction) -> tuple[str, ...]:
    """Return every scope that a till has been granted."""
    found = transaction.all("SELECT home, granted FROM sync_till")
    granted = {
        scope.removeprefix("-") for home, some in found for scope in (home, *json.loads(some))
    }
    return tuple(sorted({EVERYWHERE, *granted}))


def _see_everything(transaction: Transaction) -> None:
    transaction.see(known_scopes(transaction))


def _cases(transaction: Transaction, scope: str) -> tuple[int, int]:
    found = transaction.all(
        "SELECT count(*), coalesce(min(at), 0) FROM sync_feed"
        " WHERE scope = ? AND tbl = ? AND state = ? AND body LIKE ?",
        (scope, CASES, LIVE, '%"state":0%'),
    )
    return int(found[0][0]), int(found[0][1])


def _seen(granted: str) -> tuple[str, ...]:
    """Return the scopes that a till sees; those it is to leave stand with a dash among them."""
    return tuple(name for name in json.loads(granted) if not name.startswith("-"))


def _state(confirmed: int, revoked_at: int | None) -> str:
    if not confirmed:
        return WAITING
    return HEARD if revoked_at is None else REVOKED
