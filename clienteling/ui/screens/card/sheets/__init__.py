"""The card's sheets, by the name under which the card asks for them."""

from clienteling.ui.screens.card.sheets.client import ClientSheet
from clienteling.ui.screens.card.sheets.consent import ConsentSheet
from clienteling.ui.screens.card.sheets.dates import DatesSheet
from clienteling.ui.screens.card.sheets.household import HouseholdSheet
from clienteling.ui.screens.card.sheets.preferences import PreferencesSheet
from clienteling.ui.screens.card.sheets.reach import AddressesSheet, ReachSheet
from clienteling.ui.screens.card.sheets.sizes import SizesSheet
from clienteling.ui.screens.card.sheets.wish import WishSheet
from clienteling.ui.sheet import Sheet

SHEETS: dict[str, type[Sheet]] = {
    "client": ClientSheet,
    "consent": ConsentSheet,
    "dates": DatesSheet,
    "household": HouseholdSheet,
    "preferences": PreferencesSheet,
    "reach": ReachSheet,
    "addresses": AddressesSheet,
    "sizes": SizesSheet,
    "wish": WishSheet,
}
