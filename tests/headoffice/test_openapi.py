"""The description of the interface is as the words and the routes are."""

import re
from typing import Any

from starlette.routing import Route

from clienteling.domain.clock import FakeClock
from clienteling.headoffice.web.app import make_app
from clienteling.headoffice.web.desk import make_desk
from clienteling.headoffice.web.limits import Limits
from clienteling.headoffice.web.logs import to_standard_error
from tests.headoffice.servers import Server
from tools.make_openapi import PATH, document, text


def _refs(value: Any) -> set[str]:
    return set(re.findall(r"'\$ref': '#/([^']+)'", repr(value)))


def test_the_file_is_as_the_words_are() -> None:
    assert PATH.read_text("utf-8") == text()


def test_every_reference_leads_somewhere() -> None:
    whole = document()
    for ref in _refs(whole):
        found: Any = whole
        for step in ref.split("/"):
            found = found[step]
        assert found


def test_every_route_that_a_till_may_ask_is_described(server: Server) -> None:
    with server.open() as office:
        app = make_app(make_desk(office, Limits(), to_standard_error(FakeClock())))
    paths = {route.path for route in app.routes if isinstance(route, Route)}
    asked = {path for path in paths if path.startswith("/v1") or path in {"/health", "/metrics"}}
    assert set(document()["paths"]) == asked
