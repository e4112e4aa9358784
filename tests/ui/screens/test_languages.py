"""The whole window in Chinese: switched while it lives, with no English word of ours left."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, Qt, QTranslator
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QMenu, QWidget

import run
from clienteling.bootstrap import Backend
from clienteling.queries.find import find
from clienteling.queries.lookbooks import shelf
from clienteling.ui.app import Speaker
from clienteling.ui.main_window import MainWindow
from clienteling.ui.screens.card.sheets import SHEETS
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import Overlay
from tests.test_strings import ROOT
from tools.extract_strings import translations

LATIN = re.compile(r"[A-Za-zÀ-ɏ]{3,}")
HAN = re.compile(r"[一-鿿]")
TEXTS = ("text", "placeholderText", "toolTip", "accessibleName", "accessibleDescription")
# What stays as it is in every language: keys, kinds of file, programs, languages by themselves,
# and the pages of a lookbook, which is in the language of its client.
KEPT = {
    *("Ctrl", "Alt", "Shift", "Esc", "Tab", "Del", "PgUp", "PgDn", "Enter", "Home", "End"),
    *("CSV", "TSV", "XLSX", "PDF", "WhatsApp", "LINE", "Instagram", "Telegram", "KakaoTalk"),
    *("English", "American", "Deutsch", "Español", "España", "Français", "Italiano"),
    *("Nederlands", "Português", "Letter", "key", "Page"),
    "https://head-office:8843/#1QMB3-V5ZYW",
}
TYPED = {"alt", "coat", "zzqqxx"}
Go = Callable[[], None]


@pytest.fixture(autouse=True)
def translated(dressed_app: QApplication) -> Iterator[None]:
    """Compile the translations, and leave no language behind for other tests."""
    run.build_translations()
    yield
    for one in dressed_app.findChildren(QTranslator):
        dressed_app.removeTranslator(one)
        one.setParent(None)


@pytest.fixture
def speak(window: MainWindow, rest: Go) -> Callable[[str], None]:
    """Switch the language as Settings do."""

    def act(language: str) -> None:
        window.desk.backend.settings.set("language", language)
        window.desk.settings_changed.emit()
        QApplication.processEvents()  # Qt tells windows of a language after it was changed
        rest()

    return act


def places(window: MainWindow) -> dict[str, Go]:
    """Return the way to each page."""
    backend = window.desk.backend
    client = backend.look(find, "altieri", limit=1)[0].client_id
    lookbook = backend.ask(shelf)[0].id
    pages = {"clients": None, "card": client, "purchases": f"{client}/purchases"}
    pages["wishes"] = f"{client}/wishes"
    found: dict[str, Go] = {
        name: lambda thing=thing: window.go("clients", thing)  # type: ignore[misc] # bound now
        for name, thing in pages.items()
    }
    found["lookbooks"] = lambda: window.go("lookbooks")
    found["composer"] = lambda: window.go("lookbooks", lookbook)
    found["sync"] = lambda: window.go("sync")
    for page in ("me", "till", "house", "keys", "office", "data", "bring-in"):
        found[f"settings {page}"] = lambda page=page: window.go("settings", page)  # type: ignore[misc]
    return found


def overlays(window: MainWindow) -> dict[str, Go]:
    """Return the way to each sheet; those of the card need its page in front."""
    client = window.desk.backend.look(find, "altieri", limit=1)[0].client_id
    found: dict[str, Go] = {
        f"log {kind}": lambda kind=kind: window.open_log(client, kind)  # type: ignore[misc]
        for kind in ("note", "piece", "call", "visit")
    }
    for words in ("", *TYPED):
        found[f"palette {words}"] = lambda words=words: window.open_palette(words)  # type: ignore[misc]
    for name in SHEETS:
        found[f"sheet {name}"] = lambda name=name: window.page.open_sheet(name)  # type: ignore[misc,union-attr]
    found["new client"] = lambda: window.open_new_client("Isabella Altieri")
    found["keys"] = window.open_keys
    return found


def shown(window: MainWindow) -> set[str]:
    """Return every word of the window that is seen or read aloud now."""
    found = {window.windowTitle()}
    for part in [window, *window.findChildren(QWidget)]:
        if part.isVisible():
            found |= set(_words_of(part))
    for menu in window.findChildren(QMenu):
        found |= {act.text() for act in menu.actions()}
    return {one for one in found if one}


def _words_of(part: QWidget) -> Iterator[str]:
    for name in TEXTS:
        said = getattr(part, name, None)
        typed = name == "text" and isinstance(part, QLineEdit)
        if callable(said) and not typed and isinstance(words := said(), str):
            yield words
    if isinstance(part, QComboBox):
        yield from (part.itemText(row) for row in range(part.count()))
    if isinstance(part, QAbstractItemView) and (model := part.model()) is not None:
        wide = isinstance(model, QAbstractTableModel)
        columns = model.columnCount(QModelIndex()) if wide else 1
        for row in range(min(20, model.rowCount(QModelIndex()))):
            for column in range(columns):
                index = model.index(row, column, QModelIndex())
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                    yield str(model.data(index, role) or "")


def data_of(backend: Backend) -> set[str]:
    """Return every text that stands in the book: names, notes, pieces."""
    cells = {str(backend.opened.book.path)}
    with backend.opened.book.reading() as raw:
        tables = raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        for (table,) in tables:
            if not table.startswith(("sqlite", "find", "search")) and "fts" not in table:
                rows = raw.execute(f'SELECT * FROM "{table}"').fetchall()
                cells |= {one for row in rows for one in row if isinstance(one, str)}
    return cells


def patterns() -> list[re.Pattern[str]]:
    """Return what each of our English strings looks like, filled in or not."""
    file = ROOT / "resources" / "i18n" / "clienteling_zh-Hans.ts"
    found = []
    for one, (told,) in translations(file).items():
        bare = re.sub(r"\{[^}]*\}|%n", "", one.source)
        if LATIN.search(bare) and not LATIN.search(told):
            shape = re.sub(r"\\\{.*?\\\}|%n", ".+", re.escape(one.source))
            found.append(re.compile(shape))
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_living_window_turns_chinese_and_back_to_the_last_word(
    window: MainWindow, rest: Go, speak: Callable[[str], None], theme: str
) -> None:
    window.desk.backend.settings.set("theme", theme)
    window.desk.backend.settings.set("house_name", "Séverac")
    pages, sheets = places(window), overlays(window)
    seen: dict[str, dict[str, set[str]]] = {}
    for language in ("en", "zh-Hans", "en again"):
        speak(language.removesuffix(" again"))
        said = seen[language] = {}
        for name, go in pages.items():
            go()
            rest()
            said[name] = shown(window)
        pages["card"]()
        rest()
        for name, go in sheets.items():
            go()
            rest()
            said[name] = shown(window)
            for sheet in window.findChildren(Overlay):
                sheet.close_sheet()
            rest()
    cells = data_of(window.desk.backend) | KEPT
    data = {word for one in cells | TYPED for word in LATIN.findall(one)}
    ours = patterns()
    chinese = {(name, one) for name, words in seen["zh-Hans"].items() for one in words}
    strange = {(n, one) for n, one in chinese if set(LATIN.findall(one)) - data}
    english = {
        (name, one)
        for name, one in chinese
        if not HAN.search(one) and one not in cells and any(our.fullmatch(one) for our in ours)
    }
    left = {
        (name, one)
        for name, words in seen["en again"].items()
        for one in words - seen["en"][name]
        if HAN.search(one)
    }
    plural = {one for words in seen["en"].values() for one in words if "(s)" in one}
    assert (strange, english, left, plural) == (set(), set(), set(), set())


def test_numbers_choose_their_word_in_english_and_need_none_in_chinese(
    dressed_app: QApplication, theme: Theme
) -> None:
    speaker = Speaker(dressed_app, theme)
    told = {}
    for language in ("en", "zh-Hans"):
        speaker.speak(language)
        told[language] = [
            QCoreApplication.translate(context, source, "", number)
            for context, source in (("NextDate", "%n year(s)"), ("Sizes", "All %n size(s)"))
            for number in (1, 7)
        ]
    assert told == {
        "en": ["1 year", "7 years", "All 1 size", "All 7 sizes"],
        "zh-Hans": ["1 周年", "7 周年", "全部 1 项尺码", "全部 7 项尺码"],
    }


def test_a_refusal_from_below_is_said_in_the_language_of_the_window(
    dressed_app: QApplication, theme: Theme
) -> None:
    from clienteling.domain.emails import normalise_email
    from clienteling.domain.errors import UserError
    from clienteling.domain.free_text import clean_line
    from clienteling.settings.settings import BY_NAME
    from clienteling.ui.sentences import said

    def refusal(act: Callable[[], object]) -> str:
        with pytest.raises(UserError) as caught:
            act()
        return said(caught.value)

    Speaker(dressed_app, theme).speak("zh-Hans")
    assert [
        refusal(lambda: clean_line("x" * 5000)),
        refusal(lambda: normalise_email("anna@")),
        refusal(lambda: BY_NAME["theme"].checked("pink")),
        said("Words of another program"),
    ] == [
        "共 5000 个字，此处最多 300 个字，请缩短。",
        "“anna@”不是有效的电子邮箱，请核对后重写。",
        "主题：请从列表中选择。",
        "Words of another program",
    ]


def test_a_second_window_is_not_left_in_the_language_of_the_first(
    dressed_app: QApplication, theme: Theme
) -> None:
    for language, word in (("zh-Hans", "客户"), ("en", "Clients"), ("zh-Hans", "客户")):
        Speaker(dressed_app, theme).speak(language)
        assert QCoreApplication.translate("Places", "Clients") == word
