"""``headoffice admin user``: who may administer head office in a browser."""

from typing import Annotated

import typer

from clienteling.cli.common import JsonOption, answer, say
from clienteling.cli.headoffice_opening import HomeOption, noted, opened


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("user")(user)


def user(
    home: HomeOption,
    name: Annotated[str, typer.Argument(help="The person, as they will sign in.")],
    port: Annotated[
        int | None, typer.Option("--port", help="Where it serves, if not where the settings say.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Make a code with which a person sets up passphrase and second factor; it holds a day.

    For somebody who is known already, what they had is gone: it also helps whoever lost a phone.

    Example: clienteling headoffice admin user --home /srv/headoffice "Hélène Marchand"
    """
    from clienteling.headoffice.admins import Admins
    from clienteling.headoffice.web.admin.door import WELCOME

    with opened(home) as office:
        seal, ledger = office.home.key("seal"), office.home.ledger
        with noted(office, "invited", name.strip()[:60]):
            code = Admins(office.database, office.clock, seal, ledger).invite(name)
        address = office.home.address(port) + WELCOME
    if as_json:
        answer({"name": name, "address": address, "code": code})
        return
    say(f"Open {address}, write the name and this code; it holds for a day and once.")
    print(code)
