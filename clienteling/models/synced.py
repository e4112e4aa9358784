"""What every row that travels to head office has, and what its table declares about travelling.

Every column travels unless it is excluded; parents come first; see docs/architecture.md. The
change capture (storage/capture.py) is generated from these declarations.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from clienteling.models.types import Guid, UtcDateTime


class Merge(StrEnum):
    """How two tills' edits of one row come together (domain words: A, F, S, M)."""

    APPEND = "append"
    FIELD = "field"
    STATE = "state"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class SyncSpec:
    """What a synced table declares.

    Args:
        merge: How concurrent edits come together.
        client: SQL that gives the id of the client the row hangs on, with ``{row}`` standing for
            the row; None where it hangs on no client.
        local: Columns that stay on this till.
        groups: Columns that only make sense together and are compared as one.
    """

    merge: Merge = Merge.FIELD
    client: str | None = None
    local: tuple[str, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()


#: The row's client stands in its own column.
OF_CLIENT = "{row}.client_id"

#: Stamps that follow from the log itself; they are kept for people and never travel.
STAMPS = ("created_at", "created_by", "updated_at", "updated_by")


class Synced:
    """Mixin of every table that travels: identity, stamps and soft removal."""

    __sync__: ClassVar[SyncSpec]

    id: Mapped[str] = mapped_column(Guid, primary_key=True, sort_order=-10)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, sort_order=90)
    created_by: Mapped[str | None] = mapped_column(Guid, sort_order=91)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, sort_order=92)
    updated_by: Mapped[str | None] = mapped_column(Guid, sort_order=93)
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime, sort_order=94)
    batch_id: Mapped[str | None] = mapped_column(Guid, sort_order=95)
