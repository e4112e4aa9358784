"""What the list of clients calls its filters, its orders and its empty states."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from clienteling.queries.client_list import ListFilter, ListSort

#: The orders a person may choose, as the menu offers them; who matters most is never shown.
ORDERS = (ListSort.LAST_SEEN, ListSort.NAME, ListSort.NEXT_DATE, ListSort.TWELVE_MONTHS)


@dataclass(frozen=True, slots=True)
class Empty:
    """What stands in the place of a list without clients."""

    icon: str
    title: str
    words: str
    act: str


def filter_word(wanted: ListFilter, circle: str) -> str:
    """Return the chip's word; the highlighted circle is called as the house calls it."""
    translate = QCoreApplication.translate
    return {
        ListFilter.EVERYONE: translate("Clients", "Everyone"),
        ListFilter.KEY_DATE_THIS_WEEK: translate("Clients", "Key date this week"),
        ListFilter.NOT_SEEN_90_DAYS: translate("Clients", "Not seen in 90 days"),
        ListFilter.CIRCLE_HIGHLIGHTED: circle or translate("Clients", "First circle"),
        ListFilter.WISH_IN_STOCK: translate("Clients", "Wish now in stock"),
        ListFilter.CONSENT_TO_RENEW: translate("Clients", "Consent to renew"),
    }[wanted]


def sort_word(order: ListSort) -> str:
    """Return how the list is sorted, as the words at its right say."""
    translate = QCoreApplication.translate
    return {
        ListSort.LAST_SEEN: translate("Clients", "Sorted by last seen"),
        ListSort.NAME: translate("Clients", "Sorted by name"),
        ListSort.TWELVE_MONTHS: translate("Clients", "Sorted by twelve months"),
        ListSort.NEXT_DATE: translate("Clients", "Sorted by next date"),
    }[order]


def sort_choice(order: ListSort) -> str:
    """Return an order's word in the menu."""
    translate = QCoreApplication.translate
    return {
        ListSort.LAST_SEEN: translate("Clients", "Last seen"),
        ListSort.NAME: translate("Clients", "Name"),
        ListSort.TWELVE_MONTHS: translate("Clients", "Twelve months"),
        ListSort.NEXT_DATE: translate("Clients", "Next date"),
    }[order]


def empty_words(wanted: ListFilter, circle: str, *, mine: bool, is_book_empty: bool) -> Empty:
    """Return what to say where a list holds nobody, and the one way on."""
    translate = QCoreApplication.translate
    if is_book_empty:
        return Empty(
            "address-book",
            translate("Clients", "No clients yet"),
            translate("Clients", "Begin with one, or bring in a file of clients under Settings."),
            translate("Clients", "New client"),
        )
    show_all = (
        translate("Clients", "Show all my clients")
        if mine
        else translate("Clients", "Show everyone")
    )
    if wanted is ListFilter.EVERYONE:
        return Empty(
            "users",
            translate("Clients", "Nobody is in your care yet"),
            translate(
                "Clients", "Whoever you add is in your care; a card can be given to you as well."
            ),
            translate("Clients", "Show the whole boutique"),
        )
    icon, title, words = {
        ListFilter.KEY_DATE_THIS_WEEK: (
            "cake",
            translate("Clients", "No key date in the next seven days"),
            translate("Clients", "Days to remember are noted on each card."),
        ),
        ListFilter.NOT_SEEN_90_DAYS: (
            "clock",
            translate("Clients", "Everyone was seen in the last 90 days"),
            translate("Clients", "A purchase, a visit, an event and a video call count."),
        ),
        ListFilter.CIRCLE_HIGHLIGHTED: (
            "diamond",
            translate("Clients", "Nobody is in {circle} yet").format(
                circle=circle or translate("Clients", "the first circle")
            ),
            translate("Clients", "The circle is chosen on the card."),
        ),
        ListFilter.WISH_IN_STOCK: (
            "heart",
            translate("Clients", "No wish has come in yet"),
            translate(
                "Clients", "Clients stand here when a wished piece is in stock in their size."
            ),
        ),
        ListFilter.CONSENT_TO_RENEW: (
            "signature",
            translate("Clients", "No consent to renew"),
            translate("Clients", "Consent is asked for again after two years."),
        ),
    }[wanted]
    return Empty(icon, title, words, show_all)
