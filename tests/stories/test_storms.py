"""Two tills and a server as processes, over TLS, killed and cut at random: nothing is lost."""

from pathlib import Path

from tests.postgres.server import Server as Postgres
from tests.stories.run import storm


def test_nothing_is_lost_on_postgresql(
    postgres: Postgres, template_book: Path, tmp_path: Path
) -> None:
    assert storm(1, template_book, tmp_path, postgres, steps=24)[0] == []


def test_nothing_is_lost_on_the_embedded_database(template_book: Path, tmp_path: Path) -> None:
    assert storm(3, template_book, tmp_path, None, steps=24)[0] == []
