"""How kana are written in Latin letters (Hepburn, with long vowels both short and written out)."""

from functools import cache

_ROWS = {
    "": "あa いi うu えe おo ゔvu をo んn ぁa ぃi ぅu ぇe ぉo ゎwa わwa ゐi ゑe ゕka ゖke",
    "k": "かa きi くu けe こo",
    "g": "がa ぎi ぐu げe ごo",
    "s": "さa しhi すu せe そo",
    "z": "ざa ずu ぜe ぞo",
    "j": "じi ぢi",
    "t": "たa ちchi つsu てe とo",
    "d": "だa づu でe どo",
    "n": "なa にi ぬu ねe のo",
    "h": "はa ひi へe ほo",
    "f": "ふu",
    "b": "ばa びi ぶu べe ぼo",
    "p": "ぱa ぴi ぷu ぺe ぽo",
    "m": "まa みi むu めe もo",
    "y": "やa ゆu よo",
    "r": "らa りi るu れe ろo",
}
_SMALL_Y = {"ゃ": "a", "ゅ": "u", "ょ": "o"}
_SMALL_VOWELS = {"ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o"}
_LONG = (("ou", "o"), ("oo", "o"), ("uu", "u"))


@cache
def _table() -> dict[str, str]:
    table = {}
    for consonant, row in _ROWS.items():
        for entry in row.split():
            table[entry[0]] = consonant + entry[1:]
    return table | {"ち": "chi", "づ": "zu"}


def romaji(hiragana: str) -> tuple[str, ...]:
    """Write hiragana in Latin letters; long vowels come short first, then as written.

    >>> romaji("さとう"), romaji("きょうこ"), romaji("はっとり"), romaji("じゅんいち")
    (('sato', 'satou'), ('kyoko', 'kyouko'), ('hattori',), ('junichi',))
    """
    written = _spell(hiragana)
    short = written
    for long, vowel in _LONG:
        short = short.replace(long, vowel)
    return tuple(dict.fromkeys((short, written)))


def _spell(hiragana: str) -> str:
    table = _table()
    syllables: list[str] = []
    doubled = False
    for letter in hiragana:
        if letter == "っ":
            doubled = True
            continue
        if syllables and letter in _SMALL_Y and syllables[-1].endswith("i"):
            syllables[-1] = _contract(syllables[-1], _SMALL_Y[letter])
            continue
        if syllables and letter in _SMALL_VOWELS and len(syllables[-1]) > 1:
            syllables[-1] = syllables[-1][:-1] + _SMALL_VOWELS[letter]
            continue
        sound = table.get(letter, "")
        syllables.append(
            ("t" if sound.startswith("ch") else sound[:1]) + sound if doubled else sound
        )
        doubled = False
    return "".join(syllables)


def _contract(syllable: str, vowel: str) -> str:
    """Join a syllable in i with a small ya, yu or yo: shi + yo is sho, ki + yo is kyo."""
    stem = syllable[:-1]
    return stem + vowel if stem in {"sh", "ch", "j"} else stem + "y" + vowel
