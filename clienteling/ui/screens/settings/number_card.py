"""The six figures that two people compare, large enough to be read out across a room."""

from clienteling.ui.theme import Theme
from clienteling.ui.widgets import Card, PlainLabel, column

_THIN_SPACE = "\u2009"


def number_card(theme: Theme, number: str) -> Card:
    """Return the figures in two groups of three; a screen reader tells them one by one."""
    figures = PlainLabel(theme, f"{number[:3]}{_THIN_SPACE}{number[3:]}", role="d60")
    figures.setAccessibleName(" ".join(number))
    card = Card(theme, edge="hair2")
    card.setLayout(column(figures, margins=(28, 14, 28, 14)))
    return card
