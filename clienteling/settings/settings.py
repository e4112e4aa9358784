"""What may be set: one line each, with its label, default and check.

Labels are English source words; the window translates them. A setting's page draws itself from
these entries, and the TOML file holds only what differs from the default.
"""

from dataclasses import dataclass
from typing import Literal

from clienteling.domain.errors import UserError

Kind = Literal["choice", "toggle", "line", "number"]
Page = Literal["me", "till", "house", "keys", "nowhere"]
Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing a person may set.

    Args:
        name: Its key in the file.
        page: On which page of Settings it stands; nowhere is what the program keeps by itself.
        label: What it is called.
        help: A quiet line below, where the label does not say it all.
        default: Its value until someone sets it.
        choices: What a choice may be, as (value, label).
        least: The smallest number.
        most: The largest number.
    """

    name: str
    page: Page
    label: str
    default: Value
    choices: tuple[tuple[Value, str], ...] = ()
    least: int | None = None
    most: int | None = None
    help: str = ""

    @property
    def kind(self) -> Kind:
        """Return how it is set."""
        if self.choices:
            return "choice"
        if isinstance(self.default, bool):
            return "toggle"
        return "number" if isinstance(self.default, int) else "line"

    def checked(self, value: object) -> Value:
        """Return the value if it may be set.

        Raises:
            UserError: it is of another kind, not among the choices, or out of range.
        """
        if type(value) is not type(self.default) or not isinstance(value, str | int):
            raise UserError(
                "{label}: this value does not fit here.", label=self.label, field=self.name
            )
        if self.choices and value not in [choice for choice, _label in self.choices]:
            raise UserError(
                "{label}: please choose one of the list.", label=self.label, field=self.name
            )
        if self.least is not None and isinstance(value, int) and value < self.least:
            raise UserError(
                "{label}: {least} at least.", label=self.label, least=self.least, field=self.name
            )
        if self.most is not None and isinstance(value, int) and value > self.most:
            raise UserError(
                "{label}: {most} at most.", label=self.label, most=self.most, field=self.name
            )
        return value


SETTINGS: tuple[Setting, ...] = (
    Setting("staff", "me", "At this till", ""),
    Setting(
        "language",
        "me",
        "Language",
        "system",
        (("system", "As the computer"), ("en", "English"), ("zh-Hans", "简体中文")),
    ),
    Setting(
        "theme",
        "me",
        "Theme",
        "system",
        (("system", "As the computer"), ("light", "Light"), ("dark", "Dark")),
    ),
    Setting(
        "text_size",
        "me",
        "Text size",
        100,
        ((90, "90 %"), (100, "100 %"), (115, "115 %"), (130, "130 %")),
    ),
    Setting(
        "reduce_motion", "me", "Reduce motion", False, help="Sheets and toasts appear at once."
    ),
    Setting("till_name", "till", "Name of this till", "Till 1"),
    Setting(
        "faces_clients",
        "till",
        "This screen faces clients",
        False,
        help="Amounts and private notes are hidden from the start; F9 shows them.",
    ),
    Setting(
        "touch_only",
        "till",
        "Touch only, without a keyboard",
        False,
        help="The small pictures of keys are left out.",
    ),
    Setting("house_name", "house", "Name of the house", ""),
    Setting(
        "accent_light",
        "house",
        "Accent colour, light theme",
        "#7F5F2E",
        help="As six digits after #; it marks a circle, the nearest date, a match.",
    ),
    Setting("accent_dark", "house", "Accent colour, dark theme", "#D6B680"),
    Setting(
        "letter_keys",
        "keys",
        "Single letters act as shortcuts",
        True,
        help="Keys with Ctrl or Alt always act.",
    ),
    Setting("key_uses", "nowhere", "How often each key was used", ""),
)

BY_NAME = {one.name: one for one in SETTINGS}
