"""Reasons of head office and of the engine, said as sentences for people."""

from collections.abc import Mapping
from functools import cache

from clienteling.bootstrap.syncing.state import Stop
from clienteling.bootstrap.syncing.words import field_word
from clienteling.domain.sentences import Sentence, sentence


def refused_because(table: str, reason: str) -> Sentence:
    """Return why head office did not take a record."""
    if reason.startswith("with it: "):
        return sentence(
            "It was written together with something head office could not take. "
            "What head office has stands here; put the other right and write this again."
        )
    known = _refusals().get(reason)
    if known is not None:
        return known
    if "erased on request" in reason:
        return sentence("It belongs to a client who was erased on request. It is not kept.")
    field, _space, fault = reason.partition(" ")
    if fault in _FAULTS:
        return sentence(
            "Head office could not take it: “{field}” does not fit. What was there before stands; "
            "open the record and write it again.",
            field=field_word(table, field),
        )
    return sentence(
        "Head office could not take it ({reason}). What was there before stands.", reason=reason
    )


def held_because(reason: str) -> Sentence:
    """Return why a record that came is not laid on the book yet."""
    if reason == "is of a newer program":
        return sentence("It comes from a newer clienteling. It is shown once this one is renewed.")
    if reason == "waits for the row it hangs on":
        return sentence("It waits for the record it belongs to, which has not come yet.")
    if reason == "something still hangs on it":
        return sentence("It was removed elsewhere; here something still belongs to it.")
    return sentence("This clienteling cannot store it as it came. It is kept aside, unchanged.")


def stopped_because(reason: str) -> tuple[Stop, Sentence]:
    """Return what a person is needed for, and the sentence that says it."""
    word = _SAME.get(reason, reason)
    stop = next((one for one in Stop if one.value == word), Stop.OTHER)
    known = _stops().get(stop)
    if known is not None:
        return stop, known
    return Stop.OTHER, sentence(
        "Head office does not take what this till sends ({reason}). Everything is kept here; "
        "please tell whoever looks after head office.",
        reason=reason,
    )


def offline_because(reason: str) -> Sentence:
    """Return why nothing is shared just now."""
    if isinstance(reason, Sentence):
        return reason
    if reason.startswith("what answered is not head office"):
        reason = (
            "Something else answers in head office's place; a sign-in page of the network may "
        )
        reason += "be waiting. Nothing was sent to it."
    known = {str(one): one for one in _lines()}
    return known.get(reason) or Sentence(reason, {})


@cache
def _lines() -> tuple[Sentence, ...]:
    """Return the sentences of the line, so that they are said in the window's language."""
    return (
        sentence(
            "Head office cannot be reached. What is written here is safe and goes when it can."
        ),
        sentence(
            "Something else answers in head office's place; a sign-in page of the network may be "
            "waiting. Nothing was sent to it."
        ),
        sentence(
            "What answers does not have head office's certificate. Nothing was sent. If head "
            "office was set up anew, this till must be enrolled anew."
        ),
        sentence(
            "Head office's certificate is not valid today. Look at the date of this computer "
            "first."
        ),
        sentence("Head office did not answer in time. Nothing is lost, it is tried again."),
        sentence("The line broke before head office's answer was whole. It is tried again."),
        sentence("The answer was larger than any of head office's. It was not taken."),
        sentence("Head office is busy and asks to be left alone for a while."),
        sentence("Head office has a fault. What is written here is safe and goes later."),
    )


@cache
def _stops() -> Mapping[Stop, Sentence]:
    return {
        Stop.CONFIRM: sentence(
            "Head office has to let this till in: compare the number there with the one here."
        ),
        Stop.REVOKED: sentence(
            "Head office has withdrawn this till's access. What was written here is kept, "
            "and nothing more is shared."
        ),
        Stop.ERASED: sentence("Head office had the book of this till erased."),
        Stop.UPGRADE: sentence(
            "Head office speaks a newer language than this clienteling. Everything is kept here "
            "and shared once this one is renewed."
        ),
        Stop.MASS_CHANGE: sentence(
            "What came from head office would remove or empty much of this book. Nothing of it "
            "was done; a manager can look and go on."
        ),
        Stop.UNKNOWN: sentence(
            "Head office does not know this till. Everything is kept here; join it again with a "
            "new code."
        ),
    }


#: Words of head office that ask the same of a person as others do.
_SAME = {"pending": Stop.CONFIRM.value, "another till": Stop.UNKNOWN.value}


@cache
def _refusals() -> Mapping[str, Sentence]:
    return {
        "another scope": sentence(
            "It belongs to another boutique. What that boutique has stands; it was not changed."
        ),
        "an unknown table": sentence(
            "Head office does not know this kind of record yet. It is kept here."
        ),
        "an unknown act": sentence("Head office does not know what was done here. It is kept."),
    }


#: What a field's value can be guilty of; see sync/registry.py and sync/checks.py.
_FAULTS = frozenset(
    {
        "is empty",
        "is missing",
        "is not an id",
        "is neither yes nor no",
        "is not a moment",
        "is not a whole number",
        "is not a text",
        "is too long",
        "is not a text that can be stored",
        "holds a NUL",
        "is not a day",
        "is not readable",
        "has a value this program does not know",
    }
)
