"""``python -m clienteling``: the command line; ``clienteling-window``: straight to the window."""

import sys

from clienteling.cli import main


def window() -> int:
    """Open this person's book in the window."""
    return main(["open"])


if __name__ == "__main__":
    sys.exit(main())
