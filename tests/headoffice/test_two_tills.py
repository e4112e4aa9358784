"""Two real books sync through a real server: a process, a port, TLS, signatures."""

from clienteling.sync.engine import Done
from tests.factories import a_client, a_house
from tests.headoffice.conftest import Books
from tests.headoffice.servers import Server
from tests.sync.tills import whole_book


def test_what_one_till_writes_another_reads(server: Server, books: Books) -> None:
    one, two = books.till("reads-one"), books.till("reads-two")
    lines = {}
    for name in ("reads-one", "reads-two"):
        server.enrol(name)
        lines[name] = server.transport(name)
    house = a_house(one.store)
    client = a_client(one.store, house)
    first = one.sync(lines["reads-one"])
    assert isinstance(first, Done)
    assert first.sent > 0
    assert isinstance(two.sync(lines["reads-two"]), Done)
    assert two.rows("SELECT count(*) FROM client WHERE id = ?", bytes.fromhex(client)) == [(1,)]
    assert isinstance(one.sync(lines["reads-one"]), Done)
    assert whole_book(one) == whole_book(two)
    again = one.sync(lines["reads-one"])
    assert again == Done()
    for line in lines.values():
        line.close()
