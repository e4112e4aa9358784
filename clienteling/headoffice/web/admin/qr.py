"""A QR code as an SVG picture inside the page: nothing is fetched or stands in an address."""

from typing import Any

from markupsafe import Markup

#: Modules of quiet ground around the code, as readers want it. Source: ISO/IEC 18004 §9.1.
_QUIET = 4


def drawn(text: str, label: str) -> Markup:
    """Return the picture.

    Args:
        text: What is read from it.
        label: What it is, for whoever does not see it.
    """
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code: Any = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    path = "".join(
        f"M{column + _QUIET} {row + _QUIET}h1v1h-1z"
        for row in range(count)
        for column in range(count)
        if code.isDark(row, column)
    )
    size = count + 2 * _QUIET
    return Markup(
        '<svg class="qr" role="img" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        '<title>{label}</title><rect width="{size}" height="{size}" class="qr-ground"/>'
        '<path class="qr-ink" d="{path}"/></svg>'
    ).format(size=size, label=label, path=path)
