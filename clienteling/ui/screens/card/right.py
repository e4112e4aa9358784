"""The right column of the card: purchases, the wish list, the last pieces."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from clienteling.ui.desk import Desk
from clienteling.ui.screens.card.tiles import ShelfTile, wish_tile
from clienteling.ui.widgets import (
    PlainLabel,
    SecretLabel,
    SectionHeader,
    Sparkbars,
    box,
    column,
    line,
)

if TYPE_CHECKING:
    from clienteling.queries.card_facts import Figures
    from clienteling.queries.client_card import ClientCard

_WISHES = 3
_PIECES = 4
_GAP = 12


class Purchases(QWidget):
    """Twelve months in one figure and twelve bars; since when, how often, how much as a rule."""

    asked = Signal()
    asked_add = Signal()

    def __init__(self, desk: Desk, card: "ClientCard") -> None:
        super().__init__()
        self.desk, self.theme = desk, desk.theme
        figures = card.figures
        has_any = figures is not None and figures.orders > 0
        link = self.tr("See all") if has_any else self.tr("Add")
        head = SectionHeader(self.theme, self.tr("Purchases"), link=link)
        head.link_pressed.connect(self.asked if has_any else self.asked_add)
        if figures is None or not has_any:
            empty = PlainLabel(self.theme, self.tr("No purchases yet"), role="s", color="ink3")
            self.setLayout(column(head, 14, empty))
            return
        parts: list[QWidget | int] = [head, 12, self._year(figures), 12, self._whole(figures)]
        if figures.other_currencies:
            words = self.tr("without purchases in other currencies")
            parts += [6, PlainLabel(self.theme, words, role="c", color="ink3")]
        self.setLayout(column(*parts))

    def _year(self, figures: "Figures") -> QWidget:
        amount = SecretLabel(
            self.theme, self._money(figures.spend_12m), role="d40", discreet=self.desk.discreet
        )
        below = PlainLabel(self.theme, self.tr("last 12 months"), role="c", color="ink2")
        months = [] if self.desk.discreet else [max(0, one) for one in figures.months]
        bars = Sparkbars(self.theme, months, summary=self._summary(figures))
        row = line(box(column(amount, below)), None, box(column(None, bars)), gap=8)
        return box(row)

    def _summary(self, figures: "Figures") -> str:
        if self.desk.discreet:
            return ""
        currency = figures.spend_12m.currency
        told = [self.desk.words.money(one, currency) for one in figures.months]
        return self.tr("Twelve months, oldest first: {amounts}").format(amounts=", ".join(told))

    def _whole(self, figures: "Figures") -> QWidget:
        since = figures.since.year if figures.since else None
        pairs = [
            (
                self._money(figures.spend),
                self.tr("since {year}").format(year=since) if since else self.tr("in all"),
                True,
            ),
            (self.desk.words.number(figures.visits), self.tr("visits"), False),
        ]
        if figures.usual_basket is not None:
            pairs.append((self._money(figures.usual_basket), self.tr("usual basket"), True))
        parts: list[QWidget | None] = []
        for figure, told, secret in pairs:
            if parts:
                parts.append(None)
            above = (
                SecretLabel(self.theme, figure, role="bb", discreet=self.desk.discreet)
                if secret
                else PlainLabel(self.theme, figure, role="bb")
            )
            below = PlainLabel(self.theme, told, role="c", color="ink2")
            parts.append(box(column(above, below)))
        return box(line(*parts, gap=8))

    def _money(self, money: object) -> str:
        return self.desk.words.money(money.minor, money.currency)  # type: ignore[attr-defined] # a Money


class Wishes(QWidget):
    """The three newest wishes, each with where it is; a press opens the whole list."""

    asked = Signal()
    asked_add = Signal()

    def __init__(self, desk: Desk, card: "ClientCard", width: int) -> None:
        super().__init__()
        theme = desk.theme
        shown = [one for one in card.wishes if not (desk.discreet and one.hide_from_client_id)]
        link = self.tr("See all") if shown else self.tr("Add")
        head = SectionHeader(theme, self.tr("Wish list"), link=link)
        head.link_pressed.connect(self.asked if shown else self.asked_add)
        if not shown:
            empty = PlainLabel(theme, self.tr("No wishes noted"), role="s", color="ink3")
            self.setLayout(column(head, 14, empty))
            return
        wide = (width - (_WISHES - 1) * _GAP) // _WISHES
        tiles = [wish_tile(desk, one, wide) for one in shown[:_WISHES]]
        for tile in tiles:
            tile.clicked.connect(self.asked)
        self.setLayout(column(head, 12, line(*tiles, None, gap=_GAP)))


class LastPieces(QWidget):
    """The last pieces she bought, by their pictures."""

    asked = Signal()
    asked_add = Signal()

    def __init__(self, desk: Desk, card: "ClientCard", width: int) -> None:
        super().__init__()
        theme = desk.theme
        link = self.tr("See all") if card.last_pieces else self.tr("Add")
        head = SectionHeader(theme, self.tr("Last pieces"), link=link)
        head.link_pressed.connect(self.asked if card.last_pieces else self.asked_add)
        if not card.last_pieces:
            empty = PlainLabel(theme, self.tr("None yet"), role="s", color="ink3")
            self.setLayout(column(head, 14, empty))
            return
        wide = (width - (_PIECES - 1) * _GAP) // _PIECES
        tiles: list[QWidget | None] = []
        for one in card.last_pieces[:_PIECES]:
            tile = ShelfTile(desk, "", one.picture, width=wide)
            tile.set_name(one.words)
            tile.clicked.connect(self.asked)
            tiles.append(tile)
        self.setLayout(column(head, 12, line(*tiles, None, gap=_GAP)))
