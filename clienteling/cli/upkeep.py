"""``check``, ``backup``, ``restore``: keeping the book safe."""

from pathlib import Path
from typing import Annotated

import typer

from clienteling.bootstrap import default_book
from clienteling.cli.common import BookOption, JsonOption, answer, opened, say
from clienteling.domain.clock import SystemClock
from clienteling.domain.errors import NotFoundError
from clienteling.storage.manifest import Backup, list_backups, manifest_file, read_manifest
from clienteling.storage.places import backups_folder
from clienteling.storage.restore import restore, restore_newest_good
from clienteling.storage.vault import DeviceKeys


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("check")(check)
    app.command("backup")(backup)
    app.command("restore")(bring_back)


def check(book: BookOption = None) -> None:
    """Read the whole book and say whether every page is as it was written.

    Example: clienteling check --book house.book
    """
    with opened(book) as backend:
        backend.opened.check()
    say("Every page of the book is sound.")


def backup(
    book: BookOption = None,
    to: Annotated[
        Path | None, typer.Option("--to", help="A folder; the book's own unless given.")
    ] = None,
    list_them: Annotated[bool, typer.Option("--list", help="Show what there is.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Make a backup now, or show what there is.

    Example: clienteling backup --list
    """
    if list_them:
        found = list_backups(to or backups_folder(book or default_book()))
        if as_json:
            answer([_told(one) for one in found])
            return
        for one in found:
            print(f"{one.made_at:%Y-%m-%d %H:%M}  {one.reason.value}  {one.path}")
        return
    with opened(book) as backend:
        made = backend.opened.back_up(folder=to)
    if as_json:
        answer(_told(made))
    else:
        print(made.path)


def _told(one: Backup) -> dict[str, object]:
    """Leave the wrapped key and the names of pictures to the manifest."""
    return {
        "path": one.path,
        "made_at": one.made_at,
        "reason": one.reason,
        "rows": dict(one.rows),
    }


def bring_back(
    book: BookOption = None,
    backup_file: Annotated[
        Path | None, typer.Option("--from", help="A backup; the newest good one unless given.")
    ] = None,
) -> None:
    """Put a backup in the book's place; what was there is kept aside.

    Example: clienteling restore --book house.book
    """
    path = book or default_book()
    keys, clock = DeviceKeys(), SystemClock()
    if backup_file is None:
        done = restore_newest_good(path, keys, clock)
    else:
        chosen = read_manifest(manifest_file(backup_file))
        if chosen is None:
            raise NotFoundError(f"{backup_file} is no backup of a book.")
        done = restore(chosen, path, keys, clock)
    say(f"The book is as it was in {done.backup.path.name}.")
    if done.set_aside:
        say(f"What was there is kept as {done.set_aside.name}.")
    if done.missing_attachments:
        say(f"{done.missing_attachments:,} of its pictures are not on this till.")
