"""The tables of the search index, as SQL.

``client_hit.rk`` is ``bucket << 40 | key``, and the full-text tables use it as their rowid, so
rows come out of them already ranked and reading stops at the twentieth. The tables keep no text
of their own (``contentless_delete``) and no positions (``detail=none``). ``next_*`` is a client's
next key date, ``open_*`` the next that is no surprise: what the discreet view may show.
"""

from clienteling.storage import metrics, search_typos

_FTS = """
CREATE VIRTUAL TABLE client_fts USING fts5(
  t, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5',
  tokenize="unicode61 remove_diacritics 0 tokenchars '_'"
);
CREATE VIRTUAL TABLE phone_fts USING fts5(
  d, content='', contentless_delete=1, detail=none, tokenize='trigram'
);
"""

INDEXES = {
    "ix_client_hit_care": "adviser_id, last_seen_on DESC, client_id",
    "ix_client_hit_seen": "last_seen_on DESC, client_id",
    "ix_client_hit_name": "sort_name, client_id",
    "ix_client_hit_next": "next_on, client_id",
    "ix_client_hit_open": "open_on, client_id",
    "ix_client_hit_spend": "spend_12m_minor DESC, client_id",
}
_INDEX_SCRIPT = "".join(
    f"CREATE INDEX {name} ON client_hit ({columns});\n" for name, columns in INDEXES.items()
)

TABLES = f"""
CREATE TABLE client_hit (
  rk INTEGER PRIMARY KEY, client_id BLOB NOT NULL UNIQUE, terms_hash INTEGER NOT NULL,
  display TEXT NOT NULL, native TEXT, names TEXT NOT NULL, sort_name TEXT NOT NULL,
  monogram TEXT NOT NULL, circle_id BLOB, adviser_id BLOB, store_id BLOB, city TEXT, phone TEXT,
  digits TEXT NOT NULL, portrait TEXT, last_seen_on TEXT, next_on TEXT, next_kind TEXT,
  next_label TEXT, open_on TEXT, open_kind TEXT, open_label TEXT,
  spend_12m_minor INTEGER NOT NULL, currency TEXT
) STRICT;
{_INDEX_SCRIPT}{_FTS}{search_typos.TABLES}{metrics.TABLES}"""
"""The script that makes every derived table but ``client_metric``, which is mapped."""
