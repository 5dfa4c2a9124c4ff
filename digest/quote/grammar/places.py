"""Names of countries, capitals, days and months in a language: capitalised words that name nobody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from babel.core import get_global

from digest import languages

_NO_CITIES = ("Antarctica", "Etc", "Indiana", "Kentucky", "North_Dakota", "Lindeman", "Johnston")
_ALSO_PEOPLE = frozenset({
    "adelaide", "darwin", "davis", "dawson", "jackson", "jersey", "nelson", "paris", "regina", "santiago",
    "victoria",
})  # fmt: skip
"""Cities whose names are people's more often."""


def places_of(code: str) -> frozenset[str]:
    """Return the names, folded."""
    locale = languages.locale(code)
    calendar = (*locale.days["format"]["wide"].values(), *locale.months["format"]["wide"].values())
    alone = (*locale.days["stand-alone"]["wide"].values(), *locale.months["stand-alone"]["wide"].values())
    territories = (name for key, name in locale.territories.items() if key.isalpha())
    names = (*calendar, *alone, *territories, *_cities(locale))
    return frozenset(str(name).lower() for name in names)


def _cities(locale: Any) -> Iterator[str]:
    """Yield the some hundred cities that CLDR names time zones by, as the language writes them."""
    for zone in get_global("zone_territories"):
        city = locale.time_zones.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        if city.lower() not in _ALSO_PEOPLE and not any(part in zone for part in _NO_CITIES):
            yield city
