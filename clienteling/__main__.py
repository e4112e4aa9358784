"""``python -m clienteling``: the command line; ``clienteling-window``: straight to the window."""

import sys

from clienteling.domain.memory import hold_collector
from clienteling.settings.display import has_display


def main() -> int:
    """Run the command line."""
    from clienteling.cli import main as run

    return run()


def window() -> int:
    """Open this person's book in the window, without the command line in its way."""
    if not has_display():
        from clienteling.cli import main as run

        return run(["open"])
    hold_collector()
    from clienteling.bootstrap import default_book, open_backend
    from clienteling.settings.file import Settings
    from clienteling.settings.paths import config_folder
    from clienteling.ui.app import run_book

    book = default_book()
    return run_book(
        book,
        lambda: open_backend(book, create=True),
        lambda: Settings(config_folder() / "settings.toml").text("language"),
    )


if __name__ == "__main__":
    sys.exit(main())
