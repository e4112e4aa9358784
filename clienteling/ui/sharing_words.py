"""The words for where sharing stands, and for who wrote something, where and when."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from clienteling.bootstrap.syncing import Side, SyncKind, SyncState
from clienteling.domain.sentences import Sentence
from clienteling.ui.desk import Desk
from clienteling.ui.locale import Words
from clienteling.ui.sentences import said
from clienteling.ui.widgets.rail import SyncState as Shown

_BETWEEN = " · "


def rail_line(state: SyncState, words: Words) -> tuple[Shown, str, str]:
    """Return how the line at the foot of the rail is drawn, its words and its second line.

    What a person is needed for comes first, then what a person may look at, then where it stands.
    """
    tr = QCoreApplication.translate
    if state.kind is SyncKind.STOPPED:
        stopped = tr("Sharing", "Sharing has stopped")
        told = tr("Sharing", "Compare the number") if state.confirm_number else stopped
        return "attention", tr("Sharing", "Needs attention"), told
    if state.to_compare:
        told = tr("Sharing", "%n to compare", "", state.to_compare)
        is_offline = state.kind is SyncKind.OFFLINE
        more = _offline(state, words) if is_offline else tr("Sharing", "Two versions differ")
        return "compare", _counted(words, told, state.to_compare), more
    if state.set_aside and state.kind is not SyncKind.SHARING:
        told = tr("Sharing", "%n change(s) set aside", "", state.set_aside)
        needed = tr("Sharing", "Needs attention")
        return "attention", needed, _counted(words, told, state.set_aside)
    return plain_line(state, words)


def plain_line(state: SyncState, words: Words) -> tuple[Shown, str, str]:
    """Return where sharing itself stands, whatever there is to compare."""
    tr = QCoreApplication.translate
    match state.kind:
        case SyncKind.OFFLINE:
            return "offline", tr("Sharing", "Offline"), waits_words(state, words)
        case SyncKind.SHARING:
            return "sharing", tr("Sharing", "Sharing"), _progress(state, words)
        case SyncKind.ALONE:
            return "saved", tr("Sharing", "Saved"), tr("Sharing", "On this till")
    return "saved", tr("Sharing", "Saved"), _in_step(state, words)


def state_sentence(desk: Desk, state: SyncState) -> str:
    """Return in a sentence where sharing stands, for the head of a page."""
    tr = QCoreApplication.translate
    if state.why is not None:
        return said(state.why)
    match state.kind:
        case SyncKind.ALONE:
            return tr("Sharing", "This till keeps its book for itself.")
        case SyncKind.SHARING:
            return tr("Sharing", "Sharing with head office now.")
        case SyncKind.OFFLINE:
            return tr("Sharing", "Head office does not answer. It is tried again by itself.")
    if state.last_at is None:
        return tr("Sharing", "Not shared yet.")
    return tr("Sharing", "In step with head office: {moment}.").format(
        moment=moment(desk, state.last_at)
    )


def moment(desk: Desk, at: datetime) -> str:
    """Return a moment with its time, whatever day it was: "today, 10:18"."""
    words = desk.words
    zone = desk.me.store.time_zone if desk.me else "UTC"
    day, today = words.local_day(at), desk.backend.clock.today(zone)
    shown = words.relative(day, today) if abs((day - today).days) < 2 else words.day(day, today)
    return words.joined(shown, words.time(at))


def about_words(kind: Sentence, about: str) -> str:
    """Return what a record is about, in the window's language where that is a word of ours."""
    from clienteling.ui.client_preview import size_word

    return size_word(about) if kind.template == "Size" and about else about


def provenance(desk: Desk, side: Side) -> str:
    """Return who wrote a side, where and when; what is not known is left out."""
    at = "" if side.at is None else moment(desk, side.at)
    return _BETWEEN.join(part for part in (side.who or side.where, at) if part)


def clock_sentence(seconds: int, words: Words) -> str:
    """Return how far this computer's clock is off; it is shown, and decides nothing."""
    tr = QCoreApplication.translate
    if abs(seconds) < 2:
        return tr("Sharing", "The same as head office")
    if abs(seconds) < 120:
        told = tr("Sharing", "%n second(s)", "", abs(seconds))
        amount = _counted(words, told, abs(seconds))
    else:
        minutes = abs(seconds) // 60
        amount = _counted(words, tr("Sharing", "%n minute(s)", "", minutes), minutes)
    if seconds > 0:
        return tr("Sharing", "{amount} ahead of head office").format(amount=amount)
    return tr("Sharing", "{amount} behind head office").format(amount=amount)


def waits_words(state: SyncState, words: Words) -> str:
    """Return how much waits here."""
    tr = QCoreApplication.translate
    if not state.waiting:
        return tr("Sharing", "Nothing waits here")
    return _counted(
        words, tr("Sharing", "%n change(s) wait here", "", state.waiting), state.waiting
    )


def _in_step(state: SyncState, words: Words) -> str:
    tr = QCoreApplication.translate
    if state.waiting:
        told = tr("Sharing", "%n change(s) go next", "", state.waiting)
        return _counted(words, told, state.waiting)
    if state.last_at is None:
        return tr("Sharing", "Not shared yet")
    return tr("Sharing", "In step at {time}").format(time=words.time(state.last_at))


def _offline(state: SyncState, words: Words) -> str:
    tr = QCoreApplication.translate
    if not state.waiting:
        return tr("Sharing", "Offline")
    told = tr("Sharing", "Offline, %n wait here", "", state.waiting)
    return _counted(words, told, state.waiting)


def _progress(state: SyncState, words: Words) -> str:
    tr = QCoreApplication.translate
    if state.total:
        done, total = words.number(min(state.done, state.total)), words.number(state.total)
        return tr("Sharing", "{done} of {total}").format(done=done, total=total)
    if state.done:
        return tr("Sharing", "{done} so far").format(done=words.number(state.done))
    return tr("Sharing", "Looking for news")


def _counted(words: Words, told: str, count: int) -> str:
    """Write the count of a plural as the language groups its digits."""
    return told.replace(str(count), words.number(count), 1)
