"""Buttons and text links: the acts of a page."""

import math
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from typing_extensions import override

from clienteling.ui.theme import Role, Theme
from clienteling.ui.widgets.base import Look, Press, draw_box, draw_words, mix
from clienteling.ui.widgets.keycap import HEIGHT as KEY_HEIGHT
from clienteling.ui.widgets.keycap import draw_keycap, keycap_width

ButtonKind = Literal["primary", "secondary", "quiet", "critical"]
_PADDING = 15
_ICON = 20
_GAP = 9


@dataclass(frozen=True, slots=True)
class _Colours:
    fill: QColor | None
    border: QColor | None
    ink: QColor
    icon: str
    key: QColor


class Button(Press):
    """A button named by a verb, for example ``Button(theme, "Log", kind="primary", key="N")``.

    Args:
        theme: The theme in force.
        text: The act; empty for an icon alone, which then needs ``name``.
        kind: One primary per page; critical is outlined and never the default.
        icon: Name of a Phosphor icon.
        key: The shortcut shown as a keycap.
        name: Accessible name when the words don't say it.
        height: 44, or 40 in dense headers.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        kind: ButtonKind = "secondary",
        icon: str | None = None,
        key: str | None = None,
        name: str | None = None,
        height: int = 44,
    ) -> None:
        self._kind: ButtonKind = kind
        self._icon_name = icon
        self._key = key
        self._height = height
        super().__init__(theme, text, name=name)

    def set_icon_name(self, icon: str | None) -> None:
        """Show another icon."""
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    @property
    def key(self) -> str | None:
        """The shortcut shown on it."""
        return self._key if self.theme.shows_key(self._key) else None

    @override
    def sizeHint(self) -> QSize:
        height = self.theme.px(self._height)
        parts = self._widths()
        if len(parts) == 1 and self._icon_name and not self.words:
            return QSize(height, height)
        padding = _PADDING + 1
        width = sum(parts) + _GAP * (len(parts) - 1) + 2 * padding
        return QSize(math.ceil(width), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        colours = self._colours(look)
        draw_box(painter, self.shape(), self.radius(), colours.fill, colours.border)
        parts = self._widths()
        used = sum(parts) + _GAP * (len(parts) - 1)
        left = (self.width() - used) / 2
        if self._icon_name:
            picture = self.theme.icon(
                self._icon_name, colours.icon, self.theme.px(_ICON), self.devicePixelRatioF()
            )
            side = self.theme.px(_ICON)
            painter.drawPixmap(QPointF(round(left), round((self.height() - side) / 2)), picture)
            left += side + _GAP
        if self.words:
            width = self.theme.width("bm", self.words)
            area = QRectF(left, 0, width + 2, self.height())
            draw_words(painter, area, self.words, self.theme.font("bm"), colours.ink)
            left += width + _GAP
        if self.key:
            self._draw_key(painter, left, colours)

    def _draw_key(self, painter: QPainter, left: float, colours: _Colours) -> None:
        height = self.theme.px(KEY_HEIGHT)
        top = round((self.height() - height) / 2)
        area = QRectF(round(left), top, keycap_width(self.theme, self.key or ""), height)
        draw_keycap(painter, self.theme, area, self.key or "", colours.ink, colours.key)

    def _widths(self) -> list[float]:
        parts: list[float] = [self.theme.px(_ICON)] if self._icon_name else []
        if self.words:
            parts.append(self.theme.width("bm", self.words))
        if self.key:
            parts.append(keycap_width(self.theme, self.key))
        return parts

    def _colours(self, look: Look) -> _Colours:
        color = self.theme.color
        if self._kind == "primary":
            fill = mix(color("ink"), color("ink2"), 1.0 if look.pressed else look.hover * 0.35)
            return _Colours(fill, None, color("onink"), "onink", color("onink", 0.45))
        if self._kind == "critical":
            fill = color("critsoft") if look.pressed or look.hover > 0.5 else color("surface")
            return _Colours(fill, color("crit"), color("crit"), "crit", color("crit"))
        if self._kind == "quiet":
            fill_or_none = color("sel") if look.pressed or look.chosen else None
            strong = look.hover > 0.5 or look.pressed
            ink = mix(color("ink2"), color("ink"), look.hover)
            token = "ink" if strong else "ink2"
            return _Colours(fill_or_none, None, ink, token, color("control"))
        fill = color("sel") if look.pressed or look.chosen else color("surface")
        border = mix(color("control"), color("ink"), look.hover)
        return _Colours(fill, border, color("ink"), "ink", color("control"))


class TextLink(Press):
    """Words that act: underlined in rows ("Prepare"), plain beside a section title ("See all").

    Args:
        theme: The theme in force.
        text: The act.
        underline: Draw the rule below; without it the words darken when pointed at.
        color: Colour token of the words.
        icon: An icon before the words.
        trailing: An icon after the words (``"caret-down"``).
        role: Type role.
        name: Accessible name when the words don't say it all.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        underline: bool = True,
        color: str | None = None,
        icon: str | None = None,
        trailing: str | None = None,
        role: Role = "sm",
        name: str | None = None,
    ) -> None:
        self._underline = underline
        self._color = color or ("ink" if underline else "ink2")
        self._icon_name = icon
        self._trailing = trailing
        self._role: Role = role
        super().__init__(theme, text, name=name)

    @override
    def sizeHint(self) -> QSize:
        icons = sum(self._side() + 7 for one in (self._icon_name, self._trailing) if one)
        width = math.ceil(self.theme.width(self._role, self.words)) + icons
        return QSize(width + 1, max(44, self.theme.px(32)))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def shape(self) -> QRectF:
        line = self.theme.line(self._role) + 4
        return QRectF(-2, (self.height() - line) / 2, self.width() + 4, line)

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        strong = look.hover > 0.5 or look.pressed or look.chosen
        token = "ink" if strong and self._color in {"ink2", "ink3"} else self._color
        color = self.theme.color(token)
        left = 0.0
        if self._icon_name:
            left += self._draw_icon(painter, self._icon_name, left, token) + 7
        width = self.theme.width(self._role, self.words)
        area = QRectF(left, 0, width + 2, self.height())
        draw_words(painter, area, self.words, self.theme.font(self._role), color)
        if self._underline:
            line = round(self.height() / 2 + self.theme.line(self._role) / 2) - 1
            under = self.theme.color(token, 1.0 if strong else 0.55)
            painter.fillRect(QRectF(round(left), line, round(width), 1), under)
        if self._trailing:
            self._draw_icon(painter, self._trailing, left + width + 5, token)

    def _draw_icon(self, painter: QPainter, name: str, left: float, token: str) -> int:
        side = self._side()
        picture = self.theme.icon(name, token, side, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(round(left), round((self.height() - side) / 2)), picture)
        return side

    def _side(self) -> int:
        return self.theme.px(16)


def icon_button(theme: Theme, icon: str, name: str, *, size: int = 44) -> Button:
    """Make a quiet button of an icon alone, with its name as tooltip (back, more, close)."""
    made = Button(theme, kind="quiet", icon=icon, name=name, height=size)
    made.setCursor(Qt.CursorShape.ArrowCursor)
    return made
