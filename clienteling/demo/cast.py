"""The clients whom the demo house knows best, told one by one in resources/samples/cast.toml."""

import json
import tomllib
from datetime import date, timedelta
from typing import Any

from clienteling.demo.chunk import Chunk
from clienteling.demo.dossier import Dossier
from clienteling.demo.histories import Bought, BoughtLine
from clienteling.demo.likenesses import Likeness
from clienteling.demo.pieces import DemoPiece, demo_pieces
from clienteling.demo.plan import Plan, blob
from clienteling.demo.purchases import put_purchases
from clienteling.settings.paths import resource
from clienteling.storage.bulk import BulkLoad

_CONTACTS = ("mobile", "email", "wechat", "line")
_STORE = "PAR1"
FIRST_NUMBER = 900_000

Entry = dict[str, Any]


def put_cast(load: BulkLoad, plan: Plan, likenesses: tuple[Likeness, ...]) -> None:
    """Load the cast, who belongs to whom, what they said, wished for and bought."""
    with resource("samples", "cast.toml").open("rb") as file:
        cast = tomllib.load(file)["client"]
    faces = {one.cast: one.attachment for one in likenesses}
    chunk = Chunk()
    for place, entry in enumerate(cast):
        who = Dossier(chunk, entry["key"], entry["adviser"], _STORE)
        since = plan.today - timedelta(days=entry.get("with_since_days", 900))
        _put_person(who, entry, FIRST_NUMBER + place, since, faces.get(entry["key"]))
        _put_reach(who, entry, since)
        _put_tastes(who, entry, since)
        _put_facts(who, plan, entry)
        _put_words(who, plan, entry)
        _put_wishes(who, plan, entry)
        put_purchases(who, [_bought(plan, one, entry) for one in entry.get("bought", ())])
    chunk.write(load)


def _put_person(
    who: Dossier, entry: Entry, number: int, since: date, portrait: bytes | None
) -> None:
    who.person(
        kind="organisation" if "company" in entry else "person", client_no=f"CL-PAR1-{number:06d}",
        given_name=entry["given"], family_name=entry["family"], native_name=entry.get("native"),
        phonetic_name=entry.get("kana"),
        name_order="family_first" if entry.get("family_first") else "given_first",
        form_of_address=entry.get("title"), pronunciation=entry.get("pronunciation"),
        company_name=entry.get("company"), gender="f" if entry.get("woman") else "m",
        language=entry["language"], languages=json.dumps(entry["languages"]),
        circle_id=blob("circle", entry["circle"]), relationship_status="client",
        first_seen_on=since.isoformat(), portrait_id=portrait, remember=entry.get("remember"),
        do_not_contact=0,
    )  # fmt: skip


def _put_reach(who: Dossier, entry: Entry, since: date) -> None:
    for kind in _CONTACTS:
        if kind in entry:
            who.contact(kind, entry[kind], entry["country"])
    if "assistant" in entry:
        label, number = entry["assistant"]
        who.contact("mobile", number, entry["country"], owner="assistant", label=label)
    lines = [entry["street"]] if "street" in entry else []
    who.home(lines, entry["city"], entry.get("postal_code"), entry["country"])
    who.card(f"SV{blob('card', who.key).hex()[:8].upper()}")
    who.care(since)


def _put_tastes(who: Dossier, entry: Entry, since: date) -> None:
    for polarity, name in (("likes", "loves"), ("avoid", "avoids")):
        for place, text in enumerate(entry.get(name, ())):
            target, _, words = text.partition(":")
            who.prefers(polarity, target, words, 4 - (place > 1), since)
    if "allergy" in entry:
        words, detail = entry["allergy"]
        who.prefers("allergic", "material", words, 5, since, detail)


def _put_facts(who: Dossier, plan: Plan, entry: Entry) -> None:
    taken = plan.today - timedelta(days=entry.get("sizes_days", 200))
    for category, text in entry.get("sizes", {}).items():
        system, _, label = text.partition(" ")
        who.size(category, (system, label), taken, "observed", entry.get("sizes_by"))
    for place, one in enumerate(entry.get("dates", ())):
        _put_date(who, plan, place, one)
    signed = plan.today - timedelta(days=entry.get("consent_days", 100))
    for channel, allowed in entry.get("consent", {}).items():
        who.consent(channel, signed, "2026-1", allowed=allowed)
    for kin in entry.get("kin", ()):
        other = Dossier(who.chunk, kin["key"], who.adviser, who.store)
        other.kin_of(who.key, kin["kind"], kin["words"], secret=kin.get("secret", False))
    for kind, (reason, days) in entry.get("flags", {}).items():
        who.flag(kind, reason, plan.today - timedelta(days=days))
    for words in entry.get("owns", ()):
        who.owns(words, None)


def _put_date(who: Dossier, plan: Plan, place: int, one: Entry) -> None:
    hidden = blob("client", one["hide_from"]) if "hide_from" in one else None
    more = {"label": one.get("label"), "hide_from_client_id": hidden}
    if "lunar" in one:
        month, day = one["lunar"]
        who.key_date(str(place), one["kind"], month, day, calendar="lunar_cn", **more)
        return
    on = plan.today + timedelta(days=one["in_days"])
    more["year"] = on.year - one["years"] if "years" in one else None
    more["show_years"] = int(one.get("show_years", False))
    who.key_date(str(place), one["kind"], on.month, on.day, **more)


def _put_words(who: Dossier, plan: Plan, entry: Entry) -> None:
    for days, words, by, *readers in entry.get("notes", ()):
        who.note(plan.today - timedelta(days=days), words, by, *readers)
    for channel, name in (("call", "calls"), ("visit", "visits")):
        for days, words, by in entry.get(name, ()):
            who.meeting(channel, plan.today - timedelta(days=days), words, by)


def _put_wishes(who: Dossier, plan: Plan, entry: Entry) -> None:
    for place, name in enumerate(entry.get("wishes", ())):
        piece = _named(list(demo_pieces()), name, 0)
        size = entry.get("sizes", {}).get(piece.category, " ").partition(" ")[2]
        who.wish(
            name, plan.today - timedelta(days=9 + place),
            product_id=blob("product", piece.style_no),
            size_label=size if size in piece.sizes else None,
        )  # fmt: skip
    for idea in entry.get("gift_ideas", ()):
        piece = _named(list(demo_pieces()), idea["piece"], 0)
        soon = plan.today + timedelta(days=idea["in_days"])
        who.wish(
            idea["piece"], plan.today - timedelta(days=20), "gift_idea",
            product_id=blob("product", piece.style_no), occasion=idea["occasion"],
            needed_by=soon.isoformat(), hide_from_client_id=blob("client", idea["hide_from"]),
        )  # fmt: skip


def _bought(plan: Plan, one: list[Any], entry: Entry) -> Bought:
    days, words, gift, wearer, beside = [*one, "", "", ""][:5]
    rng = plan.rng("cast", entry["key"], days)
    other = "men" if entry.get("woman") else "women"
    wished = entry.get("wishes", ())
    suited = [p for p in demo_pieces() if (wearer or p.gender != other) and p.name not in wished]
    lines = []
    for name in words.split(" + "):
        piece = _named(suited, name, rng.randrange(1000))
        size = (None if wearer else _worn(entry, piece)) or piece.a_size(rng)
        lines.append(BoughtLine(piece, size, gift_words=gift or None, wearer=wearer or None))
    served = (entry["adviser"], beside) if beside else (entry["adviser"],)
    day = plan.today - timedelta(days=days)
    return Bought(day, rng.randrange(10 * 60, 18 * 60), tuple(lines), _STORE, served)


def _worn(entry: Entry, piece: DemoPiece) -> str | None:
    """Return the size of a piece that is known to fit, told in the piece's own system."""
    system, _, label = entry.get("sizes", {}).get(piece.category, "").partition(" ")
    return label if system == piece.size_system and label in piece.sizes else None


def _named(pieces: list[DemoPiece], words: str, choice: int) -> DemoPiece:
    fits = [
        one
        for one in pieces
        if words.lower() in one.name.lower() or words in (one.category, one.style_no)
    ]
    return (fits or pieces)[choice % len(fits or pieces)]
