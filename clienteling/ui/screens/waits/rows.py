"""One line of what waits: what it is and whose, who wrote it and when, and why it waits."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLayout, QWidget

from clienteling.bootstrap.syncing import CaseRow, SettledRow, WaitingRow, WaitingState
from clienteling.domain.sentences import Sentence
from clienteling.ui.desk import Desk
from clienteling.ui.sentences import said
from clienteling.ui.sharing_words import about_words, moment
from clienteling.ui.widgets import (
    HIDDEN,
    Chip,
    PlainLabel,
    Rule,
    TextLink,
    box,
    column,
    line,
)

_HEIGHT = 58
_BETWEEN = " · "
_MOST = 90


class WaitsRow(QWidget):
    """A line with two rows of words, a part at right, and a hairline below.

    Args:
        desk: Theme and words.
        title: Whose it is, or what.
        detail: What it is.
        reason: Why it is here; empty where its section says it.
        parts: At right, in order.
    """

    def __init__(
        self, desk: Desk, title: str, detail: str, *, reason: str = "", parts: tuple[QWidget, ...]
    ) -> None:
        super().__init__()
        theme = desk.theme
        self.title = PlainLabel(theme, title, role="bb", elide=True)
        self.detail = PlainLabel(theme, detail, role="s", color="ink2", elide=True)
        told: list[QWidget | QLayout | int | None] = [None, self.title, 1, self.detail]
        if reason:
            told += [2, PlainLabel(theme, reason, role="c", color="cau", wrap=True)]
        row = line(column(*told, None), *parts, gap=16)
        row.setStretch(0, 1)
        for part in parts:
            row.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)
        inner = box(row)
        inner.setMinimumHeight(theme.px(_HEIGHT))
        row.setContentsMargins(0, 6, 0, 6)
        self.setLayout(column(inner, Rule(theme, color="hair")))


def waiting_row(desk: Desk, one: WaitingRow) -> WaitsRow:
    """Return the line of a record that is here and not on both sides."""
    kind = said(one.kind)
    if one.count > 1:
        kind = _counted(desk, kind, one.count)
    about = _hidden(desk, about_words(one.kind, one.about))
    detail = _BETWEEN.join(part for part in (kind, about) if part)
    title = _hidden(desk, one.client) or kind
    is_waiting = one.state is WaitingState.WAITING
    parts: list[QWidget] = [_written(desk, one)]
    if not is_waiting:
        parts.append(_state_chip(desk, one.state))
    if one.client_id is not None and not desk.discreet:
        parts.append(_card_link(desk, one.client_id, one.client))
    reason = "" if is_waiting else said(one.why)
    shown = detail if title != kind else about
    return WaitsRow(desk, title, shown, reason=reason, parts=tuple(parts))


def fitted_row(desk: Desk, one: CaseRow) -> WaitsRow:
    """Return the line of what was fitted together by itself."""
    kept, other = (_side(desk, side.text) for side in (one.kept, one.other))
    tr = QCoreApplication.translate
    told = tr("Waits", "Stands: {kept} · also written: {other}").format(kept=kept, other=other)
    parts: list[QWidget] = [_quiet(desk, _provenance(desk, one))]
    if one.client_id is not None and not desk.discreet:
        parts.append(_card_link(desk, one.client_id, one.client))
    return WaitsRow(desk, _case_title(desk, one), told, parts=tuple(parts))


def settled_row(desk: Desk, one: SettledRow, take_back: Callable[[], None]) -> WaitsRow:
    """Return the line of what was settled, with the way back."""
    theme, tr = desk.theme, QCoreApplication.translate
    when = moment(desk, one.at)
    told = tr("Waits", "{who}, {moment}").format(who=one.who, moment=when) if one.who else when
    title = _case_title(desk, one.case)
    link = TextLink(
        theme,
        tr("Waits", "Take it back"),
        name=tr("Waits", "Take back: {what}").format(what=title),
    )
    link.clicked.connect(take_back)
    return WaitsRow(desk, title, told, parts=(link,))


def compare_row(desk: Desk, title: str, count: int, go: Callable[[], None]) -> WaitsRow:
    """Return the line of a card with two versions."""
    theme = desk.theme
    shown = _hidden(desk, title)
    tr = QCoreApplication.translate
    name = tr("Waits", "Compare {name}").format(name=shown)
    link = TextLink(theme, tr("Waits", "Compare"), name=name)
    link.clicked.connect(go)
    told = tr("Waits", "%n detail(s)", "", count)
    return WaitsRow(desk, shown, told, parts=(link,))


def _case_title(desk: Desk, one: CaseRow) -> str:
    whose = _hidden(desk, one.client) or said(one.kind)
    return _BETWEEN.join((whose, said(one.field)))


def _side(desk: Desk, text: str) -> str:
    if not text:
        return QCoreApplication.translate("Waits", "nothing")
    words = said(text) if isinstance(text, Sentence) else _hidden(desk, text)
    flat = " ".join(words.split())
    return flat if len(flat) <= _MOST else f"{flat[: _MOST - 1]}…"


def _hidden(desk: Desk, words: str) -> str:
    return HIDDEN if words and desk.discreet else words


def _written(desk: Desk, one: WaitingRow) -> PlainLabel:
    at = "" if one.at is None else moment(desk, one.at)
    return _quiet(desk, _BETWEEN.join(part for part in (one.who, at) if part))


def _provenance(desk: Desk, one: CaseRow) -> str:
    at = max((side.at for side in (one.kept, one.other) if side.at), default=None)
    who = dict.fromkeys(side.who for side in (one.kept, one.other) if side.who)
    return _BETWEEN.join((*who, *(() if at is None else (moment(desk, at),))))


def _quiet(desk: Desk, words: str) -> PlainLabel:
    return PlainLabel(desk.theme, words, role="c", color="ink2")


def _state_chip(desk: Desk, state: WaitingState) -> Chip:
    tr = QCoreApplication.translate
    if state is WaitingState.REFUSED:
        return Chip(desk.theme, tr("Waits", "Not taken"), kind="cau", icon="warning-circle")
    return Chip(desk.theme, tr("Waits", "Kept aside"), kind="cau", icon="clock")


def _card_link(desk: Desk, client_id: str, name: str) -> TextLink:
    tr = QCoreApplication.translate
    told = tr("Waits", "Open the card of {name}").format(name=name)
    link = TextLink(desk.theme, tr("Waits", "Card"), name=told)
    link.clicked.connect(lambda: desk.go("clients", client_id))
    return link


def _counted(desk: Desk, kind: str, count: int) -> str:
    template = QCoreApplication.translate("Waits", "{count} × {kind}")
    return template.format(count=desk.words.number(count), kind=kind)
