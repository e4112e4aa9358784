"""Draw every part of the kit, light and dark, to hold beside the design's pictures.

Run: ``python tests/ui/gallery.py FOLDER``.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from clienteling.ui.fonts import register_fonts
from clienteling.ui.forms import Field as FormField
from clienteling.ui.forms import Form
from clienteling.ui.tables import Column, RowsModel, RowsView
from clienteling.ui.theme import Role, Theme, dress
from clienteling.ui.widgets import (
    Button,
    CallMarks,
    Card,
    Chip,
    ChipGroup,
    Choice,
    ChoiceCell,
    DatePill,
    Dialog,
    DoneMark,
    EmptyState,
    Field,
    FlowLayout,
    IconTabs,
    KeyHints,
    Paper,
    PieceTile,
    PlainLabel,
    Portrait,
    ProgressLine,
    RailItem,
    RememberStrip,
    Rule,
    SearchField,
    SectionHeader,
    Segmented,
    Select,
    SizeFigure,
    Skeleton,
    Sparkbars,
    StaffMark,
    StoryRow,
    SyncLine,
    TextArea,
    TextTabs,
    Toast,
    Toggle,
    box,
    column,
    draw_box,
    draw_plate,
    icon_button,
    line,
)
from clienteling.ui.widgets.focus import show_ring
from clienteling.ui.widgets.rail import SyncState

SWATCHES = [
    "paper",
    "surface",
    "sunken",
    "sel",
    "ink",
    "ink2",
    "ink3",
    "control",
    "accent",
    "accentsoft",
    "pos",
    "cau",
    "crit",
    "info",
    "hair2",
]


def components(theme: Theme) -> QWidget:
    """Build the page of the design's components picture."""
    page = Paper(theme)
    page.resize(1440, 1010)
    title = PlainLabel(theme, "Components", role="d46")
    title.setParent(page)
    title.move(44, 34)
    title.adjustSize()
    for build, x, width in ((first, 44, 430), (second, 520, 430), (third, 996, 400)):
        holder = build(theme)
        holder.setParent(page)
        holder.setGeometry(x, 102, width, 900)
    return page


def first(theme: Theme) -> QWidget:
    """Buttons, chips, fields and choices."""
    focus = [Button(theme, "Focus", kind="primary"), Button(theme, "Focus")]
    more = icon_button(theme, "dots-three", "More")
    more._kind = "secondary"
    buttons = line(
        Button(theme, "Primary", kind="primary", key="N"),
        Button(theme, "Secondary", icon="printer"),
        Button(theme, "Quiet", kind="quiet"),
        Button(theme, "Erase…", kind="critical"),
        gap=10,
    )
    chips = FlowLayout(
        Chip(theme, "Neutral"),
        Chip(theme, "Chosen", kind="chosen"),
        Chip(theme, "Haute Clientèle", kind="circle"),
        Chip(theme, "Camel", swatch="#B5855A"),
        Chip(theme, "Brief ready", kind="pos", icon="check"),
        Chip(theme, "Choose pieces", kind="cau", icon="sparkle"),
        Chip(theme, "2 days late", kind="crit", icon="clock"),
        Chip(theme, "Fur", kind="avoid"),
        gap=8,
        line_gap=8,
    )
    email = Field(theme, "Email", text="b.altieri@")
    email.set_error("Add what follows the @ sign")
    waist = Field(theme, "Waist", text="78.5", unit="cm")
    waist.set_caution("9.5 cm more than in February")
    given = Field(theme, "Given name", text="Beatrice")
    given.setObjectName("focused")
    rows = (
        line(Field(theme, "Family name", text="Altieri"), given, None, gap=16),
        line(email, waist, None, gap=16),
    )
    for row in rows:
        for at in (0, 1):
            item = row.itemAt(at)
            field = item.widget() if item is not None else None
            assert field is not None
            field.setFixedWidth(196)
    toggles = line(
        Choice(theme, "Keep this", chosen=True),
        Choice(theme, "Or this"),
        Toggle(theme, "On", on=True),
        Toggle(theme, "Off"),
        None,
        gap=12,
    )
    switches = line(
        Segmented(theme, [("mine", "Mine"), ("all", "Boutique")]),
        Segmented(theme, [("cm", "cm"), ("in", "in")]),
        None,
        gap=16,
    )
    made = box(
        column(
            SectionHeader(theme, "Buttons"), 14, line(buttons, None), 12,
            line(4, *focus, more, None, gap=14), 27,
            SectionHeader(theme, "Chips"), 12, box(chips), 22,
            SectionHeader(theme, "Fields"), 12, rows[0], 10, rows[1], 18,
            SectionHeader(theme, "Choice"), 2, toggles, 2, switches, None,
        )
    )  # fmt: skip
    made.focus_parts = focus  # type: ignore[attr-defined]  # handed to grab below
    return made


def second(theme: Theme) -> QWidget:
    """Type, dates, progress and sharing."""
    texts: list[tuple[Role, str, str]] = [
        ("d46", "Beatrice Altieri", "ink"),
        ("d34", "Two versions of one card", "ink"),
        ("d24", "37½   € 48,260   78.5", "ink"),
        ("i20", "Never call before eleven.", "ink2"),
        ("h", "Heading 15/600", "ink"),
        ("b", "Body 14/400 — Asked for the Ondine coat in camel.", "ink"),
        ("s", "Small 13/400 — Silk crêpe, bottle green", "ink2"),
        ("c", "Caption 12/400 — Camille, two-week call", "ink3"),
        ("o", "Overline 10.5/600", "ink2"),
    ]
    words = [PlainLabel(theme, text, role=role, color=color) for role, text, color in texts]
    marks = [
        CallMarks(theme, ("now", "to_come", "to_come")),
        CallMarks(theme, ("done", "now", "to_come")),
        CallMarks(theme, ("done", "done", "now")),
    ]
    pills = [
        DatePill(theme, "21", "Mar", nearest=True),
        DatePill(theme, "14", "Mar"),
    ]
    progress = ProgressLine(theme, "")
    progress.set_step(62, 100, "Preparing the copy, 62%")
    progress.setFixedWidth(374)
    syncs = []
    states: tuple[tuple[SyncState, str, str], ...] = (
        ("saved", "Saved", "In step with 4 tills"),
        ("sharing", "Sharing", "3 of 12"),
        ("offline", "Offline", "3 changes wait here"),
        ("compare", "2 to compare", "Two versions differ"),
    )
    for state, head, detail in states:
        sync = SyncLine(theme, stacked=False)
        sync.set_state(state, head, detail)
        syncs.append(sync)
    return box(
        column(
            SectionHeader(theme, "Type"), 12, *words, 22,
            SectionHeader(theme, "Dates and progress"), 12,
            line(*pills, 4, *marks, None, gap=12), 10, line(progress, None), 4,
            Skeleton(theme), 20, SectionHeader(theme, "In step"), 7, *syncs, None, gap=1,
        )
    )  # fmt: skip


def third(theme: Theme) -> QWidget:
    """The dialog's sheet, the empty state and the colours."""
    card = Card(theme, edge="hair2")
    field = Field(theme, "Type the family name to go on", text="Altie", message_slot=False)
    card.setLayout(
        column(
            PlainLabel(theme, "Erase Beatrice Altieri?", role="d28"), 8,
            PlainLabel(
                theme,
                "Notes, photograph, measurements and wishes go from every till. "
                "Invoices stay ten years, as the law asks. This cannot be undone.",
                role="s", color="ink2", wrap=True,
            ), 16, field, 22,
            line(None, Button(theme, "Keep the card"), Button(theme, "Erase", kind="critical")),
            margins=(28, 24, 28, 24),
        )
    )  # fmt: skip
    empty = EmptyState(
        theme, icon="scissors", title="The workshop is clear",
        words="New alterations appear here as advisors send them.",
        act="Open an alteration", framed=True,
    )  # fmt: skip
    return box(
        column(
            SectionHeader(theme, "Dialog"), 14, card, 16,
            SectionHeader(theme, "Nothing here yet"), 14, empty, 18,
            SectionHeader(theme, "Colour"), 12, _Swatches(theme), None,
        )
    )  # fmt: skip


class _Swatches(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setFixedHeight(250)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, token in enumerate(SWATCHES):
            x, y = number % 5 * 70, number // 5 * 82
            area = QRectF(x, y, 62, 40)
            draw_box(painter, area, 2, self.theme.color(token), self.theme.color("hair2"))
            painter.setFont(self.theme.font("c"))
            painter.setPen(self.theme.color("ink2"))
            painter.drawText(QRectF(x, y + 44, 70, 16), Qt.AlignmentFlag.AlignLeft, token)


def card(theme: Theme) -> QWidget:
    """Build a client's card from the kit's parts, to hold beside its picture."""
    page = Paper(theme)
    page.resize(1440, 900)
    parts = (_header(theme), 20, _remember(theme), 22, _columns(theme), None)
    body = box(column(*parts, margins=(40, 62, 0, 24)))
    page.setLayout(
        line(_rail(theme), Rule(theme, vertical=True), body, gap=0, margins=(0, 0, 40, 0))
    )
    toast = Toast(theme, body)
    toast.show_words("Call with Mei-Ling Chow noted", act=page.update, key="Ctrl Z")
    return page


def _rail(theme: Theme) -> QWidget:
    items = [
        RailItem(theme, word, icon)
        for word, icon in (
            ("Today", "sun-horizon"), ("Clients", "address-book"),
            ("Appointments", "calendar-blank"), ("Lookbooks", "book-open"),
            ("Workshop", "scissors"), ("Insights", "chart-line"),
        )
    ]  # fmt: skip
    items[0].set_number(12)
    items[1].setChecked(True)
    sync = SyncLine(theme)
    sync.set_state("saved", "Saved", "In step with 4 tills")
    find = box(line(SearchField(theme, "Find a client", key="/"), margins=(16, 0, 16, 0)))
    house = PlainLabel(theme, "Séverac", role="d28")
    made = box(
        column(
            30, box(line(house, margins=(27, 0, 0, 0))), 38, find, 18, *items, None,
            RailItem(theme, "Settings", "gear-six"), 8, Rule(theme, color="hair"), sync, 60,
        )
    )  # fmt: skip
    made.setFixedWidth(216)
    return made


def _header(theme: Theme) -> QWidget:
    name = column(
        PlainLabel(theme, "Beatrice Altieri", role="d50"),
        2,
        PlainLabel(theme, "Signora Altieri · al-TYEH-ree", role="i18", color="ink2"),
        18,
        line(
            Chip(theme, "Haute Clientèle", kind="circle"),
            PlainLabel(
                theme, "Italiano, Français · Milan · With Camille since 2016", color="ink2"
            ),
            None,
            gap=14,
        ),
        None,
    )
    acts = line(
        Button(theme, "Log", kind="primary", icon="note-pencil", key="N"),
        Button(theme, "Appointment", icon="calendar-blank", key="A"),
        Button(theme, "Lookbook", icon="book-open", key="L"),
        gap=10,
    )
    words = column(
        PlainLabel(theme, "Wedding anniversary", role="bb", align=Qt.AlignmentFlag.AlignRight),
        PlainLabel(theme, "in 9 days · eighteen years", role="s", color="ink2"),
    )
    pill = line(None, words, DatePill(theme, "21", "Mar", nearest=True), gap=14)
    plate = Portrait(theme, "BA", name="Beatrice Altieri", size=(132, 166))
    return box(line(plate, 20, name, None, column(acts, None, pill), gap=8))


def _remember(theme: Theme) -> QWidget:
    return RememberStrip(
        theme,
        "Address as Signora, never by first name.  Never call before eleven.",
        alert="Nickel allergy — gold or platinum hardware only",
    )


def _columns(theme: Theme) -> QWidget:
    sizes = (("Dress", "40", "IT"), ("Jacket", "40", "IT"), ("Trousers", "38", "IT"),
             ("Shoe", "37½", "EU"), ("Ring", "52", "EU"), ("Glove", "7", ""))  # fmt: skip
    figures = [SizeFigure(theme, *one) for one in sizes]
    loves = FlowLayout(
        Chip(theme, "Camel", swatch="#B5855A"), Chip(theme, "Bottle green", swatch="#234A3A"),
        Chip(theme, "Silk twill"), Chip(theme, "Low heels"),
        Chip(theme, "Logos", kind="avoid"), Chip(theme, "Fur", kind="avoid"), gap=6, line_gap=6,
    )  # fmt: skip
    left = box(
        column(
            SectionHeader(theme, "Sizes", link="All 24 measurements"), 14,
            line(*figures[:3]), 18, line(*figures[3:]), 20,
            SectionHeader(theme, "Preferences"), 12, box(loves), None,
        )
    )  # fmt: skip
    left.setFixedWidth(296)
    story = SectionHeader(theme, "Story")
    story.add(TextTabs(theme, [("a", "All"), ("n", "Notes"), ("p", "Pieces"), ("v", "Visits")]))
    rows = [
        StoryRow(theme, date="3 Mar", icon="note-pencil", first=True, caption="Camille · note",
                 words="Asked for the Ondine coat in camel for spring; will try on the 12th."),
        StoryRow(theme, date="18 Feb", icon="phone", caption="Camille · call",
                 words="Two-week call. Loves the bracelet, clasp a little stiff."),
        StoryRow(theme, date="3 Feb", icon="handbag-simple", caption="€ 4,850 · Faubourg",
                 words="Solène bracelet, yellow gold", last=True,
                 picture=Portrait(theme, "", size=(44, 55))),
    ]  # fmt: skip
    middle = box(column(SearchField(theme, "Write a note…", key="N"), 16, story, *rows, None))
    tiles = [PieceTile(theme, "Ondine coat", place="40 here", availability="here"),
             PieceTile(theme, "Arpège bag", place="Milan", availability="elsewhere"),
             PieceTile(theme, "Aube dress", place="40 here", availability="here")]  # fmt: skip
    bars = Sparkbars(theme, [10, 2, 25, 2, 5, 44, 2, 14, 60, 2, 32, 20])
    right = box(
        column(
            SectionHeader(theme, "Purchases", link="See all"), 10,
            line(PlainLabel(theme, "€ 48,260", role="d34"), None, bars),
            PlainLabel(theme, "last 12 months", role="c", color="ink2"), 22,
            SectionHeader(theme, "Wish list", link="See all"), 12, line(*tiles, gap=12), None,
        )
    )  # fmt: skip
    right.setFixedWidth(300)
    return box(line(left, middle, right, gap=44))


def inputs(theme: Theme) -> QWidget:
    """Build a page of lists, choices and a form."""
    page = Paper(theme)
    page.resize(1440, 900)
    tabs = IconTabs(theme, [("n", "Note", "note-pencil", "Alt 1"), ("c", "Call", "phone", "Alt 3"),
                            ("v", "Visit", "calendar-blank", "Alt 5")])  # fmt: skip
    chips = ChipGroup(theme, [("0", "None"), ("1", "Tomorrow"), ("2", "In 2 days")])
    chips.add("3", "Pick a day", icon="calendar-blank")
    chips.choose("2")
    note = TextArea(theme, "A word from you", role="i16", rows=4)
    note.set_text("Dear Signora Altieri, the evenings above the sea are cool in May.")
    cells = [ChoiceCell(theme, "This till", detail="Camille, today 10:18"),
             ChoiceCell(theme, "The other", detail="Kenji, yesterday")]  # fmt: skip
    cells[0].setChecked(True)
    form = Form(theme, (
        FormField("family", "Family name"), FormField("given", "Given name", optional=True),
        FormField("circle", "Circle", kind="choice", options=(("h", "Haute Clientèle"),)),
        FormField("born", "Birthday", kind="date", optional=True, help="Day, month and year"),
    ))  # fmt: skip
    disabled = Button(theme, "Save", kind="primary", key="Ctrl ↵")
    disabled.setEnabled(False)
    left = box(
        column(
            tabs, 16, note, 12, chips, 12, line(*cells), 16, form, 8,
            line(DoneMark(theme, "Done"), StaffMark(theme, "CR"), disabled,
                 Select(theme, [("en", "English")], bare=True), None),
            None,
            KeyHints(theme, [(["↑", "↓"], "choose"), (["↵"], "open card")], remark="4 found"),
        )
    )  # fmt: skip
    page.setLayout(line(left, _list(theme), gap=44, margins=(40, 40, 40, 40)))
    left.setFixedWidth(560)
    return page


def _list(theme: Theme) -> QWidget:
    people = [("Beatrice Altieri", "Haute Clientèle", "Milan", "€ 48,260", "BA"),
              ("Lin Jiayi  林佳怡", "Haute Clientèle", "Shanghai", "€ 36,180", "LJ"),
              ("Marcus Okafor", "Privée", "Lagos", "€ 19,400", "MO")]  # fmt: skip
    columns = (
        Column("", lambda _row: "", width=60, draw=lambda painter, theme, area, row: draw_plate(
            painter, theme, QRectF(area.left(), area.top() + 8, 40, 50), row[4])),
        Column("Client", lambda row: row[0], role="bb", color="ink"),
        Column("Circle", lambda row: row[1], width=150, role="s",
               color=lambda row: "accent" if row[1].startswith("H") else "ink2"),
        Column("City", lambda row: row[2], width=110),
        Column("12 months", lambda row: row[3], width=110, align="right", role="bm", color="ink"),
    )  # fmt: skip
    model = RowsModel(columns, key=lambda row: row[0])
    model.set_rows(people * 40)
    view = RowsView(theme, model, name="Clients")
    model.setParent(view)
    view.choose(1)
    return view


def grab(page: QWidget, path: Path) -> None:
    """Show a page without a screen and save its picture."""
    page.show()
    QApplication.processEvents()
    for holder in page.findChildren(QWidget):
        for part in getattr(holder, "focus_parts", []):
            show_ring(part, part.theme, part.shape(), part.radius())
    field = page.findChild(QWidget, "focused")
    if field is not None:
        field.setFocus()
    QApplication.processEvents()
    page.grab().save(str(path))
    page.close()


def main(folder: Path) -> None:
    """Draw the kit in both themes."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    register_fonts()
    for choice in ("light", "dark"):
        theme = Theme(choice)
        dress(app, theme)
        for build in (components, card, inputs):
            grab(build(theme), folder / f"{build.__name__}-{choice}.png")
        theme.set_text_size(130)
        theme.set_language("ja")
        grab(inputs(theme), folder / f"inputs-130-ja-{choice}.png")
        theme.set_text_size(100)
        theme.set_language("en")
        page = card(theme)
        dialog = Dialog(
            theme, page, title="Erase Beatrice Altieri?", keep="Keep the card", act="Erase",
            body="Notes, photograph, measurements and wishes go from every till.",
            type_to_confirm="Altieri", type_label="Type the family name to go on",
        )  # fmt: skip
        page.show()
        dialog.open()
        grab(page, folder / f"dialog-{choice}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
