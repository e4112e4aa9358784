"""Every page of the administration, and how the server mounts them."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request

from clienteling.headoffice.admins import Admins
from clienteling.headoffice.journal import Journal
from clienteling.headoffice.web.admin import door, enrolment, house, sheets, tills
from clienteling.headoffice.web.admin.attending import Place, attend
from clienteling.headoffice.web.admin.calls import Room
from clienteling.headoffice.web.admin.visits import Visits
from clienteling.headoffice.web.answers import Answer, RefusalError
from clienteling.headoffice.web.desk import Desk
from clienteling.storage.keys import sub_key

Handler = Callable[[Desk, Request], Awaitable[Answer]]

PLACES = (
    Place("/admin", "admin tills", tills.show_all),
    Place("/admin/tills/{till}", "admin till", tills.show_one),
    Place("/admin/tills/{till}/grant", "admin grant", post=tills.give),
    Place("/admin/tills/{till}/withdraw", "admin withdraw", post=tills.withdraw),
    Place("/admin/tills/{till}/revoke", "admin revoke", post=tills.revoke),
    Place("/admin/tills/{till}/confirm", "admin confirm", post=enrolment.confirm),
    Place("/admin/tills/{till}/refuse", "admin refuse", post=enrolment.refuse),
    Place("/admin/enrolment", "admin enrolment", enrolment.show, enrolment.make_code),
    Place("/admin/enrolment/forget", "admin forget", post=enrolment.forget),
    Place("/admin/boutiques", "admin boutiques", house.show_boutiques),
    Place("/admin/set-aside", "admin set aside", house.show_aside),
    Place("/admin/people", "admin people", house.show_people, house.invite),
    Place("/admin/people/close", "admin close", post=house.close),
    Place("/admin/journal", "admin journal", house.show_journal),
    Place("/admin/sign-in", "admin sign in", door.show_sign_in, door.sign_in, is_open=True),
    Place("/admin/welcome", "admin welcome", door.show_welcome, door.welcome, is_open=True),
    Place("/admin/sign-out", "admin sign out", post=door.sign_out),
    Place("/admin/{rest:path}", "admin nowhere", house.nowhere, house.nowhere),
)


def admin_routes(desk: Desk) -> list[tuple[str, str, set[str], Handler]]:
    """Return what the server mounts: path, name, methods and handler of each page."""
    seal = desk.open.home.key("seal")
    database, clock = desk.open.database, desk.open.clock
    room = Room(
        desk,
        Admins(database, clock, seal, desk.open.home.ledger),
        Visits(database, clock),
        Journal(database, clock, seal),
        sub_key(seal, "administration forms"),
        desk.open.home.settings().house,
    )
    files: list[tuple[str, str, set[str], Handler]] = [
        ("/admin/style.css", "admin style", {"GET"}, _style),
        ("/admin/icon.svg", "admin icon", {"GET"}, _icon),
        ("/admin/fonts/{name}.woff", "admin font", {"GET"}, _font),
    ]
    pages = [(place.path, place.name, set[str](), _handler(room, place)) for place in PLACES]
    return files + pages


def _handler(room: Room, place: Place) -> Handler:
    async def handle(_desk: Desk, request: Request) -> Answer:
        return await attend(room, place, request)

    return handle


async def _style(_desk: Desk, _request: Request) -> Answer:
    return sheets.style()


async def _icon(_desk: Desk, _request: Request) -> Answer:
    return sheets.icon()


async def _font(_desk: Desk, request: Request) -> Answer:
    found = sheets.font(request.path_params["name"])
    if found is None:
        raise RefusalError(404, "nothing here")
    return found
