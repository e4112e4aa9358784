"""Hold what a file's rows say, checked and typed, ready to be brought into a book."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from clienteling.exchange.dates import Moment, PartialDate


class ReachKind(StrEnum):
    """By what way a client is reached; the words are those of the book's contact points."""

    EMAIL = "email"
    MOBILE = "mobile"
    PHONE = "phone"
    WECHAT = "wechat"
    WHATSAPP = "whatsapp"
    INSTAGRAM = "instagram"


@dataclass(frozen=True, slots=True)
class Reach:
    """One way to reach a client: as it stood in the file and in its standard form."""

    kind: ReachKind
    raw: str
    norm: str | None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class ConsentWord:
    """What a file says of one marketing channel; a blank cell says nothing and makes none."""

    channel: str
    granted: bool


@dataclass(frozen=True, slots=True)
class AddressRow:
    """A postal address; ``country`` is ISO 3166-1 alpha-2 where it was understood."""

    lines: tuple[str, ...] = ()
    city: str | None = None
    region: str | None = None
    postal_code: str | None = None
    country: str | None = None

    def is_empty(self) -> bool:
        """Say whether nothing but a country is known."""
        return not (self.lines or self.city or self.postal_code or self.region)


@dataclass(frozen=True, slots=True)
class ClientRow:
    """One client of a file.

    Args:
        line: 1-based line of the file.
        external_id: Her id in the program the file comes from.
        was_split: Whether given and family name were told apart by us, from one column.
    """

    line: int
    external_id: str | None = None
    given: str | None = None
    middle: str | None = None
    family: str | None = None
    native: str | None = None
    phonetic: str | None = None
    nickname: str | None = None
    salutation: str | None = None
    family_first: bool = False
    was_split: bool = False
    company: str | None = None
    reaches: tuple[Reach, ...] = ()
    address: AddressRow = AddressRow()
    birthday: PartialDate | None = None
    anniversary: PartialDate | None = None
    gender: str | None = None
    language: str | None = None
    card: str | None = None
    notes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    client_since: date | None = None
    consents: tuple[ConsentWord, ...] = ()


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line of a receipt; amounts in minor units of ``currency``, returns negative.

    Args:
        line: 1-based line of the file.
        ordinal: Its place among the lines of its receipt, from 0; with the receipt it says
            whether the line was brought in before.
        receipt: The receipt's number; where the file has none, client and day stand for it.
    """

    line: int
    receipt: str
    ordinal: int
    client_ref: str | None
    client_name: str | None
    client_email: str | None
    client_phone: str | None
    moment: Moment
    store: str | None
    sku: str | None
    description: str | None
    quantity: int
    unit_minor: int | None
    net_minor: int
    discount_minor: int | None
    tax_minor: int | None
    currency: str
    staff: str | None = None
    wearer: str | None = None
    channel: str | None = None


LINE_FIELDS = tuple(LineRow.__dataclass_fields__)


@dataclass(slots=True)
class LineColumns:
    """Many lines of receipts, column by column, as fast loading wants them.

    Args:
        columns: For each name of ``LINE_FIELDS`` a list with one value per line.
        keys: For each line its receipt's number, store and day: one receipt for all it says.
        derived: Whether the receipts stand for client and day, because the file has no numbers.
    """

    columns: dict[str, list[Any]] = field(default_factory=dict)
    keys: list[tuple[str, str | None, date]] = field(default_factory=list)
    derived: bool = False

    def __len__(self) -> int:
        """Count the lines."""
        return len(self.columns["line"]) if self.columns else 0

    def rows(self, start: int = 0, stop: int | None = None) -> tuple[LineRow, ...]:
        """Return some of the lines as rows."""
        if not self.columns:
            return ()
        parts = (self.columns[name][start:stop] for name in LINE_FIELDS)
        return tuple(LineRow(*values) for values in zip(*parts, strict=True))
