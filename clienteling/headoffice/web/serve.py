"""Serving: a port, TLS, and a stop that lets what was begun be finished."""

import signal
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uvicorn
from typing_extensions import override

from clienteling.domain.clock import Clock
from clienteling.domain.errors import KnownError
from clienteling.headoffice.home import Home
from clienteling.headoffice.opening import open_office
from clienteling.headoffice.web.app import make_app
from clienteling.headoffice.web.desk import Desk, make_desk
from clienteling.headoffice.web.figures import show_figures
from clienteling.headoffice.web.limits import Limits
from clienteling.headoffice.web.logs import libraries_through, to_standard_error
from clienteling.headoffice.web.patience import ImpatientLoop, impatient

#: Behind most proxies an idle connection lives a minute; ours a little longer.
_KEEP_ALIVE_SECONDS = 75


def serve(
    home: Home,
    clock: Clock,
    *,
    listen: str | None = None,
    port: int | None = None,
    limits: Limits | None = None,
    heard: Callable[[str, int], None] = lambda _address, _port: None,
) -> None:
    """Serve a head office until the process is told to stop.

    Args:
        home: Its folder.
        clock: Its own time.
        listen: The address to listen on; that of the settings unless given.
        port: The port; that of the settings unless given, any free one for 0.
        limits: What this server allows.
        heard: Told where tills find it once it listens.

    Raises:
        KnownError: the port is taken, or the certificate or the database are not to be had.
    """
    settings, bounds = home.settings(), limits or Limits()
    lock = None if settings.database else home.lock()
    log = to_standard_error(clock)
    try:
        certificate, key = home.certificate(clock.now())
        with (
            libraries_through(log),
            open_office(home, clock, threads=bounds.threads) as office,
        ):
            if settings.database:
                from clienteling.headoffice.isolation import refuse_unless_isolated

                refuse_unless_isolated(office.database)
            desk = make_desk(office, bounds, log)
            show_figures(desk)
            config = _config(desk, listen or settings.listen, _port(port, settings.port))
            config.ssl_context_factory = lambda _config, _default: tls(certificate, key)
            server = _Server(config, lambda taken: heard(home.address(taken), taken))
            log.write("starting", database="postgresql" if settings.database else "embedded")
            _until_told(server)
            log.write("stopped")
    finally:
        if lock is not None:
            lock.release()


def tls(certificate: Path, key: Path) -> ssl.SSLContext:
    """Return how the line is kept private.

    Raises:
        KnownError: the certificate or its key cannot be used.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    try:
        context.load_cert_chain(certificate, key)
    except (OSError, ssl.SSLError) as error:
        raise KnownError(
            "The certificate {path} and its key cannot be used: {reason}.",
            path=certificate,
            reason=error.strerror or type(error).__name__,
        ) from error
    return context


class _Server(uvicorn.Server):
    """uvicorn, which says when it listens."""

    def __init__(self, config: uvicorn.Config, heard: Callable[[int], None]) -> None:
        super().__init__(config)
        self._heard = heard

    @override
    async def startup(self, sockets: Any = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._heard(self.servers[0].sockets[0].getsockname()[1])


def _config(desk: Desk, listen: str, port: int) -> uvicorn.Config:
    proxies = list(desk.open.home.settings().proxies)
    return uvicorn.Config(
        make_app(desk),
        host=listen,
        port=port,
        http=impatient(desk.limits.header_seconds),
        loop=f"{ImpatientLoop.__module__}:{ImpatientLoop.__name__}",
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=proxies,
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=desk.limits.stop_seconds,
        backlog=512,
    )


def _until_told(server: uvicorn.Server) -> None:
    """Run; a stop that was asked for is no failure of the process."""
    stops = [signal.SIGINT, signal.SIGTERM]
    before = {one: signal.signal(one, lambda _number, _frame: None) for one in stops}
    try:
        server.run()
    except SystemExit as error:
        raise KnownError(
            "Head office cannot listen there; another program may have the port."
        ) from error
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _port(given: int | None, settled: int) -> int:
    return settled if given is None else given
