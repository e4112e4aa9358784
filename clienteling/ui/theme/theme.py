"""The theme in force: answers colours, fonts, sizes and icons, and says when they change."""

from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from clienteling.domain.errors import UserError
from clienteling.ui.icons import Icons
from clienteling.ui.theme.contrast import contrast
from clienteling.ui.theme.tokens import DARK, LIGHT, Colours
from clienteling.ui.theme.type import ROLES, Role, make_font

ThemeChoice = Literal["system", "light", "dark"]
TEXT_SIZES = (90, 100, 115, 130)
_LEAST_ACCENT_CONTRAST = 4.5


class AccentRefusedError(UserError):
    """The house's accent cannot be read on a chosen row."""


@dataclass(frozen=True, slots=True)
class Accent:
    """A house's own accent for one theme: the colour, its soft ground and its outline."""

    accent: str
    accentsoft: str
    accentline: str


class Theme(QObject):
    """Colours, fonts and icons in force; every part keeps a reference and follows ``changed``.

    Args:
        choice: Follow the system, or one theme always.
        text_size: Per cent of the design's sizes: 90, 100, 115 or 130.
        language: Language of the window: en, fr, it, zh-Hans, zh-Hant or ja.
        parent: Owner of the object.
    """

    changed = Signal()

    def __init__(
        self,
        choice: ThemeChoice = "system",
        *,
        text_size: int = 100,
        language: str = "en",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._choice: ThemeChoice = choice
        self._text_size = text_size
        self._language = language
        self._accents: dict[bool, Accent] = {}
        self._high_contrast: bool | None = None
        self._reduce_motion = False
        self._touch_only = False
        self._known_keys: frozenset[str] = frozenset()
        self._icons = Icons()
        self._colours = self._choose_colours()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._refresh)

    # What is in force

    @property
    def choice(self) -> ThemeChoice:
        """The person's choice of theme."""
        return self._choice

    @property
    def text_size(self) -> int:
        """Text size in per cent."""
        return self._text_size

    @property
    def language(self) -> str:
        """Language of the window."""
        return self._language

    @property
    def is_dark(self) -> bool:
        """Whether the page is dark."""
        if self._choice == "system":
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._choice == "dark"

    @property
    def is_high_contrast(self) -> bool:
        """Whether colours come from the system because more contrast was asked for."""
        if self._high_contrast is not None:
            return self._high_contrast
        hints = QGuiApplication.styleHints()
        return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast

    @property
    def shows_keys(self) -> bool:
        """Whether keycaps are drawn; tills without a keyboard hide them."""
        return not self._touch_only

    @property
    def colours(self) -> Colours:
        """The colours in force, as text."""
        return self._colours

    def shows_key(self, cap: str | None) -> bool:
        """Say whether a cap is drawn beside its act: not once the hand knows the key."""
        return bool(cap) and self.shows_keys and cap not in self._known_keys

    def color(self, token: str, opacity: float = 1.0) -> QColor:
        """Return a token's colour, for example ``color("ink2")``."""
        made = QColor(getattr(self._colours, token))
        if opacity < 1:
            made.setAlphaF(opacity)
        return made

    def font(self, role: Role, language: str | None = None, *, words: str = "") -> QFont:
        """Return a role's font, to keep or to vary.

        Args:
            role: The role.
            language: The text's own language, where it has one.
            words: The text, where it may quote something.
        """
        quoting = "“" in words or "”" in words
        return QFont(make_font(role, language or self._language, self.factor, quoting=quoting))

    @property
    def factor(self) -> float:
        """The text size as a factor."""
        return self._text_size / 100

    def line(self, role: Role) -> int:
        """Return the line height of a role in logical pixels."""
        return round(ROLES[role].line * self.factor)

    def px(self, design_pixels: float) -> int:
        """Scale a row height or a box that holds text by the text size."""
        return round(design_pixels * self.factor)

    def width(self, role: Role, text: str) -> float:
        """Return how wide a text is in a role's font."""
        return QFontMetricsF(self.font(role)).horizontalAdvance(text)

    def icon(self, name: str, color: str = "ink2", size: int = 20, dpr: float = 1.0) -> QPixmap:
        """Return a Phosphor icon drawn in a token's colour; ``size`` in logical pixels."""
        return self._icons.pixmap(name, self.color(color), size, dpr)

    def motion(self, milliseconds: int) -> int:
        """Return how long a movement takes: as designed, or 0 when motion is reduced."""
        return 0 if self._reduce_motion else milliseconds

    # What may change

    def set_choice(self, choice: ThemeChoice) -> None:
        """Choose a theme, at once."""
        self._choice = choice
        self._refresh()

    def set_text_size(self, per_cent: int) -> None:
        """Choose 90, 100, 115 or 130 per cent."""
        if per_cent not in TEXT_SIZES:
            raise UserError("Choose 90, 100, 115 or 130 per cent.", field="text_size")
        self._text_size = per_cent
        self._refresh()

    def set_language(self, language: str) -> None:
        """Choose the language whose fonts come first."""
        self._language = language
        self._refresh()

    def set_reduce_motion(self, reduce: bool) -> None:  # noqa: FBT001 - a Qt-like setter
        """Stop or allow movement."""
        self._reduce_motion = reduce

    def set_touch_only(self, touch_only: bool) -> None:  # noqa: FBT001 - a Qt-like setter
        """Hide or show the keycaps."""
        self._touch_only = touch_only
        self._refresh()

    def set_known_keys(self, caps: frozenset[str]) -> None:
        """Leave out the caps of keys that have been used often enough."""
        if caps != self._known_keys:
            self._known_keys = caps
            self._refresh()

    def set_high_contrast(self, wanted: bool | None) -> None:  # noqa: FBT001 - a Qt-like setter
        """Force the system's own colours on or off; ``None`` follows the system."""
        self._high_contrast = wanted
        self._refresh()

    def set_accent(self, *, light: Accent | None, dark: Accent | None) -> None:
        """Use the house's accent, or the design's own where ``None``.

        Raises:
            AccentRefusedError: It would not be readable; the accent in force stays.
        """
        for accent, ground in ((light, LIGHT), (dark, DARK)):
            if accent and contrast(accent.accent, ground.sel) < _LEAST_ACCENT_CONTRAST:
                raise AccentRefusedError(
                    "{accent} is too close to {sel}, the colour of a chosen row, to be read "
                    "there. The accent in use stays; choose one that stands out more.",
                    accent=accent.accent,
                    sel=ground.sel,
                    field="accent",
                )
        chosen = {False: light, True: dark}
        self._accents = {is_dark: accent for is_dark, accent in chosen.items() if accent}
        self._refresh()

    def _refresh(self) -> None:
        self._colours = self._choose_colours()
        self.changed.emit()

    def _choose_colours(self) -> Colours:
        base = DARK if self.is_dark else LIGHT
        if self.is_high_contrast:
            return _from_system(base, QApplication.style().standardPalette())
        accent = self._accents.get(self.is_dark)
        if accent is None:
            return base
        return replace(
            base,
            accent=accent.accent,
            accentsoft=accent.accentsoft,
            accentline=accent.accentline,
        )


def dress(app: QApplication, theme: Theme) -> None:
    """Give the application Fusion's shapes and the theme's palette and font, now and on change."""
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")

    def put_on() -> None:
        app.setPalette(palette_of(theme))
        app.setFont(theme.font("b"))

    put_on()
    theme.changed.connect(put_on)


def palette_of(theme: Theme) -> QPalette:
    """Return Qt's palette with the theme's colours in its roles."""
    role = QPalette.ColorRole
    palette = QPalette()
    for token, roles in {
        "paper": (role.Window, role.Button),
        "surface": (role.Base, role.ToolTipBase, role.AlternateBase),
        "ink": (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.Highlight),
        "ink3": (role.PlaceholderText,),
        "onink": (role.HighlightedText, role.BrightText),
        "accent": (role.Accent, role.Link),
        "hair2": (role.Mid,),
    }.items():
        for one in roles:
            palette.setColor(one, theme.color(token))
    disabled = QPalette.ColorGroup.Disabled
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(disabled, one, theme.color("ink3"))
    return palette


def _from_system(base: Colours, palette: QPalette) -> Colours:
    role = QPalette.ColorRole
    text = palette.color(role.WindowText).name()
    window = palette.color(role.Window).name()
    surface = palette.color(role.Base).name()
    grounds = {"paper": window, "surface": surface, "sunken": window, "sel": surface}
    soft = {name: surface for name in _names() if name.endswith("soft")}
    inks = {
        name: text
        for name in _names()
        if name not in grounds and name not in soft and name not in {"onink", "scrim", "monogram"}
    }
    changed: dict[str, Any] = {**grounds, **soft, **inks, "onink": window, "monogram": window}
    return replace(base, **changed)


def _names() -> list[str]:
    return [item.name for item in fields(Colours) if item.type is str or item.type == "str"]
