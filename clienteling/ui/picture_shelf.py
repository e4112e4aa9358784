"""Pictures of pieces and clients, fetched away from the window and kept at the size they show."""

from collections import OrderedDict

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from clienteling.bootstrap import Backend
from clienteling.ui.background import Tasks

_KEPT = 600
_SIZES = (96, 240, 600, 1500)


class PictureShelf(QObject):
    """Gives a picture at once when it is on the shelf; otherwise fetches it and tells ``arrived``.

    ``arrived`` carries the picture's content hash; whoever shows it asks again.
    """

    arrived = Signal(str)

    def __init__(self, backend: Backend, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self._tasks = tasks
        self._kept: OrderedDict[tuple[str, int], QPixmap] = OrderedDict()
        self._wanted: set[tuple[str, int]] = set()
        self._next: list[tuple[str, int]] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fetch)

    def get(self, sha256: str | None, long_side: int, dpr: float = 1.0) -> QPixmap | None:
        """Return the picture, or None while it is fetched or where there is none.

        Args:
            sha256: Its content hash; None where there is no picture.
            long_side: How large it is shown, in logical pixels.
            dpr: Device pixels per logical pixel.
        """
        if sha256 is None:
            return None
        wanted = long_side * dpr
        key = (sha256, next((size for size in _SIZES if size >= wanted), _SIZES[-1]))
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return None if found.isNull() else found
        if key not in self._wanted:
            # Asked for while something is painted; other threads begin once that is done.
            self._wanted.add(key)
            self._next.append(key)
            self._soon.start()
        return None

    def forget(self) -> None:
        """Take everything off the shelf (another person is at the till)."""
        self._kept.clear()

    def _fetch(self) -> None:
        asked, self._next = self._next, []
        for key in asked:
            self._tasks.run(self, _Fetch(self._backend, key), self._put, database=False)

    def _put(self, answer: tuple[tuple[str, int], bytes | None]) -> None:
        key, content = answer
        self._wanted.discard(key)
        image = QImage() if content is None else QImage.fromData(content)
        self._kept[key] = QPixmap.fromImage(image)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit(key[0])


class _Fetch:
    """Reads one picture; what Qt makes of it is made on the window's thread.

    A ``QImage`` made on another thread was seen to hold Python and wait for ever (decision 0014).
    """

    def __init__(self, backend: Backend, key: tuple[str, int]) -> None:
        self._backend, self._key = backend, key

    def __call__(self) -> tuple[tuple[str, int], bytes | None]:
        return self._key, self._backend.picture(*self._key)
