"""What the page says of its file: how it was understood, what the check found, what came in."""

from PySide6.QtCore import QCoreApplication

from clienteling.ui.locale import Words, in_a_row, listed
from clienteling.ui.screens.bring_in.phase import Phase
from clienteling.ui.screens.bring_in.view_model import BringInModel
from clienteling.ui.screens.bring_in.words import came_in, grouped
from clienteling.ui.sentences import said

Told = tuple[str, str, str]
"""A sentence, its icon and its colour."""


def sentence(model: BringInModel, words: Words) -> Told:
    """Return what is to be said now, its icon and its colour."""
    if model.error:
        return model.error, "warning-circle", "crit"
    if model.result is not None:
        return _brought_in(model, words), "check-circle", "pos"
    if model.report is not None:
        is_clean = not model.report.bad
        icon, color = ("check-circle", "pos") if is_clean else ("warning", "cau")
        return _checked(model, words), icon, color
    if model.prepared is not None:
        return _understood(model), "info", "ink2"
    return "", "info", "ink2"


def about(model: BringInModel) -> str:
    """Return the line under the title: which file this is."""
    if model.path is None:
        return QCoreApplication.translate("BringIn", "Clients and purchases from other programs")
    return model.path.name


def next_word(model: BringInModel, words: Words) -> str:
    """Return what the page's one primary act is called now."""
    tr = QCoreApplication.translate
    if model.phase is Phase.DONE:
        return tr("BringIn", "See the clients")
    if model.report is None or model.phase is Phase.CHECKING:
        return tr("BringIn", "Check")
    good = model.report.good
    return grouped(tr("BringIn", "Bring %n line(s) in", None, good), good, words)


def doing_word(phase: Phase) -> str:
    """Return what is being done while the page is busy."""
    tr = QCoreApplication.translate
    return {
        Phase.READING: tr("BringIn", "Reading the file"),
        Phase.SETTLING: tr("BringIn", "Looking through the column"),
        Phase.CHECKING: tr("BringIn", "Checking every line"),
        Phase.LOADING: tr("BringIn", "Bringing the lines in"),
        Phase.TAKING_BACK: tr("BringIn", "Taking it back"),
    }.get(phase, "")


def _brought_in(model: BringInModel, words: Words) -> str:
    tr = QCoreApplication.translate
    assert model.result is not None
    told = came_in(model.result.added, words)
    if not told:
        told = tr("BringIn", "nothing that was not in the book already")
    brought = tr("BringIn", "Brought in: {what}.").format(what=told)
    return in_a_row((brought, _left_out(model, words)))


def _checked(model: BringInModel, words: Words) -> str:
    tr = QCoreApplication.translate
    assert model.report is not None
    good, read = words.number(model.report.good), words.number(model.report.read)
    found = tr("BringIn", "{good} of {all} lines are good.").format(good=good, all=read)
    return in_a_row((found, _left_out(model, words)))


def _left_out(model: BringInModel, words: Words) -> str:
    tr = QCoreApplication.translate
    report = model.report
    parts = []
    if report is not None and report.bad:
        parts.append(
            grouped(tr("BringIn", "%n line(s) stay out.", None, report.bad), report.bad, words)
        )
        parts.append(tr("BringIn", "Save them, mend them, and bring that file in."))
    if report is not None and report.left_out:
        count = report.left_out
        left = tr("BringIn", "%n line(s) are of cancelled orders.", None, count)
        parts.append(grouped(left, count, words))
    return in_a_row(parts)


def _understood(model: BringInModel) -> str:
    tr = QCoreApplication.translate
    prepared = model.prepared
    assert prepared is not None
    mapping = prepared.mapping
    if mapping.name:
        template = tr("BringIn", "Recognised as an export of {program}.")
        how = template.format(program=mapping.name)
    elif prepared.is_remembered:
        how = tr("BringIn", "Its columns are read as the last time.")
    else:
        how = tr("BringIn", "Please look at what the columns are taken for, then check the file.")
    parts = [how]
    missing = mapping.missing()
    if missing:
        parts.append(said(missing))
    if prepared.facts.duplicates:
        template = tr("BringIn", "Headings that stand more than once were numbered: {names}.")
        parts.append(template.format(names=listed(prepared.facts.duplicates)))
    return in_a_row(parts)
