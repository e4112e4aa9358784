"""Turns generated clients, what is known of them and what they bought into rows, in chunks."""

import json
from datetime import timedelta

from clienteling.demo.chunk import Chunk
from clienteling.demo.dossier import Dossier
from clienteling.demo.histories import Bought, Buyer, Taste, history
from clienteling.demo.likenesses import Likeness, suited
from clienteling.demo.memories import put_memories, what_to_remember
from clienteling.demo.people import DemoClient
from clienteling.demo.pieces import DemoPiece, demo_pieces
from clienteling.demo.plan import Plan, blob
from clienteling.demo.purchases import put_purchases

#: How many of the clients let the house keep their portrait, and how many want to be left alone.
_PICTURED, _SILENT = 0.3, 0.02
_DORMANT = timedelta(days=900)

#: Of the Chinese calendar's birthdays: how many are told by it.
_LUNAR = 0.25
_KIN = {(True, True): "Daughter", (True, False): "Son", (False, True): "Wife"}


class ClientWriter:
    """Turns demo clients into rows.

    Args:
        plan: The world they live in.
        likenesses: The portraits there are.
    """

    def __init__(self, plan: Plan, likenesses: tuple[Likeness, ...]) -> None:
        self._plan = plan
        self._likenesses = likenesses
        self._pieces = {"men": _but_for("women"), "women": _but_for("men")}

    def add(self, chunk: Chunk, one: DemoClient) -> None:
        """Add a client with everything about her."""
        who = Dossier(chunk, one.key, one.adviser, one.store)
        bought = self._history(one)
        self._put_person(who, one, bought)
        if one.number % 3 == 0:
            who.card(f"SV{one.number:08d}")
        _put_reach(who, one)
        self._put_knowledge(who, one)
        last = bought[-1].day if bought else one.first_seen
        put_memories(who, self._plan, one, self._taste(one).pieces, last)
        put_purchases(who, bought)

    def _taste(self, one: DemoClient) -> Taste:
        sizes = {category: label for category, (_system, label) in one.sizes.items()}
        return Taste(one.key, self._pieces["women" if one.woman else "men"], sizes)

    def _history(self, one: DemoClient) -> list[Bought]:
        buyer = Buyer(
            taste=self._taste(one),
            other=None if one.home is None or one.is_child else self._taste(one.home),
            circle=one.circle,
            store=one.store,
            adviser=one.adviser,
            since=one.first_seen,
        )
        return history(self._plan.rng("history", one.number), self._plan.today, buyer)

    def _put_person(self, who: Dossier, one: DemoClient, bought: list[Bought]) -> None:
        culture = one.culture
        native = f"{one.given.native} {one.family.native}"
        if culture.family_first:
            native = _gap(culture.code).join((one.family.native, one.given.native))
        who.person(
            kind="person", client_no=f"CL-{one.store}-{one.number:06d}",
            given_name=one.given.latin, family_name=one.family.latin,
            native_name=native.strip() or None,
            phonetic_name=f"{one.family.kana} {one.given.kana}".strip() or None,
            name_order="family_first" if culture.family_first else "given_first",
            form_of_address=culture.address[0 if one.woman else 1],
            gender="f" if one.woman else "m",
            language=culture.language, languages=json.dumps(culture.languages),
            circle_id=blob("circle", one.circle), relationship_status=self._status(bought),
            first_seen_on=one.first_seen.isoformat(), portrait_id=self._portrait(one),
            remember=what_to_remember(self._plan, one.number),
            do_not_contact=int(self._plan.rng("silent", one.number).random() < _SILENT),
        )  # fmt: skip

    def _status(self, bought: list[Bought]) -> str:
        if not bought:
            return "prospect"
        return "dormant" if bought[-1].day < self._plan.today - _DORMANT else "client"

    def _portrait(self, one: DemoClient) -> bytes | None:
        fits = suited(self._likenesses, one.culture, woman=one.woman)
        rng = self._plan.rng("portrait", one.number)
        return rng.choice(fits).attachment if fits and rng.random() < _PICTURED else None

    def _put_knowledge(self, who: Dossier, one: DemoClient) -> None:
        if one.home is not None:
            kind = "child" if one.is_child else "spouse"
            words = _KIN.get((one.is_child, one.woman), "Husband")
            who.kin_of(one.home.key, kind, words)
        for category, size in one.sizes.items():
            who.size(category, size, one.first_seen, "told")
        if one.birthday:
            self._put_birthday(who, one, *one.birthday)
        for channel, allowed in one.marketing.items():
            who.consent(channel, one.first_seen, "2024-1", allowed=allowed)

    def _put_birthday(
        self, who: Dossier, one: DemoClient, month: int, day: int, year: int | None
    ) -> None:
        rng = self._plan.rng("calendar", one.number)
        if one.culture.code == "cn" and rng.random() < _LUNAR:
            # A lunar month has 29 days in some years: the thirtieth would not come in those.
            who.key_date("birthday", "birthday", month, min(day, 29), calendar="lunar_cn")
        else:
            who.key_date("birthday", "birthday", month, day, year=year)


def _put_reach(who: Dossier, one: DemoClient) -> None:
    who.contact("mobile", one.phone, one.culture.region)
    if one.email:
        who.contact("email", one.email)
    who.home([one.street], one.city.latin, one.postal_code, one.culture.region)
    who.care(one.first_seen)


def _gap(code: str) -> str:
    return " " if code == "jp" else ""


def _but_for(shelf: str) -> tuple[DemoPiece, ...]:
    return tuple(piece for piece in demo_pieces() if piece.gender != shelf)
