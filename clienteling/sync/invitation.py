"""The invitation a person carries from head office to a till: address, code, whom to trust.

One line that fits a QR code: ``https://hq.example:8843/#1QMB3-V5ZYW.5F3K…``. Behind the dot stands
the fingerprint of head office's own authority; without it, the public authorities are trusted.
"""

import hashlib
import re
import secrets
import ssl
from dataclasses import dataclass
from urllib.parse import urlsplit

from typing_extensions import override

from clienteling.domain.errors import UserError

#: Crockford's letters: none that is taken for another.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKE = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})
_CODE_LETTERS = 10
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Invitation:
    """Where head office is, the one-time code, and the fingerprint of its authority or nothing."""

    address: str
    code: str
    authority: str = ""

    @override
    def __str__(self) -> str:
        """Write it as the one line."""
        return f"{self.address}/#{self.code}{'.' if self.authority else ''}{self.authority}"


def new_code() -> str:
    """Draw a code of 50 bits."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(_CODE_LETTERS))
    return f"{letters[:5]}-{letters[5:]}"


def plain_code(text: str) -> str:
    """Return a code as it is compared, whatever a person made of it; empty where it is none."""
    letters = re.sub(r"[\s\-]", "", text.upper().translate(_LOOK_ALIKE))
    is_code = len(letters) == _CODE_LETTERS and set(letters) <= set(_LETTERS)
    return letters if is_code else ""


def read_invitation(text: str) -> Invitation:
    """Read an invitation.

    Raises:
        UserError: it is none; the sentence says what one looks like.
    """
    found = urlsplit(text.strip())
    code, _dot, authority = found.fragment.partition(".")
    host = found.hostname
    if found.scheme != "https" or not host or not plain_code(code):
        raise UserError(
            "This is no invitation of head office. One reads like "
            "https://head-office:8843/#1QMB3-V5ZYW; ask for a new one.",
            field="invitation",
        )
    if authority and not _FINGERPRINT.fullmatch(authority):
        raise UserError(
            "The end of this invitation is missing. Copy the whole line.", field="invitation"
        )
    return Invitation(f"https://{found.netloc}", code, authority)


def fingerprint(pem: str) -> str:
    """Return the fingerprint of a certificate.

    Raises:
        ValueError: it is no certificate.
    """
    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest()
