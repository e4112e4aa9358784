"""The keys of a book: one random data key, wrapped in the vault beside the book, never in clear.

``<book>.vault.json`` holds a list of entries, each the same data key wrapped under another secret.
Today there is one, under a secret of this device; associates' own codes and head office's
recovery key become further entries. The file's MAC is made with a sub-key, so an entry slipped in
or turned around is noticed as soon as the data key is known.
"""

import base64
import hashlib
import hmac
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

from clienteling.domain.errors import KnownError
from clienteling.domain.sentences import sentence
from clienteling.storage.files import write_atomically
from clienteling.storage.keys import DataKeys, KeyPlace, sub_key
from clienteling.storage.secret_places import (
    SECRET_BYTES,
    FilePlace,
    KeyringPlace,
    SecretPlace,
    computer_keyring,
)

FORMAT = 1
_NONCE_BYTES = 12


class VaultError(KnownError):
    """The book's keys cannot be had; the message says why, and that nothing was changed."""


class Keys(Protocol):
    """Chooses where a new book's secret is kept, and finds it again."""

    def new_place(self, book: Path) -> SecretPlace:
        """Return the place for the secret of a new book."""
        ...

    def place_of(self, book: Path, kind: str, backend: str) -> SecretPlace:
        """Return the place an entry of the vault names."""
        ...


class DeviceKeys:
    """The computer's keyring where it has one, otherwise a key file beside the book.

    Args:
        use_keyring: False keeps the secret in a file always; for throw-away books and tests.
    """

    def __init__(self, *, use_keyring: bool = True) -> None:
        self._use_keyring = use_keyring

    def new_place(self, book: Path) -> SecretPlace:
        """Return the place for the secret of a new book."""
        ring = computer_keyring() if self._use_keyring else None
        return ring or FilePlace(key_file(book))

    def place_of(self, book: Path, kind: str, backend: str) -> SecretPlace:
        """Return the place an entry of the vault names.

        Raises:
            VaultError: this program or this computer does not have such a place.
        """
        if kind == FilePlace.kind:
            return FilePlace(key_file(book))
        if kind != KeyringPlace.kind or backend not in {
            "SecretService",
            "WinVaultKeyring",
            "macOS",
        }:
            raise VaultError(
                "The key of this book is kept in a way that this program does not know. "
                "A newer clienteling can open it; nothing was changed."
            )
        return KeyringPlace(backend)


@dataclass(frozen=True, slots=True)
class Entry:
    """One wrapped copy of the data key; the bytes are base64 text."""

    kind: str
    backend: str
    name: str
    wrapped: str


def vault_file(book: Path) -> Path:
    """Return the path of a book's vault."""
    return book.with_name(f"{book.name}.vault.json")


def key_file(book: Path) -> Path:
    """Return the path of a book's key file, used where there is no keyring."""
    return book.with_name(f"{book.name}.key")


def make_vault(book: Path, keys: Keys) -> DataKeys:
    """Make the data key of a new book and keep it.

    Raises:
        VaultError: the book or its vault exists already; a key is never made twice.
    """
    if book.exists() or vault_file(book).exists():
        raise VaultError(
            "{name} has its key already; a new one would lock it for ever.", name=book.name
        )
    place, name, data_key = keys.new_place(book), os.urandom(16).hex(), os.urandom(32)
    # A key file that is left of an older book still opens that book's backups: it is kept.
    secret = place.read(name) or os.urandom(SECRET_BYTES)
    place.write(name, secret)
    entry = Entry(place.kind, place.backend, name, _wrap(data_key, secret, place.kind, name))
    text = _sealed([entry], data_key)
    write_atomically(vault_file(book), text, check=lambda data: _check(_parsed(data), data_key))
    return DataKeys(data_key, _described(book, place))


def open_vault(book: Path, keys: Keys, text: bytes | None = None) -> DataKeys:
    """Return the keys of a book that exists.

    Args:
        book: The book's path.
        keys: Finds the places of secrets.
        text: A copy of the vault (backups carry one) in place of the file beside the book.

    Raises:
        VaultError: the vault is missing or damaged, or no secret here opens it.
    """
    content = _parsed(_read(book) if text is None else text)
    entries = [entry for entry in content["entries"] if entry.kind.startswith("device-")]
    for entry in entries:
        place = keys.place_of(book, entry.kind, entry.backend)
        secret = place.read(entry.name)
        if secret is not None:
            data_key = _unwrap(entry, secret)
            _check(content, data_key)
            return DataKeys(data_key, _described(book, place))
    raise VaultError(_secret_missing(book, entries))


def restore_vault(book: Path, keys: Keys, text: bytes) -> DataKeys:
    """Put a copy of the vault back beside the book after checking that it opens here."""
    found = open_vault(book, keys, text)
    write_atomically(vault_file(book), text)
    return found


def forget_keys(book: Path, keys: Keys) -> None:
    """Forget every secret of this device that opens a book: for good, with all of its backups.

    Raises:
        VaultError: the vault is missing or damaged.
        KnownError: a keyring does not let go of it.
    """
    for entry in _parsed(_read(book))["entries"]:
        if entry.kind.startswith("device-"):
            keys.place_of(book, entry.kind, entry.backend).forget(entry.name)


def vault_text(book: Path) -> bytes:
    """Return the vault as it stands, for a backup to carry; it opens only with the secret."""
    return _read(book)


def _sealed(entries: list[Entry], data_key: bytes) -> bytes:
    content: dict[str, Any] = {"format": FORMAT, "entries": entries}
    mac = _mac(content, data_key)
    listed = {"format": FORMAT, "entries": [asdict(entry) for entry in entries], "mac": mac}
    return json.dumps(listed, indent=1).encode()


def _mac(content: dict[str, Any], data_key: bytes) -> str:
    signed = json.dumps([content["format"], [asdict(entry) for entry in content["entries"]]])
    return hmac.new(sub_key(data_key, "vault"), signed.encode(), hashlib.sha256).hexdigest()


def _check(content: dict[str, Any], data_key: bytes) -> None:
    if not hmac.compare_digest(str(content["mac"]), _mac(content, data_key)):
        raise VaultError(
            "The vault of this book was changed by someone or something else. "
            "Nothing in the book was changed."
        )


def _parsed(data: bytes) -> dict[str, Any]:
    try:
        content = json.loads(data)
        number, mac = content["format"], content["mac"]
        newer = isinstance(number, int) and number > FORMAT
        entries = [] if newer else [Entry(**entry) for entry in content["entries"]]
        sound = all(isinstance(v, str) for e in entries for v in asdict(e).values())
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise _damaged() from error
    if newer:
        raise VaultError("This book was made by a newer clienteling; please install that one.")
    if number != FORMAT or not sound or not entries:
        raise _damaged()
    return {"format": number, "entries": entries, "mac": mac}


def _wrap(data_key: bytes, secret: bytes, kind: str, name: str) -> str:
    nonce = os.urandom(_NONCE_BYTES)
    sealed = _cipher(secret).encrypt(nonce, data_key, _bound_to(kind, name))
    return base64.b64encode(nonce + sealed).decode()


def _unwrap(entry: Entry, secret: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag

    try:
        sealed = base64.b64decode(entry.wrapped, validate=True)
        nonce, rest = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
        data_key: bytes = _cipher(secret).decrypt(nonce, rest, _bound_to(entry.kind, entry.name))
    except (InvalidTag, ValueError) as error:
        raise VaultError(
            "The secret kept on this computer does not open this book. Nothing in it was changed."
        ) from error
    return data_key


def _cipher(secret: bytes) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(sub_key(secret, "wrapping"))


def _bound_to(kind: str, name: str) -> bytes:
    return json.dumps([FORMAT, kind, name]).encode()


def _read(book: Path) -> bytes:
    try:
        return vault_file(book).read_bytes()
    except FileNotFoundError as error:
        raise VaultError(
            "The vault {name} is not beside the book, so the book cannot be opened. Put it "
            "back from where it was moved, or restore a backup, which carries a copy of it. "
            "Nothing was changed.",
            name=vault_file(book).name,
        ) from error
    except OSError as error:
        raise VaultError(
            "The vault of this book cannot be read: {reason}.", reason=error.strerror
        ) from error


def _damaged() -> VaultError:
    return VaultError(
        "The vault of this book is damaged. Every backup carries a copy of it; "
        "restore one. Nothing in the book was changed."
    )


def _secret_missing(book: Path, entries: list[Entry]) -> str:
    if any(entry.kind == FilePlace.kind for entry in entries):
        return sentence(
            "The key file {name} is not beside the book. Put it back from your copy of it; "
            "without it the book cannot be opened. Nothing was changed.",
            name=key_file(book).name,
        )
    names = ", ".join(entry.backend for entry in entries)
    return sentence(
        "The key of this book is not in this computer's keyring any more ({names}). "
        "It is there only for the person of this computer who made the book. Nothing was changed.",
        names=names or sentence("no place this program knows"),
    )


def _described(book: Path, place: SecretPlace) -> KeyPlace:
    if place.kind == KeyringPlace.kind:
        return KeyPlace(
            in_keyring=True, words=sentence("The key of this book is in this computer's keyring.")
        )
    return KeyPlace(
        in_keyring=False,
        words=sentence(
            "This computer has no keyring, so the key of this book is in the file {file}. Whoever "
            "has both files can read the book: keep a copy of the key in a safe, and never beside "
            "a copy of the book.",
            file=key_file(book),
        ),
    )
