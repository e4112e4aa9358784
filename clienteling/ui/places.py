"""Countries, time zones and currencies to choose from, named in the window's language."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimeZone

if TYPE_CHECKING:
    from babel import Locale

_LOCALES = {"zh-Hans": "zh_Hans", "zh-Hant": "zh_Hant"}
_ELSEWHERE = "GB"
_NOWHERE = "ZZ"


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where this computer seems to stand."""

    country: str
    time_zone: str
    currency: str


def guess() -> Whereabouts:
    """Guess from the computer's time zone in which country it stands."""
    zone = QTimeZone.systemTimeZoneId().toStdString()
    country = _zone_countries().get(zone, "")
    if not country:
        return Whereabouts(_ELSEWHERE, zones_of(_ELSEWHERE)[0], currency_of(_ELSEWHERE))
    return Whereabouts(country, zone, currency_of(country))


def countries(language: str) -> list[tuple[str, str]]:
    """Return code and name of every country, by name."""
    named = _locale(language).territories
    found = [(code, named[code]) for code in set(_zone_countries().values()) if code in named]
    return sorted(found, key=lambda one: _sortable(one[1]))


def currencies(language: str) -> list[tuple[str, str]]:
    """Return code and name of every currency in use, by code."""
    from clienteling.domain.currencies import exponents

    named = _locale(language).currencies
    return [(code, f"{code} · {named.get(code, code)}") for code in sorted(exponents())]


def zones_of(country: str) -> list[str]:
    """Return the time zones of a country; every zone where none is known."""
    zones = sorted(_zone_countries())
    return [zone for zone in zones if _zone_countries()[zone] == country] or zones


def currency_of(country: str) -> str:
    """Return the currency people pay with in a country; the euro where none is known."""
    from babel.numbers import get_territory_currencies

    found = get_territory_currencies(country)
    return str(found[-1]) if found else "EUR"


def country_name(code: str, language: str) -> str:
    """Return what a country is called."""
    return str(_locale(language).territories.get(code, code))


def _locale(language: str) -> "Locale":
    from babel import Locale

    return Locale.parse(_LOCALES.get(language, language))


@cache
def _zone_countries() -> dict[str, str]:
    from zoneinfo import available_timezones

    from babel.core import get_global

    known = get_global("zone_territories")
    zones = (zone for zone in available_timezones() if len(known.get(zone, "")) == 2)
    return {zone: known[zone] for zone in zones if known[zone] != _NOWHERE}


def _sortable(name: str) -> str:
    from clienteling.domain.fold import fold

    return fold(name)
