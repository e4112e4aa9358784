"""The first sheet of a new book: the house, the boutique, and who begins."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clienteling.bootstrap import Me
from clienteling.domain.errors import UserError
from clienteling.ui import places
from clienteling.ui.desk import Desk
from clienteling.ui.forms import Field, Form
from clienteling.ui.forms.inputs import ChoiceInput
from clienteling.ui.screens.welcome.view_model import WelcomeModel
from clienteling.ui.sentences import said
from clienteling.ui.sheet import Sheet
from clienteling.ui.widgets import (
    Button,
    IconLabel,
    PlainLabel,
    ScrollPage,
    box,
    column,
    line,
)


class WelcomeSheet(Sheet):
    """Asks the few things without which no client can be written down; cannot be put away.

    Args:
        desk: What it works with.
        window: The window it covers.
    """

    size_wanted = (720, 760)
    top_wanted = None

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk, window)
        self.model = WelcomeModel(desk, self)
        self.is_done = False
        self._then = "clients"
        self.form = self._make_form()
        self.begin_button = Button(desk.theme, self.tr("Begin"), kind="primary", key="Ctrl ↵")
        self.bring_button = Button(
            desk.theme, self.tr("Begin, and bring files in"), icon="upload-simple"
        )
        self._lay_out()
        self.setAccessibleName(self.tr("A new client book"))
        self.begin_button.clicked.connect(self.found)
        self.bring_button.clicked.connect(self.found_and_bring_in)
        self.model.founded.connect(self._founded)
        self.model.refused.connect(self._refuse)

    @override
    def begin(self, *about: str) -> None:
        del about
        self.open(self.form.input("house").widget)

    def found(self) -> None:
        """Found the house and show the clients."""
        self._found("clients")

    def found_and_bring_in(self) -> None:
        """Found the house and show the page that brings files in."""
        self._found("bring-in")

    @override
    def close_sheet(self) -> None:
        # Nothing can be done in a book without a house, so there is nothing to go back to.
        if self.is_done:
            super().close_sheet()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # It is opened before its window is shown, and so before the window has its size.
        super().showEvent(event)
        self.setGeometry(self._window.rect())
        self._place()

    @override
    def event(self, event: QEvent) -> bool:
        # Keys of the window (Ctrl+K, F9 …) lead to places that do not exist yet.
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        with_ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if with_ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.found()
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _make_form(self) -> Form:
        language, here = self.desk.theme.language, places.guess()
        fields = (
            Field("house", self.tr("Name of the house")),
            Field("boutique", self.tr("Name of this boutique")),
            Field("city", self.tr("City")),
            Field(
                "country", self.tr("Country"), kind="choice",
                options=tuple(places.countries(language)),
            ),
            Field("time_zone", self.tr("Time zone"), kind="choice"),
            Field(
                "currency", self.tr("Currency"), kind="choice",
                options=tuple(places.currencies(language)),
            ),
            Field("given_name", self.tr("Your given name")),
            Field("family_name", self.tr("Your family name")),
        )  # fmt: skip
        form = Form(self.desk.theme, fields, words=self.desk.words)
        _offer_zones(form, here.country, here.time_zone)
        form.set_values(
            {"country": here.country, "time_zone": here.time_zone, "currency": here.currency}
        )
        form.input("country").edited.connect(self._follow_country)
        return form

    def _lay_out(self) -> None:
        theme = self.desk.theme
        words = self.tr(
            "This book is new. A few words on the house, and the first client can be written "
            "down. All of it can be changed later under Settings."
        )
        parts: list[QWidget | int] = [
            PlainLabel(theme, self.tr("A new client book"), role="d40", wrap=True),
            6,
            PlainLabel(theme, words, role="s", color="ink2", wrap=True),
            18,
            self.form,
        ]
        for notice in self.desk.backend.opened.notices:
            told = line(
                IconLabel(theme, "key", color="ink2", size=20),
                PlainLabel(theme, said(notice), role="s", color="ink2", wrap=True),
                gap=10,
            )
            told.setStretch(1, 1)
            parts += [6, box(told)]
        page = ScrollPage(theme, box(column(*parts, None, margins=(0, 0, 12, 0))))
        buttons = line(None, self.bring_button, self.begin_button, gap=10)
        layout = column(page, 14, buttons, margins=(36, 30, 24, 26))
        layout.setStretch(0, 1)
        self.sheet.setLayout(layout)

    def _follow_country(self) -> None:
        code = self.form.input("country").value() or ""
        _offer_zones(self.form, code, "")
        self.form.input("time_zone").set_value(places.zones_of(code)[0])
        self.form.input("currency").set_value(places.currency_of(code))

    def _found(self, then: str) -> None:
        self._then = then
        try:
            values = self.form.values()
        except UserError:
            return
        self.model.begin(values)

    def _founded(self, me: Me | None) -> None:
        self.is_done = True
        self.desk.learn_me(me)
        self.close_sheet()
        if self._then == "bring-in":
            self.desk.go("settings", "bring-in")
        else:
            self.desk.go("clients")
        self.deleteLater()

    def _refuse(self, error: UserError) -> None:
        if not self.form.show_error(error):
            self.desk.fail(error)


def _offer_zones(form: Form, country: str, zone: str) -> None:
    zones = list(dict.fromkeys([*([zone] if zone else []), *places.zones_of(country)]))
    chosen = form.input("time_zone")
    assert isinstance(chosen, ChoiceInput)
    chosen.choice.select.set_options([(one, one.replace("_", " ")) for one in zones])
