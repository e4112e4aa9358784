"""Puts what a client bought into a chunk: receipts, lines, returns, and who served."""

from clienteling.demo.chunk import Chunk
from clienteling.demo.dossier import Dossier
from clienteling.demo.histories import Bought, BoughtLine
from clienteling.demo.pieces import price_in, variant_id
from clienteling.demo.plan import BOUTIQUES, at, blob, demo_id, of_house

_CURRENCY = {one.code: one.currency for one in BOUTIQUES}

#: A return stands on the receipt of its purchase, after every line that was bought.
_RETURNS_FROM = 20


def put_purchases(who: Dossier, bought: list[Bought]) -> None:
    """Add purchases with their lines, what came back of them, and who served."""
    for index, one in enumerate(bought):
        purchase_id = blob("purchase", who.key, index)
        currency = _CURRENCY[one.store]
        who.chunk.put(
            "purchase", id=purchase_id, client_id=who.client_id, store_id=blob("store", one.store),
            receipt_no=f"{one.store}-{demo_id(who.key, index)[-8:]}",
            sold_at=at(one.day, one.minute // 60, one.minute % 60), sold_on=one.day.isoformat(),
            channel="store", currency=currency,
            net_minor=sum(price_in(x.piece, currency) for x in one.lines if not x.returned),
        )  # fmt: skip
        for position, line in enumerate(one.lines):
            _put_line(who.chunk, (who.key, index, position), purchase_id, line, currency)
        for place, (staff, share) in enumerate(_shares(one.served)):
            parts = (who.key, index) if place == 0 else (who.key, index, staff)
            who.chunk.put(
                "purchase_staff", id=blob("served", *parts), purchase_id=purchase_id,
                staff_id=blob("staff", staff), share_percent=share,
            )  # fmt: skip


def _shares(served: tuple[str, ...]) -> list[tuple[str, int]]:
    """Whoever served first is credited with what an even split leaves over."""
    each = 100 // len(served)
    return [
        (one, each if place else 100 - each * (len(served) - 1))
        for place, one in enumerate(served)
    ]


def _put_line(
    chunk: Chunk,
    parts: tuple[str, int, int],
    purchase_id: bytes,
    line: BoughtLine,
    currency: str,
) -> None:
    price, row_id = price_in(line.piece, currency), blob("line", *parts)
    wearer = None if line.wearer is None else blob("client", line.wearer)
    same = {
        "purchase_id": purchase_id, "product_id": of_house("product", line.piece.style_no),
        "variant_id": variant_id(line.piece, line.size), "words": line.piece.name,
        "unit_price_minor": price, "wearer_client_id": wearer,
    }  # fmt: skip
    chunk.put(
        "purchase_line", id=row_id, position=parts[2], quantity=1, net_minor=price,
        gift_words=line.gift_words, **same,
    )  # fmt: skip
    if line.returned:
        chunk.put(
            "purchase_line", id=blob("return", *parts), position=parts[2] + _RETURNS_FROM,
            quantity=-1, net_minor=-price, return_of_id=row_id, **same,
        )  # fmt: skip
