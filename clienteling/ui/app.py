"""Starts the window: an ordered list of steps, each with its reason."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from clienteling.bootstrap import AlreadyOpenError, Backend, restore_newest
from clienteling.domain.errors import ClientelingError
from clienteling.settings.paths import resource
from clienteling.ui import crash, house_accent
from clienteling.ui.desk import Desk
from clienteling.ui.fonts import register_fonts
from clienteling.ui.locale import in_a_row
from clienteling.ui.main_window import MainWindow
from clienteling.ui.sentences import said
from clienteling.ui.theme import Theme, dress

LANGUAGES = ("en", "zh-Hans")
_WARM_AFTER_MS = 600
_FRAME = 40
_QT_NAMES = {"zh-Hans": "zh_CN", "zh-Hant": "zh_TW"}


def application() -> QApplication:
    """Return the one application object, with the shipped typefaces known."""
    present = QApplication.instance()
    app = present if isinstance(present, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("clienteling")
    register_fonts()
    return app


def open_window(app: QApplication, backend: Backend) -> MainWindow:
    """Make the window of a book and show its first page; the caller runs the event loop."""
    theme = Theme(parent=app)
    speaker = Speaker(app, theme)
    desk = Desk(backend, theme)
    follow_settings(desk, speaker)
    dress(app, theme)
    window = MainWindow(desk)
    window.desk.settings_changed.connect(lambda: follow_settings(desk, speaker))
    crash.install(lambda error: show_crash(theme, window, error))
    if desk.notices is not None:
        desk.notices.crashed.connect(lambda error: show_crash(theme, window, error))
    begin(window)
    return window


def begin(window: MainWindow) -> None:
    """Show the first page: the clients, or the welcome of a book without a house."""
    desk = window.desk
    desk.backend.listen(desk.changes.tell)
    QTimer.singleShot(_WARM_AFTER_MS, desk, lambda: _warm(desk))
    me = desk.backend.me()
    if me is None:
        window.open_welcome()
        return
    desk.learn_me(me)
    window.go("clients")
    if desk.backend.opened.notices:
        desk.tell(in_a_row(said(one) for one in desk.backend.opened.notices))


def _warm(desk: Desk) -> None:
    """Import what the next pages need; what is made by then is there for good."""
    spare = desk.collector.spare_what_is_there

    def fail(error: Exception) -> None:
        spare()
        desk.fail(error)

    desk.tasks.run(desk, desk.backend.warm, lambda _: spare(), fail)


def run_book(
    book: Path, open_it: Callable[[], Backend], language: Callable[[], str] = lambda: "system"
) -> int:
    """Open a book and run its window; return the exit code.

    A book that another window has open is shown there; one that cannot be opened says why and
    offers what helps.

    Args:
        book: Where it stands.
        open_it: Opens it, or raises.
        language: Tells what is set, for what is said where it does not open.
    """
    from clienteling.ui.one_window import ring

    app = application()
    try:
        backend = open_it()
    except ClientelingError as error:
        if isinstance(error, AlreadyOpenError) and ring(book):
            return 0
        theme = Theme(parent=app)
        Speaker(app, theme).speak(language())
        return _run_after_trouble(app, theme, error, book, open_it)
    return run_window(backend)


def _run_after_trouble(
    app: QApplication,
    theme: Theme,
    error: ClientelingError,
    book: Path,
    open_it: Callable[[], Backend],
) -> int:
    from clienteling.ui.start_trouble import open_troubles

    backend = open_troubles(app, theme, error, open_it, lambda: restore_newest(book))
    return 1 if backend is None else run_window(backend)


def run_window(backend: Backend) -> int:
    """Run the program until its window is closed; return the exit code."""
    from clienteling.ui.one_window import Doorbell, come_forward
    from clienteling.ui.safekeeping import Safekeeping

    app = application()
    window = open_window(app, backend)
    Safekeeping(window.desk, window)
    Doorbell(backend.opened.book.path, window).rung.connect(lambda: come_forward(window))
    _show_whole(window)
    backend.syncing.start()
    code = app.exec()
    backend.close()
    return code


def _show_whole(window: QWidget) -> None:
    """Show the window as designed, or filling a screen too small for it and its frame."""
    window.resize(1440, 900)
    room = window.screen().availableSize()
    if room.width() < window.width() + _FRAME or room.height() < window.height() + _FRAME:
        window.showMaximized()
    else:
        window.show()


def follow_settings(desk: Desk, speaker: "Speaker") -> None:
    """Bring theme, text size, language and keys to what is set."""
    settings, theme = desk.backend.settings, desk.theme
    choice = settings.text("theme")
    if choice in ("system", "light", "dark"):
        theme.set_choice(choice)  # type: ignore[arg-type] # just checked
    theme.set_text_size(settings.number("text_size"))
    house_accent.wear(theme, settings)
    theme.set_reduce_motion(settings.flag("reduce_motion"))
    theme.set_touch_only(settings.flag("touch_only"))
    speaker.speak(settings.text("language"))
    desk.rewrite()


def show_crash(theme: Theme, window: QWidget, error: BaseException) -> None:
    """Open the crash window over the page."""
    crash.CrashWindow(theme, window, error).open()


class Speaker:
    """Loads the words of a language and switches a living window to them.

    Args:
        app: The application.
        theme: Chooses the fonts of the language.
    """

    def __init__(self, app: QApplication, theme: Theme) -> None:
        self._app, self._theme = app, theme

    def speak(self, language: str) -> None:
        """Switch to a language; ``system`` is the computer's where we have it, else English."""
        chosen = _system_language() if language == "system" else language
        wanted = [path for path in (_qts(chosen), _ours(chosen)) if path.exists()]
        worn = self._app.findChildren(QTranslator)
        if [one.objectName() for one in worn] != [str(path) for path in wanted]:
            for one in worn:
                self._app.removeTranslator(one)
                one.setParent(None)
            for path in wanted:
                self._wear(path)
        self._theme.set_language(chosen)

    def _wear(self, path: Path) -> None:
        # The application owns it: a second window would otherwise find a dead one in its place.
        translator = QTranslator(self._app)
        translator.setObjectName(str(path))
        if translator.load(str(path)):
            self._app.installTranslator(translator)


def _system_language() -> str:
    for name in QLocale.system().uiLanguages():
        if name.startswith("zh"):
            return "zh-Hans"
        if name[:2] in LANGUAGES:
            return name[:2]
    return "en"


def _ours(language: str) -> Path:
    return resource("i18n", f"clienteling_{language}.qm")


def _qts(language: str) -> Path:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return folder / f"qtbase_{_QT_NAMES.get(language, language)}.qm"
