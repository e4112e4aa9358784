"""The lines of the palette: headings, clients, pieces and acts, as frozen rows."""

from dataclasses import dataclass
from enum import StrEnum

from clienteling.queries.catalogue_find import PieceHit
from clienteling.queries.find import Hit


class Scope(StrEnum):
    """What is looked for; ``Tab`` goes on to the next."""

    ALL = "all"
    CLIENTS = "clients"
    PIECES = "pieces"
    COMMANDS = "commands"


@dataclass(frozen=True, slots=True)
class Heading:
    """An overline over a group; it cannot be chosen."""

    words: str


@dataclass(frozen=True, slots=True)
class ClientLine:
    """A client who was found."""

    hit: Hit


@dataclass(frozen=True, slots=True)
class PieceLine:
    """A piece that was found."""

    piece: PieceHit


@dataclass(frozen=True, slots=True)
class ActLine:
    """Something to do.

    Args:
        name: What is done; the palette knows how.
        icon: A Phosphor icon.
        words: The act.
        keys: Keys that do it from anywhere in the palette.
    """

    name: str
    icon: str
    words: str
    keys: tuple[str, ...] = ()


Line = Heading | ClientLine | PieceLine | ActLine


def can_choose(one: Line | None) -> bool:
    """Say whether a line can be chosen."""
    return one is not None and not isinstance(one, Heading)
