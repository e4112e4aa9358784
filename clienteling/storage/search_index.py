"""The search index: every client's row and terms, in the order of who matters.

The tables are those of storage/search_tables.py; the rows, storage/search_rows.py.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlcipher3 import dbapi2

from clienteling.domain.progress import Progress, Silent
from clienteling.storage import metrics, search_typos
from clienteling.storage.rank_key import KEY_BITS, KEY_MASK
from clienteling.storage.search_rows import (
    COLUMNS,
    SEEN_STEPS,
    SEPARATOR,
    Entry,
    entries,
    marked,
    rank_bucket,
)
from clienteling.storage.search_tables import INDEXES

CHUNK = 400
_BULK_CHUNK = 2_000
_BULK_HASH_BYTES = 64 * 1024 * 1024
_USUAL_HASH_BYTES = 1024 * 1024

_INSERT = (
    f"INSERT INTO client_hit (rk, {', '.join(COLUMNS)}) "  # noqa: S608 - names of columns
    f"VALUES ({', '.join('?' * (len(COLUMNS) + 1))})"
)
_STANDING = f"SELECT rk, {', '.join(COLUMNS)} FROM client_hit WHERE client_id IN "  # noqa: S608 - names of columns


class _Standing(NamedTuple):
    """A row as it stands: its key, and its values in the order of ``COLUMNS``."""

    rk: int
    values: tuple[Any, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The names its vocabulary came from."""
        return (self.values[_DISPLAY], *filter(None, self.values[_NAMES].split(SEPARATOR)))

    @property
    def digits(self) -> str:
        """What stands among the telephones."""
        return marked(self.values[_DIGITS], self.values[_ADVISER])


_HASH, _DISPLAY, _NAMES, _DIGITS, _ADVISER = map(
    COLUMNS.index, ("terms_hash", "display", "names", "digits", "adviser_id")
)


def refresh(raw: dbapi2.Connection, client_ids: Sequence[bytes]) -> None:
    """Index some clients again inside the present transaction, after their figures.

    Clients that were removed or merged into others leave the index.
    """
    for start in range(0, len(client_ids), CHUNK):
        chunk = client_ids[start : start + CHUNK]
        standing = _standing(raw, chunk)
        found = entries(raw, chunk)
        for client_id in chunk:
            _replace(raw, standing.get(client_id), found.get(client_id))


def rebuild(raw: dbapi2.Connection, progress: Progress | None = None) -> None:
    """Index every client from nothing, the best first, after ``metrics.rebuild``.

    Rows are written in the order of their keys: the full-text tables write what they gathered to
    disk whenever an earlier key follows a later one.

    Raises:
        Cancelled: the person asked to stop; the caller's transaction is to be rolled back.
    """
    told = progress or Silent()
    _empty(raw)
    total = _order_all(raw)
    vocabulary: Counter[str] = Counter()
    done = 0
    for keys in _ordered_chunks(raw):
        found = entries(raw, [client_id for _rk, client_id in keys])
        written = [(rk, found[client_id]) for rk, client_id in keys if client_id in found]
        raw.executemany(_INSERT, [(rk, *one.values) for rk, one in written])
        raw.executemany(*_fts_rows(written))
        raw.executemany(*_phone_rows(written))
        for _rk, one in written:
            vocabulary.update(search_typos.vocabulary(one.words))
        done += len(keys)
        told.step(done, total, "")
    search_typos.rebuild(raw, vocabulary)
    _settle(raw, total)


def optimize(raw: dbapi2.Connection) -> None:
    """Merge the full-text tables: after a rebuild, and after an erasure so that no trace is left.

    Each save adds a segment, and sixteen of a level become one of the next in one save. A whole
    table on the level of the saves would be written anew by one of them, so it is merged with a
    row for the purpose until it stands on the fourth level: after tens of thousands of saves.
    """
    for table, column in (("client_fts", "t"), ("phone_fts", "d")):
        for row in (-1, -2):
            raw.execute(f"INSERT INTO {table} (rowid, {column}) VALUES (?, 'one')", (row,))  # noqa: S608 - own names
            raw.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608 - own names
            raw.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,))  # noqa: S608 - own names


def due(raw: dbapi2.Connection, today: date) -> tuple[bytes, ...]:
    """Return the clients who are not as they should be today, for the day alone.

    Twelve-month figures move, key dates pass, and clients not seen for long sink in the ranking.
    """
    last = metrics.recall(raw, "rolled_on")
    moved = set(metrics.due(raw, today))
    if last is not None:
        moved.update(_passed(raw, date.fromordinal(last), today))
    return tuple(sorted(moved))


def roll(raw: dbapi2.Connection, today: date) -> int:
    """Bring what depends on the day up to today, at once; return how many clients it touched."""
    ids = due(raw, today)
    metrics.refresh(raw, ids, today)
    refresh(raw, ids)
    metrics.remember(raw, "rolled_on", today.toordinal())
    return len(ids)


def _passed(raw: dbapi2.Connection, last: date, today: date) -> Iterator[bytes]:
    """Yield the clients whose next date is over, or who have now been gone a step longer."""
    yield from (
        row[0]
        for row in raw.execute(
            "SELECT client_id FROM client_hit WHERE next_on < ?", (today.isoformat(),)
        )
    )
    for days, _cost in SEEN_STEPS:
        step = timedelta(days=days)
        yield from (
            row[0]
            for row in raw.execute(
                "SELECT client_id FROM client_hit WHERE last_seen_on >= ? AND last_seen_on < ?",
                ((last - step).isoformat(), (today - step).isoformat()),
            )
        )


def _standing(raw: dbapi2.Connection, client_ids: Sequence[bytes]) -> dict[bytes, _Standing]:
    marks = ", ".join("?" * len(client_ids))
    rows = raw.execute(f"{_STANDING} ({marks})", client_ids)
    return {row[1]: _Standing(row[0], row[1:]) for row in rows}


def _replace(raw: dbapi2.Connection, old: _Standing | None, new: Entry | None) -> None:
    if old is None and new is None:
        return
    if old is None or new is None:
        _move(raw, old, new)
        _count(raw, 1 if old is None else -1)
        return
    if old.rk >> KEY_BITS == new.bucket:
        _alter(raw, old, new)
    else:
        _move(raw, old, new)
    if old.words != new.words:
        before, after = search_typos.vocabulary(old.words), search_typos.vocabulary(new.words)
        search_typos.count_out(raw, before - after)
        search_typos.count_in(raw, after - before)


def _alter(raw: dbapi2.Connection, old: _Standing, new: Entry) -> None:
    """Write what is new of a client who keeps her place; each index left alone is pages saved."""
    changed = {
        name: value
        for name, before, value in zip(COLUMNS, old.values, new.values, strict=True)
        if before != value
    }
    if changed:
        names = ", ".join(f"{name} = ?" for name in changed)
        raw.execute(f"UPDATE client_hit SET {names} WHERE rk = ?", (*changed.values(), old.rk))  # noqa: S608 - names of columns
    if old.values[_HASH] != new.values[_HASH]:
        raw.execute("DELETE FROM client_fts WHERE rowid = ?", (old.rk,))
        raw.executemany(*_fts_rows([(old.rk, new)]))
    if old.digits != new.digits:
        raw.execute("DELETE FROM phone_fts WHERE rowid = ?", (old.rk,))
        raw.executemany(*_phone_rows([(old.rk, new)]))


def _move(raw: dbapi2.Connection, old: _Standing | None, new: Entry | None) -> None:
    """Take a client from where she stands, if she does, and put her where she belongs."""
    if old is not None:
        for table, column in (
            ("client_fts", "rowid"),
            ("phone_fts", "rowid"),
            ("client_hit", "rk"),
        ):
            raw.execute(f"DELETE FROM {table} WHERE {column} = ?", (old.rk,))  # noqa: S608 - own names
        if new is None:
            search_typos.count_out(raw, search_typos.vocabulary(old.words))
    if new is not None:
        key = _next_key(raw) if old is None else old.rk & KEY_MASK
        rk = new.bucket << KEY_BITS | key
        raw.execute(_INSERT, (rk, *new.values))
        raw.executemany(*_fts_rows([(rk, new)]))
        raw.executemany(*_phone_rows([(rk, new)]))
        if old is None:
            search_typos.count_in(raw, search_typos.vocabulary(new.words))


def _fts_rows(written: list[tuple[int, Entry]]) -> tuple[str, list[tuple[int, str]]]:
    rows = [(rk, " ".join(sorted(one.terms))) for rk, one in written]
    return "INSERT INTO client_fts (rowid, t) VALUES (?, ?)", rows


def _phone_rows(written: list[tuple[int, Entry]]) -> tuple[str, list[tuple[int, str]]]:
    rows = [(rk, one.digits) for rk, one in written if one.digits]
    return "INSERT INTO phone_fts (rowid, d) VALUES (?, ?)", rows


def _next_key(raw: dbapi2.Connection) -> int:
    key = (metrics.recall(raw, "next_key") or 0) + 1
    metrics.remember(raw, "next_key", key)
    return key


def _count(raw: dbapi2.Connection, more: int) -> None:
    """Keep the number of clients: counting a million of them takes longer than a screen may."""
    metrics.remember(raw, "clients", (metrics.recall(raw, "clients") or 0) + more)


def _empty(raw: dbapi2.Connection) -> None:
    for name in INDEXES:
        raw.execute(f"DROP INDEX IF EXISTS {name}")
    raw.execute("DELETE FROM client_hit")
    for table in ("client_fts", "phone_fts"):
        raw.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")  # noqa: S608 - own names
        _set_hash_size(raw, table, _BULK_HASH_BYTES)


def _order_all(raw: dbapi2.Connection) -> int:
    """Give every client her key in the order of the ranking; return how many there are."""
    raw.create_function("rank_bucket", 4, rank_bucket, deterministic=True)
    raw.execute("DROP TABLE IF EXISTS temp.hit_order")
    raw.execute("CREATE TEMP TABLE hit_order (rk INTEGER PRIMARY KEY, client_id BLOB NOT NULL)")
    raw.execute(
        f"""INSERT INTO temp.hit_order (rk, client_id)
        SELECT bucket << {KEY_BITS} | row_number() OVER (ORDER BY bucket, id), id FROM (
          SELECT rank_bucket(ci.rank, m.spend_minor, m.last_seen_on, m.as_of) AS bucket, c.id
          FROM client c LEFT JOIN circle ci ON ci.id = c.circle_id
          LEFT JOIN client_metric m ON m.client_id = c.id
          WHERE c.deleted_at IS NULL AND c.merged_into_id IS NULL)"""  # noqa: S608 - own number
    )
    return int(raw.execute("SELECT count(*) FROM temp.hit_order").fetchone()[0])


def _ordered_chunks(raw: dbapi2.Connection) -> Iterator[list[tuple[int, bytes]]]:
    after = -1
    while keys := raw.execute(
        "SELECT rk, client_id FROM temp.hit_order WHERE rk > ? ORDER BY rk LIMIT ?",
        (after, _BULK_CHUNK),
    ).fetchall():
        yield keys
        after = keys[-1][0]


def _settle(raw: dbapi2.Connection, total: int) -> None:
    raw.execute("DROP TABLE temp.hit_order")
    for name, columns in INDEXES.items():
        raw.execute(f"CREATE INDEX {name} ON client_hit ({columns})")
    optimize(raw)
    for table in ("client_fts", "phone_fts"):
        _set_hash_size(raw, table, _USUAL_HASH_BYTES)
    metrics.remember(raw, "next_key", total)
    metrics.remember(raw, "clients", total)


def _set_hash_size(raw: dbapi2.Connection, table: str, size: int) -> None:
    raw.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', ?)", (size,))  # noqa: S608 - own names
