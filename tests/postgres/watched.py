"""A database that looks at every statement: each must stay within one part of each table.

A part stands for a node of a cluster: a statement that reads two parts would ask two nodes, and
one that does not name its scope would ask all of them.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from typing_extensions import override

from clienteling.headoffice.dialect import Transaction
from clienteling.headoffice.postgres import PostgresDatabase, in_its_words
from clienteling.headoffice.safekeeping import DEFINITIONS

_INSERT = re.compile(r"INSERT INTO \w+ \(scope, ")
_PART = re.compile(r"^(\w+?)_(\d+)$")
_MADE = re.compile(r"CREATE TABLE IF NOT EXISTS (\w+) \((\w+) ")
_FIRST_COLUMNS = dict(_MADE.findall(" ".join(" ".join(DEFINITIONS).split())))

Connection = Any


class WatchedDatabase(PostgresDatabase):
    """PostgreSQL that refuses what would not run on one node; counts what it has looked at."""

    looked_at = 0

    @override
    def transaction(self, connection: Connection) -> Transaction:
        return _Watched(super().transaction(connection), connection, self)


class _Watched:
    def __init__(
        self, inner: Transaction, connection: Connection, database: WatchedDatabase
    ) -> None:
        self._inner = inner
        self._connection = connection
        self._database = database
        self.lock = inner.lock

    def see(self, scopes: Iterable[str]) -> None:
        self._inner.see(scopes)

    def all(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        self._look(sql, values)
        return self._inner.all(sql, values)

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        self._look(sql, values)
        self._inner.run(sql, values)

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        every = list(rows)
        for values in every[:1]:
            self._look(sql, values)
        self._inner.many(sql, every)

    def _look(self, sql: str, values: Sequence[Any]) -> None:
        words = " ".join(sql.split())
        if words.startswith("CREATE "):
            return
        self._database.looked_at += 1
        named = {one for one in re.findall(r"\w+", words) if one in _FIRST_COLUMNS}
        has_scope = {_FIRST_COLUMNS[one] == "scope" for one in named}
        assert len(has_scope) == 1, f"a table of scopes beside one of none: {words}"
        if has_scope == {False}:
            return
        if words.startswith("INSERT"):
            assert _INSERT.match(words), f"inserts no scope: {words}"
            return
        assert "scope = ?" in words, f"names no scope: {words}"
        plan = self._connection.execute(
            b"EXPLAIN (FORMAT JSON) " + in_its_words(sql).encode(), tuple(values)
        ).fetchone()[0]  # fmt: skip
        parts = [_PART.match(name) for name in _relations(plan)]
        numbers = {one[2] for one in parts if one is not None}
        assert len(numbers) <= 1, f"reads parts {numbers}: {words}"


def _relations(plan: Any) -> set[str]:
    if isinstance(plan, list):
        return {name for one in plan for name in _relations(one)}
    if isinstance(plan, dict):
        own = {plan["Relation Name"]} if "Relation Name" in plan else set()
        return own | {name for one in plan.values() for name in _relations(one)}
    return set()
