"""A whole day's acts by keys alone, from the first to the last, as someone without a mouse does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from clienteling.queries.client_card import client_card
from clienteling.queries.lookbooks import lookbook
from clienteling.queries.story import story
from tests.ui.screens.tour import BEATRICE

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FILE = "Customer No;First name;Last name;E-mail\nN1;Ines;Aurelle;ines@example.com\n"


def write(words: str) -> None:
    """Type where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def choose(path) -> None:
    """Choose a file in the dialog that is open."""
    (dialog,) = (
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, QFileDialog) and one.isVisible()
    )
    owner = dialog.parentWidget()
    assert owner is not None
    window = owner.window()
    dialog.selectFile(str(path))
    dialog.accept()
    window.activateWindow()  # Where there is no window manager nobody else does.


@pytest.fixture
def tab_to(press):
    """Press Tab until something of a name has the focus."""

    def act(name: str) -> None:
        for _step in range(60):
            press(KEY.Key_Tab)
            now = QApplication.focusWidget()
            if now is not None and now.accessibleName() == name:
                return
        raise AssertionError(f"Tab never comes to {name}")

    return act


def test_from_finding_a_client_to_her_lookbook_on_paper(window, backend, press, rest, tmp_path):
    def words() -> list[str]:
        told = backend.ask(story, client_id=BEATRICE, reader_id=backend.me().staff.id)
        return [one.words for one in told]

    press(KEY.Key_Slash)
    write("beatr")
    rest()
    press(KEY.Key_Return)
    rest()
    assert window.where == ("clients", BEATRICE)

    press(KEY.Key_N)
    rest()
    write("Asked for a hat")
    press(KEY.Key_Return, CTRL)
    rest()
    assert words()[0] == "Asked for a hat"
    press(KEY.Key_Z, CTRL)
    rest()
    assert "Asked for a hat" not in words()
    press(KEY.Key_Z, CTRL | SHIFT)
    rest()
    assert "Asked for a hat" in words()

    press(KEY.Key_L)
    rest()
    place, book_id = window.where
    assert place == "lookbooks"
    placed = []
    for letters, step in (("quai", None), ("ond", KEY.Key_Right)):
        press(KEY.Key_F)
        write(letters)
        rest()
        press(KEY.Key_Return)
        placed.append(window.page.model.pieces[0].id)
        press(KEY.Key_Return)
        if step is not None:
            press(step)
        press(KEY.Key_Return)
        rest()
    row = backend.ask(lookbook, lookbook_id=book_id)
    assert {item.product_id for item in row.pages[0].items} == set(placed)

    press(KEY.Key_E, CTRL)
    choose(tmp_path / "ravello.pdf")
    rest()
    assert (tmp_path / "ravello.pdf").read_bytes().startswith(b"%PDF")

    press(KEY.Key_Escape)
    rest()
    assert window.where == ("clients", BEATRICE)


def test_a_new_client_who_says_how_to_reach_her(window, backend, press, rest, tab_to):
    press(KEY.Key_K, CTRL)
    write("isabella fontana")
    rest()
    press(KEY.Key_Return, CTRL)
    rest()
    write("+39 347 555 0182")
    tab_to("WhatsApp, not asked")
    press(KEY.Key_Space)
    tab_to("Keep the client")
    press(KEY.Key_Return)
    rest()
    place, client_id = window.where
    card = backend.ask(client_card, client_id=client_id, today=backend.clock.today())
    assert place == "clients"
    assert card.person.display == "Isabella Fontana"
    assert [one.channel.value for one in card.consent.permissions if one.allowed] == ["whatsapp"]


def test_a_file_brought_in_and_taken_back(window, backend, press, rest, tab_to, tmp_path):
    path = tmp_path / "clients.csv"
    path.write_text(FILE, "utf-8")
    count = "SELECT count(*) FROM client WHERE family_name = 'Aurelle' AND deleted_at IS NULL"

    def brought() -> int:
        return int(backend.look(lambda raw: raw.execute(count).fetchone()[0]))

    press(KEY.Key_Comma, CTRL)
    rest()
    press(KEY.Key_I)
    rest()
    press(KEY.Key_Return)
    choose(path)
    rest()
    assert QApplication.focusWidget() is window.page._other().tables.columns_view
    for _act in ("check", "bring in"):
        press(KEY.Key_C)
        rest()
    assert brought() == 1
    tab_to("Take it back")
    press(KEY.Key_Return)
    rest()
    assert brought() == 0
