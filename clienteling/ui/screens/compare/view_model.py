"""What is compared: one client's details, both sides of each, and what a person answers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from clienteling.bootstrap.syncing import CaseRow, Side
from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk
from clienteling.ui.screens.compare.both import joined

if TYPE_CHECKING:
    from clienteling.queries.people import Person

#: By so much the other side must be later to be proposed instead of what stands.
_CLEARLY_LATER = timedelta(hours=1)


class Answer(Enum):
    """What a person takes of a detail."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Detail:
    """One detail with its sides as they stand on the page: this till's own at left."""

    case: CaseRow
    left: Side
    right: Side

    @property
    def may_be_both(self) -> bool:
        """Whether both texts can be kept, one after the other."""
        return self.case.can_write and bool(self.left.text and self.right.text)

    @property
    def careful(self) -> Answer | None:
        """Which side is the more careful one, where that matters."""
        return self._of(self.case.kept) if self.case.is_careful else None

    @property
    def proposed(self) -> Answer:
        """What is proposed: the more careful side, else the later one, else what stands."""
        kept, other = self.case.kept, self.case.other
        is_later = kept.at and other.at and other.at - kept.at >= _CLEARLY_LATER
        is_free = not (self.case.is_careful or self.case.is_removal)
        return self._of(other if is_later and is_free else kept)

    def text_of(self, answer: Answer, own: str = "") -> str:
        """Return what the detail will say."""
        match answer:
            case Answer.LEFT:
                return self.left.text
            case Answer.RIGHT:
                return self.right.text
            case Answer.BOTH:
                return joined(self.left.text, self.right.text)
        return own

    def choice_of(self, answer: Answer, own: str = "") -> dict[str, Any]:
        """Return how the answer is handed to what settles it."""
        if answer in {Answer.BOTH, Answer.OWN}:
            return {"take_other": False, "text": self.text_of(answer, own)}
        side = self.left if answer is Answer.LEFT else self.right
        return {"take_other": side is self.case.other, "text": None}

    def _of(self, side: Side) -> Answer:
        return Answer.LEFT if side is self.left else Answer.RIGHT


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is compared on one page: a client's details, or one thing that is no client's."""

    key: Id
    client_id: Id | None
    title: str
    details: tuple[Detail, ...]


class CompareModel(QObject):
    """The comparisons that wait, the one in front, and its answers.

    ``shown`` tells that another comparison, or others, are there; ``answered`` that a detail of
    the one in front has another answer; ``kept`` that one was settled.

    Args:
        desk: Reads and settles.
        is_shown: Whether the page is in front.
        parent: Owner of the object.
    """

    shown = Signal()
    answered = Signal(str)
    kept = Signal()

    def __init__(self, desk: Desk, is_shown: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self._is_shown = is_shown
        self.comparisons: tuple[Comparison, ...] = ()
        self.people: dict[Id, Person] = {}
        self.fitted = 0
        self.is_read = False
        self._wanted: Id | None = None
        self._told: object = None
        self._answers: dict[Id, Answer] = {}
        self._own: dict[Id, str] = {}
        desk.sharing.lists_changed.connect(self.refresh)
        desk.read_again(self, ("sync_conflict",), self.refresh)

    @property
    def comparison(self) -> Comparison | None:
        """The comparison in front."""
        found = next((one for one in self.comparisons if one.key == self._wanted), None)
        return found or (self.comparisons[0] if self.comparisons else None)

    @property
    def place(self) -> int:
        """Where the one in front stands among those that wait, from 1."""
        shown = self.comparison
        return 0 if shown is None else self.comparisons.index(shown) + 1

    def show(self, key: Id | None) -> None:
        """Bring a comparison to the front."""
        self._wanted = key
        self.read()

    def refresh(self) -> None:
        """Read again while the page is in front; it is read anyway when one comes to it."""
        if self._is_shown():
            self.read()

    def read(self) -> None:
        """Read what waits (again); answers that were given stay."""
        self.desk.tasks.run(self, self._look, self._take, latest="cases")

    def answer_of(self, detail: Detail) -> Answer:
        """Return what is taken of a detail."""
        return self._answers.get(detail.case.id, detail.proposed)

    def own_of(self, detail: Detail) -> str:
        """Return the words written for a detail, or those to begin from."""
        written = self._own.get(detail.case.id)
        return detail.text_of(self.answer_of(detail)) if written is None else written

    def answer(self, detail: Detail, answer: Answer) -> None:
        """Take a side, or both."""
        self._answers[detail.case.id] = answer
        self._own.pop(detail.case.id, None)
        self.answered.emit(detail.case.id)

    def write(self, detail: Detail, words: str) -> None:
        """Take words of one's own."""
        self._own[detail.case.id] = words
        self._answers[detail.case.id] = Answer.OWN
        self.answered.emit(detail.case.id)

    def result_of(self, detail: Detail) -> str:
        """Return what a detail will say."""
        return detail.text_of(self.answer_of(detail), self._own.get(detail.case.id, ""))

    def next_key(self) -> Id | None:
        """Return the comparison after the one in front; None where it is the only one."""
        if len(self.comparisons) < 2:
            return None
        return self.comparisons[self.place % len(self.comparisons)].key

    def keep(self) -> None:
        """Settle every detail of the comparison in front, as one act that can be undone."""
        shown = self.comparison
        if shown is None:
            return
        choices = [
            {"case_id": one.case.id, **one.choice_of(self.answer_of(one), self.own_of(one))}
            for one in shown.details
        ]
        following = self.next_key()
        self.desk.act(
            self,
            _settle_all,
            self.tr("Versions settled"),
            then=lambda _none: self._settled(following),
            choices=choices,
        )

    def _settled(self, following: Id | None) -> None:
        self._wanted = following
        self.kept.emit()
        self.desk.sharing.recount()
        self.read()

    def _look(self) -> tuple[tuple[CaseRow, ...], "dict[Id, Person]", int]:
        from clienteling.queries.people import people

        syncing = self.desk.backend.syncing
        found = syncing.cases()
        ids = sorted({one.client_id for one in found if one.client_id is not None})
        return found, self.desk.backend.ask(people, ids=ids), len(syncing.fitted())

    def _take(self, found: tuple[tuple[CaseRow, ...], "dict[Id, Person]", int]) -> None:
        cases, self.people, self.fitted = found
        self.comparisons = tuple(compared(cases))
        told = self.comparisons, self.place, self.fitted
        if told != self._told or not self.is_read:
            # What is being answered is not built anew because something else was shared.
            self.is_read, self._told = True, told
            self.shown.emit()


def compared(cases: Iterable[CaseRow]) -> Iterable[Comparison]:
    """Yield the cases of each client together, in the order of their oldest."""
    groups: dict[Id, list[CaseRow]] = {}
    for case in cases:
        groups.setdefault(case.client_id or case.id, []).append(case)
    for key, group in groups.items():
        first = group[0]
        title = first.client or first.about
        details = tuple(_detail(case) for case in sorted(group, key=_order))
        yield Comparison(key, first.client_id, title, details)


def _order(case: CaseRow) -> tuple[bool, bool, str, str]:
    # What a wrong choice could hurt by comes first, then the card itself, then what hangs on it.
    return not case.is_careful, case.kind.template != "Client", case.kind.template, case.id


def _detail(case: CaseRow) -> Detail:
    if case.other.is_here and not case.kept.is_here:
        return Detail(case, case.other, case.kept)
    return Detail(case, case.kept, case.other)


def _settle_all(session: Any, *, choices: list[dict[str, Any]]) -> None:
    from clienteling.bootstrap.syncing.cases import settle

    for choice in choices:
        settle(session, **choice)
