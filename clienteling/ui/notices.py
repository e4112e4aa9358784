"""What a person is told when something went wrong, and through which door."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from clienteling.domain.errors import Cancelled, KnownError, UserError
from clienteling.ui.sentences import said


class Shows(Protocol):
    """A place that can show a sentence; the toast is one."""

    def show_words(
        self,
        words: str,
        *,
        act: Callable[[], None] | None = None,
        act_word: str = "",
        key: str = "",
        icon: str = "check",
    ) -> None:
        """Show a sentence and perhaps an act."""
        ...


class Notices(QObject):
    """Sorts messages and errors: sentences to the toast, our own faults to the crash window.

    ``crashed`` carries an error that is ours.
    """

    crashed = Signal(object)

    def __init__(self, toast: Shows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._toast = toast

    def tell(
        self,
        words: str,
        *,
        undo: Callable[[], None] | None = None,
        act: Callable[[], None] | None = None,
        act_word: str = "",
    ) -> None:
        """Say what was done; offer to undo it, or another act ("Open")."""
        if undo is not None:
            self._toast.show_words(words, act=undo, act_word=self.tr("Undo"), key="Ctrl Z")
        else:
            self._toast.show_words(words, act=act, act_word=act_word)

    def fail(self, error: BaseException, *, again: Callable[[], None] | None = None) -> None:
        """Tell of an error: a sentence for what a person or the machine can mend.

        Args:
            error: What happened; a cancelled job is no news.
            again: Offered as "Try again" for a fault of disk, lock or network.
        """
        if isinstance(error, Cancelled):
            return
        if isinstance(error, UserError):
            self._toast.show_words(said(error), icon="info")
        elif isinstance(error, KnownError):
            word = self.tr("Try again") if again else ""
            self._toast.show_words(said(error), act=again, act_word=word, icon="warning-circle")
        else:
            self.crashed.emit(error)
