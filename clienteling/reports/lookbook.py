"""Hold a lookbook as it is composed and issued: plain values that print again the same."""

import dataclasses
import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from clienteling.domain.errors import KnownError
from clienteling.domain.money import Money
from clienteling.reports.page import PageSize

FORM: Final = 1


class Layout(StrEnum):
    """How a page is divided."""

    COVER = "cover"
    ONE = "1"
    ONE_AND_THREE = "1+3"
    TWO = "2"
    FOUR = "4"
    SIX = "6"
    DIPTYCH = "diptych"
    WORDS = "words"


FRAME_COUNTS: Final = {
    Layout.COVER: 1,
    Layout.ONE: 1,
    Layout.ONE_AND_THREE: 4,
    Layout.TWO: 2,
    Layout.FOUR: 4,
    Layout.SIX: 6,
    Layout.DIPTYCH: 2,
    Layout.WORDS: 0,
}


class Language(StrEnum):
    """The languages a lookbook is written in."""

    ENGLISH = "en"
    FRENCH = "fr"
    ITALIAN = "it"
    SIMPLIFIED_CHINESE = "zh-Hans"
    TRADITIONAL_CHINESE = "zh-Hant"
    JAPANESE = "ja"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece as it stands in a frame.

    Args:
        name: "Ondine coat".
        description: Composition and colour: "Double-faced wool, camel".
        style_number: "3041-C".
        size_label: The size set aside for the client: "40".
        owned: Whether the client has it already.
        care: Care and origin, one line each way.
        story: A few sentences on the piece.
        picture: What the ``PictureSource`` knows its picture by.
        picture_focus: Point of the picture to keep, in thousandths of width and height.
    """

    name: str
    description: str = ""
    style_number: str = ""
    size_label: str = ""
    price: Money | None = None
    owned: bool = False
    care: str = ""
    story: str = ""
    picture: str | None = None
    picture_focus: tuple[int, int] = (500, 500)


@dataclass(frozen=True, slots=True)
class LookPage:
    """A page: its layout, a piece or nothing per frame, and words of its own."""

    layout: Layout
    pieces: tuple[Piece | None, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Client:
    """Whom the lookbook is for, as the page names them.

    Args:
        name: Name in Latin script: "Beatrice Altieri".
        address: How the page speaks of them: "Signora Altieri".
        native_name: The same in their own script: "陈静怡".
        native_language: Language tag of the native name, for the national form of its characters.
    """

    name: str
    address: str = ""
    native_name: str = ""
    native_language: str = ""


@dataclass(frozen=True, slots=True)
class Adviser:
    """Who composed it: the name, the signature ("Camille") and how to reach them."""

    name: str
    signature: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Switches:
    """What is shown on the page."""

    prices: bool = False
    set_aside: bool = True
    care: bool = False
    reactions: bool = False
    code: bool = False


@dataclass(frozen=True, slots=True)
class LookbookSnapshot:
    """All that is printed, and nothing else: kept when a lookbook is issued.

    Args:
        client: None for a lookbook made for nobody in particular.
        letter: The adviser's words; stands on the first page after the cover.
        code: What the QR code says when it is switched on.
        created: The day printed into the document.
    """

    house: str
    boutique: str
    adviser: Adviser
    title: str
    created: date
    client: Client | None = None
    language: Language = Language.ENGLISH
    size: PageSize = PageSize.A4
    letter: str = ""
    pages: tuple[LookPage, ...] = ()
    switches: Switches = Switches()
    code: str = ""


def to_json(snapshot: LookbookSnapshot) -> str:
    """Write a snapshot as JSON, the same text for the same snapshot."""
    plain = {"form": FORM, **dataclasses.asdict(snapshot), "created": snapshot.created.isoformat()}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def from_json(text: str) -> LookbookSnapshot:
    """Read a snapshot back.

    Raises:
        KnownError: it was written by a newer program, or is damaged.
    """
    try:
        plain = json.loads(text)
        form = plain.pop("form")
        if form > FORM:
            raise KnownError(
                "This lookbook was issued by a newer version of the program. "
                "It is kept as it is; bring this till up to date to print it again.",
            )
        return _snapshot(plain)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise KnownError(
            "The kept copy of this lookbook is damaged and can't be printed again. "
            "The lookbook itself is untouched: open it and make a new one.",
        ) from error


def _snapshot(plain: dict[str, Any]) -> LookbookSnapshot:
    client = plain["client"]
    return LookbookSnapshot(
        **plain
        | {
            "adviser": Adviser(**plain["adviser"]),
            "created": date.fromisoformat(plain["created"]),
            "client": Client(**client) if client else None,
            "language": Language(plain["language"]),
            "size": PageSize(plain["size"]),
            "pages": tuple(_page(page) for page in plain["pages"]),
            "switches": Switches(**plain["switches"]),
        },
    )


def _page(plain: dict[str, Any]) -> LookPage:
    pieces = tuple(_piece(piece) if piece else None for piece in plain["pieces"])
    return LookPage(Layout(plain["layout"]), pieces, plain["words"])


def _piece(plain: dict[str, Any]) -> Piece:
    price = Money(**plain["price"]) if plain["price"] else None
    return Piece(**plain | {"price": price, "picture_focus": tuple(plain["picture_focus"])})
