"""Sentences from below the window, said in the window's language."""

from PySide6.QtCore import QCoreApplication

from clienteling.domain.sentences import Sentence

_CONTEXT = "Sentences"


def said(told: str | BaseException) -> str:
    """Return a sentence of the book in the window's language; English where it has none.

    Args:
        told: An error, or the words of one; a file's name or other foreign words stay as they are.
    """
    words = str(told)
    if not isinstance(words, Sentence):
        return QCoreApplication.translate(_CONTEXT, words) if words else ""
    template = QCoreApplication.translate(_CONTEXT, words.template)
    values = {name: _value(name, value) for name, value in words.values.items()}
    return template.format(**values) if values else template


def _value(name: str, value: object) -> object:
    if name == "label" and isinstance(value, str):  # a setting, called as its row is called
        return QCoreApplication.translate("Settings", value)
    return said(value) if isinstance(value, Sentence) else value
