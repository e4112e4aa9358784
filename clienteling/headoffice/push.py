"""Taking a stretch of a till's log: in one transaction, in a fixed order, each effect once.

Order: the till and its device; the marks it read; the place in its log; the scopes, in order of
their names (whoever holds them is alone in them); mutations known by name are dropped; each group
of one transaction is judged whole, then merged; feed, mark, place. A mutation that cannot be kept
is set aside by itself, with its reason, and the rest flows.

It is long because one push is one story, told in order.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from clienteling.headoffice import feed, tills
from clienteling.headoffice.dialect import Transaction
from clienteling.headoffice.erasure import erase_in
from clienteling.headoffice.feed import Entry, Key, Scope
from clienteling.headoffice.seal import Seal
from clienteling.headoffice.tills import Till
from clienteling.storage.capture import DELETE, INSERT, UPDATE
from clienteling.sync import casts
from clienteling.sync.checks import content_fault
from clienteling.sync.merge import Clash, Kept, Merged, Version, merge, revive
from clienteling.sync.registry import children_of, kinds
from clienteling.sync.scopes import EVERYWHERE
from clienteling.sync.wire import (
    ANOTHER_SCOPE,
    CASES,
    ERASE,
    ERASED,
    FITTED,
    GONE,
    LIVE,
    OPEN,
    PARTIAL,
    SETTLED,
    Elsewhere,
    Mutation,
    Place,
    Push,
    PushAnswer,
    Pushed,
    Result,
)

_CHUNK = 400

_WAS_ERASED = "erased on request"


@dataclass(slots=True)
class _Desk:
    """One push being worked on."""

    transaction: Transaction
    seal: Seal
    till: Till
    incarnation: str
    now: int
    scopes: dict[str, Scope]
    schema: int
    results: list[Result] = field(default_factory=list)
    rejected: list[tuple[Mutation, str]] = field(default_factory=list)
    #: Rows of this push whose insert was set aside, now or when it came before.
    unmade: dict[Key, Mutation] = field(default_factory=dict)

    @property
    def device(self) -> str:
        """The till in this life of its memory."""
        return f"{self.till.till}/{self.incarnation}"


def take(
    transaction: Transaction, seal: Seal, till: Till, place: Place, push: Push, now: int
) -> PushAnswer:
    """Take a push whose till, marks and words have been checked.

    Args:
        transaction: Everything happens in it.
        seal: Checks the proof of erasures that tills hand back.
        till: Who speaks.
        place: Where head office is in this device's log.
        push: The stretch.
        now: Head office's own time in milliseconds.
    """
    fresh = _joined(push, place)
    if fresh is None:
        missed = (push.before.mid + 1, place.mid)
        return Elsewhere(place, tills.refused_between(transaction, till, push.incarnation, missed))
    told = _told_before(transaction, till, place, push)
    names = {one.scope for one in fresh if one.scope in till.granted}
    scopes = {name: feed.hold(transaction, name) for name in sorted(names)}
    # Every push looks at the catalogue; if each took it, one boutique would wait for all others.
    scopes.setdefault(EVERYWHERE, Scope(EVERYWHERE, 0, is_held=False))
    desk = _Desk(transaction, seal, till, push.incarnation, now, scopes, push.schema)
    unknown = _unapplied(desk, fresh)
    _tell_again(desk, fresh, unknown)
    _note_unmade(desk, push.mutations, (*told, *desk.results))
    _look_up(desk, unknown)
    for _tx, group in groupby(unknown, key=lambda one: one.muid if one.entry else one.tx):
        _judge(desk, list(group))
    for scope in scopes.values():
        feed.keep(transaction, scope, now)
    _write_down(desk, unknown)
    return Pushed(_place_after(place, fresh), (*told, *desk.results))


def _told_before(
    transaction: Transaction, till: Till, place: Place, push: Push
) -> tuple[Result, ...]:
    """Return what was set aside of this push when it came before; also of half a bulk load."""
    upto = place.mid + (1 if place.part else 0)
    mids = [one.mid for one in push.mutations if one.mid <= upto]
    if not mids:
        return ()
    return tills.refused_between(transaction, till, push.incarnation, (mids[0], mids[-1]))


def _joined(push: Push, place: Place) -> Sequence[Mutation] | None:
    """Return what is new of a push, or None where it does not join what is here."""
    before = push.before
    if before.mid > place.mid:
        return None
    if before.mid == place.mid:
        joins = before.mid == 0 or before.muid == place.muid
        return push.mutations if joins and before.part in {"", place.part} else None
    known = [one for one in push.mutations if one.mid == place.mid and one.last]
    if not known or known[0].name != place.muid:
        return None
    return [one for one in push.mutations if one.mid > place.mid]


def _unapplied(desk: _Desk, fresh: Sequence[Mutation]) -> list[Mutation]:
    applied: set[str] = set()
    names = [one.muid for one in fresh]
    for start in range(0, len(names), _CHUNK):
        some = names[start : start + _CHUNK]
        found = desk.transaction.all(
            "SELECT muid FROM sync_applied WHERE scope = ? "  # noqa: S608 - our own marks
            f"AND muid IN ({', '.join('?' * len(some))})",
            (desk.till.home, *some),
        )
        applied.update(row[0] for row in found)
    return [one for one in fresh if one.muid not in applied]


def _tell_again(desk: _Desk, fresh: Sequence[Mutation], unknown: Sequence[Mutation]) -> None:
    """Say what was refused of an earlier life of the log: this one may not remember it."""
    new = {one.muid for one in unknown}
    known = [one for one in fresh if one.muid not in new]
    reasons = tills.refused_by_name(desk.transaction, desk.till, [one.muid for one in known])
    desk.results += [
        Result(one.mid, one.row_id, "rejected", reasons[one.muid])
        for one in known
        if one.muid in reasons
    ]


def _note_unmade(desk: _Desk, sent: Iterable[Mutation], told: Iterable[Result]) -> None:
    refused = {(one.mid, one.row_id) for one in told}
    for one in sent:
        if one.op == INSERT and one.fields and (one.mid, one.row_id) in refused:
            desk.unmade[one.table, one.row_id] = one


def _look_up(desk: _Desk, mutations: Iterable[Mutation]) -> None:
    wanted: dict[str, list[Key]] = {name: [] for name in desk.scopes}
    for one in mutations:
        if one.scope in desk.scopes:
            wanted[one.scope].append((one.table, one.row_id))
            for key in _parent_keys(one):
                wanted[one.scope].append(key)
                wanted[EVERYWHERE].append(key)
    for name, keys in wanted.items():
        feed.look_up(desk.transaction, desk.scopes[name], keys)


def _parent_keys(one: Mutation) -> Iterator[Key]:
    kind = kinds().get(one.table)
    for parent in kind.parents if kind is not None else ():
        _old, new = one.fields.get(parent.name, (None, None))
        if isinstance(new, str) and parent.parent is not None:
            yield parent.parent, new


def _judge(desk: _Desk, group: list[Mutation]) -> None:
    group = [_whole(desk, one) for one in group]
    faults = {one.muid: _fault(desk, one) for one in group}
    fault = next((fault for fault in faults.values() if fault is not None), None)
    for one in group:
        if fault is None:
            _apply(desk, one)
        else:
            _set_aside(desk, one, faults[one.muid] or f"with it: {fault}")


def _whole(desk: _Desk, one: Mutation) -> Mutation:
    """Return an edit of a row whose insert was set aside as the whole row.

    Its till sends it so as soon as it knows; here it wrote on before it was told. An insert's
    fields are those of the row as it was when it was sent, with all edits.
    """
    insert = desk.unmade.get((one.table, one.row_id))
    scope = desk.scopes.get(one.scope)
    if insert is None or scope is None or one.op != UPDATE or not one.fields:
        return one
    entry = scope.get((one.table, one.row_id))
    if entry is not None and entry.kept.state != PARTIAL:
        return one
    if any(key in desk.unmade for key in _parent_keys(insert)):
        # Other tills would wait for what it hangs on.
        return one
    return replace(one, op=INSERT, fields=insert.fields)


def _fault(desk: _Desk, one: Mutation) -> str | None:
    if one.scope not in desk.scopes or one.scope not in desk.till.granted:
        return ANOTHER_SCOPE
    fault = content_fault(one)
    if fault is not None:
        return fault
    if one.op == ERASE:
        sealed = desk.seal.is_of(one.scope, one.table, one.row_id, one.proof)
        return None if sealed else "an erasure that is not head office's"
    if _is_erased(desk, one.scope, (one.table, one.row_id)):
        return _WAS_ERASED
    if any(_is_erased(desk, one.scope, key) for key in _parent_keys(one)):
        return f"hangs on what was {_WAS_ERASED}"
    return None


def _is_erased(desk: _Desk, scope: str, key: Key) -> bool:
    entry = desk.scopes[scope].get(key)
    return entry is not None and entry.kept.state == ERASED


def _set_aside(desk: _Desk, one: Mutation, reason: str) -> None:
    desk.rejected.append((one, reason))
    desk.results.append(Result(one.mid, one.row_id, "rejected", reason))
    if one.op == INSERT and one.fields:
        desk.unmade[one.table, one.row_id] = one
    scope = desk.scopes.get(one.scope) if one.scope in desk.till.granted else None
    entry = scope.get((one.table, one.row_id)) if scope is not None else None
    if scope is not None and entry is not None:
        # The till shows what it wrote in vain until the row reaches it again.
        scope.put((one.table, one.row_id), entry)


def _apply(desk: _Desk, one: Mutation) -> None:
    scope = desk.scopes[one.scope]
    key = (one.table, one.row_id)
    entry = scope.get(key)
    if one.op == ERASE:
        if entry is None or entry.kept.state != ERASED:
            erase_in(desk.transaction, desk.seal, scope, key, desk.now)
        return
    if one.table == CASES:
        _settle(scope, one, key, entry, desk.now)
        return
    mine = Version(scope.head + 1, desk.device, min(one.hlc >> 16, desk.now), one.user)
    if one.op == DELETE and entry is not None and _is_hung_on(desk, scope, key):
        clash = Clash((), {}, {}, entry.kept.newest(), mine)
        _tell(desk, scope, one, Merged(entry.kept, (clash,), is_news=True), entry, mine)
        return
    if entry is not None:
        one = casts.unshadowed(one, desk.schema, entry.kept.body)
    merged = merge(kinds()[one.table], None if entry is None else entry.kept, one, mine)
    _tell(desk, scope, one, merged, entry, mine)
    for parent in _parent_keys(one):
        _keep_parent(desk, one, parent)


def _tell(
    desk: _Desk,
    scope: Scope,
    one: Mutation,
    merged: Merged,
    before: Entry | None,
    mine: Version,
) -> None:
    if merged.row is not None and merged.is_news:
        is_changed = before is None or merged.row != before.kept
        at, by = (mine.at, mine.by) if is_changed or before is None else (before.at, before.by)
        scope.put((one.table, one.row_id), Entry(merged.row, at, by))
    for number, clash in enumerate(merged.clashes):
        case = _case(one, clash, number)
        scope.put(case[0], Entry(Kept(0, LIVE, case[1], {"+": mine}), desk.now, mine.by))
        if not clash.fitted:
            desk.results.append(Result(one.mid, one.row_id, "conflict", ", ".join(clash.fields)))


def _case(one: Mutation, clash: Clash, number: int) -> tuple[Key, dict[str, Any]]:
    name = hashlib.sha256(f"{one.muid}/{one.table}/{number}".encode()).hexdigest()[:32]
    body = {
        "tbl": one.table,
        "row_id": one.row_id,
        "field": ",".join(clash.fields),
        "kept": json.dumps(clash.kept, sort_keys=True),
        "other": json.dumps(clash.other, sort_keys=True),
        "who_kept": clash.kept_by.by or clash.kept_by.device.split("/")[0],
        "who_other": clash.other_by.by or clash.other_by.device.split("/")[0],
        "when_kept": clash.kept_by.at,
        "when_other": clash.other_by.at,
        "state": FITTED if clash.fitted else OPEN,
    }
    return (CASES, name), body


def _settle(scope: Scope, one: Mutation, key: Key, entry: Entry | None, now: int) -> None:
    """Settle a case or open it again; or keep one that a restored head office has forgotten."""
    if entry is None and one.op == INSERT and one.fields:
        body = {name: new for name, (_old, new) in one.fields.items()}
        version = Version(scope.head + 1, "hq", now, one.user)
        scope.put(key, Entry(Kept(0, LIVE, body, {"+": version}), now, one.user))
    elif entry is not None and one.op == UPDATE and "state" in one.fields:
        # Whoever comes last decides, as with any field; its sides stay, and what was fitted, too.
        state = SETTLED if one.fields["state"][1] == SETTLED else OPEN
        body = {**entry.kept.body, "state": state}
        if entry.kept.body.get("state") not in {OPEN, SETTLED} or body == entry.kept.body:
            return
        scope.put(key, replace(entry, kept=replace(entry.kept, body=body)))


def _keep_parent(desk: _Desk, one: Mutation, key: Key) -> None:
    for name in (one.scope, EVERYWHERE):
        scope = desk.scopes[name]
        entry = scope.get(key)
        if name in desk.till.granted and entry is not None and entry.kept.state == GONE:
            feed.take_hold(desk.transaction, scope)
            entry = scope.get(key)
        if name in desk.till.granted and entry is not None and entry.kept.state == GONE:
            mine = Version(scope.head + 1, desk.device, desk.now, one.user)
            parent = replace(one, table=key[0], row_id=key[1])
            _tell(desk, scope, parent, revive(entry.kept, mine), entry, mine)


def _is_hung_on(desk: _Desk, scope: Scope, key: Key) -> bool:
    """Say whether a living row hangs on one that is to go; removals for good are rare."""
    return any(
        entry is not None and entry.kept.state == LIVE
        for kind, parent in children_of(key[0])
        for child in feed.naming(desk.transaction, scope, kind.table, parent.name, key[1])
        if child != key
        for entry in [scope.get(child)]
    )


def _write_down(desk: _Desk, mutations: Sequence[Mutation]) -> None:
    home, till = desk.till.home, desk.till.till
    refused = {one.muid for one, _reason in desk.rejected}
    desk.transaction.many(
        "INSERT INTO sync_applied (scope, muid, till, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (scope, muid) DO NOTHING",
        # What was erased at its till says nothing any more; a copy of that till may still say it.
        [
            (home, one.muid, till, desk.now)
            for one in mutations
            if one.fields or one.op != UPDATE or one.muid in refused
        ],
    )
    desk.transaction.many(
        "INSERT INTO sync_rejected (scope, till, incarnation, mid, muid, row_id, reason, body, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (scope, till, muid) DO NOTHING",
        [
            (
                home,
                till,
                desk.incarnation,
                one.mid,
                one.muid,
                one.row_id,
                reason,
                # Of whom was erased nothing is kept, not even what was refused.
                "" if _WAS_ERASED in reason else _body(one),
                desk.now,
            )
            for one, reason in desk.rejected
        ],
    )


def _body(one: Mutation) -> str:
    shown = {name: list(values) for name, values in one.fields.items()}
    return json.dumps([one.table, one.row_id, one.op, shown])[:100_000]


def _place_after(place: Place, fresh: Sequence[Mutation]) -> Place:
    for one in fresh:
        place = Place(one.mid, one.name) if one.last else replace(place, part=one.row_id)
    return place
