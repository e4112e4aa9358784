"""Head office's own upgrade: rows it keeps are said as this program says them, scope by scope.

Their numbers stay: tills that are as new read everything again by themselves, and for older ones
nothing has changed. Snapshots were made of the older words and are made anew.
"""

import json

from clienteling.headoffice.dialect import Database, Transaction, again
from clienteling.headoffice.overview import known_scopes
from clienteling.sync import casts
from clienteling.sync.wire import CASES, LIVE

TABLES = """
CREATE TABLE IF NOT EXISTS sync_spoken (scope text PRIMARY KEY, version bigint NOT NULL);
"""

_CHUNK = 500


def make_recast_tables(database: Database) -> None:
    """Make what is not there yet."""
    with database.write() as transaction:
        for statement in TABLES.split(";")[:-1]:
            transaction.run(statement)


def recast_all(database: Database) -> int:
    """Bring every scope to this version before it is served; return how many were older."""
    if not casts.CASTS:
        return 0
    with database.read() as transaction:
        scopes = known_scopes(transaction)
        transaction.see(scopes)
        spoken = dict(transaction.all("SELECT scope, version FROM sync_spoken"))
    older = [scope for scope in scopes if int(spoken.get(scope, 0)) < casts.SCHEMA]
    return sum(recast(database, scope) for scope in older)


@again
def recast(database: Database, scope: str) -> bool:
    """Bring a scope's rows to this program's version; say whether they were of an older one."""
    with database.write() as transaction:
        transaction.see((scope,))
        transaction.run(
            "INSERT INTO sync_spoken (scope, version) VALUES (?, ?)"
            " ON CONFLICT (scope) DO NOTHING",
            (scope, _first(transaction, scope)),
        )
        found = transaction.all(
            f"SELECT version FROM sync_spoken WHERE scope = ?{transaction.lock}",  # noqa: S608 - words of the dialect
            (scope,),
        )
        version = int(found[0][0])
        if version >= casts.SCHEMA:
            return False
        changed = {one.table for v in range(version + 1, casts.SCHEMA + 1) for one in _of(v)}
        for table in sorted({*changed, CASES} if changed else ()):
            _recast_table(transaction, scope, table, version)
        transaction.run("DELETE FROM sync_snapshot WHERE scope = ?", (scope,))
        transaction.run(
            "UPDATE sync_spoken SET version = ? WHERE scope = ?", (casts.SCHEMA, scope)
        )
        return True


def _of(version: int) -> tuple[casts.Step, ...]:
    return casts.CASTS.get(version, ())


def _first(transaction: Transaction, scope: str) -> int:
    """Return the version of a scope of which none is noted: the first, where it has rows."""
    rows = transaction.all("SELECT 1 FROM sync_feed WHERE scope = ? LIMIT 1", (scope,))
    return 1 if rows else casts.SCHEMA


def _recast_table(transaction: Transaction, scope: str, table: str, version: int) -> None:
    after = ""
    while found := transaction.all(
        "SELECT row_id, state, body, versions FROM sync_feed"
        " WHERE scope = ? AND tbl = ? AND row_id > ? ORDER BY row_id LIMIT ?",
        (scope, table, after, _CHUNK),
    ):
        after = found[-1][0]
        transaction.many(
            "UPDATE sync_feed SET body = ?, versions = ?"
            " WHERE scope = ? AND tbl = ? AND row_id = ?",
            [(*_recast_row(table, version, *row[1:]), scope, table, row[0]) for row in found],
        )


def _recast_row(table: str, version: int, state: int, body: str, versions: str) -> tuple[str, str]:
    values, known = json.loads(body), json.loads(versions)
    if table == CASES:
        told = casts.raised_case(values, version) if values else values
    elif state == LIVE:
        told = casts.whole(values, table, version)
    else:
        told = casts.raised(values, table, version)
    return _json(told), _json(casts.raised(known, table, version))


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))
