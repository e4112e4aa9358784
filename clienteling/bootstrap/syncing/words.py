"""The words of the boutique for what travels: kinds of records, and what they consist of."""

from collections.abc import Mapping
from functools import cache

from clienteling.domain.sentences import Sentence, sentence

#: The field that says that a record was taken away.
REMOVED = "deleted_at"


@cache
def kind_words() -> Mapping[str, Sentence]:
    """Return what a record of each table is called."""
    return {
        "house": sentence("House"),
        "store": sentence("Boutique"),
        "staff": sentence("Colleague"),
        "circle": sentence("Circle"),
        "attachment": sentence("Picture"),
        "product": sentence("Piece"),
        "variant": sentence("Size of a piece"),
        "product_price": sentence("Price"),
        "product_picture": sentence("Picture of a piece"),
        "product_relation": sentence("Pieces that go together"),
        "stock": sentence("Stock"),
        "client": sentence("Client"),
        "card": sentence("Card"),
        "contact_point": sentence("Number or address"),
        "address": sentence("Postal address"),
        "relationship": sentence("Tie between clients"),
        "household": sentence("Household"),
        "household_member": sentence("Place in a household"),
        "assignment": sentence("In whose care"),
        "preference": sentence("Preference"),
        "size_profile": sentence("Size"),
        "key_date": sentence("Key date"),
        "note": sentence("Note"),
        "interaction": sentence("Meeting"),
        "client_flag": sentence("Mark on the card"),
        "consent_event": sentence("Consent"),
        "lookbook": sentence("Lookbook"),
        "look_page": sentence("Page of a lookbook"),
        "look_item": sentence("Piece in a lookbook"),
        "lookbook_issue": sentence("Lookbook as it was sent"),
        "purchase": sentence("Purchase"),
        "purchase_line": sentence("Piece of a purchase"),
        "purchase_staff": sentence("Who served"),
        "wish": sentence("Wish"),
        "owned_piece": sentence("Piece she has"),
        "sync_conflict": sentence("Comparison"),
    }


def kind_word(table: str) -> Sentence:
    """Return what a record of a table is called."""
    return kind_words().get(table) or sentence("Record")


@cache
def _field_words() -> Mapping[str, Sentence]:
    return {
        REMOVED: sentence("Whether it stays in the book"),
        "client.given_name": sentence("Given name"),
        "client.family_name": sentence("Family name"),
        "client.middle_name": sentence("Middle name"),
        "client.native_name": sentence("Name in her own script"),
        "client.phonetic_name": sentence("How the name is read"),
        "client.name_order": sentence("Order of the names"),
        "client.preferred_name": sentence("Preferred name"),
        "client.pronunciation": sentence("Pronunciation"),
        "client.form_of_address": sentence("Form of address"),
        "client.company_name": sentence("Company"),
        "client.language": sentence("Language"),
        "client.languages": sentence("Languages"),
        "client.nationality": sentence("Nationality"),
        "client.circle_id": sentence("Circle"),
        "client.home_store_id": sentence("Boutique"),
        "client.relationship_status": sentence("Where we stand with her"),
        "client.portrait_id": sentence("Portrait"),
        "client.remember": sentence("To remember"),
        "client.do_not_contact": sentence("Not to be contacted"),
        "client.merged_into_id": sentence("The same person as"),
        "client.client_no": sentence("Client number"),
        "contact_point.value_raw": sentence("Number or address"),
        "contact_point.status": sentence("How far it is to be trusted"),
        "contact_point.owner": sentence("Who answers there"),
        "contact_point.is_primary": sentence("The first choice"),
        "address.lines": sentence("Postal address"),
        "address.access_note": sentence("How to find the door"),
        "address.is_primary": sentence("The first choice"),
        "preference.polarity": sentence("Likes or avoids"),
        "preference.words": sentence("What she likes or avoids"),
        "preference.detail": sentence("Details"),
        "preference.strength": sentence("How strongly"),
        "size_profile.system": sentence("Size"),
        "size_profile.fit": sentence("Fit"),
        "key_date.month": sentence("Day"),
        "key_date.gift_plan": sentence("Plan for a gift"),
        "note.body": sentence("Note"),
        "note.visibility": sentence("Who reads it"),
        "note.pinned": sentence("Pinned"),
        "relationship.secret": sentence("A secret tie"),
        "relationship.kind": sentence("What they are to each other"),
        "client_flag.reason": sentence("Reason"),
        "client_flag.until": sentence("Until"),
        "wish.status": sentence("What became of it"),
        "wish.needed_by": sentence("Needed by"),
        "wish.occasion": sentence("Occasion"),
        "lookbook.status": sentence("Draft or sent"),
        "lookbook.title": sentence("Title"),
        "lookbook.letter": sentence("Letter"),
        "assignment.staff_id": sentence("In whose care"),
        "assignment.until": sentence("Until"),
        "product.name": sentence("Name of the piece"),
        "product.price_minor": sentence("Price"),
        "purchase.net_minor": sentence("Amount"),
        "*.staff_id": sentence("Colleague"),
        "*.product_id": sentence("Piece"),
        "*.label": sentence("Label"),
        "*.kind": sentence("Kind"),
        "*.words": sentence("Words"),
        "*.note": sentence("Note"),
        "*.size_label": sentence("Size"),
        "*.since": sentence("Since"),
        "*.position": sentence("Place in the order"),
        "*.hide_from_client_id": sentence("Hidden from"),
        "*.active": sentence("In use"),
        "*.name": sentence("Name"),
    }


def field_word(table: str, field: str) -> Sentence:
    """Return what of a record a field is.

    Args:
        table: The record's table.
        field: The field, or the first of a group; empty for the whole record.
    """
    words = _field_words()
    known = words.get(field or REMOVED) or words.get(f"{table}.{field}") or words.get(f"*.{field}")
    # A field this list lacks is called by its own name, which is English and plain.
    return known or Sentence(field.removesuffix("_id").replace("_", " ").capitalize(), {})


@cache
def _value_words() -> Mapping[str, Sentence]:
    return {
        "preference.polarity.likes": sentence("Likes it"),
        "preference.polarity.dislikes": sentence("Does not like it"),
        "preference.polarity.avoid": sentence("Avoids it"),
        "preference.polarity.allergic": sentence("Is allergic to it"),
        "note.visibility.private": sentence("Only its author"),
        "note.visibility.store": sentence("The boutique"),
        "note.visibility.hq": sentence("The house"),
        "wish.status.open": sentence("Open"),
        "wish.status.offered": sentence("Offered"),
        "wish.status.bought": sentence("Bought"),
        "wish.status.dropped": sentence("Dropped"),
        "lookbook.status.draft": sentence("Draft"),
        "lookbook.status.issued": sentence("Sent"),
        "lookbook.status.reacted": sentence("Answered"),
        "contact_point.status.unverified": sentence("Not verified"),
        "contact_point.status.verified": sentence("Verified"),
        "contact_point.status.bounced": sentence("Came back"),
        "contact_point.status.wrong_person": sentence("Someone else's"),
        "contact_point.status.retired": sentence("No longer used"),
        "contact_point.owner.self": sentence("The client"),
        "contact_point.owner.assistant": sentence("Her assistant"),
        "contact_point.owner.spouse": sentence("Her spouse"),
    }


def value_word(table: str, field: str, value: str) -> str:
    """Return the word for one of a field's fixed values; the value itself where it has none."""
    known = _value_words().get(f"{table}.{field}.{value}")
    return known or value.replace("_", " ").capitalize()


def yes_no(value: object) -> Sentence:
    """Return the word for a field that is yes or no."""
    return sentence("Yes") if value else sentence("No")


def removal_word(value: object) -> Sentence:
    """Return the word for a side of whether a record stays."""
    return sentence("Stays in the book") if value is None else sentence("Taken away")
