"""Tells a screen reader something at once."""

from PySide6.QtWidgets import QWidget

from clienteling.ui.widgets.announce import announce


def announce_at_once(part: QWidget, words: str) -> None:
    """Have words read out before anything else: an allergy, on opening a card."""
    announce(part, words, at_once=True)
