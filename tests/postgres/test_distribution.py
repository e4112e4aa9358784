"""Every statement stays with one scope's rows, and the tables can be spread by scope."""

import pytest

from clienteling.headoffice import schema, trust_tables
from clienteling.headoffice.distribution import citus_statements
from tests.postgres.feeds import TABLES
from tests.postgres.watched import WatchedDatabase


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT seq FROM sync_mark WHERE seq > ?",
        "INSERT INTO sync_mark SELECT scope, head, 'ab', 0 FROM sync_scope",
        "SELECT t.till FROM sync_till t JOIN sync_device d ON d.till = t.till WHERE d.scope = ?",
        "SELECT m.seq FROM sync_mark m, sync_feed f WHERE m.scope = ? AND f.scope <> m.scope",
    ],
)
def test_a_statement_that_leaves_its_scope_is_seen(
    watched: WatchedDatabase, statement: str
) -> None:
    with pytest.raises(AssertionError), watched.read() as transaction:
        transaction.all(statement, ("b:PAR1",) * statement.count("?"))


def test_every_table_with_a_scope_stands_with_the_others_on_citus() -> None:
    made = [
        one for one in citus_statements(schema.TABLES, trust_tables.TABLES) if "SELECT " in one
    ]
    beside = "colocate_with => 'sync_scope'"
    others = [one for one in TABLES if one not in {"sync_scope", "sync_till"}]
    assert sorted(made) == sorted(
        [
            "SELECT create_distributed_table('sync_scope', 'scope')",
            *(f"SELECT create_distributed_table('{one}', 'scope', {beside})" for one in others),
            "SELECT create_reference_table('sync_till')",
            "SELECT create_reference_table('trust_till')",
        ]
    )
    assert "'sync_scope', 'scope')" in made[0]


def test_every_key_begins_with_the_scope() -> None:
    for definition in schema.TABLES.split(";")[:-1]:
        if "(scope text" in definition:
            keyed = "PRIMARY KEY (scope," in definition or "(scope text PRIMARY KEY" in definition
            assert keyed, definition
        elif "INDEX" in definition:
            assert "(scope, " in definition
        else:
            assert "sync_till" in definition
