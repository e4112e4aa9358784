"""``headoffice admin``: which tills are heard, and what they see."""

from collections.abc import Callable
from typing import Annotated

import typer

from clienteling.cli.common import JsonOption, answer, say
from clienteling.cli.headoffice_opening import HomeOption, noted, noted_till, opened

TillArgument = Annotated[str, typer.Argument(help="The till, as `admin tills` lists it.")]


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

    scopes = [f"b:{one}" for one in also or []]
    with opened(home) as office:
        with noted(office, "made_code", boutique, also=", ".join(also or [])):
            made = office.enrolment.make_code(f"b:{boutique}", scopes, confirmed_by_hand=by_hand)
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

    with opened(home) as office:
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
    with opened(home) as office, noted_till(office, "let_in", till):
        office.enrolment.confirm(till, digits)
    say("The till is let in.")


def refuse(home: HomeOption, till: TillArgument) -> None:
    """Forget a till that waits to be let in.

    Example: clienteling headoffice admin refuse --home /srv/headoffice 3fe0…
    """
    with opened(home) as office, noted_till(office, "refused", till):
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

    did = "erased" if erase_book else "revoked"
    with opened(home) as office, noted_till(office, did, till):
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
    told = ", ".join(boutiques or [])
    with opened(home) as office, noted_till(office, "limited", till, boutique=told):
        granted = give(office.database, till, scopes)
    if as_json:
        answer({"till": till, "granted": granted})
    else:
        say(f"It sees {', '.join(granted)}.")


def _moment(milliseconds: int) -> str:
    from clienteling.models.types import from_milliseconds

    return f"{from_milliseconds(milliseconds):%Y-%m-%d %H:%M}" if milliseconds else "never"


_COMMANDS: dict[str, Callable[..., None]] = {
    "code": code,
    "tills": tills,
    "confirm": confirm,
    "refuse": refuse,
    "revoke": revoke,
    "grant": grant,
}
