"""``import`` and ``export``: other programs' files in, and ours out."""

import typer


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
