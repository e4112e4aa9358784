"""Columns are data: what a column says, how wide it is, and perhaps how it is drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from clienteling.ui.theme import Role, Theme

Draw = Callable[[QPainter, Theme, QRectF, Any], None]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list.

    Args:
        title: Shown as an overline; empty for pictures.
        text: Writes a row's cell; also what a screen reader says.
        width: In logical pixels at 100 % text; 0 for the columns that share what is left.
        align: Figures stand at the right.
        role: Type role of the cell.
        color: Colour token of the cell, or a function of the row.
        draw: Draws the cell instead of its text.
        hide_below: The column goes when the list is narrower than this.
        sort: Name the query sorts by when the title is pressed.
    """

    title: str
    text: Callable[[Any], str]
    width: int = 0
    align: Literal["left", "right"] = "left"
    role: Role = "b"
    color: str | Callable[[Any], str] = "ink2"
    draw: Draw | None = None
    hide_below: int = 0
    sort: str | None = None
