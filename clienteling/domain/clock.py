"""The one place that reads the wall clock."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """What time it is; every time has a zone."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        ...

    def today(self, zone: str = "UTC") -> date:
        """Return the present day in an IANA time zone."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - the one place

    def today(self, zone: str = "UTC") -> date:
        """Return the present day in an IANA time zone."""
        return self.now().astimezone(ZoneInfo(zone)).date()


@dataclass(slots=True)
class FakeClock:
    """A clock that stands still until it is told to move; for tests and seeded worlds."""

    moment: datetime = field(default_factory=lambda: datetime(2026, 3, 12, 9, 30, tzinfo=UTC))

    def now(self) -> datetime:
        """Return the moment the clock stands at."""
        return self.moment

    def today(self, zone: str = "UTC") -> date:
        """Return the day the clock stands at in an IANA time zone."""
        return self.moment.astimezone(ZoneInfo(zone)).date()

    def advance(self, delta: timedelta) -> None:
        """Move the clock on."""
        self.moment += delta
