"""Know the exports of common shop programs by their headings.

Source: column lists that the programs' own templates, documentation and users' files show; what a
list does not name is passed over, so a program that adds columns is still known.

Long because it is one table of programs, and nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from clienteling.exchange.fields import Field, FileKind
from clienteling.exchange.headings import fold_heading


@dataclass(frozen=True, slots=True)
class Shape:
    """One program's export.

    Args:
        signs: Folded headings that all must be there.
        fields: What the columns hold, by folded heading.
        quoted_ids: Whether ids, phones and postcodes carry a leading apostrophe.
        currency: Currency of its amounts where the file never says it.
    """

    name: str
    source: str
    kind: FileKind
    signs: frozenset[str]
    fields: dict[str, Field]
    quoted_ids: bool = False
    currency: str | None = None


_F = Field
_SHOPIFY_PEOPLE = {
    "customer id": _F.EXTERNAL_ID,
    "first name": _F.GIVEN,
    "last name": _F.FAMILY,
    "email": _F.EMAIL,
    "accepts email marketing": _F.CONSENT_EMAIL,
    "accepts marketing": _F.CONSENT_EMAIL,
    "accepts sms marketing": _F.CONSENT_SMS,
    "company": _F.COMPANY,
    "address1": _F.STREET,
    "address2": _F.STREET,
    "city": _F.CITY,
    "province code": _F.REGION,
    "country code": _F.COUNTRY,
    "zip": _F.POSTAL_CODE,
    "default address company": _F.COMPANY,
    "default address address1": _F.STREET,
    "default address address2": _F.STREET,
    "default address city": _F.CITY,
    "default address province code": _F.REGION,
    "default address country code": _F.COUNTRY,
    "default address zip": _F.POSTAL_CODE,
    "default address phone": _F.PHONE,
    "phone": _F.PHONE,
    "note": _F.NOTE,
    "tags": _F.TAGS,
}

OWN_SOURCE = "clienteling"
"""Source of rows that this program wrote; their ids are the numbers of clients."""

_OWN = Shape(
    "Clients of this program",
    OWN_SOURCE,
    FileKind.CLIENTS,
    frozenset({"client number", "name", "native name", "known as", "client since", "street 2"}),
    {
        "client number": _F.EXTERNAL_ID,
        "name": _F.FULL_NAME,
        "first name": _F.GIVEN,
        "middle name": _F.MIDDLE,
        "last name": _F.FAMILY,
        "native name": _F.NATIVE,
        "phonetic name": _F.PHONETIC,
        "known as": _F.NICKNAME,
        "salutation": _F.SALUTATION,
        "company": _F.COMPANY,
        "language": _F.LANGUAGE,
        "client since": _F.CLIENT_SINCE,
        "birthday": _F.BIRTHDAY,
        "email": _F.EMAIL,
        "mobile": _F.MOBILE,
        "phone": _F.PHONE,
        "whatsapp": _F.WHATSAPP,
        "wechat": _F.WECHAT,
        "instagram": _F.INSTAGRAM,
        "street": _F.STREET,
        "street 2": _F.STREET,
        "city": _F.CITY,
        "region": _F.REGION,
        "postal code": _F.POSTAL_CODE,
        "country": _F.COUNTRY,
    },
)

SHAPES: tuple[Shape, ...] = (
    _OWN,
    Shape(
        "Shopify customers",
        "shopify",
        FileKind.CLIENTS,
        frozenset({"customer id", "first name", "accepts email marketing", "total spent"}),
        _SHOPIFY_PEOPLE,
        quoted_ids=True,
    ),
    Shape(
        "Shopify customers (older)",
        "shopify",
        FileKind.CLIENTS,
        frozenset({"first name", "last name", "address1", "province code", "total spent"}),
        _SHOPIFY_PEOPLE,
        quoted_ids=True,
    ),
    Shape(
        "Shopify orders",
        "shopify",
        FileKind.PURCHASES,
        frozenset({"name", "financial status", "lineitem quantity", "lineitem price"}),
        {
            "name": _F.RECEIPT,
            "email": _F.CLIENT_EMAIL,
            "billing name": _F.CLIENT_NAME,
            "billing phone": _F.CLIENT_PHONE,
            "financial status": _F.ORDER_STATUS,
            "currency": _F.CURRENCY,
            "subtotal": _F.ORDER_SUBTOTAL,
            "created at": _F.SOLD_ON,
            "lineitem quantity": _F.QUANTITY,
            "lineitem name": _F.DESCRIPTION,
            "lineitem price": _F.UNIT_PRICE,
            "lineitem sku": _F.SKU,
            "lineitem discount": _F.DISCOUNT,
            "refunded amount": _F.REFUNDED,
            "employee": _F.STAFF,
            "location": _F.STORE,
            "source": _F.CHANNEL,
        },
        quoted_ids=True,
    ),
    Shape(
        "Square customers",
        "square",
        FileKind.CLIENTS,
        frozenset({"square customer id", "first name", "last name"}),
        {
            "square customer id": _F.EXTERNAL_ID,
            "first name": _F.GIVEN,
            "last name": _F.FAMILY,
            "email address": _F.EMAIL,
            "phone number": _F.PHONE,
            "nickname": _F.NICKNAME,
            "company name": _F.COMPANY,
            "street address 1": _F.STREET,
            "street address 2": _F.STREET,
            "city": _F.CITY,
            "state": _F.REGION,
            "postal code": _F.POSTAL_CODE,
            "birthday": _F.BIRTHDAY,
            "memo": _F.NOTE,
            "first visit": _F.CLIENT_SINCE,
            "email subscription status": _F.CONSENT_EMAIL,
        },
    ),
    Shape(
        "Lightspeed X-Series customers",
        "lightspeed",
        FileKind.CLIENTS,
        frozenset({"customer code", "first name", "last name", "customer group name"}),
        {
            "customer code": _F.EXTERNAL_ID,
            "first name": _F.GIVEN,
            "last name": _F.FAMILY,
            "company name": _F.COMPANY,
            "email": _F.EMAIL,
            "phone": _F.PHONE,
            "mobile": _F.MOBILE,
            "date of birth": _F.BIRTHDAY,
            "sex": _F.GENDER,
            "physical address1": _F.STREET,
            "physical address2": _F.STREET,
            "physical city": _F.CITY,
            "physical postcode": _F.POSTAL_CODE,
            "physical state": _F.REGION,
            "physical country": _F.COUNTRY,
            "customer group name": _F.TAGS,
            "note": _F.NOTE,
        },
    ),
    Shape(
        "WooCommerce customers",
        "woocommerce",
        FileKind.CLIENTS,
        frozenset({"username", "last active", "total spend", "aov"}),
        {
            "name": _F.FULL_NAME,
            "email": _F.EMAIL,
            "date registered": _F.CLIENT_SINCE,
            "sign up": _F.CLIENT_SINCE,
            "city": _F.CITY,
            "region": _F.REGION,
            "postal code": _F.POSTAL_CODE,
            "country region": _F.COUNTRY,
        },
    ),
    Shape(
        "WooCommerce customers and orders",
        "woocommerce",
        FileKind.CLIENTS,
        frozenset({"billing first name", "billing last name", "billing email", "customer id"}),
        {
            "customer id": _F.EXTERNAL_ID,
            "billing first name": _F.GIVEN,
            "billing last name": _F.FAMILY,
            "billing email": _F.EMAIL,
            "billing phone": _F.PHONE,
            "billing company": _F.COMPANY,
            "billing address 1": _F.STREET,
            "billing address 2": _F.STREET,
            "billing city": _F.CITY,
            "billing state": _F.REGION,
            "billing postcode": _F.POSTAL_CODE,
            "billing country": _F.COUNTRY,
        },
    ),
    Shape(
        "Google contacts",
        "google",
        FileKind.CLIENTS,
        frozenset({"first name", "last name", "file as", "e mail 1 value"}),
        {
            "name prefix": _F.SALUTATION,
            "first name": _F.GIVEN,
            "middle name": _F.MIDDLE,
            "last name": _F.FAMILY,
            "phonetic last name": _F.PHONETIC,
            "nickname": _F.NICKNAME,
            "birthday": _F.BIRTHDAY,
            "notes": _F.NOTE,
            "labels": _F.TAGS,
            "organization name": _F.COMPANY,
            "e mail 1 value": _F.EMAIL,
            "e mail 2 value": _F.EMAIL,
            "phone 1 value": _F.PHONE,
            "phone 2 value": _F.PHONE,
            "phone 3 value": _F.PHONE,
            "address 1 country": _F.COUNTRY,
            "address 1 street": _F.STREET,
            "address 1 extended address": _F.STREET,
            "address 1 city": _F.CITY,
            "address 1 region": _F.REGION,
            "address 1 postal code": _F.POSTAL_CODE,
        },
    ),
    Shape(
        "Google contacts (older)",
        "google",
        FileKind.CLIENTS,
        frozenset({"given name", "family name", "yomi name", "group membership"}),
        {
            "given name": _F.GIVEN,
            "additional name": _F.MIDDLE,
            "family name": _F.FAMILY,
            "yomi name": _F.PHONETIC,
            "name prefix": _F.SALUTATION,
            "nickname": _F.NICKNAME,
            "birthday": _F.BIRTHDAY,
            "gender": _F.GENDER,
            "notes": _F.NOTE,
            "group membership": _F.TAGS,
            "e mail 1 value": _F.EMAIL,
            "e mail 2 value": _F.EMAIL,
            "phone 1 value": _F.PHONE,
            "phone 2 value": _F.PHONE,
            "organization 1 name": _F.COMPANY,
            "address 1 street": _F.STREET,
            "address 1 city": _F.CITY,
            "address 1 region": _F.REGION,
            "address 1 postal code": _F.POSTAL_CODE,
            "address 1 country": _F.COUNTRY,
        },
    ),
    Shape(
        "Outlook contacts",
        "outlook",
        FileKind.CLIENTS,
        frozenset({"first name", "last name", "e mail address", "home street"}),
        {
            "first name": _F.GIVEN,
            "middle name": _F.MIDDLE,
            "last name": _F.FAMILY,
            "title": _F.SALUTATION,
            "company": _F.COMPANY,
            "gender": _F.GENDER,
            "birthday": _F.BIRTHDAY,
            "anniversary": _F.ANNIVERSARY,
            "language": _F.LANGUAGE,
            "notes": _F.NOTE,
            "categories": _F.TAGS,
            "e mail address": _F.EMAIL,
            "e mail 2 address": _F.EMAIL,
            "e mail 3 address": _F.EMAIL,
            "primary phone": _F.PHONE,
            "home phone": _F.PHONE,
            "mobile phone": _F.MOBILE,
            "home street": _F.STREET,
            "home street 2": _F.STREET,
            "home city": _F.CITY,
            "home state": _F.REGION,
            "home postal code": _F.POSTAL_CODE,
            "home country": _F.COUNTRY,
            "home country region": _F.COUNTRY,
        },
    ),
    Shape(
        "CDNOW purchase history",
        "cdnow",
        FileKind.PURCHASES,
        frozenset({"customer id", "date", "number of cds", "dollar value"}),
        {
            "customer id": _F.CLIENT_REF,
            "date": _F.SOLD_ON,
            "number of cds": _F.QUANTITY,
            "dollar value": _F.LINE_TOTAL,
        },
        currency="USD",
    ),
    Shape(
        "CDNOW purchase history",
        "cdnow",
        FileKind.PURCHASES,
        frozenset({"id", "date", "cds", "price"}),
        {
            "id": _F.CLIENT_REF,
            "date": _F.SOLD_ON,
            "cds": _F.QUANTITY,
            "price": _F.LINE_TOTAL,
        },
        currency="USD",
    ),
    Shape(
        "Complete Journey transactions",
        "completejourney",
        FileKind.PURCHASES,
        frozenset({"household id", "basket id", "sales value", "transaction timestamp"}),
        {
            "household id": _F.CLIENT_REF,
            "store id": _F.STORE,
            "basket id": _F.RECEIPT,
            "product id": _F.SKU,
            "quantity": _F.QUANTITY,
            "sales value": _F.LINE_TOTAL,
            "retail disc": _F.DISCOUNT,
            "coupon disc": _F.DISCOUNT,
            "coupon match disc": _F.DISCOUNT,
            "transaction timestamp": _F.SOLD_ON,
        },
        currency="USD",
    ),
)


def known_shape(header: Sequence[str]) -> Shape | None:
    """Return the program's export whose signs are all in the headings."""
    folded = frozenset(map(fold_heading, header))
    matching = [shape for shape in SHAPES if shape.signs <= folded]
    return max(matching, key=lambda shape: len(shape.signs), default=None)


def is_own_export(header: Sequence[str]) -> bool:
    """Say whether this program wrote the file, and so put apostrophes before its formulas."""
    return _OWN.signs <= frozenset(map(fold_heading, header))
