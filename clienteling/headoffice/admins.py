"""The people who administer head office: invited with a one-time code, in with two factors.

A passphrase is kept as an argon2id hash, the secret of the second factor under a key that is not
in the database, a code as its hash. Whoever is unknown is answered as, and as slowly as, whoever
is known and wrong. Sources: RFC 9106 (second choice), RFC 6238, NIST SP 800-63B §3.2.2.
"""

import base64
import hashlib
import hmac
import os
import unicodedata
from dataclasses import dataclass

from clienteling.domain.clock import Clock
from clienteling.domain.errors import NotFoundError, UserError
from clienteling.headoffice.dialect import Database, Transaction, again
from clienteling.headoffice.factors import MOST_PASSPHRASE, Cost, Factors, mark_of
from clienteling.headoffice.ledger import SHUT, Ledger
from clienteling.models.types import to_milliseconds
from clienteling.sync.invitation import new_code, plain_code

INVITED_MILLISECONDS = 24 * 60 * 60_000
LEAST_PASSPHRASE = 12

_TRIES_A_MINUTE, _MOST_FAILED = 5, 100
_MINUTE = 60_000
_MOST_NAME = 60


@dataclass(frozen=True, slots=True)
class AdminRow:
    """An administrator.

    Args:
        name: As it is compared.
        shown: As it was written.
        seen_at: When signed in last, in milliseconds; 0 for never.
        invited_until: Until when a code waits to be used, in milliseconds; 0 where none does.
        is_closed: Too many tries failed; only a new code opens the door again.
    """

    name: str
    shown: str
    seen_at: int
    invited_until: int
    is_closed: bool


class Admins:
    """Who may administer head office.

    Args:
        database: Head office's own.
        clock: Ends codes, tells the second factor's time.
        seal: Head office's own secret, the same on each of its servers.
        ledger: Told of ways in that are gone, so that no restore opens them again.
        cost: Of one guess.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        seal: bytes,
        ledger: Ledger,
        cost: Cost | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._ledger = ledger
        self._factors = Factors(seal, cost or Cost())

    @again
    def invite(self, shown: str) -> str:
        """Make a code with which a person sets up the way in; what that person had is gone.

        Raises:
            UserError: this is no name.
        """
        written, name = _written(shown), folded(shown)
        if not 0 < len(written) <= _MOST_NAME or not written.isprintable():
            raise UserError("A name has one to sixty letters.", field="name")
        code, secret = new_code(), base64.b32encode(os.urandom(20)).decode()
        until = self._now() + INVITED_MILLISECONDS
        with self._database.write() as transaction:
            self._shut(transaction, name)
            transaction.run(
                "INSERT INTO admin_person (name, shown, passphrase, secret, step, invited,"
                " invited_until, seen_at, tried_from, tries, failed)"
                " VALUES (?, ?, '', ?, 0, ?, ?, 0, 0, 0, 0) ON CONFLICT (name) DO UPDATE SET"
                " shown = excluded.shown, passphrase = '', secret = excluded.secret, step = 0,"
                " invited = excluded.invited, invited_until = excluded.invited_until, tries = 0,"
                " failed = 0",
                (
                    name,
                    written,
                    self._factors.hidden(name, secret),
                    _hashed(plain_code(code)),
                    until,
                ),
            )
        return code

    @again
    def invited(self, shown: str, code: str) -> str | None:
        """Return the secret of the second factor for whoever holds the code."""
        name = folded(shown)
        with self._database.write() as transaction:
            return self._secret_for(transaction, name, code)

    @again
    def begin(self, shown: str, code: str, passphrase: str, digits: str) -> str | None:
        """Set up a person's way in; return the name, or None where the code does not hold.

        Raises:
            UserError: the passphrase is short, or the digits are not those of the second factor.
        """
        name = folded(shown)
        if not LEAST_PASSPHRASE <= len(passphrase) <= MOST_PASSPHRASE:
            raise UserError("Twelve signs at least.", field="passphrase")
        with self._database.write() as transaction:
            secret = self._secret_for(transaction, name, code)
            if secret is None:
                return None
            step = self._factors.step_of(secret, digits, 0, self._now())
        if step is None:
            # What was tried is counted: the transaction above is kept.
            raise UserError("These digits are not of this secret and this time.", field="digits")
        hashed = self._factors.hashed(passphrase)
        with self._database.write() as transaction:
            kept = transaction.all(
                "UPDATE admin_person SET passphrase = ?, step = ?, invited = '',"
                " invited_until = 0, tries = 0, failed = 0, seen_at = ?"
                " WHERE name = ? AND invited = ? RETURNING shown",
                (hashed, step, self._now(), name, _hashed(plain_code(code))),
            )
        return str(kept[0][0]) if kept else None

    @again
    def let_in(self, shown: str, passphrase: str, digits: str) -> str | None:
        """Return the name of whoever shows both factors; None for everybody else alike."""
        name = folded(shown)
        with self._database.write() as transaction:
            found = self._tried(transaction, name)
        hashed, hidden, last = found or ("", "", 0)
        is_known = self._factors.is_passphrase(passphrase, hashed)
        step = (
            self._factors.step_of(self._factors.plain(name, hidden), digits, last, self._now())
            if is_known
            else None
        )
        if step is None:
            return None
        with self._database.write() as transaction:
            kept = transaction.all(
                "UPDATE admin_person SET step = ?, tries = 0, failed = 0, seen_at = ?"
                " WHERE name = ? AND step < ? AND passphrase = ? RETURNING shown",
                (step, self._now(), name, step, hashed),
            )
        return str(kept[0][0]) if kept else None

    @again
    def close(self, shown: str) -> None:
        """Let a person in no more.

        Raises:
            NotFoundError: nobody is called that.
            UserError: nobody else could get in.
        """
        name = folded(shown)
        with self._database.write() as transaction:
            others = transaction.all(
                "SELECT count(*) FROM admin_person WHERE name <> ? AND passphrase <> ''", (name,)
            )
            if not others[0][0]:
                raise UserError("Nobody else could administer head office.", field="name")
            self._shut(transaction, name)
            gone = transaction.all(
                "DELETE FROM admin_person WHERE name = ? RETURNING name", (name,)
            )
            if not gone:
                raise NotFoundError("Nobody of the name {name} is known here.", name=shown)

    def everyone(self) -> list[AdminRow]:
        """Return every administrator, by name."""
        now = self._now()
        with self._database.read() as transaction:
            found = transaction.all(
                "SELECT name, shown, seen_at, invited_until, failed FROM admin_person"
                " ORDER BY name"
            )
        return [
            AdminRow(name, shown, seen_at, until if until > now else 0, failed >= _MOST_FAILED)
            for name, shown, seen_at, until, failed in found
        ]

    def _shut(self, transaction: Transaction, name: str) -> None:
        """End a person's visits and way in, also for every backup that knows it."""
        transaction.run("DELETE FROM admin_visit WHERE person = ?", (name,))
        found = transaction.all("SELECT passphrase FROM admin_person WHERE name = ?", (name,))
        for (passphrase,) in found:
            if passphrase:
                self._ledger.note(SHUT, mark_of(passphrase))

    def _secret_for(self, transaction: Transaction, name: str, code: str) -> str | None:
        self._tried(transaction, name)
        found = transaction.all(
            "SELECT invited, invited_until, secret, tries FROM admin_person WHERE name = ?",
            (name,),
        )
        if not found or found[0][1] <= self._now() or found[0][3] > _TRIES_A_MINUTE:
            return None
        same = hmac.compare_digest(found[0][0], _hashed(plain_code(code)))
        return self._factors.plain(name, found[0][2]) if same else None

    def _tried(self, transaction: Transaction, name: str) -> tuple[str, str, int] | None:
        """Count a try before it is judged; return nothing where there were too many."""
        now = self._now()
        found = transaction.all(
            "UPDATE admin_person SET failed = failed + 1,"
            " tries = CASE WHEN tried_from < ? THEN 1 ELSE tries + 1 END,"
            " tried_from = CASE WHEN tried_from < ? THEN ? ELSE tried_from END"
            " WHERE name = ? RETURNING passphrase, secret, step, tries, failed",
            (now - _MINUTE, now - _MINUTE, now, name),
        )
        if not found:
            return None
        passphrase, secret, step, tries, failed = found[0]
        is_heard = tries <= _TRIES_A_MINUTE and failed <= _MOST_FAILED
        return (passphrase, secret, step) if is_heard else None

    def _now(self) -> int:
        return to_milliseconds(self._clock.now())


def folded(shown: str) -> str:
    """Return a name as names are compared."""
    return _written(shown).casefold()


def _written(shown: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", shown).split())


def _hashed(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
