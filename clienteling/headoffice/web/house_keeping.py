"""``/health`` and ``/metrics``: for whoever looks after the server."""

import ipaddress

from starlette.requests import Request

from clienteling.headoffice.web.answers import Answer, RefusalError
from clienteling.headoffice.web.desk import Desk
from clienteling.headoffice.web.metrics import CONTENT_TYPE


async def health(desk: Desk, _request: Request) -> Answer:
    """Say whether the database answers."""
    try:
        await desk.threads.run(lambda: _touch(desk))
    except RefusalError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever keeps it away, this server is not well
        desk.log.fault(error, route="health")
        return Answer(503, {"status": "no database"}, {"retry-after": "5"})
    return Answer(200, {"status": "well"})


async def metrics(desk: Desk, request: Request) -> Answer:
    """Hand out the figures, to this machine and to the networks that the settings name."""
    if not _may_read(desk, request):
        raise RefusalError(404, "nothing here")
    text = await desk.threads.run(desk.metrics.text)
    return Answer(200, text.encode(), kind=CONTENT_TYPE)


def _touch(desk: Desk) -> None:
    with desk.open.database.read() as transaction:
        transaction.all("SELECT count(*) FROM sync_scope")


def _may_read(desk: Desk, request: Request) -> bool:
    try:
        address = ipaddress.ip_address(request.client.host if request.client else "")
    except ValueError:
        return False
    networks = desk.open.home.settings().metrics_from
    return address.is_loopback or any(
        address in ipaddress.ip_network(one, strict=False) for one in networks
    )
