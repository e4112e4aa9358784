"""What every route is handed: the office, and this server's limits, threads, figures and log."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from clienteling.headoffice.opening import OpenOffice
from clienteling.headoffice.web.limits import Buckets, Limits
from clienteling.headoffice.web.logs import Log
from clienteling.headoffice.web.metrics import Metrics
from clienteling.headoffice.web.telling import Told
from clienteling.headoffice.web.threads import Threads


@dataclass(frozen=True, slots=True)
class Desk:
    """One server at work."""

    open: OpenOffice
    limits: Limits
    threads: Threads
    metrics: Metrics
    log: Log
    tick: Callable[[], float]
    tills: Buckets
    addresses: Buckets
    codes: Buckets
    told: Told


def make_desk(
    office: OpenOffice, limits: Limits, log: Log, tick: Callable[[], float] = time.monotonic
) -> Desk:
    """Set up one server's work on an office."""
    return Desk(
        office,
        limits,
        Threads(limits.threads, limits.queue),
        Metrics(),
        log,
        tick,
        Buckets(limits.till_a_minute, limits.till_burst, tick),
        Buckets(limits.address_a_minute, limits.address_burst, tick),
        Buckets(limits.code_a_minute, limits.code_burst, tick),
        Told(tick),
    )
