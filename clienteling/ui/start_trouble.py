"""What a person sees when the book cannot be opened: what happened, what is safe, what to do."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from clienteling.bootstrap import Backend, DamagedBookError, Restored
from clienteling.domain.errors import ClientelingError
from clienteling.ui.background import Tasks
from clienteling.ui.sentences import said
from clienteling.ui.theme import Theme, dress
from clienteling.ui.widgets import Button, IconLabel, Paper, PlainLabel, box, column, line

Open = Callable[[], Backend]
Restore = Callable[[], Restored]
_WIDTH = 560


def open_troubles(
    app: QApplication, theme: Theme, error: ClientelingError, open_it: Open, restore: Restore
) -> Backend | None:
    """Show why a book cannot be opened, until it is open or the person closes the window.

    Args:
        app: Runs the window.
        theme: Of the window, with its language.
        error: Why it could not be opened.
        open_it: Tries again; raises as before.
        restore: Puts the newest good backup in the book's place.

    Returns:
        The open book, or None.
    """
    dress(app, theme)
    window = TroubleWindow(theme, error, open_it, restore)
    window.show()
    app.exec()
    window.deleteLater()
    return window.backend


class TroubleWindow(Paper):
    """A small window with one sentence and at most two acts.

    Args:
        theme: The theme in force.
        error: Why the book could not be opened.
        open_it: Tries again.
        restore: Puts the newest good backup in the book's place.
    """

    def __init__(
        self, theme: Theme, error: ClientelingError, open_it: Open, restore: Restore
    ) -> None:
        super().__init__(theme)
        self.backend: Backend | None = None
        self._open_it = open_it
        self._restore = restore
        self._act: Callable[[], None] = self._try_again
        self._tasks = Tasks(self)
        self._icon = IconLabel(theme, "warning-circle", color="cau", size=24)
        self._title = PlainLabel(theme, role="d28", wrap=True)
        self.words = PlainLabel(theme, role="b", color="ink2", wrap=True)
        self.act_button = Button(theme, "", kind="primary")
        self.close_button = Button(theme, self.tr("Close"))
        self.act_button.clicked.connect(self._do)
        self.close_button.clicked.connect(self.close)
        head = line(self._icon, self._title, gap=12)
        head.setStretch(1, 1)
        head.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        buttons = line(None, self.close_button, self.act_button, gap=10)
        parts = column(box(head), 10, self.words, 24, buttons, margins=(32, 28, 32, 28))
        self.setLayout(column(parts, None))
        self.setFixedWidth(theme.px(_WIDTH))
        self.show_error(error)

    def show_error(self, error: ClientelingError) -> None:
        """Say why the book could not be opened, and offer what helps."""
        damaged = isinstance(error, DamagedBookError)
        backup = error.report.newest_good if isinstance(error, DamagedBookError) else None
        title = self.tr("The book is damaged") if damaged else self.tr("The book cannot be opened")
        self._say(title, said(error))
        if backup is not None:
            self._offer(self.tr("Restore the newest good backup"), self._bring_back)
        elif not damaged:
            self._offer(self.tr("Try again"), self._try_again)
        else:
            self.act_button.hide()
        self.close_button.setFocus(Qt.FocusReason.TabFocusReason)  # Shown: Enter closes.

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._tasks.close()
        super().closeEvent(event)

    def _do(self) -> None:
        self._act()

    def _try_again(self) -> None:
        try:
            self.backend = self._open_it()
        except ClientelingError as error:
            self.show_error(error)
        else:
            self.close()

    def _bring_back(self) -> None:
        self._enable(on=False)
        self.words.set_text(self.tr("The backup is being restored; a large book takes a minute."))
        self._tasks.run(self, self._restore, self._restored, self._failed, database=False)

    def _restored(self, done: Restored) -> None:
        self._enable(on=True)
        words = self.tr("The book is as it was when that backup was made.")
        if done.set_aside is not None:
            kept = self.tr("The damaged file is kept as {file}.").format(file=done.set_aside.name)
            words = f"{words} {kept}"
        if done.missing_attachments:
            gone = self.tr("%n picture(s) could not be found.", "", done.missing_attachments)
            words = f"{words} {gone}"
        self._icon.set_icon("check-circle", "pos")
        self._say(self.tr("The backup is restored"), words)
        self._offer(self.tr("Open the book"), self._try_again)
        self.act_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: Exception) -> None:
        self._enable(on=True)
        self._say(self.tr("The backup was not restored"), said(error))

    def _say(self, title: str, words: str) -> None:
        self._title.set_text(title)
        self.words.set_text(words)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self._fit()

    def _offer(self, words: str, act: Callable[[], None]) -> None:
        self._act = act
        self.act_button.set_text(words)
        self.act_button.show()
        self._fit()

    def _fit(self) -> None:
        """Take the height that the words need at the width of the window."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(self.theme.px(_WIDTH)))

    def _enable(self, *, on: bool) -> None:
        for button in (self.act_button, self.close_button):
            button.setEnabled(on)
