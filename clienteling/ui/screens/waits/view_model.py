"""What waits here and why, what is to compare, what fitted by itself, what was settled."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QObject, Signal

from clienteling.bootstrap.syncing import CaseRow, SettledRow, WaitingRow, WaitingState
from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk
from clienteling.ui.history import Step


@dataclass(frozen=True, slots=True)
class ToCompare:
    """A card, or another thing, with two versions."""

    key: Id
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Lists:
    """Everything of the page as it was read."""

    waiting: tuple[WaitingRow, ...] = ()
    set_aside: tuple[WaitingRow, ...] = ()
    to_compare: tuple[ToCompare, ...] = ()
    fitted: tuple[CaseRow, ...] = ()
    settled: tuple[SettledRow, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is to be told."""
        return not (
            self.waiting or self.set_aside or self.to_compare or self.fitted or self.settled
        )


class WaitsModel(QObject):
    """Reads the lists, and again whenever the till tells of another state.

    Args:
        desk: Reads them.
        is_shown: Whether the page is in front.
        parent: Owner of the object.
    """

    changed = Signal()

    def __init__(self, desk: Desk, is_shown: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self._is_shown = is_shown
        self.lists = Lists()
        self.is_read = False
        desk.sharing.lists_changed.connect(self.refresh)
        desk.read_again(self, ("sync_conflict",), self.refresh)

    def refresh(self) -> None:
        """Read again while the page is in front; it is read anyway when one comes to it."""
        if self._is_shown():
            self.read()

    def read(self) -> None:
        """Read the lists (again)."""
        self.desk.tasks.run(self, self._look, self._take, latest="lists")

    def take_back(self, one: SettledRow) -> None:
        """Take back how a case was settled."""
        self.desk.take_step_back(Step(one.tx, one.why))

    def _look(self) -> Lists:
        syncing = self.desk.backend.syncing
        rows = syncing.waiting()
        return Lists(
            waiting=tuple(one for one in rows if one.state is WaitingState.WAITING),
            set_aside=tuple(one for one in rows if one.state is not WaitingState.WAITING),
            to_compare=_to_compare(syncing.cases()),
            fitted=tuple(reversed(syncing.fitted())),
            settled=syncing.settled(),
        )

    def _take(self, lists: Lists) -> None:
        if lists != self.lists or not self.is_read:
            self.lists, self.is_read = lists, True
            self.changed.emit()


def _to_compare(cases: tuple[CaseRow, ...]) -> tuple[ToCompare, ...]:
    order: dict[Id, int] = {}
    for case in cases:
        order.setdefault(case.client_id or case.id, len(order))
    by_key = sorted(cases, key=lambda case: order[case.client_id or case.id])
    found = []
    for key, group in groupby(by_key, key=lambda case: case.client_id or case.id):
        own = list(group)
        found.append(ToCompare(key, own[0].client or own[0].about, len(own)))
    return tuple(found)
