"""Who in the book may be the person being entered; a look at likely rows, from the driver."""

from dataclasses import dataclass

from sqlcipher3 import dbapi2

from clienteling.domain.fold import fold
from clienteling.domain.ids import Id
from clienteling.domain.similarity import Identity, Likeness, Reason, identity, likeness
from clienteling.queries.find import Hit, find

MOST = 2
_LOOKED_AT = 12


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A client who may be the same person, and what speaks for it."""

    hit: Hit
    reasons: tuple[Reason, ...]


def look_alikes(
    raw: dbapi2.Connection,
    *,
    given: str,
    family: str,
    native: str = "",
    phone: str = "",
    email: str = "",
    other: str = "",
    adviser: Id | None = None,
    language: str = "en",
) -> tuple[LookAlike, ...]:
    """Return those who may be the person being entered, the likeliest first.

    Args:
        raw: A connection to the book.
        given: Given names typed so far.
        family: Family name typed so far.
        native: The name in its own script.
        phone: In standard form.
        email: In standard form.
        other: A WeChat id or another name on a network.
        adviser: Who asks; her own clients are marked so.
        language: BCP-47 of the circles' names.
    """
    searched = (phone, email, other, native, f"{given} {family}", family or given)
    found: dict[Id, Hit] = {}
    for words in searched:
        if len(words.strip()) > 1:
            hits = find(raw, words, scope_adviser=adviser, limit=_LOOKED_AT, language=language)
            for hit in hits:
                found.setdefault(hit.client_id, hit)
    person = identity(given, family, phones=[phone], emails=[email])
    judged = [
        (hit, _judged(person, _identity(raw, hit.client_id), native, hit))
        for hit in found.values()
    ]
    likely = [(hit, one) for hit, one in judged if one.reasons]
    likely.sort(key=lambda pair: (-pair[1].bits, pair[0].client_id))
    return tuple(LookAlike(hit, one.reasons) for hit, one in likely[:MOST])


def _judged(person: Identity, other: Identity, native: str, hit: Hit) -> Likeness:
    """Weigh a pair; the same whole name is shown even where nothing else is known."""
    told = likeness(person, other)
    same_script = bool(native) and fold(native) in {fold(hit.native or ""), fold(hit.display)}
    has_both = bool(person.given and person.family)
    if told.is_proposed or (has_both and Reason.NAME in told.reasons):
        return told
    if same_script:
        return Likeness(max(told.bits, 1.0), (Reason.NAME,))
    shared = _shared(person, other)
    return Likeness(told.bits, shared)


def _shared(person: Identity, other: Identity) -> tuple[Reason, ...]:
    """Say which way of reaching them two records share; while no name is typed it is enough."""
    if person.given or person.family:
        return ()
    found = []
    if person.phones & other.phones:
        found.append(Reason.PHONE)
    if person.emails & other.emails:
        found.append(Reason.EMAIL)
    return tuple(found)


def _identity(raw: dbapi2.Connection, client_id: Id) -> Identity:
    key = bytes.fromhex(client_id)
    given, family = raw.execute(
        "SELECT given_name, family_name FROM client WHERE id = ?", (key,)
    ).fetchone()
    contacts = raw.execute(
        "SELECT kind, value_norm FROM contact_point WHERE client_id = ? AND deleted_at IS NULL "
        "AND value_norm IS NOT NULL ORDER BY id",
        (key,),
    ).fetchall()
    return identity(
        given or "",
        family or "",
        phones=[value for kind, value in contacts if kind != "email" and value.startswith("+")],
        emails=[value for kind, value in contacts if kind == "email"],
    )
