"""Find anyone while the words are typed: one's own clients first, then by who matters."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sqlcipher3 import dbapi2

from clienteling.domain.fold import Query, matches, query_terms
from clienteling.domain.ids import Id
from clienteling.queries.highlight import Span, digit_spans, spans, text_spans
from clienteling.queries.in_language import in_language
from clienteling.storage import search_query as index
from clienteling.storage.search_rows import SEPARATOR
from clienteling.storage.search_typos import guesses

LIMIT = 20
FEW = 3
"""With fewer hits than this, names one letter away are looked for as well."""

SHORTEST_NUMBER = 4


class Why(StrEnum):
    """By what a client was found."""

    RANK = "rank"
    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    NUMBER = "number"
    SIZE = "size"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Hit:
    """A client who was found, as the palette shows her.

    Args:
        phone: Her first telephone number in its standard form.
        mine: She is in the care of whoever asked.
        why: By what she was found; ``NEAR`` is a name one letter away.
        matched: What was found where it is not in her names: a number, an address, a nickname.
        display_spans: What to underline in ``display``, as (start, length); so for the others.
    """

    client_id: Id
    display: str
    native: str | None
    monogram: str
    portrait: str | None
    city: str | None
    phone: str | None
    last_seen_on: date | None
    circle: str | None
    circle_highlighted: bool
    adviser_id: Id | None
    adviser: str | None
    mine: bool
    why: Why
    matched: str | None = None
    display_spans: tuple[Span, ...] = ()
    native_spans: tuple[Span, ...] = ()
    matched_spans: tuple[Span, ...] = ()

    @property
    def last_four(self) -> str | None:
        """The last four digits of her telephone number."""
        digits = "".join(filter(str.isdigit, self.phone or ""))
        return digits[-4:] or None


#: A row that was found, by what, and the number or address that was.
_Match = tuple[index.Found, Why, str | None]
_Stream = Callable[[bytes | None], Iterator[index.Found]]


def find(
    raw: dbapi2.Connection,
    text: str,
    *,
    scope_adviser: Id | None = None,
    limit: int = LIMIT,
    language: str = "en",
) -> tuple[Hit, ...]:
    """Return the clients that what was typed so far may mean.

    Args:
        raw: A connection to the book.
        text: Words, digits, the beginning of an address or a number; nothing finds the best.
        scope_adviser: Whose clients come first.
        limit: At most so many.
        language: BCP-47 of the circles' names.
    """
    query = query_terms(text)
    adviser = None if scope_adviser is None else bytes.fromhex(scope_adviser)
    found: dict[int, _Match] = {}
    for one in _matches(raw, text, query, adviser, found):
        found.setdefault(one[0].rk, one)
        if len(found) >= limit:
            break
    shown = _Shown(raw, text.strip(), query, adviser, language)
    return tuple(shown.hit(*one) for one in found.values())


def _matches(
    raw: dbapi2.Connection,
    text: str,
    query: Query,
    adviser: bytes | None,
    found: dict[int, _Match],
) -> Iterator[_Match]:
    """Yield what matches, the likeliest meaning first; doublets come and are dropped outside."""
    typed = text.strip()
    if not typed:
        yield from _scoped(lambda mine: index.everyone(raw, mine), adviser, Why.RANK)
        return
    if query.email is not None:
        yield from _numbers(raw, typed, ("address",), Why.EMAIL)
        return
    numbered = _numbered(raw, typed)
    yield from (one for one in numbered if _bare(one[2]) == _bare(typed))
    if query.digits is not None and len(query.digits) >= index.TRIGRAM:
        yield from _by_phone(raw, query, adviser)
    yield from _by_words(raw, query, adviser)
    yield from numbered
    if len(found) < FEW:
        yield from _near(raw, query, adviser)


def _numbered(raw: dbapi2.Connection, typed: str) -> list[_Match]:
    """Find by card, client, receipt number and address; for what holds digits and is one word."""
    has_digit = any(map(str.isdigit, typed))
    one_word = not re.search(r"\s", typed) or re.fullmatch(r"[\d\s-]+", typed)
    if len(typed) < SHORTEST_NUMBER or not has_digit or not one_word:
        return []
    found = _numbers(raw, typed, ("client", "card", "receipt"), Why.NUMBER)
    if not re.fullmatch(r"[+\d\s()./-]+", typed):
        found += _numbers(raw, typed, ("address",), Why.EMAIL)
    return found


def _numbers(raw: dbapi2.Connection, typed: str, kinds: tuple[str, ...], why: Why) -> list[_Match]:
    return [(one.found, why, one.text) for one in index.by_number(raw, typed, kinds=kinds)]


def _by_phone(raw: dbapi2.Connection, query: Query, adviser: bytes | None) -> Iterator[_Match]:
    digits = query.digits or ""
    words = index.all_begin(query.prefixes) if query.prefixes else None
    yield from _scoped(lambda mine: index.by_digits(raw, digits, words, mine), adviser, Why.PHONE)


def _by_words(raw: dbapi2.Connection, query: Query, adviser: bytes | None) -> Iterator[_Match]:
    expression, why = _expression(query)
    if expression is None:
        return
    for one in _scoped(lambda mine: index.by_words(raw, expression, mine), adviser, why):
        if not query.contains or _holds(query, one[0]):
            yield one


def _expression(query: Query) -> tuple[str | None, Why]:
    """Write the words for the index; a short number may be a size, alone or of a category."""
    if query.digits is not None and not query.prefixes:
        return index.quoted(query.digits), Why.SIZE
    if query.code is not None or not query.prefixes:
        return None, Why.NAME
    words = query.prefixes if query.digits is None else (*query.prefixes, query.digits)
    plain = index.all_begin(words)
    if len(words) == 2 and words[1].isdigit():
        return index.any_of((f"({plain})", index.quoted(f"_{words[0]}{words[1]}"))), Why.SIZE
    return plain, Why.NAME


def _near(raw: dbapi2.Connection, query: Query, adviser: bytes | None) -> Iterator[_Match]:
    """Yield clients each of whose words begins as typed or is a name one letter away."""
    groups = []
    has_guess = False
    for prefix in query.prefixes:
        near = guesses(raw, prefix)
        has_guess = has_guess or bool(near)
        groups.append(index.any_of([index.all_begin((prefix,)), *map(index.quoted, near)]))
    if not has_guess or query.digits is not None:
        return
    expression = " AND ".join(groups)
    yield from _scoped(lambda mine: index.by_words(raw, expression, mine), adviser, Why.NEAR)


def _scoped(stream: "_Stream", adviser: bytes | None, why: Why) -> Iterator[_Match]:
    """Yield an adviser's own clients, then everybody's."""
    if adviser is not None:
        yield from ((row, why, None) for row in stream(adviser))
    yield from ((row, why, None) for row in stream(None))


def _holds(query: Query, row: index.Found) -> bool:
    return matches(Query(contains=query.contains), (), row.display, *row.names.split(SEPARATOR))


def _bare(number: str | None) -> str:
    return re.sub(r"[\W_]+", "", number or "").casefold()


@dataclass(slots=True)
class _Shown:
    """Turns rows that were found into hits: what of each matched, and where."""

    raw: dbapi2.Connection
    typed: str
    query: Query
    adviser: bytes | None
    language: str
    near: tuple[str, ...] = field(init=False, default=())

    def hit(self, row: index.Found, why: Why, number: str | None) -> Hit:
        words = self._words(why)
        display = spans(row.display, words)
        native = spans(row.native, words) if row.native else ()
        matched: str | None = None
        places: tuple[Span, ...] = ()
        if why is Why.NUMBER or why is Why.EMAIL:
            matched, places = number, text_spans(number or "", self.typed)
        elif why is Why.PHONE:
            matched, places = self._phone(row)
        elif why is Why.RANK or why is Why.NEAR:
            pass
        elif len(words) == 1 and (display or native):
            why = Why.NAME
        else:
            why, matched, places = self._elsewhere(row, words, why)
        return Hit(
            client_id=row.client_id.hex(),
            display=row.display,
            native=row.native,
            monogram=row.monogram,
            portrait=row.portrait,
            city=row.city,
            phone=row.phone,
            last_seen_on=date.fromisoformat(row.last_seen_on) if row.last_seen_on else None,
            circle=in_language(row.circle, row.circle_words, self.language),
            circle_highlighted=bool(row.circle_highlighted),
            adviser_id=row.adviser_id.hex() if row.adviser_id else None,
            adviser=f"{row.adviser_given} {row.adviser_family}" if row.adviser_given else None,
            mine=self.adviser is not None and row.adviser_id == self.adviser,
            why=why,
            matched=matched,
            display_spans=display,
            native_spans=native,
            matched_spans=places,
        )

    def _words(self, why: Why) -> tuple[str, ...]:
        if why is not Why.NEAR:
            return self.query.prefixes
        if not self.near:
            guessed = (term for word in self.query.prefixes for term in guesses(self.raw, word))
            self.near = (*self.query.prefixes, *guessed)
        return self.near

    def _phone(self, row: index.Found) -> tuple[str | None, tuple[Span, ...]]:
        digits = self.query.digits or ""
        for number in (row.phone or "", *row.digits.split()):
            if places := digit_spans(number, digits):
                return number, places
        return None, ()

    def _elsewhere(
        self, row: index.Found, words: tuple[str, ...], why: Why
    ) -> tuple[Why, str | None, tuple[Span, ...]]:
        """Find what matched where neither name shows it: a nickname, a company, an address."""
        names = (row.display, row.native or "")
        rest = [word for word in words if not any(spans(name, [word]) for name in names)]
        if not rest and words:
            return Why.NAME, None, ()
        for other in row.names.split(SEPARATOR):
            if other not in names and (places := spans(other, rest)):
                return Why.NAME, other, places
        if why is Why.SIZE:
            return why, self.typed, ()
        for address in self._addresses(row):
            if places := spans(address.split("@")[0], rest):
                return Why.EMAIL, address, places
        return why, None, ()

    def _addresses(self, row: index.Found) -> list[str]:
        rows = self.raw.execute(
            "SELECT value_norm FROM contact_point WHERE client_id = ? AND kind = 'email' "
            "AND deleted_at IS NULL AND value_norm IS NOT NULL ORDER BY is_primary DESC, id",
            (row.client_id,),
        )
        return [one[0] for one in rows]
