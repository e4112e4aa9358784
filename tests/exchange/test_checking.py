"""Dry runs: every bad line with its number, column, reason and remedy."""

from datetime import date
from pathlib import Path

import pytest

from clienteling.domain.errors import Cancelled, UserError
from clienteling.domain.progress import CancelAfter
from clienteling.exchange.checking import CheckOptions, CheckReport, check_file, settle
from clienteling.exchange.dates import DateOrder, PartialDate
from clienteling.exchange.propose import propose_mapping
from clienteling.exchange.recognise import recognise
from clienteling.exchange.rejects import write_rejects
from clienteling.exchange.rows import ClientRow, ConsentWord, LineRow
from tests.exchange.files import write


def check(path: Path, options: CheckOptions | None = None) -> CheckReport:
    facts = recognise(path)
    mapping = settle(path, facts, propose_mapping(facts.header, facts.sample))
    return check_file(path, facts, mapping, options=options)


def _clients(report: CheckReport) -> list[ClientRow]:
    return [row for row in report.first_rows if isinstance(row, ClientRow)]


def _lines(report: CheckReport) -> list[LineRow]:
    return [row for row in report.first_rows if isinstance(row, LineRow)]


def test_clients_are_read_as_they_are(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "clients.csv",
        "Id,Name,Email,Phone,Birthday,Country,Accepts marketing,Tags\n"
        '7,"Roth, Lena",Lena@Example.com,06 12 34 56 78,29/02/1980,France,yes,"vip, milano"\n'
        "8,王小明,,,31/12/1975,中国,,\n",
    )
    lena, wang = _clients(check(path, CheckOptions(country="FR")))
    assert (lena.given, lena.family, lena.external_id) == ("Lena", "Roth", "7")
    assert [(one.kind, one.norm) for one in lena.reaches] == [
        ("email", "lena@example.com"),
        ("phone", "+33612345678"),
    ]
    assert lena.birthday == PartialDate(2, 29, 1980)
    assert (lena.address.country, lena.tags) == ("FR", ("vip", "milano"))
    assert lena.consents == (ConsentWord("any", granted=True),)
    assert (wang.family, wang.given, wang.family_first) == ("王", "小明", True)
    assert (wang.consents, wang.reaches) == ((), ())


def test_every_bad_line_is_listed_with_what_to_do(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "clients.csv",
        "Id,First name,Email,Birthday\n"
        "1,Ada,ada@example.com,1980-02-30\n"
        "2,Bo,not an address,\n"
        "3,,,\n"
        "4,Cy,cy@example.com,1980-02-29\n"
        "4,Di,,\n"
        f"5,{'x' * 301},,\n"
        "6,Ed,,,extra\n",
    )
    report = check(path)
    assert (report.read, report.good, report.bad) == (7, 1, 6)
    assert [(one.line, one.column, one.reason) for one in report.problems] == [
        (2, "Birthday", "there is no such day"),
        (3, "Email", "this cannot be an e-mail address"),
        (4, None, "there is no name on this line"),
        (6, "Id", "this id stands on line 5 already"),
        (7, "First name", "this has 301 characters; 300 fit"),
        (8, None, "there are 5 cells where the heading has 4"),
    ]
    assert all(one.remedy for one in report.problems)


def test_card_numbers_are_masked_and_reported_and_formulas_stay_text(tmp_path: Path) -> None:
    path = write(
        tmp_path, "clients.csv", "Name,Notes\nAda,pays 4111 1111 1111 1111\n=1+1,<b>bold</b>\n"
    )
    report = check(path)
    ada, formula = _clients(report)
    assert ada.notes == ("pays •••• •••• •••• 1111",)
    assert formula.notes == ("<b>bold</b>",)
    assert "=1+1" in (formula.given or "") + (formula.family or "")
    assert [(one.line, one.column, one.is_bad) for one in report.problems] == [(2, "Notes", False)]
    assert "4111 1111" not in repr((report.problems, report.first_rows))


def test_what_shop_programs_leave_of_a_card_number_is_no_fault_and_names_nobody(
    tmp_path: Path,
) -> None:
    left = ("**** 1111", "•••• •••• •••• 1111", "XXXX-XXXX-XXXX-1111", "411111******1111")
    rows = "".join(f"{at},Ada,Roux,{words},{words}\n" for at, words in enumerate(left))
    path = write(tmp_path, "clients.csv", f"Id,First name,Last name,Card,Notes\n{rows}")
    report = check(path)
    assert (report.good, report.bad, report.problems) == (4, 0, [])
    assert [(row.card, row.notes) for row in _clients(report)] == [(None, (one,)) for one in left]


def test_a_payment_card_in_the_column_of_cards_is_told_and_not_kept(tmp_path: Path) -> None:
    words = "Id,First name,Last name,Card\n1,Ada,Roux,4111111111111111\n2,Eve,Roux,M-1111\n"
    report = check(write(tmp_path, "clients.csv", words))
    assert [row.card for row in _clients(report)] == [None, "M-1111"]
    assert [(one.line, one.column, one.is_bad) for one in report.problems] == [(2, "Card", False)]


def test_dates_that_read_both_ways_must_be_asked(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "Receipt,Date,Amount\n1,03/04/2024,5\n2,05/06/2024,5\n")
    facts = recognise(path)
    mapping = settle(path, facts, propose_mapping(facts.header, facts.sample))
    with pytest.raises(UserError, match="day first or month first") as asked:
        check_file(path, facts, mapping)
    assert asked.value.field == "Date"
    answered = settle(path, facts, mapping.with_order(1, DateOrder.MONTH_FIRST))
    report = check_file(path, facts, answered)
    assert [row.moment.day for row in _lines(report)] == [date(2024, 3, 4), date(2024, 5, 6)]


def test_one_clear_date_far_down_settles_the_whole_column(tmp_path: Path) -> None:
    body = "".join(f"{n},03/04/2024,5\n" for n in range(1000))
    path = write(tmp_path, "a.csv", f"Receipt,Date,Amount\n{body}x,25/04/2024,5\n")
    assert _lines(check(path))[0].moment.day == date(2024, 4, 3)


def test_orders_of_several_lines_are_one_receipt_with_its_discount_and_refund(
    tmp_path: Path,
) -> None:
    path = write(
        tmp_path,
        "orders_export.csv",
        "Name,Email,Financial Status,Currency,Subtotal,Created at,Lineitem quantity,"
        "Lineitem name,Lineitem price,Lineitem sku,Refunded Amount\n"
        "#1001,ada@example.com,partially_refunded,EUR,270.00,2024-03-05 10:11:12 +0100,2,"
        "Silk scarf,100.00,SC-1,90.00\n"
        "#1001,ada@example.com,,,,,1,Belt,100.00,BE-1,\n"
        "#1002,bo@example.com,voided,EUR,50.00,2024-03-06 10:00:00 +0100,1,Tie,50.00,TI-1,0.00\n",
    )
    report = check(path)
    assert (report.read, report.good, report.bad, report.left_out) == (3, 3, 0, 1)
    found = [
        (row.receipt, row.description, row.quantity, row.net_minor, row.discount_minor)
        for row in _lines(report)
    ]
    assert found == [
        ("#1001", "Silk scarf", 2, 18000, 2000),
        ("#1001", "Belt", 1, 9000, 1000),
        ("#1001", "Refund", -1, -9000, None),
    ]
    assert {row.client_email for row in _lines(report)} == {"ada@example.com"}
    assert len({row.moment for row in _lines(report)}) == 1


def test_returns_and_prices_times_quantity_are_netted(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "sales.csv",
        "Receipt;Date;Qty;Price;Discount;Type\n"
        "1;2024-03-05;2;100,00;10,00;sale\n2;2024-03-06;1;100,00;;return\n",
    )
    assert [(row.quantity, row.net_minor) for row in _lines(check(path))] == [
        (2, 19000),
        (-1, -10000),
    ]


def test_a_hundred_thousand_malformed_lines_are_all_listed(tmp_path: Path) -> None:
    body = "".join(f"{n},{'no date' if n % 2 else '2024-01-02'},abc\n" for n in range(100_000))
    report = check(write(tmp_path, "bad.csv", f"Receipt,Date,Amount\n{body}"))
    assert (report.read, report.good, report.bad) == (100_000, 0, 100_000)
    assert [one.line for one in report.problems] == list(range(2, 100_002))


def test_rejects_can_be_mended_and_checked_again(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "sales.csv",
        'Receipt,Date,Amount,Item\n1,2024-03-05,10.00,A\n1,2024-03-05,-x,"=B, ""big"""\n'
        "1,2024-03-05,-3.00,+C\n",
    )
    report = check(path)
    out = tmp_path / "to mend.csv"
    assert write_rejects(report, out) == 1
    text = out.read_text("utf-8-sig")
    assert text.splitlines()[1] == (
        '"1","2024-03-05","\'-x","\'=B, ""big""","1","Amount: this is not an amount of EUR"'
    )
    out.write_text(text.replace("-x", "-4.00"), "utf-8-sig")
    (row,) = _lines(check(out))
    assert (row.receipt, row.ordinal, row.net_minor, row.sku) == ("1", 1, -400, '=B, "big"')


def test_a_file_without_rows_and_a_cancelled_check_are_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no lines below"):
        check(write(tmp_path, "a.csv", "Name,Email\n"))
    path = write(tmp_path, "b.csv", "Name,Email\nAda,\n")
    facts = recognise(path)
    mapping = propose_mapping(facts.header, facts.sample)
    with pytest.raises(Cancelled):
        check_file(path, facts, mapping, progress=CancelAfter(0))
