"""One application with the shipped faces, a light theme, and keys that never abort Qt."""

import os
import sys

import pytest

if sys.platform.startswith("linux") and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import clienteling.ui  # noqa: F401 - first, so that PySide6's import hook is undone
from clienteling.ui.fonts import register_fonts
from clienteling.ui.theme import Theme, dress


def pytest_configure(config):
    """Let the screenless platform say what it cannot do for windows; it is no fault of ours."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


@pytest.fixture(autouse=True)
def _no_language_of_another_test():
    """Take off the words that a window of another test put on; the application outlives it."""
    _take_words_off()
    yield
    _take_words_off()


def _take_words_off():
    from PySide6.QtCore import QCoreApplication, QTranslator

    app = QCoreApplication.instance()
    if app is None:
        return
    for worn in app.findChildren(QTranslator):
        app.removeTranslator(worn)
        worn.setParent(None)


@pytest.fixture(scope="session")
def dressed_app(qapp):
    """The application with the shipped typefaces registered."""
    register_fonts()
    return qapp


@pytest.fixture
def theme(dressed_app):
    """A light theme at 100 % that moves nothing."""
    made = Theme("light")
    made.set_reduce_motion(True)
    dress(dressed_app, made)
    yield made
    made.deleteLater()
