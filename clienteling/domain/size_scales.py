"""Two ways to convert a size: along straight scales, and by the rows of a table.

Numbers are exact fractions, so a size that goes there and back does not drift.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from clienteling.domain.sizes import SizeSystem


class Chart(Protocol):
    """A named way of converting."""

    @property
    def name(self) -> str:
        """Name of the chart as people see it."""
        ...

    @property
    def source(self) -> str:
        """Where its figures come from."""
        ...

    @property
    def systems(self) -> tuple[SizeSystem, ...]:
        """The systems it knows."""
        ...

    def convert(self, label: str, system: SizeSystem, target: SizeSystem) -> str | None:
        """Return the label in another system, or None where the chart does not reach."""
        ...


@dataclass(frozen=True, slots=True)
class Scale:
    """One system along a chart's common measure: measure = offset + slope × size.

    Args:
        offset: The common measure at size 0.
        slope: How much of it one size takes.
        step: The sizes that are made: whole, halves, quarters.
        letters: Whether sizes are the letters A to Z, counted from 0.
    """

    offset: Fraction
    slope: Fraction
    step: Fraction
    letters: bool = False

    def measure(self, label: str) -> Fraction | None:
        """Return the common measure of a label of this system."""
        value = _letter_value(label) if self.letters else _number(label)
        return None if value is None else self.offset + self.slope * value

    def label(self, measure: Fraction) -> str | None:
        """Return the label that is made nearest to a common measure."""
        steps = (measure - self.offset) / self.slope / self.step
        value = (2 * steps + 1) // 2 * self.step
        if value < 0:
            return None
        return _letter_label(value) if self.letters else number_label(value)


@dataclass(frozen=True, slots=True)
class ScaleChart:
    """A chart of straight scales between two common measures."""

    name: str
    source: str
    least: Fraction
    most: Fraction
    scales: tuple[tuple[SizeSystem, Scale], ...]

    @property
    def systems(self) -> tuple[SizeSystem, ...]:
        """Return the systems it knows."""
        return tuple(system for system, _ in self.scales)

    def convert(self, label: str, system: SizeSystem, target: SizeSystem) -> str | None:
        """Return the label in another system, or None where the chart does not reach."""
        scales = dict(self.scales)
        if system not in scales or target not in scales:
            return None
        measure = scales[system].measure(label)
        if measure is None or not self.least <= measure <= self.most:
            return None
        return scales[target].label(measure)


@dataclass(frozen=True, slots=True)
class TableChart:
    """A chart of rows; where a label stands in several rows, the middle one is meant."""

    name: str
    source: str
    columns: tuple[tuple[SizeSystem, tuple[str, ...]], ...]

    @property
    def systems(self) -> tuple[SizeSystem, ...]:
        """Return the systems it knows."""
        return tuple(system for system, _ in self.columns)

    def convert(self, label: str, system: SizeSystem, target: SizeSystem) -> str | None:
        """Return the label in another system, or None where the chart does not reach."""
        columns = dict(self.columns)
        if system not in columns or target not in columns:
            return None
        rows = [row for row, known in enumerate(columns[system]) if known == label]
        return columns[target][rows[(len(rows) - 1) // 2]] if rows else None


def number_label(value: Fraction) -> str:
    """Write a number as labels do: 37, 37.5, 7.125.

    >>> number_label(Fraction(75, 2))
    '37.5'
    """
    return str(value.numerator) if value.denominator == 1 else f"{float(value):g}"


def _number(label: str) -> Fraction | None:
    try:
        return Fraction(label)
    except ValueError:
        return None


def _letter_value(label: str) -> Fraction | None:
    letter, _, half = label.partition(".")
    if len(letter) != 1 or not "A" <= letter <= "Z" or half not in {"", "5"}:
        return None
    return Fraction(ord(letter) - ord("A")) + (Fraction(1, 2) if half else 0)


def _letter_label(value: Fraction) -> str | None:
    whole = int(value)
    if whole > 25:
        return None
    return chr(ord("A") + whole) + (".5" if value != whole else "")
