"""Writes the clients of the book to a CSV, XLSX or JSON file."""

import json
from pathlib import Path

from sqlalchemy.orm import Session

from clienteling.domain.errors import KnownError, UserError
from clienteling.exchange.export import write_csv, write_workbook
from clienteling.queries.client_export import HEADER, WITH_AMOUNTS, export_rows


def export_clients(session: Session, out: Path, *, amounts: bool = False) -> int:
    """Write every client, one row each; return how many.

    Args:
        out: The file; its ending chooses the form.
        amounts: With what each client spent.

    Raises:
        UserError: the ending is none that can be written.
        KnownError: the file cannot be written.
    """
    header, rows = WITH_AMOUNTS if amounts else HEADER, export_rows(session, amounts=amounts)
    match out.suffix.lower():
        case ".csv":
            return write_csv(out, header, rows)
        case ".xlsx":
            return write_workbook(out, header, rows, title="Clients")
        case ".json":
            found = [dict(zip(header, row, strict=True)) for row in rows]
            try:
                out.write_text(json.dumps(found, ensure_ascii=False, indent=1), "utf-8")
            except OSError as error:
                raise KnownError(
                    "{name} could not be written ({reason}).", name=out.name, reason=error.strerror
                ) from error
            return len(found)
        case _:
            raise UserError("Please give the file an ending: .csv, .xlsx or .json.")
