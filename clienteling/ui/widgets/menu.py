"""Menus: the long press, the right click and "more"."""

from PySide6.QtWidgets import QMenu, QWidget

from clienteling.ui.theme import RADIUS, Theme

_ROW = 44


class Menu(QMenu):
    """A menu in the house's type and colours; fill it with ``addAction`` as any ``QMenu``."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take font and colours from the theme."""
        colours = self.theme.colours
        self.setFont(self.theme.font("b"))
        self.setStyleSheet(
            f"QMenu {{ background: {colours.surface}; border: 1px solid {colours.hair2};"
            f" border-radius: {RADIUS.control}px; padding: 6px; }}"
            f"QMenu::item {{ color: {colours.ink}; padding: 0 28px 0 14px;"
            f" min-height: {_ROW}px; }}"
            f"QMenu::item:selected {{ background: {colours.sel}; }}"
            f"QMenu::item:disabled {{ color: {colours.ink3}; }}"
            f"QMenu::separator {{ height: 1px; background: {colours.hair}; margin: 6px 8px; }}"
        )
