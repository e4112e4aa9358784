"""Drawing the pages: templates that escape by themselves, and headers that allow nothing else."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from clienteling.headoffice.web.answers import Answer

if TYPE_CHECKING:
    from jinja2 import Environment

HTML = "text/html; charset=utf-8"

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
        " form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "x-robots-tag": "noindex",
}

_STYLE = "style.css"
_FONTS = {
    "cormorant-500": "CormorantGaramond-Medium.woff",
    "cormorant-500-italic": "CormorantGaramond-MediumItalic.woff",
    "hanken-400": "HankenGrotesk-Regular.woff",
    "hanken-500": "HankenGrotesk-Medium.woff",
    "hanken-600": "HankenGrotesk-SemiBold.woff",
}
_FOR_A_YEAR = {"cache-control": "public, max-age=31536000, immutable"}
_FOR_AN_HOUR = {"cache-control": "public, max-age=3600"}


@cache
def environment() -> "Environment":
    """Return the templates."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("clienteling.headoffice.web.admin"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def drawn(template: str, status: int, **values: Any) -> Answer:
    """Return a page."""
    text = environment().get_template(template).render(**values)
    return Answer(status, text.encode(), HEADERS, HTML)


def style() -> Answer:
    """Return the house's look."""
    data = (files(__package__) / "static" / _STYLE).read_bytes()
    return Answer(200, data, {**HEADERS, **_FOR_AN_HOUR}, "text/css; charset=utf-8")


def icon() -> Answer:
    """Return the mark in the tab."""
    data = (files(__package__) / "static" / "icon.svg").read_bytes()
    return Answer(200, data, {**HEADERS, **_FOR_A_YEAR}, "image/svg+xml")


def font(name: str) -> Answer | None:
    """Return one of the house's own typefaces, cut for a browser far away."""
    file = _FONTS.get(name)
    if file is None:
        return None
    data = (files(__package__) / "static" / "faces" / file).read_bytes()
    return Answer(200, data, {**HEADERS, **_FOR_A_YEAR}, "font/woff")
