"""Composing a lookbook, by keys and by hand, and how it leaves the house."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from clienteling.demo.plan import demo_id
from clienteling.queries.client_list import ListFilter
from clienteling.queries.lookbooks import issues, lookbook
from clienteling.queries.pieces import pieces
from clienteling.reports.page import PageSize, Text
from clienteling.reports.preview import page_count
from clienteling.services.lookbooks import edit_lookbook, fill_lookbook, new_lookbook
from clienteling.ui.screens.composer.cups import Order, order_of
from clienteling.ui.screens.composer.printing import PagePrinter
from clienteling.ui.widgets import HIDDEN

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
BEATRICE = demo_id("client", "beatrice")
KEY = Qt.Key


def type_words(words):
    """Type where the focus is, as a person does."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


@pytest.fixture
def offered(backend):
    """What the house offers Beatrice, the first four of it in the lookbook."""
    today = backend.clock.today("Europe/Paris")
    store = backend.me().store.id
    return backend.ask(pieces, client_id=BEATRICE, store_id=store, today=today)


@pytest.fixture
def book_id(backend, offered):
    """A lookbook for Beatrice: a page of one large and three small pieces."""
    made = backend.do(
        new_lookbook,
        "x",
        client_id=BEATRICE,
        staff_id=backend.me().staff.id,
        title="For Ravello, in May",
        language="en",
        letter="Dear Signora Altieri",
    )
    backend.do(
        fill_lookbook, "x", lookbook_id=made.value, pieces=tuple(one.id for one in offered[:4])
    )
    return made.value


@pytest.fixture
def composer(window, book_id, rest):
    """The composer of that lookbook, at rest."""
    window.go("lookbooks", book_id)
    rest()
    return window.page


@pytest.fixture
def held(backend, book_id):
    """What the book holds: per page its layout and the pieces by slot."""

    def read():
        row = backend.ask(lookbook, lookbook_id=book_id)
        return [
            (page.layout, {item.slot: item.product_id for item in page.items})
            for page in row.pages
        ]

    return read


def _choose(path):
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog)]
    shown = [one for one in dialogs if one.isVisible()]
    assert len(shown) == 1
    shown[0].selectFile(str(path))
    shown[0].accept()


def test_a_piece_is_found_chosen_and_placed_by_keys_alone(composer, press, rest, held, offered):
    before = held()
    press(KEY.Key_F)
    type_words("quai")
    rest()
    press(KEY.Key_Return)
    piece = composer.model.pieces[0]
    press(KEY.Key_Return)
    assert QApplication.focusWidget() is composer.canvas.spots[0]
    press(KEY.Key_Right)
    press(KEY.Key_Return)
    rest()
    assert held() == [("1+3", before[0][1] | {1: piece.id})]
    assert piece.name in composer.canvas.spots[1].accessibleName()


def test_l_on_a_card_begins_a_lookbook_with_the_keys_in_its_pieces(window, rest, press):
    window.go("clients", BEATRICE)
    rest()
    press(KEY.Key_L)
    rest()
    page = window.page
    assert QApplication.focusWidget() is page.pieces.list
    press(KEY.Key_Right)
    press(KEY.Key_Return)
    press(KEY.Key_Return)
    rest()
    assert page.model.pieces[1].name in page.canvas.spots[0].accessibleName()


def test_every_step_is_taken_back_and_done_again(composer, press, rest, held, offered):
    before = held()
    composer.canvas.spots[0].setFocus()
    press(KEY.Key_Delete)
    rest()
    emptied = held()
    assert 0 not in emptied[0][1]
    press(KEY.Key_Right, ALT)
    rest()
    press(KEY.Key_Z, CTRL)
    rest()
    assert held() == before
    press(KEY.Key_Z, CTRL | SHIFT)
    rest()
    assert held() == emptied


def test_alt_and_arrows_move_a_piece_between_frames_and_pages(
    composer, press, rest, held, offered
):
    ids = [one.id for one in offered[:4]]
    composer.model.add_page()
    rest()
    composer.model.choose_page(0)
    composer.canvas.spots[2].setFocus()
    press(KEY.Key_Right, ALT)
    rest()
    assert held()[0][1] == {0: ids[0], 1: ids[1], 2: ids[3], 3: ids[2]}
    assert composer.model.frame == 3
    composer.canvas.spots[3].setFocus()
    press(KEY.Key_Right, ALT)
    rest()
    assert held() == [("1+3", {0: ids[0], 1: ids[1], 2: ids[3]}), ("4", {0: ids[2]})]
    assert composer.model.page_index == 1


def test_the_letter_is_kept_as_typed_and_each_pause_is_one_step(
    composer, press, rest, backend, book_id
):
    composer.side.letter.edit.setFocus()
    composer.side.letter.edit.moveCursor(composer.side.letter.edit.textCursor().MoveOperation.End)
    type_words(", good day")
    shown = "".join(o.logical for o in composer.canvas.page.operations if isinstance(o, Text))
    assert "good day" in shown
    rest()
    assert backend.ask(lookbook, lookbook_id=book_id).letter == "Dear Signora Altieri, good day"
    press(KEY.Key_Z, CTRL)
    rest()
    assert composer.side.letter.edit.toPlainText() == "Dear Signora Altieri"
    assert backend.ask(lookbook, lookbook_id=book_id).letter == "Dear Signora Altieri"


def test_undo_right_after_typing_takes_back_what_was_typed(
    composer, press, rest, backend, book_id
):
    composer.head.title.setFocus()
    composer.head.title.end(False)
    type_words(" and June")
    press(KEY.Key_Z, CTRL)
    rest()
    assert composer.head.title.text() == "For Ravello, in May"
    assert backend.ask(lookbook, lookbook_id=book_id).title == "For Ravello, in May"


def test_leaving_the_page_keeps_what_was_just_typed(composer, window, rest, backend, book_id):
    composer.head.title.setFocus()
    composer.head.title.selectAll()
    type_words("Silk")
    window.go("clients")
    rest()
    assert backend.ask(lookbook, lookbook_id=book_id).title == "Silk"


def test_pages_are_added_moved_and_taken_out(composer, press, rest, held):
    first = held()[0]
    composer.canvas.spots[0].setFocus()
    press(KEY.Key_Plus)
    rest()
    assert held() == [first, ("4", {})]
    press(KEY.Key_PageUp, ALT)
    rest()
    assert held() == [("4", {}), first]
    assert composer.model.page_index == 0
    composer.strip.thumbs[0].setFocus()
    press(KEY.Key_Delete)
    rest()
    assert held() == [first]


def test_a_layout_is_pressed_and_its_pieces_stay(composer, rest, held):
    before = held()[0][1]
    cell = next(c for c in composer.side.layouts.cells.values() if c.layout_shown.value == "2")
    QTest.mouseClick(cell, Qt.MouseButton.LeftButton)
    rest()
    assert held() == [("2", before)]
    assert len(composer.canvas.spots) == 2
    cells = composer.side.layouts.cells.values()
    assert [c.layout_shown.value for c in cells if c.isChecked()] == ["2"]


def test_a_dragged_piece_lands_in_the_frame_below_the_pointer(composer, rest, held):
    pieces_list = composer.pieces.list
    piece = composer.model.pieces[1]
    start = pieces_list.visualRect(pieces_list.rows.index(1)).center()
    target = composer.canvas.spots[3]
    viewport = pieces_list.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start + QPoint(12, 0))
    at = viewport.mapFromGlobal(target.mapToGlobal(target.rect().center()))
    QTest.mouseMove(viewport, at)
    assert composer.placing.dragging.is_carrying
    assert [spot.is_aimed for spot in composer.canvas.spots] == [False, False, False, True]
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at)
    rest()
    assert held()[0][1][3] == piece.id
    assert not composer.placing.dragging.is_carrying


def test_esc_lets_a_dragged_piece_go_where_it_was(composer, press, rest, held):
    before = held()
    spot = composer.canvas.spots[0]
    centre = spot.rect().center()
    QTest.mousePress(spot, Qt.MouseButton.LeftButton, pos=centre)
    QTest.mouseMove(spot, centre + QPoint(40, 0))
    assert composer.placing.dragging.is_carrying
    press(KEY.Key_Escape)
    QTest.mouseRelease(spot, Qt.MouseButton.LeftButton, pos=centre)
    rest()
    assert not composer.placing.dragging.is_carrying
    assert held() == before


def test_the_same_pdf_comes_again_from_its_kept_copy(
    composer, press, rest, backend, book_id, tmp_path, window
):
    first, again = tmp_path / "first.pdf", tmp_path / "again.pdf"
    press(KEY.Key_E, CTRL)
    _choose(first)
    rest()
    assert first.read_bytes().startswith(b"%PDF")
    assert window.toast.words == "The PDF is ready"
    backend.do(edit_lookbook, "x", lookbook_id=book_id, values={"title": "Another"})
    rest()
    issue = backend.ask(issues, lookbook_id=book_id)[0]
    composer.leaving.show_issued()
    rest()
    composer.leaving._issued.save_wanted.emit(issue)
    _choose(again)
    rest()
    assert again.read_bytes() == first.read_bytes()


def test_without_a_printer_a_sentence_says_what_to_do(composer, press, rest, window, monkeypatch):
    from clienteling.ui.screens.composer import printing

    class NoPrinters:
        @staticmethod
        def availablePrinterNames():
            return []

    monkeypatch.setattr(printing, "QPrinterInfo", NoPrinters)
    press(KEY.Key_P, CTRL)
    rest()
    assert window.toast.words == "No printer answers here. Make a PDF instead."


def test_the_discreet_view_shows_no_price_on_the_page(composer, rest, window):
    QTest.mouseClick(composer.side.switches["show_prices"], Qt.MouseButton.LeftButton)
    rest()
    open_page = composer.canvas.page
    window.desk.set_discreet(True)
    hidden = composer.canvas.page
    said = [one.logical for one in hidden.operations if isinstance(one, Text)]
    assert any("€" in one.logical for one in open_page.operations if isinstance(one, Text))
    assert not any("€" in words for words in said)
    assert HIDDEN in said
    assert hidden.frames == open_page.frames
    assert len(hidden.operations) == len(open_page.operations)


def test_the_preview_turns_pages_by_keys(composer, press, rest, window):
    composer.model.add_page()
    rest()
    composer.model.choose_page(0)
    composer.canvas.spots[0].setFocus()
    press(KEY.Key_V)
    paper = composer.leaving._preview.paper
    assert paper.accessibleName() == "Page 1 of 2, For Ravello, in May"
    press(KEY.Key_Right)
    assert paper.accessibleName().startswith("Page 2 of 2")
    press(KEY.Key_Escape)
    assert not composer.leaving._preview.is_open


def test_a_segment_gets_one_file_each(composer, rest, tmp_path, window, backend):
    folder = tmp_path / "out"
    folder.mkdir()
    composer.leaving.begin_batch()
    rest()
    sheet = composer.leaving._batch
    sheet.whom.choose(ListFilter.CIRCLE_HIGHLIGHTED.value)
    sheet.whom.changed.emit()
    rest()
    count = sheet._count
    assert count > 1
    QTest.mouseClick(sheet.make, Qt.MouseButton.LeftButton)
    _choose(folder)
    rest()
    files = sorted(path.name for path in folder.glob("*.pdf"))
    assert len(files) == count
    assert window.toast.words == f"{count} PDFs are ready"


def test_a_segment_gets_one_file_in_all_and_says_when_nobody_is_in_it(
    composer, rest, tmp_path, window
):
    out = tmp_path / "all.pdf"
    composer.leaving.begin_batch()
    rest()
    sheet = composer.leaving._batch
    sheet.form.button("one").click()
    count = sheet._count
    QTest.mouseClick(sheet.make, Qt.MouseButton.LeftButton)
    _choose(out)
    rest()
    assert page_count(out.read_bytes()) == count
    composer.leaving.begin_batch()
    sheet._know_count(0)
    assert sheet.told.text() == "Nobody is in this selection"
    assert not sheet.make.isEnabled()


def test_a_lookbook_taken_off_the_shelf_leaves_the_page(composer, rest, window):
    composer.leaving.take_away()
    rest()
    assert window.where == ("lookbooks", None)


def test_enter_on_a_filled_frame_offers_its_sizes(composer, press, rest, backend, book_id):
    composer.canvas.spots[0].setFocus()
    press(KEY.Key_Return)
    rest()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    acts = [act for act in menu.actions() if act.text()]
    assert acts[0].text() == "The client's size"
    assert acts[0].isChecked()
    acts[1].trigger()
    menu.close()
    rest()
    item = backend.ask(lookbook, lookbook_id=book_id).pages[0].items[0]
    assert acts[1].text().startswith(f"{item.size_label},")


def test_a_letter_too_long_for_its_page_goes_on_on_another(composer, rest, held):
    composer.side.letter.edit.setPlainText("The evenings above the sea are cool in May. " * 60)
    rest()
    pages = len(composer.strip.thumbs)
    assert pages > 1
    composer.strip.thumbs[1].click()
    assert composer.canvas.spots == []
    assert composer.model.page_index == 0
    composer.side.letter.edit.setPlainText("Short")
    rest()
    assert len(composer.strip.thumbs) == 1
    assert len(composer.canvas.spots) == 4


def test_a_long_job_is_stopped_and_says_so(composer, rest, window, qtbot):
    working = composer.leaving.working
    begun = threading.Event()

    def work(progress):
        while True:
            progress.step(0, 10)
            begun.set()

    working.run("Making the PDF", work, lambda _: None)
    qtbot.waitUntil(begun.is_set)
    working.stop()
    rest()
    assert not working.is_busy
    assert window.toast.words == "Stopped. The lookbook is kept."


def test_painted_pages_reach_the_printer_one_by_one(composer, qtbot, tmp_path, backend):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    done: list[object] = []
    pages = composer.model.pages * 3
    PagePrinter(backend, printer, pages, composer, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert page_count((tmp_path / "printed.pdf").read_bytes()) == 3


def test_cups_is_given_what_the_dialog_says():
    order = Order("Salon Bleu", 2, "1-3", "A5", (("sides", "one-sided"),))
    assert order.arguments(Path("/tmp/x.pdf")) == [
        "-d", "Salon Bleu", "-n", "2", "-P", "1-3", "-o", "media=A5", "-o", "sides=one-sided",
        "--", "/tmp/x.pdf",
    ]  # fmt: skip


def test_all_that_a_dialog_offers_reaches_the_order(qapp):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setCopyCount(3)
    printer.setCollateCopies(False)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1,3-5"))
    order = order_of(printer, PageSize.A5)
    assert (order.copies, order.pages, order.paper) == (3, "1,3-5", "A4")
    assert dict(order.options) == {
        "sides": "one-sided",
        "collate": "false",
        "outputorder": "reverse",
        "print-color-mode": "monochrome",
        "fit-to-page": "true",
    }


def test_the_composer_opens_in_both_languages_themes_and_largest_text(composer, rest, window):
    theme = window.desk.theme
    theme.set_text_size(130)
    theme.set_choice("dark")
    window.resize(1280, 800)
    window.desk.language_changed.emit()
    rest()
    assert window.grab().width() == 1280
    assert composer.canvas.paper().width() > 300


def test_a_later_page_has_words_of_its_own(composer, press, rest, backend, book_id):
    composer.model.add_page()
    rest()
    assert composer.side.letter.edit.toPlainText() == ""
    composer.model.set_layout("words")
    rest()
    composer.side.letter.edit.setFocus()
    type_words("And one more thing")
    rest()
    row = backend.ask(lookbook, lookbook_id=book_id)
    assert (row.letter, row.pages[1].words) == ("Dear Signora Altieri", "And one more thing")
    said = [one.logical for one in composer.canvas.page.operations if isinstance(one, Text)]
    assert "And one more thing" in said
    composer.model.choose_page(0)
    assert composer.side.letter.edit.toPlainText() == "Dear Signora Altieri"
    composer.model.choose_page(1)
    composer.side.letter.edit.setFocus()
    press(KEY.Key_Z, CTRL)
    rest()
    assert backend.ask(lookbook, lookbook_id=book_id).pages[1].words is None
    assert composer.side.letter.edit.toPlainText() == ""


def test_tab_goes_from_the_pieces_to_pages_frames_and_layouts(composer, press):
    composer.pieces.list.setFocus()
    walked = []
    for _ in range(4):
        press(KEY.Key_Tab)
        walked.append(QApplication.focusWidget())
    (chosen,) = (one for one in composer.side.layouts.cells.values() if one.isChecked())
    assert walked == [
        composer.strip.thumbs[0],
        composer.strip.add,
        composer.canvas.spots[0],
        chosen,
    ]
