"""The log sheet: whose log, which kind, words, a few choices, and Save."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clienteling.domain.errors import UserError
from clienteling.ui.desk import Desk
from clienteling.ui.plates import PictureFrame, Plates
from clienteling.ui.screens.log.about import About, labelled, seen_by
from clienteling.ui.screens.log.choices import (
    call_choices,
    inbound_toggle,
    no_sale_choices,
    visit_choices,
)
from clienteling.ui.screens.log.purchase import PurchasePage
from clienteling.ui.screens.log.view_model import LogModel, Meeting
from clienteling.ui.sheet import Sheet
from clienteling.ui.widgets import (
    Button,
    IconTabs,
    PlainLabel,
    Rule,
    ScrollPage,
    TextArea,
    box,
    clear,
    column,
    icon_button,
    line,
)

if TYPE_CHECKING:
    from clienteling.queries.client_card import ClientCard

_MARGIN = 28
_PLATE = (44, 55)
_ROWS = 6
KINDS = ("note", "piece", "call", "visit")


class LogSheet(Sheet):
    """Logs what happened with a client. One field is enough: words, and Ctrl+Enter.

    Args:
        desk: What it works with.
        window: The window it covers.
    """

    size_wanted = (700, 640)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk, window)
        self.model = LogModel(desk, self)
        self.kind = "note"
        self._plates = Plates(desk.pictures)
        self._saving = False
        self._build()
        self._connect()
        self.setAccessibleName(self.tr("Log"))
        desk.language_changed.connect(self._speak)

    @override
    def begin(self, *about: str) -> None:
        client_id = about[0]
        kind = about[1] if len(about) > 1 and about[1] in KINDS else "note"
        self._clear()
        self._choose(kind)
        self.model.begin(client_id)
        self.open(self._first())

    @override
    def close_sheet(self) -> None:
        if self.is_open:
            self.model.keep_now()
        super().close_sheet()

    def save(self) -> None:
        """Keep what is in front, unless something is missing; then say it where it belongs."""
        if self._saving:
            return
        self._refuse_nothing()
        try:
            self._saving = True
            self._save()
        except UserError as error:
            self._refuse(error)

    # Building

    def _build(self) -> None:
        theme = self.theme
        self.face = column()
        self.name = PlainLabel(theme, role="d26", elide=True)
        self.told = PlainLabel(theme, role="s", color="ink2", elide=True)
        self._close = icon_button(theme, "x", self.tr("Put away"))
        head = line(self.face, box(column(None, self.name, self.told, None)), None, self._close,
                    gap=14, margins=(_MARGIN, 18, 18, 0))  # fmt: skip
        head.setStretch(1, 1)
        self.tabs = IconTabs(
            theme,
            [
                ("note", self.tr("Note"), "note-pencil", "Alt 1"),
                ("piece", self.tr("Piece"), "handbag-simple", "Alt 2"),
                ("call", self.tr("Call"), "phone", "Alt 3"),
                ("visit", self.tr("Visit"), "storefront", "Alt 4"),
            ],
            name=self.tr("What is logged"),
        )
        self.outcome = call_choices(theme)
        self.inbound = inbound_toggle(theme)
        self._inbound = labelled(theme, "", self.inbound)
        self.motive = visit_choices(theme)
        self._no_sale, self.no_sale = no_sale_choices(theme)
        self.words = TextArea(theme, self.tr("Words"), rows=_ROWS, show_label=False)
        self.kept = PlainLabel(theme, self.tr("Kept as you write"), role="c", color="ink2",
                               align=Qt.AlignmentFlag.AlignRight)  # fmt: skip
        self.message = PlainLabel(theme, role="c", color="crit", wrap=True)
        self.about = About(self.desk)
        self._seen, self.seen = seen_by(
            theme,
            [
                ("hq", self.tr("The house")),
                ("store", self.tr("This boutique")),
                ("private", self.tr("Only me")),
            ],
            self.tr("Seen by"),
        )
        self.purchase = PurchasePage(self.desk, self.model)
        self._telling = (self.words, self.kept, self.about, self._seen)
        self._lay_out(head)

    def _lay_out(self, head: Any) -> None:
        content = column(
            self.outcome, self._inbound, self.motive, self._no_sale, self.purchase,
            6, self.words, 2, self.message, self.kept, 8, self.about, self._seen, None,
            margins=(_MARGIN, 18, _MARGIN, 8),
        )  # fmt: skip
        self.scroller = ScrollPage(self.theme, box(content))
        self.put_away = Button(self.theme, self.tr("Put away"), kind="quiet")
        self.save_button = Button(self.theme, self.tr("Save"), kind="primary", key="Ctrl ↵")
        safe = PlainLabel(self.theme, self.tr("Saved on this till"), role="s", color="ink2")
        foot = line(safe, None, self.put_away, self.save_button, gap=10,
                    margins=(_MARGIN, 14, _MARGIN, 16))  # fmt: skip
        tabs = line(self.tabs, margins=(_MARGIN, 10, _MARGIN, 0))
        whole = column(head, tabs, self.scroller, Rule(self.theme), foot)
        whole.setStretch(2, 1)
        holder = self.sheet.layout()
        if holder is not None:
            QWidget().setLayout(holder)  # Qt forgets the old layout with its new owner.
        self.sheet.setLayout(whole)

    def _connect(self) -> None:
        self._close.clicked.connect(self.close_sheet)
        self.put_away.clicked.connect(self.close_sheet)
        self.save_button.clicked.connect(self.save)
        self.tabs.chosen.connect(self._choose)
        self.words.changed.connect(self._read_words)
        for part in (self.about, self.purchase, self.seen, self.no_sale):
            part.changed.connect(self._write)
        for choice in (self.outcome, self.motive):
            choice.chosen.connect(self._chosen)
        self.inbound.clicked.connect(self._write)
        self.model.known.connect(self._show)
        self.model.restored.connect(self._restore)
        self.model.saved.connect(self._finish)
        self.model.refused.connect(self._refuse)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._key(keys, self.save)
        for number, kind in enumerate(KINDS, 1):
            self._key(f"Alt+{number}", lambda kind=kind: self._go(kind))

    def _key(self, keys: str, act: Any) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    # What is shown

    def _clear(self) -> None:
        self._saving = True  # Emptying it is no writing.
        self.words.set_text("")
        self.about.begin()
        self.purchase.begin()
        self.seen.choose("hq")
        for chips in (self.outcome.chips, self.motive.chips, self.no_sale):
            chips.choose()
        self.inbound.setChecked(False)
        self._refuse_nothing()
        self.name.set_text("")
        self.told.set_text("")
        clear(self.face)
        self._saving = False

    def _go(self, kind: str) -> None:
        self._choose(kind)
        self._first().setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, kind: str) -> None:
        self.kind = kind
        self.tabs.choose(kind)
        for part in self._telling:
            part.setVisible(kind != "piece")
        self.purchase.setVisible(kind == "piece")
        self.outcome.setVisible(kind == "call")
        self._inbound.setVisible(kind == "call")
        self.motive.setVisible(kind == "visit")
        self._no_sale.setVisible(kind == "visit")
        self.outcome.set_active(kind == "call")
        self.motive.set_active(kind == "visit")
        self.words.edit.setPlaceholderText(self._placeholder())
        self._refuse_nothing()

    def _first(self) -> QWidget:
        return {
            "note": self.words.edit,
            "piece": self.purchase.finder.edit,
            "call": self.outcome.focusProxy(),
            "visit": self.motive.focusProxy(),
        }[self.kind] or self.words.edit

    def _placeholder(self) -> str:
        return {
            "call": self.tr("What was said, if anything is to be kept"),
            "visit": self.tr("What was looked at, tried, said"),
        }.get(self.kind, self.tr("What happened, what was said, what to remember"))

    def _show(self, card: "ClientCard") -> None:
        person = card.person
        self.name.set_text(person.display)
        told = [card.circle, card.city]
        self.told.set_text(" · ".join(one for one in told if one))
        clear(self.face)
        self.face.addWidget(
            PictureFrame(
                self.desk, self._plates, person.portrait, _PLATE, initials=person.monogram
            )
        )
        self.about.offer(card)
        self.about.read(self.words.text)
        self.purchase.offer(card)

    # Drafts

    def _body(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "words": self.words.text,
            "seen_by": self.seen.value,
            "about": self.about.body(),
            "outcome": self.outcome.chips.value,
            "motive": self.motive.chips.value,
            "no_sale": self.no_sale.values,
            "inbound": self.inbound.isChecked(),
            "pieces": self.purchase.body(),
        }

    def _is_empty(self) -> bool:
        body = self._body()
        marks = ("words", "about", "outcome", "motive", "no_sale", "pieces")
        return not any(body[name] for name in marks)

    def _restore(self, body: dict[str, Any]) -> None:
        """Give back what was begun; a kind asked for by name stays in front."""
        self._saving = True
        written = self.words.text
        before = str(body.get("words") or "")
        self.words.set_text("\n".join(one for one in (before, written) if one))
        self.seen.choose(body.get("seen_by") or "hq")
        self.about.restore(body.get("about"))
        self.outcome.chips.choose(*filter(None, [body.get("outcome")]))
        self.motive.chips.choose(*filter(None, [body.get("motive")]))
        self.no_sale.choose(*(body.get("no_sale") or ()))
        self.inbound.setChecked(bool(body.get("inbound")))
        self.purchase.restore(body.get("pieces") or [])
        cursor = self.words.edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.words.edit.setTextCursor(cursor)
        if self.kind == "note" and body.get("kind") in KINDS:
            self._go(body["kind"])
        self._saving = False

    def _read_words(self) -> None:
        if not self._saving:
            self.about.read(self.words.text)
        self._write()

    def _chosen(self) -> None:
        self.words.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._write()

    def _write(self) -> None:
        if not self._saving:
            self._refuse_nothing()
            self.model.write(self._body(), is_empty=self._is_empty())

    # Saving

    def _save(self) -> None:
        words, seen = self.words.text, self.seen.value or "hq"
        piece = self.about.product_id
        if self.kind == "note":
            self.model.save_note(words, seen, piece)
        elif self.kind == "piece":
            self.purchase.save()
        elif self.kind == "call":
            outcome, inbound = self.outcome.chips.value, self.inbound.isChecked()
            self.model.save_call(
                Meeting(words or None, seen, piece, outcome=outcome, inbound=inbound)
            )
        else:
            self.model.save_visit(
                Meeting(
                    words or None,
                    seen,
                    piece,
                    motive=self.motive.chips.value,
                    no_sale_reason=" ".join(self.no_sale.values) or None,
                )
            )

    def _finish(self) -> None:
        self._saving = False
        self.close_sheet()

    def _refuse(self, error: Exception) -> None:
        self._saving = False
        if not isinstance(error, UserError):
            self.desk.fail(error)
        elif error.field == "outcome":
            self.outcome.refuse(str(error))
        elif self.kind == "piece":
            self.purchase.refuse(str(error))
        else:
            self.message.set_text(str(error))
            self.message.show()
            self.words.box.set_state("error")
            self.words.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse_nothing(self) -> None:
        self.message.hide()
        self.words.box.set_state("plain")
        self.outcome.refuse("")
        self.purchase.refuse("")

    def _speak(self) -> None:
        """Begin anew in the language now in force; an open sheet keeps its draft first."""
        self.close_sheet()
        self.deleteLater()
