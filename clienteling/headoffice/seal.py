"""Head office's seal on an erasure: it can be handed back after a restore, and not be invented."""

import hashlib
import hmac


class Seal:
    """A secret of head office that stands outside its database and its backups.

    Args:
        secret: At least 32 random bytes.
    """

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def of(self, scope: str, table: str, row_id: str) -> str:
        """Return the seal on the erasure of one row."""
        words = f"{scope}\x1f{table}\x1f{row_id}".encode()
        return hmac.new(self._secret, words, hashlib.sha256).hexdigest()

    def is_of(self, scope: str, table: str, row_id: str, proof: str) -> bool:
        """Say whether a seal is head office's own."""
        return hmac.compare_digest(self.of(scope, table, row_id).encode(), proof.encode())
