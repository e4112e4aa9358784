"""What a till asks of a line to head office beyond the words of sync: to be let in, and orders."""

from dataclasses import dataclass
from typing import Protocol

from clienteling.sync.blobs import BlobTransport
from clienteling.sync.engine import Transport


@dataclass(frozen=True, slots=True)
class Joining:
    """A till that asks to be let in.

    Args:
        address: Where head office is, or the whole invitation it showed.
        code: The one-time code it showed; empty where the invitation holds it.
        ca_pem: The certificate it is known by; None fetches the one that the invitation names, or
            trusts what this computer trusts where it names none.
        private_key: The till's own key; only what it signs leaves the till.
        till: What the till calls itself.
        name: What people call it.
    """

    address: str
    code: str
    ca_pem: str | None
    private_key: bytes
    till: str
    name: str


@dataclass(frozen=True, slots=True)
class Joined:
    """What head office answered.

    Args:
        address: Where it is.
        ca_pem: The certificate it is known by from now on.
        scopes: What the till is granted; those that it writes for come before others.
        number: Six figures that two people compare; empty where it is let in already.
        office_key: Head office's own key, in hex, by which its orders are known.
    """

    address: str
    ca_pem: str | None
    scopes: tuple[str, ...]
    number: str
    office_key: str


class Order(Protocol):
    """Head office's order to erase the book of one till; see ``sync.signing.order_words``."""

    @property
    def till(self) -> str:
        """Whose book."""
        ...

    @property
    def at(self) -> int:
        """When it was given, in milliseconds."""
        ...

    @property
    def signature(self) -> str:
        """Head office's own, in hex."""
        ...


class Line(Transport, Protocol):
    """A line that is open.

    Args:
        waiting: How many changes wait on this till; told to head office with what is asked next.
    """

    waiting: int | None

    @property
    def clock_off_seconds(self) -> int | None:
        """How far this computer's clock is ahead, as the last answer told; None before one."""
        ...

    @property
    def order(self) -> Order | None:
        """The order that came with a refusal; None where none came."""
        ...

    @property
    def blobs(self) -> BlobTransport | None:
        """The line for pictures and papers; None where it has none."""
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
        """Open a line as a till that has joined."""
        ...
