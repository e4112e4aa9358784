"""Days, amounts and reports are written as the house writes them; forms read them back."""

import sys
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from clienteling.domain.errors import UserError
from clienteling.ui.crash import CrashWindow, FaultFile, install, report
from clienteling.ui.forms import Field, Form, read_amount, read_day, read_number
from clienteling.ui.forms.inputs import LineInput
from clienteling.ui.locale import Words
from clienteling.ui.widgets import Field as LineField

TODAY = date(2026, 3, 12)
NO_BREAK, THIN = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("language", "near", "far", "money"),
    [
        ("en", "Saturday 14 March", "3 June 2025", "€48,260"),
        ("fr", "samedi 14 mars", "3 juin 2025", f"48{THIN}260{NO_BREAK}€"),
        ("it", "sabato 14 marzo", "3 giugno 2025", f"48.260{NO_BREAK}€"),
        ("zh-Hans", "3月14日 星期六", "2025年6月3日", "€48,260"),
        ("zh-Hant", "3月14日 星期六", "2025年6月3日", "€48,260"),
        ("ja", "3月14日 土曜日", "2025年6月3日", "€48,260"),
    ],
)
def test_each_language_writes_days_and_amounts_its_own_way(language, near, far, money):
    words = Words(language)
    assert words.day(date(2026, 3, 14), TODAY) == near
    assert words.day(date(2025, 6, 3), TODAY) == far
    assert words.money(4_826_000, "EUR") == money


def test_days_are_relative_only_within_a_fortnight():
    words = Words("en")
    days = (date(2026, 3, 12), date(2026, 3, 13), date(2026, 3, 21), date(2026, 3, 27),
            date(2026, 3, 9), date(2026, 2, 3))  # fmt: skip
    assert [words.relative(day, TODAY) for day in days] == [
        "today", "tomorrow", "in 9 days", "27 March", "3 days ago", "3 February",
    ]  # fmt: skip


def test_amounts_have_decimals_only_when_small_and_only_when_needed():
    words = Words("en")
    written = [words.money(minor, unit) for minor, unit in (
        (12_050, "EUR"), (12_000, "EUR"), (100_049, "EUR"), (1_200_000, "JPY"),
        (-12_000, "USD"), (9_900, "CHF"), (0, "EUR"))]  # fmt: skip
    assert written == [
        "€120.50", "€120", "€1,000", "¥1,200,000", "−$120", f"CHF{NO_BREAK}99", "€0",
    ]  # fmt: skip


def test_times_are_the_boutiques_and_phones_show_four_digits():
    words = Words("en", "Europe/Paris")
    assert words.moment(datetime(2026, 3, 12, 9, 18, tzinfo=UTC), TODAY) == "today, 10:18"
    assert words.local_day(datetime(2026, 3, 12, 23, 30, tzinfo=UTC)) == date(2026, 3, 13)
    assert words.phone_in_list("+39 02 1234 4471") == "+39 ··· 4471"
    assert words.phone_in_list("0212344471") == "··· 4471"
    assert words.length(7850) == "78.5"
    assert words.pill(date(2026, 3, 21)) == ("21", "Mar")


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_day_written_is_read_back_in_every_language(day):
    for language in ("en", "fr", "it", "zh-Hans", "zh-Hant", "ja"):
        words = Words(language)
        assert read_day(words.long_day(day), words) == day
        assert read_day(day.isoformat(), words) == day


def test_figures_are_read_with_comma_or_point():
    assert [read_number(text) for text in ("78.5", "78,5", "1 250,50", "1,250.50", "")] == [
        Decimal("78.5"), Decimal("78.5"), Decimal("1250.50"), Decimal("1250.50"), None,
    ]  # fmt: skip
    assert [read_amount(text) for text in ("1,250", "1.250,5", "12.05", "1250")] == [
        125_000, 125_050, 1_205, 125_000,
    ]  # fmt: skip
    for wrong in (lambda: read_number("abc"), lambda: read_amount("1.2345"),
                  lambda: read_day("soon", Words("en"))):  # fmt: skip
        with pytest.raises(UserError):
            wrong()


def _no_digits(text):
    if any(sign.isdigit() for sign in text):
        raise UserError("Leave figures out of the name.")


def line_of(form: Form, name: str) -> LineField:
    """Find the line that a field of a form is typed into."""
    found = form.input(name)
    assert isinstance(found, LineInput)
    return found.line


FIELDS = (
    Field("family_name", "Family name", check=_no_digits),
    Field("given_name", "Given name", optional=True),
    Field("born_on", "Birthday", kind="date", optional=True),
    Field("circle", "Circle", kind="choice", options=(("maison", "Maison"), ("haute", "Haute"))),
    Field("loves", "Loves", kind="chips", options=(("camel", "Camel"), ("silk", "Silk"))),
    Field("photo", "Photograph", kind="toggle"),
    Field("height", "Height", kind="number", unit="cm", optional=True),
    Field("note", "Note", kind="words", optional=True),
)
VALUES = {
    "family_name": "Altieri", "given_name": None, "born_on": date(1980, 3, 21),
    "circle": "haute", "loves": ("camel",), "photo": True, "height": Decimal("168.5"),
    "note": "Never call before eleven.",
}  # fmt: skip


def test_a_form_gives_back_what_it_was_given_and_knows_when_it_changed(theme, qtbot):
    form = Form(theme, FIELDS)
    qtbot.addWidget(form)
    form.set_values(VALUES)
    assert (form.values(), form.is_dirty, form.changed_values()) == (VALUES, False, {})
    QTest.keyClicks(line_of(form, "given_name").edit, "Beatrice")
    assert (form.is_dirty, form.changed_values()) == (True, {"given_name": "Beatrice"})


def test_a_form_shows_each_error_at_its_field_and_goes_to_the_first(theme, qtbot):
    form = Form(theme, FIELDS)
    qtbot.addWidget(form)
    form.show()
    form.set_values({**VALUES, "family_name": "Altieri 2"})
    line_of(form, "born_on").edit.setText("soon")
    with pytest.raises(UserError) as caught:
        form.values()
    messages = [line_of(form, name).message.text() for name in ("family_name", "born_on")]
    assert (caught.value.field, form.check()) == ("family_name", False)
    assert messages == ["Leave figures out of the name.",
                        "Write the day with its year, like 14/03/2026."]  # fmt: skip
    QTest.keyClicks(line_of(form, "family_name").edit, "x")
    assert line_of(form, "family_name").message.text() == ""


def test_a_form_takes_an_error_of_the_service_to_its_field(theme, qtbot):
    form = Form(theme, FIELDS)
    qtbot.addWidget(form)
    assert form.show_error(UserError("Another client has it.", field="family_name"))
    assert not form.show_error(UserError("Elsewhere.", field="city"))


def _break(name):
    raise ValueError(f"no client {name}")


def test_a_report_tells_where_but_nothing_of_any_client():
    with pytest.raises(ValueError, match="no client") as caught:
        _break("Beatrice Altieri")
    told = report(caught.value)
    assert "Altieri" not in told
    assert "builtins.ValueError" in told
    assert "test_kit_words.py" in told


def test_an_unexpected_error_opens_the_crash_window_once_installed(theme, qtbot):
    window = QWidget()
    window.resize(900, 700)
    qtbot.addWidget(window)
    window.show()
    seen: list[BaseException] = []
    former = sys.excepthook
    restore = install(seen.append)
    error = ValueError("x")
    sys.excepthook(ValueError, error, None)
    restore()
    crash = CrashWindow(theme, window, error)
    crash.open()
    crash.copy_button.click()
    assert (seen, sys.excepthook) == ([error], former)
    assert QGuiApplication.clipboard().text() == report(error)


def test_faults_of_the_last_run_are_read_once(tmp_path):
    (tmp_path / "faults.txt").write_text("Fatal Python error: Segmentation fault")
    import faulthandler

    was_on = faulthandler.is_enabled()
    try:
        first = FaultFile(tmp_path)
        first.close()
        second = FaultFile(tmp_path)
        second.close()
        assert (first.left[:5], second.left) == ("Fatal", "")
    finally:
        if was_on:
            assert sys.__stderr__ is not None
            faulthandler.enable(sys.__stderr__)
