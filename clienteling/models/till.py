"""What stays on this till: drafts, remembered imports, figures that can be made again."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from clienteling.models.base import Base, listed
from clienteling.models.types import Guid


class Draft(Base):
    """Words being written, kept as they are typed; one per person and place."""

    __tablename__ = "draft"

    staff_id: Mapped[str] = mapped_column(Guid, primary_key=True)
    place: Mapped[str] = mapped_column(Text, primary_key=True)
    body: Mapped[dict[str, object]] = listed()
    updated_at: Mapped[datetime]


class ImportBatch(Base):
    """One import: what came from which file, so that it can be shown and undone as a whole."""

    __tablename__ = "import_batch"

    id: Mapped[str] = mapped_column(Guid, primary_key=True)
    file_name: Mapped[str] = mapped_column(Text)
    shape: Mapped[str] = mapped_column(Text)
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    undone_at: Mapped[datetime | None]
    counts: Mapped[dict[str, int]] = listed()


class ImportProfile(Base):
    """How a person mapped a file of a given shape, remembered for the next one."""

    __tablename__ = "import_profile"

    shape: Mapped[str] = mapped_column(Text, primary_key=True)
    mapping: Mapped[dict[str, object]] = listed()
    updated_at: Mapped[datetime]


class ClientMetric(Base):
    """Figures of a client, computed from the book and made again whenever she is touched.

    Amounts are net of returns, with tax, in ``currency``; ``months`` holds the last twelve
    months' sums, oldest first; ``other_currencies`` says that purchases in other currencies exist
    and are not in these sums.
    """

    __tablename__ = "client_metric"

    client_id: Mapped[str] = mapped_column(Guid, primary_key=True)
    currency: Mapped[str | None] = mapped_column(Text)
    other_currencies: Mapped[bool]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    last_seen_on: Mapped[date | None]
    orders: Mapped[int]
    visits: Mapped[int]
    spend_minor: Mapped[int]
    spend_12m_minor: Mapped[int]
    months: Mapped[list[int]] = listed()
    as_of: Mapped[date]


class Counter(Base):
    """The next printable number of a kind, from this till's own block, so that it is final."""

    __tablename__ = "counter"

    name: Mapped[str] = mapped_column(Text, primary_key=True)
    next: Mapped[int]
