"""Name every document the program can make, for tests that each renders empty and full."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, Final

from clienteling.reports.lookbook import Adviser, Layout, LookbookSnapshot, LookPage
from clienteling.reports.page import PictureSource
from clienteling.reports.pdf import write_pdf


@dataclass(frozen=True, slots=True)
class Report:
    """A document: what it is made from when there is nothing to say, and how it is written."""

    name: str
    empty: Callable[[date], LookbookSnapshot]
    write: Callable[[LookbookSnapshot, PictureSource, BinaryIO], None]


def empty_lookbook(created: date) -> LookbookSnapshot:
    """Return the lookbook nobody has put anything into yet: one page of every layout."""
    return LookbookSnapshot(
        house="",
        boutique="",
        adviser=Adviser(""),
        title="",
        created=created,
        pages=tuple(LookPage(layout) for layout in Layout),
    )


REPORTS: Final = (Report("lookbook", empty_lookbook, write_pdf),)
