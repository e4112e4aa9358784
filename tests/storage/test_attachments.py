"""Attachments: the bytes come back whole or not at all, and stand encrypted."""

import os
from pathlib import Path

import pytest

from clienteling.domain.errors import KnownError, NotFoundError
from clienteling.storage.attachments import CHUNK_BYTES, Attachments, _seal, _unseal
from clienteling.storage.open import OpenedBook


@pytest.fixture
def attachments(opened: OpenedBook) -> Attachments:
    return opened.attachments()


def _files(opened: OpenedBook) -> list[Path]:
    folder = opened.book.path.with_name("client.book.attachments")
    return sorted(path for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, 2 * CHUNK_BYTES + 5])
def test_bytes_of_any_length_come_back(attachments: Attachments, size: int) -> None:
    data = os.urandom(size)
    facts = attachments.put(data, "application/pdf")
    assert (facts.size_bytes, facts.mime) == (size, "application/pdf")
    assert attachments.get(facts.sha256) == data


def test_the_same_content_stands_once_and_names_tell_nothing(
    opened: OpenedBook, attachments: Attachments
) -> None:
    first, second = attachments.put(b"a letter", "a/b"), attachments.put(b"a letter", "a/b")
    assert first == second
    (file,) = _files(opened)
    assert first.sha256 not in str(file)
    assert b"a letter" not in file.read_bytes()


def test_what_is_not_here_is_told(attachments: Attachments) -> None:
    assert not attachments.exists("00" * 32)
    with pytest.raises(NotFoundError, match="not on this till"):
        attachments.get("00" * 32)


def test_a_changed_file_is_told_and_not_shown(
    opened: OpenedBook, attachments: Attachments
) -> None:
    facts = attachments.put(os.urandom(3000), "image/jpeg")
    (file,) = _files(opened)
    whole = file.read_bytes()
    for changed in (b"", whole[:-1], whole[:30], whole + b"x", whole[:40] + b"\0" + whole[41:]):
        file.write_bytes(changed)
        with pytest.raises(KnownError, match="damaged"):
            attachments.get(facts.sha256)


def test_a_damaged_file_is_mended_when_its_content_comes_again(
    opened: OpenedBook, attachments: Attachments
) -> None:
    facts = attachments.put(b"a letter", "text/plain")
    _files(opened)[0].write_bytes(b"torn")
    attachments.put(b"a letter", "text/plain")
    assert attachments.get(facts.sha256) == b"a letter"


def test_chunks_cannot_be_dropped_or_swapped() -> None:
    key, data = bytes(32), os.urandom(3 * CHUNK_BYTES)
    sealed = _seal(data, key)
    head, step = sealed[:20], CHUNK_BYTES + 16
    one, two, three = (sealed[20 + n * step : 20 + (n + 1) * step] for n in range(3))
    assert _unseal(sealed, key) == data
    for others in ((one, two), (two, one, three), (one, three), (one, one, three), ()):
        assert _unseal(head + b"".join(others), key) is None
    assert _unseal(sealed, bytes([1]) * 32) is None


def test_removing_takes_what_was_made_from_it_along(
    opened: OpenedBook, attachments: Attachments
) -> None:
    facts = attachments.put(b"a picture", "image/jpeg")
    attachments.put_made(facts.sha256, "96", b"a thumbnail")
    assert attachments.get_made(facts.sha256, "96") == b"a thumbnail"
    assert len(_files(opened)) == 2
    attachments.remove(facts.sha256)
    assert _files(opened) == []
    assert attachments.get_made(facts.sha256, "96") is None


def test_another_books_key_reads_nothing(
    opened: OpenedBook, attachments: Attachments, tmp_path: Path
) -> None:
    from clienteling.storage.vault import make_vault
    from tests.books import KEYS

    facts = attachments.put(b"a picture", "image/jpeg")
    stranger = make_vault(tmp_path / "other.book", KEYS)
    folder = opened.book.path.with_name("client.book.attachments")
    assert not Attachments(folder, stranger).exists(facts.sha256)
