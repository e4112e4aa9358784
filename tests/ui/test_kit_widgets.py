"""The parts can be read, reached and used by key, touch and screen reader."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale, QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from clienteling.ui.widgets import (
    HIDDEN,
    Button,
    Chip,
    ChipGroup,
    ChoiceChip,
    DatePill,
    DayPicker,
    Dialog,
    Field,
    FlowLayout,
    Keycap,
    Overlay,
    PlainLabel,
    Popover,
    RailItem,
    RememberStrip,
    ScrollPage,
    SecretLabel,
    Segmented,
    SyncLine,
    TextLink,
    Toast,
    Toggle,
    box,
    column,
    cover,
    line,
)
from clienteling.ui.widgets.focus import FocusRing


def heard(widget):
    """What a screen reader learns: role, name, and whether it is checked."""
    face = QAccessible.queryAccessibleInterface(widget)
    state = face.state()
    return face.role(), face.text(QAccessible.Text.Name), bool(state.checked)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.resize(1000, 700)
    qtbot.addWidget(made)
    return made


def fill(window, *parts):
    window.setLayout(column(*parts, None, gap=8, margins=(20, 20, 20, 20)))
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    return window


def test_every_operable_part_has_role_name_and_state(theme, window):
    field = Field(theme, "City")
    parts: dict[str, QWidget] = {
        "button": Button(theme, "Log", key="N"),
        "icon": Button(theme, icon="x", name="Close"),
        "link": TextLink(theme, "Prepare"),
        "toggle": Toggle(theme, "Prices", on=True),
        "chip": ChoiceChip(theme, "Tomorrow"),
        "rail": RailItem(theme, "Clients", "address-book"),
        "field": field,
        "text": PlainLabel(theme, "Milan"),
    }
    fill(window, *parts.values())
    role = QAccessible.Role
    heard_of = parts | {"field": field.edit}
    assert {name: heard(part) for name, part in heard_of.items()} == {
        "button": (role.Button, "Log", False),
        "icon": (role.Button, "Close", False),
        "link": (role.Button, "Prepare", False),
        "toggle": (role.CheckBox, "Prices", True),
        "chip": (role.CheckBox, "Tomorrow", False),
        "rail": (role.RadioButton, "Clients", False),
        "field": (role.EditableText, "City", False),
        "text": (role.StaticText, "Milan", False),
    }


def test_markup_and_ampersands_are_shown_as_they_are(theme, qtbot):
    label = PlainLabel(theme, "<b>Rossi</b> & figli")
    button = Button(theme, "Rossi & figli")
    for part in (label, button):
        qtbot.addWidget(part)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert (button.words, button.accessibleName()) == ("Rossi & figli", "Rossi & figli")
    assert button.shortcut().isEmpty()


def test_focus_by_key_shows_a_ring_clear_of_the_shape_and_by_mouse_none(theme, window, qtbot):
    first, second = Button(theme, "First"), Button(theme, "Second")
    fill(window, first, second)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert window.findChildren(FocusRing) == []
    second.setFocus(Qt.FocusReason.TabFocusReason)
    rings = window.findChildren(FocusRing)
    assert [ring.part for ring in rings] == [second]
    wanted = second.geometry().adjusted(-4, -4, 4, 4)
    assert (
        rings[0].geometry().translated(rings[0].parentWidget().mapTo(window, QPoint())) == wanted
    )
    first.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert [ring.part for ring in window.findChildren(FocusRing)] == [first]


def test_a_ring_climbs_out_of_a_tight_parent_but_not_out_of_a_scrolled_page(theme, window):
    tight, inside = Button(theme, "Tight"), Button(theme, "Inside")
    page = ScrollPage(theme, box(column(inside)))
    fill(window, box(line(tight)), page)
    inside.setFocus(Qt.FocusReason.TabFocusReason)
    inner = window.findChild(FocusRing).parentWidget()
    tight.setFocus(Qt.FocusReason.TabFocusReason)
    outer = window.findChild(FocusRing).parentWidget()
    assert outer is window
    assert page.isAncestorOf(inner)


def test_enter_and_space_press(theme, window, qtbot):
    button, pressed = Button(theme, "Save"), []
    button.clicked.connect(lambda: pressed.append(1))
    fill(window, button)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(pressed) == 2


def test_hit_boxes_are_at_least_44_high_where_a_finger_goes(theme, qtbot):
    parts = [Button(theme, "A"), ChoiceChip(theme, "A"), TextLink(theme, "A"), Toggle(theme, "A"),
             Segmented(theme, [("a", "A")]), RailItem(theme, "A", "x"), SyncLine(theme)]  # fmt: skip
    for part in parts:
        qtbot.addWidget(part)
    assert [part.sizeHint().height() for part in parts if part.sizeHint().height() < 44] == []


def test_a_segmented_switch_moves_by_arrow_and_tells(theme, window, qtbot):
    switch = Segmented(theme, [("mine", "Mine"), ("all", "Boutique")], name="Whose")
    fill(window, switch)
    told: list[str] = []
    switch.chosen.connect(told.append)
    switch.button("mine").setFocus()
    qtbot.keyClick(switch.button("mine"), Qt.Key.Key_Right)
    switch.choose("mine")
    assert (told, switch.value) == (["all"], "mine")


def test_chip_groups_choose_one_or_many(theme, qtbot):
    options = [("none", "None"), ("day", "Tomorrow"), ("week", "In 2 weeks")]
    one, many = ChipGroup(theme, options), ChipGroup(theme, options, exclusive=False)
    for group in (one, many):
        qtbot.addWidget(group)
        group.choose("none")
        group.chip("week").click()
    assert (one.value, many.values) == ("week", ["none", "week"])


def test_a_field_shows_how_to_mend_and_forgets_it_when_edited(theme, window, qtbot):
    field = Field(theme, "Email", optional=True)
    fill(window, field)
    height = field.height()
    field.set_error("Add what follows the @ sign")
    shown = (field.state, field.message.text(), field.edit.accessibleDescription())
    QTest.keyClicks(field.edit, "b")
    assert shown == ("error", "Add what follows the @ sign", "Add what follows the @ sign")
    assert (field.state, field.message.text(), field.height()) == ("plain", "", height)
    assert field.label.text() == "Email (optional)"


def test_a_long_sentence_is_told_whole_in_the_toast(theme, window):
    window.show()
    toast = Toast(theme, window)
    toast.show_words("Note kept")
    low, words = toast.height(), toast.findChildren(PlainLabel)[0]
    sentence = (
        "This computer has no keyring, so the key of this book is in the file house.book.key. "
        "Whoever has both files can read the book: keep a copy of the key in a safe."
    )
    toast.show_words(sentence)
    assert toast.geometry().right() < window.width()
    assert toast.geometry().bottom() < window.height()
    assert toast.height() > low
    assert words.height() >= words.heightForWidth(words.width())
    assert " ".join(words._rows(words.width())) == sentence


def test_a_toast_offers_one_way_back_and_the_next_makes_it_go(theme, window, qtbot):
    window.show()
    toast, done = Toast(theme, window), []
    toast.show_words("Call noted", act=lambda: done.append("call"))
    toast.show_words("Note kept", act=lambda: done.append("note"))
    assert (toast.words, toast.isVisible(), toast.action.words) == ("Note kept", True, "Undo")
    assert toast.geometry().bottom() < window.height()
    assert [toast.undo(), toast.undo()] == [True, False]
    assert (done, toast.isVisible()) == (["note"], False)


def test_escape_closes_an_overlay_and_focus_goes_back_to_its_opener(theme, window, qtbot):
    opener = Button(theme, "Open")
    fill(window, opener)
    overlay = Overlay(theme, window, size=(400, 300))
    other = Overlay(theme, window, size=(300, 200))
    inside, last = Button(theme, "Inside"), Button(theme, "Last")
    overlay.sheet.setLayout(column(inside, last))
    window.activateWindow()
    opener.setFocus()
    other.open()
    overlay.open(inside)
    one_at_a_time = (other.is_open, overlay.is_open)
    QTest.keyClick(inside, Qt.Key.Key_Tab)
    tabbed = window.focusWidget()
    QTest.keyClick(tabbed, Qt.Key.Key_Tab)
    wrapped = window.focusWidget()
    QTest.keyClick(wrapped, Qt.Key.Key_Escape)
    assert one_at_a_time == (False, True)
    assert (tabbed, wrapped) == (last, inside)
    assert (overlay.is_open, window.focusWidget()) == (False, opener)


def test_the_irreversible_asks_for_the_family_name(theme, window, qtbot):
    window.show()
    dialog = Dialog(theme, window, title="Erase Beatrice Altieri?", body="Notes go.",
                    keep="Keep the card", act="Erase", type_to_confirm="Altieri",
                    type_label="Type the family name to go on")  # fmt: skip
    agreed = []
    dialog.agreed.connect(lambda: agreed.append(True))
    dialog.open()
    before = dialog.act_button.isEnabled()
    QTest.keyClicks(dialog.field.edit, "altieri")
    dialog.act_button.click()
    assert (before, agreed, dialog.is_open) == (False, [True], False)


def test_the_remember_strip_is_never_empty(theme, window):
    strip = RememberStrip(theme)
    fill(window, strip)
    empty = [part.text() for part in strip.findChildren(PlainLabel) if part.isVisible()]
    strip.set_words("Never call before eleven.", alert="Nickel allergy")
    full = [part.text() for part in strip.findChildren(PlainLabel) if part.isVisible()]
    assert empty == ["Please remember", "Nothing noted yet"]
    assert full == ["Please remember", "Never call before eleven.", "Nickel allergy"]


def test_pictures_cover_their_plate_and_keep_the_top_of_a_head(dressed_app):
    image = QImage(400, 1000, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for y in range(150, 1000):
        for x in (0, 199, 399):
            image.setPixelColor(x, y, QColor("black"))
    picture = cover(image, QSize(40, 50), 1.0)
    assert (picture.width(), picture.height()) == (40, 50)
    assert picture.toImage().pixelColor(20, 2) == QColor("white")


def test_words_break_on_the_designs_lines_and_end_in_an_ellipsis(theme, qtbot):
    words = "Asked for the Ondine coat in camel for spring; will try on the 12th."
    free = PlainLabel(theme, words, wrap=True)
    two = PlainLabel(theme, words, wrap=True, lines=2)
    for label in (free, two):
        qtbot.addWidget(label)
    assert free.heightForWidth(160) == 3 * theme.line("b")
    assert two.heightForWidth(160) == 2 * theme.line("b")


def test_a_flow_goes_on_in_the_next_line(theme, qtbot):
    flow = FlowLayout(*(Chip(theme, "Silk twill") for _ in range(6)), gap=8, line_gap=8)
    holder = box(flow)
    qtbot.addWidget(holder)
    assert flow.heightForWidth(10_000) == 28
    assert flow.heightForWidth(200) == 3 * 28 + 2 * 8


def test_keycaps_go_on_tills_without_a_keyboard(theme, window):
    cap, button = Keycap(theme, "N"), Button(theme, "Log", key="N")
    fill(window, cap, button)
    wide = button.sizeHint().width()
    theme.set_touch_only(True)
    assert not cap.isVisible()
    assert button.sizeHint().width() < wide


def test_no_part_holds_a_bare_label(theme, window):
    parts = [
        Field(theme, "City"), RememberStrip(theme), DatePill(theme, "21", "Mar"),
        Chip(theme, "Camel", swatch="#B5855A"), Toast(theme, window),
    ]  # fmt: skip
    fill(window, *parts[:-1])
    bare = [label for label in window.findChildren(QLabel) if type(label) is QLabel]
    assert bare == []


def test_the_discreet_view_hides_words_everywhere_and_moves_nothing(theme, window, qtbot):
    amount = SecretLabel(theme, "€ 48,260", role="d34")
    fill(window, amount)
    wide = amount.sizeHint().width()
    amount.set_discreet(True)
    told = (amount.text(), heard(amount)[1], amount.toolTip(), amount.minimumWidth() == wide)
    QTest.mousePress(amount, Qt.MouseButton.LeftButton)
    held = amount.text()
    QTest.mouseRelease(amount, Qt.MouseButton.LeftButton)
    assert told == (HIDDEN, HIDDEN, "", True)
    assert (held, amount.text()) == ("€ 48,260", HIDDEN)
    amount.set_text("€ 1")
    assert amount.text() == HIDDEN


def test_a_day_is_picked_by_key_or_by_press_but_not_before_the_earliest(theme, window, qtbot):
    picker = DayPicker(
        theme, QLocale("en_GB"), today=date(2026, 3, 12), earliest=date(2026, 3, 12)
    )
    opener = Button(theme, "Pick a day")
    fill(window, opener)
    popover = Popover(theme, picker, opener)
    popover.open()
    picked: list[date] = []
    picker.picked.connect(picked.append)
    month = picker.month
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(month, key)
    side = month.width() // 7
    before = month.day_at(QPoint(side // 2, side + side // 2))
    qtbot.mouseClick(month, Qt.MouseButton.LeftButton, pos=QPoint(side // 2, side + side // 2))
    month.turn(1)
    assert (picked, before) == ([date(2026, 3, 20)], date(2026, 2, 23))
    assert (month.day, month.accessibleName()) == (date(2026, 4, 20), "Monday, 20 April 2026")
    popover.close()


def test_every_part_of_the_kit_is_found_by_its_name_and_no_other():
    from clienteling.ui import widgets

    assert all(getattr(widgets, name) is not None for name in widgets.__all__)
    assert set(widgets._HOMES) <= set(widgets.__all__)
    with pytest.raises(AttributeError):
        _ = widgets.no_such_part
