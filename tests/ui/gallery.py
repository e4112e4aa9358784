"""Draw every part of the kit, light and dark, to hold beside the design's pictures.

Run: ``python tests/ui/gallery.py FOLDER``.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

from clienteling.ui.fonts import register_fonts
from clienteling.ui.theme import Theme, dress
from clienteling.ui.widgets import (
    Button,
    CallMarks,
    Card,
    Chip,
    Choice,
    DatePill,
    EmptyState,
    Field,
    FlowLayout,
    Paper,
    PlainLabel,
    ProgressLine,
    SectionHeader,
    Segmented,
    Skeleton,
    SyncLine,
    Toggle,
    box,
    column,
    draw_box,
    icon_button,
    line,
)
from clienteling.ui.widgets.focus import show_ring

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
        _chosen_chip(theme),
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
            row.itemAt(at).widget().setFixedWidth(196)
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
    texts = [
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
    for state, head, detail in (
        ("saved", "Saved", "In step with 4 tills"),
        ("sharing", "Sharing", "3 of 12"),
        ("offline", "Offline", "3 changes wait here"),
        ("compare", "2 to compare", "Two versions differ"),
    ):
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
            PlainLabel(theme, "Erase Beatrice Altieri?", role="d24"), 8,
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

    def paintEvent(self, event):
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, token in enumerate(SWATCHES):
            x, y = number % 5 * 70, number // 5 * 82
            area = QRectF(x, y, 62, 40)
            draw_box(painter, area, 2, self.theme.color(token), self.theme.color("hair2"))
            painter.setFont(self.theme.font("c"))
            painter.setPen(self.theme.color("ink2"))
            painter.drawText(QRectF(x, y + 44, 70, 16), Qt.AlignmentFlag.AlignLeft, token)


def _chosen_chip(theme: Theme) -> QWidget:
    from clienteling.ui.widgets import ChoiceChip

    chip = ChoiceChip(theme, "Chosen")
    chip.setChecked(True)
    return chip


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
    app = QApplication.instance() or QApplication([])
    register_fonts()
    for choice in ("light", "dark"):
        theme = Theme(choice)
        dress(app, theme)
        grab(components(theme), folder / f"components-{choice}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
