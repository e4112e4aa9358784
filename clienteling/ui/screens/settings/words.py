"""The words of settings for the translators; a test holds them beside ``settings.settings``."""

from datetime import date, datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from clienteling.settings.settings import Setting
from clienteling.ui.locale import Words

SOURCES = (
    QT_TRANSLATE_NOOP("Settings", "At this till"),
    QT_TRANSLATE_NOOP("Settings", "Language"),
    QT_TRANSLATE_NOOP("Settings", "As the computer"),
    QT_TRANSLATE_NOOP("Settings", "English"),
    QT_TRANSLATE_NOOP("Settings", "简体中文"),
    QT_TRANSLATE_NOOP("Settings", "Theme"),
    QT_TRANSLATE_NOOP("Settings", "Light"),
    QT_TRANSLATE_NOOP("Settings", "Dark"),
    QT_TRANSLATE_NOOP("Settings", "Text size"),
    QT_TRANSLATE_NOOP("Settings", "90 %"),
    QT_TRANSLATE_NOOP("Settings", "100 %"),
    QT_TRANSLATE_NOOP("Settings", "115 %"),
    QT_TRANSLATE_NOOP("Settings", "130 %"),
    QT_TRANSLATE_NOOP("Settings", "Reduce motion"),
    QT_TRANSLATE_NOOP("Settings", "Sheets and toasts appear at once."),
    QT_TRANSLATE_NOOP("Settings", "Name of this till"),
    QT_TRANSLATE_NOOP("Settings", "This screen faces clients"),
    QT_TRANSLATE_NOOP(
        "Settings", "Amounts and private notes are hidden from the start; F9 shows them."
    ),
    QT_TRANSLATE_NOOP("Settings", "Touch only, without a keyboard"),
    QT_TRANSLATE_NOOP("Settings", "The small pictures of keys are left out."),
    QT_TRANSLATE_NOOP("Settings", "Name of the house"),
    QT_TRANSLATE_NOOP("Settings", "Accent colour, light theme"),
    QT_TRANSLATE_NOOP(
        "Settings", "As six digits after #; it marks a circle, the nearest date, a match."
    ),
    QT_TRANSLATE_NOOP("Settings", "Accent colour, dark theme"),
    QT_TRANSLATE_NOOP("Settings", "Single letters act as shortcuts"),
    QT_TRANSLATE_NOOP("Settings", "Keys with Ctrl or Alt always act."),
    QT_TRANSLATE_NOOP("Settings", "How often each key was used"),
)


def label_of(setting: Setting) -> str:
    """Return what a setting is called in the window's language."""
    return said(setting.label)


def choices_of(setting: Setting) -> list[tuple[str, str]]:
    """Return the choices of a setting as value and word."""
    return [(str(value), said(word)) for value, word in setting.choices]


def said(source: str) -> str:
    """Return a setting's words in the window's language."""
    return QCoreApplication.translate("Settings", source) if source else ""


def role_word(role: str) -> str:
    """Return what a person does, in a word."""
    tr = QCoreApplication.translate
    return {
        "associate": tr("Settings", "Client advisor"),
        "personal_shopper": tr("Settings", "Personal shopper"),
        "tailor": tr("Settings", "Tailor"),
        "manager": tr("Settings", "Boutique manager"),
        "area": tr("Settings", "Area manager"),
        "hq_crm": tr("Settings", "Head office"),
        "admin": tr("Settings", "House administrator"),
        "trade_rep": tr("Settings", "Trade representative"),
    }.get(role, role)


def backup_word(reason: str) -> str:
    """Return why a backup was made."""
    tr = QCoreApplication.translate
    return {
        "routine": tr("Settings", "Made by itself"),
        "by-hand": tr("Settings", "Made by hand"),
        "before-migration": tr("Settings", "Before the program was renewed"),
        "before-import": tr("Settings", "Before a file was brought in"),
    }.get(reason, reason)


def moment_word(moment: datetime, today: date, words: Words) -> str:
    """Return a moment with its time, whatever day it was."""
    day = words.local_day(moment)
    shown = words.relative(day, today) if abs((day - today).days) < 2 else words.day(day, today)
    return words.joined(shown, words.time(moment))


def size_word(size_bytes: int, words: Words) -> str:
    """Return the size of a file: "12.4 MB"."""
    if size_bytes < 1_000_000:
        return f"{words.number(max(1, size_bytes // 1000))} kB"
    return f"{words.number(size_bytes / 1_000_000, 1)} MB"
