"""How a settings file of an older program becomes today's; one small function per step."""

from collections.abc import Callable
from typing import Any

Content = dict[str, Any]

#: Step n turns a file of format n into one of format n + 1.
STEPS: tuple[Callable[[Content], Content], ...] = ()

FORMAT = len(STEPS) + 1


def upgraded(content: Content) -> Content:
    """Return the content of a settings file in today's format."""
    present = int(content.get("format", 1))
    for step in STEPS[present - 1 :]:
        content = step(content)
    return {name: value for name, value in content.items() if name != "format"}
