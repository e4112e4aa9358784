"""Turns lookbooks into files: as they leave, again from a kept copy, for several clients."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clienteling.domain.ids import Id
from clienteling.domain.progress import Progress, Silent
from clienteling.storage.pictures import Pictures

if TYPE_CHECKING:
    from clienteling.bootstrap.backend import Backend, Done

_WRITE_SHARE = 5  # writing for a client takes about five times what reading takes


class Press:
    """The lookbooks of a book, made into files.

    Args:
        backend: The book.
        pictures: Its pictures.
    """

    def __init__(self, backend: "Backend", pictures: Pictures) -> None:
        self._backend = backend
        self._pictures = pictures

    def issue(
        self,
        lookbook_id: Id,
        out: Path,
        *,
        way: str = "pdf",
        progress: Progress | None = None,
    ) -> "Done":
        """Write a lookbook as PDF, whole or not at all, and keep it as it left the house.

        Args:
            lookbook_id: Which.
            out: The file; what was there is replaced once the new one is whole.
            way: ``pdf`` or ``print``.
            progress: Told after each page; may cancel.

        Raises:
            KnownError: the file cannot be written; the lookbook is kept.
        """
        from clienteling.reports.issue import write_issue
        from clienteling.reports.lookbook import to_json
        from clienteling.reports.lookbook_source import snapshot_of
        from clienteling.services.lookbooks import IssueWay, issue_lookbook

        backend = self._backend
        me = backend.me()
        store = me.store if me else None
        snapshot = backend.ask(
            snapshot_of,
            lookbook_id=lookbook_id,
            today=backend.clock.today(store.time_zone if store else "UTC"),
            store_id=store.id if store else None,
        )
        write_issue(snapshot, self._pictures, out, progress or Silent())
        return backend.do(
            issue_lookbook,
            "Lookbook made",
            lookbook_id=lookbook_id,
            way=IssueWay(way),
            snapshot=to_json(snapshot),
            staff_id=me.staff.id if me else None,
        )

    def write_again(self, snapshot: str, out: Path, progress: Progress | None = None) -> Path:
        """Write a lookbook as it once left the house, from its kept snapshot.

        Args:
            snapshot: The kept JSON.
            out: The file.
            progress: Told after each page; may cancel.

        Raises:
            KnownError: the snapshot is damaged or the file cannot be written.
        """
        from clienteling.reports.issue import write_issue
        from clienteling.reports.lookbook import from_json

        write_issue(from_json(snapshot), self._pictures, out, progress or Silent())
        return out

    def write_for_each(
        self,
        lookbook_id: Id,
        client_ids: Sequence[Id],
        destination: Path,
        *,
        one_file: bool,
        progress: Progress | None = None,
    ) -> tuple[Path, ...]:
        """Write a lookbook for each of several clients: their names, sizes and wardrobes.

        Args:
            lookbook_id: The lookbook that serves as the pattern.
            client_ids: For whom, in the order wanted.
            destination: The file, or the folder of files.
            one_file: Whether all go into one file.
            progress: Told after each lookbook; may cancel, what is whole then stays.

        Raises:
            KnownError: the files cannot be written there.
        """
        from clienteling.reports.batch import write_batch
        from clienteling.reports.issue import FromBook
        from clienteling.reports.lookbook_source import snapshot_for

        backend = self._backend
        me = backend.me()
        store = me.store if me else None
        today = backend.clock.today(store.time_zone if store else "UTC")
        watch = _InTwoParts(progress or Silent(), len(client_ids))
        snapshots = []
        for number, client_id in enumerate(client_ids, 1):
            watch.read(number)
            snapshots.append(
                backend.ask(
                    snapshot_for,
                    lookbook_id=lookbook_id,
                    client_id=client_id,
                    today=today,
                    store_id=store.id if store else None,
                )
            )
        return write_batch(
            snapshots, FromBook(self._pictures), destination, one_file=one_file, progress=watch
        )


class _InTwoParts:
    """A ``Progress`` over reading and then writing for so many clients."""

    def __init__(self, watch: Progress, count: int) -> None:
        self._watch, self._count = watch, count

    def read(self, done: int) -> None:
        """Tell that so many have been read."""
        self._watch.step(done, self._count * (1 + _WRITE_SHARE))

    def step(self, done: int, total: int | None, words: str = "") -> None:
        """Tell that so many have been written."""
        del total
        self._watch.step(
            self._count + done * _WRITE_SHARE, self._count * (1 + _WRITE_SHARE), words
        )
