"""Make the code that leads from paper back to the record."""

from typing import Any

from clienteling.domain.errors import BugError
from clienteling.reports.page import Code, Rect

_MOST_BYTES = 200


def qr_code(payload: str, frame: Rect) -> Code:
    """Return the modules of a QR code (error correction M) for a frame.

    Raises:
        BugError: the payload is too long to be read from a print of that size.
    """
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    if len(payload.encode()) > _MOST_BYTES:
        raise BugError("A code of more than 200 bytes can't be read from paper")
    code: Any = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(payload)
    code.make()
    count: int = code.getModuleCount()
    rows = tuple(
        "".join("1" if code.isDark(row, column) else "0" for column in range(count))
        for row in range(count)
    )
    return Code(frame, rows, payload)
