"""Tells a screen reader something at once."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce_at_once(part: QWidget, words: str) -> None:
    """Have words read out before anything else: an allergy, on opening a card."""
    event = QAccessibleAnnouncementEvent(part, words)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
