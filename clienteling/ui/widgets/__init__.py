"""The kit of parts drawn from the design tokens; it knows nothing of clients.

Parts that the first page does not show are imported when they are first asked for.

Every part takes the ``Theme`` first and follows it by itself; parents come from the layout.

* Words: ``PlainLabel`` (never a bare ``QLabel``), ``Keycap``, ``KeyHints``, ``IconLabel``;
  ``SecretLabel`` for what the discreet view hides.
* Acts: ``Button``, ``icon_button``, ``TextLink``, ``Menu``.
* Chips: ``Chip`` (to read), ``ChoiceChip`` and ``ChipGroup`` (to choose).
* Switches: ``Segmented``, ``TextTabs``, ``IconTabs``, ``Toggle``, ``Choice``, ``ChoiceCell``,
  ``DoneMark``.
* Inputs: ``Field``, ``SearchField``, ``TextArea``, ``Select`` (bare) and ``DropDown`` (labelled).
* Likenesses: ``Portrait``, ``StaffMark``, ``PieceTile``; ``cover`` fits a photograph.
* Dates: ``DatePill``, ``CallMarks``, ``DayPicker`` (in a ``Popover``).
* Page: ``Paper``, ``Card``, ``SectionHeader``, ``Rule``, ``ScrollPage``, ``EmptyState``,
  ``Skeleton``, ``ProgressLine``, ``Sparkbars``.
* Client's card: ``RememberStrip``, ``SizeFigure``, ``StoryRow``, ``StoryIcon``.
* Shell: ``RailItem``, ``SyncLine``, ``Toast``, ``Overlay``, ``Dialog``.
* Layout: ``column(a, 8, b, None)``, ``line(a, None, b)``, ``box(layout)``, ``clear(layout)``,
  ``FlowLayout``; a number is a gap and ``None`` takes the room left.
* For delegates: ``draw_words``, ``draw_box``, ``draw_plate``, ``draw_staff``, ``draw_picture``,
  ``draw_pill``, ``draw_call_marks``, ``draw_keycap``, ``draw_availability``, ``draw_story_icon``.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from clienteling.ui.widgets.base import Look, Press, draw_box, draw_words, mix
from clienteling.ui.widgets.button import Button, TextLink, icon_button
from clienteling.ui.widgets.chip import Chip, ChipGroup, ChoiceChip
from clienteling.ui.widgets.empty import EmptyState
from clienteling.ui.widgets.icon import IconLabel
from clienteling.ui.widgets.keycap import Keycap, draw_keycap, keycap_width
from clienteling.ui.widgets.label import PlainLabel
from clienteling.ui.widgets.layouts import FlowLayout, box, clear, column, line
from clienteling.ui.widgets.overlay import Overlay, draw_shadow
from clienteling.ui.widgets.pictures import (
    Portrait,
    StaffMark,
    cover,
    draw_picture,
    draw_plate,
    draw_staff,
)
from clienteling.ui.widgets.rail import RailItem, SyncLine
from clienteling.ui.widgets.scroll import ScrollBar, ScrollPage, use_quiet_bars
from clienteling.ui.widgets.secret import HIDDEN, SecretLabel
from clienteling.ui.widgets.section import Rule, SectionHeader
from clienteling.ui.widgets.surface import Card, Paper
from clienteling.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from clienteling.ui.widgets.card import (
        RememberStrip,
        SizeFigure,
        StoryIcon,
        StoryRow,
        draw_story_icon,
    )
    from clienteling.ui.widgets.choice import Choice, ChoiceCell, DoneMark, Toggle
    from clienteling.ui.widgets.dates import CallMarks, DatePill, draw_call_marks, draw_pill
    from clienteling.ui.widgets.days import DayPicker
    from clienteling.ui.widgets.dialog import Dialog
    from clienteling.ui.widgets.dropdown import DropDown, Select
    from clienteling.ui.widgets.field import Box, Field, SearchField
    from clienteling.ui.widgets.hints import KeyHints
    from clienteling.ui.widgets.menu import Menu
    from clienteling.ui.widgets.pieces import PieceTile, Sparkbars, draw_availability
    from clienteling.ui.widgets.popover import Popover
    from clienteling.ui.widgets.progress import ProgressLine, Skeleton
    from clienteling.ui.widgets.segmented import IconTabs, Segmented, TextTabs
    from clienteling.ui.widgets.text_area import TextArea

__all__ = [
    "HIDDEN",
    "Box",
    "Button",
    "CallMarks",
    "Card",
    "Chip",
    "ChipGroup",
    "Choice",
    "ChoiceCell",
    "ChoiceChip",
    "DatePill",
    "DayPicker",
    "Dialog",
    "DoneMark",
    "DropDown",
    "EmptyState",
    "Field",
    "FlowLayout",
    "IconLabel",
    "IconTabs",
    "KeyHints",
    "Keycap",
    "Look",
    "Menu",
    "Overlay",
    "Paper",
    "PieceTile",
    "PlainLabel",
    "Popover",
    "Portrait",
    "Press",
    "ProgressLine",
    "RailItem",
    "RememberStrip",
    "Rule",
    "ScrollBar",
    "ScrollPage",
    "SearchField",
    "SecretLabel",
    "SectionHeader",
    "Segmented",
    "Select",
    "SizeFigure",
    "Skeleton",
    "Sparkbars",
    "StaffMark",
    "StoryIcon",
    "StoryRow",
    "SyncLine",
    "TextArea",
    "TextLink",
    "TextTabs",
    "Toast",
    "Toggle",
    "box",
    "clear",
    "column",
    "cover",
    "draw_availability",
    "draw_box",
    "draw_call_marks",
    "draw_keycap",
    "draw_picture",
    "draw_pill",
    "draw_plate",
    "draw_shadow",
    "draw_staff",
    "draw_story_icon",
    "draw_words",
    "icon_button",
    "keycap_width",
    "line",
    "mix",
    "use_quiet_bars",
]

_LATER = {
    "card": ("RememberStrip", "SizeFigure", "StoryIcon", "StoryRow", "draw_story_icon"),
    "choice": ("Choice", "ChoiceCell", "DoneMark", "Toggle"),
    "dates": ("CallMarks", "DatePill", "draw_call_marks", "draw_pill"),
    "days": ("DayPicker",),
    "dialog": ("Dialog",),
    "dropdown": ("DropDown", "Select"),
    "field": ("Box", "Field", "SearchField"),
    "hints": ("KeyHints",),
    "menu": ("Menu",),
    "pieces": ("PieceTile", "Sparkbars", "draw_availability"),
    "popover": ("Popover",),
    "progress": ("ProgressLine", "Skeleton"),
    "segmented": ("IconTabs", "Segmented", "TextTabs"),
    "text_area": ("TextArea",),
}
_HOMES = {name: module for module, names in _LATER.items() for name in names}


def __getattr__(name: str) -> Any:
    """Import a part when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"there is no part named {name!r} in the kit")
    part = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = part
    return part
