"""What she allows: asked or not, how she said so, and for each channel yes, no or not asked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from clienteling.ui.screens.new_client.answer import NO, NOT_ASKED, YES, Answer
from clienteling.ui.screens.new_client.view_model import CHANNELS
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import PlainLabel, Segmented, column, line

_ACROSS = 4


class ConsentBlock(QWidget):
    """News of the house by which ways; only what was said is recorded, be it yes or no.

    Args:
        theme: The theme in force.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = PlainLabel(
            theme, self.tr("May hear from the house by"), role="s", color="ink2"
        )
        self._asked = Segmented(
            theme,
            [
                ("", self.tr("Not asked yet")),
                ("verbal_logged", self.tr("Said so")),
                ("paper_signed", self.tr("Signed on paper")),
            ],
            name=self.tr("How the answer was given"),
            height=40,
        )
        self._asked.chosen.connect(self._tell)
        words = {
            "phone": self.tr("Phone"),
            "sms": self.tr("SMS"),
            "whatsapp": "WhatsApp",
            "wechat": self.tr("WeChat"),
            "line": "LINE",
            "email": self.tr("E-mail"),
            "post": self.tr("Post"),
        }
        self._answers = {one: Answer(theme, words[one]) for one in CHANNELS}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        for number, answer in enumerate(self._answers.values()):
            left = Qt.AlignmentFlag.AlignLeft
            grid.addWidget(answer, number // _ACROSS, number % _ACROSS, left)
            answer.clicked.connect(self._answered)
        for one in range(_ACROSS):
            grid.setColumnStretch(one, 1)
        head = line(self._title, None, self._asked)
        head.setAlignment(self._title, Qt.AlignmentFlag.AlignVCenter)
        told = self.tr("Press once for yes, twice for no; what is left alone was not asked.")
        hint = PlainLabel(theme, told, role="c", color="ink2", elide=True)
        self.setLayout(column(head, 4, grid, 2, hint))
        self.setAccessibleName(self._title.text())

    @property
    def method(self) -> str:
        """How she answered; empty where nobody asked."""
        return self._asked.value

    @property
    def granted(self) -> frozenset[str]:
        """The channels she allows."""
        return self._with(YES)

    @property
    def refused(self) -> frozenset[str]:
        """The channels to which she said no."""
        return self._with(NO)

    def show_answer(self, method: str, granted: frozenset[str], refused: frozenset[str]) -> None:
        """Show an answer without telling anyone."""
        self._asked.choose(method)
        for one, answer in self._answers.items():
            answer.choose(YES if one in granted else NO if one in refused else NOT_ASKED)

    def _with(self, value: str) -> frozenset[str]:
        return frozenset(one for one, answer in self._answers.items() if answer.value == value)

    def _answered(self) -> None:
        # Whoever says yes or no was asked; a spoken answer is the usual one at a counter.
        if not self.method and (self.granted or self.refused):
            self._asked.choose("verbal_logged")
        self.changed.emit()

    def _tell(self, method: str) -> None:
        if not method:
            for answer in self._answers.values():
                answer.choose(NOT_ASKED)
        self.changed.emit()
