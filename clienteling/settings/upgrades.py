"""How a settings file of an older program becomes today's; one small function per step."""

from collections.abc import Callable, Mapping
from typing import Any

Content = dict[str, Any]

#: Step n turns a file of format n into one of format n + 1.
STEPS: tuple[Callable[[Content], Content], ...] = ()

FORMAT = len(STEPS) + 1


def upgraded(content: Mapping[str, Any]) -> Content:
    """Return the content of a settings file in today's format.

    A file of a newer program is read as far as it is understood.
    """
    present = content.get("format", 1)
    since = present - 1 if isinstance(present, int) and present > 0 else 0
    settings = {name: value for name, value in content.items() if name != "format"}
    for step in STEPS[since:]:
        settings = step(settings)
    return settings
