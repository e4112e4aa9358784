"""Understand the small words of files: yes and no, countries, languages, genders."""

from functools import cache

from clienteling.domain.errors import UserError
from clienteling.exchange.headings import fold_heading

_YES = frozenset(
    {"yes", "y", "true", "t", "1", "x", "on", "oui", "o", "vrai", "si", "vero", "ja", "j", "wahr"}
    | {
        "subscribed",
        "opted in",
        "opt in",
        "granted",
        "accepted",
        "accepts",
        "ok",
        "sim",
        "checked",
    }
    | {"是", "同意", "有", "はい", "可", "許可", "希望する", "接受"}
)
_NO = frozenset(
    {"no", "n", "false", "f", "0", "off", "non", "faux", "falso", "nein", "falsch", "nao"}
    | {"unsubscribed", "not subscribed", "opted out", "opt out", "refused", "denied", "declined"}
    | {"否", "不同意", "无", "いいえ", "不可", "拒否", "希望しない", "拒绝"}
)
_UNKNOWN = frozenset(
    {"unknown", "pending", "n a", "na", "none", "null", "invalid", "不明", "未知"}
)
_RETURNS = frozenset(
    {"return", "returned", "refund", "refunded", "retour", "remboursement", "reso", "rimborso"}
    | {"storno", "ruckgabe", "credit", "credit note", "avoir", "退货", "退款", "返品", "返金"}
)
_CANCELLED = frozenset(
    {"voided", "void", "cancelled", "canceled", "expired", "failed", "annule", "annulee"}
    | {"annullato", "storniert", "取消", "已取消", "キャンセル"}
)
_FEMALE = frozenset({"f", "female", "woman", "femme", "donna", "femmina", "w", "frau", "weiblich"})
_MALE = frozenset({"m", "male", "man", "homme", "h", "uomo", "maschio", "mann", "mannlich"})
_LANGUAGES_READ = ("en", "fr", "it", "de", "es", "zh", "ja")
_COUNTRY_WORDS = {
    "uk": "GB", "usa": "US", "u s a": "US", "england": "GB", "scotland": "GB", "uae": "AE",
    "macau": "MO", "macao": "MO", "hong kong": "HK", "hongkong": "HK", "korea": "KR",
    "south korea": "KR", "russia": "RU", "taiwan": "TW", "holland": "NL", "中国大陆": "CN",
    "香港": "HK", "澳门": "MO", "台湾": "TW", "prc": "CN", "p r china": "CN",
}  # fmt: skip


def yes_or_no(text: str) -> bool | None:
    """Return what a word of consent says; None where it says that nothing is known.

    Raises:
        UserError: It is none of the words known.

    >>> yes_or_no("oui"), yes_or_no("not_subscribed"), yes_or_no("unknown")
    (True, False, None)
    """
    word = fold_heading(text)
    if word in _YES:
        return True
    if word in _NO:
        return False
    if word in _UNKNOWN:
        return None
    raise UserError("this is neither yes nor no")


def is_return(text: str) -> bool:
    """Say whether a cell marks a line as a return."""
    word = fold_heading(text)
    return word in _RETURNS or word in _YES


def is_cancelled(text: str) -> bool:
    """Say whether an order's state means that nothing was sold."""
    return fold_heading(text) in _CANCELLED


def gender_of(text: str) -> str | None:
    """Return ``female`` or ``male`` for the words that mean so, the words themselves otherwise."""
    word = fold_heading(text)
    if word in _FEMALE or word in {"女", "女性"}:
        return "female"
    if word in _MALE or word in {"男", "男性"}:
        return "male"
    return None if word in _UNKNOWN else text


def country_of(text: str) -> str:
    """Return the ISO 3166-1 code of a country by code or name in seven languages.

    What is no known country is returned as it is: an address is printed with it all the same.
    """
    upper = text.upper()
    if len(upper) == 2 and upper.isascii() and upper.isalpha():
        return "GB" if upper == "UK" else upper
    return _countries().get(fold_heading(text), text)


def language_of(text: str) -> str | None:
    """Return the BCP 47 tag of a language by tag or name; None where it is not understood."""
    tag = text.replace("_", "-")
    first = tag.split("-")[0].lower()
    names = _languages()
    if first in names.values():
        return tag
    return names.get(fold_heading(text))


@cache
def _countries() -> dict[str, str]:
    from babel import Locale

    found: dict[str, str] = {}
    for language in _LANGUAGES_READ:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha():
                found.setdefault(fold_heading(name), code)
    return found | _COUNTRY_WORDS


@cache
def _languages() -> dict[str, str]:
    from babel import Locale

    found: dict[str, str] = {}
    for language in _LANGUAGES_READ:
        for code, name in Locale(language).languages.items():
            if len(code) in (2, 3):
                found.setdefault(fold_heading(name), code)
    return found | {"mandarin": "zh", "普通话": "zh", "汉语": "zh"}
