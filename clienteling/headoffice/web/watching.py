"""Around every route: time, count, log, and answer what a route could not."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from clienteling.headoffice.dialect import AwayError, BusyError
from clienteling.headoffice.web.answers import Answer, RefusalError, refusal, written
from clienteling.headoffice.web.desk import Desk
from clienteling.sync import packing

_AWAY_SECONDS = 10

Handler = Callable[[Desk, Request], Awaitable[Answer]]


def watched(desk: Desk, route: str, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """Return a route's end point.

    Args:
        desk: This server's work.
        route: What the route is called in logs and figures; never a path, which may hold ids.
        handler: Answers.
    """

    async def answer(request: Request) -> Response:
        began = desk.tick()
        found = await _answered(desk, route, handler, request)
        data, headers = written(found, _kind_of(request), _accepts(request))
        seconds = desk.tick() - began
        desk.metrics.add("requests_total", route=route, status=str(found.status))
        desk.metrics.add("sent_bytes_total", len(data), route=route)
        desk.metrics.took(route, seconds)
        reason = found.body.get("reason") if isinstance(found.body, dict) else None
        if found.status >= 400 and reason:
            desk.metrics.add("refused_total", reason=reason.partition(":")[0])
        if route not in {"health", "metrics"} or found.status >= 400:
            desk.log.write(
                "request",
                route=route,
                status=found.status,
                ms=round(seconds * 1000, 1),
                till=request.scope.get("till"),
                received=request.scope.get("received"),
                sent=len(data),
                reason=reason,
            )
        return Response(data, found.status, headers)

    return answer


async def _answered(desk: Desk, route: str, handler: Handler, request: Request) -> Answer:
    try:
        return await handler(desk, request)
    except RefusalError as error:
        return error.answer
    except (AwayError, BusyError) as error:
        desk.log.write("database", kind=type(error).__name__, route=route)
        return refusal(503, "no database", retry_after=_AWAY_SECONDS)
    except Exception as error:  # noqa: BLE001 - whatever it was, the till is told and the log knows
        desk.metrics.add("faults_total")
        desk.log.fault(error, route=route, till=request.scope.get("till"))
        return refusal(500, "fault", retry_after=30)


def _kind_of(request: Request) -> str:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind if kind in packing.TYPES else packing.JSON


def _accepts(request: Request) -> str:
    return request.headers.get("accept-encoding", "").lower()
