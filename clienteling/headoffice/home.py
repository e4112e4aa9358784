"""Head office's folder: its settings, its keys, its certificate and, embedded, its database.

``headoffice.toml`` is written once and is for people to change. The keys stand in a folder of
their own, so that they can stand on another disk than backups do.
"""

import json
import os
import socket
import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from clienteling.domain.errors import KnownError, UserError
from clienteling.headoffice.certificates import make_authority, renew_leaf
from clienteling.headoffice.ledger import Ledger
from clienteling.storage.files import private_folder, write_atomically
from clienteling.storage.lock import AlreadyOpenError, BookLock
from clienteling.sync.invitation import fingerprint

SETTINGS, BOOK = "headoffice.toml", "headoffice.book"
_KEY_BYTES = 32

_TEMPLATE = """\
# Settings of head office; docs/operations.md says what each is for.
house = {house}
# What tills call it; the first is printed on invitations.
names = {names}
listen = {listen}
port = {port}
# Empty: the embedded database in this folder. Or postgresql://user:password@host/name
database = {database}
# Empty: head office's own authority vouches for it. Or a certificate chain and its key.
certificate = {certificate}
key = {key}
# Empty: attachments stand in this folder. Or a folder that several servers share.
attachments = ""
# Networks from which /metrics is read, besides this machine.
metrics_from = []
# Addresses of proxies whose X-Forwarded-For is believed.
proxies = []
"""


@dataclass(frozen=True, slots=True)
class HomeSettings:
    """What ``headoffice.toml`` says."""

    house: str
    names: tuple[str, ...]
    listen: str = "0.0.0.0"  # noqa: S104 - tills come from elsewhere
    port: int = 8843
    database: str = ""
    certificate: str = ""
    key: str = ""
    attachments: str = ""
    metrics_from: tuple[str, ...] = ()
    proxies: tuple[str, ...] = ()

    @property
    def has_own_authority(self) -> bool:
        """Whether tills trust head office's own authority, and no public one."""
        return not self.certificate


class Home:
    """The folder of one head office.

    Args:
        folder: The folder.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.book = folder / BOOK
        self.tls = folder / "tls"
        self.backups = folder / "backups"
        self._keys = folder / "keys"
        self.ledger = Ledger(self._keys / "ledger.jsonl")

    def make(self, settings: HomeSettings, now: datetime) -> None:
        """Make the folder, its keys and its certificate.

        Raises:
            UserError: there is a head office in it.
        """
        if (self.folder / SETTINGS).exists():
            raise UserError("There is a head office in {folder} already.", folder=self.folder)
        private_folder(self._keys)
        for name in ("data", "seal"):
            write_atomically(self._keys / f"{name}.key", os.urandom(_KEY_BYTES))
        if settings.has_own_authority:
            private_folder(self.tls)
            make_authority(self.tls, settings.house, now)
        write_atomically(self.folder / SETTINGS, _written(settings).encode())

    def settings(self) -> HomeSettings:
        """Read the settings.

        Raises:
            KnownError: there are none, or they cannot be read.
        """
        path = self.folder / SETTINGS
        try:
            found = tomllib.loads(path.read_text("utf-8"))
        except FileNotFoundError as error:
            raise KnownError(
                "There is no head office in {folder}; make one with `clienteling headoffice init "
                "--home {folder}`.",
                folder=self.folder,
            ) from error
        except (OSError, ValueError) as error:
            raise KnownError(
                "{path} cannot be read: {reason}.", path=path, reason=str(error)
            ) from error
        return _read(found, path)

    def key(self, name: str) -> bytes:
        """Return one of its keys: ``data`` or ``seal``.

        Raises:
            KnownError: it is not there.
        """
        path = self._keys / f"{name}.key"
        try:
            found = path.read_bytes()
        except OSError as error:
            raise KnownError(
                "The key {path} cannot be read. Nothing was changed.", path=path
            ) from error
        if len(found) != _KEY_BYTES:
            raise KnownError("{path} is no key of head office. Nothing was changed.", path=path)
        return found

    @property
    def blobs(self) -> Path:
        """Where attachments stand: in this folder, or in one that several servers share."""
        elsewhere = self.settings().attachments
        return Path(elsewhere) if elsewhere else self.folder / "attachments"

    def lock(self) -> BookLock:
        """Take the right to be the only program that serves or restores it.

        Raises:
            KnownError: another has it.
        """
        try:
            return BookLock(self.book)
        except AlreadyOpenError as error:
            raise KnownError(
                "Head office in {folder} is served by another process ({pid}); stop that first.",
                folder=self.folder,
                pid=error.pid or "?",
            ) from error

    def authority(self) -> str:
        """Return the fingerprint of its own authority; empty where a public one vouches for it."""
        pem = self.authority_pem()
        return fingerprint(pem) if pem else ""

    def authority_pem(self) -> str:
        """Return the certificate of its own authority; empty where there is none."""
        if not self.settings().has_own_authority:
            return ""
        return (self.tls / "authority.pem").read_text("ascii")

    def certificate(self, now: datetime) -> tuple[Path, Path]:
        """Return the certificate and the key to serve with, renewed where it was time."""
        settings = self.settings()
        if settings.has_own_authority:
            renew_leaf(self.tls, all_names(settings), now)
            return self.tls / "server.pem", self.tls / "server.key"
        return Path(settings.certificate), Path(settings.key)

    def address(self, port: int | None = None) -> str:
        """Return where tills find it."""
        settings = self.settings()
        return f"https://{_bracketed(settings.names[0])}:{port or settings.port}"


def all_names(settings: HomeSettings) -> list[str]:
    """Return every name its own certificate is for; those of this machine as well."""
    return list(dict.fromkeys((*settings.names, "localhost", "127.0.0.1", "::1")))


def this_machine() -> str:
    """Return what this machine is called."""
    return socket.gethostname() or "localhost"


def _written(settings: HomeSettings) -> str:
    shown = ("house", "names", "listen", "port", "database", "certificate", "key")
    # Texts and lists of texts are written alike in JSON and TOML.
    values = {name: json.dumps(getattr(settings, name), ensure_ascii=False) for name in shown}
    return _TEMPLATE.format(**values)


def _read(found: dict[str, Any], path: Path) -> HomeSettings:
    fits = {
        name: value
        for name, value in found.items()
        if name in HomeSettings.__dataclass_fields__
        and (isinstance(value, str | int) or _is_texts(value))
    }
    if set(fits) != set(found) or not {"house", "names"} <= set(fits) or not found["names"]:
        raise KnownError("{path} holds something that is no setting.", path=path)
    values: dict[str, Any] = {
        name: tuple(one) if isinstance(one, list) else one for name, one in fits.items()
    }
    return HomeSettings(**values)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
