"""Two tills and a server as processes, over TLS, killed and cut at random: nothing is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres.server import NoServerError, running
from tests.postgres.server import Server as Postgres
from tests.stories.judge import judged
from tests.stories.offices import Office
from tests.stories.story import Story


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    try:
        with running() as one:
            yield one
    except NoServerError as error:
        pytest.skip(str(error))


def test_nothing_is_lost(postgres: Postgres, template_book: Path, tmp_path: Path) -> None:
    office = Office.new(tmp_path / "office", postgres)
    story = Story(1, office, template_book, tmp_path, (0, 315_360_000))
    try:
        story.begin()
        story.live(40)
        assert judged(story) == []
    finally:
        story.close()
        office.close()
