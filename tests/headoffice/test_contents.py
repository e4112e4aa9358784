"""Attachments over the line: in pieces, resumed, checked, and only for whom a row shows them to."""

import hashlib
import os
import random
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from clienteling.services import pictures
from clienteling.storage.attachments import Attachments
from clienteling.storage.keys import DataKeys, KeyPlace
from clienteling.sync.blobs import PIECE_BYTES, Carrier, Stand, Standing
from clienteling.sync.engine import Done
from clienteling.sync.http import HttpTransport
from clienteling.sync.http_blobs import HttpBlobs
from tests.factories import a_client, a_house
from tests.headoffice.conftest import Books
from tests.headoffice.servers import Server
from tests.sync.tills import TestTill

NOWHERE = "0" * 64


@dataclass(frozen=True, slots=True)
class End:
    """A till with its files and its line."""

    till: TestTill
    files: Attachments
    carrier: Carrier
    line: HttpTransport
    blobs: HttpBlobs


@pytest.fixture
def data() -> bytes:
    """A picture in two pieces; contents are one for all tills, so each test has its own."""
    return os.urandom(PIECE_BYTES + 100_000)


@pytest.fixture
def ends(server: Server, books: Books, tmp_path: Path, data: bytes) -> Iterator[list[End]]:
    """Two tills of one boutique; a client of the first has a portrait that only it has."""
    made = []
    for _ in range(2):
        name = f"till-{secrets.token_hex(8)}"
        line = server.enrolled(name)
        till = books.till(name)
        keys = DataKeys(os.urandom(32), KeyPlace(in_keyring=False, words=""))
        files = Attachments(tmp_path / name, keys)
        carrier = Carrier(till.till, files, random.Random(1))
        made.append(End(till, files, carrier, line, HttpBlobs(line)))
    one, two = made
    client = a_client(one.till.store, a_house(one.till.store))
    facts = one.files.put(data, "image/jpeg")
    with one.till.store.write(why="Portrait") as session:
        row = pictures.keep_attachment(session, facts=facts)
        pictures.set_portrait(session, client_id=client, attachment_id=row)
    assert isinstance(one.till.sync(one.line), Done)
    assert isinstance(two.till.sync(two.line), Done)
    yield made
    for end in made:
        end.line.close()


def test_a_portrait_reaches_the_other_till_over_the_line(ends: list[End], data: bytes) -> None:
    one, two = ends
    # Portraits of the other tests' clients are fetched besides.
    assert one.carrier.carry(one.blobs).sent == 1
    assert two.carrier.carry(two.blobs).trouble is None
    assert two.files.get(hashlib.sha256(data).hexdigest()) == data


def test_each_question_has_its_answer(server: Server, ends: list[End], data: bytes) -> None:
    one, two = (end.blobs for end in ends)
    size, sha256 = len(data), hashlib.sha256(data).hexdigest()
    first, rest = data[:PIECE_BYTES], data[PIECE_BYTES:]
    halfway, here = Stand(Standing.AWAITED, PIECE_BYTES), Stand(Standing.HERE, size)
    assert one.stand(NOWHERE) == Stand(Standing.REFUSED)
    assert one.send(NOWHERE, 0, 5, b"12345") == Stand(Standing.REFUSED)
    assert one.send(sha256, 0, size + 1, b"12345") == Stand(Standing.REFUSED)
    assert sha256 in one.wanted()
    assert one.stand(sha256) == Stand(Standing.AWAITED, 0)
    assert two.fetch(sha256, 0, 9) == Stand(Standing.AWAITED, 0)
    assert one.send(sha256, 0, size, bytes(PIECE_BYTES)) == halfway
    assert one.send(sha256, PIECE_BYTES, size, rest) == Stand(Standing.CORRUPT)
    assert one.send(sha256, 0, size, first) == halfway
    assert one.stand(sha256) == halfway
    assert one.send(sha256, PIECE_BYTES, size, rest) == here
    assert two.stand(sha256) == here
    assert two.fetch(sha256, 5, 9) == data[5:14]
    assert two.fetch(sha256, PIECE_BYTES, PIECE_BYTES) == rest
    assert two.fetch(sha256, size, 9) == b""
    assert sha256 not in two.wanted()
    milan = server.enrolled(f"milan-{secrets.token_hex(8)}", "b:MIL1")
    assert HttpBlobs(milan).stand(sha256) == Stand(Standing.REFUSED)
    assert HttpBlobs(milan).fetch(sha256, 0, 9) == Stand(Standing.REFUSED)
    milan.close()


@pytest.mark.parametrize(
    ("method", "target", "headers", "status"),
    [
        ("GET", f"/v1/blobs/{NOWHERE}", {"range": "bytes=9-"}, 416),
        ("GET", f"/v1/blobs/{NOWHERE}", {"range": "lines=1-2"}, 416),
        ("GET", f"/v1/blobs/{NOWHERE}", {"range": "bytes=5-1"}, 404),
        ("GET", "/v1/blobs/..%2f..%2fkeys%2fdata.key", {}, 404),
        ("GET", "/v1/blobs/' OR 1=1 --", {}, 404),
        ("PUT", f"/v1/blobs/{NOWHERE}", {}, 400),
        ("PUT", f"/v1/blobs/{NOWHERE}", {"upload-offset": "-1", "upload-length": "5"}, 400),
        ("PUT", f"/v1/blobs/{NOWHERE}", {"upload-offset": "9" * 40, "upload-length": "5"}, 400),
        ("DELETE", f"/v1/blobs/{NOWHERE}", {}, 405),
    ],
)
def test_what_makes_no_sense_is_refused(
    speaks: HttpTransport, method: str, target: str, headers: dict[str, str], status: int
) -> None:
    target = target.replace(" ", "%20").replace("'", "%27")
    assert speaks.request(method, target, b"", headers).status == status
