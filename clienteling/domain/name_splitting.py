"""Split a name that came in one column into its parts.

A split is a proposal: imports show it before anything is kept. Nothing of the text is ever lost;
what no rule knows stays in the given name.
"""

import re
from functools import cache

from clienteling.domain.fold import fold
from clienteling.domain.names import NameOrder, PersonName, is_east_asian, usual_order
from clienteling.domain.words import word_lines

_LINKS = frozenset({"y", "e", "i", "und", "et"})
_AFTER_NAME = re.compile(r"\s*(女士|先生|小姐|太太|夫人|様|さま|さん|殿|님|씨)$")
_KANA = re.compile(r"[\u3041-\u30ff]")


@cache
def _words() -> dict[str, frozenset[str]]:
    lines = (line.split() for line in word_lines("name_words.txt"))
    return {kind: frozenset(names) for kind, *names in lines}


def split_full_name(text: str, locale: str = "") -> PersonName:
    """Split a whole name into title, given and family name.

    Args:
        text: The name as it came.
        locale: The language of the person or of the file, when it is known (BCP 47).

    >>> split_full_name("Mme Marie de La Tour du Pin")
    PersonName(given='Marie', family='de La Tour du Pin', middle='', \
order=<NameOrder.GIVEN_FIRST: 'given_first'>, preferred='', salutation='Mme', suffix='')
    >>> [(n.family, n.given) for n in map(split_full_name, ("欧阳娜娜", "Roth, Lena", "김철수"))]
    [('欧阳', '娜娜'), ('Roth', 'Lena'), ('김', '철수')]
    """
    whole = " ".join(text.split()).strip(" ,;،、")
    if is_east_asian(whole):
        return _east_asian(whole, locale)
    head, tail, suffixes = _take_commas(whole)
    if tail:
        title, given = _take_titles(tail.split())
        before, family = _take_titles(head.split())
        return PersonName(
            " ".join(given),
            " ".join(family),
            order=usual_order(locale, whole),
            salutation=" ".join(before + title),
            suffix=suffixes,
        )
    title, words = _take_titles(head.split())
    words, ending = _take_suffixes(words)
    suffix = " ".join(filter(None, (ending, suffixes)))
    return _placed(words, " ".join(title), suffix, locale)


def _take_commas(whole: str) -> tuple[str, str, str]:
    """Cut "Family, Given" and "Name, Jr": the head, the given part, the suffixes."""
    head, *rest = [piece.strip() for piece in re.split("[,،、]", whole)]
    title, words = _take_titles(head.split())
    core = [word for word in words if _bare(word) not in _words()["particles"]]
    is_whole = len(core) > 3 or (len(core) > 1 and bool(title))
    suffixes = [
        piece for piece in rest if piece and (is_whole or all(map(_is_suffix, piece.split())))
    ]
    others = [piece for piece in rest if piece and piece not in suffixes]
    return head, " ".join(others), " ".join(suffixes)


def _bare(word: str) -> str:
    return re.sub(r"[.'’]", "", fold(word))


def _is_suffix(word: str) -> bool:
    return _bare(word) in _words()["suffixes"]


def _take_titles(words: list[str]) -> tuple[list[str], list[str]]:
    """Cut titles from the front; one letter or a short word is a title only with its full stop."""
    count = 0
    while count < len(words) - 1 and _is_title(words[count]):
        count += 1
    return words[:count], words[count:]


def _is_title(word: str) -> bool:
    bare = _bare(word)
    if bare in _words()["ambiguous_titles"] and not word.endswith("."):
        return word in {"M", "Me"}
    return bare in _words()["titles"] or (
        word.endswith(".") and word[:1].islower() and len(bare) > 1
    )


def _take_suffixes(words: list[str]) -> tuple[list[str], str]:
    count = len(words)
    while count > 2 and _is_suffix(words[count - 1]):
        count -= 1
    return words[:count], " ".join(words[count:])


def _placed(words: list[str], title: str, suffix: str, locale: str) -> PersonName:
    if len(words) < 2:
        alone = "".join(words)
        given, family = ("", alone) if title else (alone, "")
        return PersonName(given, family, salutation=title, suffix=suffix)
    if _is_family_first(words, locale):
        cut = _end_of_first_family(words)
        return PersonName(
            " ".join(words[cut:]),
            " ".join(words[:cut]),
            order=NameOrder.FAMILY_FIRST,
            salutation=title,
            suffix=suffix,
        )
    if capitals := _capital_family(words):
        family = " ".join(word for word in words if word in capitals)
        given = " ".join(word for word in words if word not in capitals)
        return PersonName(given, family, salutation=title, suffix=suffix)
    cut = _start_of_family(words, locale)
    given, family = " ".join(words[:cut]), " ".join(words[cut:])
    return PersonName(given, family, salutation=title, suffix=suffix)


def _is_family_first(words: list[str], locale: str) -> bool:
    language = locale.replace("_", "-").split("-")[0].lower()
    if language == "hu":
        return True
    known = _words()
    first, last = fold(words[0]), fold(words[-1])
    vietnamese = first in known["vietnamese"]
    if vietnamese and (language == "vi" or not words[0].isascii()):
        return last not in known["vietnamese"]
    return language in {"zh", "ko"} and first in known["pinyin"] and last not in known["pinyin"]


def _end_of_first_family(words: list[str]) -> int:
    cut = 1
    while cut < len(words) - 1 and (words[cut - 1].islower() or words[cut].islower()):
        cut += 1
    return cut


def _capital_family(words: list[str]) -> frozenset[str]:
    """Find a family name written in capitals beside a given name that is not: Jean DUPONT."""
    capitals = [word for word in words if len(_bare(word)) > 1 and word.isupper()]
    mixed = [word for word in words if not word.isupper()]
    has_family = any(len(_bare(word)) > 2 for word in capitals)
    if not has_family or not any(map(str.istitle, mixed)):
        return frozenset()
    return frozenset(capitals + [word for word in mixed if word.islower()])


def _start_of_family(words: list[str], locale: str) -> int:
    for place in range(1, len(words) - 1):
        if _opens_family(words, place):
            before_link = place - 1 if fold(words[place]) in _LINKS else place
            return max(before_link, 1)
    if words[0].islower() and _bare(words[0]) in _words()["particles"]:
        return 0
    return len(words) - _family_length(words, locale)


def _opens_family(words: list[str], place: int) -> bool:
    word = words[place]
    bare = _bare(word)
    if bare not in _words()["particles"] and not re.match(r"(d|dell|dall|l)['’]", fold(word)):
        return False
    if bare in _LINKS and (place < 2 or not word.islower()):
        return False
    following = [_bare(other) for other in words[place + 1 :]]
    if bare in {"bin", "ibn", "bint"} and {"al", "el"} & set(following):
        return False
    devoted = next((other for other in following if other not in _words()["particles"]), "")
    names_a_devotion = devoted in _words()["devotions"] and len(following) > 1
    if names_a_devotion and _bare(words[place - 1]) in {"maria", "ma", "jose", "juan"}:
        return False
    return not _inside_devotion(words, place)


def _inside_devotion(words: list[str], place: int) -> bool:
    """Say whether "la" of María de la Luz is meant: the word before is a particle, too."""
    earlier = _bare(words[place - 1])
    return (
        earlier in _words()["particles"]
        and _bare(words[place + 1]) in _words()["devotions"]
        and place + 2 < len(words)
    )


def _family_length(words: list[str], locale: str) -> int:
    """Say how many words at the end are the family name: two where both parents give one."""
    language = locale.replace("_", "-").split("-")[0].lower()
    spanish = _words()["spanish"]
    given = _words()["spanish_given"] | _words()["devotions"]
    if len(words) > 2:
        one_before = fold(words[-2])
        if one_before in spanish - given and (fold(words[-1]) in spanish or language == "es"):
            return 2
        is_spanish = bool({fold(words[0]), one_before, fold(words[-1])} & (spanish | given))
        if language == "es" and one_before not in given and is_spanish:
            return 2
        if language == "pt" and len(words) > 3:
            return 2
    return 1


def _east_asian(whole: str, locale: str) -> PersonName:
    title = _AFTER_NAME.search(whole)
    bare = _AFTER_NAME.sub("", whole) if title else whole
    salutation = title[1] if title else ""
    if "・" in bare:
        given, _, family = bare.rpartition("・")
        return PersonName(given, family, salutation=salutation)
    if " " in bare:
        family, _, given = bare.partition(" ")
    else:
        cut = _east_asian_cut(bare, locale)
        family, given = bare[:cut], bare[cut:]
    return PersonName(
        given, family, order=NameOrder.FAMILY_FIRST, salutation=salutation, suffix=""
    )


def _east_asian_cut(name: str, locale: str) -> int:
    """Say how many letters the family name has."""
    known = _words()
    if name[:2] in known["compound_zh"] | known["compound_ko"] and len(name) > 2:
        return 2
    japanese = locale.startswith("ja") or bool(_KANA.search(name))
    if name in known["japanese"]:
        return len(name)
    for length in (3, 2):
        if name[:length] in known["japanese"] and len(name) > length:
            return length
    if japanese and len(name) > 2:
        return 1 if len(name) == 3 and name[0] in known["japanese"] else 2
    return 1 if len(name) <= 4 else 0
