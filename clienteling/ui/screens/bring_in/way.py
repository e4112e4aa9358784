"""How a file that was brought in is taken back as a whole, and brought in again."""

from pathlib import Path
from typing import TYPE_CHECKING

from clienteling.bootstrap import Backend
from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.domain.progress import Progress
from clienteling.ui.screens.bring_in import work

if TYPE_CHECKING:
    from clienteling.exchange.load import ImportResult
    from clienteling.exchange.prepare import Prepared


class FileWay:
    """The way of one file; what came of it the last time is ``result``.

    Args:
        backend: The book.
        prepared: The file, as it was understood.
    """

    def __init__(self, backend: Backend, prepared: "Prepared") -> None:
        self._backend, self._prepared = backend, prepared
        self._state = _state(prepared.path)
        self.result: ImportResult | None = None

    def bring_in(self, progress: Progress) -> "ImportResult":
        """Bring the file's good lines in, all or nothing.

        Raises:
            Cancelled: a person stopped it; nothing of the file stayed.
            KnownError: the book could not be written; nothing of the file stayed.
        """
        self.result = work.load(self._backend, self._prepared, progress)
        return self.result

    def take_back(self, progress: Progress) -> Id:
        """Take back what it brought in; return the import's id.

        Raises:
            UserError: it was taken back already, or something written since hangs on it.
        """
        assert self.result is not None
        work.take_back(self._backend, self.result.batch_id, progress)
        return self.result.batch_id

    def do_again(self, progress: Progress) -> Id:
        """Bring the same file in again; return the new import's id.

        Raises:
            UserError: the file is no longer what it was.
        """
        if _state(self._prepared.path) != self._state:
            raise UserError(
                "The file {name} has gone or was changed since. Please choose it and check it "
                "again.",
                name=self._prepared.path.name,
            )
        return self.bring_in(progress).batch_id


def _state(path: Path) -> tuple[int, int] | None:
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_size, facts.st_mtime_ns
