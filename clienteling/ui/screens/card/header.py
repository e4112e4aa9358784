"""The head of the card: portrait, name, how to address and reach her, and what is next."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget
from typing_extensions import override

from clienteling.ui.desk import Desk
from clienteling.ui.plates import PictureFrame, Plates
from clienteling.ui.screens.card import words
from clienteling.ui.screens.card.next_date import NextDate
from clienteling.ui.theme import Role
from clienteling.ui.widgets import (
    Button,
    Chip,
    FlowLayout,
    IconLabel,
    PlainLabel,
    TextLink,
    box,
    column,
    line,
)

if TYPE_CHECKING:
    from clienteling.queries.card_facts import Permission
    from clienteling.queries.client_card import ClientCard

_PLATE = (132, 166)
_COMPACT_PLATE = (122, 152)
_HAN = ("zh-Hans", "zh-Hant", "ja")


class Header(QWidget):
    """Shows who she is; made anew for each client, width and view.

    Args:
        desk: Theme, words, pictures.
        card: Her card.
        plates: Pictures fitted to their frames.
        today: The boutique's day.
        compact: Under 1,440 pixels of width.
    """

    asked_to_log = Signal()
    asked_lookbook = Signal()
    asked_consent = Signal()
    asked_dates = Signal()

    def __init__(
        self, desk: Desk, card: "ClientCard", plates: Plates, *, today: date, compact: bool
    ) -> None:
        super().__init__()
        self.desk, self.theme, self._card = desk, desk.theme, card
        person = card.person
        portrait = PictureFrame(
            desk,
            plates,
            person.portrait,
            _COMPACT_PLATE if compact else _PLATE,
            initials=person.monogram,
            name=person.display,
        )
        self.log = Button(self.theme, self.tr("Log"), kind="primary", icon="note-pencil", key="N")
        self.lookbook = Button(self.theme, self.tr("Lookbook"), icon="book-open", key="L")
        self.log.clicked.connect(self.asked_to_log)
        self.lookbook.clicked.connect(self.asked_lookbook)
        self.next_date = NextDate(desk, card, today)
        self.next_date.pressed.connect(self.asked_dates)
        name = self._name(compact=compact)
        first = line(name, 16, self.log, self.lookbook, gap=10)
        first.setStretch(0, 1)
        for part in (self.log, self.lookbook):
            first.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        told = column(box(self._facts()), 8 if compact else 10, box(self._consent()))
        last = line(box(told), 24, self.next_date, gap=0)
        last.setStretch(0, 1)
        last.setAlignment(self.next_date, Qt.AlignmentFlag.AlignBottom)
        right = column(first, 0 if compact else 3, self._address(), None, last)
        whole = line(portrait, 28, right, gap=0)
        whole.setAlignment(portrait, Qt.AlignmentFlag.AlignTop)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(portrait.height())

    def _name(self, *, compact: bool) -> PlainLabel:
        shown, language = self._names()[0]
        role: Role = "d46" if compact else "d50"
        label = PlainLabel(self.theme, shown, role=role, elide=True, language=language)
        label.setToolTip(shown)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return label

    def _names(self) -> list[tuple[str, str | None]]:
        """Return her names with their languages; a reader of Han characters has hers first."""
        person = self._card.person
        latin = (person.display, None if person.display.isascii() else person.language)
        if person.native is None:
            return [latin]
        native = (person.native, person.language)
        return [native, latin] if self.theme.language in _HAN else [latin, native]

    def _address(self) -> QWidget:
        card = self._card
        names = self._names()
        said: list[tuple[str, str | None]] = []
        if card.person.address and card.person.address != names[0][0]:
            said.append((card.person.address, card.person.language))
        said += [one for one in names[1:] if one not in said]
        if card.pronunciation:
            said.append((card.pronunciation, None))
        if card.company and card.company != names[0][0]:
            said.append((card.company, None))
        parts: list[QWidget | None] = []
        for text, language in said:
            if parts:
                parts.append(PlainLabel(self.theme, "·", role="i20", color="ink2"))
            label = PlainLabel(
                self.theme, text, role="i20", color="ink2", elide=True, language=language
            )
            label.setToolTip(text)
            parts.append(label)
        parts.append(None)
        return box(line(*parts, gap=8))

    def _facts(self) -> QLayout:
        card = self._card
        parts: list[QWidget] = []
        if card.circle and card.circle_highlighted:
            parts.append(Chip(self.theme, card.circle, kind="circle"))
        plain = card.circle if not card.circle_highlighted else None
        facts = (plain, words.spoken(card.languages), card.city, self._adviser())
        told = "  ·  ".join(one for one in facts if one)
        if told:
            label = PlainLabel(self.theme, told, role="b", color="ink2", elide=True)
            label.setFixedHeight(self.theme.px(28))
            parts.append(label)
        return line(*parts, None, gap=14)

    def _adviser(self) -> str:
        card = self._card
        if card.adviser is None:
            return ""
        if card.adviser_since is None:
            return self.tr("With {name}").format(name=card.adviser)
        words_since = self.tr("With {name} since {year}")
        return words_since.format(name=card.adviser, year=card.adviser_since.year)

    def _consent(self) -> QLayout:
        consent = self._card.consent
        parts: list[QWidget] = []
        if self._card.do_not_contact:
            parts.append(self._refused(self.tr("Wishes not to be contacted")))
        elif consent.nothing_asked:
            words_none = self.tr("Not asked yet how to keep in touch")
            parts.append(PlainLabel(self.theme, words_none, role="s", color="ink2"))
        else:
            parts.append(PlainLabel(self.theme, self.tr("May contact by"), role="s", color="ink2"))
            parts += [self._permission(one) for one in consent.permissions]
        parts.append(self._signed())
        return FlowLayout(*parts, gap=17, line_gap=2)

    def _permission(self, one: "Permission") -> QWidget:
        if not one.allowed:
            return self._refused(words.refusal_word(one.channel))
        icon = IconLabel(self.theme, words.CHANNEL_ICONS[one.channel], color="pos", size=18)
        word = PlainLabel(self.theme, words.channel_word(one.channel), role="sm")
        return _centred(icon, word)

    def _refused(self, word: str) -> QWidget:
        icon = IconLabel(self.theme, "prohibit", color="ink3", size=18)
        return _centred(icon, PlainLabel(self.theme, word, role="s", color="ink2"))

    def _signed(self) -> TextLink:
        consent = self._card.consent
        at = consent.decided_at
        if at is None:
            text = self.tr("Ask")
        else:
            day = self.desk.words.short_day(self.desk.words.local_day(at), date.min)
            told = self.tr("signed {day}") if consent.signed else self.tr("noted {day}")
            text = told.format(day=day)
        name = self.tr("Consent: {state}").format(state=text)
        link = _LowLink(self.theme, text, underline=at is None, role="c", name=name)
        link.clicked.connect(self.asked_consent)
        return link


class _LowLink(TextLink):
    """A link no higher than the line it stands in."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.theme.line("s"))


def _centred(icon: QWidget, word: QWidget) -> QWidget:
    row = line(icon, word, gap=7)
    row.setAlignment(icon, Qt.AlignmentFlag.AlignVCenter)
    row.setAlignment(word, Qt.AlignmentFlag.AlignVCenter)
    return box(row)
