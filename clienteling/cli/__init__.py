"""The command line: one small module per group of commands, on the window's own services.

Exit codes: 0 done; 1 it could not be done, and standard error says why; 2 the call is not right.
JSON goes to standard output, words to standard error. Only ``open``, ``demo`` and ``shots`` ever
load Qt, and only ``open`` needs a display.
"""

import io
import sys
from collections.abc import Sequence

import typer

from clienteling.cli import clients, files, headoffice, lookbooks, upkeep, window
from clienteling.cli.common import OK, REFUSED, USAGE, say
from clienteling.domain.errors import Cancelled, ClientelingError

app = typer.Typer(
    name="clienteling",
    help="The client book of a luxury house.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for group in (window, files, clients, lookbooks, upkeep, headoffice):
    group.register(app)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    command = typer.main.get_command(app)
    _speak_utf8()
    try:
        code = command.main(
            list(sys.argv[1:] if arguments is None else arguments),
            prog_name="clienteling",
            standalone_mode=False,
        )
    except typer.Exit as left:
        return left.exit_code
    except typer.Abort:
        return REFUSED
    except Cancelled:
        say("Stopped. What was finished before is kept.")
        return REFUSED
    except ClientelingError as error:
        say(str(error))
        return REFUSED
    except Exception as error:
        if _is_usage(error):
            _show_usage(error)
            return USAGE
        raise
    return code if isinstance(code, int) else OK


def _speak_utf8() -> None:
    """Write names in every script, whatever the console's own letters are."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() != "utf-8":
            stream.reconfigure(encoding="utf-8")


def _is_usage(error: Exception) -> bool:
    return hasattr(error, "exit_code") and hasattr(error, "show")


def _show_usage(error: Exception) -> None:
    show = getattr(error, "show")  # noqa: B009 - typer's own click is vendored and has no stub
    show()
