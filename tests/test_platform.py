"""The ground we stand on: the Qt binding, and the environment that the tests make for themselves."""

import os
import socket
import subprocess
import sys

import platformdirs
import pytest

MANY_CALLS = """
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(50_000):
    thing.setObjectName("piece")
print("alive")
"""


def test_fifty_thousand_void_calls_leave_the_interpreter_alive() -> None:
    # PySide6 6.12.0 on Python 3.11 drops a reference to None at each call and aborts after a
    # few thousand of them, hence the ceiling in pyproject.toml.
    done = subprocess.run(
        [sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "alive\n", "")


def test_no_test_can_reach_an_address_outside_this_machine() -> None:
    # 192.0.2.0/24 is kept for documents (RFC 5737): nobody answers there.
    with socket.socket() as plug, pytest.raises(OSError, match="outside this machine"):
        plug.connect(("192.0.2.1", 9))


def test_no_test_can_touch_the_book_of_the_person_who_runs_it() -> None:
    if sys.platform.startswith("linux"):
        assert "clienteling-tests-" in platformdirs.user_data_dir("clienteling")
    assert os.environ["PYTHON_KEYRING_BACKEND"] == "keyring.backends.fail.Keyring"
