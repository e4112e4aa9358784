"""Lists of any length: rows are fetched by pages when they are first looked at.

``RowsModel`` holds the count and a window of rows; ``RowsView`` shows it with ``Column`` data.
A screen connects ``model.wanted`` to a query on the database thread and answers with
``model.receive(page, rows)``. Short lists use ``model.set_rows(rows)``.
"""

from clienteling.ui.tables.columns import Column
from clienteling.ui.tables.model import KEY_ROLE, PAGE_ROWS, ROW_ROLE, Page, RowsModel
from clienteling.ui.tables.rows import RowDelegate
from clienteling.ui.tables.view import RowsView

__all__ = [
    "KEY_ROLE",
    "PAGE_ROWS",
    "ROW_ROLE",
    "Column",
    "Page",
    "RowDelegate",
    "RowsModel",
    "RowsView",
]
