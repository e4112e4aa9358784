"""The first book: every table and index, as frozen by ``python -m tools.freeze_schema``."""

from importlib.resources import files

from alembic import op

from clienteling.storage.migrate import statements

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table and index."""
    frozen = files("clienteling.storage.migrations.versions") / "m0001_the_client_book.sql"
    for statement in statements(frozen.read_text(encoding="utf-8")):
        op.get_bind().exec_driver_sql(statement)
