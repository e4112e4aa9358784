"""A small house for tests: one boutique, two people, one circle, a few pieces; one call each."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from clienteling.domain.ids import Id
from clienteling.models.catalogue import Product, ProductStatus, Stock, Variant
from clienteling.models.house import Circle, House, Staff, StaffRole
from clienteling.models.house import Store as Boutique
from clienteling.services import clients, rows
from clienteling.storage.store import Store

TODAY = date(2026, 3, 12)


@dataclass(frozen=True, slots=True)
class SmallHouse:
    """The ids of a small house."""

    store: Id
    camille: Id
    kenji: Id
    circle: Id
    coat: Id
    coat_40: Id
    bag: Id
    bag_one: Id


def a_house(store: Store) -> SmallHouse:
    """Put a small house into the book."""
    with store.write(why="House made") as session:
        rows.put(session, House, name="Séverac", currency="EUR")
        boutique = rows.put(
            session, Boutique, code="PAR1", name="Faubourg Saint-Honoré", city="Paris",
            country="FR", time_zone="Europe/Paris", currency="EUR", locale="fr-FR",
        )  # fmt: skip
        session.flush()
        staff = [
            rows.put(
                session, Staff, store_id=boutique.id, given_name=given, family_name=family,
                role=role, active=True,
            )
            for given, family, role in (
                ("Camille", "Roux", StaffRole.ASSOCIATE), ("Kenji", "Mori", StaffRole.TAILOR),
            )
        ]  # fmt: skip
        circle = rows.put(
            session, Circle, code="haute", name="Haute Clientèle", rank=1, highlighted=True
        )
        coat, coat_40 = a_piece(session, boutique.id, "3041-C", "Ondine coat", "outerwear", "40")
        bag, bag_one = a_piece(session, boutique.id, "1180-B", "Arpège bag", "bag", None)
        return SmallHouse(
            boutique.id, staff[0].id, staff[1].id, circle.id, coat, coat_40, bag, bag_one
        )


def a_piece(
    session: Session, store_id: Id, style: str, name: str, category: str, size: str | None
) -> tuple[Id, Id]:
    """Put a piece with one size and two of it on the rail; return the ids of both."""
    product = rows.put(
        session, Product, style_no=style, name=name, category=category, price_minor=420_000,
        currency="EUR", status=ProductStatus.ACTIVE,
    )  # fmt: skip
    session.flush()
    variant = rows.put(
        session, Variant, product_id=product.id, sku=f"{style}-{size or ''}",
        size_system="IT" if size else None, size_label=size,
    )  # fmt: skip
    session.flush()
    rows.put(
        session, Stock, store_id=store_id, variant_id=variant.id, on_hand=2,
        as_of=session.info["moment"],
    )  # fmt: skip
    session.flush()
    return product.id, variant.id


def a_client(store: Store, house: SmallHouse, **values: Any) -> Id:
    """Put a client into the book, in Camille's care."""
    named = {"given_name": "Beatrice", "family_name": "Altieri", **values}
    with store.write(why="Client added", who=house.camille) as session:
        return clients.new_client(
            session, store_id=house.store, staff_id=house.camille, today=TODAY, values=named
        )
