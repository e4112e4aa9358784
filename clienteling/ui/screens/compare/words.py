"""The words of the compare page."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from clienteling.bootstrap.syncing import CaseRow, Side
from clienteling.domain.sentences import Sentence
from clienteling.ui.desk import Desk
from clienteling.ui.locale import in_a_row
from clienteling.ui.screens.compare.view_model import Comparison, Detail
from clienteling.ui.sentences import said
from clienteling.ui.sharing_words import about_words, moment
from clienteling.ui.widgets import HIDDEN

#: Kinds whose words a client beside the screen does not read in the discreet view.
_PRIVATE = frozenset({"Note", "Purchase", "Piece of a purchase", "Price", "Tie between clients"})
_BETWEEN = " · "
_SHORT = 24


def is_hidden(desk: Desk, case: CaseRow) -> bool:
    """Say whether the discreet view hides what a case is about."""
    return desk.discreet and case.kind.template in _PRIVATE


def side_words(desk: Desk, detail: Detail, side: Side) -> str:
    """Return what a side says, in the window's language."""
    return HIDDEN if is_hidden(desk, detail.case) else text_words(side.text)


def text_words(text: str) -> str:
    """Return a text that may be a word of the program, or empty."""
    if not text:
        return QCoreApplication.translate("Compare", "Nothing noted")
    return said(text) if isinstance(text, Sentence) else text


def kind_line(desk: Desk, case: CaseRow) -> str:
    """Return of what record a detail is, where its field alone does not say it."""
    kind = said(case.kind)
    parts = [kind] if kind not in {said(case.field), said(Sentence("Client", {}))} else []
    is_told = case.about in case.kept.text or case.about in case.other.text
    if case.about and not is_told and len(case.about) <= _SHORT and not is_hidden(desk, case):
        parts.append(about_words(case.kind, case.about))
    return _BETWEEN.join(parts)


def how_line(detail: Detail) -> str:
    """Return how many sides of a detail can be kept."""
    if detail.may_be_both:
        return QCoreApplication.translate("Compare", "both can be kept")
    return QCoreApplication.translate("Compare", "one to keep")


def heads(desk: Desk, comparison: Comparison) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
    """Return name, second line and person of either side, for the heads of the columns."""
    left = [one.left for one in comparison.details]
    right = [one.right for one in comparison.details]
    is_here = any(one.is_here for one in left)
    return _head(desk, left, is_here=is_here), _head(desk, right, is_here=None)


def intro(desk: Desk, comparison: Comparison) -> str:
    """Return in a few sentences what happened, and what becomes of what is set aside."""
    tr = QCoreApplication.translate
    sides = [side for one in comparison.details for side in (one.left, one.right)]
    names = list(dict.fromkeys(side.who for side in sides if side.who))
    me = desk.me.staff.name if desk.me else ""
    others = [name for name in names if name != me]
    if len(names) > 2 or not names or not comparison.client_id:
        first = tr("Compare", "Two tills wrote to {client} while they were apart.")
    elif me in names and others:
        first = tr("Compare", "You and {other} both wrote to the card of {client} on tills apart.")
    elif len(others) > 1:
        first = tr(
            "Compare", "{one} and {other} both wrote to the card of {client} on tills apart."
        )
    else:
        first = tr("Compare", "{other} wrote to the card of {client} on two tills apart.")
    one, other = (names[0], (others or names)[-1]) if names else ("", "")
    told = tr("Compare", "%n detail(s) differ.", "", len(comparison.details))
    kept = tr("Compare", "What is set aside can be taken up again for 30 days.")
    return in_a_row((first.format(one=one, other=other, client=comparison.title), told, kept))


def result_line(desk: Desk, comparison: Comparison, results: Sequence[str]) -> str:
    """Return in one line what the card will say."""
    parts = []
    for detail, result in zip(comparison.details, results, strict=True):
        if is_hidden(desk, detail.case):
            parts.append(HIDDEN)
        elif isinstance(result, Sentence) or not result:
            parts.append(f"{said(detail.case.field)}: {text_words(result)}")
        else:
            parts.append(_telling(detail, " ".join(result.split())))
    return _BETWEEN.join(parts)


def initials(name: str) -> str:
    """Return at most two letters of a person's name."""
    parts = [part for part in name.split() if part]
    return "".join(part[0] for part in (parts[:1] + parts[-1:] if len(parts) > 1 else parts))


def _telling(detail: Detail, result: str) -> str:
    """Return of a long text what is new in it, for one line."""
    starts = [side.spans[0][0] for side in (detail.left, detail.right) if side.spans]
    start = min(starts, default=0)
    return result if start < _SHORT or len(result) < start else f"…{result[start:]}"


def _head(desk: Desk, sides: Sequence[Side], *, is_here: bool | None) -> tuple[str, str, str]:
    tr = QCoreApplication.translate
    who = _who(sides)
    places = {one.where for one in sides if one.where}
    place = places.pop() if len(places) == 1 else ""
    at = max((one.at for one in sides if one.at is not None), default=None)
    when = "" if at is None else moment(desk, at)
    if is_here:
        first, second = tr("Compare", "This till"), _BETWEEN.join(p for p in (place, when) if p)
    elif is_here is None and place:
        first, second = place, when
    else:
        first = (
            tr("Compare", "As it stands") if is_here is False else tr("Compare", "Another till")
        )
        second = when
    name = tr("Compare", "{place}, {person}").format(place=first, person=who) if who else first
    return name, second, who


def _who(sides: Sequence[Side]) -> str:
    names = {one.who for one in sides}
    return names.pop() if len(names) == 1 else ""
