"""The threads that work on requests: few, and with a short queue before them."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from clienteling.headoffice.web.answers import RefusalError

T = TypeVar("T")


class Threads:
    """A pool that says no before it drowns.

    Args:
        count: How many work at once.
        queue: How many may wait besides.
    """

    def __init__(self, count: int, queue: int) -> None:
        self._pool = ThreadPoolExecutor(count, thread_name_prefix="headoffice")
        self._most = count + queue
        self._turn = threading.Lock()
        self.busy = 0

    async def run(self, work: Callable[[], T]) -> T:
        """Run something on a thread.

        Raises:
            RefusalError: too many wait already.
        """
        with self._turn:
            if self.busy >= self._most:
                raise RefusalError(503, "busy", retry_after=2)
            self.busy += 1
        job = self._pool.submit(self._worked, work)
        # A till that hangs up does not stop what was begun: it is kept whole, and known next time.
        return await asyncio.shield(asyncio.wrap_future(job))

    def _worked(self, work: Callable[[], T]) -> T:
        try:
            return work()
        finally:
            with self._turn:
                self.busy -= 1

    def close(self) -> None:
        """Finish what was begun."""
        self._pool.shutdown(wait=True)
