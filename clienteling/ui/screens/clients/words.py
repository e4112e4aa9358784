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
    tr = QCoreApplication.translate
    return {
        ListFilter.EVERYONE: tr("Clients", "Everyone"),
        ListFilter.KEY_DATE_THIS_WEEK: tr("Clients", "Key date this week"),
        ListFilter.NOT_SEEN_90_DAYS: tr("Clients", "Not seen in 90 days"),
        ListFilter.CIRCLE_HIGHLIGHTED: circle or tr("Clients", "First circle"),
        ListFilter.WISH_IN_STOCK: tr("Clients", "Wish now in stock"),
        ListFilter.CONSENT_TO_RENEW: tr("Clients", "Consent to renew"),
    }[wanted]


def sort_word(order: ListSort) -> str:
    """Return how the list is sorted, as the words at its right say."""
    tr = QCoreApplication.translate
    return {
        ListSort.LAST_SEEN: tr("Clients", "Sorted by last seen"),
        ListSort.NAME: tr("Clients", "Sorted by name"),
        ListSort.TWELVE_MONTHS: tr("Clients", "Sorted by twelve months"),
        ListSort.NEXT_DATE: tr("Clients", "Sorted by next date"),
    }[order]


def sort_choice(order: ListSort) -> str:
    """Return an order's word in the menu."""
    tr = QCoreApplication.translate
    return {
        ListSort.LAST_SEEN: tr("Clients", "Last seen"),
        ListSort.NAME: tr("Clients", "Name"),
        ListSort.TWELVE_MONTHS: tr("Clients", "Twelve months"),
        ListSort.NEXT_DATE: tr("Clients", "Next date"),
    }[order]


def empty_words(wanted: ListFilter, circle: str, *, mine: bool, is_book_empty: bool) -> Empty:
    """Return what to say where a list holds nobody, and the one way on."""
    tr = QCoreApplication.translate
    if is_book_empty:
        return Empty(
            "address-book",
            tr("Clients", "No clients yet"),
            tr("Clients", "Begin with one, or bring in a file of clients under Settings."),
            tr("Clients", "New client"),
        )
    show_all = tr("Clients", "Show all my clients") if mine else tr("Clients", "Show everyone")
    if wanted is ListFilter.EVERYONE:
        return Empty(
            "users",
            tr("Clients", "Nobody is in your care yet"),
            tr("Clients", "Whoever you add is in your care; a card can be given to you as well."),
            tr("Clients", "Show the whole boutique"),
        )
    icon, title, words = {
        ListFilter.KEY_DATE_THIS_WEEK: (
            "cake",
            tr("Clients", "No key date in the next seven days"),
            tr("Clients", "Days to remember are noted on each card."),
        ),
        ListFilter.NOT_SEEN_90_DAYS: (
            "clock",
            tr("Clients", "Everyone was seen in the last 90 days"),
            tr("Clients", "A purchase, a visit, an event and a video call count."),
        ),
        ListFilter.CIRCLE_HIGHLIGHTED: (
            "diamond",
            tr("Clients", "Nobody is in {circle} yet").format(
                circle=circle or tr("Clients", "the first circle")
            ),
            tr("Clients", "The circle is chosen on the card."),
        ),
        ListFilter.WISH_IN_STOCK: (
            "heart",
            tr("Clients", "No wish has come in yet"),
            tr("Clients", "Clients stand here when a wished piece is in stock in their size."),
        ),
        ListFilter.CONSENT_TO_RENEW: (
            "signature",
            tr("Clients", "No consent to renew"),
            tr("Clients", "Consent is asked for again after two years."),
        ),
    }[wanted]
    return Empty(icon, title, words, show_all)
