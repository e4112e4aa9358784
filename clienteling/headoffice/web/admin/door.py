"""Coming in and going out: two factors, and the first visit of somebody who was invited."""

from clienteling.domain.errors import UserError
from clienteling.headoffice.admins import LEAST_PASSPHRASE, folded
from clienteling.headoffice.factors import MOST_PASSPHRASE
from clienteling.headoffice.web.admin import qr
from clienteling.headoffice.web.admin.calls import COOKIE, SIGN_IN, Call, with_cookie
from clienteling.headoffice.web.answers import Answer
from clienteling.headoffice.web.asking import address_of, hold_back

WELCOME = "/admin/welcome"


def show_sign_in(call: Call) -> Answer:
    """Ask for both factors; whoever is in goes on."""
    if call.visit:
        return call.go("/admin")
    return call.page("sign_in.html", ended=bool(call.asked("ended")), wrong=False, name="")


def sign_in(call: Call) -> Answer:
    """Let in whoever shows both factors."""
    _hold_back(call)
    name = call.field("name")
    person = call.room.admins.let_in(name, _secret(call, "passphrase"), call.field("digits"))
    if person is None:
        # Only the name of somebody known: a passphrase may stand in the wrong field.
        known = {one.name: one.shown for one in call.room.admins.everyone()}
        call.room.journal.note("", "not_let_in", known.get(folded(name), ""))
        return call.page("sign_in.html", 403, ended=False, wrong=True, name=name)
    return _in(call, person, "signed_in")


def sign_out(call: Call) -> Answer:
    """End the visit."""
    call.room.journal.note(call.who, "signed_out")
    call.room.visits.end(call.token)
    return with_cookie(call.go(SIGN_IN), COOKIE, "", 0)


def show_welcome(call: Call) -> Answer:
    """Ask for the code of an invitation."""
    return call.page("welcome.html", wrong=False, name=call.asked("name"))


def welcome(call: Call) -> Answer:
    """Show the second factor to whoever holds the code; then keep what was set up."""
    _hold_back(call)
    name, code = call.field("name"), call.field("code")
    if "passphrase" not in call.form:
        return _set_up(call, name, code)
    if call.form["passphrase"] != call.form.get("again"):
        return _set_up(call, name, code, "passphrase", "welcome.not_the_same")
    try:
        person = call.room.admins.begin(
            name, code, _secret(call, "passphrase"), call.field("digits")
        )
    except UserError as error:
        wrong = error.field or ""
        said = {"passphrase": "welcome.short", "digits": "welcome.digits_wrong"}[wrong]
        return _set_up(call, name, code, wrong, said)
    if person is None:
        return call.page("welcome.html", 403, wrong=True, name=name)
    return _in(call, person, "set_up")


def _set_up(call: Call, name: str, code: str, field: str = "", said: str = "") -> Answer:
    from pyotp import TOTP

    secret = call.room.admins.invited(name, code)
    if secret is None:
        return call.page("welcome.html", 403, wrong=True, name=name)
    uri = TOTP(secret).provisioning_uri(name=name, issuer_name=call.room.house)
    return call.page(
        "set_up.html",
        422 if field else 200,
        name=name,
        code=code,
        secret=" ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        picture=qr.drawn(uri, call.words("welcome.picture")),
        field=field,
        said=said,
        least=LEAST_PASSPHRASE,
    )


def _in(call: Call, person: str, did: str) -> Answer:
    call.room.journal.note(person, did)
    # The token is another one from here on: nobody can have planted it.
    token = call.room.visits.begin(person)
    return with_cookie(call.go("/admin"), COOKIE, token)


def _hold_back(call: Call) -> None:
    hold_back(call.room.desk.codes, f"admin {address_of(call.request)}")


def _secret(call: Call, name: str) -> str:
    """Return a passphrase as it was typed; one that is too long is nobody's."""
    return call.form.get(name, "")[: MOST_PASSPHRASE + 1]
