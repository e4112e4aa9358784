"""Turn rows of cells into clients, and say of each line that cannot be one why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from clienteling.domain.errors import UserError
from clienteling.domain.luhn import is_masked_card
from clienteling.domain.sentences import sentence
from clienteling.exchange.client_cells import (
    LINE_LIMIT,
    PLAIN,
    TEXT_LIMIT,
    Masked,
    email,
    line_of,
    special_day,
    text_of,
)
from clienteling.exchange.dates import parse_moment
from clienteling.exchange.faults import ColumnParser, Fault, LineProblem, remedy_for, shortened
from clienteling.exchange.fields import Field
from clienteling.exchange.mapping import Column, Mapping
from clienteling.exchange.reading import Chunk
from clienteling.exchange.rows import AddressRow, ClientRow, ConsentWord, Reach, ReachKind
from clienteling.exchange.vocabulary import yes_or_no

_LONG = frozenset({Field.NOTE})
_CONSENTS = {
    Field.CONSENT_EMAIL: "email",
    Field.CONSENT_SMS: "sms",
    Field.CONSENT_PHONE: "phone",
    Field.CONSENT_POST: "post",
    Field.CONSENT_ANY: "any",
}
_REACHES = {
    Field.EMAIL: ReachKind.EMAIL,
    Field.MOBILE: ReachKind.MOBILE,
    Field.PHONE: ReachKind.PHONE,
    Field.WHATSAPP: ReachKind.WHATSAPP,
    Field.WECHAT: ReachKind.WECHAT,
    Field.INSTAGRAM: ReachKind.INSTAGRAM,
}
_TEL = frozenset({Field.MOBILE, Field.PHONE, Field.WHATSAPP})
_QUOTED = frozenset({Field.EXTERNAL_ID, Field.POSTAL_CODE, Field.CARD})


@dataclass(slots=True)
class ClientBatch:
    """The clients of one chunk, and what is to be said of its lines."""

    rows: list[ClientRow] = field(default_factory=list)
    problems: list[LineProblem] = field(default_factory=list)
    rejected: list[tuple[int, tuple[str, ...], str, int | None]] = field(default_factory=list)


class ClientChecker:
    """Checks chunk after chunk of a file of clients.

    Args:
        mapping: What the columns hold.
        country: Country in which phones without a prefix are read.
    """

    def __init__(self, mapping: Mapping, country: str | None) -> None:
        self._mapping = mapping
        self._country = mapping.country or country
        self._columns = [each for each in mapping.columns if each.field is not Field.IGNORE]
        self._parsers = [ColumnParser(self._parser(each)) for each in self._columns]
        self._seen: dict[str, int] = {}

    def check(self, chunk: Chunk) -> ClientBatch:
        """Return the chunk's clients and problems."""
        batch = ClientBatch()
        parsed = [
            parser.values(chunk.frame[column.position])
            for column, parser in zip(self._columns, self._parsers, strict=True)
        ]
        lists = parsed or [[] for _ in chunk.lines]
        for place, (line, *values) in enumerate(zip(chunk.lines, *lists, strict=True)):
            try:
                batch.rows.append(self._row(line, values, batch))
            except _BadRowError as bad:
                self._reject(batch, chunk, place, bad)
        return batch

    def _reject(self, batch: ClientBatch, chunk: Chunk, place: int, bad: "_BadRowError") -> None:
        cells = tuple(chunk.frame.iloc[place])
        column = bad.column
        value = cells[column.position] if column else " ".join(filter(None, cells))
        heading = column.heading if column else None
        line = chunk.lines[place]
        batch.problems.append(LineProblem(line, heading, shortened(value), bad.reason, bad.remedy))
        batch.rejected.append((line, cells, f"{heading or 'Line'}: {bad.reason}", None))

    def _row(self, line: int, values: Sequence[Any], batch: ClientBatch) -> ClientRow:
        facts: dict[Field, list[Any]] = {}
        remarks: list[LineProblem] = []
        for column, value in zip(self._columns, values, strict=True):
            if value is None:
                continue
            if isinstance(value, Fault):
                raise _BadRowError(column, value.reason, remedy_for(column.field))
            kept = value
            if isinstance(value, Masked):
                kept = value.text
                remarks.append(_card_remark(line, column, value.text))
            if column.field is Field.CARD and is_masked_card(kept):
                continue  # Two clients may share four digits; it is no number of the house.
            facts.setdefault(column.field, []).append(kept)
        row = _compose(line, facts)
        self._refuse_double(row)
        batch.problems += remarks
        return row

    def _refuse_double(self, row: ClientRow) -> None:
        if row.external_id is None:
            return
        first = self._seen.setdefault(row.external_id, row.line)
        if first != row.line:
            column = self._mapping.first(Field.EXTERNAL_ID)
            raise _BadRowError(
                column,
                sentence("this id stands on line {line} already", line=first),
                sentence("keep one of the two lines, or give this client an id of her own"),
            )

    def _parser(self, column: Column) -> Callable[[str], Any]:
        held = column.field
        if held in (Field.BIRTHDAY, Field.ANNIVERSARY):
            return lambda text: special_day(text, column.date_order)
        if held is Field.CLIENT_SINCE:
            return lambda text: parse_moment(text, column.date_order).day
        if held in _CONSENTS:
            return yes_or_no
        if held in _REACHES:
            return lambda text: self._reaches(held, text)
        plain = PLAIN.get(held)
        if plain is not None:
            return plain
        strip = self._mapping.quoted_ids and held in _QUOTED
        limit = TEXT_LIMIT if held in _LONG else LINE_LIMIT
        return lambda text: text_of(text.lstrip("'") if strip else text, limit)

    def _reaches(self, held: Field, text: str) -> tuple[Reach, ...]:
        bare = text.lstrip("'’")
        if held is Field.EMAIL:
            return tuple(email(part) for part in bare.replace(",", ";").split(";") if part.strip())
        if held in _TEL:
            return self._phones(_REACHES[held], bare)
        return (Reach(_REACHES[held], line_of(bare), bare.strip().casefold()),)

    def _phones(self, kind: ReachKind, text: str) -> tuple[Reach, ...]:
        from clienteling.domain.phones import parse_phone, split_phones

        found = []
        for part in split_phones(text):
            phone = parse_phone(part, self._country)
            if not any(map(str.isdigit, part)):
                raise UserError("there is no number in this")
            found.append(Reach(kind, line_of(part), phone.e164, phone.region))
        return tuple(found)


class _BadRowError(Exception):
    def __init__(self, column: Column | None, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.column, self.reason, self.remedy = column, reason, remedy


def _compose(line: int, facts: dict[Field, list[Any]]) -> ClientRow:
    def one(held: Field) -> Any:
        return facts[held][0] if held in facts else None

    address = AddressRow(
        tuple(facts.get(Field.STREET, ())),
        one(Field.CITY),
        one(Field.REGION),
        one(Field.POSTAL_CODE),
        one(Field.COUNTRY),
    )
    row = ClientRow(
        line,
        external_id=one(Field.EXTERNAL_ID),
        given=one(Field.GIVEN),
        middle=one(Field.MIDDLE),
        family=one(Field.FAMILY),
        native=one(Field.NATIVE),
        phonetic=one(Field.PHONETIC),
        nickname=one(Field.NICKNAME),
        salutation=one(Field.SALUTATION),
        company=one(Field.COMPANY),
        reaches=_without_doubles(facts),
        address=address,
        birthday=one(Field.BIRTHDAY),
        anniversary=one(Field.ANNIVERSARY),
        gender=one(Field.GENDER),
        language=one(Field.LANGUAGE),
        card=one(Field.CARD),
        notes=tuple(facts.get(Field.NOTE, ())),
        tags=tuple(tag for tags in facts.get(Field.TAGS, ()) for tag in tags),
        client_since=one(Field.CLIENT_SINCE),
        consents=tuple(
            ConsentWord(channel, facts[held][0])
            for held, channel in _CONSENTS.items()
            if held in facts
        ),
    )
    return _named(row, one(Field.FULL_NAME))


def _named(row: ClientRow, whole: str | None) -> ClientRow:
    from clienteling.domain.names import NameOrder, is_east_asian, usual_order

    if whole is not None and not (row.given or row.family):
        row = _split(row, whole)
    elif whole is not None and row.given and row.family:
        # Where a file has the parts and the whole, the whole tells their order.
        first = whole.startswith(row.family) and not whole.endswith(row.family)
        return replace(row, family_first=first, was_split=True)
    both = f"{row.family or ''}{row.given or ''}"
    if not row.was_split and is_east_asian(both):
        first = usual_order(row.language or "", both) is NameOrder.FAMILY_FIRST
        row = replace(row, family_first=first)
    if not (row.given or row.family or row.native or row.company or row.nickname):
        raise _BadRowError(
            None,
            sentence("there is no name on this line"),
            sentence("write a name, in any script"),
        )
    return row


def _split(row: ClientRow, whole: str) -> ClientRow:
    from clienteling.domain.name_splitting import split_full_name
    from clienteling.domain.names import NameOrder

    name = split_full_name(whole, row.language or "")
    return replace(
        row,
        given=name.given or None,
        family=name.family or None,
        middle=row.middle or name.middle or None,
        salutation=row.salutation or name.salutation or None,
        family_first=name.order is NameOrder.FAMILY_FIRST,
        was_split=True,
    )


def _without_doubles(facts: dict[Field, list[Any]]) -> tuple[Reach, ...]:
    found: dict[tuple[bool, str], Reach] = {}
    for held in _REACHES:
        for group in facts.get(held, ()):
            for reach in group:
                found.setdefault((held in _TEL, reach.norm or reach.raw), reach)
    return tuple(found.values())


def _card_remark(line: int, column: Column, text: str) -> LineProblem:
    return LineProblem(
        line,
        column.heading,
        shortened(text),
        sentence("this held a payment card number; the book never keeps one"),
        sentence("nothing to do: all but its last four digits were left out"),
        is_bad=False,
    )
