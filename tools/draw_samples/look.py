"""Say what a drawing is asked for: its colours and its small choices."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """The colours and variant of one picture; codes are #RRGGBB."""

    colour: str
    accent: str = "#C9A24B"
    motif: str = ""
