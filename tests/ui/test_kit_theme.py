"""The tokens keep the contrast the design promises, and everything restyles while it lives."""

import subprocess
import sys
from dataclasses import fields, replace

import pytest
from PySide6.QtGui import QFontInfo

from clienteling.domain.errors import BugError, UserError
from clienteling.ui.icons import icon_names
from clienteling.ui.theme import DARK, LIGHT, AccentRefusedError, Colours, Theme, contrast
from clienteling.ui.theme.theme import Accent
from clienteling.ui.theme.type import ROLES, families
from clienteling.ui.widgets import Button, Field, PlainLabel

TEXT = ("ink", "ink2", "ink3", "accent", "pos", "cau", "crit", "info")
GROUNDS = ("paper", "surface", "sel")


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_colour_can_be_read_on_every_ground(colours):
    weak = {
        (text, ground): round(contrast(getattr(colours, text), getattr(colours, ground)), 2)
        for text in TEXT
        for ground in GROUNDS
        if contrast(getattr(colours, text), getattr(colours, ground)) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_states_can_be_read_on_their_soft_grounds_and_controls_be_seen(colours):
    soft = {name: contrast(getattr(colours, name), getattr(colours, f"{name}soft"))
            for name in ("accent", "pos", "cau", "crit", "info")}  # fmt: skip
    seen = {ground: contrast(colours.control, getattr(colours, ground)) for ground in GROUNDS}
    primary = contrast(colours.onink, colours.ink)
    assert {name for name, ratio in soft.items() if ratio < 4.5} == set()
    assert {name for name, ratio in seen.items() if ratio < 3} == set()
    assert primary > 15


def test_the_ratios_written_in_the_design_are_the_ratios_of_the_colours():
    written = {
        "ink": (15.8, 17.2, 14.2), "ink2": (7.3, 7.9, 6.5), "ink3": (5.2, 5.7, 4.7),
        "control": (3.5, 3.8, 3.2), "accent": (5.3, 5.8, 4.8),
    }  # fmt: skip
    computed = {
        name: tuple(
            round(contrast(getattr(LIGHT, name), getattr(LIGHT, ground)), 1) for ground in GROUNDS
        )
        for name in written
    }
    assert computed == written


def test_a_pale_house_accent_is_refused_and_the_old_one_kept(theme):
    house = Accent("#6B4A8A", "#EFE6F5", "#B7A2CC")
    theme.set_accent(light=house, dark=None)
    with pytest.raises(AccentRefusedError, match="stays"):
        theme.set_accent(light=replace(house, accent="#C0A060"), dark=None)
    assert theme.colours.accent == "#6B4A8A"


def test_theme_text_size_and_language_change_under_living_parts(theme, qtbot):
    label, button, field = (
        PlainLabel(theme, "Clients", role="d46"),
        Button(theme, "Log", key="N"),
        Field(theme, "City"),
    )
    for part in (label, button, field):
        qtbot.addWidget(part)
    before = (label.sizeHint().height(), button.sizeHint().height(), field.box.height())
    theme.set_text_size(130)
    after = (label.sizeHint().height(), button.sizeHint().height(), field.box.height())
    theme.set_choice("dark")
    theme.set_language("ja")
    assert (before, after) == ((52, 44, 44), (68, 57, 57))
    assert theme.color("paper").name().upper() == DARK.paper
    assert label.font().families()[1] == "Noto Serif JP"


def test_an_unknown_text_size_is_refused(theme):
    with pytest.raises(UserError):
        theme.set_text_size(117)


def test_high_contrast_takes_the_systems_colours_and_stays_readable(theme):
    theme.set_high_contrast(True)
    colours = theme.colours
    worst = min(
        contrast(getattr(colours, text), getattr(colours, ground))
        for text in (*TEXT, "control", "hair")
        for ground in ("paper", "surface", "sel", "accentsoft", "critsoft")
    )
    assert worst >= 4.5


def test_the_shipped_faces_draw_the_roles(theme):
    drawn = {role: QFontInfo(theme.font(role)).family() for role in ("d46", "i20", "b", "bb")}
    assert drawn == {
        "d46": "Cormorant Garamond",
        "i20": "Cormorant Garamond",
        "b": "Hanken Grotesk",
        "bb": "Hanken Grotesk",
    }


def test_each_language_has_its_own_order_of_families():
    assert families("zh-Hant", serif=True)[:2] == ["Cormorant Garamond", "Noto Serif TC"]
    assert families("ja", serif=False)[:2] == ["Hanken Grotesk", "Noto Sans JP"]


def test_chinese_has_no_italics_and_no_capitals(theme):
    theme.set_language("zh-Hans")
    assert not theme.font("i20").italic()
    assert theme.font("o").pixelSize() == 12
    assert theme.font("bb").weight() == 500


def test_every_icon_is_shipped_in_both_weights_and_drawn_sharp(theme):
    assert len(icon_names()) > 100
    for name in icon_names():
        light, regular = theme.icon(name, "ink", 24, 2.0), theme.icon(name, "ink", 16, 1.0)
        assert (light.width(), light.devicePixelRatio(), regular.width()) == (48, 2.0, 16)
    assert theme.icon("x", "ink").cacheKey() == theme.icon("x", "ink").cacheKey()
    with pytest.raises(BugError, match="no icon"):
        theme.icon("unicorn")


def test_every_role_and_colour_is_usable(theme):
    assert {role: theme.line(role) > 0 for role in ROLES} == dict.fromkeys(ROLES, True)
    tokens = [one.name for one in fields(Colours) if isinstance(getattr(LIGHT, one.name), str)]
    assert all(theme.color(token).isValid() for token in tokens)


def test_a_theme_following_the_system_is_light_or_dark(dressed_app):
    assert Theme("system").colours in (LIGHT, DARK)


def test_importing_the_window_leaves_the_plain_import_in_place():
    code = (
        "import builtins; plain = builtins.__import__; import clienteling.ui.widgets; "
        "print(builtins.__import__ is plain)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"
