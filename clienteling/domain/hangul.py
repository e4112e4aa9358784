"""How Korean names are searched: by given name, by first letters, by customary Latin spellings."""

_FIRST_SYLLABLE = 0xAC00
_PER_LEADING_LETTER = 588
_LEADING_LETTERS = 0x1100

_SURNAMES = """
김 kim|이 lee yi|박 park bak|최 choi|정 jung jeong chung|강 kang|조 cho jo|윤 yoon yun
장 jang chang|임 lim im|오 oh|서 seo suh|신 shin|권 kwon|황 hwang|안 ahn an|송 song|류 ryu
전 jeon jun|고 ko go|문 moon|양 yang|손 son sohn|배 bae|백 baek paik|허 heo hur|유 yoo yu
심 shim sim|노 noh roh|곽 kwak|성 sung seong|주 joo ju|우 woo|구 koo gu|나 na|엄 um eom
채 chae|원 won|천 cheon|공 kong gong|현 hyun|여 yeo|추 choo chu|석 suk seok|선 sun
길 gil kil|표 pyo|명 myung|기 ki|반 ban pan|금 keum|맹 maeng
"""


def leading_letters(hangul: str) -> str:
    """Return the first letter of each syllable, as people type them to find a name quickly."""
    return "".join(
        chr(_LEADING_LETTERS + (ord(syllable) - _FIRST_SYLLABLE) // _PER_LEADING_LETTER)
        for syllable in hangul
    )


def surname_spellings(hangul: str) -> tuple[str, ...]:
    """Return the customary Latin spellings of the surname a name begins with.

    >>> surname_spellings("이영애"), surname_spellings("가")
    (('lee', 'yi'), ())
    """
    for entry in _SURNAMES.replace("\n", "|").split("|"):
        surname, *ways = entry.split() or [""]
        if surname and hangul.startswith(surname):
            return tuple(ways)
    return ()


def given_names(hangul: str) -> tuple[str, ...]:
    """Return what may be the given name when family and given name stand together.

    >>> given_names("김철수"), given_names("남궁민수"), given_names("허준")
    (('철수',), ('궁민수', '민수'), ('준',))
    """
    longest = 4
    if not 1 < len(hangul) <= longest:
        return ()
    return (hangul[1:], hangul[2:]) if len(hangul) == longest else (hangul[1:],)
