"""A till asks head office to be let in, with what a person carried over: an invitation."""

import ssl
from dataclasses import dataclass

from clienteling.domain.errors import KnownError, UserError
from clienteling.sync import codec, packing
from clienteling.sync.engine import LineError
from clienteling.sync.http import hung_up, said
from clienteling.sync.invitation import Invitation, fingerprint, plain_code
from clienteling.sync.line import NOT_HEAD_OFFICE, UNTRUSTED, Line, open_client, translated
from clienteling.sync.signing import TillKey, digits, enrolment_words, to_text
from clienteling.sync.wire import Malformed

_MOST_PEM = 20_000
_PATIENCE_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Membership:
    """What a till keeps of its enrolment.

    Args:
        address: Where head office is.
        ca_pem: The only authority it trusts from now on; None for the public ones.
        granted: The scopes it sees.
        digits: Six digits that must be the same on head office's screen.
        confirmed: Whether they were compared already, by hand.
        office_key: Head office's own key, in hex, by which its orders are known.
    """

    address: str
    ca_pem: str | None
    granted: tuple[str, ...]
    digits: str
    confirmed: bool
    office_key: str


@dataclass(frozen=True, slots=True)
class _Enrolled:
    """What head office answers; unknown words are passed over."""

    salt: str
    granted: tuple[str, ...]
    confirmed: bool
    office_key: str


def enrol(
    invitation: Invitation, till: str, name: str, key: TillKey, ca_pem: str | None = None
) -> Membership:
    """Ask to be let in; the code is spent afterwards, whatever comes of it.

    Args:
        invitation: What the person carried over.
        till: The till's own name for itself.
        name: What people call it.
        key: Its key.
        ca_pem: The authority to trust, where somebody has it; fetched and compared with the
            invitation's fingerprint otherwise.

    Raises:
        LineError: no answer of head office came.
        UserError: the code is not, or no longer, one.
        KnownError: head office's certificate is not the invitation's.
    """
    pem = ca_pem or (fetch_authority(invitation) if invitation.authority else None)
    code = plain_code(invitation.code)
    words = {
        "code": code,
        "till": till,
        "name": name,
        "key": to_text(key.public),
        "proof": to_text(key.sign(enrolment_words(code, till, key.public))),
    }
    with hung_up(Line(invitation.address, pem, read_seconds=_PATIENCE_SECONDS)) as line:
        reply = line.ask(
            "POST", "/v1/enrol", packing.pack(words), {"content-type": packing.MSGPACK}
        )
    if reply.status != 200:
        raise _refused(str(said(reply).get("reason", "")))
    found = codec.decode(_Enrolled, said(reply))
    if isinstance(found, Malformed):
        raise LineError(NOT_HEAD_OFFICE)
    return Membership(
        invitation.address,
        pem,
        found.granted,
        digits(key.public, till, found.salt, fingerprint(pem) if pem else ""),
        found.confirmed,
        found.office_key,
    )


def fetch_authority(invitation: Invitation) -> str:
    """Return the authority's certificate, once its fingerprint is the invitation's.

    Nothing is sent and nothing is believed before that: it is asked for over a line that trusts
    nobody.

    Raises:
        LineError: no answer of head office came.
        KnownError: the certificate is another's.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    client = open_client(invitation.address, context, _PATIENCE_SECONDS)
    with client, translated(), client.stream("GET", "/v1/authority") as found:
        data = b""
        for part in found.iter_raw():
            data += part
            if len(data) > _MOST_PEM:
                raise LineError(NOT_HEAD_OFFICE)
    try:
        pem = data.decode("ascii")
        is_the_one = fingerprint(pem) == invitation.authority
    except ValueError as error:
        raise LineError(NOT_HEAD_OFFICE) from error
    if not is_the_one:
        raise KnownError(UNTRUSTED)
    return pem


def _refused(reason: str) -> UserError:
    if reason == "code":
        return UserError(
            "This code is not valid: it was used, is older than a quarter of an hour, or was "
            "mistyped. Ask head office for a new one.",
            field="code",
        )
    return UserError(
        "Head office does not take this till: another one of its name is enrolled, or its name "
        "cannot be read. Revoke the other one first, then use a new code.",
        field="code",
    )
