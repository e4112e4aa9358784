"""What every test may count on: no display, no home touched, no line outside, words compiled."""

import importlib.util
import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Read by Qt, platformdirs and keyring when they are first imported, so set before anything else.
# Also where there is a display: a window manager would give the focus to whom it likes.
if sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HOME = tempfile.TemporaryDirectory(prefix="clienteling-tests-")
for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[variable] = str(Path(HOME.name) / variable.lower())
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

# A busy machine makes any deadline lie; a fixed seed keeps CI from failing on another's change.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("house"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "house")

# ``book``, ``store``, ``opened``, ``clock``: each test's own copied book.
pytest_plugins = ("tests.books",)

ROOT = Path(__file__).resolve().parent.parent
REFUSED = "a test asked for an address outside this machine"


@pytest.fixture(autouse=True, scope="session")
def _words_compiled() -> None:
    """Compile the translations as ``run.py`` does, where a bare ``pytest`` finds them missing."""
    spec = importlib.util.spec_from_file_location("run", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    run = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(run)
    vars(run)["BIN"] = Path(sys.executable).parent
    run.build_translations()


@pytest.fixture(autouse=True, scope="session")
def _no_line_to_the_outside() -> Iterator[None]:
    """Refuse every connection but those that stay on this machine."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: object) -> None:
        inside = self.family not in {socket.AF_INET, socket.AF_INET6} or (
            isinstance(address, tuple) and address[0] in {"127.0.0.1", "localhost", "::1"}
        )
        if not inside:
            raise OSError(f"{REFUSED}: {address}")
        connect(self, address)  # type: ignore[arg-type]  # whatever a caller may pass

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        yield
