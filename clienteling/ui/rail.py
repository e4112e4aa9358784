"""The rail at left: the house's name, Find, the places, where saving stands, who is here."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from clienteling.domain.ids import Id
from clienteling.ui.desk import Desk
from clienteling.ui.navigation import PLACES, SETTINGS, SYNC, Place
from clienteling.ui.sharing_words import rail_line
from clienteling.ui.widgets import (
    Paper,
    PlainLabel,
    RailItem,
    Rule,
    StaffMark,
    SyncLine,
    box,
    column,
    line,
)
from clienteling.ui.widgets.announce import announce
from clienteling.ui.widgets.base import Look, Press, draw_box, draw_words
from clienteling.ui.widgets.keycap import HEIGHT, draw_keycap, keycap_width

FULL, COMPACT = 216, 84
COMPACT_BELOW = 1440


class Rail(Paper):
    """The rail; ``asked_for_find`` opens the palette."""

    asked_for_find = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self.desk = desk
        self._compact = False
        theme = desk.theme
        self._house = PlainLabel(theme, "", role="d34", elide=True)
        self._store = PlainLabel(theme, "", role="o", color="ink2", elide=True)
        self._find = _Find(desk)
        self._find.clicked.connect(self.asked_for_find)
        self._items = {place.name: self._item(place) for place in (*PLACES, SETTINGS)}
        self._sync = SyncLine(theme)
        self._sync.setCheckable(True)
        self._sync.setAutoExclusive(True)
        self._sync.clicked.connect(self.open_sync)
        self._who = _Who(desk)
        self._who.clicked.connect(self._show_me)
        places = column(*(self._items[place.name] for place in PLACES), gap=0)
        self._head = box(column(self._house, 2, self._store, margins=(26, 28, 12, 0)))
        self._search = box(line(self._find, margins=(16, 22, 16, 18)))
        self.setLayout(
            column(
                self._head,
                self._search,
                places,
                None,
                self._items[SETTINGS.name],
                10,
                Rule(theme),
                self._sync,
                Rule(theme),
                self._who,
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        desk.me_changed.connect(self._learn)
        desk.language_changed.connect(self._learn)
        desk.sharing.changed.connect(self._hear_sync)
        theme.changed.connect(self._size)
        self.setAccessibleName(self.tr("Places"))
        self._learn()
        self._size()

    def choose(self, name: str, thing: Id | None = None) -> None:
        """Mark the place one is in; two versions of a card are compared among the clients."""
        if name == SYNC.name and thing is None:
            self._sync.setChecked(True)
        else:
            self._items["clients" if name == SYNC.name else name].setChecked(True)

    def open_sync(self) -> None:
        """Show what the line tells of: what is to compare, what waits, or how this till stands."""
        sharing = self.desk.sharing
        if sharing.is_alone and not sharing.state.to_compare:
            self.desk.go("settings", "data")
        else:
            self.desk.go(SYNC.name)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a Qt-like setter
        """Draw the narrow form, or the full one."""
        self._compact = compact
        for item in self._items.values():
            item.set_compact(compact)
        self._find.set_compact(compact)
        self._who.set_compact(compact)
        self._sync.set_compact(compact)
        self._size()
        self._learn()

    def _item(self, place: Place) -> RailItem:
        item = RailItem(self.desk.theme, place.words(), place.icon)
        item.clicked.connect(lambda: self.desk.go(place.name))
        return item

    def _learn(self) -> None:
        me = self.desk.me
        house = self.desk.backend.settings.text("house_name")
        self._house.set_text(house[:1] if self._compact else house)
        self._store.set_text("" if me is None or self._compact else me.store.name)
        self._store.setVisible(not self._compact)
        for place in (*PLACES, SETTINGS):
            self._items[place.name].set_text(place.words())
        self._say_sync()
        self._who.learn()

    def _size(self) -> None:
        self.setFixedWidth(COMPACT if self._compact else self.desk.theme.px(FULL))
        margin = (0, 24, 0, 0) if self._compact else (26, 28, 12, 0)
        layout = self._head.layout()
        if layout is not None:
            layout.setContentsMargins(*margin)
            centre = Qt.AlignmentFlag.AlignHCenter if self._compact else Qt.AlignmentFlag(0)
            layout.setAlignment(self._house, centre)

    def _say_sync(self) -> None:
        self._sync.set_state(*rail_line(self.desk.sharing.state, self.desk.words))

    def _hear_sync(self) -> None:
        before = self._sync.state
        self._say_sync()
        if self._sync.state != before:
            # Every step of sharing is not read out; that it stands otherwise is.
            announce(self._sync, f"{self._sync.words}. {self._sync.detail}")

    def _show_me(self) -> None:
        self.desk.go("settings", "me")

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Places"))
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        edge = QRectF(self.width() - 1, 0, 1, self.height())
        painter.fillRect(edge, self.theme.color("hair2"))


class _Find(Press):
    """The way to the palette, drawn as the field it opens."""

    def __init__(self, desk: Desk) -> None:
        self._compact = False
        super().__init__(desk.theme, "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        desk.language_changed.connect(self._learn)
        self._learn()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a Qt-like setter
        """Draw the glass alone, or the whole field."""
        self._compact = compact
        self.update()

    @override
    def restyle(self) -> None:
        self.setFixedHeight(self.theme.px(44))
        super().restyle()

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        color = self.theme.color
        edge = color("ink" if look.hover > 0.5 else "control")
        fill = color("sel") if look.pressed else color("surface")
        draw_box(painter, QRectF(self.rect()), self.radius(), fill, edge)
        side = self.theme.px(18)
        icon = self.theme.icon("magnifying-glass", "ink2", side, self.devicePixelRatioF())
        top = (self.height() - side) // 2
        if self._compact:
            painter.drawPixmap((self.width() - side) // 2, top, icon)
            return
        painter.drawPixmap(12, top, icon)
        words = QRectF(12 + side + 10, 0, self.width() - side - 56, self.height())
        draw_words(painter, words, self.words, self.theme.font("b"), color("ink2"))
        if self.theme.shows_key("/"):
            width, height = keycap_width(self.theme, "/"), self.theme.px(HEIGHT)
            area = QRectF(self.width() - 10 - width, (self.height() - height) // 2, width, height)
            draw_keycap(painter, self.theme, area, "/", color("ink2"), color("control"))

    def _learn(self) -> None:
        self.set_text(self.tr("Find a client"))
        self.setFixedHeight(self.theme.px(44))


class _Who(Press):
    """Who is at this till; pressed, it opens what is theirs under Settings."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._compact = False
        self._role = ""
        super().__init__(desk.theme, "")
        self.mark = StaffMark(desk.theme, "")
        self.mark.setParent(self)
        self.mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.learn()

    def learn(self) -> None:
        """Take in who is here."""
        me = self.desk.me
        roles = {
            "associate": self.tr("Client advisor"),
            "personal_shopper": self.tr("Personal shopper"),
            "tailor": self.tr("Tailor"),
            "manager": self.tr("Boutique manager"),
        }
        self._role = roles.get(me.staff.role.value, self.tr("Head office")) if me else ""
        self.mark.setText(me.staff.initials if me else "·")
        self.set_text(me.staff.name if me else self.tr("Nobody yet"))
        self.setAccessibleDescription(self._role)
        self.setFixedHeight(self.theme.px(64))
        self._place()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a Qt-like setter
        """Draw the mark alone, or the name beside it."""
        self._compact = compact
        self._place()
        self.update()

    @override
    def draw(self, painter: QPainter, look: Look) -> None:
        if look.pressed or look.hover > 0.5:
            painter.fillRect(self.rect(), self.theme.color("sel"))
        if self._compact:
            return
        first, second = self.theme.line("bb"), self.theme.line("c")
        left = self.mark.geometry().right() + 13
        top = (self.height() - first - second) / 2
        room = self.width() - left - 8
        color = self.theme.color
        name = QRectF(left, top, room, first)
        draw_words(painter, name, self.words, self.theme.font("sm"), color("ink"))
        role = QRectF(left, top + first, room, second)
        draw_words(painter, role, self._role, self.theme.font("c"), color("ink2"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        size = self.mark.sizeHint()
        left = (self.width() - size.width()) // 2 if self._compact else 20
        self.mark.setGeometry(
            left, (self.height() - size.height()) // 2, size.width(), size.height()
        )
