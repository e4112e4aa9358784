"""Tell a telephone number, an e-mail address and a WeChat id apart as they are typed."""

import re
from dataclasses import dataclass

_PHONE = re.compile(r"[+＋]?[\d\s().\-/·]{5,}")
_WECHAT_WORD = re.compile(r"^(?:wechat|weixin|wx|微信)\s*[:：]?\s*", re.IGNORECASE)
_WECHAT = re.compile(r"[A-Za-z][\w-]{5,19}", re.ASCII)
"""Six to twenty letters, digits, hyphens and underscores after a letter. Source: WeChat's help."""

_LEAST_DIGITS = 5


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was typed, as a kind of contact and its value."""

    kind: str
    value: str


def recognise(text: str) -> Recognised | None:
    """Return what a text is, or None where it is nothing by which anyone is reached.

    >>> recognise("+33 6 12 34 56 78").kind, recognise("anna@example.com").kind
    ('mobile', 'email')
    >>> recognise("wx: lin_jiayi"), recognise("@anna.roth").kind, recognise("Anna Roth")
    (Recognised(kind='wechat', value='lin_jiayi'), 'instagram', None)
    """
    typed = text.strip()
    named = _WECHAT_WORD.match(typed)
    if named and _WECHAT.fullmatch(typed[named.end() :]):
        return Recognised("wechat", typed[named.end() :])
    if typed.startswith("@") and len(typed) > 2 and " " not in typed:
        return Recognised("instagram", typed)
    if "@" in typed:
        return Recognised("email", typed)
    digits = sum(map(str.isdigit, typed))
    if digits >= _LEAST_DIGITS and _PHONE.fullmatch(typed):
        return Recognised("mobile", typed)
    return Recognised("wechat", typed) if _WECHAT.fullmatch(typed) else None
