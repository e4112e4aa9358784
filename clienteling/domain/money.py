"""Amounts of money: whole minor units of one currency, never a float."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import total_ordering

from typing_extensions import override

from clienteling.domain.currencies import exponent
from clienteling.domain.errors import BugError


@total_ordering
@dataclass(frozen=True, slots=True)
class Money:
    """So many minor units (cents, fen, yen) of an ISO 4217 currency.

    >>> Money(123450, "EUR") + Money(50, "EUR"), str(Money(1234, "JPY"))
    (Money(minor=123500, currency='EUR'), '1234 JPY')
    """

    minor: int
    currency: str

    def __add__(self, other: "Money") -> "Money":
        """Add an amount of the same currency."""
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        """Take away an amount of the same currency."""
        return Money(self.minor - self._same(other), self.currency)

    def __neg__(self) -> "Money":
        """Turn a price into a refund and back."""
        return Money(-self.minor, self.currency)

    def __mul__(self, times: int) -> "Money":
        """Multiply by a number of pieces."""
        return Money(self.minor * times, self.currency)

    def __lt__(self, other: "Money") -> bool:
        """Compare with an amount of the same currency."""
        return self.minor < self._same(other)

    def __bool__(self) -> bool:
        """Say whether it is anything but nothing."""
        return self.minor != 0

    @override
    def __str__(self) -> str:
        """Write the amount with a point and the currency's code; screens use the locale's way."""
        return f"{self.decimal_text()} {self.currency}"

    def decimal_text(self) -> str:
        """Write the amount with a point and no separators, as files between programs do.

        >>> Money(-5, "EUR").decimal_text(), Money(1234567, "KWD").decimal_text()
        ('-0.05', '1234.567')
        """
        places = exponent(self.currency)
        sign = "-" if self.minor < 0 else ""
        digits = str(abs(self.minor)).rjust(places + 1, "0")
        return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else sign + digits

    def share(self, numerator: int, denominator: int) -> "Money":
        """Return a fraction of the amount, rounded to the nearest minor unit, halves outwards.

        >>> Money(999, "EUR").share(20, 120), Money(-5, "EUR").share(1, 2)
        (Money(minor=167, currency='EUR'), Money(minor=-3, currency='EUR'))
        """
        if denominator == 0:
            raise BugError("a share of no parts")
        top = self.minor * numerator
        sign = -1 if (top < 0) != (denominator < 0) else 1
        rounded = (2 * abs(top) + abs(denominator)) // (2 * abs(denominator))
        return Money(sign * rounded, self.currency)

    def allocate(self, weights: Sequence[int]) -> "tuple[Money, ...]":
        """Divide by weights without losing a minor unit; what is left over goes to the first.

        >>> [part.minor for part in Money(100, "EUR").allocate([1, 1, 1])]
        [34, 33, 33]
        """
        whole = sum(weights)
        if whole <= 0 or min(weights) < 0:
            raise BugError("weights must not be negative and not all nothing")
        sign = -1 if self.minor < 0 else 1
        parts = [abs(self.minor) * weight // whole for weight in weights]
        left = abs(self.minor) - sum(parts)
        for place, weight in enumerate(weights):
            if left and weight:
                parts[place] += 1
                left -= 1
        return tuple(Money(sign * part, self.currency) for part in parts)

    def _same(self, other: "Money") -> int:
        if self.currency != other.currency:
            raise BugError(f"{self.currency} and {other.currency} do not add up")
        return other.minor


def total(amounts: Iterable[Money], currency: str) -> Money:
    """Add amounts of one currency; none is nothing of that currency."""
    result = Money(0, currency)
    for amount in amounts:
        result += amount
    return result
