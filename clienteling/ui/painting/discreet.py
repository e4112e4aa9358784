"""Hides the prices of a page while the discreet view is on; nothing moves."""

from dataclasses import replace

from clienteling.reports.fonts import Style
from clienteling.reports.lookbook import LookbookSnapshot
from clienteling.reports.page import Operation, Page, Text
from clienteling.reports.typeset import Setting, set_line
from clienteling.reports.words import price_words
from clienteling.ui.widgets import HIDDEN


def without_prices(page: Page, snapshot: LookbookSnapshot) -> Page:
    """Return the page with dots where its prices stand."""
    if not snapshot.switches.prices:
        return page
    prices = {
        price_words(piece.price, snapshot.language)
        for look in snapshot.pages
        for piece in look.pieces
        if piece and piece.price
    }
    return replace(page, operations=tuple(_hidden(one, prices) for one in page.operations))


def _hidden(one: Operation, prices: set[str]) -> Operation:
    if not isinstance(one, Text) or one.logical not in prices or not one.runs:
        return one
    setting = Setting(Style.SANS, one.runs[0].size_tenths_point, one.ink)
    return set_line(HIDDEN, setting, "en").at(one.x, one.baseline)
