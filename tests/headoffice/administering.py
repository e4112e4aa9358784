"""The administration without a browser: the server's own application, and a person who clicks."""

import asyncio
import html
import io
import json
import re
from collections.abc import Coroutine, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import httpx2
import pyotp

from clienteling.domain.clock import Clock, FakeClock
from clienteling.headoffice.admins import Admins
from clienteling.headoffice.enrolment import Asked, Enrolled
from clienteling.headoffice.factors import Cost
from clienteling.headoffice.home import Home, HomeSettings
from clienteling.headoffice.opening import OpenOffice, open_office
from clienteling.headoffice.web.app import make_app
from clienteling.headoffice.web.desk import make_desk
from clienteling.headoffice.web.limits import Limits
from clienteling.headoffice.web.logs import Log
from clienteling.sync.invitation import plain_code
from clienteling.sync.signing import digits, enrolment_words
from tests.headoffice.servers import key_of

T = TypeVar("T")

SECOND = timedelta(seconds=1)
PASSPHRASE = "quiet paper, ink, bronze"

#: A passphrase's guess that costs nearly nothing; the hash says so itself.
CHEAP = Cost(1, 1, 64)


class Person:
    """Somebody with a browser that has no script.

    Args:
        office: The administration.
        name: As written into the name's field.
        secret: Of the second factor.
        address: Where they sit.
    """

    def __init__(self, office: "Administration", name: str, secret: str, address: str) -> None:
        self.name = name
        self.secret = secret
        self._office = office
        transport = httpx2.ASGITransport(office.app, client=(address, 1))
        self.client = httpx2.AsyncClient(transport=transport, base_url="https://office.test")

    def get(self, path: str, **headers: str) -> httpx2.Response:
        """Look at a page."""
        return self._office.run(self.client.get(path, headers=headers))

    def see(self, path: str, **headers: str) -> str:
        """Return what a page says, which is there."""
        found = self.get(path, **headers)
        assert found.status_code == 200, (path, found.status_code)
        return found.text

    def send(
        self, path: str, fields: Mapping[str, str] | None = None, **headers: str
    ) -> httpx2.Response:
        """Send a form as it stands, without what a page would add."""
        return self._office.run(self.client.post(path, data=fields or {}, headers=headers))

    def fill(self, page: str, path: str, **fields: str) -> httpx2.Response:
        """Open a page and send one of its forms."""
        return self.send(path, {**fields, "csrf": token_in(self.get(page).text)})

    def digits(self) -> str:
        """Return what the authenticator shows."""
        return pyotp.TOTP(self.secret).at(self._office.clock.now())

    def sign_in(self, **other: str) -> httpx2.Response:
        """Fill in the sign-in page."""
        fields = {"name": self.name, "passphrase": PASSPHRASE, "digits": self.digits(), **other}
        return self.fill("/admin/sign-in", "/admin/sign-in", **fields)


class Administration:
    """A head office in this process, with its application.

    Args:
        open_office: The office.
        clock: Its time.
    """

    def __init__(self, office: OpenOffice, clock: FakeClock, **limits: Any) -> None:
        self.office = office
        self.clock = clock
        self.log = io.StringIO()
        tick = lambda: clock.now().timestamp()  # noqa: E731 - the limits' time is the test's
        desk = make_desk(office, Limits(**limits), Log(self.log, clock), tick)
        self.app = make_app(desk)
        self._desk = desk
        self._people: list[Person] = []
        self._loop = asyncio.new_event_loop()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Wait for an answer."""
        return self._loop.run_until_complete(work)

    def close(self) -> None:
        """Send everybody home."""
        for person in self._people:
            self.run(person.client.aclose())
        self._desk.threads.close()
        self.run(asyncio.sleep(0))
        self._loop.close()
        assert '"event": "fault"' not in self.log.getvalue(), self.log.getvalue()

    def somebody(self, name: str = "", secret: str = "A" * 32, at: str = "192.0.2.1") -> Person:
        """Return a person with a browser, known or not."""
        self._people.append(Person(self, name, secret, at))
        return self._people[-1]

    def administrator(
        self, name: str = "Hélène Marchand", *, is_in: bool = True, cost: Cost = CHEAP
    ) -> Person:
        """Return somebody who administers, and is in."""
        office = self.office
        seal, ledger = office.home.key("seal"), office.home.ledger
        admins = Admins(office.database, self.clock, seal, ledger, cost)
        code = admins.invite(name)
        secret = admins.invited(name, code)
        assert secret
        person = self.somebody(name, secret)
        assert admins.begin(name, code, PASSPHRASE, person.digits()) == name
        self.clock.advance(30 * SECOND)
        if is_in:
            assert person.sign_in().status_code == 303
            self.clock.advance(30 * SECOND)
        return person

    def till(self, name: str = "Counter", till: str = "t1", home: str = "b:PAR1") -> str:
        """Have a till ask to be let in, and return the digits on its screen."""
        code, key = plain_code(self.office.enrolment.make_code(home)), key_of(till)
        proof = key.sign(enrolment_words(code, till, key.public))
        found = self.office.enrolment.enrol(Asked(code, till, name, key.public, proof))
        assert isinstance(found, Enrolled)
        return digits(key.public, till, found.salt, self.office.home.authority())

    def let_in(self, name: str = "Counter", till: str = "t1", home: str = "b:PAR1") -> None:
        """Have a till let in."""
        self.office.enrolment.confirm(till, self.till(name, till, home))

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return rows of the database."""
        with self.office.database.read() as transaction:
            return transaction.all(sql, values)

    def change(self, sql: str, *values: Any) -> None:
        """Change the database behind everybody's back."""
        with self.office.database.write() as transaction:
            transaction.run(sql, values)

    def journal(self) -> list[tuple[str, str, str, dict[str, str]]]:
        """Return what the journal says was done: who, what, to what, details."""
        found = self.rows("SELECT who, did, about, detail FROM admin_journal ORDER BY seq")
        return [(who, did, about, json.loads(detail)) for who, did, about, detail in found]


@contextmanager
def administration(folder: Path, clock: Clock, **limits: Any) -> Iterator[Administration]:
    """Make a head office where there is none, and open it with its pages."""
    assert isinstance(clock, FakeClock)
    home = Home(folder)
    if not folder.exists():
        home.make(HomeSettings("Séverac", ("office.test",), "127.0.0.1", 0), clock.now())
    with open_office(home, clock, threads=2) as office:
        one = Administration(office, clock, **limits)
        try:
            yield one
        finally:
            one.close()


def token_in(page: str) -> str:
    """Return the token that a page's forms carry."""
    found = re.search(r'name="csrf" value="([0-9a-f]{64})"', page)
    assert found, page
    return found[1]


def words_in(page: str) -> str:
    """Return what a person reads of a page."""
    plain = re.sub(r"<(style|title|svg)\b.*?</\1>|<[^>]*>", " ", page, flags=re.DOTALL)
    return " ".join(html.unescape(plain).split())
