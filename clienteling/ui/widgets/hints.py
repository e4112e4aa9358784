"""The line of keys at the foot of a palette or a page."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.ui.theme import Theme
from clienteling.ui.widgets.keycap import Keycap
from clienteling.ui.widgets.label import PlainLabel
from clienteling.ui.widgets.layouts import line


class KeyHints(QWidget):
    """Keys and what they do, for example ``KeyHints(theme, [(["↵"], "open card")])``.

    Args:
        theme: The theme in force.
        hints: Keys and the act, in order.
        remark: Quiet words at the right end.
    """

    def __init__(
        self, theme: Theme, hints: list[tuple[list[str], str]], *, remark: str = ""
    ) -> None:
        super().__init__()
        layout = line(gap=6)
        for number, (keys, act) in enumerate(hints):
            if number:
                layout.addSpacing(14)
            for key in keys:
                layout.addWidget(Keycap(theme, key))
            layout.addWidget(PlainLabel(theme, act, role="c", color="ink2"))
        layout.addStretch(1)
        self.remark = PlainLabel(theme, remark, role="c", color="ink3")
        layout.addWidget(self.remark)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
