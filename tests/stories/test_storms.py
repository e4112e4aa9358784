"""Two tills and a server as processes, over TLS, killed and cut at random: nothing is lost."""

from pathlib import Path

import pytest

from tests.postgres.server import Server as Postgres
from tests.stories.run import storm


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_is_lost_on_postgresql(
    seed: int, postgres: Postgres, template_book: Path, tmp_path: Path
) -> None:
    assert storm(seed, template_book, tmp_path, postgres, steps=30)[0] == []


def test_nothing_is_lost_on_the_embedded_database(template_book: Path, tmp_path: Path) -> None:
    assert storm(3, template_book, tmp_path, None, steps=30)[0] == []
