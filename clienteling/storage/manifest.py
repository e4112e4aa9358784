"""A backup's manifest: what a backup says of itself, under a seal made with the backups' key."""

import hashlib
import hmac
import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from clienteling.storage.files import write_atomically

FORMAT = 1


class Reason(StrEnum):
    """Why a backup was made."""

    ROUTINE = "routine"
    BY_HAND = "by-hand"
    BEFORE_MIGRATION = "before-migration"
    BEFORE_IMPORT = "before-import"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup and what its manifest says of it.

    Args:
        path: The encrypted copy.
        made_at: When, in UTC.
        reason: Why.
        schema: The schema number of the book in it.
        size_bytes: Of the copy.
        sha256: Of the copy.
        rows: How many rows each table has, by name.
        next_mid: The next number of the book's log: equal numbers mean that nothing was written.
        attachments: File names of the pictures and papers the book needs.
        vault: The vault as it was.
        mac: Over all of the above, with the backups' key.
    """

    path: Path
    made_at: datetime
    reason: Reason
    schema: int
    size_bytes: int
    sha256: str
    rows: tuple[tuple[str, int], ...]
    next_mid: int
    attachments: tuple[str, ...]
    vault: str
    mac: str


def list_backups(folder: Path) -> list[Backup]:
    """Return the backups of a folder, newest first; what is no backup is passed over."""
    found = [read_manifest(path) for path in folder.glob("*.json")]
    return sorted((b for b in found if b is not None), key=lambda b: b.path.name, reverse=True)


def manifest_file(backup: Path) -> Path:
    """Return the path of a backup's manifest."""
    return backup.with_suffix(".json")


def read_manifest(path: Path) -> Backup | None:
    """Return what a manifest says, or None where it is none."""
    try:
        content = json.loads(path.read_bytes())
        if content.pop("format") != FORMAT:
            return None
        made_at = datetime.fromisoformat(content.pop("made_at"))
        return Backup(
            path=path.with_suffix(".book"),
            made_at=made_at.astimezone(UTC),
            reason=Reason(content.pop("reason")),
            rows=tuple((str(name), int(count)) for name, count in content.pop("rows")),
            attachments=tuple(content.pop("attachments")),
            **content,
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def write_manifest(backup: Backup, key: bytes) -> Backup:
    """Seal a manifest, write it beside its backup, and return the backup with its seal."""
    sealed = replace(backup, mac=_mac(backup, key))
    text = json.dumps(_content(sealed) | {"mac": sealed.mac}, indent=1)
    write_atomically(manifest_file(backup.path), text.encode())
    return sealed


def is_sealed(backup: Backup, key: bytes) -> bool:
    """Say whether the manifest is as it was written by someone who had the key."""
    return hmac.compare_digest(backup.mac, _mac(backup, key))


def _mac(backup: Backup, key: bytes) -> str:
    text = json.dumps(_content(backup), sort_keys=True)
    return hmac.new(key, b"manifest" + text.encode(), hashlib.sha256).hexdigest()


def _content(backup: Backup) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "made_at": backup.made_at.isoformat(),
        "reason": str(backup.reason),
        "schema": backup.schema,
        "size_bytes": backup.size_bytes,
        "sha256": backup.sha256,
        "rows": [list(pair) for pair in backup.rows],
        "next_mid": backup.next_mid,
        "attachments": list(backup.attachments),
        "vault": backup.vault,
    }
