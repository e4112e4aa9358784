"""Prints through a CUPS queue of the test's own, as Ctrl+P and the system's dialog do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtWidgets import QComboBox, QLineEdit, QRadioButton, QSpinBox

from clienteling.queries.lookbooks import issues, shelf
from clienteling.reports.preview import page_count
from clienteling.services.lookbooks import edit_lookbook
from tests.ui.screens.queues import NAME, missing, own_queue

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TITLE = "Between Milan and the lake"

pytestmark = pytest.mark.skipif(
    bool(missing()), reason=f"no CUPS of the test's own without {missing()}"
)


@pytest.fixture
def queue(monkeypatch):
    """A queue; ``lp`` and Qt know no other."""
    with own_queue() as made:
        monkeypatch.setenv("CUPS_SERVER", made.server)
        yield made


@pytest.fixture
def book_id(backend):
    """Beatrice Altieri's lookbook of two pages."""
    return next(row.id for row in backend.ask(shelf) if row.title == TITLE)


@pytest.fixture
def dialog(request, backend, window, qtbot, press, rest, book_id, queue):
    """The system's dialog, opened by Ctrl+P on the lookbook."""
    assert QPrinterInfo.availablePrinterNames() == [NAME]
    if hasattr(request, "param"):
        backend.do(edit_lookbook, "x", lookbook_id=book_id, values={"page_size": request.param})
    window.desk.go("lookbooks", book_id)
    rest()
    press(KEY.Key_P, CTRL)
    qtbot.waitUntil(lambda: window.findChild(QPrintDialog) is not None)
    return window.findChild(QPrintDialog)


def printed(queue, qtbot):
    """Wait for the paper and return the words of its pages, in the order in which they came."""
    import pypdfium2

    qtbot.waitUntil(
        lambda: queue.paper.exists() and queue.paper.read_bytes().rstrip().endswith(b"%%EOF"),
        timeout=20_000,
    )
    paper = pypdfium2.PdfDocument(queue.paper)
    sizes = {tuple(map(round, page.get_size())) for page in paper}
    words = [page.get_textpage().get_text_range() for page in paper]
    paper.close()
    return sizes, words


def test_a_lookbook_reaches_the_paper_whole(dialog, queue, qtbot, rest, window, backend, book_id):
    kept = len(backend.ask(issues, lookbook_id=book_id))
    dialog.accept()
    rest()
    sizes, words = printed(queue, qtbot)
    assert sizes == {(595, 842)}
    assert len(words) == 2
    assert TITLE in words[0]
    assert "Lune slip dress" in words[1]
    assert window.toast.words == "Given to the printer"
    left = backend.ask(issues, lookbook_id=book_id)
    assert (len(left), left[0].way.value) == (kept + 1, "print")


def test_only_the_pages_that_were_chosen_are_printed(dialog, queue, qtbot, rest):
    dialog.findChild(QRadioButton, "printRange").setChecked(True)
    dialog.findChild(QSpinBox, "from").setValue(2)
    dialog.accept()
    rest()
    _sizes, words = printed(queue, qtbot)
    assert len(words) == 1
    assert "Lune slip dress" in words[0]


@pytest.mark.parametrize("dialog", ["A5"], indirect=True)
def test_a_small_lookbook_is_printed_on_small_paper(dialog, queue, qtbot, rest):
    dialog.accept()
    rest()
    sizes, words = printed(queue, qtbot)
    assert sizes == {(420, 595)}
    assert TITLE in words[0]


@pytest.mark.parametrize("dialog", ["Letter"], indirect=True)
def test_a_page_the_printer_has_no_paper_for_goes_whole_on_what_it_has(dialog, queue, qtbot, rest):
    dialog.accept()
    rest()
    sizes, words = printed(queue, qtbot)
    assert sizes == {(595, 842)}
    assert TITLE in words[0]


def test_printing_to_a_file_writes_the_lookbook_itself(dialog, rest, window, tmp_path):
    out = tmp_path / "kept.pdf"
    printers = dialog.findChild(QComboBox, "printers")
    printers.setCurrentIndex(printers.findText("Print to File (PDF)"))
    dialog.findChild(QLineEdit, "filename").setText(str(out))
    dialog.accept()
    rest()
    assert (page_count(out.read_bytes()), window.toast.words) == (2, "The PDF is ready")
    assert b"CormorantGaramond" in out.read_bytes()


def test_a_printer_that_went_away_is_said_and_nothing_is_lost(
    dialog, queue, rest, window, monkeypatch
):
    monkeypatch.setenv("CUPS_SERVER", f"{queue.server}-gone")
    dialog.accept()
    rest()
    said = "The printer did not answer. The lookbook is kept; try again or make a PDF."
    assert window.toast.words == said
