"""A boutique to bring files into, and looks at what came of it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from clienteling.domain.clock import FakeClock
from clienteling.domain.ids import Id
from clienteling.domain.progress import Progress
from clienteling.exchange.load import ImportOptions, ImportResult, import_file
from clienteling.exchange.prepare import prepare
from clienteling.models.house import Staff, StaffRole
from clienteling.models.house import Store as Boutique

if TYPE_CHECKING:
    from clienteling.storage.store import Store


def shop(store: "Store") -> Id:
    with store.write(why="House made") as session:
        one = Boutique(
            code="PAR1", name="Rue Cambon", city="Paris", country="FR", currency="EUR",
            time_zone="Europe/Paris", locale="fr",
        )  # fmt: skip
        session.add(one)
        session.flush()
        for given, family in (("Inès", "Duval"), ("Camille", "Roy"), ("Kenji", "Mori")):
            session.add(
                Staff(
                    store_id=one.id, given_name=given, family_name=family, active=True,
                    role=StaffRole.ASSOCIATE,
                )
            )  # fmt: skip
        return one.id


def bring(
    store: "Store",
    boutique: Id,
    path: Path,
    progress: Progress | None = None,
    *,
    creates: bool = True,
    rejects: Path | None = None,
) -> ImportResult:
    with store.read() as session:
        ready = prepare(session, path=path)
    options = ImportOptions(boutique, creates_clients=creates, rejects=rejects)
    return import_file(
        store, path, ready.facts, ready.mapping, clock=FakeClock(), options=options,
        progress=progress,
    )  # fmt: skip


def ask(store: "Store", sql: str) -> list[tuple[Any, ...]]:
    with store.book.reading() as connection:
        return list(connection.execute(sql).fetchall())
