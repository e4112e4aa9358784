"""Head office and a till one version ahead, beside a till of today, between processes."""

from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.headoffice import servers
from tests.stories.judge import books_of
from tests.stories.offices import Office
from tests.stories.story import Story
from tests.stories.weather import Trap

_NEWER = """
import sys
from clienteling.cli import main
from tests.sync.newer import newer
with newer():
    sys.exit(main())
"""
_CARE = {"cherish": "Tea", "pet_name": "Bijou", "letters": 3, "relationship_status": "patron"}


def test_what_a_till_of_the_version_before_does_not_know_outlives_kills_on_both_sides(
    template_book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = Office.new(tmp_path / "office")
    story = Story(0, office, template_book, tmp_path)
    old, new = story.tills["one"], story.tills["two"]
    new.program = "tests.stories.newer_till"
    try:
        old.start()
        story.wait("one", "ready")
        story.enrol("one")
        story.found()
        _share(story, "one")
        assert office.server.stop() == 0
        monkeypatch.setattr(servers, "_START", _NEWER)
        office.mend()
        new.start()
        story.wait("two", "ready")
        story.enrol("two")
        _share(story, "two")
        client = story.clients[0]
        assert story.ask("two", "edit", "edited", client=client, values=_CARE) is not None
        # It has taken the push, and the answer is lost.
        story.weather.lay(Trap("kill the server", "two", "down", 1))
        assert _share(story, "two") > 1
        _share(story, "one")
        story.remember("one", client)
        old.kill()
        story.wait("one", "ended")
        story.mend()
        for name in ("one", "two", "one"):
            _share(story, name)
        seen = story.ask("two", "look", "seen", client=client)
        assert seen is not None
        assert seen["values"] == _CARE | {"cherish": "w1", "language": None}
        assert _here(story, client) == ("w1", "client")
    finally:
        story.close()
        office.close()


def _share(story: Story, name: str) -> int:
    """Share until it goes through; return at which try. What broke is mended between."""
    for attempt in count(1):
        told = story.ask(name, "share", "shared")
        if told is not None and told["kind"] == "shared":
            return attempt
        story.mend()
    raise AssertionError


def _here(story: Story, client: str) -> Any:
    """Return how the till of today knows a client; nothing of hers waits for anybody."""
    with books_of(story) as books:
        for book in books.values():
            assert book.execute("SELECT * FROM sync_conflict").fetchall() == []
            assert book.execute("SELECT why FROM sync_hold").fetchall() == []
        return books["one"].execute(
            "SELECT remember, relationship_status FROM client WHERE id = ?",
            (bytes.fromhex(client),),
        ).fetchone()  # fmt: skip
