"""The settings file: TOML that people may read, written whole or not at all."""

import json
import os
import tomllib
from contextlib import suppress
from pathlib import Path

from clienteling.domain.errors import BugError, KnownError
from clienteling.domain.sentences import sentence
from clienteling.settings.settings import BY_NAME, SETTINGS, Setting, Value
from clienteling.settings.upgrades import FORMAT, upgraded


class Settings:
    """The present values, and the file that keeps those that differ from their defaults.

    Args:
        path: The file; None keeps nothing (a throw-away house).
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._values: dict[str, Value] = {}
        self.unreadable: tuple[str, ...] = ()
        if path is not None and path.exists():
            self._read(path)

    def get(self, name: str) -> Value:
        """Return the value of a setting."""
        return self._values.get(name, _known(name).default)

    def text(self, name: str) -> str:
        """Return the value of a setting that is text."""
        return str(self.get(name))

    def number(self, name: str) -> int:
        """Return the value of a setting that is a number."""
        return int(self.get(name))

    def flag(self, name: str) -> bool:
        """Return the value of a setting that is on or off."""
        return bool(self.get(name))

    def set(self, name: str, value: object) -> None:
        """Set a value and keep it.

        Raises:
            UserError: the value does not fit.
            KnownError: the file cannot be written; the value still holds until the end.
        """
        self._values[name] = _known(name).checked(value)
        if self._path is not None:
            self._write(self._path)

    def _read(self, path: Path) -> None:
        try:
            content = upgraded(tomllib.loads(path.read_text("utf-8")))
        except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            # A person's hand or a bad disk broke the file: the program starts with defaults, and
            # the broken file is kept aside so that nothing in it is lost.
            self.unreadable = (f"{path.name}: {error}",)
            aside = path.with_suffix(".unreadable.toml")
            with suppress(OSError):
                path.replace(aside)
                self.unreadable += (sentence("It was kept as {name}.", name=aside.name),)
            return
        for name, value in content.items():
            if name in BY_NAME:
                try:
                    self._values[name] = BY_NAME[name].checked(value)
                except Exception as error:  # noqa: BLE001 - a bad line must not stop the program
                    self.unreadable += (str(error),)

    def _write(self, path: Path) -> None:
        lines = [f"format = {FORMAT}"]
        for setting in SETTINGS:
            value = self.get(setting.name)
            if value != setting.default:
                lines.append(f"{setting.name} = {_toml(value)}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh = path.with_suffix(".new")
            with fresh.open("w", encoding="utf-8") as file:
                file.write("\n".join(lines) + "\n")
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(path)
        except OSError as error:
            raise KnownError(
                "The settings could not be written ({reason}). They hold until the program ends.",
                reason=str(error),
            ) from error


def _known(name: str) -> Setting:
    if name not in BY_NAME:
        raise BugError(f"no setting {name}")
    return BY_NAME[name]


def _toml(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    # A JSON string is a basic string of TOML, but for DEL, which JSON leaves as it is.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
