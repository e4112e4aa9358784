"""Know the house's boutiques and associates by the names that files give them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy.orm import Session

from clienteling.domain.ids import Id
from clienteling.domain.sentences import sentence
from clienteling.exchange.associates import served_by
from clienteling.exchange.faults import LineProblem, shortened
from clienteling.exchange.headings import fold_heading

Ask = Callable[[str], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class HouseNames:
    """Who and where, by folded name; what two share names neither."""

    stores: Mapping[str, bytes] = field(default_factory=dict)
    staff: Mapping[str, bytes] = field(default_factory=dict)

    def store(self, words: str) -> bytes | None:
        """Return the boutique that a file calls so."""
        return self.stores.get(fold_heading(words))

    def saying(self, stores: Iterable[tuple[str, Id]]) -> "HouseNames":
        """Return the names with the boutiques that a person said are meant by others."""
        said = {fold_heading(name): bytes.fromhex(one) for name, one in stores}
        return replace(self, stores={**self.stores, **said})


def read_house_names(session: Session) -> HouseNames:
    """Read the names from the book."""
    return names_by(session.connection().exec_driver_sql)


def names_by(ask: Ask) -> HouseNames:
    """Read the names through whatever asks the book."""
    return HouseNames(_singles(_store_names(ask)), _singles(_staff_names(ask)))


def unknown_stores(problems: Iterable[LineProblem]) -> tuple[str, ...]:
    """Return the names of boutiques that a check found nowhere in the book.

    One too long to be shown whole can't be asked about, so it is left out.
    """
    reason = _WORDS["store"][0]
    names = (one.value for one in problems if one.reason == reason)
    return tuple(name for name in names if not name.endswith("…"))


class Strangers:
    """Remarks once on each name of a boutique or associate that the house does not have."""

    def __init__(self, names: HouseNames) -> None:
        self._names = names
        self._seen: set[tuple[str, str]] = set()

    def remarks(
        self, columns: Mapping[str, list[Any]], headings: Mapping[str, str | None]
    ) -> list[LineProblem]:
        """Return what is to be said of the new names in some lines.

        Args:
            columns: Lines, column by column; ``store`` and ``staff`` are looked at.
            headings: Under which heading of the file each of the two stands.
        """
        found = []
        for what, (reason, remedy) in _WORDS.items():
            for line, words in _firsts(columns["line"], columns[what]):
                for name in self._new(what, words):
                    shown = shortened(name)
                    found.append(
                        LineProblem(line, headings[what], shown, reason, remedy, is_bad=False)
                    )
        return sorted(found, key=lambda problem: problem.line)

    def _new(self, what: str, words: str) -> Iterator[str]:
        """Yield the unknown names in a cell that were not met before."""
        for name in self._unknown(what, words):
            if (what, fold_heading(name)) not in self._seen:
                self._seen.add((what, fold_heading(name)))
                yield name

    def _unknown(self, what: str, words: str) -> tuple[str, ...]:
        if what == "staff":
            return served_by(words, self._names.staff)[1]
        return () if self._names.store(words) is not None else (words,)


def _firsts(lines: list[int], values: list[Any]) -> list[tuple[int, str]]:
    """Return each different value with its first line."""
    if not any(values):
        return []
    first: dict[str, int] = {}
    for line, value in zip(lines, values, strict=True):
        if value is not None:
            first.setdefault(value, line)
    return [(line, value) for value, line in first.items()]


def _singles(pairs: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    found: dict[str, set[bytes]] = {}
    for words, one in pairs:
        found.setdefault(fold_heading(words), set()).add(one)
    found.pop("", None)
    return {words: ids.pop() for words, ids in found.items() if len(ids) == 1}


def _store_names(ask: Ask) -> Iterable[tuple[str, bytes]]:
    for row_id, code, name in ask("SELECT id, code, name FROM store WHERE deleted_at IS NULL"):
        yield from ((code, row_id), (name, row_id))


def _staff_names(ask: Ask) -> Iterable[tuple[str, bytes]]:
    for row_id, given, family, email in ask(
        "SELECT id, given_name, family_name, email FROM staff WHERE deleted_at IS NULL"
    ):
        for words in (f"{given} {family}", f"{family} {given}", given, email or ""):
            yield words, row_id


_WORDS = {
    "store": (
        sentence("this boutique is not in the book"),
        sentence("say which boutique is meant; until then its purchases are kept without one"),
    ),
    "staff": (
        sentence("nobody of the house has this name, or several have"),
        sentence("write the whole name; until then the sale is kept without this associate"),
    ),
}
