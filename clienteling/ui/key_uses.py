"""How often each key was used: its cap goes once the hand knows it."""

import json
from contextlib import suppress

from PySide6.QtCore import QObject

from clienteling.domain.errors import KnownError
from clienteling.settings.file import Settings
from clienteling.ui.theme import Theme

KNOWN_AFTER = 20
_SIGNS = {"Return": "↵", "Enter": "↵"}


class KeyUses(QObject):
    """Counts in memory; the settings learn it when a key becomes known and at the end.

    Args:
        settings: Where the counts are kept.
        theme: Draws keycaps, but for those that are known.
        parent: Owner of the object.
    """

    def __init__(self, settings: Settings, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._theme = settings, theme
        self._counts = _read(settings.text("key_uses"))
        self._is_kept = True
        self._tell()

    def use(self, keys: str) -> None:
        """Count a use of a key ("N", "Ctrl+E"), unless it is known."""
        cap = drawn(keys)
        count = self._counts.get(cap, 0) + 1
        if count > KNOWN_AFTER:
            return
        self._counts[cap], self._is_kept = count, False
        if count == KNOWN_AFTER:
            self._tell()
            self.keep()

    def keep(self) -> None:
        """Keep what was counted; a file that cannot be written costs a few counts only."""
        if self._is_kept:
            return
        self._is_kept = True
        with suppress(KnownError):
            self._settings.set("key_uses", json.dumps(self._counts, ensure_ascii=False))

    def _tell(self) -> None:
        known = frozenset(cap for cap, count in self._counts.items() if count >= KNOWN_AFTER)
        self._theme.set_known_keys(known)


def drawn(keys: str) -> str:
    """Return a shortcut as its cap shows it.

    >>> drawn("Ctrl+Return"), drawn("Ctrl+,"), drawn("+"), drawn("Alt+2")
    ('Ctrl ↵', 'Ctrl ,', '+', 'Alt 2')
    """
    parts = [part for part in keys.split("+") if part] or ["+"]
    return " ".join(_SIGNS.get(part, part) for part in parts)


def _read(text: str) -> dict[str, int]:
    try:
        counts = json.loads(text or "{}")
    except ValueError:  # Whoever wrote into the file by hand begins to count anew.
        return {}
    if not isinstance(counts, dict):
        return {}
    return {cap: count for cap, count in counts.items() if type(count) is int}
