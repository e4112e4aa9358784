"""The closed sets that a screen hands to a use-case, under one door.

Screens speak rows and commands and never import the tables (docs/architecture.md); the words of a
command, such as "refused", are the tables' own.
"""

from clienteling.domain.names import NameOrder
from clienteling.models.client import (
    AddressLabel,
    ContactKind,
    ContactOwner,
    RelationshipKind,
)
from clienteling.models.knowledge import (
    ConsentChannel,
    ConsentDecision,
    ConsentMethod,
    ConsentPurpose,
    InteractionChannel,
    KeyDateKind,
    Polarity,
    PreferenceTarget,
    Visibility,
)
from clienteling.models.purchase import WishKind

__all__ = [
    "AddressLabel",
    "ConsentChannel",
    "ConsentDecision",
    "ConsentMethod",
    "ConsentPurpose",
    "ContactKind",
    "ContactOwner",
    "InteractionChannel",
    "KeyDateKind",
    "NameOrder",
    "Polarity",
    "PreferenceTarget",
    "RelationshipKind",
    "Visibility",
    "WishKind",
]
