"""Where a device's secret is kept: the operating system's keyring, or a file where there is none.

``keyring`` is never asked to choose a backend: it would silently take one that writes plain text
or one that forgets. Three are allowed, each is made directly, and each must give back what it was
given. See docs/decisions/0003.
"""

import base64
import importlib
import os
import sys
from pathlib import Path
from typing import Any, Protocol

from clienteling.domain.errors import KnownError
from clienteling.storage.files import write_atomically

SECRET_BYTES = 32
_SERVICE = "clienteling"
_MODULES = {
    "SecretService": "keyring.backends.SecretService",
    "WinVaultKeyring": "keyring.backends.Windows",
    "macOS": "keyring.backends.macOS",
}
_CLASSES = {"SecretService": "Keyring", "WinVaultKeyring": "WinVaultKeyring", "macOS": "Keyring"}
_OF_PLATFORM = {"win32": "WinVaultKeyring", "darwin": "macOS"}


class SecretPlace(Protocol):
    """A place that keeps a 32-byte secret under a name."""

    kind: str
    backend: str

    def read(self, name: str) -> bytes | None:
        """Return the secret, or None where the place has none of that name."""
        ...

    def write(self, name: str, secret: bytes) -> None:
        """Keep a secret and make sure that it comes back the same."""
        ...

    def forget(self, name: str) -> None:
        """Keep a secret no more; one that is not there is forgotten already."""
        ...


class KeyringPlace:
    """The operating system's own store of secrets.

    Args:
        backend: One of the three allowed names.

    Raises:
        KnownError: this computer does not have it.
    """

    kind = "device-keyring"

    def __init__(self, backend: str) -> None:
        self.backend = backend
        try:
            module = importlib.import_module(_MODULES[backend])
            self._ring: Any = getattr(module, _CLASSES[backend])()
            # Without this a Windows secret would roam with the person's domain profile.
            if backend == "WinVaultKeyring":
                self._ring.persist = "local machine"
        except Exception as error:
            raise KnownError(
                "This computer has no keyring of the kind {backend}.", backend=backend
            ) from error

    def read(self, name: str) -> bytes | None:
        """Return the secret, or None where the keyring has none of that name.

        Raises:
            KnownError: the keyring is locked or does not answer.
        """
        try:
            text = self._ring.get_password(_SERVICE, name)
        except Exception as error:
            raise KnownError(
                "The keyring of this computer ({backend}) does not give out the key of the book. "
                "Unlock it, or sign in to this computer again. Nothing was changed.",
                backend=self.backend,
            ) from error
        return None if text is None else base64.b64decode(text)

    def write(self, name: str, secret: bytes) -> None:
        """Keep a secret and make sure that it comes back the same.

        Raises:
            KnownError: the keyring refuses it or forgets it.
        """
        try:
            self._ring.set_password(_SERVICE, name, base64.b64encode(secret).decode())
        except Exception as error:
            raise KnownError("The keyring of this computer takes no secrets.") from error
        if self.read(name) != secret:
            raise KnownError("The keyring of this computer does not keep what it is given.")

    def forget(self, name: str) -> None:
        """Keep a secret no more; one that is not there is forgotten already.

        Raises:
            KnownError: the keyring is locked or does not let it go.
        """
        if self.read(name) is None:
            return
        try:
            self._ring.delete_password(_SERVICE, name)
        except Exception as error:
            raise KnownError(
                "The keyring of this computer ({backend}) does not let go of a key. Unlock it, "
                "or sign in to this computer again.",
                backend=self.backend,
            ) from error


class FilePlace:
    """A file that only its owner may read, for computers without a keyring.

    Args:
        path: The file; it holds one secret, whatever the name.
    """

    kind = "device-file"
    backend = "file"

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self, name: str) -> bytes | None:
        """Return the secret, or None where there is no such file."""
        del name
        if not self.path.is_file():
            return None
        secret = self.path.read_bytes()
        return secret if len(secret) == SECRET_BYTES else None

    def write(self, name: str, secret: bytes) -> None:
        """Keep a secret and make sure that it comes back the same."""
        write_atomically(self.path, secret)
        if self.read(name) != secret:
            raise KnownError(
                "The key file {name} was not kept as it was written.", name=self.path.name
            )

    def forget(self, name: str) -> None:
        """Write over the secret and remove its file."""
        del name
        if self.path.is_file():
            with self.path.open("rb+") as file:
                file.write(bytes(SECRET_BYTES))
                file.flush()
                os.fsync(file.fileno())
            self.path.unlink(missing_ok=True)


def computer_keyring() -> KeyringPlace | None:
    """Return this computer's keyring if it keeps what it is given, otherwise None."""
    probe = os.urandom(SECRET_BYTES)
    try:
        place = KeyringPlace(_OF_PLATFORM.get(sys.platform, "SecretService"))
        place.write("probe", probe)
    except KnownError:
        return None
    return place
