"""Rows on their way into the book: gathered by table, then loaded parents before children."""

from collections.abc import Iterable
from typing import Any

from clienteling.domain.errors import BugError
from clienteling.storage.bulk import BulkLoad

_TABLES = """
client id kind client_no given_name family_name native_name phonetic_name name_order
  form_of_address pronunciation company_name gender language languages home_store_id circle_id
  relationship_status acquisition_source first_seen_on portrait_id remember do_not_contact
card id client_id number active
contact_point id client_id kind value_raw value_norm region label is_primary status owner
address id client_id label lines locality postal_code country is_primary
assignment id client_id staff_id role since
relationship id from_client_id to_client_id kind words secret
preference id client_id polarity target words detail strength source noted_on staff_id
size_profile id client_id category system label source confirmed_on staff_id
key_date id client_id kind label month day year calendar leap_month show_years
  hide_from_client_id
note id client_id noted_at body visibility pinned staff_id
interaction id client_id occurred_at channel inbound motive outcome summary visibility staff_id
  store_id
client_flag id client_id kind reason since
consent_event id client_id purpose channel decision method wording at staff_id store_id
purchase id client_id store_id receipt_no sold_at sold_on channel currency net_minor
purchase_line id purchase_id position product_id variant_id words quantity unit_price_minor
  net_minor return_of_id wearer_client_id gift_words
purchase_staff id purchase_id staff_id share_percent
wish id client_id kind status product_id words size_label occasion needed_by noted_on
  hide_from_client_id staff_id
owned_piece id client_id product_id words size_label acquired_on state
lookbook id client_id staff_id title letter language page_size show_prices show_set_aside
  show_care show_reactions show_code status
look_page id lookbook_id position layout words
look_item id page_id slot product_id size_label note
lookbook_issue id lookbook_id issued_at way snapshot sha256 staff_id
"""


def _columns(text: str) -> dict[str, tuple[str, ...]]:
    rows = (line.split() for line in text.strip().replace("\n  ", " ").splitlines())
    return {table: tuple(columns) for table, *columns in rows}


COLUMNS = _columns(_TABLES)


class Chunk:
    """Rows of one chunk of clients."""

    def __init__(self) -> None:
        self._rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in COLUMNS}

    def put(self, table: str, **values: Any) -> None:
        """Gather a row; a column that is not named stays empty.

        Raises:
            BugError: the demo house does not fill a column of that name.
        """
        self._rows[table].append(tuple([values.pop(name, None) for name in COLUMNS[table]]))
        if values:
            raise BugError(f"{table} has no {', '.join(values)}")

    def write(self, load: BulkLoad, tables: Iterable[str] = COLUMNS) -> None:
        """Load every row; clients among them get their figures when the load is finished."""
        for table in tables:
            if rows := self._rows[table]:
                load.insert(table, COLUMNS[table], rows)
        load.touch(row[0] for row in self._rows["client"])
