"""The two factors of an administrator: how each is kept, and how each is judged.

A passphrase is kept as its argon2id hash; the secret of the second factor under a key that is not
in the database. Sources: RFC 9106 (second choice), RFC 6238.
"""

import base64
import hashlib
import hmac
import os
import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import InvalidKey, InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from clienteling.storage.keys import sub_key

MOST_PASSPHRASE = 256

_STEP_SECONDS = 30
_NONCE_BYTES, _SALT_BYTES, _HASH_BYTES = 12, 16, 32


@dataclass(frozen=True, slots=True)
class Cost:
    """What a guess costs."""

    rounds: int = 3
    lanes: int = 4
    kibibytes: int = 64 * 1024


class Factors:
    """Keeps and judges.

    Args:
        seal: Head office's own secret, the same on each of its servers.
        cost: Of one guess.
    """

    def __init__(self, seal: bytes, cost: Cost) -> None:
        self._key = sub_key(seal, "administrators")
        self._cost = cost

    def hashed(self, passphrase: str) -> str:
        """Return what is kept of a passphrase."""
        cost = self._cost
        return Argon2id(
            salt=os.urandom(_SALT_BYTES),
            length=_HASH_BYTES,
            iterations=cost.rounds,
            lanes=cost.lanes,
            memory_cost=cost.kibibytes,
        ).derive_phc_encoded(_bytes_of(passphrase))

    def is_passphrase(self, passphrase: str, hashed: str) -> bool:
        """Say whether a passphrase is the one kept; where none is kept, as slowly."""
        if not hashed or len(passphrase) > MOST_PASSPHRASE:
            self.hashed(passphrase[:MOST_PASSPHRASE])
            return False
        try:
            Argon2id.verify_phc_encoded(_bytes_of(passphrase), hashed)
        except InvalidKey:
            return False
        return True

    def hidden(self, name: str, secret: str) -> str:
        """Return what is kept of a person's secret."""
        nonce = os.urandom(_NONCE_BYTES)
        data = AESGCM(self._key).encrypt(nonce, secret.encode(), name.encode())
        return base64.b64encode(nonce + data).decode()

    def plain(self, name: str, hidden: str) -> str:
        """Return a person's secret; another's, or another head office's, is no digits' secret."""
        data = base64.b64decode(hidden)
        try:
            plain = AESGCM(self._key).decrypt(
                data[:_NONCE_BYTES], data[_NONCE_BYTES:], name.encode()
            )
        except InvalidTag:
            return base64.b32encode(os.urandom(20)).decode()
        return plain.decode()

    def step_of(self, secret: str, digits: str, last: int, now: int) -> int | None:
        """Return the step of time that digits belong to.

        Args:
            secret: Of the second factor.
            digits: As they were written.
            last: The step that was used last; only later ones hold.
            now: Head office's own time in milliseconds; half a minute either way is forgiven.
        """
        from pyotp import TOTP

        written = unicodedata.normalize("NFKC", digits).replace(" ", "")
        clock = TOTP(secret, interval=_STEP_SECONDS)
        middle = now // 1000 // _STEP_SECONDS
        fitting = [
            step
            for step in (middle - 1, middle, middle + 1)
            if hmac.compare_digest(clock.generate_otp(step).encode(), written.encode())
        ]
        return next((step for step in fitting if step > last), None)


def mark_of(hashed: str) -> str:
    """Return by what a passphrase's hash is known outside the database."""
    return hashlib.sha256(hashed.encode()).hexdigest()


def _bytes_of(passphrase: str) -> bytes:
    return unicodedata.normalize("NFKC", passphrase).encode()
