"""Colours, type, spacing and icons: the one source of every size and colour in the window.

``Theme`` is made once by the application and handed to each part through its constructor. A part
asks it again whenever ``Theme.changed`` is emitted, so that colours, text size and language change
under a living window.
"""

from clienteling.ui.theme.contrast import contrast
from clienteling.ui.theme.theme import Accent, AccentRefusedError, Theme, ThemeChoice, dress
from clienteling.ui.theme.tokens import DARK, LIGHT, RADIUS, SPACE, Colours, Ground
from clienteling.ui.theme.type import ROLES, Role

__all__ = [
    "DARK",
    "LIGHT",
    "RADIUS",
    "ROLES",
    "SPACE",
    "Accent",
    "AccentRefusedError",
    "Colours",
    "Ground",
    "Role",
    "Theme",
    "ThemeChoice",
    "contrast",
    "dress",
]
