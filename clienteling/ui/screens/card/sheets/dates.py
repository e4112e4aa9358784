"""Days to remember: of the common or the Chinese calendar, with or without a year."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from clienteling.domain.errors import UserError
from clienteling.domain.ids import Id
from clienteling.ui.forms import Field
from clienteling.ui.screens.card.sheets.facts import FactSheet, Row
from clienteling.ui.screens.card.words import date_word, is_hidden

if TYPE_CHECKING:
    from clienteling.queries.client_card import ClientCard, DateFact

_NEAR_DAYS = 14
_KINDS = (
    "birthday", "wedding", "name_day", "graduation", "anniversary_as_client", "memorial",
    "travel", "custom",
)  # fmt: skip


class DatesSheet(FactSheet):
    """Adds, edits and removes key dates; a surprise is hidden from one of the household."""

    @override
    def title(self) -> str:
        return self.tr("Key dates")

    @override
    def reads(self) -> tuple[str, ...]:
        return ("key_date",)

    @override
    def new_words(self) -> str:
        return self.tr("One more day")

    @override
    def empty_words(self) -> str:
        return self.tr("No dates noted")

    @override
    def fields(self) -> tuple[Field, ...]:
        months = tuple((str(n), self._month(n)) for n in range(1, 13))
        days = tuple((str(n), str(n)) for n in range(1, 32))
        kinds = tuple((one, date_word(one)) for one in _KINDS)
        return (
            Field("kind", self.tr("What"), "choice", kinds),
            Field("label", self.tr("In the house’s words"), optional=True),
            Field("month", self.tr("Month"), "choice", months),
            Field("day", self.tr("Day"), "choice", days, optional=True),
            Field("year", self.tr("Year"), "number", optional=True),
            Field("calendar", self.tr("Calendar"), "choice", self._calendars()),
            Field("on_29_february", self.tr("In years without 29 February"), "choice",
                  self._leap_days(), optional=True),
            Field("gift_plan", self.tr("What was given, or is planned"), optional=True),
            Field("hide_from", self.tr("Hide from"), "choice", self._kin(), optional=True),
            Field("show_years", self.tr("Say how many years"), "toggle"),
        )  # fmt: skip

    @override
    def first_values(self) -> Mapping[str, Any]:
        return {"kind": "birthday", "month": "1", "calendar": "gregorian"}

    @override
    def known(self, card: "ClientCard") -> Sequence[Row]:
        shown = [one for one in card.dates if not (self.desk.discreet and one.hide_from_client_id)]
        return [Row(one.id, one.label or date_word(one.kind), self._told(one)) for one in shown]

    @override
    def show_more(self, card: "ClientCard") -> None:
        choice = self.form.input("hide_from")
        before = choice.value()
        choice.choice.select.set_options([("", ""), *self._kin()])  # type: ignore[attr-defined] # a ChoiceInput
        choice.set_value(before)

    @override
    def values_of(self, card: "ClientCard", row_id: Id) -> Mapping[str, Any]:
        one = next(one for one in card.dates if one.id == row_id)
        calendar = "lunar_leap" if one.leap_month else one.calendar
        return {
            "kind": one.kind.value,
            "label": one.label,
            "month": str(one.month),
            "day": str(one.day) if one.day else None,
            "year": one.year,
            "calendar": calendar,
            "on_29_february": one.on_29_february,
            "gift_plan": one.gift_plan,
            "hide_from": one.hide_from_client_id,
            "show_years": one.show_years,
        }

    @override
    def store(self, values: Mapping[str, Any]) -> None:
        from clienteling.services.kinds import KeyDateKind
        from clienteling.services.knowledge import put_key_date

        full = {
            "kind": KeyDateKind(values["kind"]),
            "label": values["label"],
            "month": int(values["month"]),
            "day": int(values["day"]) if values["day"] else None,
            "year": self._year(values["year"]),
            "calendar": "gregorian" if values["calendar"] == "gregorian" else "lunar_cn",
            "leap_month": values["calendar"] == "lunar_leap",
            "on_29_february": values["on_29_february"],
            "gift_plan": values["gift_plan"],
            "hide_from_client_id": values["hide_from"],
            "show_years": values["show_years"],
        }
        self._check(full)
        why = self.tr("Date kept")
        self.act(put_key_date, why, client_id=self.client_id, key_date_id=self.row_id, values=full)

    @override
    def remove(self, row_id: Id) -> None:
        from clienteling.services.knowledge import remove_key_date

        self.take_away(remove_key_date, self.tr("Date taken away"), key_date_id=row_id)

    def _check(self, values: Mapping[str, Any]) -> None:
        from clienteling.domain.key_dates import KeyDate, check

        parts = ("month", "day", "year", "calendar", "leap_month")
        check(KeyDate(**{name: values[name] for name in parts}))

    def _year(self, typed: Any) -> int | None:
        if typed is None:
            return None
        if typed != int(typed) or not 1800 <= int(typed) <= self.today.year + 1:
            sentence = self.tr("Write the year with four figures, or leave it open.")
            raise UserError(sentence, field="year")
        return int(typed)

    def _told(self, one: "DateFact") -> str:
        parts = [self._when(one)]
        if one.on is not None and abs((one.on - self.today).days) <= _NEAR_DAYS:
            parts.append(self.desk.words.relative(one.on, self.today))
        parts.append(one.gift_plan or "")
        if one.hide_from_client_id:
            parts.append(self.tr("a surprise"))
        return " · ".join(x for x in parts if x)

    def _when(self, one: "DateFact") -> str:
        if one.calendar == "gregorian":
            if one.day is None:
                when = self._month(one.month)
            else:
                when = self.desk.words.month_day(one.month, one.day)
        else:
            leap = self.tr("leap month {month}") if one.leap_month else self.tr("month {month}")
            when = self.tr("Chinese calendar, {month}").format(month=leap.format(month=one.month))
            if one.day is not None:
                when = self.tr("{month}, day {day}").format(month=when, day=one.day)
        dated = self.tr("{when} {year}").format(when=when, year=one.year)
        return dated if one.year else when

    def _month(self, month: int) -> str:
        return self.desk.words.locale.standaloneMonthName(month)

    def _calendars(self) -> tuple[tuple[str, str], ...]:
        return (
            ("gregorian", self.tr("Common")),
            ("lunar_cn", self.tr("Chinese, lunar")),
            ("lunar_leap", self.tr("Chinese, leap month")),
        )

    def _leap_days(self) -> tuple[tuple[str, str], ...]:
        return (
            ("28_february", self.desk.words.month_day(2, 28)),
            ("1_march", self.desk.words.month_day(3, 1)),
        )

    def _kin(self) -> tuple[tuple[str, str], ...]:
        card = getattr(self, "card", None)
        kin = card.household if card is not None else ()
        shown = [one for one in kin if not (self.desk.discreet and is_hidden(one))]
        # A day may be a surprise for herself, too: a feast that others prepare.
        own = () if card is None else ((card.person.id, card.person.display),)
        return (*((one.person.id, one.person.display) for one in shown), *own)
