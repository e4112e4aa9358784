"""Bring the lines of receipts together: what one line says of its receipt holds for all."""

from collections.abc import Iterator
from typing import Any

from clienteling.exchange.dates import Moment
from clienteling.exchange.faults import Fault
from clienteling.exchange.reading import Chunk

Columns = dict[str, list[Any]]

_SHARED = (
    "client_ref",
    "client_name",
    "client_email",
    "client_phone",
    "moment",
    "store",
    "currency",
    "staff",
    "channel",
    "status",
    "subtotal",
    "refunded",
)
"""What is said once per receipt by programs that leave it blank on the receipt's further lines."""


def whole_receipts(chunks: Iterator[Chunk], position: int | None) -> Iterator[Chunk]:
    """Yield chunks that end where a receipt ends, as far as its lines stand together.

    Args:
        chunks: As they were read.
        position: Column of the receipt's number; None where there is none.
    """
    import pandas as pd

    if position is None:
        yield from chunks
        return
    held: Chunk | None = None
    for chunk in chunks:
        whole = chunk
        if held is not None:
            frame = pd.concat([held.frame, chunk.frame], ignore_index=True)
            whole = Chunk(frame, held.lines + chunk.lines, held.bad + chunk.bad)
        whole.done, whole.total = chunk.done, chunk.total
        ready, held = _cut(whole, position)
        if ready is not None:
            yield ready
    if held is not None:
        yield held


def _cut(chunk: Chunk, position: int) -> tuple[Chunk | None, Chunk]:
    """Part a chunk before its last receipt."""
    numbers = chunk.frame[position].to_numpy()
    start = len(numbers) - 1
    while start > 0 and numbers[start - 1] == numbers[-1]:
        start -= 1
    if start <= 0:
        return None, chunk
    head = Chunk(
        chunk.frame.iloc[:start].reset_index(drop=True),
        chunk.lines[:start],
        chunk.bad,
        chunk.done,
        chunk.total,
    )
    tail = Chunk(
        chunk.frame.iloc[start:].reset_index(drop=True),
        chunk.lines[start:],
        [],
        chunk.done,
        chunk.total,
    )
    return head, tail


def share_within(columns: Columns) -> None:
    """Fill what is blank on a receipt's further lines from its first line that says it."""
    receipts = columns["receipt"]
    for name in _SHARED:
        values = columns[name]
        if None not in values:
            continue
        first: dict[str, Any] = {}
        for receipt, value in zip(receipts, values, strict=True):
            if receipt is not None and value is not None:
                first.setdefault(receipt, value)
        if first:
            columns[name] = [
                first.get(receipt) if value is None else value
                for receipt, value in zip(receipts, values, strict=True)
            ]


def name_receipts(columns: Columns) -> bool:
    """Give lines without a receipt number one of client and day; say whether any was given."""
    receipts = columns["receipt"]
    if None not in receipts:
        return False
    columns["receipt"] = [
        receipt if receipt is not None else _derived(ref, moment)
        for receipt, ref, moment in zip(
            receipts, columns["client_ref"], columns["moment"], strict=True
        )
    ]
    return True


def share_out_subtotals(columns: Columns) -> None:
    """Take what an order's discount took from its lines off each line, by its share.

    An order's subtotal is what its lines came to after discounts that no line shows.
    """
    from clienteling.domain.money import Money

    for places in _by_receipt(columns).values():
        subtotal = columns["subtotal"][places[0]]
        nets = [columns["net_minor"][place] for place in places]
        if not isinstance(subtotal, int) or any(not isinstance(net, int) for net in nets):
            continue
        excess = sum(nets) - subtotal
        if excess <= 0 or min(nets) < 0 or sum(nets) == 0:
            continue
        shares = Money(excess, columns["currency"][places[0]]).allocate(nets)
        for place, part in zip(places, shares, strict=True):
            columns["net_minor"][place] -= part.minor
            columns["discount_minor"][place] = (columns["discount_minor"][place] or 0) + part.minor


def add_refunds(columns: Columns) -> None:
    """Add to each receipt of which something was paid back one line that takes it off again."""
    for places in _by_receipt(columns).values():
        last = places[-1]
        refunded = columns["refunded"][places[0]]
        if not isinstance(refunded, int) or refunded <= 0:
            continue
        own = {
            "quantity": -1,
            "net_minor": -refunded,
            "unit_minor": refunded,
            "discount_minor": None,
            "tax_minor": None,
            "sku": None,
            "description": "Refund",
            "mark": None,
            "wearer": None,
        }
        for name, values in columns.items():
            values.append(own.get(name, values[last]))


def _by_receipt(columns: Columns) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, receipt in enumerate(columns["receipt"]):
        if receipt is not None and not isinstance(receipt, Fault):
            found.setdefault(receipt, []).append(place)
    return found


def _derived(ref: str | None, moment: Any) -> str | None:
    if not isinstance(moment, Moment):
        return None
    return f"{ref or '?'} {moment.day.isoformat()}"
