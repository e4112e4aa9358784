"""The brake: news that would remove or empty more of a table than is usual stops and asks."""

from dataclasses import dataclass, field

from sqlcipher3 import dbapi2

from clienteling.domain.errors import KnownError

#: More removals of a table in one sync than this share, and than this many, ask first.
BRAKE_SHARE, BRAKE_LEAST = 0.10, 50


class MassChangeError(KnownError):
    """What arrives would remove or empty much of a table; nothing of the page was kept.

    Args:
        table: Which table.
        count: How many rows so far.
    """

    def __init__(self, table: str, count: int) -> None:
        super().__init__(
            f"Head office would remove or empty {count} rows of {table}. Nothing of it was done; "
            "a manager can look and go on."
        )
        self.table = table
        self.count = count


@dataclass(slots=True)
class Brake:
    """Counts over one sync what news takes away; ``is_released`` once a manager said go on."""

    is_released: bool = False
    counts: dict[str, int] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)

    def note(self, connection: dbapi2.Connection, table: str) -> None:
        """Count one row that is removed or loses a field.

        Raises:
            MassChangeError: it is one too many.
        """
        if self.is_released:
            return
        count = self.counts[table] = self.counts.get(table, 0) + 1
        if count <= BRAKE_LEAST:
            return
        if table not in self.sizes:
            sql = f"SELECT count(*) FROM {table}"  # noqa: S608 - names of mapped tables
            self.sizes[table] = connection.execute(sql).fetchone()[0]
        if count > self.sizes[table] * BRAKE_SHARE:
            raise MassChangeError(table, count)
