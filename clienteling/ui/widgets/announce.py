"""Tells a screen reader a sentence: politely, when it has finished, or at once."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from clienteling.ui.widgets.label import PlainLabel


def announce(part: QWidget, words: str, *, at_once: bool = False) -> None:
    """Have words read out; ``at_once`` is for an allergy on opening a card, and little else."""
    event = QAccessibleAnnouncementEvent(part, words)
    if at_once:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def show_message(label: PlainLabel, sentence: str) -> None:
    """Show what is to be mended and have it read out; an empty sentence takes it away."""
    if sentence and sentence != label.text():
        announce(label, sentence)
    label.set_text(sentence)
