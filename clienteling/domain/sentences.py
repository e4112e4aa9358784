"""A sentence that knows how it was made, so that the window can say it in its own language.

Below the window everything is said in English. A ``Sentence`` is that English text, an ordinary
``str``; beside it stand its template and what was filled in.
"""

from collections.abc import Mapping
from typing import Self

from typing_extensions import override


class Sentence(str):
    """English words with the template they were made of.

    Args:
        template: A literal with ``{name}`` where values go.
        values: What goes there; without any the template is said as it stands.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object]) -> Self:
        """Fill the template in."""
        made = super().__new__(cls, template.format(**values) if values else template)
        made.template, made.values = template, values
        return made

    @override
    def __str__(self) -> str:
        """Return itself, so that ``str(error)`` can still be said in another language."""
        return self

    @override
    def __reduce__(self) -> "tuple[type[Sentence], tuple[str, Mapping[str, object]]]":
        """Return what it is copied and sent to another process by."""
        return Sentence, (self.template, self.values)


def sentence(template: str, /, **values: object) -> Sentence:
    """Return a sentence for people; the template is a literal, so that translators get it.

    >>> sentence("{count:,} lines are good.", count=1204)
    '1,204 lines are good.'
    """
    return Sentence(template, values)
