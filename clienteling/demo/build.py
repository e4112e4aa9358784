"""Builds the demo house: the same for the same plan, at any size."""

import tomllib

from clienteling.demo.cast import put_cast
from clienteling.demo.house import put_house
from clienteling.demo.people import demo_client
from clienteling.demo.pieces import put_picture, put_pieces
from clienteling.demo.plan import Plan
from clienteling.demo.write_clients import Chunk, ClientWriter
from clienteling.domain.clock import Clock
from clienteling.domain.progress import Progress, Silent
from clienteling.settings.paths import resource
from clienteling.storage.book import Book
from clienteling.storage.bulk import BulkLoad
from clienteling.storage.pictures import Pictures

_CHUNK = 2_000


def build_house(
    book: Book,
    pictures: Pictures,
    clock: Clock,
    *,
    clients: int = 250,
    seed: int = 1,
    progress: Progress | None = None,
) -> None:
    """Fill an empty book with the demo house.

    Args:
        book: A migrated book with nothing in it.
        pictures: Where pictures go.
        clock: Its day is the house's today.
        clients: How many generated clients, beside the cast.
        seed: Another seed is another world.
        progress: Told after every chunk; may cancel.

    Raises:
        Cancelled: the person stopped it; what was finished by then stays.
    """
    plan = Plan(clients, clock.today("Europe/Paris"), seed)
    watch = progress or Silent()
    load = BulkLoad(book, clock, why="The demo house")
    try:
        with load.chunk():
            put_house(load)
            put_pieces(load, pictures, plan)
            portraits = _portraits(load, pictures)
            put_cast(load, pictures, plan, _cast_portraits())
        writer = ClientWriter(plan, portraits)
        for start in range(0, clients, _CHUNK):
            watch.step(start, clients, "Meeting the clients")
            chunk = Chunk()
            for number in range(start, min(start + _CHUNK, clients)):
                writer.add(chunk, demo_client(plan, number))
            with load.chunk():
                chunk.write(load)
        watch.step(clients, clients, "Making the index")
        load.finish(watch)
    except BaseException:
        load.close()
        raise


def _portraits(load: BulkLoad, pictures: Pictures) -> dict[bool, list[bytes]]:
    shelves: dict[bool, list[bytes]] = {True: [], False: []}
    for entry in _portrait_entries():
        row = put_picture(load, pictures, "portraits", entry["file"])
        shelves[entry.get("gender") != "man"].append(row)
    return shelves


def _cast_portraits() -> list[str]:
    by_name = {str(entry.get("cast", "")): str(entry["file"]) for entry in _portrait_entries()}
    fallback = [
        str(entry["file"]) for entry in _portrait_entries() if entry.get("gender") != "man"
    ]
    wanted = ("beatrice", "jiayi", "haruka", "agnes")
    return [by_name.get(name, fallback[place]) for place, name in enumerate(wanted)]


def _portrait_entries() -> list[dict[str, str]]:
    with resource("samples", "catalogue.toml").open("rb") as file:
        return list(tomllib.load(file).get("portrait", []))
