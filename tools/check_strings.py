"""Say whether every word that people see has been taken into resources/i18n/*.ts."""

from pathlib import Path

from tools.extract_strings import Message, UnclearError, messages_in, renewed, translations

# The languages that are shipped whole; others may be begun, and fall back to English.
COMPLETE = ("en", "zh-Hans")


def complaint(root: Path, *, fix: bool) -> str:
    """Return the strings that are missing from a .ts file, stale or untranslated, or nothing.

    Args:
        root: The checkout.
        fix: Take the strings into the files themselves; translating them stays to be done.
    """
    try:
        found = messages_in(root)
    except UnclearError as error:
        return str(error)
    faults = []
    for kept in sorted((root / "resources" / "i18n").glob("*.ts")):
        if fix:
            kept.write_text(renewed(kept, found), encoding="utf-8")
        faults += _faults_of(kept, found)
    return "\n".join(faults)


def _faults_of(kept: Path, found: list[Message]) -> list[str]:
    language = kept.stem.partition("_")[2]
    wanted = {one for one in found if one.is_plural or language != "en"}
    present = translations(kept)
    bare = {one for one in wanted & present.keys() if not all(present[one])}
    return [
        *_listed(kept, "not taken in", wanted - present.keys()),
        *_listed(kept, "no longer said", present.keys() - wanted),
        *_listed(kept, "not translated", bare if language in COMPLETE else set()),
    ]


def _listed(file: Path, what: str, found: set[Message]) -> list[str]:
    """Return messages as lines, at most twenty and the count of the rest."""
    lines = [f"{file.name}: {what}: {one.context}: {one.source!r}" for one in sorted(found)]
    more = [f"{file.name}: {what}: {len(lines) - 20} more"] if len(lines) > 20 else []
    return lines[:20] + more
