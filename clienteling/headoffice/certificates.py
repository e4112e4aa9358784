"""Head office's own authority and certificate, for a house that has none from outside.

Tills trust this authority alone, so its fingerprint travels with the invitation. The certificate
is renewed by itself when less than a quarter of its life is left; the authority stays.
"""

import ipaddress
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from clienteling.storage.files import write_atomically

_AUTHORITY_DAYS, _LEAF_DAYS, _RENEW_DAYS = 3_650, 397, 97
_EARLIER = timedelta(days=1)  # tills whose clock is slow still believe it


def make_authority(folder: Path, house: str, now: datetime) -> None:
    """Make the authority of a house: ``authority.pem`` and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"{house} head office"[:64])])
    certificate = (
        _begun(name, name, key.public_key(), now, _AUTHORITY_DAYS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_uses(signs_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    _keep(folder, "authority", certificate, key)


def make_leaf(folder: Path, names: Sequence[str], now: datetime) -> None:
    """Make the server's certificate for names and addresses: ``server.pem`` and its key."""
    authority = x509.load_pem_x509_certificate((folder / "authority.pem").read_bytes())
    signer = serialization.load_pem_private_key((folder / "authority.key").read_bytes(), None)
    assert isinstance(signer, ec.EllipticCurvePrivateKey)
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0][:64])])
    certificate = (
        _begun(name, authority.subject, key.public_key(), now, _LEAF_DAYS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_uses(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName([_named(one) for one in names]), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()),
            critical=False,
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(signer, hashes.SHA256())
    )
    _keep(folder, "server", certificate, key)


def renew_leaf(folder: Path, names: Sequence[str], now: datetime) -> bool:
    """Make the server's certificate anew where its life is nearly over or its names are others.

    Returns:
        Whether it was.
    """
    path = folder / "server.pem"
    if path.is_file():
        leaf = x509.load_pem_x509_certificate(path.read_bytes())
        named = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        is_long = leaf.not_valid_after_utc - now > timedelta(days=_RENEW_DAYS)
        if is_long and list(named) == [_named(one) for one in names]:
            return False
    make_leaf(folder, names, now)
    return True


def _begun(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePublicKey,
    now: datetime,
    days: int,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _EARLIER)
        .not_valid_after(now + timedelta(days=days))
    )


def _uses(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _named(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _keep(
    folder: Path, name: str, certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey
) -> None:
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    write_atomically(folder / f"{name}.key", secret)
    write_atomically(folder / f"{name}.pem", certificate.public_bytes(serialization.Encoding.PEM))
