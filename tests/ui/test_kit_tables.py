"""Lists of any length show the rows looked at, ask once, and ignore late answers."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt, QTimer

from clienteling.ui.tables import PAGE_ROWS, Column, Page, RowsModel, RowsView

COLUMNS = (
    Column("Client", lambda row: row.name, role="bb", color="ink"),
    Column("City", lambda row: row.city, width=160, hide_below=500),
    Column("12 months", lambda row: str(row.spent), width=100, align="right", sort="spent"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an imaginary list."""

    number: int

    @property
    def name(self):
        """A name."""
        return f"Client {self.number}"

    @property
    def city(self):
        """A city."""
        return "Milan" if self.number % 2 else ""

    @property
    def spent(self):
        """An amount."""
        return self.number * 10


@pytest.fixture
def model(dressed_app):
    return RowsModel(COLUMNS, key=lambda row: row.number)


@pytest.fixture
def asked(model):
    """Every page that was asked for, answered at once."""
    pages = []

    def answer(wanted):
        pages.append(wanted)
        for page in wanted:
            model.receive(page, [Row(n) for n in range(page.start, page.start + page.length)])

    model.wanted.connect(answer)
    return pages


@pytest.fixture
def view(theme, model, qtbot):
    made = RowsView(theme, model, name="Clients")
    made.resize(800, 600)
    qtbot.addWidget(made)
    return made


def test_the_model_keeps_qts_rules(model, asked, qtmodeltester):
    model.set_count(300)
    qtmodeltester.check(model)
    model.set_rows([Row(number) for number in range(10)])
    qtmodeltester.check(model)


def test_a_hundred_thousand_rows_ask_only_for_those_looked_at(view, model, asked, qtbot):
    model.set_count(100_000)
    view.show()
    qtbot.waitUntil(lambda: model.row(0) is not None)
    first = list(asked)
    view.choose(99_999)
    qtbot.waitUntil(lambda: model.row(99_999) is not None)
    starts = [page.start for wanted in asked for page in wanted]
    assert [[page.start for page in wanted] for wanted in first] == [[0]]
    assert len(starts) <= 3
    assert asked[-1][-1] == Page(2 - 1, 99_968, 32, asked[-1][-1].after, None, from_end=True)


def test_neighbouring_pages_know_each_others_keys(model, asked, qtbot):
    model.set_count(1000)
    for number in (0, PAGE_ROWS, 5 * PAGE_ROWS, 4 * PAGE_ROWS):
        model.row(number)
        qtbot.waitUntil(lambda number=number: model.row(number) is not None)
    said = [(page.start, page.after, page.before) for wanted in asked for page in wanted]
    assert said == [(0, None, None), (128, 127, None), (640, None, None), (512, None, 640)]


def test_requests_are_batched_and_not_repeated(model, qtbot):
    wanted: list[tuple[Page, ...]] = []
    model.wanted.connect(wanted.append)
    model.set_count(1000)
    for _ in range(3):
        for number in (1, 200, 900):
            model.row(number)
    qtbot.waitUntil(lambda: bool(wanted))
    for number in (1, 200, 900):
        model.row(number)
    with qtbot.waitCallback() as later:
        QTimer.singleShot(0, later)
    assert [[page.start for page in pages] for pages in wanted] == [[0, 128, 896]]


def test_an_answer_to_an_older_list_is_ignored(model, qtbot):
    wanted: list[tuple[Page, ...]] = []
    model.wanted.connect(wanted.append)
    model.set_count(50)
    model.row(0)
    qtbot.waitUntil(lambda: bool(wanted))
    model.set_count(40)
    model.receive(wanted[0][0], [Row(n) for n in range(50)])
    assert model.row(0) is None


def test_a_page_that_failed_is_asked_for_again(model, qtbot):
    wanted: list[tuple[Page, ...]] = []
    model.wanted.connect(wanted.append)
    model.set_count(50)
    model.row(0)
    qtbot.waitUntil(lambda: len(wanted) == 1)
    model.forget(wanted[0][0])
    model.row(0)
    qtbot.waitUntil(lambda: len(wanted) == 2)
    assert wanted[0] == wanted[1]


def test_refreshing_keeps_what_is_shown_until_the_answer_comes(model, asked, qtbot):
    model.set_count(10)
    model.row(0)
    qtbot.waitUntil(lambda: model.row(0) is not None)
    model.refresh()
    assert model.row(0) == Row(0)
    qtbot.waitUntil(lambda: len(asked) == 2)


def test_a_row_is_read_as_a_sentence(model):
    model.set_rows([Row(1)])
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Client 1, Milan, 10"


def test_keys_move_peek_and_open_and_letters_stay_with_the_page(view, model, qtbot):
    model.set_rows([Row(number) for number in range(200)])
    view.show()
    view.setFocus()
    opened: list[Row] = []
    peeked: list[Row] = []
    view.opened.connect(opened.append)
    view.peeked.connect(peeked.append)
    keys = Qt.Key
    for key in (keys.Key_J, keys.Key_Down, keys.Key_J, keys.Key_K, keys.Key_Space):
        qtbot.keyClick(view, key)
    qtbot.keyClick(view, keys.Key_End)
    qtbot.keyClick(view, keys.Key_Return)
    qtbot.keyClick(view, keys.Key_N)
    assert (peeked, opened, view.current_row) == ([Row(1)], [Row(199)], Row(199))


def test_a_press_opens_the_row(view, model, qtbot):
    model.set_rows([Row(number) for number in range(5)])
    view.show()
    opened: list[Row] = []
    view.opened.connect(opened.append)
    point = view.visualRect(model.index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert opened == [Row(2)]


def test_columns_share_the_width_and_go_when_there_is_no_room(view, model, theme):
    model.set_rows([Row(1)])
    view.show()
    wide = [view.columnWidth(number) for number in range(3)]
    view.resize(400, 300)
    assert sum(wide) == view.viewport().width() + 400
    assert view.isColumnHidden(1)
    theme.set_text_size(130)
    assert view.rowHeight(0) == theme.px(66)
