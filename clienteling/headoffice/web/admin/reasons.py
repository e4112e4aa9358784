"""Why something was set aside, as a person reads it; the database keeps the reason itself."""

from clienteling.headoffice.web.admin.words import Words
from clienteling.sync.wire import ANOTHER_SCOPE

_WITH_IT = "with it: "
_WHOLE = {
    ANOTHER_SCOPE: "aside.another_scope",
    "erased on request": "aside.erased",
    "hangs on what was erased on request": "aside.erased",
    "an erasure that is not head office's": "aside.not_ordered",
    "the row has no id": "aside.without_name",
    "the person has no id": "aside.without_name",
    "an unknown act": "aside.unknown",
    "an unknown table": "aside.unknown",
    "a case can only be settled, opened again, or handed back as it was": "aside.comparison",
}
_OF_A_FIELD = {
    "is missing": "aside.lacks",
    "is empty": "aside.lacks",
    **dict.fromkeys(
        (
            "has a value this program does not know",
            "holds a NUL",
            "is neither yes nor no",
            "is not a day",
            "is not a moment",
            "is not a text",
            "is not a text that can be stored",
            "is not a whole number",
            "is not an id",
            "is not readable",
            "is too long",
        ),
        "aside.unfit",
    ),
}


def said(words: Words, reason: str) -> str:
    """Return a reason in a person's language; one of a newer program keeps its own words."""
    if reason.startswith(_WITH_IT):
        return words("aside.with_it", reason=said(words, reason.removeprefix(_WITH_IT)))
    if reason in _WHOLE:
        return words(_WHOLE[reason])
    if reason.startswith("unknown field "):
        return words("aside.unknown")
    field, _space, fault = reason.partition(" ")
    if fault in _OF_A_FIELD:
        return words(_OF_A_FIELD[fault], field=field)
    return words("aside.other", reason=reason)
