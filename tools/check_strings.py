"""Say whether every word that people see has been taken into resources/i18n/*.ts."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

# The languages that are shipped whole; others may be begun, and fall back to English.
COMPLETE = ("zh_CN",)


class Message(NamedTuple):
    """A string in its place, as the translator's file keys it."""

    context: str
    source: str
    note: str


def complaint(root: Path, tools: Path, *, fix: bool) -> str:
    """Return the strings that are missing from a .ts file or untranslated, or nothing.

    Args:
        root: The checkout.
        tools: The folder that holds pyside6-lupdate.
        fix: Take the missing strings into the files themselves; translating them stays to be done.
    """
    faults = []
    for kept in sorted((root / "resources" / "i18n").glob("*.ts")):
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder) / kept.name
            shutil.copy(kept, fresh)
            said = extract(root, tools, fresh)
            if said:
                return said
            new, old = messages(fresh), messages(kept)
            if fix and new != old:
                shutil.copy(fresh, kept)
                old = new
        faults += [f"{kept.name}: not taken in: {one}" for one in listed(new.keys() - old)]
        if kept.stem.endswith(COMPLETE):
            bare = {message for message, finished in old.items() if not finished}
            faults += [f"{kept.name}: not translated: {one}" for one in listed(bare)]
    return "\n".join(faults)


def extract(root: Path, tools: Path, into: Path) -> str:
    """Bring one .ts file up to date with the source and return the tool's complaint, if any."""
    sources = sorted((root / "clienteling").rglob("*.py"))
    with tempfile.NamedTemporaryFile("w", suffix=".lst", delete=False) as listing:
        listing.write("\n".join(str(source) for source in sources))
    plural = ["-pluralonly"] if into.stem.endswith("_en") else []
    line = [
        str(tools / "pyside6-lupdate"),
        "-silent",
        "-no-obsolete",
        "-locations",
        "none",
        *plural,
    ]
    line += [f"@{listing.name}", "-ts", str(into)]
    done = subprocess.run(line, cwd=root, capture_output=True, text=True, check=False)
    Path(listing.name).unlink()
    return done.stdout + done.stderr if done.returncode else ""


def messages(file: Path) -> dict[Message, bool]:
    """Return each live message of a .ts file with whether it is translated."""
    found = {}
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            state = message.find("translation")
            kind = state.get("type", "") if state is not None else "unfinished"
            if kind in {"vanished", "obsolete"}:
                continue
            note = message.findtext("comment", "")
            key = Message(context.findtext("name", ""), message.findtext("source", ""), note)
            found[key] = kind != "unfinished"
    return found


def listed(found: set[Message]) -> list[str]:
    """Return messages as lines, at most twenty and the count of the rest."""
    lines = [f"{one.context}: {one.source!r}" for one in sorted(found)]
    more = [f"and {len(lines) - 20} more"] if len(lines) > 20 else []
    return lines[:20] + more
