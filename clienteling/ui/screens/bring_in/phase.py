"""Where the page is with its file."""

from enum import StrEnum


class Phase(StrEnum):
    """Where the page is with its file."""

    CHOOSE = "choose"
    READING = "reading"
    SETTLING = "settling"
    UNDERSTOOD = "understood"
    CHECKING = "checking"
    CHECKED = "checked"
    LOADING = "loading"
    DONE = "done"
    TAKING_BACK = "taking_back"


BUSY = frozenset({Phase.READING, Phase.SETTLING, Phase.CHECKING, Phase.LOADING, Phase.TAKING_BACK})
"""Phases in which long work runs."""
