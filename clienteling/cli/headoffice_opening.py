"""What every command of head office needs: its folder, open, and its journal."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clienteling.domain.clock import SystemClock

if TYPE_CHECKING:
    from clienteling.headoffice.opening import OpenOffice

HomeOption = Annotated[Path, typer.Option("--home", help="Head office's folder.")]

#: Who is not known: whoever may read the folder with its keys.
_THE_COMMAND_LINE = ""


@contextmanager
def opened(home: Path) -> Iterator["OpenOffice"]:
    """Open head office for one command; it may be serving."""
    from clienteling.headoffice.home import Home
    from clienteling.headoffice.opening import open_office

    with open_office(Home(home.absolute()), SystemClock(), threads=1) as office:
        yield office


@contextmanager
def noted(office: "OpenOffice", did: str, about: str, **detail: str) -> Iterator[None]:
    """Write into the journal what a command is about to do, as the pages do."""
    from clienteling.headoffice.journal import Journal

    journal = Journal(office.database, office.clock, office.home.key("seal"))
    with journal.noted(_THE_COMMAND_LINE, did, about, **detail):
        yield


@contextmanager
def noted_till(office: "OpenOffice", did: str, till: str, **detail: str) -> Iterator[None]:
    """Write into the journal what is about to be done to a till, with its name if it has one."""
    from clienteling.headoffice.overview import all_tills

    named = {one.till: one.name for one in all_tills(office.database)}
    if till in named:
        detail = {"name": named[till], **detail}
    with noted(office, did, till, **detail):
        yield
