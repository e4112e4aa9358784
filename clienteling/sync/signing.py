"""What a till signs, and the six digits two people compare.

A till proves who it is with an Ed25519 key that never leaves it. Every request is signed with a
number that only grows, so that what somebody overheard is worth nothing a second time; a number
and not a time, for tills' clocks are wrong. Source: RFC 8032.
"""

import base64
import hashlib
import hmac
from binascii import Error as _Base64Error

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

KEY_BYTES = 32

TOKEN_HEADER, COUNTER_HEADER = "authorization", "clienteling-counter"
SIGNATURE_HEADER, OFFICE_HEADER = "clienteling-signature", "clienteling"
SCHEME = "Till "

#: What a till tells of itself with every request, for people: unsigned, never acted upon.
WAITING_HEADER, PROGRAM_HEADER = "clienteling-waiting", "clienteling-program"


class TillKey:
    """A till's own key.

    Args:
        secret: Its 32 bytes.
    """

    def __init__(self, secret: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(secret)

    @property
    def public(self) -> bytes:
        """The half that head office keeps."""
        return self._key.public_key().public_bytes_raw()

    def sign(self, words: bytes) -> bytes:
        """Sign words."""
        return self._key.sign(words)


def is_signed(words: bytes, signature: bytes, public: bytes) -> bool:
    """Say whether the holder of a key signed these words."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, words)
    except (InvalidSignature, ValueError):
        return False
    return True


def enrolment_words(code: str, till: str, public: bytes) -> bytes:
    """Return what a till signs to show that it holds the key it hands in."""
    return _joined("enrol", code, till, public.hex())


def session_words(till: str, nonce: str) -> bytes:
    """Return what a till signs to begin a session."""
    return _joined("session", till, nonce)


def request_words(token: str, counter: int, method: str, target: str, body: bytes) -> bytes:
    """Return what a till signs for each request.

    Args:
        token: Of the session; only its hash is signed.
        counter: Larger than any this session has used.
        method: GET, POST and so on.
        target: The path with its query, as it is sent.
        body: The bytes as they are sent, compressed where they are.
    """
    return _joined(
        "request",
        hashlib.sha256(token.encode()).hexdigest(),
        str(counter),
        method,
        target,
        hashlib.sha256(body).hexdigest(),
    )


def order_words(till: str, at: int) -> bytes:
    """Return what head office signs to order that a till's book be erased.

    Args:
        till: Whose book.
        at: When it was ordered, in milliseconds.
    """
    return _joined("erase", till, str(at))


def digits(public: bytes, till: str, salt: str, authority: str) -> str:
    """Return the six digits that a till and head office both show.

    Head office draws the salt after it was handed the key, so nobody can look for another key that
    gives the same digits.

    Args:
        public: The till's key.
        till: The till.
        salt: Drawn by head office for this enrolment.
        authority: Fingerprint of the authority that vouches for the line; empty for a public one.
    """
    found = hmac.digest(salt.encode(), _joined("digits", till, public.hex(), authority), "sha256")
    return f"{int.from_bytes(found[:8], 'big') % 1_000_000:06d}"


def to_text(data: bytes) -> str:
    """Write bytes for a header or JSON."""
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def to_bytes(text: str) -> bytes | None:
    """Read bytes from a header; None where it is none."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (_Base64Error, ValueError):
        return None


def _joined(*parts: str) -> bytes:
    return "\n".join(("clienteling 1", *parts)).encode()
