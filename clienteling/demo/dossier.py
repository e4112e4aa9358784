"""The rows of one client: each kind of fact has one way into a chunk, for the cast and for all."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from clienteling.demo.chunk import Chunk
from clienteling.demo.plan import at, blob, of_house


class Dossier:
    """A client whose facts are being gathered.

    Args:
        chunk: Where the rows go.
        key: Her own word in the plan; ids are derived from it.
        adviser: Who notes the facts, unless a fact says otherwise.
        store: The boutique she belongs to.
    """

    def __init__(self, chunk: Chunk, key: str, adviser: str, store: str) -> None:
        self.chunk = chunk
        self.key = key
        self.adviser = adviser
        self.store = store
        self.client_id = blob("client", key)

    def person(self, **values: Any) -> None:
        """Add herself."""
        self.chunk.put(
            "client", id=self.client_id, home_store_id=blob("store", self.store), **values
        )

    def card(self, number: str) -> None:
        """Add her membership card."""
        self._put("card", "card", number=number, active=1)

    def contact(
        self,
        kind: str,
        value: str,
        region: str | None = None,
        *,
        owner: str = "self",
        label: str | None = None,
    ) -> None:
        """Add a number or address at which she is reached."""
        norm = value.replace(" ", "") if kind == "mobile" else value
        name = kind if owner == "self" else f"{kind} of {owner}"
        self._put(
            "contact_point", name, kind=kind, value_raw=value, value_norm=norm, region=region,
            label=label, is_primary=int(owner == "self"), status="verified", owner=owner,
        )  # fmt: skip

    def home(self, lines: Sequence[str], town: str, postal_code: str | None, country: str) -> None:
        """Add where she lives."""
        self._put(
            "address", "home", label="home", lines=json.dumps(lines, ensure_ascii=False),
            locality=town, postal_code=postal_code, country=country, is_primary=1,
        )  # fmt: skip

    def care(self, since: date) -> None:
        """Put her in her adviser's care."""
        staff = of_house("staff", self.adviser)
        self._put("assignment", "care", staff_id=staff, role="primary", since=since.isoformat())

    def kin_of(self, other: str, kind: str, words: str, *, secret: bool = False) -> None:
        """Say what she is to another client."""
        self.chunk.put(
            "relationship", id=blob("kin", other, self.key), from_client_id=self.client_id,
            to_client_id=blob("client", other), kind=kind, words=words, secret=int(secret),
        )  # fmt: skip

    def prefers(
        self,
        polarity: str,
        target: str,
        words: str,
        strength: int,
        day: date,
        detail: str | None = None,
    ) -> None:
        """Add what she likes, avoids or is allergic to."""
        parts = (polarity,) if polarity == "allergic" else (polarity, words)
        self._put(
            "preference", *parts, polarity=polarity, target=target, words=words, detail=detail,
            strength=strength, source="told", noted_on=day.isoformat(),
            staff_id=blob("staff", self.adviser),
        )  # fmt: skip

    def size(
        self, category: str, size: tuple[str, str], day: date, source: str, by: str | None = None
    ) -> None:
        """Add a size: its system and label."""
        self._put(
            "size_profile", "size", category, category=category, system=size[0], label=size[1],
            source=source, confirmed_on=day.isoformat(),
            staff_id=blob("staff", by or self.adviser),
        )  # fmt: skip

    def key_date(self, name: str, kind: str, month: int, day: int, **more: Any) -> None:
        """Add a day to remember, of the Gregorian calendar unless said otherwise."""
        usual = {"calendar": "gregorian", "leap_month": 0, "show_years": 0}
        self._put("key_date", "date", name, kind=kind, month=month, day=day, **(usual | more))

    def consent(self, channel: str, day: date, wording: str, *, allowed: bool) -> None:
        """Add what she decided about being written to."""
        self._put(
            "consent_event", "consent", channel, purpose="marketing", channel=channel,
            decision="granted" if allowed else "refused", method="paper_signed", wording=wording,
            at=at(day), staff_id=blob("staff", self.adviser), store_id=blob("store", self.store),
        )  # fmt: skip

    def note(self, day: date, words: str, by: str, visibility: str = "hq") -> None:
        """Add words noted about her: read by the house, the boutique, or their author alone."""
        self._put(
            "note", "note", day, noted_at=at(day, 16), body=words, visibility=visibility, pinned=0,
            staff_id=blob("staff", by),
        )  # fmt: skip

    def meeting(self, channel: str, day: date, words: str, by: str, **more: Any) -> None:
        """Add a visit, a call or a message."""
        self._put(
            "interaction", channel, day, channel=channel, occurred_at=at(day, 15),
            inbound=int(channel == "visit"), outcome="reached" if channel == "call" else None,
            summary=words, visibility="hq", staff_id=blob("staff", by),
            store_id=blob("store", self.store), **more,
        )  # fmt: skip

    def flag(self, kind: str, reason: str, since: date) -> None:
        """Add a mark that everyone must see."""
        self._put("client_flag", "flag", kind, kind=kind, reason=reason, since=since.isoformat())

    def wish(self, name: str, day: date, kind: str = "wish", **more: Any) -> None:
        """Add something she would like: a piece, or words where the house has none."""
        self._put(
            "wish", "wish", name, kind=kind, status="open", noted_on=day.isoformat(),
            staff_id=blob("staff", self.adviser), **more,
        )  # fmt: skip

    def owns(self, words: str, since: date | None, size: str | None = None) -> None:
        """Add a piece of another house that she has."""
        self._put(
            "owned_piece", "owned", words, words=words, size_label=size, state="kept",
            acquired_on=None if since is None else since.isoformat(),
        )  # fmt: skip

    def _put(self, table: str, *parts: object, **values: Any) -> None:
        row_id = blob(parts[0], self.key, *parts[1:])
        self.chunk.put(table, id=row_id, client_id=self.client_id, **values)
