"""The mapped classes: every table of the book, and what of it travels to head office."""

from clienteling.models import catalogue, client, house, knowledge, lookbook, purchase, till
from clienteling.models.base import Base
from clienteling.models.synced import Synced

#: Every synced table, parents before children.
SYNCED: tuple[type[Synced], ...] = (
    house.House,
    house.Store,
    house.Staff,
    house.Circle,
    catalogue.Attachment,
    catalogue.Product,
    catalogue.Variant,
    catalogue.ProductPrice,
    catalogue.ProductPicture,
    catalogue.ProductRelation,
    catalogue.Stock,
    client.Client,
    client.Card,
    client.ContactPoint,
    client.Address,
    client.Relationship,
    client.Household,
    client.HouseholdMember,
    client.Assignment,
    knowledge.Preference,
    knowledge.SizeProfile,
    knowledge.KeyDate,
    knowledge.Note,
    knowledge.Interaction,
    knowledge.ClientFlag,
    knowledge.ConsentEvent,
    purchase.Purchase,
    purchase.PurchaseLine,
    purchase.PurchaseStaff,
    purchase.Wish,
    purchase.OwnedPiece,
    lookbook.Lookbook,
    lookbook.LookPage,
    lookbook.LookItem,
    lookbook.LookbookIssue,
)

__all__ = ["SYNCED", "Base", "Synced", "catalogue", "client", "house", "knowledge", "lookbook"]
__all__ += ["purchase", "till"]
