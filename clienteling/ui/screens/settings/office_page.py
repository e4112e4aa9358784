"""Head office: joining it with a code, the number to compare, how it stands, leaving it."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from clienteling.bootstrap.syncing import Stop, SyncKind, SyncState
from clienteling.domain.errors import UserError
from clienteling.ui.desk import Desk
from clienteling.ui.screens.settings.number_card import number_card
from clienteling.ui.screens.settings.office_asks import ask_go_on, ask_leave
from clienteling.ui.screens.settings.office_model import OfficeModel
from clienteling.ui.screens.settings.rows import Row
from clienteling.ui.sentences import said
from clienteling.ui.sharing_words import (
    clock_sentence,
    moment,
    plain_line,
    state_sentence,
    waits_words,
)
from clienteling.ui.widgets import (
    Button,
    Card,
    Dialog,
    Field,
    IconLabel,
    PlainLabel,
    SectionHeader,
    TextLink,
    box,
    clear,
    column,
    line,
)
from clienteling.ui.widgets.announce import announce
from clienteling.ui.widgets.order import tab_stops

_WIDEST = 760
_FORM = 520


class OfficePage(QWidget):
    """How this till stands with head office.

    Args:
        desk: Theme and words.
        office: Joins and leaves.
    """

    def __init__(self, desk: Desk, office: OfficeModel) -> None:
        super().__init__()
        self.desk, self.office = desk, office
        self.dialog: Dialog | None = None
        self.address: Field | None = None
        self.code: Field | None = None
        self.join_button: Button | None = None
        self.go_on_button: Button | None = None
        self.leave_button: Button | None = None
        self._shown: SyncState | None = None
        self._act = ""
        self._is_stale = False
        self._now: Row | None = None
        self._waiting: Row | None = None
        self._place: QVBoxLayout = column()
        self._holder = box(self._place)
        across = line(self._holder, None, gap=0)
        across.setStretch(0, 100)
        self.setLayout(column(across, None))
        office.changed.connect(self._refresh)
        office.refused.connect(self._refuse)
        desk.me_changed.connect(self.build)

    def build(self) -> None:
        """Make every part anew, in the window's language; the focus stays on the same act."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self._act = focus.accessibleName()
            # The page holds it meanwhile: what goes would hand it on to the rail.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fill()
        if self.hasFocus():
            # A part takes the focus only once it is shown, which is after this turn.
            QTimer.singleShot(0, self, self._focus)

    def _focus(self) -> None:
        stops = [one for one in tab_stops(self) if one is not self]
        same = (one for one in stops if one.accessibleName() == self._act)
        stop = next(same, stops[0] if stops else None)
        if stop is not None and self.hasFocus():
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        clear(self._place)
        self.address = self.code = None
        self.join_button = self.go_on_button = self.leave_button = None
        self._now = self._waiting = None
        self._is_stale = False
        self._holder.setMaximumWidth(self.desk.theme.px(_WIDEST))
        state = self.office.state
        self._shown = state
        if state.kind is SyncKind.ALONE:
            self._add_form()
        elif state.confirm_number:
            self._add_number(state)
        else:
            self._add_standing(state)

    def _add_form(self) -> None:
        theme = self.desk.theme
        self._add_head(
            self.tr("Join head office"),
            self.tr(
                "Joined, this till shares its book with the other tills of the house. What is "
                "written is saved on this till first, and shared when head office answers."
            ),
        )
        self.address = Field(theme, self.tr("Invitation, or address of head office"))
        self.address.edit.setPlaceholderText("https://head-office:8843/#1QMB3-V5ZYW")
        self.address.set_help(self.tr("Head office shows it as one line, or as a code to scan."))
        self.code = Field(theme, self.tr("Code"), optional=True)
        self.code.set_help(self.tr("Where the line does not hold it already."))
        self.join_button = Button(theme, self.tr("Join"), icon="link-simple")
        self.join_button.clicked.connect(self.join)
        for field in (self.address, self.code):
            field.edit.returnPressed.connect(self.join)
        form = box(column(self.address, 8, self.code, 12, line(self.join_button, None)))
        form.setMaximumWidth(theme.px(_FORM))
        self._place.addWidget(form)

    def join(self) -> None:
        """Ask head office to let this till in."""
        if self.address is None or self.code is None:
            return
        if not self.address.text:
            self.address.set_error(self.tr("Paste the line head office shows, or its address."))
            self.address.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.office.join(self.address.text, self.code.text)

    def _refuse(self, error: UserError) -> None:
        field = self.code if error.field == "code" else self.address
        if field is not None:
            field.set_error("")
            field.set_error(said(error))
            field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    # Joined, and not let in yet

    def _add_number(self, state: SyncState) -> None:
        theme = self.desk.theme
        self._add_head(
            self.tr("Compare this number"),
            self.tr(
                "Head office shows a number for this till. When it is the same as this one, a "
                "manager there lets the till in, and it begins to share by itself. When it is "
                "another, refuse it there."
            ),
        )
        card = number_card(theme, state.confirm_number)
        self._place.addLayout(line(card, None))
        self._place.addSpacing(16)
        self._add_row(self.tr("Head office"), state.address)
        self._add_leave(self.tr("Do not join"))

    def _add_standing(self, state: SyncState) -> None:
        theme, words = self.desk.theme, self.desk.words
        self._add_head(self.tr("Head office"), "")
        if state.stop is Stop.MASS_CHANGE:
            self._add_mass_change(state)
        share = TextLink(theme, self.tr("Share now"))
        share.clicked.connect(self.desk.sharing.share_now)
        share.setEnabled(state.kind not in {SyncKind.SHARING, SyncKind.STOPPED})
        self._now = Row(theme, " ", " ", share)
        self._place.addWidget(self._now)
        self._add_row(self.tr("Address"), state.address)
        self._add_row(self.tr("Name of this till there"), state.till_name)
        last = self.tr("Not yet") if state.last_at is None else moment(self.desk, state.last_at)
        self._add_row(self.tr("Last in step"), last)
        if state.next_try_at is not None and state.kind is SyncKind.OFFLINE:
            self._add_row(self.tr("Tried again"), words.time(state.next_try_at))
        self._add_waiting(state)
        off = state.clock_off_seconds
        clock = self.tr("Not known yet") if off is None else clock_sentence(off, words)
        self._add_row(
            self.tr("Clock of this till"), clock, self.tr("It is shown, and decides nothing.")
        )
        self._add_leave(self.tr("Leave head office…"))

    def _add_waiting(self, state: SyncState) -> None:
        theme, words = self.desk.theme, self.desk.words
        see = TextLink(theme, self.tr("See what waits"))
        see.clicked.connect(lambda: self.desk.go("sync"))
        self._waiting = Row(theme, self.tr("Waiting"), waits_words(state, words), see)
        self._place.addWidget(self._waiting)
        self._say_progress(state)

    def _add_mass_change(self, state: SyncState) -> None:
        theme = self.desk.theme
        told = PlainLabel(theme, state_sentence(self.desk, state), role="b", wrap=True)
        parts: list[QWidget | int | None] = [told]
        if self.office.may_decide:
            self.go_on_button = Button(theme, self.tr("Let it through…"))
            self.go_on_button.clicked.connect(self.ask_go_on)
            parts.append(self.go_on_button)
        else:
            asks = self.tr("Ask a manager to look.")
            parts.append(PlainLabel(theme, asks, role="s", color="ink2"))
        row = line(IconLabel(theme, "warning-circle", color="cau", size=22), *parts, gap=14)
        row.setContentsMargins(18, 14, 18, 14)
        row.setStretch(1, 1)
        card = Card(theme, edge="cau")
        card.setLayout(row)
        self._place.addWidget(card)
        self._place.addSpacing(12)

    def ask_go_on(self) -> None:
        """Ask before what would empty much of the book is let through."""
        self._open(ask_go_on(self.desk.theme, self.window())).agreed.connect(self.office.go_on)

    def ask_leave(self) -> None:
        """Ask before this till shares no more."""
        dialog = ask_leave(self.desk.theme, self.window(), self.office.state.waiting)
        self._open(dialog).agreed.connect(self.office.leave)

    def _open(self, dialog: Dialog) -> Dialog:
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()
        self.dialog = dialog
        return dialog

    def _add_head(self, title: str, words: str) -> None:
        theme = self.desk.theme
        self._place.addWidget(SectionHeader(theme, title))
        if words:
            self._place.addSpacing(12)
            self._place.addWidget(PlainLabel(theme, words, role="s", color="ink2", wrap=True))
            self._place.addSpacing(16)

    def _add_row(self, title: str, value: str, detail: str = "") -> None:
        theme = self.desk.theme
        self._place.addWidget(Row(theme, title, detail, PlainLabel(theme, value, role="b")))

    def _add_leave(self, words: str) -> None:
        if not self.office.may_decide:
            return
        self.leave_button = Button(self.desk.theme, words, kind="critical")
        self.leave_button.clicked.connect(self.ask_leave)
        self._place.addSpacing(20)
        self._place.addLayout(line(self.leave_button, None))

    def _say_progress(self, state: SyncState) -> None:
        if self._now is None or self._waiting is None:
            return
        words = self.desk.words
        _icon, first, second = plain_line(state, words)
        now = f"{first} · {second}" if second else first
        stopped = state.kind is SyncKind.STOPPED
        self._now.title.set_text(self.tr("Sharing has stopped") if stopped else now)
        told = "" if state.kind is SyncKind.SHARED else state_sentence(self.desk, state)
        self._now.detail.set_text(told)
        self._now.detail.setVisible(bool(told))
        self._waiting.detail.set_text(waits_words(state, words))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.build()

    def _refresh(self) -> None:
        """Show another state; what is being typed stays while it is."""
        if self.join_button is not None:
            joining = self.office.is_joining
            self.join_button.setEnabled(not joining)
            self.join_button.set_text(self.tr("Joining") if joining else self.tr("Join"))
        state, shown = self.office.state, self._shown
        if not self.isVisible():
            self._is_stale = True
        elif shown is not None and self._now is not None and _face(state) == _face(shown):
            # How far it is changes many times a second; nothing is built anew for it.
            self._shown = state
            self._say_progress(state)
        elif state != shown:
            was_number = bool(self.office.state.confirm_number)
            self.build()
            if was_number:
                announce(self, self.tr("Compare the number on both screens."))


def _face(state: SyncState) -> SyncState:
    """Return a state without how far it is."""
    return replace(state, done=0, total=None, waiting=0)
