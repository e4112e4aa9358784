"""What every command shares: the book it works on, its words and its JSON."""

import dataclasses
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer

from clienteling.bootstrap import Backend, open_backend
from clienteling.domain.errors import KnownError, NotFoundError, UserError
from clienteling.domain.ids import Id, is_id

OK, REFUSED, USAGE = 0, 1, 2

BookOption = Annotated[
    Path | None, typer.Option("--book", help="The book; this person's own unless given.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Answer as JSON on standard output.")]


def say(words: str) -> None:
    """Write words for a person on standard error."""
    print(words, file=sys.stderr)


def answer(value: Any) -> None:
    """Write an answer as JSON on standard output."""
    print(json.dumps(value, default=_plain, ensure_ascii=False, indent=2))


def settings_of(book: Path | None) -> Path | None:
    """Return where the settings of a book stand; None for this person's own."""
    return None if book is None else book.with_suffix(".settings.toml")


def made_folder(folder: Path) -> Path:
    """Return a folder, made where there is none.

    Raises:
        KnownError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(f"The folder {folder} cannot be made ({error.strerror}).") from error
    return folder


@contextmanager
def opened(book: Path | None, *, alone: bool = False, create: bool = False) -> Iterator[Backend]:
    """Open the book for one command; a command that only reads may run beside the window."""
    backend = open_backend(book, settings_file=settings_of(book), alone=alone, create=create)
    for notice in backend.opened.notices:
        say(notice)
    try:
        yield backend
    finally:
        backend.close()


def client_named(backend: Backend, words: str) -> Id:
    """Return the one client that words, a number or an id mean.

    Raises:
        NotFoundError: nobody is found.
        UserError: several are; the sentence names them with their ids.
    """
    from clienteling.queries.find import find
    from clienteling.queries.people import people

    if is_id(words):
        if words not in backend.ask(people, [words]):
            raise NotFoundError(f"Nobody of the id {words} is in this book.")
        return words

    hits = backend.look(find, words, limit=6)
    exact = [one for one in hits if words.casefold() in (one.display.casefold(), one.native or "")]
    if len(exact) == 1 or len(hits) == 1:
        return (exact or list(hits))[0].client_id
    if not hits:
        raise NotFoundError(f"Nobody called {words} is in this book.")
    names = "; ".join(f"{one.display} ({one.client_id})" for one in hits)
    raise UserError(f"{words} may be several people: {names}. Please give the id.")


class Line:
    """A progress that writes one line on standard error as it goes."""

    def __init__(self) -> None:
        self._shown = ""

    def step(self, done: int, total: int | None, words: str = "") -> None:
        """Write where the work is, when it reads differently from before."""
        of = f" of {total:,}" if total else ""
        line = f"{words}: {done:,}{of}" if words else f"{done:,}{of}"
        if line != self._shown and sys.stderr.isatty():
            print(f"\r{line:<60}", end="", file=sys.stderr, flush=True)
            if total and done >= total:
                print(file=sys.stderr)
        self._shown = line


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in dataclasses.fields(value)]
        return {name: getattr(value, name) for name in names}
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"no JSON for {type(value).__name__}")
