"""What the page calls fields, encodings, separators and what came in."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from clienteling.ui.locale import Words, listed

#: Groups of fields in the menu of a column, for files of clients and of purchases.
GROUPS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "clients": (
        (
            str(QT_TRANSLATE_NOOP("BringIn", "Name")),
            ("full_name", "given", "middle", "family", "native", "phonetic", "nickname",
             "salutation", "company"),
        ),
        (
            str(QT_TRANSLATE_NOOP("BringIn", "Ways to reach")),
            ("email", "mobile", "phone", "whatsapp", "wechat", "instagram"),
        ),
        (
            str(QT_TRANSLATE_NOOP("BringIn", "Address")),
            ("street", "city", "region", "postal_code", "country"),
        ),
        (
            str(QT_TRANSLATE_NOOP("BringIn", "Dates")),
            ("birthday", "anniversary", "client_since"),
        ),
        (
            str(QT_TRANSLATE_NOOP("BringIn", "Consent")),
            ("consent_any", "consent_email", "consent_sms", "consent_phone", "consent_post"),
        ),
        (
            str(QT_TRANSLATE_NOOP("BringIn", "The person")),
            ("gender", "language", "card", "note", "tags", "external_id"),
        ),
    ),
    "purchases": (
        (
            str(QT_TRANSLATE_NOOP("BringIn", "Receipt")),
            ("receipt", "sold_on", "sold_time", "store", "staff", "channel", "order_status",
             "return_flag"),
        ),
        (
            str(QT_TRANSLATE_NOOP("BringIn", "Client")),
            ("client_ref", "client_name", "client_email", "client_phone", "wearer"),
        ),
        (
            str(QT_TRANSLATE_NOOP("BringIn", "Piece")),
            ("sku", "description", "quantity"),
        ),
        (
            str(QT_TRANSLATE_NOOP("BringIn", "Amounts")),
            ("unit_price", "line_total", "discount", "order_subtotal", "tax", "refunded",
             "currency"),
        ),
    ),
}  # fmt: skip

_FIELDS = {
    "ignore": str(QT_TRANSLATE_NOOP("BringIn", "Passed over")),
    "external_id": str(QT_TRANSLATE_NOOP("BringIn", "Number in the other program")),
    "full_name": str(QT_TRANSLATE_NOOP("BringIn", "Whole name")),
    "given": str(QT_TRANSLATE_NOOP("BringIn", "Given name")),
    "middle": str(QT_TRANSLATE_NOOP("BringIn", "Middle name")),
    "family": str(QT_TRANSLATE_NOOP("BringIn", "Family name")),
    "native": str(QT_TRANSLATE_NOOP("BringIn", "Name in its own script")),
    "phonetic": str(QT_TRANSLATE_NOOP("BringIn", "How the name is said")),
    "nickname": str(QT_TRANSLATE_NOOP("BringIn", "Name among friends")),
    "salutation": str(QT_TRANSLATE_NOOP("BringIn", "Form of address")),
    "company": str(QT_TRANSLATE_NOOP("BringIn", "Company")),
    "email": str(QT_TRANSLATE_NOOP("BringIn", "Email")),
    "mobile": str(QT_TRANSLATE_NOOP("BringIn", "Mobile phone")),
    "phone": str(QT_TRANSLATE_NOOP("BringIn", "Phone")),
    "wechat": str(QT_TRANSLATE_NOOP("BringIn", "WeChat")),
    "whatsapp": str(QT_TRANSLATE_NOOP("BringIn", "WhatsApp")),
    "instagram": str(QT_TRANSLATE_NOOP("BringIn", "Instagram")),
    "street": str(QT_TRANSLATE_NOOP("BringIn", "Street")),
    "city": str(QT_TRANSLATE_NOOP("BringIn", "City")),
    "region": str(QT_TRANSLATE_NOOP("BringIn", "Region")),
    "postal_code": str(QT_TRANSLATE_NOOP("BringIn", "Postcode")),
    "country": str(QT_TRANSLATE_NOOP("BringIn", "Country")),
    "birthday": str(QT_TRANSLATE_NOOP("BringIn", "Birthday")),
    "anniversary": str(QT_TRANSLATE_NOOP("BringIn", "Anniversary")),
    "gender": str(QT_TRANSLATE_NOOP("BringIn", "Gender")),
    "language": str(QT_TRANSLATE_NOOP("BringIn", "Language")),
    "card": str(QT_TRANSLATE_NOOP("BringIn", "Number of the house's card")),
    "note": str(QT_TRANSLATE_NOOP("BringIn", "Note")),
    "tags": str(QT_TRANSLATE_NOOP("BringIn", "Labels")),
    "client_since": str(QT_TRANSLATE_NOOP("BringIn", "Client since")),
    "consent_email": str(QT_TRANSLATE_NOOP("BringIn", "Consent to email")),
    "consent_sms": str(QT_TRANSLATE_NOOP("BringIn", "Consent to text messages")),
    "consent_phone": str(QT_TRANSLATE_NOOP("BringIn", "Consent to calls")),
    "consent_post": str(QT_TRANSLATE_NOOP("BringIn", "Consent to post")),
    "consent_any": str(QT_TRANSLATE_NOOP("BringIn", "Consent to all ways")),
    "receipt": str(QT_TRANSLATE_NOOP("BringIn", "Number of the receipt")),
    "client_ref": str(QT_TRANSLATE_NOOP("BringIn", "Number of the client")),
    "client_name": str(QT_TRANSLATE_NOOP("BringIn", "Name of the client")),
    "client_email": str(QT_TRANSLATE_NOOP("BringIn", "Email of the client")),
    "client_phone": str(QT_TRANSLATE_NOOP("BringIn", "Phone of the client")),
    "sold_on": str(QT_TRANSLATE_NOOP("BringIn", "Day of the purchase")),
    "sold_time": str(QT_TRANSLATE_NOOP("BringIn", "Time of the purchase")),
    "store": str(QT_TRANSLATE_NOOP("BringIn", "Boutique")),
    "sku": str(QT_TRANSLATE_NOOP("BringIn", "Reference of the piece")),
    "description": str(QT_TRANSLATE_NOOP("BringIn", "Name of the piece")),
    "quantity": str(QT_TRANSLATE_NOOP("BringIn", "How many")),
    "unit_price": str(QT_TRANSLATE_NOOP("BringIn", "Price of one")),
    "line_total": str(QT_TRANSLATE_NOOP("BringIn", "Amount of the line")),
    "discount": str(QT_TRANSLATE_NOOP("BringIn", "Discount")),
    "order_subtotal": str(QT_TRANSLATE_NOOP("BringIn", "Amount of the receipt")),
    "tax": str(QT_TRANSLATE_NOOP("BringIn", "Tax")),
    "currency": str(QT_TRANSLATE_NOOP("BringIn", "Currency")),
    "staff": str(QT_TRANSLATE_NOOP("BringIn", "Sold by")),
    "wearer": str(QT_TRANSLATE_NOOP("BringIn", "Who wears it")),
    "return_flag": str(QT_TRANSLATE_NOOP("BringIn", "Whether it came back")),
    "order_status": str(QT_TRANSLATE_NOOP("BringIn", "State of the order")),
    "refunded": str(QT_TRANSLATE_NOOP("BringIn", "Amount given back")),
    "channel": str(QT_TRANSLATE_NOOP("BringIn", "Where it was sold")),
    "line_mark": str(QT_TRANSLATE_NOOP("BringIn", "Place in its receipt")),
}

_REASONS = (
    QT_TRANSLATE_NOOP("BringIn", "by its heading"),
    QT_TRANSLATE_NOOP("BringIn", "by its heading, not by what stands in it"),
    QT_TRANSLATE_NOOP("BringIn", "by what stands in it"),
    QT_TRANSLATE_NOOP("BringIn", "nothing known about it"),
    QT_TRANSLATE_NOOP("BringIn", "another column has it"),
    QT_TRANSLATE_NOOP("BringIn", "chosen by hand"),
    QT_TRANSLATE_NOOP("BringIn", "kept from the rejects"),
)

_LETTERS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-32": "UTF-32",
    "gb18030": str(QT_TRANSLATE_NOOP("BringIn", "Chinese, GBK")),
    "big5": str(QT_TRANSLATE_NOOP("BringIn", "Chinese, Big5")),
    "cp932": str(QT_TRANSLATE_NOOP("BringIn", "Japanese, Shift JIS")),
    "euc_jp": str(QT_TRANSLATE_NOOP("BringIn", "Japanese, EUC")),
    "euc_kr": str(QT_TRANSLATE_NOOP("BringIn", "Korean, EUC")),
    "cp1252": str(QT_TRANSLATE_NOOP("BringIn", "Western, Windows 1252")),
    "cp1250": str(QT_TRANSLATE_NOOP("BringIn", "Central European, Windows 1250")),
    "cp1251": str(QT_TRANSLATE_NOOP("BringIn", "Cyrillic, Windows 1251")),
}

_MARKS = {
    ",": str(QT_TRANSLATE_NOOP("BringIn", "Comma")),
    ";": str(QT_TRANSLATE_NOOP("BringIn", "Semicolon")),
    "\t": str(QT_TRANSLATE_NOOP("BringIn", "Tab")),
    "|": str(QT_TRANSLATE_NOOP("BringIn", "Upright bar")),
    " ": str(QT_TRANSLATE_NOOP("BringIn", "Blanks")),
}

_ORDERS = {
    "day_first": str(QT_TRANSLATE_NOOP("BringIn", "day first")),
    "month_first": str(QT_TRANSLATE_NOOP("BringIn", "month first")),
    "ambiguous": str(QT_TRANSLATE_NOOP("BringIn", "day or month first?")),
    "mixed": str(QT_TRANSLATE_NOOP("BringIn", "both ways")),
}

#: What came in, in the order it is told; other tables follow from these and are not counted.
_TOLD = ("client", "purchase", "purchase_line", "note", "key_date", "product")


def said(source: str) -> str:
    """Return a word of this page in the window's language; English where it has none."""
    return QCoreApplication.translate("BringIn", source)


def field_word(field: str) -> str:
    """Return what a field is called."""
    return said(_FIELDS.get(field, field))


def held_word(field: str, order: str) -> str:
    """Return what a column holds, with the order of its dates where it has one."""
    word = field_word(field)
    return listed((word, said(_ORDERS[order]) if order in _ORDERS else ""))


def sure_word(confidence: float) -> str:
    """Return how sure a proposal is, in a word."""
    if confidence >= 0.9:
        return said("certain")
    return said("likely") if confidence >= 0.6 else said("a guess")


def letters_word(encoding: str) -> str:
    """Return what an encoding is called."""
    return said(_LETTERS.get(encoding, encoding))


def mark_word(delimiter: str) -> str:
    """Return what a separator is called."""
    return said(_MARKS.get(delimiter, delimiter))


def came_in(added: Mapping[str, int], words: Words) -> str:
    """Say what came in: "1,204 clients, 310 notes"."""
    told = [_told(one, added[one]) for one in _TOLD if added.get(one)]
    numbers = [added[one] for one in _TOLD if added.get(one)]
    return listed(grouped(one, count, words) for one, count in zip(told, numbers, strict=True))


def grouped(sentence: str, count: int, words: Words) -> str:
    """Write the number in a sentence as the language writes long ones: 1204 becomes 1,204."""
    return sentence.replace(str(count), words.number(count), 1)


def _told(table: str, n: int) -> str:
    tr = QCoreApplication.translate
    match table:
        case "client":
            return tr("BringIn", "%n client(s)", None, n)
        case "purchase":
            return tr("BringIn", "%n receipt(s)", None, n)
        case "purchase_line":
            return tr("BringIn", "%n piece(s) sold", None, n)
        case "note":
            return tr("BringIn", "%n note(s)", None, n)
        case "key_date":
            return tr("BringIn", "%n key date(s)", None, n)
        case _:
            return tr("BringIn", "%n piece(s) of the catalogue", None, n)


_EXTRACTED = (
    QT_TRANSLATE_NOOP("BringIn", "certain"),
    QT_TRANSLATE_NOOP("BringIn", "likely"),
    QT_TRANSLATE_NOOP("BringIn", "a guess"),
    *_REASONS,
)
