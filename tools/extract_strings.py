"""Take every word that people see out of the source and into resources/i18n/*.ts.

Run: ``python -m tools.extract_strings``. Words stand as literals in ``self.tr("…")``, in
``translate("Context", "…")``, in ``QT_TRANSLATE_NOOP("Context", "…")``; below the window, in the
errors and in ``sentence("…", …)``, which go into the context "Sentences"; and as the labels of
settings. The sources are read as trees and never run. Translations that are there are kept.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

SENTENCES = "Sentences"
NAMED = {"tr", "translate", "QT_TRANSLATE_NOOP"}
# Programs without a window: nobody reads their sentences there.
APART = ("cli", "demo", "headoffice", "sync")
# But for these, which a person's own act may bring about.
HEARD = ("sync/cases.py",)
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
FORMS = {"en": 2}


class Message(NamedTuple):
    """A string in its place, as the translator's file keys it."""

    context: str
    source: str
    note: str = ""
    is_plural: bool = False


class UnclearError(Exception):
    """A string that cannot be taken out: it is no literal, or nobody knows its context."""


def main() -> int:
    """Bring every .ts file up to date."""
    root = Path(__file__).resolve().parent.parent
    found = messages_in(root)
    for kept in sorted((root / "resources" / "i18n").glob("*.ts")):
        kept.write_text(renewed(kept, found), encoding="utf-8")
        print(f"{kept.name}: {len(found)} strings looked at")
    return 0


def messages_in(root: Path) -> list[Message]:
    """Return every message of the source, each once, in the order of the .ts files.

    Raises:
        UnclearError: One of them cannot be taken out.
    """
    errors = error_names(root)
    found: set[Message] = set()
    for path in sorted((root / "clienteling").rglob("*.py")):
        inside = path.relative_to(root / "clienteling")
        part = inside.parts[0]
        tree = ast.parse(path.read_text(encoding="utf-8"))
        try:
            found.update(_shown(tree, None))
            if part not in APART or inside.as_posix() in HEARD:
                found.update(_said_below(tree, errors, in_window=part == "ui"))
        except UnclearError as error:
            raise UnclearError(f"{path.relative_to(root)}: {error}") from None
        if path.name == "settings.py" and part == "settings":
            found.update(_settings(tree))
    return sorted(found)


def error_names(root: Path) -> set[str]:
    """Return the classes whose first argument is a sentence for people."""
    names = {"UserError", "KnownError"}
    for path in sorted((root / "clienteling").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and any(_name(base) in names for base in node.bases):
                names.add(node.name)
    return names


def _shown(node: ast.AST, inside: str | None) -> Iterator[Message]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield from _shown_by(child, inside)
        yield from _shown(child, child.name if isinstance(child, ast.ClassDef) else inside)


def _shown_by(call: ast.Call, inside: str | None) -> Iterator[Message]:
    name, words = _name(call.func), [_literal(one) for one in call.args]
    if name == "tr" and isinstance(call.func, ast.Attribute):
        if inside is None or _name(call.func.value) != "self" or words[0] is None:
            raise UnclearError(f"line {call.lineno}: self.tr takes a literal, in a class")
        yield Message(inside, words[0], *_rest(words[1:]))
    elif name in NAMED and len(words) > 1 and words[0] is not None and words[1] is not None:
        yield Message(words[0], words[1], *_rest(words[2:]))


def _rest(words: list[str | None]) -> tuple[str, bool]:
    """Return the translator's note and whether a number follows it."""
    return (words[0] or "") if words else "", len(words) > 1


def _said_below(tree: ast.AST, errors: set[str], *, in_window: bool) -> Iterator[Message]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name, first = _name(node.func), node.args[0]
        if name not in errors and name not in {"sentence", "__init__"}:
            continue
        words = _literal(first)
        if words:
            yield Message(SENTENCES, words)
        elif (name in errors and isinstance(first, ast.JoinedStr)) or (
            name == "sentence" and not in_window
        ):
            raise UnclearError(f"line {node.lineno}: give {name} a literal and its values")


def _is_unclear(name: str, first: ast.AST, errors: set[str], *, in_window: bool) -> bool:
    """Say whether a sentence cannot be taken out; pages may have a ``sentence`` of their own."""
    if name == "sentence":
        return not in_window
    return name in errors and isinstance(first, ast.JoinedStr)


def _settings(tree: ast.AST) -> Iterator[Message]:
    """Yield the label, the help and the words of the choices of each setting."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or _name(node.func) != "Setting":
            continue
        helps = [one.value for one in node.keywords if one.arg == "help"]
        pairs = [one for one in ast.walk(node) if isinstance(one, ast.Tuple)]
        choices = [pair.elts[1] for pair in pairs if len(pair.elts) == 2]
        for part in (node.args[2], *helps, *choices):
            if words := _literal(part):
                yield Message("Settings", words)


def _name(node: ast.AST) -> str:
    return str(getattr(node, "attr", None) or getattr(node, "id", ""))


def _literal(node: ast.AST) -> str | None:
    is_words = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return node.value if is_words else None  # type: ignore[attr-defined] # just looked at


def renewed(kept: Path, found: list[Message]) -> str:
    """Return a .ts file with exactly the messages found, those translated as they were."""
    language = kept.stem.partition("_")[2]
    before = translations(kept)
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.Element("context")
    for one in found:
        if language == "en" and not one.is_plural:
            continue
        if context.findtext("name") != one.context:
            context = ET.SubElement(root, "context")
            ET.SubElement(context, "name").text = one.context
        _write(context, one, before.get(one, ()), FORMS.get(language, 1))
    ET.indent(root, "    ")
    return HEAD + ET.tostring(root, encoding="unicode", short_empty_elements=False) + "\n"


def _write(context: ET.Element, one: Message, words: tuple[str, ...], forms: int) -> None:
    message = ET.SubElement(context, "message")
    if one.is_plural:
        message.set("numerus", "yes")
    ET.SubElement(message, "source").text = one.source
    if one.note:
        ET.SubElement(message, "comment").text = one.note
    translation = ET.SubElement(message, "translation")
    if not all(words) or not words:
        translation.set("type", "unfinished")
    if not one.is_plural:
        translation.text = words[0] if words else ""
        return
    for number in range(forms):
        ET.SubElement(translation, "numerusform").text = words[number] if words else ""


def translations(file: Path) -> dict[Message, tuple[str, ...]]:
    """Return the messages of a .ts file with their words: one, or one for each plural form."""
    if not file.stat().st_size:
        return {}
    found = {}
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            is_plural = message.get("numerus") == "yes"
            forms = message.findall("translation/numerusform")
            words = [one.text or "" for one in forms] or [message.findtext("translation", "")]
            source, note = message.findtext("source", ""), message.findtext("comment", "")
            key = Message(context.findtext("name", ""), source, note, is_plural)
            found[key] = tuple(words)
    return found


if __name__ == "__main__":
    raise SystemExit(main())
