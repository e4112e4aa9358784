"""The six languages that the house writes in, and which of them serves someone who speaks one."""

LANGUAGES = ("en", "fr", "it", "zh-Hans", "zh-Hant", "ja")

_TRADITIONAL = frozenset({"TW", "HK", "MO"})


def written_in(spoken: str | None, otherwise: str) -> str:
    """Return the language to write in for someone who speaks one.

    Args:
        spoken: BCP-47 of what she speaks; None where nobody asked.
        otherwise: One of the six, where hers is none of them.

    >>> written_in("zh-TW", "en"), written_in("it-CH", "en"), written_in("sv", "en")
    ('zh-Hant', 'it', 'en')
    """
    if not spoken:
        return otherwise
    if spoken in LANGUAGES:
        return spoken
    first, _, rest = spoken.partition("-")
    if first == "zh":
        return "zh-Hant" if rest in _TRADITIONAL or rest.startswith("Hant") else "zh-Hans"
    return first if first in LANGUAGES else otherwise
