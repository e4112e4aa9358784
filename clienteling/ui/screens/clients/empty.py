"""What stands in the place of a list that holds nobody."""

from clienteling.ui.screens.clients.opening import Opening
from clienteling.ui.screens.clients.view_model import ClientsModel
from clienteling.ui.screens.clients.words import empty_words
from clienteling.ui.theme import Theme
from clienteling.ui.widgets import EmptyState


def empty_state(theme: Theme, model: ClientsModel, opening: Opening) -> EmptyState:
    """Make the empty state of a list, with the one way on."""
    is_book_empty = opening.everyone == 0
    empty = empty_words(
        opening.listed.filter, model.circle, mine=model.is_mine, is_book_empty=is_book_empty
    )
    return EmptyState(
        theme,
        icon=empty.icon,
        title=empty.title,
        words=empty.words,
        act=empty.act,
        act_icon="plus" if is_book_empty else None,
    )
