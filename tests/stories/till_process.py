"""A till as a process: the product's own backend, told what to do line by line, telling what it did.

Its standard output is what the outside knows of it: a write is acknowledged once it stands there.
Run as ``python -m tests.stories.till_process BOOK SETTINGS SECONDS`` (how far its clock is off).
"""

import json
import random
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict, astuple
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy.exc import IntegrityError
from typing_extensions import override

from clienteling.bootstrap import Backend, open_backend
from clienteling.bootstrap.backend import Done
from clienteling.bootstrap.syncing import SyncState
from clienteling.domain.clock import SystemClock
from clienteling.domain.errors import KnownError, UserError
from clienteling.services import clients, log, wishes
from tests.books import KEYS
from tests.factories import TODAY, SmallHouse, a_client, a_house
from tests.sync.simulation.acts import ACTS
from tests.sync.simulation.history import History

_CANNOT = (UserError, KnownError, KeyError, ValueError, TypeError, LookupError, IntegrityError)
_SOME_CLIENTS = 4


class WrongClock(SystemClock):
    """A clock that somebody set wrong.

    Args:
        seconds: How far it is ahead.
    """

    def __init__(self, seconds: float) -> None:
        self._off = timedelta(seconds=seconds)

    @override
    def now(self) -> datetime:
        return super().now() + self._off


class TillProcess:
    """What the process does for each line it reads.

    Args:
        backend: The till.
    """

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._voice = threading.Lock()
        backend.syncing.listen(self._hear)

    def tell(self, what: str, **words: Any) -> None:
        """Write a line that the outside counts on."""
        with self._voice:
            sys.stdout.write(json.dumps({"told": what, **words}) + "\n")
            sys.stdout.flush()

    def obey(self, line: str) -> None:
        """Do what one line says."""
        words = json.loads(line)
        getattr(self, f"_do_{words.pop('do').replace(' ', '_')}")(**words)

    def _hear(self, state: SyncState) -> None:
        self.tell("state", **_shown(state))

    def _do_begin(self) -> None:
        """Put the small house and some clients into the book."""
        house = a_house(self._backend.opened.store())
        made = [self._a_known_client(house, f"Client {n}") for n in range(_SOME_CLIENTS)]
        self.tell("begun", house=asdict(house), clients=made)

    def _a_known_client(self, house: SmallHouse, name: str) -> str:
        store = self._backend.opened.store()
        client = a_client(store, house, family_name=name)
        with store.write(why="Known", who=house.camille) as session:
            log.log_note(session, client_id=client, body=f"On {name}", staff_id=house.camille)
            wishes.add_wish(
                session, client_id=client, today=TODAY, staff_id=house.camille, words="A scarf"
            )
        return client

    def _do_enrol(self, invitation: str) -> None:
        state = self._backend.syncing.enrol(invitation)
        self.tell("enrolled", **_shown(state))

    def _do_write(self, seed: int, times: int, word: str, house: dict[str, str]) -> None:
        """Do things to clients, and tell each as soon as it is done."""
        rng, small = random.Random(seed), SmallHouse(**house)
        self._backend.settings.set("staff", rng.choice((small.camille, small.kenji)))
        for number in range(times):
            chosen = rng.choices([one for one, _ in ACTS], [weight for _, weight in ACTS])[0]
            said = f"{word}.{number}"
            self._acknowledge(partial(self._backend.do, chosen, "Act", rng, small, said))
        self.tell("written")

    def _do_remember(self, client: str, words: str) -> None:
        """Write what is remembered of one client."""
        values = {"remember": words}
        edit = partial(clients.edit_client, client_id=client, values=values)
        self._acknowledge(partial(self._backend.do, edit, "Act"))
        self.tell("written")

    def _acknowledge(self, act: Callable[[], Done]) -> None:
        try:
            tx = act().tx
        except _CANNOT:
            # What cannot be done at this moment is not done: a note of nobody.
            return
        if tx is not None:
            edits = self._backend.look(History().note, "", bytes.fromhex(tx))
            self.tell("wrote", edits=[astuple(edit)[1:-1] for edit in edits])

    def _do_soon(self) -> None:
        self.tell("asked")
        self._backend.syncing.sync_soon()

    def _do_share(self) -> None:
        state = self._backend.syncing.sync_now()
        self.tell("shared", **_shown(state))

    def _do_back_up(self) -> None:
        self._backend.opened.back_up()
        self.tell("backed up")

    def _do_restore(self) -> None:
        self._backend.restore(self._backend.backups()[0])
        self.tell("restored")


def _shown(state: SyncState) -> dict[str, Any]:
    return {
        "kind": state.kind.value,
        "stop": state.stop and state.stop.value,
        "why": str(state.why or ""),
        "waiting": state.waiting,
    }


def main() -> None:
    """Open the book, share it, and obey until the input ends."""
    book, settings, seconds = sys.argv[1:]
    backend = open_backend(
        Path(book), clock=WrongClock(float(seconds)), keys=KEYS, settings_file=Path(settings)
    )
    process = TillProcess(backend)
    backend.syncing.start()
    process.tell("ready")
    for line in sys.stdin:
        process.obey(line)
    backend.close()


if __name__ == "__main__":
    main()
