"""Head office for a story: its server's process, its commands, and its tables behind its back."""

import os
import signal
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clienteling.cli import main
from clienteling.headoffice.home import Home
from clienteling.storage.book import Book
from clienteling.sync.invitation import Invitation
from tests.headoffice.servers import Server
from tests.postgres.feeds import Feed
from tests.postgres.server import Server as Postgres

#: Tills that die and come again at once are no attack here.
_LIMITS: dict[str, Any] = {
    "address_burst": 10_000, "code_burst": 10_000, "till_burst": 10_000,
    # A till that stands still holds a stopping server up for as long as it is allowed to.
    "stop_seconds": 5,
}  # fmt: skip


@dataclass(slots=True)
class Office:
    """One head office.

    Args:
        server: Its server.
        database: PostgreSQL as its owner; empty for the embedded database.
        postgres: The server of that database; None for the embedded one.
        name: Of that database.
        is_stopped: The server's process is there and does nothing.
    """

    server: Server
    database: str = ""
    postgres: Postgres | None = None
    name: str = ""
    is_stopped: bool = False
    _tables: Any = field(default=None, repr=False)

    @classmethod
    def new(cls, folder: Path, postgres: Postgres | None = None, name: str = "story") -> "Office":
        """Make a head office by its own command, and let it serve."""
        words = ["init", "--name", "localhost", "--listen", "127.0.0.1", "--port", "0"]
        address = ""
        if postgres is not None:
            postgres.command(f"CREATE DATABASE {name}")
            address = postgres.address(name)
            words += ["--database", address]
        made = cls(Server(Home(folder), **_LIMITS), address, postgres, name)
        made.command(*words)
        made.server.start()
        return made

    def command(self, *words: str) -> None:
        """Give one of head office's commands."""
        assert main(["headoffice", *words, "--home", str(self.home)]) == 0

    def admin(self, *words: str) -> None:
        """Look after head office; as the database's owner where the command asks for that."""
        owned = ["--database", self.database] if self.database else []
        self.command("admin", *words, *(owned if words[0] in {"backup", "restore"} else ()))

    @property
    def home(self) -> Path:
        return self.server.home.folder

    def invitation(self, port: int) -> str:
        """Make an invitation that sends a till to another port."""
        home = self.server.home
        return str(Invitation(home.address(port), self.server.code(), home.authority()))

    def kill(self) -> None:
        """Take the server's process away as a power cut does."""
        self.server.kill()
        self.is_stopped = False

    def freeze(self) -> None:
        """Let the process stand still: whoever speaks with it hears nothing."""
        os.kill(self.server.pid, signal.SIGSTOP)
        self.is_stopped = True

    def mend(self) -> None:
        """Let a process that stands still go on; start one where there is none."""
        if self.is_stopped:
            os.kill(self.server.pid, signal.SIGCONT)
            self.is_stopped = False
        if not self.server.is_alive:
            self.server.start()

    def hang_up_database(self) -> None:
        """Let PostgreSQL end every connection of the server; the embedded database has none."""
        if self.postgres is not None:
            self.postgres.command(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                f" WHERE usename = 'clienteling_server' AND datname = '{self.name}'"
            )

    @property
    def tables(self) -> Any:
        """The tables, to be read behind its back."""
        if self._tables is None:
            home = self.server.home
            self._tables = (
                Feed(self.database)
                if self.database
                else Book(home.book, home.key("data")).connect()
            )
        return self._tables

    def forget_tables(self) -> None:
        """Let go of the tables: another database may stand in their place."""
        if self._tables is not None:
            self._tables.close()
            self._tables = None

    def close(self) -> None:
        """End everything."""
        self.forget_tables()
        self.mend()
        assert self.server.stop() == 0
