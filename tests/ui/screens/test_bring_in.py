"""Bringing files in by the page: chosen, checked, brought in, taken back; bad files are told."""

import re

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from clienteling.demo.plan import demo_id
from clienteling.queries.house_head import at_till
from clienteling.services.log import log_note
from clienteling.ui.screens.bring_in.phase import Phase
from clienteling.ui.widgets import Select

CAMILLE = demo_id("staff", "Camille")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

CLIENTS = """Customer No;First name;Last name;E-mail;Birthday;Notes
N1;Ines;Aurelle;ines@example.com;03/04/1980;Likes camel
N2;Odile;Berthier;odile@example;05/06/1975;
N3;Noor;Haddad;noor@example.com;07/08/1990;"A <b>note</b>; kept as it is"
N4;Yuki;Zanotto;yuki@example.com;;
"""


@pytest.fixture
def page(window, press, rest):
    """The page that brings files in, reached by its key from Settings."""
    window.go("settings")
    rest()
    press(Qt.Key.Key_I)
    assert window.where == ("settings", "bring-in")
    return window.page._made["bring-in"]


@pytest.fixture
def file(tmp_path):
    """Write a file of clients and return its path."""

    def write(content=CLIENTS, name="clients.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write


@pytest.fixture
def at_last(window, qtbot):
    """Wait for long work on a busy machine."""
    return lambda: qtbot.waitUntil(lambda: window.desk.tasks.is_idle, timeout=60_000)


def phase(page) -> Phase:
    """Where the page is with its file."""
    return Phase(page.model.phase)


def problem_values(page) -> list[str]:
    """Return what stands in the fields that are told, read anew."""
    return [one.value for one in page.model.report.problems]


def bring_in(page, path, rest):
    """Take a file, answer its question, check it and bring it in."""
    page.model.take(path)
    rest()
    page.dates.month_first.click()
    page.model.check()
    rest()
    page.model.load()
    rest()


def family_names(backend):
    names = "SELECT family_name FROM client WHERE deleted_at IS NULL AND batch_id IS NOT NULL"
    imported = backend.look(lambda raw: [row[0] for row in raw.execute(names)])
    return sorted(one for one in imported if one in {"Aurelle", "Berthier", "Haddad", "Zanotto"})


def test_good_lines_go_in_bad_ones_are_listed_and_all_of_it_can_be_taken_back(
    page, file, press, rest, backend, tmp_path
):
    page.model.take(file())
    rest()
    assert page.primary.words == "Check"
    page.dates.month_first.click()
    press(Qt.Key.Key_C)
    rest()
    assert "3 of 4 lines are good" in page._note.text()
    assert [page.tables.problems.index(0, at).data() for at in range(1, 4)] == [
        "3", "E-mail", "odile@example",
    ]  # fmt: skip
    page.model.save_rejects(tmp_path / "mend.csv")
    rest()
    press(Qt.Key.Key_C)
    rest()
    assert (phase(page), page.model.error) == (Phase.DONE, "")
    assert page._note.text().startswith("Brought in: 3 client")
    assert family_names(backend) == ["Aurelle", "Haddad", "Zanotto"]

    mended = (tmp_path / "mend.csv").read_text("utf-8-sig").replace("@example", "@example.com")
    page.model.take(file(mended, "mended.csv"))
    rest()
    page.dates.month_first.click()
    page.model.check()
    rest()
    page.model.load()
    rest()
    assert family_names(backend) == ["Aurelle", "Berthier", "Haddad", "Zanotto"]
    page._second.click()
    rest()
    assert family_names(backend) == ["Aurelle", "Haddad", "Zanotto"]


def test_one_press_takes_a_file_back_and_one_brings_it_in_again(
    window, page, file, press, rest, backend
):
    bring_in(page, file(), rest)
    press(Qt.Key.Key_Z, CTRL)
    rest()
    assert (family_names(backend), phase(page)) == ([], Phase.CHECKED)
    assert window.toast.words == "clients.csv brought in: taken back"
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    rest()
    assert (family_names(backend), phase(page)) == (["Aurelle", "Haddad", "Zanotto"], Phase.DONE)
    assert page._note.text().startswith("Brought in: 3 client")
    page._second.click()
    rest()
    assert (family_names(backend), phase(page)) == ([], Phase.CHECKED)
    assert window.desk.history.to_undo() is None


def test_undo_pressed_while_a_file_goes_in_takes_that_file_back(page, file, press, rest, backend):
    page.model.take(file())
    rest()
    page.dates.month_first.click()
    page.model.check()
    rest()
    page.model.load()
    press(Qt.Key.Key_Z, CTRL)
    rest()
    assert (family_names(backend), phase(page)) == ([], Phase.CHECKED)


def test_what_was_done_since_is_taken_back_first(window, page, file, press, rest, backend):
    bring_in(page, file(), rest)
    ines = "SELECT id FROM client WHERE family_name = 'Aurelle' AND deleted_at IS NULL"
    client_id = backend.look(lambda raw: raw.execute(ines).fetchone()[0].hex())
    window.desk.act(
        window.desk, log_note, "Note kept", client_id=client_id, body="Calls", staff_id=CAMILLE
    )
    rest()
    page._second.click()
    rest()
    assert window.toast.words.startswith("Something has been written since about clients")
    assert phase(page) is Phase.DONE
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL)
    rest()
    assert family_names(backend) == []
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    rest()
    notes = "SELECT body FROM note WHERE client_id = ? AND deleted_at IS NULL"
    kept = backend.look(lambda raw: list(raw.execute(notes, (bytes.fromhex(client_id),))))
    assert ("Calls",) in kept


def test_a_file_that_was_changed_since_is_not_brought_in_unseen(
    window, page, file, press, rest, backend
):
    path = file()
    bring_in(page, path, rest)
    press(Qt.Key.Key_Z, CTRL)
    rest()
    path.write_text(CLIENTS.replace("Aurelle", "Someone"))
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    rest()
    assert window.toast.words.startswith("The file clients.csv has gone or was changed since.")
    assert (family_names(backend), phase(page)) == ([], Phase.CHECKED)


def test_a_file_brought_in_again_is_known_and_doubles_nothing(page, file, rest, backend):
    for told in ("Please look at", "Its columns are read as the last time"):
        page.model.take(file())
        rest()
        assert told in page._note.text()
        page.dates.month_first.click()
        page.model.check()
        rest()
        page.model.load()
        rest()
    assert "nothing that was not in the book already" in page._note.text()
    assert family_names(backend) == ["Aurelle", "Haddad", "Zanotto"]


def test_dates_that_can_be_read_both_ways_are_asked_with_both_readings(page, file, rest):
    page.model.take(file())
    rest()
    assert page.dates.isVisible()
    assert "“Birthday” can be read both ways" in page.dates._question.text()
    assert page.dates.day_first.accessibleDescription().startswith("03/04/1980 → 3 April 1980")
    assert page.dates.month_first.accessibleDescription().startswith("03/04/1980 → 4 March 1980")
    page.model.check()
    rest()
    assert "Please say which it is" in page._note.text()
    page.dates.day_first.click()
    rest()
    assert not page.dates.isVisible()
    rows = page.tables.rows_view.rows
    assert [rows.index(0, at).data() for at in (2, 5)] == ["Ines Aurelle", "1980-04-03"]


def test_a_person_says_what_a_column_holds_by_keys_alone(page, file, press, rest):
    page.model.take(file())
    rest()
    page.tables.setFocus()
    for _step in range(5):
        press(Qt.Key.Key_J)
    assert page.tables.columns_view.current_row.column.heading == "Notes"
    press(Qt.Key.Key_Return)
    assert QApplication.activePopupWidget() is page.fields.menu
    assert page.fields.menu is not None
    QTest.keyClick(page.fields.menu, Qt.Key.Key_Return)
    rest()
    row = page.tables.columns_view.current_row
    assert (row.column.field.value, row.column.reason) == ("ignore", "chosen by hand")


def test_a_date_column_chosen_by_hand_is_looked_through_for_its_order(page, file, rest):
    page.model.take(file("a;b\nIda Roux;03/04/1980\nEve Roux;25/12/1981\n"))
    rest()
    from clienteling.exchange.fields import Field

    page.model.choose_field(0, Field.FULL_NAME)
    rest()
    page.model.choose_field(1, Field.CLIENT_SINCE)
    rest()
    columns = page.model.prepared.mapping.columns
    assert [one.date_order.value for one in columns] == ["clear", "day_first"]


def test_what_is_recognised_can_be_said_otherwise(page, file, rest):
    page.model.take(file("Nom;Ville\nChloé;Orléans\n".encode("cp1252")))
    rest()
    assert page.model.prepared.facts.sample[0] == ("Chloé", "Orléans")
    page.facts.form_chosen.emit("delimiter", ",")
    rest()
    assert page.model.prepared.facts.header == ("Nom;Ville",)
    page.facts.form_chosen.emit("has_header", False)
    rest()
    assert len(page.model.prepared.facts.sample) == 2


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.csv", b"", "This file is empty"),
        ("photo.csv", b"\x89PNG\r\n\x1a\n" + bytes(100), "This file is a picture, not a table"),
        ("old.xls", b"\xd0\xcf\x11\xe0" + bytes(600), "old Excel file"),
        ("noise.csv", bytes(range(256)) * 40, "not text and not a workbook"),
        ("line.csv", b"x" * 3_000_000, "longer than"),
        ("broken.xlsx", b"PK\x03\x04" + bytes(500), "."),
    ],
)
def test_a_file_that_is_no_table_says_so_in_a_sentence(page, file, rest, name, content, sentence):
    page.model.take(file(content, name))
    rest()
    assert phase(page) is Phase.CHOOSE
    assert sentence in page._error.text()
    assert page._error.isVisible()
    assert page.empty.isVisible()


def test_a_file_that_has_gone_and_a_heading_without_lines_are_told(page, file, rest, tmp_path):
    page.model.take(tmp_path / "gone.csv")
    rest()
    assert page._error.text() == "There is no file gone.csv there any more."
    page.model.take(file("First name;Last name\n"))
    rest()
    page.model.check()
    rest()
    assert "a heading but no lines" in f"{page._note.text()}{page._error.text()}"


def test_the_discreet_view_hides_what_stands_in_the_file(window, page, file, rest):
    page.model.take(file("Date;Customer;Amount\n2024-05-31;Ida Roux;1250.00\n2024-05-31;Eve;x\n"))
    rest()
    page.model.check()
    rest()
    window.desk.set_discreet(True)
    tables = page.tables
    shown = [
        model.index(0, at).data() for model in (tables.columns, tables.problems) for at in range(6)
    ]
    shown += [tables.rows_view.rows.index(0, at).data() for at in range(8)]
    said = tables.problems.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert not {"1250.00", "€1,250", "x", "Ida Roux · Eve"} & set(shown)
    assert "x" not in said.split()
    window.desk.set_discreet(False)
    assert tables.columns.index(2, 2).data() == "1250.00 · x"


def test_who_went_elsewhere_is_told_when_the_file_is_in(window, page, file, rest):
    page.model.take(file("Customer No;First name;Last name\nN1;Ines;Aurelle\n"))
    rest()
    page.model.check()
    rest()
    page.model.load()
    window.go("clients")
    rest()
    assert window.toast.words.startswith("Brought in: 1 client")
    window.toast.action.click()
    assert window.where == ("settings", "bring-in")


def drop(window, *paths):
    """Drag files over the window and let them go; say whether it would have them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    about = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton)
    enter = QDragEnterEvent(QPoint(600, 400), *about, Qt.KeyboardModifier.NoModifier)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        event = QDropEvent(QPointF(600, 400), *about, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(window, event)
    return enter.isAccepted()


def test_a_boutique_that_the_book_does_not_have_can_be_said(page, file, press, rest, backend):
    text = "Receipt,Date,Amount,Item,Store,Staff\n"
    text += "R1,2024-03-01,10.00,Tie,Shop 12,Nobody\nR2,2024-03-01,20.00,Belt,PAR1,Camille\n"
    page.model.take(file(text, "sales.csv"))
    rest()
    assert page.stores.isHidden()
    page.model.check()
    rest()
    assert [(one.line, one.value, one.is_bad) for one in page.model.report.problems] == [
        (2, "Shop 12", False), (2, "Nobody", False),
    ]  # fmt: skip
    (choice,) = page.stores.findChildren(Select)
    assert choice.isVisible()
    assert choice.accessibleName() == "Which boutique is Shop 12"
    names = [choice.itemText(row) for row in range(choice.count())]
    second = 2
    choice.setFocus()
    for _step in range(second):
        press(Qt.Key.Key_Down)
    rest()
    assert page.model.report is None
    page.model.check()
    rest()
    assert problem_values(page) == ["Nobody"]
    page.model.load()
    rest()
    sold = (
        "SELECT s.name FROM purchase p JOIN store s ON s.id = p.store_id WHERE receipt_no = 'R1'"
    )
    assert backend.look(lambda raw: list(raw.execute(sold))) == [(names[second],)]


@pytest.mark.parametrize("place", [("clients", None), ("settings", "data"), ("lookbooks", None)])
def test_a_table_dropped_anywhere_is_taken(window, file, rest, place):
    window.go(*place)
    rest()
    assert drop(window, file())
    rest()
    assert window.where == ("settings", "bring-in")
    assert window.page._made["bring-in"].model.path.name == "clients.csv"


def test_what_is_no_table_is_refused_in_a_sentence(window, file, rest, tmp_path):
    assert drop(window, file(b"%PDF", "letter.pdf"))
    assert window.toast.words == "letter.pdf is no CSV, TSV or XLSX table; it was not taken."
    assert drop(window, file(), file(name="more.csv"))
    assert window.toast.words == "Please drop one file at a time; none was taken."
    assert window.where == ("clients", None)


def test_a_file_does_not_put_away_what_is_being_written(window, file, rest):
    window.open_new_client("Ines")
    rest()
    assert not drop(window, file())
    assert window.where == ("clients", None)


def test_a_hundred_thousand_bad_lines_are_listed_while_the_window_goes_on(
    page, file, at_last, qtbot
):
    lines = "".join(f"{number};x{number}@;31.02.1980\n" for number in range(100_000))
    path = file(f"Customer No;E-mail;Birthday\n{lines}", "bad.csv")
    page.model.take(path)
    at_last()
    from clienteling.exchange.fields import Field

    page.model.choose_field(0, Field.FULL_NAME)
    at_last()
    turns = []
    clock = QTimer(interval=5)
    clock.timeout.connect(lambda: turns.append(page.progress.isVisible()))
    clock.start()
    page.model.check()
    qtbot.waitUntil(lambda: phase(page) is Phase.CHECKED, timeout=60_000)
    clock.stop()
    assert turns.count(True) > 10
    assert page.model.report.bad == 100_000
    assert page.tables.problems.rowCount() == len(page.model.report.problems) >= 100_000
    assert page.tables.problems.index(99_999, 1).data() is not None
    assert not page.primary.isEnabled()
    assert re.search("100,000 line.* stay out", page._note.text())


def test_checking_and_bringing_in_can_be_stopped_and_nothing_stays(page, file, at_last, backend):
    rows = "".join(f"C{number};Zoe;Stopped{number}\n" for number in range(3_000))
    page.model.take(file(f"Customer No;First name;Last name\n{rows}", "long.csv"))
    at_last()
    page.model.check()
    page.progress.cancelled.emit()
    at_last()
    assert phase(page) is Phase.UNDERSTOOD
    assert page._note.text() == "Stopped. Nothing of the file stayed in the book."
    page.model.check()
    at_last()
    page.model.load()
    page.progress.cancelled.emit()
    at_last()
    assert phase(page) is Phase.CHECKED
    count = "SELECT count(*) FROM client WHERE given_name = 'Zoe' AND deleted_at IS NULL"
    assert backend.look(lambda raw: raw.execute(count).fetchone()[0]) == 0
    assert backend.look(at_till, None) is not None


def test_the_page_keeps_its_file_when_the_language_changes(window, page, file, rest):
    page.model.take(file())
    rest()
    window.desk.backend.settings.set("language", "zh-Hans")
    window.desk.settings_changed.emit()
    rest()
    assert page.model.prepared is not None
    assert page.tables.columns.rowCount() == 6
