"""The base of the card's sheets: what is known as rows, and a form to add one or set it right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk
from clienteling.ui.forms import Field, Form
from clienteling.ui.sentences import said
from clienteling.ui.sheet import Sheet
from clienteling.ui.widgets import (
    Button,
    PlainLabel,
    Rule,
    ScrollPage,
    TextLink,
    box,
    clear,
    column,
    icon_button,
    line,
)
from clienteling.ui.widgets.announce import show_message

if TYPE_CHECKING:
    from datetime import date

    from clienteling.queries.client_card import ClientCard

_MARGIN = 28
_BELOW = 220


@dataclass(frozen=True, slots=True)
class Row:
    """A row of what is known, and whether it can be set right or taken away."""

    id: Id
    words: str
    told: str = ""
    editable: bool = True
    removable: bool = True


class FactSheet(Sheet):
    """Subclasses name the sheet, its rows, its fields, and what keeping and removing means.

    Enter keeps and stays for the next one; Ctrl+Enter keeps and closes.

    Args:
        desk: What it works with.
        window: The window it covers.
    """

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk, window)
        self.client_id: Id = ""
        self.card: ClientCard | None = None
        self.row_id: Id | None = None
        self._about = ""
        self._closes = False
        self.heading = PlainLabel(self.theme, self.title(), role="d28", elide=True)
        self.whose = PlainLabel(self.theme, role="s", color="ink2", elide=True)
        self._close = icon_button(self.theme, "x", self.tr("Close"))
        self._close.clicked.connect(self.close_sheet)
        self.rows: QVBoxLayout = column()
        self.above: QVBoxLayout = column()
        self.form = Form(self.theme, self.fields(), words=desk.words)
        self.form_title = PlainLabel(self.theme, role="o", color="ink2")
        self.message = PlainLabel(self.theme, role="s", color="crit", wrap=True)
        self.message.hide()
        self.keep_button = Button(self.theme, self.tr("Keep"), kind="primary", key="Ctrl ↵")
        self.away = Button(self.theme, self.tr("Put away"), kind="quiet")
        self.keep_button.clicked.connect(lambda: self.keep(closes=True))
        self.away.clicked.connect(self.close_sheet)
        self._lay_out()
        self.setAccessibleName(self.title())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda: self.keep(closes=True))
            shortcut.activated.connect(partial(self.desk.key_uses.use, keys))
        desk.read_again(self, self.reads(), self._read)

    # What a subclass answers

    def title(self) -> str:
        """Return what the sheet is called."""
        raise NotImplementedError

    def reads(self) -> tuple[str, ...]:
        """Return the tables whose change shows the sheet anew."""
        raise NotImplementedError

    def fields(self) -> tuple[Field, ...]:
        """Return the fields of one row."""
        raise NotImplementedError

    def known(self, card: "ClientCard") -> Sequence[Row]:
        """Return what is known."""
        raise NotImplementedError

    def new_words(self) -> str:
        """Return the heading of the form for a new row."""
        raise NotImplementedError

    def empty_words(self) -> str:
        """Return what stands where nothing is known."""
        return self.tr("Nothing noted yet")

    def values_of(self, card: "ClientCard", row_id: Id) -> Mapping[str, Any]:
        """Return the fields of a row that is there."""
        raise NotImplementedError

    def first_values(self) -> Mapping[str, Any]:
        """Return the fields of a new row."""
        return {}

    def store(self, values: Mapping[str, Any]) -> None:
        """Keep the values, of a new row or of ``self.row_id``."""
        raise NotImplementedError

    def remove(self, row_id: Id) -> None:
        """Take a row away."""
        raise NotImplementedError

    def show_more(self, card: "ClientCard") -> None:
        """Show what stands above the rows; most sheets have nothing there."""

    # What they use

    @property
    def today(self) -> "date":
        """The boutique's day."""
        me = self.desk.me
        return self.desk.backend.clock.today(me.store.time_zone if me else "UTC")

    @property
    def staff_id(self) -> Id | None:
        """Who is at this till."""
        return self.desk.me.staff.id if self.desk.me else None

    def act(self, service: Callable[..., Any], why: str, **values: Any) -> None:
        """Write, and show a new form or the error."""
        self.desk.act(self, service, why, then=self._kept, failed=self.refuse, **values)

    def take_away(self, service: Callable[..., Any], why: str, **values: Any) -> None:
        """Write without touching the form."""
        self.desk.act(self, service, why, failed=self.refuse, **values)

    @override
    def begin(self, *about: str) -> None:
        self.client_id, self._about = about[0], about[1] if len(about) > 1 else ""
        self.card = None
        self.row_id = None
        self.message.hide()
        clear(self.rows)
        self.form.set_values(self.first_values())
        self.form_title.set_text(self.new_words())
        self._read()
        self.open(self.first_focus())

    def first_focus(self) -> QWidget:
        """Return what takes the focus on opening."""
        fields = self.fields()
        return self.form.input(fields[0].name).widget if fields else self._close

    def keep(self, *, closes: bool) -> None:
        """Keep what the form holds."""
        self.message.hide()
        try:
            values = self.form.values()
        except UserError:
            return
        self._closes = closes
        try:
            self.store(values)
        except UserError as error:
            self.refuse(error)

    def refuse(self, error: Exception) -> None:
        """Say an error at its field, or at the foot of the sheet."""
        if isinstance(error, UserError):
            if not self.form.show_error(error):
                show_message(self.message, said(error))
                self.message.show()
        else:
            self.desk.fail(error)

    def edit_row(self, row_id: Id) -> None:
        """Bring a row into the form."""
        if self.card is None:
            return
        self.row_id = row_id
        self.form.set_values(self.values_of(self.card, row_id))
        self.form_title.set_text(self.tr("Set right"))
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._bring_into_view()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.keep(closes=False)
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        title = box(column(self.heading, self.whose))
        head = line(title, self._close, margins=(_MARGIN, 18, 18, 8))
        head.setStretch(0, 1)
        content = column(
            self.rows, self.above, 14, self.form_title, 8, self.form, None,
            margins=(_MARGIN, 4, _MARGIN, 8),
        )  # fmt: skip
        self.scroller = ScrollPage(self.theme, box(content))
        self.scroller.verticalScrollBar().rangeChanged.connect(self._bring_into_view)
        foot = line(self.message, None, self.away, self.keep_button, gap=10,
                    margins=(_MARGIN, 14, _MARGIN, 16))  # fmt: skip
        foot.setStretch(0, 1)
        whole = column(head, self.scroller, Rule(self.theme), foot)
        whole.setStretch(1, 1)
        self.sheet.setLayout(whole)

    def _read(self) -> None:
        if not self.client_id:
            return
        from clienteling.queries.client_card import client_card

        me = self.desk.me
        self.desk.ask(
            self,
            client_card,
            self._show,
            latest="card",
            client_id=self.client_id,
            today=self.today,
            store_id=me.store.id if me else None,
            language=self.theme.language,
        )

    def _show(self, card: "ClientCard") -> None:
        is_first = self.card is None
        self.card = card
        self.whose.set_text(card.person.display)
        clear(self.rows)
        known = self.known(card)
        for one in known:
            self.rows.addWidget(self._row(one))
        if not known and self.empty_words():
            self.rows.addWidget(PlainLabel(self.theme, self.empty_words(), role="s", color="ink3"))
        self.show_more(card)
        if is_first and self._about and any(one.id == self._about for one in known):
            self.edit_row(self._about)

    def _bring_into_view(self) -> None:
        """Scroll to where one writes; a long list would hide it."""
        self.scroller.ensureWidgetVisible(self.first_focus(), 0, _BELOW)

    def _row(self, one: Row) -> QWidget:
        words = PlainLabel(self.theme, one.words, role="bb", elide=True)
        told = PlainLabel(self.theme, one.told, role="c", color="ink2", elide=True)
        if not one.told:
            told.hide()
        row = line(box(column(None, words, told, None)), gap=14)
        row.setStretch(0, 1)
        if one.editable:
            edit = TextLink(
                self.theme, self.tr("Edit"), name=self.tr("Edit {row}").format(row=one.words)
            )
            edit.clicked.connect(partial(self.edit_row, one.id))
            row.addWidget(edit)
        if one.removable:
            take = TextLink(
                self.theme,
                self.tr("Take away"),
                name=self.tr("Take {row} away").format(row=one.words),
            )
            take.clicked.connect(partial(self.remove, one.id))
            row.addWidget(take)
        held = box(row)
        held.setFixedHeight(self.theme.px(50))
        return box(column(held, Rule(self.theme, color="hair")))

    def _kept(self, _value: object) -> None:
        if self._closes:
            self.close_sheet()
            return
        self.row_id = None
        self.form.set_values(self.first_values())
        self.form_title.set_text(self.new_words())
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
