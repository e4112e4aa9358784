"""A head office on PostgreSQL is kept and put back with PostgreSQL's own ``pg_dump``.

Larger houses back PostgreSQL up as they do their others (docs/operations.md); this is for one that
has nothing yet.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

from clienteling.domain.errors import KnownError

_VARIABLES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
}


_TABLE = re.compile(r"^\d+; \d+ \d+ TABLE \S+ (\w+) ", re.MULTILINE)


def dump(address: str, path: Path) -> None:
    """Write the whole database to a file.

    Raises:
        KnownError: ``pg_dump`` is not here, or did not succeed.
    """
    _run(address, ["pg_dump", "--format=custom", f"--file={path}"])


def put_back(address: str, path: Path) -> None:
    """Put the database back as a file has it, wholly or not at all.

    ``pg_restore --clean`` stumbles over partitioned tables, so what the file holds is dropped
    first, in the same transaction.

    Raises:
        KnownError: PostgreSQL's client programs are not here, or did not succeed.
    """
    listed = _run(address, ["pg_restore", "--list", str(path)])
    drops = [f'DROP TABLE IF EXISTS "{name}" CASCADE;\n' for name in _TABLE.findall(listed)]
    with _begun(address, ["pg_restore", "--no-owner", "--file=-", str(path)]) as reading:
        quiet = ["psql", "--no-psqlrc", "--quiet", "--single-transaction", "--output=/dev/null"]
        with _begun(address, [*quiet, "--set=ON_ERROR_STOP=1", "--file=-"]) as writing:
            assert reading.stdout is not None
            assert writing.stdin is not None
            with suppress(BrokenPipeError):
                writing.stdin.write("".join(drops).encode())
                shutil.copyfileobj(reading.stdout, writing.stdin)
            if reading.wait() != 0:
                # Killed before it has read to the end, it keeps nothing.
                writing.kill()
            with suppress(BrokenPipeError):
                writing.stdin.close()
            failed = writing.wait() != 0 or reading.returncode != 0
    if failed:
        raise KnownError(
            "The dump could not be put back as this user of the database. Nothing was changed."
        )


def _run(address: str, words: Sequence[str]) -> str:
    done = subprocess.run(  # noqa: S603 - a program of PostgreSQL and our own words
        _found(words), env=_environment(address), capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise KnownError(
            "{program} did not succeed: {reason}", program=words[0], reason=_last(done.stderr)
        )
    return done.stdout


def _begun(address: str, words: Sequence[str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 - as above
        _found(words),
        env=_environment(address),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _found(words: Sequence[str]) -> list[str]:
    program = shutil.which(words[0])
    if program is None:
        raise KnownError(
            "{program} is not on this machine; it comes with PostgreSQL's client programs.",
            program=words[0],
        )
    return [program, *words[1:]]


def _environment(address: str) -> dict[str, str]:
    """Say where the database is by the environment: arguments everybody on the machine reads."""
    parts = {name: str(value) for name, value in conninfo_to_dict(address).items() if value}
    return {**os.environ, **{_VARIABLES[k]: v for k, v in parts.items() if k in _VARIABLES}}


def _last(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1] if lines else "it said nothing"
