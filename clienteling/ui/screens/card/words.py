"""The boutique's words for what the book keeps as codes: ties, days, channels, moments."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

if TYPE_CHECKING:
    from clienteling.queries.kin import Kin


def kin_word(kind: str) -> str:
    """Return what one client is to another."""
    return {
        "spouse": QCoreApplication.translate("Kin", "Spouse"),
        "partner": QCoreApplication.translate("Kin", "Partner"),
        "parent": QCoreApplication.translate("Kin", "Parent"),
        "child": QCoreApplication.translate("Kin", "Child"),
        "sibling": QCoreApplication.translate("Kin", "Brother or sister"),
        "friend": QCoreApplication.translate("Kin", "Friend"),
        "assistant": QCoreApplication.translate("Kin", "Assistant"),
        "principal": QCoreApplication.translate("Kin", "Principal"),
        "stylist": QCoreApplication.translate("Kin", "Stylist"),
        "referrer": QCoreApplication.translate("Kin", "Recommended the house"),
        "referred": QCoreApplication.translate("Kin", "Came on recommendation"),
        "buyer": QCoreApplication.translate("Kin", "Buyer"),
        "driver": QCoreApplication.translate("Kin", "Driver"),
        "guardian": QCoreApplication.translate("Kin", "Guardian"),
        "minor": QCoreApplication.translate("Kin", "Ward"),
    }.get(kind, QCoreApplication.translate("Kin", "Close"))


def date_word(kind: str) -> str:
    """Return what a day to remember is."""
    return {
        "birthday": QCoreApplication.translate("KeyDate", "Birthday"),
        "wedding": QCoreApplication.translate("KeyDate", "Wedding anniversary"),
        "anniversary_as_client": QCoreApplication.translate("KeyDate", "Day as a client"),
        "name_day": QCoreApplication.translate("KeyDate", "Name day"),
        "graduation": QCoreApplication.translate("KeyDate", "Graduation"),
        "memorial": QCoreApplication.translate("KeyDate", "Day of memory"),
        "travel": QCoreApplication.translate("KeyDate", "Journey"),
    }.get(kind, QCoreApplication.translate("KeyDate", "Day to remember"))


def date_in_row(kind: str) -> str:
    """Return a day's word as it stands inside a line: "birthday 14 Mar"."""
    return {
        "birthday": QCoreApplication.translate("KeyDateInRow", "birthday {day}"),
        "wedding": QCoreApplication.translate("KeyDateInRow", "wedding anniversary {day}"),
        "name_day": QCoreApplication.translate("KeyDateInRow", "name day {day}"),
        "graduation": QCoreApplication.translate("KeyDateInRow", "graduation {day}"),
    }.get(kind, QCoreApplication.translate("KeyDateInRow", "remember {day}"))


def channel_word(channel: str) -> str:
    """Return a way of writing or calling."""
    return {
        "phone": QCoreApplication.translate("Channel", "Phone"),
        "sms": QCoreApplication.translate("Channel", "SMS"),
        "email": QCoreApplication.translate("Channel", "Email"),
        "post": QCoreApplication.translate("Channel", "Post"),
        "whatsapp": QCoreApplication.translate("Channel", "WhatsApp"),
        "wechat": QCoreApplication.translate("Channel", "WeChat"),
        "line": QCoreApplication.translate("Channel", "LINE"),
    }.get(channel, QCoreApplication.translate("Channel", "Any way"))


def refusal_word(channel: str) -> str:
    """Return how a refused way is told."""
    return {
        "phone": QCoreApplication.translate("Channel", "No calls"),
        "sms": QCoreApplication.translate("Channel", "No SMS"),
        "email": QCoreApplication.translate("Channel", "No email"),
        "post": QCoreApplication.translate("Channel", "No post"),
        "whatsapp": QCoreApplication.translate("Channel", "No WhatsApp"),
        "wechat": QCoreApplication.translate("Channel", "No WeChat"),
        "line": QCoreApplication.translate("Channel", "No LINE"),
    }.get(channel, QCoreApplication.translate("Channel", "No marketing"))


_AT_HOME = frozenset({"spouse", "partner", "child", "parent", "sibling"})


def is_at_home(kin: "Kin") -> bool:
    """Say whether somebody is of the household."""
    return kin.kind in _AT_HOME


def is_hidden(kin: "Kin") -> bool:
    """Say whether the discreet view hides a tie: a secret one, or to a client not at home."""
    return kin.secret or not is_at_home(kin)


CHANNEL_ICONS = {
    "phone": "phone",
    "sms": "chat-text",
    "email": "envelope-simple",
    "post": "mailbox",
    "whatsapp": "whatsapp-logo",
    "wechat": "wechat-logo",
    "line": "chat-text",
    "any": "megaphone-simple",
}

MOMENT_ICONS = {
    "note": "note-pencil",
    "call": "phone",
    "message": "chat-text",
    "visit": "storefront",
    "piece": "handbag-simple",
    "return": "arrow-counter-clockwise",
    "gift": "gift",
}


def moment_word(kind: str) -> str:
    """Return what a moment of the story was, as its caption says it."""
    return {
        "note": QCoreApplication.translate("Moment", "note"),
        "call": QCoreApplication.translate("Moment", "call"),
        "message": QCoreApplication.translate("Moment", "message"),
        "visit": QCoreApplication.translate("Moment", "visit"),
        "piece": QCoreApplication.translate("Moment", "piece"),
        "return": QCoreApplication.translate("Moment", "brought back"),
        "gift": QCoreApplication.translate("Moment", "gift"),
    }[kind]


def outcome_word(outcome: str) -> str:
    """Return how a call went or why somebody came; words of other programs stay as they are."""
    return {
        "reached": QCoreApplication.translate("Outcome", "Reached"),
        "voicemail": QCoreApplication.translate("Outcome", "Left a message"),
        "no_answer": QCoreApplication.translate("Outcome", "No answer"),
        "wrong_number": QCoreApplication.translate("Outcome", "Wrong number"),
        "call_back": QCoreApplication.translate("Outcome", "To call back"),
        "declined": QCoreApplication.translate("Outcome", "Declined"),
        "new_purchase": QCoreApplication.translate("Outcome", "Came for something new"),
        "repurchase": QCoreApplication.translate("Outcome", "Came for the same again"),
        "gift": QCoreApplication.translate("Outcome", "Came for a gift"),
        "concern": QCoreApplication.translate("Outcome", "Came with a concern"),
        "alteration": QCoreApplication.translate("Outcome", "Came for an alteration"),
        "browse": QCoreApplication.translate("Outcome", "Came to look around"),
        "event": QCoreApplication.translate("Outcome", "Came to an event"),
    }.get(outcome, outcome)


def worn_word(category: str) -> str:
    """Return what is worn."""
    return {
        "outerwear": QCoreApplication.translate("Worn", "Coat"),
        "jacket": QCoreApplication.translate("Worn", "Jacket"),
        "shirt": QCoreApplication.translate("Worn", "Shirt"),
        "knit": QCoreApplication.translate("Worn", "Knit"),
        "dress": QCoreApplication.translate("Worn", "Dress"),
        "skirt": QCoreApplication.translate("Worn", "Skirt"),
        "trouser": QCoreApplication.translate("Worn", "Trousers"),
        "jeans": QCoreApplication.translate("Worn", "Jeans"),
        "underwear": QCoreApplication.translate("Worn", "Underwear"),
        "bra": QCoreApplication.translate("Worn", "Bra"),
        "shoe": QCoreApplication.translate("Worn", "Shoe"),
        "belt": QCoreApplication.translate("Worn", "Belt"),
        "hat": QCoreApplication.translate("Worn", "Hat"),
        "glove": QCoreApplication.translate("Worn", "Glove"),
        "ring": QCoreApplication.translate("Worn", "Ring"),
        "bracelet": QCoreApplication.translate("Worn", "Bracelet"),
        "collar": QCoreApplication.translate("Worn", "Collar"),
    }.get(category, category)


def contact_word(kind: str) -> str:
    """Return by what means somebody is reached."""
    return {
        "mobile": QCoreApplication.translate("Contact", "Mobile"),
        "phone": QCoreApplication.translate("Contact", "Telephone"),
        "email": QCoreApplication.translate("Contact", "Email"),
        "wechat": QCoreApplication.translate("Contact", "WeChat"),
        "wecom": QCoreApplication.translate("Contact", "WeCom"),
        "whatsapp": QCoreApplication.translate("Contact", "WhatsApp"),
        "line": QCoreApplication.translate("Contact", "LINE"),
        "kakaotalk": QCoreApplication.translate("Contact", "KakaoTalk"),
        "instagram": QCoreApplication.translate("Contact", "Instagram"),
        "telegram": QCoreApplication.translate("Contact", "Telegram"),
    }.get(kind, kind)


def owner_word(owner: str) -> str:
    """Return who answers at a contact point; nothing where the client does."""
    return {
        "assistant": QCoreApplication.translate("Contact", "the assistant’s"),
        "spouse": QCoreApplication.translate("Contact", "the spouse’s"),
    }.get(owner, "")


def address_word(label: str) -> str:
    """Return what an address is."""
    return {
        "home": QCoreApplication.translate("Address", "Home"),
        "work": QCoreApplication.translate("Address", "Work"),
        "hotel": QCoreApplication.translate("Address", "Hotel"),
        "yacht": QCoreApplication.translate("Address", "Yacht"),
        "assistant": QCoreApplication.translate("Address", "Assistant"),
        "invoice": QCoreApplication.translate("Address", "Invoices"),
    }.get(label, label)


def spoken(languages: tuple[str, ...]) -> str:
    """Write languages in their own words: "Italiano, Français"."""
    comma = QCoreApplication.translate("Card", ", ", "between languages")
    return comma.join(_own_word(one) for one in languages)


def figure_of(category: str, system: str, label: str) -> tuple[str, str]:
    """Return a size's figure and its system as they are drawn: ("37½", "EU")."""
    from clienteling.domain.sizes import (
        Size,
        SizeCategory,
        SizeSystem,
        display_size,
        fraction_words,
    )

    try:
        whole = display_size(Size(SizeCategory(category), SizeSystem(system), label))
    except ValueError:  # a house's own category or system is shown as it was written
        return label, system
    figure = fraction_words(label)
    return figure, whole.removeprefix(figure).strip()


def _own_word(code: str) -> str:
    name = (
        QLocale(code).nativeLanguageName()
        if QLocale(code).language() != QLocale.Language.C
        else ""
    )
    return name[:1].upper() + name[1:] if name else code
