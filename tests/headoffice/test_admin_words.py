"""The administration speaks two languages: each sentence in both, none missing, none unused."""

import re
from importlib.resources import files
from pathlib import Path
from string import Formatter

import pytest

from clienteling.headoffice.web.admin.words import CHINESE, ENGLISH, catalogue, chosen

HERE = Path(str(files("clienteling.headoffice.web.admin")))
_KEY = re.compile(r"[\"']([a-z_]+\.[a-z_]+)[\"']")


def _places(sentence: str) -> set[str]:
    return {name for _text, name, _spec, _kind in Formatter().parse(sentence) if name}


def test_every_sentence_stands_in_both_languages() -> None:
    for key, sentences in catalogue().items():
        assert set(sentences) == {ENGLISH, CHINESE}, key
        assert all(sentences.values()), key
        assert _places(sentences[ENGLISH]) == _places(sentences[CHINESE]), key
        assert re.search(r"[\u4e00-\u9fff]", sentences[CHINESE]), key
        assert not re.search(r"[\u4e00-\u9fff]", sentences[ENGLISH]), key
        assert "!" not in sentences[ENGLISH] + sentences[CHINESE], key


def test_every_sentence_is_used_and_every_one_used_is_there() -> None:
    groups = {key.partition(".")[0] for key in catalogue()}
    texts = [
        one.read_text("utf-8") for one in (*HERE.glob("*.py"), *HERE.glob("templates/*.html"))
    ]
    used = {
        key for text in texts for key in _KEY.findall(text) if key.partition(".")[0] in groups
    } - {one.name for one in HERE.glob("templates/*.html")}
    assert used == set(catalogue())


def test_a_template_says_nothing_that_is_not_in_the_catalogue() -> None:
    for one in HERE.glob("templates/*.html"):
        plain = re.sub(r"\{[{%#].*?[}%#]\}", " ", one.read_text("utf-8"), flags=re.DOTALL)
        left = re.sub(r"<[^>]*>", " ", plain)
        assert re.findall(r"[A-Za-z]{2,}", left) == [], one.name


@pytest.mark.parametrize(
    ("cookie", "accepts", "language"),
    [
        ("", "", ENGLISH),
        ("", "zh-TW", CHINESE),
        ("", "en-GB,zh;q=0.9", ENGLISH),
        ("", "fr;q=1, zh;q=0.4, en;q=0.3", CHINESE),
        ("", "zh;q=nonsense, en", ENGLISH),
        ("", ";;;,,q=,é" * 40, ENGLISH),
        ("zh-Hans", "en", CHINESE),
        ("en", "zh", ENGLISH),
        ("xx", "zh", CHINESE),
    ],
)
def test_the_language_is_what_was_chosen_then_what_is_wished(
    cookie: str, accepts: str, language: str
) -> None:
    assert chosen(cookie, accepts) == language
