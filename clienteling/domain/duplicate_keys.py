"""Keys of which two records must share one to be worth comparing.

A book of a hundred thousand has five thousand million pairs; these keys leave a few each. Leave
out a key that hundreds share: it says nothing.
"""

from clienteling.domain.similarity import Identity


def blocking_keys(person: Identity) -> frozenset[str]:
    """Return the keys of a person: parts of name, birthday, place, and the ways to reach them."""
    born, keys = person.birthday, set()
    if person.given and person.family:
        first, last = sorted((person.given[:3], person.family[:3]))
        keys.add(f"n:{first}:{last}")
        keys.add(f"f:{_skeleton(person.family)}:{person.given[:1]}")
        keys.add(f"f:{_skeleton(person.given)}:{person.family[:1]}")
    elif person.given or person.family:
        keys.add(f"s:{person.given or person.family}")
    if born.month and born.day:
        keys.add(f"b:{born.year}:{born.month}:{born.day}")
        keys.update(f"p:{part[:2]}:{born.month}:{born.day}" for part in _name_parts(person))
        keys.update(f"y:{part[:3]}:{born.year}" for part in _name_parts(person) if born.year)
    for part in _name_parts(person):
        letters = "".join(sorted(part))
        keys.update({f"a:{letters}:{born.year}", f"a:{letters}:{born.month}:{born.day}"})
        keys.add(f"a:{letters}:{person.place[:3]}")
    keys.update(f"t:{phone[-7:]}" for phone in person.phones)
    keys.update(f"e:{email}" for email in person.emails)
    keys.update(f"l:{email.split('@')[0]}" for email in person.emails)
    keys.update(f"m:{_skeleton(email)}:{email.split('@')[-1][:3]}" for email in person.emails)
    if person.place:
        keys.add(f"w:{person.place[:4]}:{born.year}:{born.month}")
        keys.update(f"z:{person.place[:4]}:{part[:3]}" for part in _name_parts(person))
    return frozenset(keys)


def _name_parts(person: Identity) -> tuple[str, ...]:
    return tuple(part for part in (person.given, person.family) if part)


def _skeleton(word: str) -> str:
    """Keep the first letter and the next consonants, each once: Allen, Alan and Allan are aln."""
    kept = word[:1]
    for letter in word[1:]:
        if letter not in "aeiouyhw " and letter != kept[-1]:
            kept += letter
    return kept[:4]
