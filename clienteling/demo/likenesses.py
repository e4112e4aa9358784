"""The drawn portraits of the demo house, and whom each may stand for."""

import tomllib
from dataclasses import dataclass

from clienteling.demo.cultures import Culture
from clienteling.demo.pieces import put_picture
from clienteling.settings.paths import resource
from clienteling.storage.attachments import Attachments
from clienteling.storage.bulk import BulkLoad


@dataclass(frozen=True, slots=True)
class Likeness:
    """A portrait in the book: the id of its attachment and what it suits."""

    attachment: bytes
    woman: bool
    region: str
    cast: str | None


def put_likenesses(load: BulkLoad, attachments: Attachments) -> tuple[Likeness, ...]:
    """Load the portraits; return them in the order of the samples."""
    with resource("samples", "catalogue.toml").open("rb") as file:
        entries = tomllib.load(file)["portrait"]
    return tuple(
        Likeness(
            put_picture(load, attachments, "portraits", entry["file"]),
            entry["gender"] == "woman",
            entry["region"],
            entry.get("cast"),
        )
        for entry in entries
    )


def suited(likenesses: tuple[Likeness, ...], culture: Culture, *, woman: bool) -> list[Likeness]:
    """Return the portraits that may stand for someone of a culture; the cast keeps its own."""
    return [
        one
        for one in likenesses
        if one.cast is None and one.woman == woman and one.region in culture.likeness
    ]
