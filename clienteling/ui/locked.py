"""What stands in the window's place once head office withdrew this till's access."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from clienteling.domain.errors import UserError
from clienteling.ui.desk import Desk
from clienteling.ui.screen import Screen
from clienteling.ui.sentences import said
from clienteling.ui.widgets import Button, Field, IconLabel, PlainLabel, box, column, line

_WIDTH = 460


class Lock(QObject):
    """Puts a page without any client in front of a window whose till may not show the book.

    ``turned`` asks the window to show anew what it may.

    Args:
        desk: How the till stands.
        rail: Hidden meanwhile.
        stack: Where the page goes; owner of the object.
    """

    turned = Signal()

    def __init__(self, desk: Desk, rail: QWidget, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._desk, self._rail, self._stack = desk, rail, stack
        self._page: LockedPage | None = None
        desk.sharing.changed.connect(self._heed)

    @property
    def is_closed(self) -> bool:
        """Whether head office withdrew this till's access: nothing of the book is shown."""
        return self._desk.sharing.state.is_locked

    def unless_closed(self, act: Callable[[], None]) -> None:
        """Do something, except while it is closed."""
        if not self.is_closed:
            act()

    def stand_before(self) -> None:
        """Put the page in front."""
        if self._page is None:
            self._page = LockedPage(self._desk)
            self._stack.addWidget(self._page)
        self._rail.hide()
        self._stack.setCurrentWidget(self._page)
        self._page.regions()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _heed(self) -> None:
        stands = self._page is not None and self._stack.currentWidget() is self._page
        if stands != self.is_closed:
            self._rail.setVisible(not self.is_closed)
            self.turned.emit()


class LockedPage(Screen):
    """No client data: why it is locked, and the way back in with a new code.

    Args:
        desk: Theme, and how this till stands.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme, centre = desk.theme, Qt.AlignmentFlag.AlignHCenter
        self._icon = IconLabel(theme, "lock-simple", color="ink2", size=32)
        self._title = PlainLabel(theme, role="d34", align=centre)
        self._why = PlainLabel(theme, role="b", color="ink2", wrap=True, align=centre)
        self.invitation = Field(theme, self.tr("Invitation of head office"))
        self.join_button = Button(theme, self.tr("Join again"), kind="primary", icon="link-simple")
        self.join_button.clicked.connect(self.join)
        self.invitation.edit.returnPressed.connect(self.join)
        inner = column(
            self._icon, 10, self._title, 8, self._why, 28, self.invitation, 8, self.join_button
        )
        for part in (self._icon, self.join_button):
            inner.setAlignment(part, centre)
        holder = box(inner)
        holder.setFixedWidth(theme.px(_WIDTH))
        self.setLayout(line(None, column(None, holder, None), None))
        desk.sharing.changed.connect(self._say)
        desk.language_changed.connect(self._say)
        self._say()

    @override
    def regions(self) -> tuple[QWidget, ...]:
        return (self.invitation.edit,)

    @override
    def title(self) -> str:
        return self.tr("Locked")

    def join(self) -> None:
        """Ask head office to let this till in again."""
        words = self.invitation.text
        if not words:
            self.invitation.set_error(self.tr("Paste the line head office shows."))
            return
        self.join_button.setEnabled(False)
        enrol = self.desk.backend.syncing.enrol
        self.desk.tasks.run(self, partial(enrol, words), self._end, self._fail, database=False)

    def _end(self, _state: object) -> None:
        self.join_button.setEnabled(True)
        self.invitation.set_text("")

    def _fail(self, error: Exception) -> None:
        self.join_button.setEnabled(True)
        if isinstance(error, UserError):
            self.invitation.set_error(said(error))
        else:
            self.desk.fail(error)

    def _say(self) -> None:
        why = self.desk.sharing.state.why
        self._title.set_text(self.tr("This till is locked"))
        self._why.set_text("" if why is None else said(why))
        self.join_button.set_text(self.tr("Join again"))
        self.invitation.label.set_text(self.tr("Invitation of head office"))
        self.invitation.edit.setAccessibleName(self.tr("Invitation of head office"))
