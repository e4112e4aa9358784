"""Cases that nobody had reason to open: an edit stands, and beside it the words it replaced.

Who replaces a word has seen it, so the two were not written apart. Where such a case stands, some
effect happened twice: what was replaced came again. A restored head office may meet both in
another order, so then nothing is asked; nor of words that an undo or a person brought back.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from tests.sync.simulation.history import Edit

_Field = tuple[str, str, str]
_WORD = re.compile(r"w\d+")


def needless(
    cases: Mapping[tuple[str, str], Iterable[Mapping[str, Any]]], edits: Iterable[Edit]
) -> list[str]:
    """Return the cases of a book that are between an edit and what it replaced."""
    replaced = _replaced(edits)
    faults = []
    for key, told in cases.items():
        for case in told:
            kept, other = json.loads(case["kept"]), json.loads(case["other"])
            faults += [
                f"a case of what was replaced knowingly: {case}"
                for name in kept.keys() & other.keys()
                if (other[name], kept[name]) in replaced.get((*key, name), ())
            ]
    return faults


def _replaced(edits: Iterable[Edit]) -> dict[_Field, set[tuple[str, str]]]:
    pairs: dict[_Field, set[tuple[str, str]]] = {}
    said: dict[_Field, list[Any]] = {}
    for edit in edits:
        field = (edit.table, edit.row_id, edit.name)
        said.setdefault(field, []).append(edit.new)
        if _is_word(edit.old) and _is_word(edit.new):
            pairs.setdefault(field, set()).add((edit.old, edit.new))
    return {
        field: {pair for pair in found if all(said[field].count(word) < 2 for word in pair)}
        for field, found in pairs.items()
    }


def _is_word(value: object) -> bool:
    return isinstance(value, str) and _WORD.match(value) is not None
