"""One PostgreSQL for all stories; each has a database of its own."""

from collections.abc import Iterator

import pytest

from tests.postgres.server import NoServerError, Server, running


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL of the tests' own."""
    try:
        with running() as one:
            yield one
    except NoServerError as error:
        pytest.skip(str(error))
