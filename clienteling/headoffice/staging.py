"""A transaction that is larger than one message: its parts are kept until the last has come.

Until then nothing of it is judged, nothing is shown and the till's place stays where it is, so a
line that breaks in between costs the parts and nothing else: the till sends them again.
"""

import json
from dataclasses import replace

from clienteling.headoffice import tills
from clienteling.headoffice.dialect import Transaction
from clienteling.headoffice.tills import Till
from clienteling.sync import checks, codec, wire


def gather(
    transaction: Transaction, till: Till, place: wire.Place, push: wire.Push, now: int
) -> wire.Push | wire.PushAnswer:
    """Keep a part, or return the whole where it is the last.

    Args:
        transaction: Everything happens in it.
        till: Who speaks.
        place: Where head office is in this device's log.
        push: A part of a transaction, or a message of whole transactions.
        now: Head office's own time in milliseconds.

    Returns:
        The push to be judged; or the answer to a part that is not the last or does not join.
    """
    if not push.more and not push.part:
        return push
    key = (till.home, till.till, push.incarnation)
    if (push.before.mid, push.before.muid) != (place.mid, place.muid) or push.before.part:
        between = (push.before.mid + 1, place.mid)
        told = tills.refused_between(transaction, till, push.incarnation, between)
        return wire.Elsewhere(place, told)
    if push.part == 0:
        _forget(transaction, key)
    if push.more:
        _keep(transaction, key, push, now)
        return wire.Pushed(place, ())
    earlier = _kept(transaction, key, push.part)
    if earlier is None:
        # A part is missing: the till goes on from its place, which is the first part.
        return wire.Elsewhere(place)
    _forget(transaction, key)
    whole = replace(push, mutations=(*earlier, *push.mutations), part=0)
    fault = checks.push_fault(whole, is_gathered=True)
    return whole if fault is None else wire.Refused(f"malformed: {fault}")


def _keep(transaction: Transaction, key: tuple[str, str, str], push: wire.Push, now: int) -> None:
    transaction.run(
        "INSERT INTO sync_staged (scope, till, incarnation, part, body, at)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (scope, till, incarnation, part) DO UPDATE"
        " SET body = excluded.body, at = excluded.at",
        (*key, push.part, json.dumps(codec.encode(push.mutations)), now),
    )


def _kept(
    transaction: Transaction, key: tuple[str, str, str], parts: int
) -> list[wire.Mutation] | None:
    found = transaction.all(
        "SELECT part, body FROM sync_staged WHERE scope = ? AND till = ? AND incarnation = ?"
        " AND part < ? ORDER BY part",
        (*key, parts),
    )
    if [part for part, _body in found] != list(range(parts)):
        return None
    decoded = [
        codec.decode(wire.Mutation, one) for _part, body in found for one in json.loads(body)
    ]
    return [one for one in decoded if isinstance(one, wire.Mutation)]


def _forget(transaction: Transaction, key: tuple[str, str, str]) -> None:
    transaction.run(
        "DELETE FROM sync_staged WHERE scope = ? AND till = ? AND incarnation = ?", key
    )
