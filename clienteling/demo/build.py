"""Builds the demo house: the same for the same plan, at any size."""

from clienteling.demo.cast import put_cast
from clienteling.demo.chunk import Chunk
from clienteling.demo.house import put_house
from clienteling.demo.likenesses import put_likenesses
from clienteling.demo.lookbooks import put_lookbooks
from clienteling.demo.people import demo_client
from clienteling.demo.pieces import put_pieces
from clienteling.demo.plan import Plan
from clienteling.demo.write_clients import ClientWriter
from clienteling.domain.clock import Clock
from clienteling.domain.progress import Progress, Silent
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
            put_pieces(load, pictures.attachments, plan)
            likenesses = put_likenesses(load, pictures.attachments)
            put_cast(load, plan, likenesses)
        put_lookbooks(load, book, clock, plan)
        writer = ClientWriter(plan, likenesses)
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
