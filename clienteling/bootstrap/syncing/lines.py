"""What a till asks of a line to head office beyond the words of sync: to be let in, and orders."""

from dataclasses import dataclass
from typing import Protocol

from clienteling.domain.sentences import Sentence
from clienteling.sync.engine import LineError, Transport


@dataclass(frozen=True, slots=True)
class Joining:
    """A till that asks to be let in.

    Args:
        address: Where head office is.
        code: The one-time code it showed.
        ca_pem: The certificate it is known by; None trusts what this computer trusts.
        public_key: The till's own key.
        till: What the till calls itself until head office gives it a name; an id.
        name: What people call it.
    """

    address: str
    code: str
    ca_pem: str | None
    public_key: bytes
    till: str
    name: str


@dataclass(frozen=True, slots=True)
class Joined:
    """What head office answered: the till's id there, its scopes, and the number to compare.

    Args:
        till: The id it is known by.
        scopes: What it is granted, its own boutique's last; empty until a person has let it in.
        number: Six figures that a person compares on both screens.
        office_key: Head office's own key, by which orders are known; empty where it has none.
        name: What head office calls the till; empty where it keeps the till's own word.
    """

    till: str
    scopes: tuple[str, ...]
    number: str
    office_key: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """Head office's order to erase a book, for one till, with its signature.

    Args:
        till: Whose book.
        at: When it was given, in milliseconds.
        signature: Over the words of ``erase order``, in hex.
    """

    till: str
    at: int
    signature: str


class Line(Transport, Protocol):
    """A line that is open."""

    @property
    def clock_off_seconds(self) -> int | None:
        """How far this computer's clock is ahead, as the last answer told; None before one."""
        ...

    def order(self) -> Order | None:
        """Return the order that came with a refusal; None where none came."""
        ...

    def acknowledge(self, order: Order) -> None:
        """Say that an order was carried out; nobody waits for it."""
        ...

    def close(self) -> None:
        """Cut what is under way and keep nothing open; from any thread."""
        ...


class Lines(Protocol):
    """Makes lines to head office."""

    def join(self, asks: Joining) -> Joined:
        """Ask to be let in.

        Raises:
            LineError: no answer came.
            UserError: the code or the address does not hold.
        """
        ...

    def open(self, address: str, ca_pem: str | None, till: str, private_key: bytes) -> Line:
        """Open a line as a till that was let in."""
        ...


class NotLetInError(LineError):
    """Head office knows the till, and no person has let it in yet."""

    def __init__(self, words: Sentence) -> None:
        super().__init__(words)
