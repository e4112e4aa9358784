"""How a stored key date becomes the rule that domain/key_dates.py reckons with."""

from clienteling.domain.key_dates import KeyDate as Day
from clienteling.models.knowledge import KeyDate
from clienteling.queries.prepared import AnyRow


def day_of(row: KeyDate | AnyRow) -> Day:
    """Return the rule of a stored key date, or of a row of its columns."""
    return Day(
        month=row.month,
        day=row.day,
        year=row.year,
        calendar=row.calendar,
        leap_month=row.leap_month,
        on_29_february=row.on_29_february,
    )
