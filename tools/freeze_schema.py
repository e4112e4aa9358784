"""Write the first migration's SQL from the mapping: ``python -m tools.freeze_schema``.

Until the first release the first migration is simply frozen again when a table changes; afterwards
a change is a migration of its own and this tool has done its work.
"""

from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable, DDLElement

from clienteling.models import Base
from clienteling.storage import capture, search_tables

FROZEN = (
    Path(__file__).resolve().parent.parent
    / "clienteling/storage/migrations/versions/m0001_the_client_book.sql"
)


def schema() -> str:
    """Return the SQL of every table and index of the present code; triggers are made apart."""
    tables = Base.metadata.sorted_tables
    parts = [_sql(CreateTable(table)) for table in tables]
    parts += [
        _sql(CreateIndex(index))
        for table in tables
        for index in sorted(table.indexes, key=lambda index: str(index.name))
    ]
    parts += [capture.TABLES.strip(), search_tables.TABLES.strip()]
    return "\n".join(part for part in parts if part) + "\n"


def _sql(element: DDLElement) -> str:
    lines = str(element.compile(dialect=sqlite.dialect())).strip().replace("\t", "  ")
    return "\n".join(line.rstrip() for line in lines.splitlines()) + ";"


if __name__ == "__main__":
    FROZEN.write_text(schema(), encoding="utf-8")
