"""Lines to a real head office, over HTTPS; imported when the first one is opened."""

from clienteling.bootstrap.syncing.lines import Joined, Joining, Line
from clienteling.domain.clock import Clock


class HttpLines:
    """Makes lines over HTTPS.

    Args:
        clock: This computer's; only compared with head office's.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def join(self, asks: Joining) -> Joined:
        """Ask to be let in.

        Raises:
            LineError: no answer came.
            UserError: the code or the address does not hold.
            KnownError: what answers is not the head office that was meant.
        """
        from clienteling.sync.enrolling import enrol
        from clienteling.sync.invitation import Invitation, read_invitation
        from clienteling.sync.signing import TillKey

        asked = (
            Invitation(asks.address.strip().rstrip("/"), asks.code)
            if asks.code
            else read_invitation(asks.address)
        )
        found = enrol(asked, asks.till, asks.name, TillKey(asks.private_key), asks.ca_pem)
        number = "" if found.confirmed else found.digits
        return Joined(found.address, found.ca_pem, found.granted, number, found.office_key)

    def open(self, address: str, ca_pem: str | None, till: str, private_key: bytes) -> Line:
        """Open a line as a till that has joined."""
        from clienteling.sync.http import HttpTransport
        from clienteling.sync.http_blobs import HttpBlobs
        from clienteling.sync.line import Line as Wire
        from clienteling.sync.signing import TillKey

        class TillLine(HttpTransport):
            """A transport that carries pictures, too, in the same session."""

            @property
            def blobs(self) -> HttpBlobs:
                """The line for pictures and papers."""
                return HttpBlobs(self)

        return TillLine(Wire(address, ca_pem), till, TillKey(private_key), self._clock)
