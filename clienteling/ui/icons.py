"""Phosphor icons, recoloured and kept per colour, size and screen.

Source: Phosphor Icons, MIT licence, in ``resources/icons``. The Light weight is drawn from 20 px
up and the Regular weight below, where Light would vanish.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from clienteling.domain.errors import BugError
from clienteling.settings.paths import resource

_REGULAR_UP_TO_PX = 18
_KEPT = 2000


class Icons:
    """Draws icons once for each name, colour, size and device pixel ratio."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, color: QColor, size: int, dpr: float) -> QPixmap:
        """Return the icon; ``size`` in logical pixels.

        Raises:
            BugError: No such icon is shipped.
        """
        key = (name, color.name(QColor.NameFormat.HexArgb), size, dpr)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) > _KEPT:
                self._kept.clear()
            found = self._kept[key] = _draw(name, color, size, dpr)
        return found


def icon_names() -> list[str]:
    """Return the names of the icons that are shipped, in order."""
    return sorted(path.stem for path in resource("icons", "light").glob("*.svg"))


def _draw(name: str, color: QColor, size: int, dpr: float) -> QPixmap:
    weight = "regular" if size <= _REGULAR_UP_TO_PX else "light"
    source = _source(name, weight).replace("currentColor", color.name())
    renderer = QSvgRenderer(QByteArray(source.encode()))
    side = max(1, round(size * dpr))
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(color.alphaF())
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(dpr)
    return picture


@cache
def _source(name: str, weight: str) -> str:
    path = resource("icons", weight, f"{name}.svg")
    if not path.is_file():
        raise BugError(f"There is no icon named {name!r} in resources/icons/{weight}.")
    return path.read_text(encoding="utf-8")
