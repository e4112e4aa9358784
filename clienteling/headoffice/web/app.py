"""The ASGI application of head office."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from starlette.requests import Request
from starlette.routing import Route, Router

from clienteling.headoffice.web import contents, house_keeping, trust
from clienteling.headoffice.web.admin.routes import admin_routes
from clienteling.headoffice.web.answers import Answer, RefusalError
from clienteling.headoffice.web.asking import Asking, read_asking
from clienteling.headoffice.web.desk import Desk
from clienteling.headoffice.web.keeping_up import keep_up_for_ever
from clienteling.headoffice.web.watching import Handler, watched
from clienteling.headoffice.web.words import WORDS


def make_app(desk: Desk) -> Router:
    """Return the application that answers tills."""
    posts = {**WORDS, "enrol": trust.enrol, "session": trust.session}
    routes = [
        _route(desk, f"/v1/{name}", name, {"POST"}, _on_thread(work))
        for name, work in posts.items()
    ]
    routes += [
        _route(desk, "/v1/blobs", "contents", {"GET"}, contents.wanted),
        _route(desk, "/v1/blobs/{sha256}", "content", contents.METHODS, contents.content),
        _route(desk, "/v1/authority", "authority", {"GET"}, _authority),
        _route(desk, "/health", "health", {"GET", "HEAD"}, house_keeping.health),
        _route(desk, "/metrics", "metrics", {"GET"}, house_keeping.metrics),
        *(_route(desk, *place) for place in admin_routes(desk)),
        _route(desk, "/{rest:path}", "nowhere", set(), _nowhere),
    ]

    @asynccontextmanager
    async def lifespan(_app: Any) -> AsyncIterator[None]:
        keeping_up = asyncio.create_task(keep_up_for_ever(desk))
        yield
        keeping_up.cancel()
        desk.threads.close()

    return Router(routes, lifespan=lifespan, redirect_slashes=False)


def _route(desk: Desk, path: str, name: str, methods: set[str], handler: Handler) -> Route:
    async def handle(desk: Desk, request: Request) -> Answer:
        if methods and request.method not in methods:
            raise RefusalError(405, "method")
        return await handler(desk, request)

    # No methods are given to the route itself: its own refusal would not say who answers.
    return Route(path, _End(watched(desk, name, handle)))


class _End:
    """An end point for every method."""

    def __init__(self, answer: Callable[[Request], Awaitable[Any]]) -> None:
        self._answer = answer

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        response = await self._answer(Request(scope, receive, send))
        await response(scope, receive, send)


def _on_thread(work: Callable[[Desk, Asking], Answer]) -> Handler:
    async def handle(desk: Desk, request: Request) -> Answer:
        asking = await read_asking(desk, request)
        request.scope["received"] = len(asking.body)
        return await desk.threads.run(lambda: work(desk, asking))

    return handle


async def _authority(desk: Desk, _request: Request) -> Answer:
    """Hand out the authority's certificate; whoever asks compares its fingerprint."""
    pem = desk.open.home.authority_pem()
    if not pem:
        raise RefusalError(404, "nothing here")
    return Answer(200, pem.encode(), kind="application/x-pem-file")


async def _nowhere(_desk: Desk, _request: Request) -> Answer:
    raise RefusalError(404, "nothing here")
