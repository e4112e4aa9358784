"""``headoffice``: the one truth that many tills share, as a server of this machine."""

from pathlib import Path
from typing import Annotated

import typer

from clienteling.cli import headoffice_admin, headoffice_people, headoffice_tills
from clienteling.cli.common import JsonOption, answer, say
from clienteling.cli.headoffice_opening import HomeOption
from clienteling.domain.clock import SystemClock


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    office = typer.Typer(help="Head office: make one, serve it, look after it.")
    office.command("init")(init)
    office.command("serve")(serve)
    admin = typer.Typer(help="Look after a head office, also while it serves.")
    headoffice_tills.register(admin)
    headoffice_admin.register(admin)
    headoffice_people.register(admin)
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
        str, typer.Option("--database", help="postgresql://… as its owner; embedded unless given.")
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
    from clienteling.headoffice.founding import found
    from clienteling.headoffice.home import Home, HomeSettings, this_machine

    if (certificate is None) != (key is None):
        raise typer.BadParameter("--certificate and --key are given together")
    settings = HomeSettings(
        house,
        tuple(names or [this_machine()]),
        listen,
        port,
        database,
        str(certificate.absolute()) if certificate else "",
        str(key.absolute()) if key else "",
    )
    place = Home(home.absolute())
    found(place, settings, SystemClock())
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
