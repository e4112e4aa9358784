"""Read the word lists that ship with the program."""

from pathlib import Path


def word_lines(name: str) -> list[str]:
    """Return the lines of one shipped word list without its comments.

    The lists stand beside the package in a checkout and inside it in a wheel or a frozen program;
    ``settings.paths`` knows the same rule, but this layer may not look upwards.
    """
    package = Path(__file__).resolve().parent.parent
    inside = package / "_resources"
    folder = inside if inside.is_dir() else package.parent / "resources"
    text = (folder / "words" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
