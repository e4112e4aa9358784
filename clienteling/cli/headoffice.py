"""``headoffice``: the one truth that many tills share, as a server of this machine."""

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


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    office = typer.Typer(help="Head office: make one, serve it, look after it.")
    office.command("init")(init)
    office.command("serve")(serve)
    admin = typer.Typer(help="Look after a head office, also while it serves.")
    for name, command in _ADMIN.items():
        admin.command(name)(command)
    office.add_typer(admin, name="admin", no_args_is_help=True)
    app.add_typer(office, name="headoffice", no_args_is_help=True)


def init(
    home: HomeOption,
    house: Annotated[str, typer.Option("--house", help="What the house is called.")] = "Our house",
    names: Annotated[
        list[str] | None,
        typer.Option("--name", help="A name or address that tills call it; repeatable."),
    ] = None,
    listen: Annotated[str, typer.Option("--listen", help="Address to listen on.")] = "0.0.0.0",  # noqa: S104 - tills come from elsewhere
    port: Annotated[int, typer.Option("--port", min=0, max=65535)] = 8843,
    database: Annotated[
        str, typer.Option("--database", help="postgresql://…; embedded unless given.")
    ] = "",
    certificate: Annotated[
        Path | None, typer.Option("--certificate", help="A certificate chain, if there is one.")
    ] = None,
    key: Annotated[Path | None, typer.Option("--key", help="Its key.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Make a head office: its folder, its keys, its certificate and its database.

    Example: clienteling headoffice init --home /srv/headoffice --name hq.example --house "Maison"
    """
    from clienteling.headoffice.home import Home, HomeSettings, check_database, this_machine
    from clienteling.headoffice.opening import open_office

    if (certificate is None) != (key is None):
        raise typer.BadParameter("--certificate and --key are given together")
    check_database(database)
    settings = HomeSettings(
        house,
        tuple(names or [this_machine()]),
        listen,
        port,
        database,
        str(certificate.absolute()) if certificate else "",
        str(key.absolute()) if key else "",
    )
    clock = SystemClock()
    place = Home(home.absolute())
    place.make(settings, clock.now())
    with open_office(place, clock, threads=1):
        pass
    if as_json:
        answer({"home": place.folder, "address": place.address(), "authority": place.authority()})
        return
    say(f"Head office stands in {place.folder}. Keep its folder keys apart from backups.")
    say(f"Serve it with: clienteling headoffice serve --home {place.folder}")
    print(place.authority())


def serve(
    home: HomeOption,
    listen: Annotated[
        str | None, typer.Option("--listen", help="Instead of the settings.")
    ] = None,
    port: Annotated[
        int | None, typer.Option("--port", min=0, max=65535, help="0 takes any free one.")
    ] = None,
    threads: Annotated[int, typer.Option("--threads", min=1, max=64)] = 4,
) -> None:
    """Serve until told to stop (Ctrl+C, SIGTERM); one line of JSON says where, then logs follow.

    Example: clienteling headoffice serve --home /srv/headoffice
    """
    import json
    import os

    from clienteling.headoffice.home import Home
    from clienteling.headoffice.web.limits import Limits
    from clienteling.headoffice.web.serve import serve as run

    def heard(address: str, taken: int) -> None:
        print(json.dumps({"address": address, "port": taken, "pid": os.getpid()}), flush=True)

    run(
        Home(home.absolute()),
        SystemClock(),
        listen=listen,
        port=port,
        limits=Limits(threads=threads),
        heard=heard,
    )


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
        int | None, typer.Option("--port", help="Where it serves, if elsewhere.")
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
    from clienteling.headoffice.grants import revoke as end
    from clienteling.models.types import to_milliseconds

    with _opened(home) as office:
        end(office.database, till, to_milliseconds(office.clock.now()), erase_book=erase_book)
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
    from clienteling.headoffice.enrolment import check_scope
    from clienteling.headoffice.grants import grant as give

    scopes = [f"b:{one}" for one in boutiques or []]
    for scope in scopes:
        check_scope(scope)
    with _opened(home) as office:
        granted = give(office.database, till, scopes)
    if as_json:
        answer({"till": till, "granted": granted})
    else:
        say(f"It sees {', '.join(granted)}.")


@contextmanager
def _opened(home: Path) -> Iterator["OpenOffice"]:
    from clienteling.headoffice.home import Home
    from clienteling.headoffice.opening import open_office

    with open_office(Home(home.absolute()), SystemClock(), threads=1) as office:
        yield office


_ADMIN: dict[str, Callable[..., None]] = {
    "code": code,
    "confirm": confirm,
    "revoke": revoke,
    "grant": grant,
}
