"""Ask the index: rows that match words, digits, an address or a number, the best ranked first.

Each function streams: rows leave the full-text tables in the order of the ranking, so that reading
stops when the caller has enough, however many match.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlcipher3 import dbapi2

from clienteling.storage.search_rows import care_mark, scope_term

TRIGRAM = 3
_LAST = "\U0010ffff"
_LAST_RANK = (1 << 63) - 1
_MOST_NUMBERS = 200

_COLUMNS = (
    "h.rk, h.client_id, h.display, h.native, h.names, h.monogram, h.city, h.phone, h.digits, "
    "h.last_seen_on, h.portrait, h.adviser_id, c.name, c.names, c.highlighted, "
    "s.given_name, s.family_name"
)
_NAMED = "LEFT JOIN circle c ON c.id = h.circle_id LEFT JOIN staff s ON s.id = h.adviser_id "
_WORDS = (
    f"SELECT {_COLUMNS} FROM client_fts f CROSS JOIN client_hit h ON h.rk = f.rowid {_NAMED}"  # noqa: S608 - own names
    "WHERE client_fts MATCH ? ORDER BY f.rowid"
)
_DIGITS = (
    f"SELECT {_COLUMNS} FROM phone_fts f CROSS JOIN client_hit h ON h.rk = f.rowid {_NAMED}"  # noqa: S608 - own names
    "WHERE phone_fts MATCH ? AND instr(h.digits, ?) ORDER BY f.rowid"
)
_ONE = f"SELECT {_COLUMNS} FROM client_hit h {_NAMED}WHERE h.rk = ? AND instr(h.digits, ?)"  # noqa: S608 - own names
_RANKS = "SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid"
_DIGIT_RANKS, _WORD_RANKS = (_RANKS.format(table=name) for name in ("phone_fts", "client_fts"))
_EVERYONE = f"SELECT {_COLUMNS} FROM client_hit h {_NAMED} ORDER BY h.rk"  # noqa: S608 - own names

#: Where numbers stand: a query of (client id, number) for a range of numbers.
_NUMBERS = {
    "client": "SELECT id, client_no FROM client WHERE client_no >= ? AND client_no < ?",
    "card": "SELECT client_id, number FROM card WHERE number >= ? AND number < ?",
    "receipt": "SELECT client_id, receipt_no FROM purchase "
    "WHERE receipt_no >= ? AND receipt_no < ?",
    "address": "SELECT client_id, value_norm FROM contact_point "
    "WHERE value_norm >= ? AND value_norm < ? AND status <> 'wrong_person'",
}


class Found(NamedTuple):
    """A client's row as the index keeps it, with the names of circle and adviser."""

    rk: int
    client_id: bytes
    display: str
    native: str | None
    names: str
    monogram: str
    city: str | None
    phone: str | None
    digits: str
    last_seen_on: str | None
    portrait: str | None
    adviser_id: bytes | None
    circle: str | None
    circle_words: str | None
    circle_highlighted: int | None
    adviser_given: str | None
    adviser_family: str | None


class Numbered(NamedTuple):
    """A client found by a number or an address, with the one that was found."""

    found: Found
    text: str


def by_words(
    raw: dbapi2.Connection, expression: str, adviser_id: bytes | None = None
) -> Iterator[Found]:
    """Yield the clients whose terms match an expression, only an adviser's own if one is named."""
    return _stream(raw, _WORDS, (_scoped(expression, adviser_id),))


def by_digits(
    raw: dbapi2.Connection,
    digits: str,
    expression: str | None = None,
    adviser_id: bytes | None = None,
) -> Iterator[Found]:
    """Yield the clients with these digits, three or more, somewhere in a telephone number.

    Args:
        digits: What must stand unbroken in one number.
        expression: Terms that must match as well.
        adviser_id: Whose clients alone are wanted.
    """
    parts = [digits[at : at + TRIGRAM] for at in range(len(digits) - TRIGRAM + 1)]
    if adviser_id is not None:
        parts.append(care_mark(adviser_id))
    match = " AND ".join(quoted(part) for part in dict.fromkeys(parts))
    if expression is None:
        rows = _stream(raw, _DIGITS, (match, digits))
    else:
        rows = _both(raw, match, digits, expression)
    # The mark of an adviser has three letters, and another's may be the same.
    return (row for row in rows if adviser_id is None or row.adviser_id == adviser_id)


def by_number(
    raw: dbapi2.Connection, beginning: str, *, kinds: Sequence[str] = tuple(_NUMBERS)
) -> list[Numbered]:
    """Return the clients one of whose numbers begins so: an exact one first, then as ranked.

    Args:
        beginning: What was typed; capitals and blanks do not matter.
        kinds: Any of ``client``, ``card``, ``receipt``, ``address``.
    """
    pairs: dict[bytes, str] = {}
    for form in _forms(beginning):
        for kind in kinds:
            rows = raw.execute(
                f"{_NUMBERS[kind]} AND deleted_at IS NULL LIMIT {_MOST_NUMBERS}",
                (form, form + _LAST),
            )
            for client_id, number in rows:
                if client_id is not None:
                    pairs.setdefault(client_id, number)
    found = [Numbered(row, pairs[row.client_id]) for row in _named(raw, list(pairs))]
    exact = _bare(beginning)
    return sorted(found, key=lambda one: (_bare(one.text) != exact, one.found.rk))


def everyone(raw: dbapi2.Connection, adviser_id: bytes | None = None) -> Iterator[Found]:
    """Yield every client as ranked, only an adviser's own if one is named."""
    if adviser_id is not None:
        return _stream(raw, _WORDS, (quoted(scope_term("a", adviser_id)),))
    return _stream(raw, _EVERYONE, ())


def all_begin(prefixes: Sequence[str]) -> str:
    """Write the expression that wants a term beginning with each of these."""
    return " AND ".join(f"{quoted(prefix)}*" for prefix in prefixes)


def any_of(expressions: Sequence[str]) -> str:
    """Write the expression that wants one of several."""
    return "(" + " OR ".join(expressions) + ")"


def quoted(term: str) -> str:
    """Write a term so that nothing in it is taken for a word of the query language."""
    return '"' + term.replace('"', '""') + '"'


def _scoped(expression: str, adviser_id: bytes | None) -> str:
    if adviser_id is None:
        return expression
    return f"{quoted(scope_term('a', adviser_id))} AND ({expression})"


def _stream(raw: dbapi2.Connection, sql: str, values: tuple[Any, ...]) -> Iterator[Found]:
    return map(Found._make, _rows(raw, sql, values))


def _both(raw: dbapi2.Connection, match: str, digits: str, expression: str) -> Iterator[Found]:
    """Yield who has both the digits and the words.

    To look one client up among many that match a prefix takes longer than to read all of them in
    order, so both are read once, the digits first: they are few.
    """
    near = [row[0] for row in _rows(raw, _DIGIT_RANKS, (match, 0, _LAST_RANK))]
    if not near:
        return
    wanted = frozenset(near)
    for (rank,) in _rows(raw, _WORD_RANKS, (expression, near[0], near[-1])):
        if rank in wanted:
            yield from _stream(raw, _ONE, (rank, digits))


def _rows(raw: dbapi2.Connection, sql: str, values: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    try:
        yield from raw.execute(sql, values)
    except dbapi2.OperationalError as error:
        # A letter younger than the tokenizer's tables parts a term in two; nobody is found by it.
        if "fts5" not in str(error):
            raise


def _named(raw: dbapi2.Connection, client_ids: Sequence[bytes]) -> list[Found]:
    marks = ", ".join("?" * len(client_ids))
    rows = raw.execute(
        f"SELECT {_COLUMNS} FROM client_hit h {_NAMED} WHERE h.client_id IN ({marks})",  # noqa: S608 - marks
        client_ids,
    )
    return [Found._make(row) for row in rows]


def _forms(typed: str) -> tuple[str, ...]:
    """Return the ways a number may be kept: as typed, without blanks, in capitals, in small."""
    joined = re.sub(r"\s+", "", typed)
    forms = (typed, joined, joined.upper(), joined.lower())
    return tuple(dict.fromkeys(form for form in forms if form))


def _bare(number: str) -> str:
    return re.sub(r"[\W_]+", "", number).casefold()
