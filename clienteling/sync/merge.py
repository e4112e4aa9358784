"""How an arriving mutation meets the row as it stands: pure, and the same for every table.

A field applies when its author had seen what stands there: it is the device's own, or not newer
than the version the author was looking at, or still what the author replaced. Otherwise the two
were written apart: what stands stays, and the other is kept beside it as a case for a person. No
clock decides anything.

It is long because every rule is a function of its own.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from clienteling.storage.capture import DELETE, INSERT, UPDATE
from clienteling.sync.registry import BIRTH, QUIET, Kind, Value
from clienteling.sync.wire import GONE, LIVE, PARTIAL, Mutation

REMOVED = "deleted_at"
_BORN, _GONE = "+", "-"


@dataclass(frozen=True, slots=True)
class Version:
    """Who wrote a field last: the row's number then, the device, the moment, the person."""

    seq: int
    device: str
    at: int
    by: str | None


@dataclass(frozen=True, slots=True)
class Kept:
    """A row as it stands at head office.

    Args:
        seq: Its number in the feed.
        state: Live, gone, partial (its insert has not come yet) or erased.
        body: Its fields that are not empty.
        versions: Of the fields touched since it was born; ``+`` of its birth, ``-`` of its end.
    """

    seq: int
    state: int
    body: Mapping[str, Value]
    versions: Mapping[str, Version]

    def version(self, name: str) -> Version:
        """Return who wrote a field last."""
        return self.versions.get(name) or self.versions[_BORN]

    def edits(self) -> list[Version]:
        """Return the versions since its birth: whoever removes a row has seen that it was born."""
        return [version for name, version in self.versions.items() if name != _BORN]

    def removals(self) -> list[Version]:
        """Return who removed it for good; whoever came second did not know of the first."""
        return [version for name, version in self.versions.items() if name.startswith(_GONE)]

    def newest(self) -> Version:
        """Return the newest version of anything in the row."""
        return max(self.versions.values(), key=lambda version: version.seq)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two sides of one unit: what stands, and what is kept beside it."""

    fields: tuple[str, ...]
    kept: Mapping[str, Value]
    other: Mapping[str, Value]
    kept_by: Version
    other_by: Version
    fitted: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """The row after a mutation, and what of it waits for a person.

    ``is_news`` where the row must reach the tills again: it changed, or the till that wrote in
    vain must get back what stands.
    """

    row: Kept | None
    clashes: tuple[Clash, ...] = ()
    is_news: bool = False


def merge(kind: Kind, row: Kept | None, one: Mutation, mine: Version) -> Merged:
    """Let a mutation meet a row.

    Args:
        kind: The row's table.
        row: The row as it stands; None where head office has never seen it.
        one: The mutation, its content checked.
        mine: The version that what applies will have.
    """
    if one.op == DELETE:
        return _remove(row, one, mine)
    if not one.fields:
        return Merged(row)
    if row is None:
        state = LIVE if one.op == INSERT else PARTIAL
        return Merged(_born(one, mine, state), is_news=True)
    if row.state == GONE and set(one.fields) == {REMOVED} and one.fields[REMOVED][1] is not None:
        return Merged(_removed_twice(row, one, mine), is_news=True)
    if row.state == GONE:
        return _bring_back(kind, row, one, mine)
    return _meet(kind, row, one, mine)


def revive(row: Kept, mine: Version) -> Merged:
    """Bring back a row that was removed while another till hung something new on it."""
    return Merged(_undeleted(row, mine), (_gone_clash(row, mine),), is_news=True)


def _born(one: Mutation, mine: Version, state: int) -> Kept:
    body = {name: new for name, (_old, new) in one.fields.items() if new is not None}
    return Kept(0, state, body, {_BORN: mine})


def _seen(version: Version, one: Mutation, mine: Version) -> bool:
    return version.device == mine.device or version.seq <= one.base


def _remove(row: Kept | None, one: Mutation, mine: Version) -> Merged:
    if row is None:
        return Merged(Kept(0, GONE, {}, {_BORN: mine, _GONE: mine}), is_news=True)
    if row.state == GONE:
        # Whoever brings the row back has not seen this second removal.
        if any(version.device == mine.device for version in row.removals()):
            return Merged(row)
        again = {**row.versions, f"{_GONE}{mine.device}": mine}
        return Merged(replace(row, versions=again), is_news=True)
    unseen = [version for version in row.edits() if not _seen(version, one, mine)]
    if unseen:
        newest = max(unseen, key=lambda version: version.seq)
        clash = Clash((REMOVED,), {REMOVED: None}, {REMOVED: mine.at}, newest, mine)
        return Merged(row, (clash,), is_news=True)
    gone = replace(row, state=GONE, versions={**row.versions, _GONE: mine})
    return Merged(gone, is_news=True)


def _gone_clash(row: Kept, mine: Version) -> Clash:
    unseen = [one for one in row.removals() if one.device != mine.device]
    gone = max(unseen or row.removals(), key=lambda one: one.seq)
    return Clash((REMOVED,), {REMOVED: None}, {REMOVED: gone.at}, mine, gone)


def _removed_twice(row: Kept, one: Mutation, mine: Version) -> Kept:
    # Whoever brings the row back has not seen this second removal.
    body = {**row.body, REMOVED: one.fields[REMOVED][1]}
    return replace(row, body=body, versions={**row.versions, REMOVED: mine})


def _undeleted(row: Kept, mine: Version) -> Kept:
    versions = {
        name: version for name, version in row.versions.items() if not name.startswith(_GONE)
    }
    if REMOVED not in row.body:
        versions[REMOVED] = mine
    return replace(row, state=LIVE if row.body else PARTIAL, versions=versions)


def _bring_back(kind: Kind, row: Kept, one: Mutation, mine: Version) -> Merged:
    was_seen = all(_seen(removal, one, mine) for removal in row.removals())
    if was_seen and one.op == INSERT and row.newest() in row.removals():
        return Merged(_born(one, mine, LIVE), is_news=True)
    clashes = () if was_seen else (_gone_clash(row, mine),)
    met = _meet(kind, _undeleted(row, mine), one, mine)
    return replace(met, clashes=(*clashes, *met.clashes), is_news=True)


@dataclass(slots=True)
class _Work:
    """The row while the units of one mutation are laid on it."""

    body: dict[str, Value]
    versions: dict[str, Version]
    clashes: list[Clash] = dataclasses.field(default_factory=list)
    is_changed: bool = False

    def put(self, values: Mapping[str, Value], mine: Version) -> None:
        """Write values."""
        for name, value in values.items():
            self.is_changed = self.is_changed or self.body.get(name) != value
            self.versions[name] = mine
            if value is None:
                self.body.pop(name, None)
            else:
                self.body[name] = value


def _meet(kind: Kind, row: Kept, one: Mutation, mine: Version) -> Merged:
    work = _Work(dict(row.body), dict(row.versions))
    completes = one.op == INSERT and row.state == PARTIAL
    before = dict(row.body)
    for unit in _units(kind, one.fields):
        news = _news(one, unit)
        if row.state == PARTIAL and not any(name in before for name in unit):
            # Nothing is known of these fields yet, so nothing can clash.
            work.put(news, mine)
        elif _differs(before, news):
            _lay(kind, row, one, mine, unit, news, work)
        else:
            _agree(kind, one, mine, news, work)
    _keep_alive(row, one, mine, work)
    state = LIVE if completes else row.state
    met = replace(row, state=state, body=work.body, versions=work.versions)
    # What came between the author's look and this hid behind the own edit; it is told again.
    # A second removal is none, but its moment stands in its author's book only: as in vain.
    is_vain = any(work.body.get(name) != new for name, (_old, new) in one.fields.items())
    is_unseen = row.seq > one.base or is_vain
    is_news = work.is_changed or bool(work.clashes) or one.op == INSERT or is_unseen
    return Merged(met, tuple(work.clashes), is_news)


def _agree(
    kind: Kind, one: Mutation, mine: Version, news: Mapping[str, Value], work: _Work
) -> None:
    if one.op != UPDATE:
        return
    for name, new in news.items():
        ranks = kind.careful.get(name)
        if ranks is not None and new in ranks[1:]:
            # Who says no a second time is not overruled by somebody who only knew of the first: it
            # is nobody's own from now on, and only who has read it since may change it.
            work.versions[name] = replace(mine, device="")
            work.is_changed = True
        elif name not in work.versions and work.versions[_BORN].device == mine.device:
            # An insert carries what was edited before it was sent; the edit is an edit still.
            work.versions[name] = mine
            work.is_changed = True


def _news(one: Mutation, unit: Iterable[str]) -> dict[str, Value]:
    # An insert says nothing by an empty field; it would only empty what another till knew.
    found = {name: one.fields[name][1] for name in unit if name in one.fields}
    return {n: new for n, new in found.items() if new is not None or one.op == UPDATE}


def _differs(before: Mapping[str, Value], news: Mapping[str, Value]) -> bool:
    if set(news) == {REMOVED} and None not in (news[REMOVED], before.get(REMOVED)):
        return False
    return any(before.get(name) != new for name, new in news.items())


def _units(kind: Kind, names: Iterable[str]) -> Iterable[tuple[str, ...]]:
    return dict.fromkeys(kind.unit(name) for name in names if name != REMOVED) | (
        {(REMOVED,): None} if REMOVED in names else {}
    )


def _lay(
    kind: Kind,
    row: Kept,
    one: Mutation,
    mine: Version,
    unit: tuple[str, ...],
    news: Mapping[str, Value],
    work: _Work,
) -> None:
    against = [row.version(name) for name in unit]
    if unit == (REMOVED,) and news[REMOVED] is not None:
        against = row.edits()
    unseen = [version for version in against if not _seen(version, one, mine)]
    if not unseen or all(name in QUIET for name in news):
        if not unseen or one.op == UPDATE:
            work.put(news, mine)
            work.clashes.extend(_forgotten_side(row, one, mine, unit, against))
        return
    name = unit[0]
    here = {name: row.body.get(name) for name in unit}
    there = {**here, **news}
    by = max(unseen, key=lambda version: version.seq)
    is_laxer, is_stricter = _care(kind, name, here.get(name), there.get(name))
    was_replaced = len(unit) == 1 and one.fields[name][0] == here[name]
    if was_replaced and not is_laxer and name != REMOVED:
        work.put(news, mine)
    elif is_stricter:
        work.put(news, mine)
        work.clashes.append(Clash(unit, there, here, mine, by))
    elif there[name] in kind.steps.get(name, {}).get(here[name], ()):
        work.put(news, mine)
        work.clashes.append(Clash(unit, there, here, mine, by, fitted=True))
    else:
        work.clashes.append(Clash(unit, here, there, by, mine))


def _forgotten_side(
    row: Kept, one: Mutation, mine: Version, unit: tuple[str, ...], against: list[Version]
) -> list[Clash]:
    # A till's own edits follow one another. Where one does not replace what stands, another's lay
    # between them that a restored head office has forgotten, and the earlier had been kept beside.
    own = [v for v in against if v.device == mine.device and v.seq > one.base]
    changed = {name: values for name, values in one.fields.items() if name in unit}
    if not own or REMOVED in unit or one.op != UPDATE:
        return []
    if all(row.body.get(name) == old for name, (old, _new) in changed.items()):
        return []
    here = {name: row.body.get(name) for name in unit}
    there = {**here, **{name: new for name, (_old, new) in changed.items()}}
    return [Clash(unit, there, here, mine, max(own, key=lambda version: version.seq))]


def _care(kind: Kind, name: str, here: Value, there: Value) -> tuple[bool, bool]:
    ranks = kind.careful.get(name)
    if ranks is None or here not in ranks or there not in ranks:
        return False, False
    difference = ranks.index(there) - ranks.index(here)
    return difference < 0, difference > 0


def _keep_alive(row: Kept, one: Mutation, mine: Version, work: _Work) -> None:
    # An edit by someone who had not seen the removal outlives it, in everyone's sight.
    removed = row.body.get(REMOVED)
    touches = any(name != REMOVED and name not in BIRTH for name in one.fields)
    if removed is None or not touches or REMOVED in one.fields:
        return
    version = row.version(REMOVED)
    if _seen(version, one, mine):
        return
    if work.is_changed or work.clashes:
        work.put({REMOVED: None}, mine)
        work.clashes.append(Clash((REMOVED,), {REMOVED: None}, {REMOVED: removed}, mine, version))
