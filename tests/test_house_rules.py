"""Mistakes made once, kept from coming back: each rule has its reason and is seen to bite.

A line that must break one says so beside it: ``# house rule: <why>``.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
EXCUSED = "# house rule: "
REASON = r"(?i)\blong\b[^.]*\bbecause\b"


class Rule(NamedTuple):
    """What may not be written, where, why, and a line that shows it."""

    pattern: str
    where: str
    why: str
    example: str


RULES = (
    Rule(
        r"(?i)\bTODO\b|\bFIXME\b|\bXXX\b",
        "**/*.py",
        "unfinished work stands in an issue, where it is seen",
        "# TODO: later",  # house rule: an example
    ),
    Rule(
        r"# noqa(?!: [A-Z]+\d+(, [A-Z]+\d+)* +(-|#) \S)",
        "clienteling/**/*.py",
        "an exemption names its code and its reason",
        "x = 1  # noqa: E501",  # house rule: an example
    ),
    Rule(
        r"# type: ignore(?!\[[a-z-]+(, ?[a-z-]+)*\] +(-|#) \S)",
        "clienteling/**/*.py",
        "an exemption names its code and its reason",
        "x = f()  # type: ignore[no-any-return]",  # house rule: an example
    ),
    Rule(
        r"/wor[k]/|(?i:--(extra-)?index-ur[l]|--find-link[s])",
        "**/*",
        "paths and addresses of one machine mean nothing on another",
        "pip install --index-url",  # house rule: an example
    ),
    Rule(
        r"(?i)\bINSERT OR REPLACE\b|\bREPLACE INTO\b|\.prefix_with\(.OR REPLACE",
        "clienteling/**/*.py",
        "REPLACE deletes the old row unseen by the change capture: use ON CONFLICT DO UPDATE",
        "INSERT OR REPLACE INTO client VALUES (1)",
    ),
    Rule(
        r"\bDateTime\b",
        "clienteling/**/*.py",
        "SQLAlchemy's DateTime drops the zone on SQLite: map UtcDateTime",
        "seen_at = mapped_column(DateTime)",
    ),
    Rule(
        r"utcnow\(|utcfromtimestamp\(|\.replace\(tzinfo=None\)",
        "clienteling/**/*.py",
        "no time without a zone",
        "datetime.utcnow()",
    ),
    Rule(
        r"^\s*(import|from) sqlite3\b",
        "clienteling/**/*.py",
        "the interpreter's SQLite may be inside the WAL-reset corruption bug: use sqlcipher3",
        "import sqlite3",
    ),
    Rule(
        r"\bkeyrings\.alt\b",
        "**/*.py",
        "it keeps secrets in plain text and says nothing",
        "import keyrings.alt",  # house rule: an example
    ),
    Rule(
        r"\bprocessEvents\(",
        "clienteling/**/*.py",
        "it runs anything at all in the middle of our code: give long work to Tasks",
        "app.processEvents()",
    ),
    Rule(
        r"\bQThread\b|\bQThreadPool\b|\bQRunnable\b|\bthreading\.Thread\b|\basyncio\b",
        "clienteling/ui/**/*.py",
        "ui/background.py is the one place where threads exist",
        "QThreadPool.globalInstance()",
    ),
    Rule(
        r"\bQSortFilterProxyModel\b",
        "clienteling/**/*.py",
        "it mis-sorts Python dates and decimals without a word: sort in SQL",
        "class Sorted(QSortFilterProxyModel):",
    ),
    Rule(
        r"\bQt(Charts|DataVisualization|Graphs|WebEngine\w*|Pdf\w*|Multimedia)\b",
        "clienteling/**/*.py",
        "not in the Essentials wheel that we ship, and some are not LGPL",
        "from PySide6.QtCharts import QChart",
    ),
    Rule(
        r"\bQtWidgets\b",
        "clienteling/ui/**/view_model.py",
        "a view model holds state and signals; it knows no widget",
        "from PySide6.QtWidgets import QLabel",
    ),
    Rule(
        r"#[0-9A-Fa-f]{6}\b",
        "clienteling/ui/**/*.py",
        "colours come from ui/theme, or dark and high contrast miss them",
        'pen = QColor("#8A6D3B")',
    ),
    Rule(
        r"""\b(tr|translate)\((["'][^"']*["'], )?["'][^"']*!["']""",
        "clienteling/**/*.py",
        "the house doesn't raise its voice",
        'self.tr("Saved!")',
    ),
    Rule(
        r"\bdef _?tr\(|\btr\(\s*f[\"']|\btranslate\([^,]+,\s*f[\"']",
        "clienteling/**/*.py",
        "lupdate takes in literals only, through tr() and translate() themselves",
        'self.tr(f"{count} clients")',
    ),
    Rule(
        r"keyClicks\([^)]*[^\x00-\x7f]",
        "tests/**/*.py",
        "a non-ASCII keyClicks aborts the interpreter: send a QInputMethodEvent",
        'qtbot.keyClicks(field, "Anaïs")',  # house rule: an example
    ),
    Rule(
        r"\btime\.sleep\(|\bqWait\(|\bqtbot\.wait\(",
        "tests/**/*.py",
        "a sleep is too short on a busy machine and too long on others: waitUntil, waitSignal",
        "qtbot.wait(100)",  # house rule: an example
    ),
    Rule(
        r"\bmock\b|\bMagicMock\b",
        "tests/**/*.py",
        "replacing our own code proves that we agree with ourselves: write a fake",
        "from unittest import mock",  # house rule: an example
    ),
)

# The colours themselves, and the files that hold others' words rather than ours.
EXEMPT = {
    r"#[0-9A-Fa-f]{6}\b": ("clienteling/ui/theme/", "clienteling/ui/theme.py"),
    r"\bQThread\b|\bQThreadPool\b|\bQRunnable\b|\bthreading\.Thread\b|\basyncio\b": (
        "clienteling/ui/background.py",
    ),
    r"\bDateTime\b": ("clienteling/models/types.py", "clienteling/storage/migrations/"),
}
SKIPPED = {
    ".git",
    ".venv",
    ".libs",
    ".hypothesis",
    "build",
    "dist",
    "__pycache__",
    "resources",
    "data",
}
WORDS = {".py", ".md", ".toml", ".txt", ".cfg", ".yml", ".ts", ""}


@cache
def files() -> tuple[str, ...]:
    """Return the paths of everything that is ours and made of words, from the root."""
    found: list[str] = []
    folders = [ROOT]
    while folders:
        for path in folders.pop().iterdir():
            if path.is_dir():
                if path.name not in SKIPPED and not path.name.endswith("_cache"):
                    folders.append(path)
            elif path.suffix in WORDS:
                found.append(path.relative_to(ROOT).as_posix())
    return tuple(sorted(found))


def chosen(where: str) -> list[Path]:
    """Return the files that a pattern like ``clienteling/**/*.py`` means."""
    start, _, end = where.partition("**/")
    suffix = end.removeprefix("*")
    return [ROOT / name for name in files() if name.startswith(start) and name.endswith(suffix)]


def breaches(rule: Rule, path: Path, text: str) -> Iterator[str]:
    """Yield each line of a file that breaks a rule, with where it stands."""
    name = path.relative_to(ROOT).as_posix()
    if name.startswith(EXEMPT.get(rule.pattern, ("\0",))):
        return
    for number, line in enumerate(text.splitlines(), 1):
        if re.search(rule.pattern, line) and EXCUSED not in line:
            yield f"{name}:{number}: {line.strip()}"


@cache
def modules(start: str) -> tuple[tuple[str, str, ast.Module], ...]:
    """Return name, text and syntax of each of our modules below a folder."""
    read = [(path, path.read_text("utf-8")) for path in chosen(f"{start}**/*.py")]
    return tuple((p.relative_to(ROOT).as_posix(), text, ast.parse(text)) for p, text in read)


def unexcused(text: str, found: Iterator[tuple[int, str]]) -> list[str]:
    """Return the faults of a module but those that its own lines excuse."""
    lines = text.splitlines()
    return [f"{n}: {words}" for n, words in found if EXCUSED not in lines[n - 1]]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.why)
def test_no_line_breaks_a_rule_of_the_house(rule: Rule) -> None:
    found = [
        one for path in chosen(rule.where) for one in breaches(rule, path, path.read_text("utf-8"))
    ]
    assert not found, f"{rule.why}:\n" + "\n".join(found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.why)
def test_each_rule_bites(rule: Rule) -> None:
    somewhere = ROOT / rule.where.replace("**/*", "x").replace("**", "x")
    assert len(list(breaches(rule, somewhere, rule.example))) == 1
    assert not list(breaches(rule, somewhere, f"{rule.example}  {EXCUSED}seen"))


def test_every_exemption_belongs_to_a_rule() -> None:
    assert set(EXEMPT) <= {rule.pattern for rule in RULES}


def test_no_module_is_long_without_a_reason_in_its_docstring() -> None:
    long = []
    for start in ("clienteling/", "tools/", "benchmarks/", "run.py"):
        for name, text, tree in modules(start):
            if text.count("\n") > 300 and not re.search(REASON, ast.get_docstring(tree) or ""):
                long.append(f"{name}: {text.count(chr(10))} lines")
    assert long == []


def test_labels_show_what_they_are_given_as_plain_text() -> None:
    """A QLabel left to guess takes a client's note for HTML: make PlainLabel, or set PlainText."""
    ui = modules("clienteling/ui/")
    assert [
        (name, bad) for name, text, tree in ui if (bad := unexcused(text, guessing(tree)))
    ] == []


def guessing(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the line of each label that would guess whether its text is HTML."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "QLabel":
            yield node.lineno, "QLabel(…)"
        if isinstance(node, ast.ClassDef) and "QLabel" in map(ast.unparse, node.bases):
            body = ast.unparse(node)
            picture = "self.setText(" not in body and re.search(
                r"setPixmap\(|def paintEvent", body
            )
            if not picture and "setTextFormat(Qt.TextFormat.PlainText)" not in body:
                yield node.lineno, f"class {node.name} sets no plain text"


def test_no_event_loop_runs_inside_another() -> None:
    """A nested loop lets a person do anything while half of our function has run."""
    ui = modules("clienteling/ui/")
    assert [
        (name, bad) for name, text, tree in ui if (bad := unexcused(text, nesting(tree)))
    ] == []


STATICS = {"information", "question", "warning", "critical", "about", "aboutQt"}
STATICS |= {"getText", "getItem", "getInt", "getDouble", "getOpenFileName", "getSaveFileName"}
STATICS |= {"getOpenFileNames", "getExistingDirectory", "getColor", "getFont"}
BOXES = {"QMessageBox", "QInputDialog", "QFileDialog", "QColorDialog", "QFontDialog"}
# The application's own loop, and a drag, which Qt has no other way to begin.
OWN_LOOPS = {"app", "application", "drag", "self._drag"}


def nesting(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the line of each call that would start a loop of its own."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        owner, verb = ast.unparse(node.func.value), node.func.attr
        loop = verb in {"exec", "exec_"} and owner not in OWN_LOOPS
        if loop or (owner in BOXES and verb in STATICS):
            yield node.lineno, f"{owner}.{verb}(…)"


def test_the_rules_of_syntax_bite_and_can_be_excused() -> None:
    text = (
        "class Note(QLabel):\n    pass\n"
        "class Portrait(QLabel):\n    def show(self):\n        self.setPixmap(p)\n"
        "class Plain(QLabel):\n"
        "    def __init__(self):\n        self.setTextFormat(Qt.TextFormat.PlainText)\n"
        "QLabel('a')\nQMessageBox.warning(w, 'a', 'b')\ndialog.exec()\napp.exec()\ndialog.open()\n"
        f"loop.exec()  {EXCUSED}nobody is at the window\n"
    )
    tree = ast.parse(text)
    assert unexcused(text, guessing(tree)) == ["1: class Note sets no plain text", "9: QLabel(…)"]
    assert unexcused(text, nesting(tree)) == ["10: QMessageBox.warning(…)", "11: dialog.exec(…)"]
