"""Remember how a file of a given shape was mapped, and what was brought in when."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.exchange.mapping import Mapping, fitted, from_json, to_json
from clienteling.exchange.mapping import shape_key as key_of
from clienteling.models.till import ImportBatch, ImportProfile


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One import, as Settings shows it."""

    id: Id
    file_name: str
    started_at: datetime
    finished_at: datetime | None
    undone_at: datetime | None
    counts: dict[str, int]


def remembered_mapping(session: Session, header: tuple[str, ...]) -> Mapping | None:
    """Return how a file of this shape was mapped the last time; None for a shape not met yet."""
    profile = session.get(ImportProfile, key_of(header))
    if profile is None:
        return None
    try:
        return fitted(from_json(profile.mapping), header)
    except UserError:
        return None


def remember_mapping(session: Session, mapping: Mapping) -> None:
    """Keep how a file of this shape is mapped, in place of what was kept before."""
    moment: datetime = session.info["moment"]
    session.merge(ImportProfile(shape=mapping.shape, mapping=to_json(mapping), updated_at=moment))


def batches(session: Session) -> tuple[BatchRow, ...]:
    """Return every import, the newest first."""
    rows = session.scalars(
        select(ImportBatch).order_by(ImportBatch.started_at.desc(), ImportBatch.id.desc())
    )
    return tuple(
        BatchRow(
            row.id, row.file_name, row.started_at, row.finished_at, row.undone_at, dict(row.counts)
        )
        for row in rows
    )
