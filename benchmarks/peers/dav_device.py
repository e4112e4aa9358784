"""A device of vdirsyncer: a folder of address cards and its program, run as people run it."""

import subprocess
import time
from pathlib import Path
from typing import Any

from benchmarks.peers.records import FIELDS, Record

_SETTINGS = """
[general]
status_path = "{folder}/status/"
[pair clients]
a = "here"
b = "there"
collections = null
[storage here]
type = "filesystem"
path = "{folder}/cards/"
fileext = ".vcf"
[storage there]
type = "carddav"
url = "http://127.0.0.1:{port}/house/clients/"
username = "house"
password = "word"
"""


def card(record: Record) -> str:
    """Write a client as an address card; what no card has a place for is an extension."""
    lines = [
        "BEGIN:VCARD", "VERSION:3.0", f"UID:{record['id']}",
        f"FN:{record['given_name']} {record['family_name']}",
        f"N:{record['family_name']};{record['given_name']};;;",
    ]  # fmt: skip
    lines += [
        f"X-{name.upper().replace('_', '-')}:{_escaped(str(record[name]))}" for name in FIELDS[1:]
    ]
    return "\r\n".join([*lines, "END:VCARD", ""])


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")


def _read(path: Path) -> Record:
    names = {f"X-{name.upper().replace('_', '-')}": name for name in FIELDS[1:]}
    found: Record = {"id": path.stem}
    text = path.read_bytes().decode().replace("\r\n", "\n").replace("\n ", "")
    for line in text.splitlines():
        name, _, value = line.partition(":")
        if name == "UID":
            found["id"] = value
        elif name in names:
            plain = value.replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
            found[names[name]] = plain
    return found


def _cards(folder: str) -> dict[str, Path]:
    return {_read(path)["id"]: path for path in (Path(folder) / "cards").glob("*.vcf")}


def _run(folder: str, port: int, program: str) -> tuple[float, int, str]:
    settings = Path(folder) / "settings.ini"
    text = _SETTINGS.format(folder=folder, port=port)
    if not settings.exists() or settings.read_text(encoding="utf-8") != text:
        settings.write_text(text, encoding="utf-8")
        # It syncs with nothing that it has not looked at since its settings changed.
        code, said = _ask(program, settings, "discover")
        assert code == 0, said
    start = time.perf_counter()
    code, said = _ask(program, settings, "sync")
    return time.perf_counter() - start, code, said


def _ask(program: str, settings: Path, word: str) -> tuple[int, str]:
    done = subprocess.run(
        [program, "--config", str(settings), "--verbosity", "WARNING", word],
        input="y\ny\n",
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr.strip()


def _peak() -> float:
    import resource

    return round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, 1)


def first_sync(folder: str, port: int, program: str) -> dict[str, Any]:
    """Bring every card into an empty folder."""
    (Path(folder) / "cards").mkdir(parents=True)
    seconds, code, said = _run(folder, port, program)
    assert code == 0, said
    return {"seconds": seconds, "there": len(_cards(folder)), "peak_mib": _peak()}


def edit(folder: str, program: str, edits: dict[str, dict[str, Any] | None]) -> None:  # noqa: ARG001 - as every step
    """Change cards as an address book does: one file each."""
    cards = _cards(folder)
    for key, fields in edits.items():
        if fields is None:
            cards[key].unlink()
        else:
            changed = card(_read(cards[key]) | fields)
            cards[key].write_text(changed, encoding="utf-8", newline="")


def sync(folder: str, port: int, program: str) -> dict[str, Any]:
    """Sync; what it cannot settle it says on standard error, and leaves as it is."""
    seconds, code, said = _run(folder, port, program)
    assert not code or "changed on both sides" in said, said
    return {"seconds": seconds, "said": [said] if code else [], "peak_mib": _peak()}


def nothing(folder: str, port: int, program: str, times: int) -> dict[str, Any]:
    """Sync with nothing new; each begins with the program itself."""
    took = []
    for _round in range(times):
        seconds, code, said = _run(folder, port, program)
        assert code == 0, said
        took.append(seconds * 1000)
    return {"ms": took, "peak_mib": _peak()}


def state(folder: str, program: str, ids: list[str]) -> dict[str, Any]:  # noqa: ARG001 - as every step
    """Return cards as they stand here."""
    cards = _cards(folder)
    return {"rows": {key: _read(cards[key]) if key in cards else None for key in ids}}
