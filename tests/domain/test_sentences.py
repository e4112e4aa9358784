"""A sentence is ordinary text that still knows how it was made."""

import copy
import pickle

from clienteling.domain.errors import KnownError, UserError
from clienteling.domain.sentences import Sentence, sentence


def test_a_sentence_goes_through_errors_copies_and_processes_whole() -> None:
    told = sentence("{count:,} lines stay out.", count=1204)
    raised = UserError("{what} {count} stays.", field="line", what=told, count=3)
    again = UserError(str(KnownError(str(raised))), field="other")
    for one in (
        str(raised),
        str(again),
        copy.deepcopy(str(raised)),
        pickle.loads(pickle.dumps(str(raised))),
    ):
        assert isinstance(one, Sentence)
        assert (one, one.template) == ("1,204 lines stay out. 3 stays.", "{what} {count} stays.")
        assert one.values == {"what": told, "count": 3}


def test_braces_of_a_sentence_without_values_are_kept_as_they_are() -> None:
    assert str(UserError("Write {name} here.")) == "Write {name} here."
    assert sentence("Write {name} here.") == "Write {name} here."
