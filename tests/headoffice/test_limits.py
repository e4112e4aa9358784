"""How often, how many, how much: buckets, threads, figures and the log."""

import asyncio
import io
import json
import logging
import threading

import pytest

from clienteling.domain.clock import FakeClock
from clienteling.headoffice.web.answers import RefusalError
from clienteling.headoffice.web.limits import Buckets
from clienteling.headoffice.web.logs import Log, libraries_through
from clienteling.headoffice.web.metrics import Metrics
from clienteling.headoffice.web.threads import Threads
from clienteling.sync.http import HttpTransport
from tests.headoffice.servers import Server


class Tick:
    """Seconds that go on when they are told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_is_emptied_at_once_and_fills_with_time() -> None:
    tick = Tick()
    buckets = Buckets(60, 3, tick)
    assert [buckets.take("a") for _ in range(5)] == [0, 0, 0, 1, 1]
    assert buckets.take("b") == 0
    tick.now = 2
    assert [buckets.take("a") for _ in range(3)] == [0, 0, 1]
    tick.now = 10_000
    assert [buckets.take("a") for _ in range(4)] == [0, 0, 0, 1]


def test_only_so_many_names_are_remembered() -> None:
    buckets = Buckets(60, 1, Tick(), most=2)
    assert [buckets.take(name) for name in ("a", "b", "c", "b", "a")] == [0, 0, 0, 1, 0]


def test_threads_say_no_before_they_drown() -> None:
    gate, told = threading.Event(), []

    async def all_at_once() -> None:
        threads = Threads(1, 1)
        held = [asyncio.create_task(threads.run(gate.wait)) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(RefusalError) as caught:
            await threads.run(gate.wait)
        told.append(caught.value.answer)
        gate.set()
        assert await asyncio.gather(*held) == [True, True]
        assert await threads.run(lambda: 5) == 5
        assert threads.busy == 0
        threads.close()

    asyncio.run(all_at_once())
    assert (told[0].status, told[0].headers) == (503, {"retry-after": "2"})


def test_a_fault_is_logged_by_its_kind_and_places_and_without_its_words() -> None:
    out = io.StringIO()
    log = Log(out, FakeClock())
    try:
        int("Rosa Altieri")
    except ValueError as error:
        log.fault(error, route="push", till="")
    told = json.loads(out.getvalue())
    assert told.keys() == {"at", "event", "kind", "where", "route"}
    assert (told["kind"], told["at"]) == ("ValueError", "2026-03-12T09:30:00.000+00:00")
    assert "test_limits.py" in told["where"]
    assert "Rosa" not in out.getvalue()


def test_what_libraries_log_is_a_line_of_ours_without_what_they_filled_in() -> None:
    out = io.StringIO()
    with libraries_through(Log(out, FakeClock())):
        logging.getLogger("pool").warning("cannot connect as %s\nhost: x", "Rosa")
        logging.getLogger("pool").info("not worth a line")
    told = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [(one["event"], one["library"], one["said"]) for one in told] == [
        ("library", "pool", "cannot connect as %s")
    ]


def test_figures_are_told_as_prometheus_reads_them() -> None:
    metrics = Metrics()
    metrics.add("requests_total", route="push", status="200")
    metrics.took("push", 0.02)
    metrics.took("push", 99)
    metrics.gauges(lambda: {"tills": 5})
    lines = metrics.text().splitlines()
    assert 'clienteling_requests_total{route="push",status="200"} 1' in lines
    assert 'clienteling_request_seconds_bucket{route="push",le="0.01"} 0' in lines
    assert 'clienteling_request_seconds_bucket{route="push",le="0.025"} 1' in lines
    assert 'clienteling_request_seconds_bucket{route="push",le="+Inf"} 2' in lines
    assert 'clienteling_request_seconds_count{route="push"} 2' in lines
    assert "clienteling_tills 5" in lines
    assert "clienteling_cases_open 0" in lines


def test_the_server_tells_its_figures_and_how_it_is(server: Server, speaks: HttpTransport) -> None:
    line = server.line()
    assert line.ask("GET", "/health").words() == {"status": "well"}
    text = line.ask("GET", "/metrics").body.decode()
    told = dict(row.rsplit(" ", 1) for row in text.splitlines() if not row.startswith("#"))
    assert int(told["clienteling_tills"]) >= 1
    assert float(told["clienteling_started_seconds"]) > 1.7e9
    assert speaks._till not in text
    line.close()
