"""What she allows: asked or not, how she said so, and each channel as a switch."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from clienteling.ui.screens.new_client.view_model import CHANNELS
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import PlainLabel, Segmented, Toggle, column, line

_ACROSS = 4


class ConsentBlock(QWidget):
    """News of the house by which ways; nothing is recorded while nobody asked.

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
        self._switches = {one: Toggle(theme, words[one]) for one in CHANNELS}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        for number, switch in enumerate(self._switches.values()):
            left = Qt.AlignmentFlag.AlignLeft
            grid.addWidget(switch, number // _ACROSS, number % _ACROSS, left)
            switch.clicked.connect(self._switched)
        for one in range(_ACROSS):
            grid.setColumnStretch(one, 1)
        head = line(self._title, None, self._asked)
        head.setAlignment(self._title, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(column(head, 4, grid))
        self.setAccessibleName(self._title.text())

    @property
    def method(self) -> str:
        """How she answered; empty where nobody asked."""
        return self._asked.value

    @property
    def granted(self) -> frozenset[str]:
        """The channels she allows."""
        return frozenset(one for one, switch in self._switches.items() if switch.isChecked())

    def show_answer(self, method: str, granted: frozenset[str]) -> None:
        """Show an answer without telling anyone."""
        self._asked.choose(method)
        for one, switch in self._switches.items():
            switch.setChecked(one in granted)

    def _switched(self) -> None:
        # Whoever allows a channel was asked; a spoken answer is the usual one at a counter.
        if self.granted and not self.method:
            self._asked.choose("verbal_logged")
        self.changed.emit()

    def _tell(self, method: str) -> None:
        if not method:
            for switch in self._switches.values():
                switch.setChecked(False)
        self.changed.emit()
