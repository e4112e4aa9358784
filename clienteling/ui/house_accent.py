"""The house's own accent: its soft ground and its outline are mixed from the one colour chosen."""

import re

from clienteling.domain.errors import UserError
from clienteling.settings.file import Settings
from clienteling.settings.settings import BY_NAME
from clienteling.ui.theme import DARK, LIGHT, Accent, Colours, Theme, contrast

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_LEAST = 4.5
_SOFT, _LINE = 0.13, 0.5


def wear(theme: Theme, settings: Settings) -> None:
    """Give the theme the accent that is set; one that cannot be read is passed over."""
    try:
        theme.set_accent(
            light=_chosen(settings.text("accent_light"), "accent_light", LIGHT),
            dark=_chosen(settings.text("accent_dark"), "accent_dark", DARK),
        )
    except UserError:
        theme.set_accent(light=None, dark=None)


def check(name: str, colour: str) -> None:
    """Say whether a colour may be the accent of a theme; ``name`` is the setting's.

    Raises:
        UserError: it is no colour, or too close to the ground to be read.
    """
    ground = DARK if name == "accent_dark" else LIGHT
    if not _COLOUR.fullmatch(colour):
        raise UserError("Write the colour as # and six digits.", field=name)
    if contrast(colour, ground.sel) < _LEAST:
        raise UserError(
            "{colour} is too close to the colour of a chosen row to be read on it. The "
            "accent in use stays.",
            colour=colour,
            field=name,
        )


def accent_of(colour: str, ground: Colours) -> Accent:
    """Return an accent with the soft ground and the outline that go with it."""
    share = _SOFT
    soft = _mixed(colour, ground.paper, share)
    while contrast(colour, soft) < _LEAST and share > 0:
        share -= 0.01
        soft = _mixed(colour, ground.paper, share)
    return Accent(colour, soft, _mixed(colour, ground.paper, _LINE))


def _chosen(colour: str, name: str, ground: Colours) -> Accent | None:
    if colour == BY_NAME[name].default:
        return None
    check(name, colour)
    return accent_of(colour, ground)


def _mixed(colour: str, ground: str, share: float) -> str:
    pairs = zip(_parts(colour), _parts(ground), strict=True)
    return "#" + "".join(f"{round(one * share + other * (1 - share)):02X}" for one, other in pairs)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
