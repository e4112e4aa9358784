"""``headoffice admin``: looking after a head office, also while it serves."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from clienteling.cli.common import JsonOption, answer, say
from clienteling.cli.headoffice_opening import HomeOption, noted, opened
from clienteling.domain.clock import SystemClock

RoleOption = Annotated[
    str, typer.Option("--database", help="postgresql://… of the role that owns the tables.")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for name, command in _COMMANDS.items():
        app.command(name)(command)


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

    with (
        opened(home) as office,
        noted(office, "erased_client", client, boutique=boutique),
    ):
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

    with opened(home) as office:
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
    with opened(home) as office, noted(office, "restored", done.folder.name):
        pass
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

    with opened(home) as office:
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


_COMMANDS: dict[str, Callable[..., None]] = {
    "erase": erase,
    "snapshots": snapshots,
    "backup": backup,
    "restore": restore,
    "upgrade": upgrade,
    "status": status,
}
