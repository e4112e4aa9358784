"""What the pages say, in English and in Simplified Chinese: ``words.toml``, a key a sentence."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files

from clienteling.models.types import from_milliseconds

ENGLISH, CHINESE = "en", "zh-Hans"

#: What a language calls itself.
LANGUAGES: Mapping[str, str] = {ENGLISH: "English", CHINESE: "简体中文"}

_BABEL = {ENGLISH: "en_GB", CHINESE: "zh_Hans_CN"}


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Return every sentence in every language, by its key."""
    text = (files("clienteling.headoffice.web.admin") / "words.toml").read_text("utf-8")
    return tomllib.loads(text)


def chosen(cookie: str, accepts: str) -> str:
    """Return the language to speak.

    Args:
        cookie: What the person chose with the switch; empty before.
        accepts: ``Accept-Language``.

    >>> chosen("", "fr;q=0.9, zh-CN;q=0.8, en;q=0.5")
    'zh-Hans'
    """
    if cookie in LANGUAGES:
        return cookie
    wished = [part.strip().partition(";q=") for part in accepts[:200].split(",")]
    ranked = sorted(wished, key=lambda one: -_weight(one[2]))
    for tag, _separator, _weight_text in ranked:
        primary = tag.lower().partition("-")[0]
        if primary in {"zh", "en"}:
            return CHINESE if primary == "zh" else ENGLISH
    return ENGLISH


def _weight(text: str) -> float:
    try:
        return float(text or 1)
    except ValueError:
        return 0.0


@dataclass(frozen=True, slots=True)
class Words:
    """One language at one moment.

    Args:
        language: Which.
        now: Head office's own time.
    """

    language: str
    now: datetime

    def __call__(self, key: str, **values: object) -> str:
        """Return a sentence with its values filled in."""
        sentence = catalogue()[key][self.language]
        return sentence.format(**values) if values else sentence

    def moment(self, milliseconds: int) -> str:
        """Return a time in full, in UTC: whoever reads may sit in any zone."""
        from babel.dates import format_datetime

        shown = format_datetime(
            from_milliseconds(milliseconds), "medium", tzinfo=UTC, locale=_BABEL[self.language]
        )
        return f"{shown} UTC"

    def ago(self, milliseconds: int) -> str:
        """Return how long ago, or in how long, something is."""
        from babel.dates import format_timedelta

        since = from_milliseconds(milliseconds) - self.now
        if abs(since) < timedelta(seconds=45):
            return self("time.now")
        return format_timedelta(
            since, add_direction=True, threshold=1, locale=_BABEL[self.language]
        )

    def number(self, value: int) -> str:
        """Return a number as it is grouped in this language."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=_BABEL[self.language])

    def clock(self, seconds: int) -> str:
        """Return how far a clock is off."""
        from babel.dates import format_timedelta

        if abs(seconds) < 60:
            return self("clock.right")
        far = format_timedelta(
            timedelta(seconds=abs(seconds)), threshold=1, locale=_BABEL[self.language]
        )
        return self("clock.ahead", far=far) if seconds > 0 else self("clock.behind", far=far)
