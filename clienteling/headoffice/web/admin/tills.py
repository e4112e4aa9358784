"""The tills: all of them, and one of them with what may be done about it."""

from collections import Counter
from dataclasses import dataclass

from clienteling.domain.errors import NotFoundError, UserError
from clienteling.headoffice import ledger
from clienteling.headoffice.grants import grant
from clienteling.headoffice.overview import HEARD, REVOKED, WAITING, TillRow, all_scopes, all_tills
from clienteling.headoffice.web.admin.calls import Call
from clienteling.headoffice.web.answers import Answer, RefusalError
from clienteling.models.types import to_milliseconds
from clienteling.sync.scopes import EVERYWHERE

_A_PAGE = 100
_SILENT_MILLISECONDS = 24 * 60 * 60_000

#: A till that is heard, and has not spoken for a day.
SILENT = "silent"

_STATES = {
    HEARD: "state.heard",
    SILENT: "state.silent",
    WAITING: "state.waiting",
    REVOKED: "state.revoked",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A till and the state it is shown in."""

    row: TillRow
    state: str

    @property
    def boutique(self) -> str:
        """Its boutique."""
        return boutique_of(self.row.home)

    @property
    def said(self) -> str:
        """The key of the state's word."""
        return _STATES[self.state]

    @property
    def address(self) -> str:
        """Its own page."""
        return f"/admin/tills/{self.row.till}"


def show_all(call: Call) -> Answer:
    """Show every till, or those that were looked for."""
    every = shown_tills(call)
    words, state = call.asked("find").casefold(), call.asked("state")
    found = [
        one
        for one in every
        if state in {"", one.state}
        and words in f"{one.row.name} {one.boutique} {one.row.till}".casefold()
    ]
    start = min(_number(call.asked("from")), max(0, len(found) - 1)) // _A_PAGE * _A_PAGE
    scopes = all_scopes(call.room.desk.open.database)
    return call.page(
        "tills.html",
        count=Counter(one.state for one in every),
        waiting=[one for one in every if one.state == WAITING],
        to_compare=sum(scope.cases_open for scope in scopes),
        set_aside=sum(one.row.set_aside for one in every),
        tills=found[start : start + _A_PAGE],
        found=len(found),
        every=len(every),
        start=start,
        a_page=_A_PAGE,
        states=_STATES,
        find=call.asked("find"),
        state=state,
    )


def show_one(call: Call) -> Answer:
    """Show a till."""
    return _shown(call, _till(call))


def give(call: Call) -> Answer:
    """Let a till see one more boutique."""
    one = _till(call)
    boutique = call.field("boutique")
    scope = f"b:{boutique}"
    others = _others(one.row)
    try:
        with call.noted("granted", one.row.till, name=one.row.name, boutique=boutique):
            grant(call.room.desk.open.database, one.row.till, [*others, scope])
    except NotFoundError:
        return _shown(call, one, 422, "boutique", "till.not_heard")
    except UserError:
        return _shown(call, one, 422, "boutique", "boutique.shape")
    return call.go(one.address, "till.granted", name=one.row.name, boutique=boutique)


def withdraw(call: Call) -> Answer:
    """Let a till see a boutique no more."""
    one = _till(call)
    boutique = call.field("boutique")
    others = [scope for scope in _others(one.row) if scope != f"b:{boutique}"]
    if len(others) == len(_others(one.row)):
        return call.go(one.address)
    with call.noted("withdrew", one.row.till, name=one.row.name, boutique=boutique):
        grant(call.room.desk.open.database, one.row.till, others)
    return call.go(one.address, "till.withdrawn", name=one.row.name, boutique=boutique)


def revoke(call: Call) -> Answer:
    """Hear a till no more; its book is erased only where its name was written."""
    one = _till(call)
    erase = call.field("erase") == "yes"
    if one.state == WAITING:
        return _shown(call, one, 422, "revoke", "till.not_heard")
    if erase and call.field("name").casefold() != one.row.name.strip().casefold():
        return _shown(call, one, 422, "name", "till.name_differs")
    did = "erased" if erase else "revoked"
    with call.noted(did, one.row.till, name=one.row.name, boutique=one.boutique):
        ledger.revoke(call.room.desk.open, one.row.till, erase_book=erase)
    said = "till.revoked_and_erased" if erase else "till.revoked"
    return call.go(one.address, said, name=one.row.name)


def shown_tills(call: Call) -> list[Shown]:
    """Return every till with the state it is shown in."""
    desk = call.room.desk
    day_ago = to_milliseconds(desk.open.clock.now()) - _SILENT_MILLISECONDS
    return [
        Shown(row, SILENT if row.state == HEARD and 0 < row.seen_at < day_ago else row.state)
        for row in all_tills(desk.open.database)
    ]


def boutique_of(scope: str) -> str:
    """Return a boutique as people write it."""
    return scope.removeprefix("b:")


def known_boutiques(call: Call) -> list[str]:
    """Return every boutique that a till is at home in or sees."""
    found = {
        scope
        for row in all_tills(call.room.desk.open.database)
        for scope in (row.home, *row.granted)
        if scope != EVERYWHERE
    }
    return sorted(boutique_of(scope) for scope in found)


def _till(call: Call) -> Shown:
    name = call.named("till")
    for one in shown_tills(call):
        if one.row.till == name:
            return one
    raise RefusalError(404, "nothing here")


def _shown(call: Call, one: Shown, status: int = 200, field: str = "", said: str = "") -> Answer:
    others = _others(one.row)
    return call.page(
        "till.html",
        status,
        one.address,
        one=one,
        sees=[boutique_of(scope) for scope in others],
        can_see=[
            name
            for name in known_boutiques(call)
            if name != one.boutique and f"b:{name}" not in others
        ],
        field=field,
        said=said,
        written=call.form,
    )


def _others(row: TillRow) -> list[str]:
    return [scope for scope in row.granted if scope not in {EVERYWHERE, row.home}]


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
