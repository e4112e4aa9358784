"""Keys: kept where the person was told, never made twice, never wrong without a sentence."""

import contextlib
import json
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.clock import FakeClock
from clienteling.domain.errors import KnownError, UserError
from clienteling.storage.keys import DataKeys
from clienteling.storage.open import OpenedBook, create_book, open_book
from clienteling.storage.secret_places import (
    FilePlace,
    KeyringPlace,
    SecretPlace,
    computer_keyring,
)
from clienteling.storage.vault import (
    DeviceKeys,
    VaultError,
    key_file,
    make_vault,
    open_vault,
    vault_file,
)
from tests.books import KEYS

UNTOUCHED = "[Nn]othing (in it |in the book )?was changed"


def test_a_new_book_says_where_its_key_is_and_opens_with_it(tmp_path: Path) -> None:
    path = tmp_path / "house" / "client.book"
    made = create_book(path, clock=FakeClock(), keys=KEYS)
    made.close()
    again = open_book(path, clock=FakeClock(), keys=KEYS)
    again.close()
    assert again.keys == made.keys
    assert made.notices == (made.keys.place.words,)
    assert str(key_file(path)) in made.keys.place.words
    assert again.notices == ()


def test_every_use_has_its_own_key() -> None:
    keys = DataKeys(bytes(range(32)), None)  # type: ignore[arg-type] # the place plays no part
    of_uses = {keys.book, keys.backup, keys.attachments, keys.names, keys.data_key}
    assert [len(key) for key in of_uses] == [32] * 5


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_only_its_owner_may_read_what_stands_beside_the_book(opened: OpenedBook) -> None:
    opened.back_up()
    opened.attachments().put(b"a picture", "image/jpeg")
    folder = opened.book.path.parent
    modes = {
        str(path.relative_to(folder)): stat.S_IMODE(path.stat().st_mode)
        for path in folder.rglob("*")
    }
    wrong = {
        name: oct(mode)
        for name, mode in modes.items()
        if mode != (0o700 if (folder / name).is_dir() else 0o600)
    }
    assert len(modes) > 9
    assert wrong == {}


def test_the_vault_holds_neither_key_nor_secret(book_path: Path) -> None:
    keys, text = open_vault(book_path, KEYS), vault_file(book_path).read_bytes()
    assert key_file(book_path).read_bytes() not in text
    assert keys.data_key not in text
    assert keys.data_key.hex().encode() not in text


def test_no_second_key_is_made_for_a_book(book_path: Path) -> None:
    before = vault_file(book_path).read_bytes()
    with pytest.raises(VaultError, match="lock it for ever"):
        make_vault(book_path, KEYS)
    with pytest.raises(UserError, match="already"):
        create_book(book_path, clock=FakeClock(), keys=KEYS)
    vault_file(book_path).unlink()
    with pytest.raises(VaultError, match=UNTOUCHED):
        open_book(book_path, clock=FakeClock(), keys=KEYS)
    assert not vault_file(book_path).exists()
    vault_file(book_path).write_bytes(before)
    open_book(book_path, clock=FakeClock(), keys=KEYS).close()


def test_a_creation_that_was_cut_short_goes_on_with_its_key(tmp_path: Path) -> None:
    path = tmp_path / "client.book"
    keys = make_vault(path, KEYS)
    path.with_name("client.book.making").write_bytes(b"half a book")
    book = create_book(path, clock=FakeClock(), keys=KEYS)
    book.close()
    assert book.keys == keys


@pytest.mark.parametrize("secret", [None, bytes(32), b"short"])
def test_a_secret_that_is_gone_or_wrong_is_told_in_a_sentence(
    book_path: Path, secret: bytes | None
) -> None:
    before = book_path.read_bytes()
    key_file(book_path).unlink()
    if secret is not None:
        key_file(book_path).write_bytes(secret)
    with pytest.raises(VaultError, match=UNTOUCHED):
        open_book(book_path, clock=FakeClock(), keys=KEYS)
    assert book_path.read_bytes() == before


@given(data=st.data())
def test_no_changed_byte_of_the_vault_goes_unnoticed(
    template_book: Path, data: st.DataObject
) -> None:
    text = bytearray(vault_file(template_book).read_bytes())
    place = data.draw(st.integers(0, len(text) - 1))
    text[place] ^= data.draw(st.integers(1, 255))
    whole = open_vault(template_book, KEYS)
    with contextlib.suppress(KnownError):
        found = open_vault(template_book, KEYS, bytes(text))
        assert found == whole, "a changed vault may at most differ in white space"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"format": 2}, "newer clienteling"),
        ({"entries": []}, "damaged"),
        ({"mac": "00"}, "changed by someone"),
        (
            {"entries": [{"kind": "device-tpm", "backend": "x", "name": "y", "wrapped": ""}]},
            "newer",
        ),
    ],
)
def test_a_vault_of_another_kind_is_refused(
    book_path: Path, change: dict[str, object], words: str
) -> None:
    content = json.loads(vault_file(book_path).read_bytes()) | change
    with pytest.raises(VaultError, match=words):
        open_vault(book_path, KEYS, json.dumps(content).encode())


class _Forgetful:
    """A keyring of the kind that takes everything and keeps nothing."""

    def set_password(self, service: str, name: str, secret: str) -> None:
        """Take it."""

    def get_password(self, service: str, name: str) -> None:
        """Give nothing back."""


def test_a_keyring_that_forgets_is_not_trusted() -> None:
    place = KeyringPlace.__new__(KeyringPlace)
    place.backend, place._ring = "SecretService", _Forgetful()
    with pytest.raises(KnownError, match="does not keep"):
        place.write("name", bytes(32))


def test_only_three_keyrings_are_ever_asked(book_path: Path) -> None:
    with pytest.raises(VaultError, match="newer clienteling"):
        DeviceKeys().place_of(book_path, "device-keyring", "PlaintextKeyring")


def test_without_a_keyring_the_secret_goes_to_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    if sys.platform != "linux":
        pytest.skip("the person's own keyring is not for tests")
    assert computer_keyring() is None
    assert isinstance(DeviceKeys().new_place(tmp_path / "client.book"), FilePlace)


class _MemoryPlace:
    """A keyring of one process, to show that a book follows its vault to another place."""

    kind, backend = "device-keyring", "SecretService"

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def read(self, name: str) -> bytes | None:
        return self.kept.get(name)

    def write(self, name: str, secret: bytes) -> None:
        self.kept[name] = secret

    def forget(self, name: str) -> None:
        self.kept.pop(name, None)


class _MemoryKeys:
    def __init__(self) -> None:
        self.place = _MemoryPlace()

    def new_place(self, book: Path) -> SecretPlace:
        return self.place

    def place_of(self, book: Path, kind: str, backend: str) -> SecretPlace:
        assert (kind, backend) == ("device-keyring", "SecretService")
        return self.place


def test_a_book_whose_key_is_in_the_keyring_has_no_key_file(tmp_path: Path) -> None:
    path, keys = tmp_path / "client.book", _MemoryKeys()
    made = create_book(path, clock=FakeClock(), keys=keys)
    made.close()
    assert made.notices == ()
    assert not key_file(path).exists()
    open_book(path, clock=FakeClock(), keys=keys).close()
    keys.place.kept.clear()
    with pytest.raises(VaultError, match="not in this computer's keyring any more"):
        open_book(path, clock=FakeClock(), keys=keys)
