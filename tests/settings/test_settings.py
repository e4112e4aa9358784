"""The settings file: written whole, read with patience, upgraded step by step."""

import pytest

from clienteling.domain.errors import UserError
from clienteling.settings import upgrades
from clienteling.settings.file import Settings
from clienteling.settings.settings import SETTINGS

#: What each step was seen to do, as (before, after); a step without a line here fails below.
SEEN: tuple[tuple[dict[str, object], dict[str, object]], ...] = ()


def test_a_setting_is_found_again_by_the_next_start(tmp_path):
    path = tmp_path / "s.toml"
    Settings(path).set("till_name", 'By the "window"\\\x7f, 窗边')
    assert Settings(path).text("till_name") == 'By the "window"\\\x7f, 窗边'


def test_the_file_holds_only_what_differs_from_the_defaults(tmp_path):
    path = tmp_path / "s.toml"
    Settings(path).set("theme", "dark")
    assert path.read_text("utf-8") == 'format = 1\ntheme = "dark"\n'


def test_a_value_that_does_not_fit_is_refused_and_the_old_one_stays():
    settings = Settings(None)
    for value in ("mauve", True, 7):
        with pytest.raises(UserError) as refused:
            settings.set("theme", value)
        assert refused.value.field == "theme"
    assert settings.get("theme") == "system"


@pytest.mark.parametrize("content", [b"theme = ", b"\xff\xfe\x00", b"theme = 'a\n"])
def test_a_broken_file_is_kept_aside_and_the_program_starts(tmp_path, content):
    path = tmp_path / "s.toml"
    path.write_bytes(content)
    settings = Settings(path)
    assert settings.get("theme") == "system"
    assert (tmp_path / "s.unreadable.toml").read_bytes() == content
    assert "s.unreadable.toml" in settings.unreadable[1]


@pytest.mark.parametrize("mark", ['"three"', "0", "-4", "true", "9999"])
def test_a_file_with_a_strange_format_number_is_read_as_far_as_it_is_understood(tmp_path, mark):
    path = tmp_path / "s.toml"
    path.write_text(f'format = {mark}\ntheme = "dark"\nfrom_tomorrow = 1\ntext_size = 101\n')
    settings = Settings(path)
    assert (settings.get("theme"), settings.get("text_size")) == ("dark", 100)
    assert len(settings.unreadable) == 1


def test_every_upgrade_was_seen_to_work():
    assert len(SEEN) == len(upgrades.STEPS)
    for number, (before, after) in enumerate(SEEN, 1):
        assert upgrades.upgraded({"format": number, **before}) == after


def test_every_default_fits_its_own_setting():
    for one in SETTINGS:
        assert one.checked(one.default) == one.default
