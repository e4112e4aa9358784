"""Name what a column of a file can hold."""

from enum import StrEnum


class FileKind(StrEnum):
    """What the rows of a file are."""

    CLIENTS = "clients"
    PURCHASES = "purchases"


class Field(StrEnum):
    """What one column holds; ``IGNORE`` is said on purpose."""

    IGNORE = "ignore"
    EXTERNAL_ID = "external_id"
    FULL_NAME = "full_name"
    GIVEN = "given"
    MIDDLE = "middle"
    FAMILY = "family"
    NATIVE = "native"
    PHONETIC = "phonetic"
    NICKNAME = "nickname"
    SALUTATION = "salutation"
    COMPANY = "company"
    EMAIL = "email"
    MOBILE = "mobile"
    PHONE = "phone"
    WECHAT = "wechat"
    WHATSAPP = "whatsapp"
    INSTAGRAM = "instagram"
    STREET = "street"
    CITY = "city"
    REGION = "region"
    POSTAL_CODE = "postal_code"
    COUNTRY = "country"
    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    GENDER = "gender"
    LANGUAGE = "language"
    CARD = "card"
    NOTE = "note"
    TAGS = "tags"
    CLIENT_SINCE = "client_since"
    CONSENT_EMAIL = "consent_email"
    CONSENT_SMS = "consent_sms"
    CONSENT_PHONE = "consent_phone"
    CONSENT_POST = "consent_post"
    CONSENT_ANY = "consent_any"
    RECEIPT = "receipt"
    CLIENT_REF = "client_ref"
    CLIENT_NAME = "client_name"
    CLIENT_EMAIL = "client_email"
    CLIENT_PHONE = "client_phone"
    SOLD_ON = "sold_on"
    SOLD_TIME = "sold_time"
    STORE = "store"
    SKU = "sku"
    DESCRIPTION = "description"
    QUANTITY = "quantity"
    UNIT_PRICE = "unit_price"
    LINE_TOTAL = "line_total"
    DISCOUNT = "discount"
    ORDER_SUBTOTAL = "order_subtotal"
    TAX = "tax"
    CURRENCY = "currency"
    STAFF = "staff"
    WEARER = "wearer"
    RETURN_FLAG = "return_flag"
    ORDER_STATUS = "order_status"
    REFUNDED = "refunded"
    CHANNEL = "channel"
    LINE_MARK = "line_mark"


MANY = frozenset(
    {Field.IGNORE, Field.EMAIL, Field.MOBILE, Field.PHONE, Field.STREET, Field.NOTE, Field.TAGS}
    | {Field.DISCOUNT, Field.TAX, Field.STAFF}
)
"""What more than one column of a file may hold."""

PURCHASE_FIELDS = frozenset(list(Field)[list(Field).index(Field.RECEIPT) :])
"""What belongs to purchases; the rest, but for ``IGNORE``, belongs to clients."""

DATE_FIELDS = frozenset({Field.BIRTHDAY, Field.ANNIVERSARY, Field.CLIENT_SINCE, Field.SOLD_ON})

MONEY_FIELDS = frozenset(
    {Field.UNIT_PRICE, Field.LINE_TOTAL, Field.DISCOUNT, Field.ORDER_SUBTOTAL, Field.TAX}
    | {Field.REFUNDED}
)

REJECT_REASON = "What to mend"
"""Heading of the reason column of a rejects file; it is passed over when brought in again."""

REJECT_LINE = "Line of receipt (leave)"
"""Heading of the column that keeps a mended line's place in its receipt."""
