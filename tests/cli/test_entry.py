"""The two ways in: the command line, and straight to the window."""

import subprocess
import sys

from clienteling.__main__ import window

_HEAVY = (
    "import clienteling.__main__, sys; print('typer' in sys.modules, 'PySide6' in sys.modules)"
)


def test_the_way_to_the_window_does_not_pass_through_the_command_line():
    told = subprocess.run(
        [sys.executable, "-c", _HEAVY], capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == ["False", "False"]


def test_where_there_is_no_display_the_way_to_the_window_says_so(monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    code = window()
    assert (code, "There is no display here" in capsys.readouterr().err) == (1, True)
