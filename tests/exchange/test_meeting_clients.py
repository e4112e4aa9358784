"""Clients of a file who are in the book already, and those who only may be."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from clienteling.domain.clock import FakeClock
from clienteling.domain.ids import Id
from clienteling.exchange.export_clients import export_clients
from clienteling.exchange.load import undo_import
from clienteling.storage.open import open_book
from tests.books import KEYS, NAME
from tests.exchange.bringing import ask, bring, shop
from tests.exchange.files import write

if TYPE_CHECKING:
    from clienteling.storage.store import Store

_CLIENTS = (
    "Name,Email,Mobile,Birthday,Street,City,Country,Company,Language\n"
    "Lena Roth,lena@example.com; l.roth@example.org,06 12 34 56 78,1980-02-29,"
    '"12, rue A",Paris,FR,,fr\n'
    "王小明,,+86 138 0013 8000,--04-07,,,,,zh\n"
    "=1+1,,,,,,,Maison Test,\n"
    "محمد العلي,m@example.com,,,,,AE,,ar\n"
)
_WHO = (
    "SELECT client_no, given_name, family_name, name_order, company_name, language FROM client "
    "ORDER BY client_no"
)
_HANGING = (
    "SELECT c.client_no, p.kind, p.value_norm, p.is_primary FROM contact_point p "
    "JOIN client c ON c.id = p.client_id UNION ALL "
    "SELECT c.client_no, a.lines, a.locality, a.is_primary FROM address a "
    "JOIN client c ON c.id = a.client_id UNION ALL "
    "SELECT c.client_no, k.month, k.day, k.year FROM key_date k "
    "JOIN client c ON c.id = k.client_id ORDER BY 1, 2, 3, 4"
)


def _export(store: "Store", path: Path) -> Path:
    with store.read() as session:
        export_clients(session, path)
    return path


def test_our_own_export_brought_in_again_adds_nothing(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    bring(store, boutique, write(tmp_path, "clients.csv", _CLIENTS))
    before = ask(store, _WHO), ask(store, _HANGING)
    for name in ("out.csv", "out.xlsx"):
        result = bring(store, boutique, _export(store, tmp_path / name))
        assert (result.read, result.good, result.added, result.problems) == (4, 4, {}, [])
    assert (ask(store, _WHO), ask(store, _HANGING)) == before


def test_our_own_export_makes_the_same_clients_in_an_empty_book(
    store: "Store", boutique: Id, tmp_path: Path, template_book: Path
) -> None:
    bring(store, boutique, write(tmp_path, "clients.csv", _CLIENTS))
    shutil.copytree(template_book.parent, tmp_path / "empty")
    opened = open_book(tmp_path / "empty" / NAME, clock=FakeClock(), keys=KEYS)
    other = opened.store()
    result = bring(other, shop(other), _export(store, tmp_path / "out.csv"))
    assert (result.good, result.problems) == (4, [])
    assert ask(other, _WHO) == ask(store, _WHO)
    assert ask(other, _HANGING) == ask(store, _HANGING)
    assert bring(
        other,
        ask(other, "SELECT lower(hex(id)) FROM store")[0][0],
        write(tmp_path, "more.csv", "Name\nAda Byron\n"),
    ).added == {"client": 1}
    assert ask(other, "SELECT client_no FROM client WHERE given_name = 'Ada'") == [
        ("CL-PAR1-000005",)
    ]
    opened.close()


def test_a_number_that_is_another_clients_is_refused(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    bring(store, boutique, write(tmp_path, "clients.csv", _CLIENTS))
    text = _export(store, tmp_path / "out.csv").read_text("utf-8-sig")
    text = text.replace("Lena", "Paul").replace("1980-02-29", "1974-05-01")
    path = write(tmp_path, "wrong.csv", text.replace("-000002", "-000009"))
    result = bring(store, boutique, path)
    assert [(one.line, one.value, one.reason) for one in result.problems if one.is_bad] == [
        (2, "CL-PAR1-000001", "this is the number of another client in the book")
    ]
    assert (result.good, result.bad) == (3, 1)


def test_an_address_and_the_very_name_tell_a_client_and_fill_what_is_blank(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    bring(store, boutique, write(tmp_path, "a.csv", "Name,Email\nLena Roth,lena@example.com\n"))
    before = ask(store, _WHO), ask(store, _HANGING)
    text = (
        "Customer ID,First Name,Last Name,Email,Phone,Total Spent,Accepts Email Marketing\n"
        "7,LENA,ROTH,Lena@example.com,'+33612345678,0,yes\n"
    )
    result = bring(store, boutique, write(tmp_path, "shopify.csv", text))
    assert result.added == {"contact_point": 1, "consent_event": 1}
    origin = "SELECT given_name, source, external_id FROM client"
    assert ask(store, origin) == [("Lena", "shopify", "7")]
    assert bring(store, boutique, tmp_path / "shopify.csv").added == {}
    undo_import(store, result.batch_id, clock=FakeClock())
    assert ask(store, origin)[0][2] is None
    assert (ask(store, _WHO), ask(store, _HANGING)) == before


def test_what_is_less_than_sure_is_never_joined_but_remarked(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    text = "Name,Email\nLena Roth,home@example.com\nPaul Roth,home@example.com\n"
    bring(store, boutique, write(tmp_path, "a.csv", text))
    more = (
        "Town,Name,Email\nParis,Lena Rothe,home@example.com\nRome,Lena Roth,home@example.com\n"
        "Oslo,Greta Roth,home@example.com\n"
    )
    result = bring(store, boutique, write(tmp_path, "b.csv", more))
    assert result.added["client"] == 2
    assert [(one.line, one.value, one.reason, one.is_bad) for one in result.problems] == [
        (2, "Lena Rothe", "may be the same as CL-PAR1-000001", False)
    ]


def test_a_client_whom_only_a_receipt_knew_gets_her_name(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    sales = "Receipt,Date,Email,Amount\n1,2024-03-05,lena@example.com,10.00\n"
    bring(store, boutique, write(tmp_path, "sales.csv", sales))
    text = "Name,Email,Company\nLena Roth,lena@example.com,Maison Roth\n"
    result = bring(store, boutique, write(tmp_path, "clients.csv", text))
    assert result.added == {}
    assert ask(store, _WHO) == [
        ("CL-PAR1-000001", "Lena", "Roth", "given_first", "Maison Roth", None)
    ]
    assert ask(store, "SELECT count(*) FROM client_hit") == [(1,)]


def test_a_client_who_was_removed_stays_out_and_one_who_was_joined_is_followed(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    from clienteling.models.client import Client

    path = write(tmp_path, "a.csv", "Id,Name,Phone\n1,Ada Byron,\n2,Bo Li,\n3,Cy Ito,\n")
    bring(store, boutique, path)
    with store.write(why="Joined") as session:
        ids = {row.external_id: row for row in session.query(Client).order_by(Client.client_no)}
        ids["1"].deleted_at = ids["2"].deleted_at = session.info["moment"]
        ids["2"].merged_into_id = ids["3"].id
    write(tmp_path, "a.csv", "Id,Name,Phone\n1,Ada Byron,0612345678\n2,Bo Li,0612345679\n")
    result = bring(store, boutique, path)
    assert (result.left_out, result.added) == (1, {"contact_point": 1})
    assert [one.reason for one in result.problems] == [
        "this client was removed from the book since, and stays out"
    ]
    assert ask(
        store,
        "SELECT c.given_name, p.value_norm FROM contact_point p JOIN client c ON c.id=p.client_id",
    ) == [("Cy", "+33612345679")]


def test_labels_become_preferences_only_where_they_say_so(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    text = 'Id,Name,Tags\n1,Ada Byron,"vip, Milano, likes: silk, allergic to nickel"\n'
    path = write(tmp_path, "a.csv", text)
    bring(store, boutique, path)
    assert ask(store, "SELECT polarity, target, words, source FROM preference ORDER BY words") == [
        ("allergic", "free", "nickel", "imported"),
        ("likes", "free", "silk", "imported"),
    ]
    assert ask(store, "SELECT body FROM note") == [("Tags: vip, Milano",)]
    write(tmp_path, "a.csv", text.replace("vip", "vip, press"))
    assert bring(store, boutique, path).added == {"note": 1}
    assert ask(store, "SELECT body FROM note ORDER BY body") == [
        ("Tags: press",),
        ("Tags: vip, Milano",),
    ]


def test_a_consent_in_a_file_never_undoes_a_refusal(
    store: "Store", boutique: Id, tmp_path: Path
) -> None:
    path = write(tmp_path, "a.csv", "Id,Name,Newsletter\n1,Ada,no\n2,Bo,yes\n3,Cy,\n")
    bring(store, boutique, path)
    write(tmp_path, "a.csv", "Id,Name,Newsletter\n1,Ada,yes\n2,Bo,no\n3,Cy,\n")
    assert bring(store, boutique, path).added == {"consent_event": 1}
    assert ask(
        store,
        "SELECT c.given_name, e.decision FROM consent_event e JOIN client c ON c.id = e.client_id "
        "ORDER BY 1, 2",
    ) == [("Ada", "refused"), ("Bo", "granted"), ("Bo", "refused")]
