"""The clients whom the demo house knows best, told one by one in resources/samples/cast.toml."""

import json
import tomllib
from datetime import date, timedelta
from typing import Any

from clienteling.demo.histories import Bought, BoughtLine
from clienteling.demo.likenesses import Likeness
from clienteling.demo.pieces import DemoPiece, demo_pieces
from clienteling.demo.plan import Plan, at, blob
from clienteling.demo.write_clients import Chunk, put_purchases
from clienteling.settings.paths import resource
from clienteling.storage.bulk import BulkLoad

_CONTACTS = ("mobile", "email", "wechat", "line")
FIRST_NUMBER = 900_000


def put_cast(load: BulkLoad, plan: Plan, likenesses: tuple[Likeness, ...]) -> None:
    """Load the cast, who belongs to whom, what they said, wished for and bought."""
    with resource("samples", "cast.toml").open("rb") as file:
        cast = tomllib.load(file)["client"]
    faces = {one.cast: one.attachment for one in likenesses}
    chunk = Chunk()
    for place, entry in enumerate(cast):
        portrait = faces.get(entry["key"])
        _add(chunk, plan, entry, FIRST_NUMBER + place, portrait)
    chunk.write(load)
    for entry in cast:
        _put_words(load, plan, entry)


def _add(
    chunk: Chunk, plan: Plan, entry: dict[str, Any], number: int, portrait: bytes | None
) -> None:
    key, client_id = entry["key"], blob("client", entry["key"])
    since = plan.today - timedelta(days=entry.get("with_since_days", 900))
    staff = blob("staff", entry["adviser"])
    chunk.clients.append(client_id)
    chunk.rows["client"].append(
        (
            client_id,
            "organisation" if "company" in entry else "person",
            f"CL-PAR1-{number:06d}",
            entry["given"],
            entry["family"],
            entry.get("native"),
            entry.get("kana"),
            "family_first" if entry.get("family_first") else "given_first",
            entry.get("title"),
            entry.get("pronunciation"),
            entry.get("company"),
            "f" if entry.get("woman") else "m",
            entry["language"],
            json.dumps(entry["languages"]),
            blob("store", "PAR1"),
            blob("circle", entry["circle"]),
            "client",
            since.isoformat(),
            portrait,
            entry.get("remember"),
            0,
        )
    )
    chunk.rows["assignment"].append(
        (blob("care", key), client_id, staff, "primary", since.isoformat())
    )
    _reach(chunk, key, client_id, entry)
    _knowledge(chunk, plan, key, client_id, entry, staff, since)
    put_purchases(
        chunk,
        client_id,
        key,
        [_bought(plan, one, entry) for one in entry.get("bought", ())],
        "PAR1",
        entry["adviser"],
    )


def _reach(chunk: Chunk, key: str, client_id: bytes, entry: dict[str, Any]) -> None:
    for kind in _CONTACTS:
        if kind in entry:
            norm = entry[kind].replace(" ", "") if kind == "mobile" else entry[kind]
            chunk.rows["contact_point"].append(
                (
                    blob(kind, key),
                    client_id,
                    kind,
                    entry[kind],
                    norm,
                    entry["country"],
                    1,
                    "verified",
                    "self",
                )
            )
    chunk.rows["address"].append(
        (
            blob("home", key),
            client_id,
            "home",
            json.dumps([entry["street"]] if "street" in entry else [], ensure_ascii=False),
            entry["city"],
            entry.get("postal_code"),
            entry["country"],
            1,
        )
    )
    chunk.rows["card"].append(
        (blob("card", key), client_id, f"SV{blob('card', key).hex()[:8].upper()}", 1)
    )


def _knowledge(
    chunk: Chunk,
    plan: Plan,
    key: str,
    client_id: bytes,
    entry: dict[str, Any],
    staff: bytes,
    since: date,
) -> None:
    for polarity, name, strength in (("likes", "loves", 4), ("avoid", "avoids", 4)):
        for place, text in enumerate(entry.get(name, ())):
            target, _, words = text.partition(":")
            chunk.rows["preference"].append(
                (
                    blob(polarity, key, words),
                    client_id,
                    polarity,
                    target,
                    words,
                    None,
                    strength - (place > 1),
                    "told",
                    since.isoformat(),
                    staff,
                )
            )
    if "allergy" in entry:
        words, detail = entry["allergy"]
        chunk.rows["preference"].append(
            (
                blob("allergic", key),
                client_id,
                "allergic",
                "material",
                words,
                detail,
                5,
                "told",
                since.isoformat(),
                staff,
            )
        )
    taken = plan.today - timedelta(days=entry.get("sizes_days", 200))
    taker = blob("staff", entry.get("sizes_by", entry["adviser"]))
    for category, text in entry.get("sizes", {}).items():
        system, _, label = text.partition(" ")
        chunk.rows["size_profile"].append(
            (
                blob("size", key, category),
                client_id,
                category,
                system,
                label,
                "observed",
                taken.isoformat(),
                taker,
            )
        )
    for place, one in enumerate(entry.get("dates", ())):
        chunk.rows["key_date"].append(_key_date(plan, key, client_id, place, one))
    signed = plan.today - timedelta(days=entry.get("consent_days", 100))
    for channel, allowed in entry.get("consent", {}).items():
        chunk.rows["consent_event"].append(
            (
                blob("consent", key, channel),
                client_id,
                "marketing",
                channel,
                "granted" if allowed else "refused",
                "paper_signed",
                "2026-1",
                at(signed),
                staff,
                blob("store", "PAR1"),
            )
        )


def _key_date(
    plan: Plan, key: str, client_id: bytes, place: int, one: dict[str, Any]
) -> tuple[Any, ...]:
    row_id = blob("date", key, place)
    if "lunar" in one:
        month, day = one["lunar"]
        return (row_id, client_id, one["kind"], month, day, None, "lunar_cn", 0, 0)
    on = plan.today + timedelta(days=one["in_days"])
    year = on.year - one["years"] if "years" in one else None
    shown = int(one.get("show_years", False))
    return (row_id, client_id, one["kind"], on.month, on.day, year, "gregorian", 0, shown)


def _bought(plan: Plan, one: list[Any], entry: dict[str, Any]) -> Bought:
    day = plan.today - timedelta(days=one[0])
    rng = plan.rng("cast", entry["key"], one[0])
    other = "men" if entry.get("woman") else "women"
    wished = entry.get("wishes", ())
    suited = [p for p in demo_pieces() if p.gender != other and p.name not in wished]
    piece = _named(suited or list(demo_pieces()), one[1], rng.randrange(1000))
    sizes = {name: text.partition(" ")[2] for name, text in entry.get("sizes", {}).items()}
    size = sizes.get(piece.category)
    if size not in piece.sizes:
        size = piece.a_size(rng)
    line = BoughtLine(piece, size, gift_words=one[2] if len(one) > 2 else None, returned=False)
    return Bought(day, rng.randrange(10 * 60, 18 * 60), (line,))


def _named(pieces: list[DemoPiece], words: str, choice: int) -> DemoPiece:
    fits = [one for one in pieces if words.lower() in one.name.lower() or words == one.category]
    return (fits or pieces)[choice % len(fits or pieces)]


def _put_words(load: BulkLoad, plan: Plan, entry: dict[str, Any]) -> None:
    key, client_id = entry["key"], blob("client", entry["key"])
    load.insert(
        "relationship",
        ("id", "from_client_id", "to_client_id", "kind", "words", "secret"),
        [
            (
                blob("kin", key, kin["key"]),
                blob("client", kin["key"]),
                client_id,
                kin["kind"],
                kin["words"],
                0,
            )
            for kin in entry.get("kin", ())
        ],
    )
    load.insert(
        "note",
        ("id", "client_id", "noted_at", "body", "visibility", "pinned", "staff_id"),
        [
            (
                blob("note", key, days),
                client_id,
                at(plan.today - timedelta(days=days), 16),
                words,
                "hq",
                0,
                blob("staff", by),
            )
            for days, words, by in entry.get("notes", ())
        ],
    )
    load.insert(
        "interaction",
        (
            "id",
            "client_id",
            "occurred_at",
            "channel",
            "inbound",
            "summary",
            "outcome",
            "visibility",
            "staff_id",
            "store_id",
        ),
        [
            (
                blob(channel, key, days),
                client_id,
                at(plan.today - timedelta(days=days), 15),
                channel,
                int(channel == "visit"),
                words,
                "reached" if channel == "call" else None,
                "hq",
                blob("staff", by),
                blob("store", "PAR1"),
            )
            for channel, name in (("call", "calls"), ("visit", "visits"))
            for days, words, by in entry.get(name, ())
        ],
    )
    load.insert(
        "wish",
        ("id", "client_id", "kind", "status", "product_id", "size_label", "noted_on", "staff_id"),
        [
            _wish(plan, key, client_id, name, place, entry)
            for place, name in enumerate(entry.get("wishes", ()))
        ],
    )


def _wish(
    plan: Plan, key: str, client_id: bytes, name: str, place: int, entry: dict[str, Any]
) -> tuple[Any, ...]:
    piece = _named(list(demo_pieces()), name, 0)
    size = entry.get("sizes", {}).get(piece.category, " ").partition(" ")[2]
    return (
        blob("wish", key, name),
        client_id,
        "wish",
        "open",
        blob("product", piece.style_no),
        size if size in piece.sizes else None,
        (plan.today - timedelta(days=9 + place)).isoformat(),
        blob("staff", entry["adviser"]),
    )
