"""A head office on PostgreSQL is kept and put back with PostgreSQL's own ``pg_dump``.

Larger houses back PostgreSQL up as they do their others (docs/operations.md); this is for one that
has nothing yet.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
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


def dump(address: str, path: Path) -> None:
    """Write the whole database to a file.

    Raises:
        KnownError: ``pg_dump`` is not here, or did not succeed.
    """
    _run(address, ["pg_dump", "--format=custom", f"--file={path}"])


def put_back(address: str, path: Path) -> None:
    """Put the database back as a file has it.

    Raises:
        KnownError: ``pg_restore`` is not here, or did not succeed.
    """
    words = ["pg_restore", "--clean", "--if-exists", "--single-transaction", "--no-owner"]
    _run(address, [*words, f"--dbname={_parts(address).get('dbname', '')}", str(path)])


def _run(address: str, words: Sequence[str]) -> None:
    program = shutil.which(words[0])
    if program is None:
        raise KnownError(
            "{program} is not on this machine; it comes with PostgreSQL's client programs.",
            program=words[0],
        )
    # By the environment and not by arguments: those everybody on the machine can read.
    given = {_VARIABLES[k]: v for k, v in _parts(address).items() if k in _VARIABLES}
    done = subprocess.run(  # noqa: S603 - a program of PostgreSQL and our own words
        [program, *words[1:]],
        env={**os.environ, **given},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise KnownError(
            "{program} did not succeed: {reason}", program=words[0], reason=_last(done.stderr)
        )


def _parts(address: str) -> dict[str, str]:
    return {name: str(value) for name, value in conninfo_to_dict(address).items() if value}


def _last(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1] if lines else "it said nothing"
