"""What Settings shows of the house and of the book's safety, and what may be done there."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from clienteling.bootstrap import Backup, DamagedBookError, Me, Restored
from clienteling.domain.ids import Id
from clienteling.domain.progress import Progress
from clienteling.settings.settings import Value
from clienteling.ui import house_accent
from clienteling.ui.background import Task
from clienteling.ui.desk import Desk
from clienteling.ui.sentences import said

if TYPE_CHECKING:
    from clienteling.exchange.memory import BatchRow
    from clienteling.queries.house import HouseRow


class ChoicesModel(QObject):
    """The settings themselves: kept, and in force at once.

    Args:
        desk: Carries them out.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    def get(self, name: str) -> Value:
        """Return what is set."""
        return self.desk.backend.settings.get(name)

    def choose(self, name: str, value: Value) -> None:
        """Set a value and bring the window to it.

        Raises:
            UserError: it does not fit; what was set stays.
        """
        settings = self.desk.backend.settings
        if name.startswith("accent_"):
            house_accent.check(name, str(value))
        settings.set(name, value)
        self.desk.settings_changed.emit()
        if name == "staff":
            self.desk.history.clear()
            self._learn()
        elif name == "faces_clients":
            self.desk.set_discreet(bool(value))
        elif name == "house_name":
            self._rename(str(value))

    def _learn(self) -> None:
        self.desk.tasks.run(self, self.desk.backend.me, self.desk.learn_me)

    def _rename(self, name: str) -> None:
        from clienteling.services.found_house import rename_house

        why = self.tr("House renamed")
        self.desk.act(self, rename_house, why, then=lambda _none: self._learn(), name=name)


class HouseModel(QObject):
    """The house with its boutiques, people and circles; ``changed`` tells that they are read.

    Args:
        desk: Reads them.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.house: HouseRow | None = None
        desk.read_again(self, ("house", "store", "staff", "circle"), self.read)

    def read(self) -> None:
        """Read them (again)."""
        from clienteling.queries.house import house

        self.desk.ask(self, house, self._take, latest="house")

    def _take(self, house: "HouseRow | None") -> None:
        self.house = house
        self.changed.emit()


class SafetyModel(QObject):
    """Backups, the check, imports and the way out; one long thing at a time.

    ``changed`` tells that lists or state are others; ``stepped`` how far long work is.

    Args:
        desk: Does the work away from the window.
    """

    changed = Signal()
    stepped = Signal(int, object, str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.backups: tuple[Backup, ...] = ()
        self.batches: tuple[BatchRow, ...] = ()
        self.doing = ""
        self.may_stop = False
        self.verdict = ""
        self.is_sound = True
        self._task: Task | None = None
        desk.read_again(self, ("client", "purchase", "purchase_line"), self.read)

    @property
    def path(self) -> Path:
        """Return where the book stands."""
        return self.desk.backend.opened.book.path

    @property
    def key_words(self) -> str:
        """Return the sentence that says where the book's key is kept."""
        return self.desk.backend.opened.keys.place.words

    def read(self) -> None:
        """Read the lists (again)."""
        from clienteling.exchange.memory import batches

        backend = self.desk.backend
        self.desk.tasks.run(
            self,
            lambda: (backend.backups(), backend.ask(batches)),
            self._take,
            latest="lists",
        )

    def back_up(self) -> None:
        """Make a backup now."""
        opened = self.desk.backend.opened
        words = self.tr("Making a backup")
        self._run(
            words,
            lambda progress: opened.back_up(progress=progress),
            self._backed_up,
            may_stop=True,
        )

    def check(self) -> None:
        """Read every page of the book and judge it."""
        opened = self.desk.backend.opened
        self._run(self.tr("Checking the book"), opened.check, self._found_sound, may_stop=True)

    def restore(self, backup: Backup) -> None:
        """Put a backup in the book's place, on the thread that does everything else with it."""
        work = partial(self.desk.backend.restore, backup)
        words = self.tr("Restoring the backup")
        self._run(words, lambda _progress: work(), self._restored, database=True)

    def take_back(self, batch_id: Id) -> None:
        """Take back everything one file brought in."""
        from clienteling.exchange.load import undo_import

        backend = self.desk.backend
        me = self.desk.me
        staff_id = me.staff.id if me else None

        def work(progress: Progress) -> int:
            store = backend.opened.store()
            return undo_import(
                store, batch_id, clock=backend.clock, staff_id=staff_id, progress=progress
            )

        def taken_back(gone: int) -> None:
            self.desk.history.forget(batch_id)
            self._taken_back(gone)

        self._run(self.tr("Taking the import back"), work, taken_back)

    def export(self, path: Path, *, amounts: bool) -> None:
        """Write the clients to a file."""
        from clienteling.exchange.export_clients import export_clients

        ask = self.desk.backend.ask
        self._run(
            self.tr("Writing the clients"),
            lambda _progress: ask(export_clients, out=path, amounts=amounts),
            partial(self._exported, path),
        )

    def stop(self) -> None:
        """Stop what runs at its next step."""
        if self._task is not None:
            # Not ``cancel``: a task that has not begun yet would be dropped without a word.
            self._task.stop.set()

    def _take(self, lists: tuple[tuple[Backup, ...], tuple["BatchRow", ...]]) -> None:
        self.backups, self.batches = lists
        self.changed.emit()

    def _backed_up(self, backup: Backup) -> None:
        del backup
        self.desk.tell(self.tr("A backup is made and was read back"))
        self.read()

    def _found_sound(self, _none: None) -> None:
        self.verdict, self.is_sound = self.tr("Every page of the book is sound."), True
        self.changed.emit()

    def _restored(self, done: Restored) -> None:
        self.desk.history.clear()
        self.desk.tasks.run(self, self._meet, self.desk.learn_me)
        words = self.tr("The backup is restored.")
        if done.set_aside is not None:
            aside = self.tr("What was there is kept as {file}.").format(file=done.set_aside.name)
            words = f"{words} {aside}"
        self.desk.tell(words)
        self.read()

    def _meet(self) -> Me | None:
        """Return who is at the till in the restored book, whose house the window then names."""
        backend = self.desk.backend
        house = backend.house()
        if house is not None:
            backend.settings.set("house_name", house.name)
        return backend.me()

    def _taken_back(self, gone: int) -> None:
        words = self.tr("%n line(s) taken back", "", gone)
        self.desk.tell(words.replace(str(gone), self.desk.words.number(gone), 1))
        self.read()

    def _exported(self, path: Path, count: int) -> None:
        words = self.tr("%n client(s) are in {file}", "", count)
        words = words.replace(str(count), self.desk.words.number(count), 1)
        self.desk.tell(words.format(file=path.name))

    def _run(
        self,
        words: str,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        *,
        database: bool = False,
        may_stop: bool = False,
    ) -> None:
        if self.doing:
            return
        self.doing, self.may_stop = words, may_stop
        self.changed.emit()

        def finished(answer: Any) -> None:
            self._rest()
            done(answer)

        self._task = self.desk.tasks.run_long(
            self, work, finished, self._fail, stepped=self.stepped.emit, database=database
        )

    def _fail(self, error: Exception) -> None:
        if isinstance(error, DamagedBookError):
            self.verdict, self.is_sound = said(error), False
        else:
            self.desk.fail(error)
        self._rest()

    def _rest(self) -> None:
        self.doing = ""
        self.changed.emit()
