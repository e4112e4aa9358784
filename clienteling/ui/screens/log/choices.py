"""How a call went and why somebody came: one key or one press each."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from clienteling.ui.screens.log.about import labelled
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import ChipGroup, PlainLabel, Toggle, column
from clienteling.ui.widgets.announce import show_message

CALL_KEYS = {
    "R": "reached", "V": "voicemail", "N": "no_answer", "W": "wrong_number", "C": "call_back",
    "D": "declined",
}  # fmt: skip
VISIT_KEYS = {
    "N": "new_purchase", "R": "repurchase", "G": "gift", "C": "concern", "A": "alteration",
    "B": "browse", "E": "event",
}  # fmt: skip


class KeyedChoices(QWidget):
    """Chips of which each has a letter; the letter acts while nobody is typing.

    Args:
        theme: The theme in force.
        label: What is chosen.
        words: Word by value.
        keys: Value by letter.
    """

    chosen = Signal()

    def __init__(
        self, theme: Theme, label: str, words: dict[str, str], keys: dict[str, str]
    ) -> None:
        super().__init__()
        letters = {value: key for key, value in keys.items()}
        options = [(value, f"{word}  {letters[value]}") for value, word in words.items()]
        self.chips = ChipGroup(theme, options, name=label)
        self.chips.choose()
        self.message = PlainLabel(theme, role="c", color="crit")
        self.message.hide()
        self.setLayout(column(labelled(theme, label, self.chips), self.message))
        self.setFocusProxy(self.chips.chip(options[0][0]))
        self.chips.changed.connect(self._tell)
        self._shortcuts = []
        for key, value in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda value=value: self._press(value))
            self._shortcuts.append(shortcut)

    def set_active(self, active: bool) -> None:  # noqa: FBT001 - a Qt-like setter
        """Let its letters act, or not while another kind is in front."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(active)

    def refuse(self, sentence: str) -> None:
        """Say what is missing; an empty sentence takes the message away."""
        show_message(self.message, sentence)
        self.message.setVisible(bool(sentence))
        if sentence:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self, value: str) -> None:
        self.chips.choose(value)
        self._tell()

    def _tell(self) -> None:
        self.refuse("")
        self.chosen.emit()


def call_choices(theme: Theme) -> KeyedChoices:
    """Return how a call went."""
    words = {
        "reached": QCoreApplication.translate("Log", "Reached"),
        "voicemail": QCoreApplication.translate("Log", "Voicemail"),
        "no_answer": QCoreApplication.translate("Log", "No answer"),
        "wrong_number": QCoreApplication.translate("Log", "Wrong number"),
        "call_back": QCoreApplication.translate("Log", "Call back"),
        "declined": QCoreApplication.translate("Log", "Declined"),
    }
    return KeyedChoices(theme, QCoreApplication.translate("Log", "It went"), words, CALL_KEYS)


def visit_choices(theme: Theme) -> KeyedChoices:
    """Return why somebody came."""
    words = {
        "new_purchase": QCoreApplication.translate("Log", "Something new"),
        "repurchase": QCoreApplication.translate("Log", "The same again"),
        "gift": QCoreApplication.translate("Log", "A gift"),
        "concern": QCoreApplication.translate("Log", "A concern"),
        "alteration": QCoreApplication.translate("Log", "An alteration"),
        "browse": QCoreApplication.translate("Log", "To look around"),
        "event": QCoreApplication.translate("Log", "An event"),
    }
    return KeyedChoices(theme, QCoreApplication.translate("Log", "Came for"), words, VISIT_KEYS)


def no_sale_choices(theme: Theme) -> tuple[QWidget, ChipGroup]:
    """Return why nothing was bought, where nothing was; choosing none is right, too."""
    chips = ChipGroup(
        theme,
        [
            ("size", QCoreApplication.translate("Log", "Size")),
            ("price", QCoreApplication.translate("Log", "Price")),
            ("stock", QCoreApplication.translate("Log", "Not in store")),
            ("undecided", QCoreApplication.translate("Log", "Undecided")),
            ("style", QCoreApplication.translate("Log", "Style")),
            ("time", QCoreApplication.translate("Log", "No time")),
        ],
        exclusive=False,
        name=QCoreApplication.translate("Log", "Bought nothing because of"),
    )
    label = QCoreApplication.translate("Log", "No sale")
    return labelled(theme, label, chips), chips


def inbound_toggle(theme: Theme) -> Toggle:
    """Return whether the client called."""
    return Toggle(theme, QCoreApplication.translate("Log", "The client called"))
