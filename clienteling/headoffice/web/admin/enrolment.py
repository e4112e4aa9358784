"""Letting a till in: a code that is shown once, and six digits that two people compare."""

import re

from clienteling.domain.errors import NotFoundError, UserError
from clienteling.headoffice.enrolment import CODE_MILLISECONDS
from clienteling.headoffice.overview import WAITING
from clienteling.headoffice.web.admin import qr
from clienteling.headoffice.web.admin.calls import Call
from clienteling.headoffice.web.admin.tills import known_boutiques, shown_tills
from clienteling.headoffice.web.answers import Answer
from clienteling.models.types import to_milliseconds
from clienteling.sync.invitation import Invitation

HERE = "/admin/enrolment"


def show(call: Call) -> Answer:
    """Show the code that was made, who waits, and the form for a new code."""
    return _shown(call)


def make_code(call: Call) -> Answer:
    """Make a code for one till of a boutique."""
    office = call.room.desk.open
    boutique = call.field("boutique")
    also = [name for name in re.split(r"[\s,;、，；]+", call.field("also")) if name]
    try:
        with call.noted("made_code", boutique, also=", ".join(also)):
            code = office.enrolment.make_code(f"b:{boutique}", [f"b:{name}" for name in also])
    except UserError:
        return _shown(call, 422, "code", "boutique.shape")
    until = to_milliseconds(office.clock.now()) + CODE_MILLISECONDS
    invitation = Invitation(_address(call), code, office.home.authority())
    call.carry(invitation=[str(invitation), code, invitation.authority, boutique, until])
    return call.go(HERE)


def confirm(call: Call) -> Answer:
    """Let a till in whose screen shows these digits."""
    till, digits = call.named("till"), call.field("digits")
    name = _name_of(call, till)
    try:
        with call.noted("let_in", till, name=name):
            call.room.desk.open.enrolment.confirm(till, digits)
    except NotFoundError:
        return call.go(HERE, "enrolment.gone")
    except UserError:
        return _shown(call, 422, till, "enrolment.digits_differ")
    return call.go(f"/admin/tills/{till}", "enrolment.let_in", name=name)


def refuse(call: Call) -> Answer:
    """Forget a till that waits."""
    till = call.named("till")
    name = _name_of(call, till)
    try:
        with call.noted("refused", till, name=name):
            call.room.desk.open.enrolment.refuse(till)
    except NotFoundError:
        return call.go(HERE, "enrolment.gone")
    return call.go(HERE, "enrolment.refused", name=name)


def forget(call: Call) -> Answer:
    """Show a code no more; it goes on holding until it is used or its time is over."""
    call.carry(invitation=None)
    return call.go(HERE)


def _shown(call: Call, status: int = 200, wrong: str = "", said: str = "") -> Answer:
    note = call.visit.note.get("invitation") if call.visit else None
    now = to_milliseconds(call.room.desk.open.clock.now())
    invitation = None
    if note and note[4] > now:
        line, code, authority, boutique, until = note
        invitation = {
            "line": line,
            "code": code,
            "authority": [authority[at : at + 4] for at in range(0, len(authority), 4)],
            "boutique": boutique,
            "until": until,
            "picture": qr.drawn(line, call.words("enrolment.picture")),
        }
    return call.page(
        "enrolment.html",
        status,
        HERE,
        invitation=invitation,
        waiting=[one for one in shown_tills(call) if one.state == WAITING],
        boutiques=known_boutiques(call),
        wrong=wrong,
        said=said,
        written=call.form,
    )


def _address(call: Call) -> str:
    """Return where tills find head office: its settled name, at the port people came by."""
    port = call.request.url.port
    return call.room.desk.open.home.address(port)


def _name_of(call: Call, till: str) -> str:
    return next((one.row.name for one in shown_tills(call) if one.row.till == till), till)
