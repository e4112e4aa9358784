"""Every word that people see is taken out of the source, and translated where we ship it."""

from pathlib import Path

import pytest

from tools.check_strings import complaint
from tools.extract_strings import Message, UnclearError, messages_in, translations

ROOT = Path(__file__).resolve().parent.parent
SOURCE = '''
class LostError(KnownError):
    """Gone."""

    def __init__(self, name):
        super().__init__("{name} is gone.", name=name)

class Card(QWidget):
    def words(self):
        many = self.tr("%n wish(es)", "", 3)
        return self.tr("Open", "a file") + QCoreApplication.translate("Kin", "Sister") + many

def refuse():
    raise UserError("Please write a name.", field="name")
'''


def checkout(folder: Path, source: str, language: str = "zh-Hans") -> Path:
    """Make a checkout of one module of the window and one empty file of translations."""
    (folder / "clienteling" / "ui").mkdir(parents=True)
    (folder / "clienteling" / "ui" / "card.py").write_text(source)
    words = folder / "resources" / "i18n" / f"clienteling_{language}.ts"
    words.parent.mkdir(parents=True)
    words.write_text(f'<!DOCTYPE TS><TS version="2.1" language="{language}"></TS>')
    return words


def test_words_are_taken_out_of_pages_errors_and_tables(tmp_path: Path) -> None:
    checkout(tmp_path, SOURCE)
    assert messages_in(tmp_path) == [
        Message("Card", "%n wish(es)", is_plural=True),
        Message("Card", "Open", "a file"),
        Message("Kin", "Sister"),
        Message("Sentences", "Please write a name."),
        Message("Sentences", "{name} is gone."),
    ]


def test_a_string_that_was_never_taken_in_is_found(tmp_path: Path) -> None:
    words = checkout(tmp_path, "class Card(QWidget):\n    t = self.tr('Her wishes')\n")
    missing = "clienteling_zh-Hans.ts: not taken in: Card: 'Her wishes'"
    bare = "clienteling_zh-Hans.ts: not translated: Card: 'Her wishes'"
    assert complaint(tmp_path, fix=False) == missing
    assert complaint(tmp_path, fix=True) == bare
    done = words.read_text(encoding="utf-8").replace(
        '<translation type="unfinished"></translation>', "<translation>心愿</translation>"
    )
    words.write_text(done, encoding="utf-8")
    assert complaint(tmp_path, fix=False) == ""
    (tmp_path / "clienteling" / "ui" / "card.py").write_text("")
    gone = "clienteling_zh-Hans.ts: no longer said: Card: 'Her wishes'"
    assert complaint(tmp_path, fix=False) == gone


def test_english_holds_its_plurals_alone(tmp_path: Path) -> None:
    words = checkout(tmp_path, SOURCE, "en")
    assert complaint(tmp_path, fix=True) == (
        "clienteling_en.ts: not translated: Card: '%n wish(es)'"
    )
    assert translations(words) == {Message("Card", "%n wish(es)", is_plural=True): ("", "")}


@pytest.mark.parametrize(
    "source",
    [
        "class Card:\n    t = self.tr(f'{name} is here')\n",
        "def words(card):\n    return card.tr('Here')\n",
        "def stop(name):\n    raise UserError(f'{name} is gone.')\n",
    ],
)
def test_a_string_that_no_translator_could_get_is_refused(tmp_path: Path, source: str) -> None:
    checkout(tmp_path, source)
    with pytest.raises(UnclearError, match=r"card\.py"):
        messages_in(tmp_path)


def test_every_word_of_the_program_is_translated() -> None:
    assert complaint(ROOT, fix=False) == ""


def test_a_translation_fills_in_what_its_source_fills_in() -> None:
    from string import Formatter

    def names(words: str) -> set[str]:
        return {name for _text, name, _spec, _how in Formatter().parse(words) if name} | (
            {"%n"} if "%n" in words else set()
        )

    words = translations(ROOT / "resources" / "i18n" / "clienteling_zh-Hans.ts")
    strange = [one.source for one, (told,) in words.items() if names(told) - names(one.source)]
    # The library's reason for refusing an address is English; the Chinese sentence does without.
    short = [one.source for one, (told,) in words.items() if names(one.source) - names(told)]
    assert (strange, short) == ([], ["“{text}” cannot be an e-mail address. {why}"])
