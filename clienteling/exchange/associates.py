"""Read who served out of a cell: one associate or several, with their shares where said."""

import re
from collections.abc import Iterable, Mapping

from clienteling.exchange.headings import fold_heading

_BETWEEN = re.compile(r"[;/|&+＋、\n]|\s+(?:and|et|e|und)\s+", re.IGNORECASE)
_SHARE = re.compile(r"[\s(:\-]*(\d{1,3})(?:[.,]\d+)?\s*%?\s*\)?\s*$")
_COMMA = re.compile(r"[,，]")


def served_by(words: str, staff: Mapping[str, bytes]) -> tuple[dict[bytes, int], tuple[str, ...]]:
    """Return who served with their shares of a hundred, and the names that are nobody's.

    Shares that are said are kept in their proportion; otherwise all have the same. An associate
    whom the book does not know keeps her share to herself: the others get no more for it.

    Args:
        staff: The people of the house by folded name.

    >>> served_by("Camille 60 / Kenji 40", {"camille": b"c", "kenji": b"k"})
    ({b'c': 60, b'k': 40}, ())
    >>> served_by("Camille; Zoe; Kenji", {"camille": b"c", "kenji": b"k"})
    ({b'c': 34, b'k': 33}, ('Zoe',))
    """
    whole = staff.get(fold_heading(words))
    if whole is not None:
        return {whole: 100}, ()
    named = [_part(part) for part in _parts(words, staff)]
    shares = _of_a_hundred([share for _, share in named])
    found: dict[bytes, int] = {}
    unknown = []
    for (name, _), share in zip(named, shares, strict=True):
        who = staff.get(fold_heading(name))
        if who is None:
            unknown.append(name)
        else:
            found[who] = found.get(who, 0) + share
    return found, tuple(unknown)


def _parts(words: str, staff: Mapping[str, bytes]) -> list[str]:
    """Cut a cell into names; a comma parts them unless it stands inside one ("Duval, Inès")."""
    parts: list[str] = []
    for part in filter(str.strip, _BETWEEN.split(words)):
        name, _ = _part(part)
        pieces = [piece for piece in _COMMA.split(part) if piece.strip()]
        is_one = len(pieces) == 1 or fold_heading(name) in staff
        parts += [part] if is_one else pieces
    return [part.strip() for part in parts]


def _part(part: str) -> tuple[str, int | None]:
    found = _SHARE.search(part)
    if found is None or not part[: found.start()].strip():
        return part.strip(), None
    return part[: found.start()].strip(), int(found[1])


def _of_a_hundred(said: Iterable[int | None]) -> list[int]:
    """Return whole shares that sum to a hundred; the first ones take what does not divide."""
    weights = list(said)
    if any(weight is None for weight in weights) or not any(weights):
        weights = [1] * len(weights)
    total = sum(weight or 0 for weight in weights)
    shares = [100 * (weight or 0) // total for weight in weights]
    for place in range(100 - sum(shares)):
        shares[place] += 1
    return shares
