"""``headoffice admin``: looking after a head office, also while it serves."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clienteling.cli.common import JsonOption, answer, say
from clienteling.domain.clock import SystemClock

if TYPE_CHECKING:
    from clienteling.headoffice.opening import OpenOffice

HomeOption = Annotated[Path, typer.Option("--home", help="Head office's folder.")]
TillArgument = Annotated[str, typer.Argument(help="The till, as `admin tills` lists it.")]
RoleOption = Annotated[
    str, typer.Option("--database", help="postgresql://… of the role that owns the tables.")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for name, command in _COMMANDS.items():
        app.command(name)(command)


def code(
    home: HomeOption,
    boutique: Annotated[str, typer.Option("--boutique", help="The till's boutique, as PAR1.")],
    also: Annotated[
        list[str] | None, typer.Option("--also", help="Another boutique it is to see; repeatable.")
    ] = None,
    by_hand: Annotated[
        bool,
        typer.Option("--by-hand", help="Confirmed already: whoever asks stands at the till."),
    ] = False,
    port: Annotated[
        int | None, typer.Option("--port", help="Where it serves, if not where the settings say.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Make an invitation for one till; it holds for a quarter of an hour and once.

    Example: clienteling headoffice admin code --home /srv/headoffice --boutique PAR1
    """
    from clienteling.sync.invitation import Invitation

    with _opened(home) as office:
        made = office.enrolment.make_code(
            f"b:{boutique}", [f"b:{one}" for one in also or []], confirmed_by_hand=by_hand
        )
        invitation = Invitation(office.home.address(port), made, office.home.authority())
    if as_json:
        answer({"invitation": str(invitation), "code": made, "authority": invitation.authority})
    else:
        print(invitation)


def tills(home: HomeOption, as_json: JsonOption = False) -> None:
    """List the tills: whose, where, what they see, when they were last heard.

    Example: clienteling headoffice admin tills --home /srv/headoffice --json
    """
    from clienteling.headoffice.overview import all_tills

    with _opened(home) as office:
        found = all_tills(office.database)
    if as_json:
        answer(found)
        return
    for one in found:
        print(f"{one.till}  {one.name}  {one.home}  {one.state}  {_moment(one.seen_at)}")


def confirm(
    home: HomeOption,
    till: TillArgument,
    digits: Annotated[str, typer.Argument(help="The six digits on the till's screen.")],
) -> None:
    """Let a till in whose screen shows these digits.

    Example: clienteling headoffice admin confirm --home /srv/headoffice 3fe0… 482913
    """
    with _opened(home) as office:
        office.enrolment.confirm(till, digits)
    say("The till is let in.")


def refuse(home: HomeOption, till: TillArgument) -> None:
    """Forget a till that waits to be let in.

    Example: clienteling headoffice admin refuse --home /srv/headoffice 3fe0…
    """
    with _opened(home) as office:
        office.enrolment.refuse(till)
    say("The till is not let in.")


def revoke(
    home: HomeOption,
    till: TillArgument,
    erase_book: Annotated[
        bool, typer.Option("--erase-book", help="It erases its book when it asks next.")
    ] = False,
) -> None:
    """Hear a till no more, from this moment on.

    Example: clienteling headoffice admin revoke --home /srv/headoffice 3fe0… --erase-book
    """
    from clienteling.headoffice import ledger

    with _opened(home) as office:
        ledger.revoke(office, till, erase_book=erase_book)
    say("The till is heard no more.")


def grant(
    home: HomeOption,
    till: TillArgument,
    boutiques: Annotated[
        list[str] | None, typer.Argument(help="Boutiques it sees besides its own.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Let a till see its own boutique and exactly these.

    Example: clienteling headoffice admin grant --home /srv/headoffice 3fe0… LYO1 GVA1
    """
    from clienteling.headoffice.grants import grant as give

    scopes = [f"b:{one}" for one in boutiques or []]
    with _opened(home) as office:
        granted = give(office.database, till, scopes)
    if as_json:
        answer({"till": till, "granted": granted})
    else:
        say(f"It sees {', '.join(granted)}.")


def erase(
    home: HomeOption,
    client: Annotated[str, typer.Argument(help="The client's id.")],
    boutique: Annotated[str, typer.Option("--boutique", help="Whose client she is.")],
    as_json: JsonOption = False,
) -> None:
    """Erase a client and all that hangs on her, here and on every till; nobody can undo it.

    Example: clienteling headoffice admin erase --home /srv/headoffice --boutique PAR1 019ce1…
    """
    from clienteling.headoffice import ledger

    with _opened(home) as office:
        rows = ledger.erase(office, f"b:{boutique}", "client", client)
    if as_json:
        answer({"client": client, "rows": rows})
    else:
        say(f"Erased: {rows:,} rows. Tills follow when they next share.")


def snapshots(home: HomeOption, as_json: JsonOption = False) -> None:
    """Prepare what new tills begin with, where it is missing or old.

    Example: clienteling headoffice admin snapshots --home /srv/headoffice
    """
    from clienteling.headoffice.upkeep import keep_up

    with _opened(home) as office:
        made = keep_up(office)
    if as_json:
        answer(made)
    else:
        say(f"Prepared: {', '.join(made) or 'none was due'}.")


def backup(
    home: HomeOption,
    to: Annotated[
        Path | None, typer.Option("--to", help="A folder; head office's own unless given.")
    ] = None,
    list_them: Annotated[bool, typer.Option("--list", help="Show what there is.")] = False,
    database: RoleOption = "",
    as_json: JsonOption = False,
) -> None:
    """Make a backup, also while it serves; or show what there is.

    Example: clienteling headoffice admin backup --home /srv/headoffice --to /mnt/backups
    """
    from clienteling.headoffice.backups import all_backups, back_up
    from clienteling.headoffice.home import Home

    place = Home(home.absolute())
    if list_them:
        found = all_backups(to or place.backups)
        if as_json:
            answer([{"folder": one.folder, "made_at": one.made_at} for one in found])
            return
        for one in found:
            print(f"{one.made_at:%Y-%m-%d %H:%M}  {one.folder}")
        return
    made = back_up(place, SystemClock(), to, database)
    if as_json:
        answer({"folder": made.folder, "made_at": made.made_at})
    else:
        print(made.folder)


def restore(
    home: HomeOption,
    backup_folder: Annotated[
        Path | None, typer.Option("--from", help="A backup; the newest one unless given.")
    ] = None,
    database: RoleOption = "",
) -> None:
    """Put a backup in head office's place; what was there is kept aside. Stop it first.

    Example: clienteling headoffice admin restore --home /srv/headoffice
    """
    from clienteling.headoffice.backups import restore as put_back
    from clienteling.headoffice.home import Home

    done = put_back(Home(home.absolute()), SystemClock(), backup_folder, database)
    say(f"Head office is as it was in {done.folder.name}. Tills hand back what came after it.")


def upgrade(home: HomeOption, database: RoleOption = "") -> None:
    """Make what a newer program needs in the database; before it serves for the first time.

    Example: clienteling headoffice admin upgrade --home /srv/headoffice
    """
    from clienteling.headoffice.founding import prepare
    from clienteling.headoffice.home import Home

    prepare(Home(home.absolute()), SystemClock(), database)
    say("Head office has what this program needs.")


def status(home: HomeOption, as_json: JsonOption = False) -> None:
    """Say how head office stands: its tills, its scopes, what waits for a person.

    Example: clienteling headoffice admin status --home /srv/headoffice --json
    """
    from collections import Counter

    from clienteling.headoffice.backups import all_backups
    from clienteling.headoffice.overview import all_scopes, all_tills

    with _opened(home) as office:
        states = Counter(one.state for one in all_tills(office.database))
        scopes = all_scopes(office.database)
        database = office.home.settings().database
        newest = next(iter(all_backups(office.home.backups)), None)
        told = {
            "address": office.home.address(),
            "authority": office.home.authority(),
            "database": "postgresql" if database else "embedded",
            "tills": dict(states),
            "scopes": scopes,
            "newest_backup": newest.made_at if newest else None,
        }
    if as_json:
        answer(told)
        return
    print(f"{told['address']} ({told['database']})")
    print("tills: " + (", ".join(f"{n} {state}" for state, n in states.items()) or "none"))
    for scope in scopes:
        print(f"{scope.scope}  at {scope.head:,}  {scope.cases_open:,} to compare")


def _moment(milliseconds: int) -> str:
    from clienteling.models.types import from_milliseconds

    return f"{from_milliseconds(milliseconds):%Y-%m-%d %H:%M}" if milliseconds else "never"


@contextmanager
def _opened(home: Path) -> Iterator["OpenOffice"]:
    from clienteling.headoffice.home import Home
    from clienteling.headoffice.opening import open_office

    with open_office(Home(home.absolute()), SystemClock(), threads=1) as office:
        yield office


_COMMANDS: dict[str, Callable[..., None]] = {
    "code": code,
    "tills": tills,
    "confirm": confirm,
    "refuse": refuse,
    "revoke": revoke,
    "grant": grant,
    "erase": erase,
    "snapshots": snapshots,
    "backup": backup,
    "restore": restore,
    "upgrade": upgrade,
    "status": status,
}
