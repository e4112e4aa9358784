"""Check and normalise e-mail addresses without asking the network.

The grammar comes from ``email_validator``, imported only when an address is looked at.
"""

import re
from urllib.parse import quote

from clienteling.domain.errors import UserError

_NAMED = re.compile(r"^[^<>]*<([^<>]+)>$")


def normalise_email(raw: str, *, field: str | None = "email") -> str:
    """Return the address as it is compared and searched: composed, in small letters.

    Letters before the @ are made small although the standard lets a server tell them apart: none
    that people use does, and two spellings of one address would make two clients.

    Raises:
        UserError: it cannot be an address; the sentence says why.

    >>> normalise_email(" Anna.Roth@Example.COM ")
    'anna.roth@example.com'
    >>> normalise_email("Anna Roth <anna@bücher.example>")
    'anna@bücher.example'
    """
    from email_validator import EmailNotValidError, validate_email

    typed = re.sub(r"^(?:mailto:|['’])", "", raw.strip(), flags=re.IGNORECASE)
    named = _NAMED.match(typed)
    try:
        checked = validate_email(
            named[1].strip() if named else typed,
            check_deliverability=False,
            test_environment=True,
        )
    except EmailNotValidError as reason:
        raise UserError(
            "“{text}” cannot be an e-mail address. {why}",
            text=raw.strip(),
            why=_sentence(reason),
            field=field,
        ) from reason
    return checked.normalized.casefold()


def is_email(raw: str) -> bool:
    """Say whether a text can be an address.

    >>> is_email("anna@example.com"), is_email("anna@"), is_email("anna at example.com")
    (True, False, False)
    """
    try:
        normalise_email(raw)
    except UserError:
        return False
    return True


def mailto_link(address: str, subject: str = "", body: str = "") -> str:
    r"""Return the link that opens a new letter. Source: RFC 6068.

    >>> mailto_link("anna@example.com", "Your coat", "Dear Anna\nit is here")
    'mailto:anna@example.com?subject=Your%20coat&body=Dear%20Anna%0D%0Ait%20is%20here'
    """
    lines = body.replace("\r\n", "\n").replace("\n", "\r\n")
    fields = [("subject", " ".join(subject.split())), ("body", lines)]
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields if value)
    return f"mailto:{quote(address, safe='@')}" + (f"?{query}" if query else "")


def _sentence(reason: Exception) -> str:
    text = str(reason).strip()
    return text if text.endswith(".") else text + "."
