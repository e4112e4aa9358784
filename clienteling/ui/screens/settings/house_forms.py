"""The forms of a boutique, a person and a circle, each a sheet over the page."""

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clienteling.domain.errors import UserError
from clienteling.queries.house import CircleRow
from clienteling.queries.house_head import StaffRow, StoreRow
from clienteling.ui import places
from clienteling.ui.desk import Desk
from clienteling.ui.forms import Field, Form
from clienteling.ui.forms.inputs import ChoiceInput
from clienteling.ui.screens.settings.words import role_word
from clienteling.ui.sheet import Sheet
from clienteling.ui.widgets import Button, PlainLabel, ScrollPage, box, column, line

_ROLES = ("associate", "personal_shopper", "tailor", "manager", "area", "hq_crm", "admin")


class FormSheet(Sheet):
    """A sheet with one form, kept with ``Ctrl+Enter``; it goes for good when it is closed.

    Args:
        desk: What it works with.
        window: The window it covers.
    """

    size_wanted = (600, 0)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk, window)
        self.form: Form | None = None
        self._title = PlainLabel(desk.theme, role="d28", elide=True)
        self.keep_button = Button(desk.theme, "", kind="primary", key="Ctrl ↵")
        self._leave = Button(desk.theme, QCoreApplication.translate("Settings", "Leave it"))
        self.keep_button.clicked.connect(self.keep)
        self._leave.clicked.connect(self.close_sheet)
        self.closed.connect(self.deleteLater)

    def show_form(self, title: str, act: str, form: Form) -> None:
        """Open the sheet with a form in it."""
        self.form = form
        self.setAccessibleName(title)
        self._title.set_text(title)
        self.keep_button.set_text(act)
        page = ScrollPage(self.desk.theme, box(column(form, margins=(0, 0, 12, 0))))
        page.setMinimumHeight(min(form.sizeHint().height() + 4, self.window().height() - 240))
        buttons = line(None, self._leave, self.keep_button, gap=10)
        self.sheet.setLayout(column(self._title, 16, page, 12, buttons, margins=(28, 24, 28, 24)))
        self.open(form.nextInFocusChain())

    def keep(self) -> None:
        """Keep what the form says, or show at the field what is to be mended."""
        if self.form is None:
            return
        try:
            values = self.form.values()
        except UserError:
            return
        self.write(values)

    def write(self, values: dict[str, Any]) -> None:
        """Hand the values to the service; subclasses say which."""
        raise NotImplementedError

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        with_ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if with_ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        else:
            super().keyPressEvent(event)

    def act(self, service: Any, why: str, **arguments: Any) -> None:
        """Write, and close when it is kept."""
        self.desk.act(
            self, service, why, then=lambda _kept: self.close_sheet(), failed=self._refused,
            **arguments,
        )  # fmt: skip

    def _refused(self, error: Exception) -> None:
        is_shown = isinstance(error, UserError) and self.form is not None
        if not (is_shown and self.form is not None and self.form.show_error(error)):  # type: ignore[arg-type] # a UserError, see above
            self.desk.fail(error)


class StoreSheet(FormSheet):
    """A boutique: new, or as it is."""

    def begin_with(self, store: StoreRow | None) -> None:
        """Open it for a boutique, or for a new one."""
        self._store = store
        tr = QCoreApplication.translate
        language = self.desk.theme.language
        here = places.guess()
        country = store.country if store else here.country
        fields = (
            Field("name", tr("Settings", "Name of the boutique"), wide=True),
            Field("city", tr("Settings", "City")),
            Field(
                "country", tr("Settings", "Country"), kind="choice",
                options=tuple(places.countries(language)),
            ),
            Field("time_zone", tr("Settings", "Time zone"), kind="choice"),
            Field(
                "currency", tr("Settings", "Currency"), kind="choice",
                options=tuple(places.currencies(language)),
            ),
            Field("phone", tr("Settings", "Phone"), optional=True),
        )  # fmt: skip
        form = Form(self.desk.theme, fields, words=self.desk.words)
        offer_zones(form, country, store.time_zone if store else here.time_zone)
        values = {
            "name": store.name if store else None,
            "city": store.city if store else None,
            "country": country,
            "time_zone": store.time_zone if store else here.time_zone,
            "currency": store.currency if store else here.currency,
            "phone": store.phone if store else None,
        }
        form.set_values(values)
        follow_country(form)
        title = store.name if store else tr("Settings", "A new boutique")
        self.show_form(title, tr("Settings", "Keep the boutique"), form)

    @override
    def write(self, values: dict[str, Any]) -> None:
        from clienteling.services.found_house import add_store, edit_store

        if self._store is None:
            self.act(add_store, self.tr("Boutique added"), values=values)
        else:
            self.act(
                edit_store, self.tr("Boutique changed"), store_id=self._store.id, values=values
            )


class PersonSheet(FormSheet):
    """A person of the house: new, or as she is."""

    def begin_with(self, person: StaffRow | None, stores: tuple[StoreRow, ...]) -> None:
        """Open it for a person, or for a new one."""
        self._person = person
        tr = QCoreApplication.translate
        roles = tuple((role, role_word(role)) for role in _ROLES)
        fields = [
            Field("given_name", tr("Settings", "Given name")),
            Field("family_name", tr("Settings", "Family name")),
            Field("role", tr("Settings", "Role"), kind="choice", options=roles),
            Field(
                "store_id", tr("Settings", "Boutique"), kind="choice",
                options=tuple((one.id, one.name) for one in stores),
            ),
            Field("email", tr("Settings", "Email"), optional=True),
            Field("phone", tr("Settings", "Phone"), optional=True),
        ]  # fmt: skip
        if person is not None:
            fields.append(Field("active", tr("Settings", "Works in this house"), kind="toggle"))
        form = Form(self.desk.theme, fields, words=self.desk.words)
        form.set_values(
            {
                "given_name": person.given_name if person else None,
                "family_name": person.family_name if person else None,
                "role": person.role.value if person else _ROLES[0],
                "store_id": person.store_id if person else self._own_store(stores),
                "email": person.email if person else None,
                "phone": person.phone if person else None,
                "active": True,
            }
        )
        title = person.name if person else tr("Settings", "A new person")
        self.show_form(title, tr("Settings", "Keep the person"), form)

    @override
    def write(self, values: dict[str, Any]) -> None:
        from clienteling.services.found_house import StaffRole, add_person, edit_person

        values = {**values, "role": StaffRole(values["role"])}
        if self._person is None:
            self.act(add_person, self.tr("Person added"), values=values)
        else:
            self.act(
                edit_person, self.tr("Person changed"), staff_id=self._person.id, values=values
            )

    def _own_store(self, stores: tuple[StoreRow, ...]) -> str:
        return self.desk.me.store.id if self.desk.me else stores[0].id


class CircleSheet(FormSheet):
    """A circle in the house's own word."""

    size_wanted = (460, 0)

    def begin_with(self, circle: CircleRow | None) -> None:
        """Open it for a circle, or for a new one below the others."""
        self._circle = circle
        tr = QCoreApplication.translate
        fields = (
            Field("name", tr("Settings", "The house's word"), wide=True),
            Field("highlighted", tr("Settings", "Marked in bronze"), kind="toggle", wide=True),
        )
        form = Form(self.desk.theme, fields, columns=1)
        marked = circle.highlighted if circle else False
        form.set_values({"name": circle.name if circle else None, "highlighted": marked})
        title = circle.name if circle else tr("Settings", "A new circle")
        self.show_form(title, tr("Settings", "Keep the circle"), form)

    @override
    def write(self, values: dict[str, Any]) -> None:
        from clienteling.services.found_house import add_circle, edit_circle

        if self._circle is None:
            self.act(add_circle, self.tr("Circle added"), **values)
        else:
            self.act(edit_circle, self.tr("Circle changed"), circle_id=self._circle.id, **values)


def offer_zones(form: Form, country: str, zone: str) -> None:
    """Offer the time zones of a country, and the one that is set."""
    zones = list(dict.fromkeys([zone, *places.zones_of(country)] if zone else []))
    zones = zones or places.zones_of(country)
    chosen = form.input("time_zone")
    assert isinstance(chosen, ChoiceInput)
    chosen.choice.select.set_options([(one, one.replace("_", " ")) for one in zones])


def follow_country(form: Form) -> None:
    """Bring time zone and currency along when another country is chosen."""
    country, zone, currency = (form.input(name) for name in ("country", "time_zone", "currency"))

    def follow() -> None:
        code = country.value() or ""
        offer_zones(form, code, "")
        zone.set_value(places.zones_of(code)[0])
        currency.set_value(places.currency_of(code))

    country.edited.connect(follow)
