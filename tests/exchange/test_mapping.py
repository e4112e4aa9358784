"""Telling what columns hold, and remembering it."""

import pytest

from clienteling.exchange.dates import DateOrder
from clienteling.exchange.fields import REJECT_LINE, REJECT_REASON, Field, FileKind
from clienteling.exchange.mapping import fitted, from_json, shape_key, to_json
from clienteling.exchange.propose import propose_mapping

_F = Field


def _fields(heading: str, *rows: str) -> tuple[FileKind, list[Field]]:
    mapping = propose_mapping(heading.split(","), [row.split(",") for row in rows])
    return mapping.kind, [column.field for column in mapping.columns]


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("First Name,Last Name,E-mail,Mobile", [_F.GIVEN, _F.FAMILY, _F.EMAIL, _F.MOBILE]),
        ("Nom,Prénom,Civilité,Ville", [_F.FAMILY, _F.GIVEN, _F.SALUTATION, _F.CITY]),
        ("Cognome,Nome,Cellulare,CAP", [_F.FAMILY, _F.GIVEN, _F.MOBILE, _F.POSTAL_CODE]),
        ("姓名,手机号,生日,备注", [_F.FULL_NAME, _F.MOBILE, _F.BIRTHDAY, _F.NOTE]),
        ("氏名,フリガナ,電話番号,郵便番号", [_F.FULL_NAME, _F.PHONETIC, _F.PHONE, _F.POSTAL_CODE]),
        ("Frist Name,Last Naame,Birthdays", [_F.GIVEN, _F.FAMILY, _F.BIRTHDAY]),
    ],
)
def test_client_columns_are_known_by_heading(heading: str, fields: list[Field]) -> None:
    assert _fields(heading) == (FileKind.CLIENTS, fields)


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        (
            "Receipt No,Date,Customer Code,Item Code,Qty,Amount,Staff",
            [_F.RECEIPT, _F.SOLD_ON, _F.CLIENT_REF, _F.SKU, _F.QUANTITY, _F.LINE_TOTAL, _F.STAFF],
        ),
        (
            "小票号,日期,会员卡号,货号,数量,金额,导购",
            [_F.RECEIPT, _F.SOLD_ON, _F.CLIENT_REF, _F.SKU, _F.QUANTITY, _F.LINE_TOTAL, _F.STAFF],
        ),
    ],
)
def test_purchase_columns_are_known_by_heading(heading: str, fields: list[Field]) -> None:
    assert _fields(heading) == (FileKind.PURCHASES, fields)


def test_columns_without_a_telling_heading_are_known_by_their_content() -> None:
    rows = ("ada@example.com,Ada Byron,1980-02-03,+33 6 12 34 56 78", "bo@example.com,Bo Li,,")
    kind, fields = _fields("A,B,C,D", *rows)
    assert (kind, fields) == (
        FileKind.CLIENTS,
        [_F.EMAIL, _F.FULL_NAME, _F.BIRTHDAY, _F.PHONE],
    )


def test_what_is_the_same_on_many_lines_is_neither_an_id_nor_a_name() -> None:
    rows = ("yes,9.00,K-1,Ada Byron", "no,8.00,K-2,Bo Li", "no,8.00,K-3,Cy Ito", "no,,K-4,Di")
    _, fields = _fields("A,B,C,D", *rows)
    assert fields == [_F.IGNORE, _F.IGNORE, _F.EXTERNAL_ID, _F.FULL_NAME]


def test_content_that_contradicts_a_heading_wins() -> None:
    _, fields = _fields("Name,Email", "Ada,+33 6 12 34 56 78", "Bo,+33 6 12 34 56 79")
    assert fields == [_F.FULL_NAME, _F.PHONE]


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        (
            "Shopify customers",
            "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Phone,Total Spent,Tags",
        ),
        (
            "Shopify customers (older)",
            "First Name,Last Name,Email,Address1,Province Code,Zip,Total Spent,Note",
        ),
        (
            "Shopify orders",
            "Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem price",
        ),
        ("Square customers", "Reference ID,First Name,Last Name,Square Customer ID"),
        (
            "Lightspeed X-Series customers",
            "customer_code,first_name,last_name,customer_group_name",
        ),
        ("Google contacts", "First Name,Last Name,File As,E-mail 1 - Value"),
        ("Outlook contacts", "First Name,Last Name,E-mail Address,Home Street"),
        (
            "Complete Journey transactions",
            "household_id,basket_id,quantity,sales_value,transaction_timestamp",
        ),
        ("CDNOW purchase history", "customer_id,date,number_of_cds,dollar_value"),
        (None, "Client,Phone"),
    ],
)
def test_exports_of_shop_programs_are_recognised(name: str | None, heading: str) -> None:
    assert propose_mapping(heading.split(","), []).name == name


def test_a_mapping_is_remembered_and_fits_a_file_of_its_shape() -> None:
    header = ["Receipt", "Date", "Amount"]
    mapping = propose_mapping(header, [["1", "03/04/2024", "1,50"]])
    assert from_json(to_json(mapping)) == mapping
    assert [column.heading for column in mapping.questions()] == ["Date"]
    answered = mapping.with_order(1, DateOrder.DAY_FIRST)
    assert answered.questions() == ()
    rejects = [*header, REJECT_LINE, REJECT_REASON]
    assert shape_key(rejects) == shape_key(header) == mapping.shape
    again = fitted(answered, rejects)
    assert [column.field for column in again.columns] == [
        *(column.field for column in mapping.columns),
        Field.LINE_MARK,
    ]


def test_what_is_still_missing_is_said() -> None:
    assert propose_mapping(["Phone"], [], FileKind.CLIENTS).missing() is not None
    assert propose_mapping(["Name"], [], FileKind.CLIENTS).missing() is None
    assert propose_mapping(["Date"], [], FileKind.PURCHASES).missing() is not None
