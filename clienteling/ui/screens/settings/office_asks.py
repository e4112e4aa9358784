"""What is asked before head office is left, or before much of the book is emptied."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from clienteling.ui.locale import in_a_row
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import Dialog


def ask_go_on(theme: Theme, window: QWidget) -> Dialog:
    """Ask before what would empty much of the book is let through."""
    tr = QCoreApplication.translate
    body = tr(
        "OfficePage",
        "Much of this book would be removed or emptied, as it was at head office. Ask "
        "there first whether that was meant. A backup made today helps if it was not.",
    )
    return Dialog(
        theme,
        window,
        title=tr("OfficePage", "Let this change through?"),
        body=body,
        keep=tr("OfficePage", "Wait"),
        act=tr("OfficePage", "Let it through"),
    )


def ask_leave(theme: Theme, window: QWidget, waiting: int) -> Dialog:
    """Ask before this till shares no more; say what is not at head office yet."""
    tr = QCoreApplication.translate
    told = tr(
        "OfficePage",
        "The book stays on this till as it is, and nothing more is shared. Joining again "
        "needs a new code.",
    )
    unsent = tr("OfficePage", "%n change(s) are not at head office yet.", "", waiting)
    return Dialog(
        theme,
        window,
        title=tr("OfficePage", "Leave head office?"),
        body=in_a_row((unsent if waiting else "", told)),
        keep=tr("OfficePage", "Stay joined"),
        act=tr("OfficePage", "Leave"),
    )
