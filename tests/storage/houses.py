"""A few rows to write and look for, in the tests of the book's safety."""

from clienteling.models.house import House
from clienteling.storage.book import Book, rows
from clienteling.storage.store import Store


def add(store: Store, *names: str) -> None:
    """Write houses of these names, each as an act of its own."""
    for name in names:
        with store.write(why="House made") as session:
            session.add(House(name=name, currency="EUR"))


def names(book: Book) -> list[str]:
    """Return the names of all houses in the book."""
    with book.reading() as connection:
        return [row[0] for row in rows(connection, "SELECT name FROM house ORDER BY name")]
