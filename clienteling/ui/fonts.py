"""Make the shipped typefaces known to Qt."""

import logging

from PySide6.QtGui import QFontDatabase

from clienteling.settings.paths import resource

_log = logging.getLogger(__name__)


def register_fonts() -> list[str]:
    """Register every shipped TrueType file and return the family names, in order.

    A damaged file is logged and passed over: the window then falls back to a system face.
    """
    families: set[str] = set()
    for path in sorted(resource("fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            _log.error("The font file %s could not be read.", path.name)
            continue
        families.update(QFontDatabase.applicationFontFamilies(number))
    return sorted(families)
