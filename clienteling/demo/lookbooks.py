"""The shelf of the demo house: lookbooks being composed, and some that left it, as they were."""

import hashlib
import tomllib
from datetime import timedelta
from typing import Any

from clienteling.demo.chunk import Chunk
from clienteling.demo.pieces import DemoPiece, demo_pieces
from clienteling.demo.plan import Plan, at, blob, demo_id
from clienteling.domain.clock import Clock
from clienteling.reports.lookbook import to_json
from clienteling.reports.lookbook_source import snapshot_of
from clienteling.settings.paths import resource
from clienteling.storage.book import Book
from clienteling.storage.bulk import BulkLoad
from clienteling.storage.store import Store

_STORE = "PAR1"


def put_lookbooks(load: BulkLoad, book: Book, clock: Clock, plan: Plan) -> None:
    """Load the lookbooks, then what was printed of those that left the house.

    Args:
        load: Where to.
        book: The same book, to read what each one prints.
        clock: The house's.
        plan: The world they belong to.
    """
    with resource("samples", "lookbooks.toml").open("rb") as file:
        entries = tomllib.load(file)["lookbook"]
    chunk = Chunk()
    pieces = {piece.style_no: piece for piece in demo_pieces()}
    for entry in entries:
        _put_lookbook(chunk, entry, pieces)
    with load.chunk():
        chunk.write(load)
    issues = _issues(book, clock, plan, [one for one in entries if "days" in one])
    with load.chunk() as connection:
        issues.write(load)
        for entry in entries:
            day = plan.today - timedelta(days=entry.get("days", entry.get("touched", 0)))
            if day < plan.today:
                connection.execute(
                    "UPDATE lookbook SET created_at = ?1, updated_at = ?1 WHERE id = ?2",
                    (at(day, 14), blob("lookbook", entry["key"])),
                )


def _put_lookbook(chunk: Chunk, entry: dict[str, Any], pieces: dict[str, DemoPiece]) -> None:
    key = entry["key"]
    chunk.put(
        "lookbook", id=blob("lookbook", key), staff_id=blob("staff", entry["adviser"]),
        client_id=blob("client", entry["client"]) if "client" in entry else None,
        title=entry["title"], letter=entry["letter"], language=entry["language"],
        page_size=entry["page_size"], show_prices=0, show_set_aside=1, show_care=0,
        show_reactions=0, show_code=0, status="issued" if "days" in entry else "draft",
    )  # fmt: skip
    for position, page in enumerate(entry["pages"]):
        page_id = blob("page", key, position)
        chunk.put(
            "look_page", id=page_id, lookbook_id=blob("lookbook", key), position=position,
            layout=page["layout"], words=page.get("words"),
        )  # fmt: skip
        for slot, style_no in enumerate(page["pieces"]):
            chunk.put(
                "look_item", id=blob("item", key, position, slot), page_id=page_id, slot=slot,
                product_id=blob("product", pieces[style_no].style_no),
            )  # fmt: skip


def _issues(book: Book, clock: Clock, plan: Plan, entries: list[dict[str, Any]]) -> Chunk:
    chunk, store = Chunk(), Store(book, clock)
    try:
        for entry in entries:
            day = plan.today - timedelta(days=entry["days"])
            with store.read() as session:
                printed = snapshot_of(
                    session, lookbook_id=demo_id("lookbook", entry["key"]), today=day,
                    store_id=demo_id("store", _STORE),
                )  # fmt: skip
            snapshot = to_json(printed)
            chunk.put(
                "lookbook_issue", id=blob("issue", entry["key"]), snapshot=snapshot,
                lookbook_id=blob("lookbook", entry["key"]), issued_at=at(day, 14), way="print",
                sha256=hashlib.sha256(snapshot.encode()).hexdigest(),
                staff_id=blob("staff", entry["adviser"]),
            )  # fmt: skip
    finally:
        store.close()
    return chunk
