"""The house: its boutiques, what was set aside, the people who administer it, the journal."""

from collections import Counter
from dataclasses import dataclass

from clienteling.domain.errors import NotFoundError, UserError
from clienteling.headoffice.admins import folded
from clienteling.headoffice.overview import REVOKED, all_aside, all_scopes, all_tills
from clienteling.headoffice.web.admin.calls import Call
from clienteling.headoffice.web.admin.door import WELCOME
from clienteling.headoffice.web.admin.reasons import said
from clienteling.headoffice.web.admin.tills import boutique_of, shown_tills
from clienteling.headoffice.web.answers import Answer, RefusalError
from clienteling.models.types import to_milliseconds
from clienteling.sync.scopes import EVERYWHERE

PEOPLE = "/admin/people"

_A_PAGE = 100
_NEWEST = 2**62

#: So long the code for a new colleague stays on the page; it holds for longer.
_SHOWN_MILLISECONDS = 15 * 60_000

_DID = {
    "signed_in": "did.signed_in",
    "signed_out": "did.signed_out",
    "not_let_in": "did.not_let_in",
    "set_up": "did.set_up",
    "made_code": "did.made_code",
    "let_in": "did.let_in",
    "refused": "did.refused",
    "granted": "did.granted",
    "withdrew": "did.withdrew",
    "limited": "did.limited",
    "revoked": "did.revoked",
    "erased": "did.erased",
    "erased_client": "did.erased_client",
    "restored": "did.restored",
    "invited": "did.invited",
    "closed": "did.closed",
    "nothing": "did.nothing",
}


@dataclass(frozen=True, slots=True)
class Boutique:
    """A boutique, or the catalogue that everybody sees."""

    scope: str
    at_home: int
    seen_by: int
    head: int
    cases: int
    oldest_at: int

    @property
    def name(self) -> str:
        """What it is called; nothing for the catalogue."""
        return "" if self.scope == EVERYWHERE else boutique_of(self.scope)


def show_boutiques(call: Call) -> Answer:
    """Show every boutique: who sees it, and what waits in it for a person."""
    database = call.room.desk.open.database
    heard = [row for row in all_tills(database) if row.state != REVOKED]
    at_home = Counter(row.home for row in heard)
    seen_by = Counter(scope for row in heard for scope in {*row.granted, row.home, EVERYWHERE})
    scopes = {row.scope: row for row in all_scopes(database)}
    names = sorted({EVERYWHERE, *scopes, *seen_by}, key=lambda one: (one != EVERYWHERE, one))
    rows = []
    for name in names:
        row = scopes.get(name)
        told = (row.head, row.cases_open, row.oldest_case_at) if row else (0, 0, 0)
        rows.append(Boutique(name, at_home[name], seen_by[name], *told))
    return call.page("boutiques.html", rows=rows, cases=sum(row.cases for row in rows))


def show_aside(call: Call) -> Answer:
    """Show what tills sent and head office could not keep; never what was in it."""
    names = {one.row.till: one for one in shown_tills(call)}
    rows = all_aside(call.room.desk.open.database)
    return call.page("aside.html", rows=rows, tills=names, said=said)


def show_people(call: Call) -> Answer:
    """Show who administers head office."""
    return _people(call)


def invite(call: Call) -> Answer:
    """Make a code with which a person sets up the way in."""
    office = call.room.desk.open
    name = call.field("name")
    if folded(name) == folded(call.who):
        # Whoever asks would shut the door behind them.
        return _people(call, 422, "people.yourself")
    try:
        with call.noted("invited", name[:60]):
            code = call.room.admins.invite(name)
    except UserError:
        return _people(call, 422, "people.name_shape")
    until = to_milliseconds(office.clock.now()) + _SHOWN_MILLISECONDS
    call.carry(welcome=[name, code, until])
    return call.go(PEOPLE)


def close(call: Call) -> Answer:
    """Let a person in no more."""
    name = call.field("name")
    if folded(name) == folded(call.who):
        return _people(call, 422, "people.yourself")
    try:
        with call.noted("closed", name[:60]):
            call.room.admins.close(name)
    except NotFoundError:
        return call.go(PEOPLE, "people.gone")
    except UserError:
        return _people(call, 422, "people.last")
    return call.go(PEOPLE, "people.closed", name=name)


def show_journal(call: Call) -> Answer:
    """Show what was done, the newest first, and whether the chain is whole."""
    asked = call.asked("before")
    is_number = asked.isascii() and asked.isdigit() and len(asked) < 18
    entries = call.room.journal.entries(int(asked) if is_number else _NEWEST, _A_PAGE + 1)
    return call.page(
        "journal.html",
        entries=entries[:_A_PAGE],
        older=entries[_A_PAGE - 1].seq if len(entries) > _A_PAGE else None,
        is_newest=not asked,
        fault=call.room.journal.fault(),
        did=_DID,
    )


def nowhere(_call: Call) -> Answer:
    """Say that there is no such page."""
    raise RefusalError(404, "nothing here")


def _people(call: Call, status: int = 200, said: str = "") -> Answer:
    note = call.visit.note.get("welcome") if call.visit else None
    now = to_milliseconds(call.room.desk.open.clock.now())
    return call.page(
        "people.html",
        status,
        PEOPLE,
        rows=call.room.admins.everyone(),
        welcome=note if note and note[2] > now else None,
        address=f"{call.request.url.scheme}://{call.request.url.netloc}{WELCOME}",
        said=said,
        written=call.form,
        myself=folded(call.who),
    )
