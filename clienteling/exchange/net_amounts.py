"""Settle signs and sums of columns of amounts, and join columns of names."""

from typing import Any

from clienteling.exchange.receipts import Columns


def negate_returns(columns: Columns) -> None:
    """Make quantity and amount of lines that are marked as returns negative."""
    columns["quantity"] = [
        -count if back and count > 0 else count
        for count, back in zip(columns["quantity"], columns["is_return"], strict=True)
    ]
    columns["net_minor"] = [
        -net if back and net is not None and net > 0 else net
        for net, back in zip(columns["net_minor"], columns["is_return"], strict=True)
    ]


def signed(discount: int | None, count: int) -> int:
    """Return a discount with the sign of the line it belongs to; nothing where there is none."""
    if discount is None:
        return 0
    return -abs(discount) if count < 0 else abs(discount)


def added(before: list[Any], more: list[Any]) -> list[Any]:
    """Add two columns of amounts; an empty cell adds nothing."""
    return [
        one if other is None else other if one is None else one + other
        for one, other in zip(before, more, strict=True)
    ]


def listed(before: list[Any], more: list[Any]) -> list[Any]:
    """Put two columns of names one behind the other; an empty cell adds nothing."""
    return [
        one if other is None else other if one is None else f"{one}; {other}"
        for one, other in zip(before, more, strict=True)
    ]
