"""A real head office: its own process, its own port, TLS, and a folder of its own."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from clienteling.domain.clock import SystemClock
from clienteling.headoffice.home import Home, HomeSettings
from clienteling.headoffice.opening import OpenOffice, open_office
from clienteling.sync.enrolling import Membership, enrol
from clienteling.sync.http import HttpTransport
from clienteling.sync.invitation import Invitation
from clienteling.sync.line import Line
from clienteling.sync.signing import TillKey

BOUTIQUE = "b:PAR1"
PATIENCE = 20


class Server:
    """A head office that can be started, killed and started again at the same port."""

    def __init__(self, home: Home, **limits: Any) -> None:
        self.home = home
        self.port = 0
        self.log = home.folder / f"server-{id(self)}.log"
        self._limits = limits
        self._process: subprocess.Popen[str] | None = None

    @classmethod
    def new(cls, folder: Path, database: str = "", **limits: Any) -> "Server":
        """Make a new head office; it is not started yet."""
        home = Home(folder)
        settings = HomeSettings("Maison", ("localhost",), "127.0.0.1", 0, database)
        home.make(settings, SystemClock().now())
        return cls(home, **limits)

    def start(self) -> "Server":
        line = self._begin()
        assert line, self.log.read_text()
        self.port = json.loads(line)["port"]
        return self

    def fails_to_start(self) -> int:
        """Try to start, and return how the process ended."""
        assert self._begin() == ""
        return self._end()

    def _begin(self) -> str:
        words = ["headoffice", "serve", "--home", str(self.home.folder), "--port", str(self.port)]
        with self.log.open("a") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _START.format(limits=self._limits), *words],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    @property
    def address(self) -> str:
        return f"https://localhost:{self.port}"

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def kill(self) -> None:
        """Take the process away as a power cut does."""
        assert self._process is not None
        self._process.kill()
        self._end()

    def stop(self) -> int:
        """Ask the process to end, and return how it did."""
        assert self._process is not None
        if self._process.poll() is None:
            os.kill(self.pid, signal.SIGTERM)
        return self._end()

    def _end(self) -> int:
        assert self._process is not None
        code = self._process.wait(PATIENCE)
        assert self._process.stdout is not None
        self._process.stdout.close()
        return code

    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.log.read_text().splitlines()]

    @contextmanager
    def open(self) -> Iterator[OpenOffice]:
        """Open the same head office in this process, as its commands do."""
        with open_office(self.home, SystemClock(), threads=1) as office:
            yield office

    def code(self, home: str = BOUTIQUE, *, by_hand: bool = True) -> str:
        with self.open() as office:
            return office.enrolment.make_code(home, confirmed_by_hand=by_hand)

    def invitation(self, code: str) -> Invitation:
        return Invitation(self.address, code, self.home.authority())

    def line(self, **options: Any) -> Line:
        return Line(self.address, self.home.authority_pem(), **options)

    def enrol(self, till: str, home: str = BOUTIQUE, *, by_hand: bool = True) -> Membership:
        code = self.code(home, by_hand=by_hand)
        return enrol(self.invitation(code), till, f"Till {till}", key_of(till))

    def enrolled(self, till: str, home: str = BOUTIQUE) -> HttpTransport:
        self.enrol(till, home)
        return self.transport(till)

    def transport(self, till: str) -> HttpTransport:
        return HttpTransport(self.line(), till, key_of(till), SystemClock())


#: The server as it is, with limits a test can reach.
_START = """
import sys
from clienteling.headoffice.web import serve
from clienteling.headoffice.web.limits import Limits
plain = serve.serve
serve.serve = lambda *all, **named: plain(*all, **named | {{"limits": Limits(**{limits})}})
from clienteling.cli import main
sys.exit(main())
"""


def key_of(till: str) -> TillKey:
    """Return the key of a till; each has its own, the same for the whole run."""
    return TillKey(till.encode().ljust(32, b".")[:32])
