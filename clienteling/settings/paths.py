"""Where this installation keeps things, and where the files shipped with the program are."""

from functools import cache
from pathlib import Path

import platformdirs

APP_NAME = "clienteling"


def data_folder() -> Path:
    """Return the folder that holds this person's book unless another path is given."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def config_folder() -> Path:
    """Return the folder that holds this person's settings."""
    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False))


@cache
def resources() -> Path:
    """Return the folder of fonts, icons, words and samples.

    It stands beside the package in a checkout and inside it in a wheel or a frozen program.
    """
    package = Path(__file__).resolve().parent.parent
    inside = package / "_resources"
    return inside if inside.is_dir() else package.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of one shipped file, such as ``resource("icons", "scissors.svg")``."""
    return resources().joinpath(*parts)
