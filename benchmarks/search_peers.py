"""The plain ways to find a client: scans of a folded column with LIKE and with pandas."""

from collections.abc import Callable

from sqlcipher3 import dbapi2

from benchmarks.everybody import TOP, Everybody
from clienteling.domain.fold import query_terms


def fill_folded(raw: dbapi2.Connection, everybody: Everybody) -> None:
    """Give the connection a table of folded names, in the order of the ranking."""
    raw.execute("CREATE TEMP TABLE folded (rk INTEGER PRIMARY KEY, t TEXT, d TEXT)")
    rows = zip(everybody.folded, everybody.phones, strict=True)
    raw.executemany("INSERT INTO temp.folded (t, d) VALUES (?, ?)", list(rows))


def like_peer(raw: dbapi2.Connection, order: str) -> Callable[[str], object]:
    """Scan a folded column with LIKE: ``rk`` stops at the twentieth, ``+rk`` has to sort."""

    def ask(text: str) -> object:
        query = query_terms(text)
        likes = [f"%{prefix}%" for prefix in query.prefixes]
        conditions = ["t LIKE ?"] * len(likes) + (["d LIKE ?"] if query.digits else [])
        values = likes + ([f"%{query.digits}%"] if query.digits else [])
        where = " AND ".join(conditions)
        sql = f"SELECT rk FROM temp.folded WHERE {where} ORDER BY {order} LIMIT 20"
        return raw.execute(sql, values).fetchall()

    return ask


def pandas_peer(everybody: Everybody) -> Callable[[str], object]:
    """Look with pandas in memory."""
    import pandas as pd

    frame = pd.DataFrame({"t": everybody.folded, "d": everybody.phones})

    def ask(text: str) -> object:
        query = query_terms(text)
        found = pd.Series(data=True, index=frame.index)
        for prefix in query.prefixes:
            found &= frame["t"].str.contains(prefix, regex=False)
        if query.digits:
            found &= frame["d"].str.contains(query.digits, regex=False)
        return frame[found].head(TOP)

    return ask
