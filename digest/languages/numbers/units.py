"""Units beside numbers: which one a word or a sign names, and what one is worth in another.

Names of measures come from CLDR (Unicode's locale data) through Babel, in all plural forms; `units.toml`
has the rest. A unit that is not known is none: a number without one agrees with any.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from babel.numbers import get_currency_name
from babel.units import format_unit

from digest import languages
from digest.languages.latin import folded
from digest.languages.numbers.rows import Row, row

ROUNDED = Fraction(1, 10)
"""How far a converted measure may be from the exact one, by rounding."""
_LEAST_STEM = 4
"""Letters of what the forms of a name in CLDR have in common, to stand for the cases that CLDR leaves out."""
_ENDING = 4
"""Letters that may follow the beginning of a word."""
_WHOLE = 6
"""Letters from which the beginning of a unit's name is no other word's: `día` also begins `diablos`."""
_ENDINGS = re.compile(
    "e?s|e[nrmt]?|en?e|n[ae]?|er|r|a[nmrth]?|a(?:ch|mi|ma)|i[an]?|ima|mi|ech|y|ych|u[ml]?|uri|ilor|lui|o[mrvw]|ego|"
    "[aeo]rna|te?|[td]an?|d?en|den|t[ae]n|d[ae]|y[ae]|l[iıu]k|l[ae]r|"
    "[ауыиеоюяь]|о[июмв]|е[июмв]|[иі]в|[ая][мх]|[ая]ми|т[аео]|[ъя]т|ата|ите|ове|"
    "н(?:ии|его|яя|еи|юю|ему|им|их|ие)|"
    "[αεηο]σ?|οι|ουσ?|ων|ια|ιων|v[ae]l|b[ae]n|r[ae]|[aeo]t|nyi"
)
"""How names of units are inflected, in folded letters, and what makes `15-летний` of years."""
_KEY = 2
"""Letters by which names of units are looked up: short forms have no more."""
_SHORT = 3
"""Letters of a name in Latin script that many words begin with."""
_NON_JOINER = "\u200c"
_BEYOND = "\u0530"
"""Behind Latin, Greek and Cyrillic letters."""
BELOW_NOTHING = {"degree", "celsius", "fahrenheit", "percent", "point"}
"""Units of which there may be less than nothing; `al menos 300` is not minus 300."""
_MEASURES = {"length", "area", "mass", "volume"}
_SPACE = " -\u00a0\u202f"
_COUNTS = (1, 2, 5, 1.5)
"""Numbers that all plural forms of names come with, but for endings."""
_COUNT = re.compile(r"[\d.,]+")
_LENGTHS: Sequence[Literal["long", "short"]] = ("long", "short")
"""Where a long name is the short one, Babel gives the unit's key instead: `duration-day` in Italian."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit; `units.toml` explains the fields."""

    name: str
    of: str
    worth: Fraction | None
    cldr: tuple[str, ...]
    words: tuple[str, ...]
    currency: str
    signs: tuple[str, ...]
    before: tuple[str, ...]
    alike: frozenset[str]


@cache
def units() -> Mapping[str, Unit]:
    """Return all units by name."""
    data = tomllib.loads(files(__package__).joinpath("units.toml").read_text(encoding="utf-8"))
    return {
        name: Unit(
            name,
            own["of"],
            Fraction(own["worth"]) if "worth" in own else None,
            tuple(own.get("cldr", ())),
            tuple(own.get("words", ())),
            own.get("currency", ""),
            tuple(own.get("signs", ())),
            tuple(map(folded, own.get("before", ()))),
            frozenset(own.get("alike", ())),
        )
        for name, own in data.items()
    }


@cache
def measures() -> frozenset[str]:
    """Return the units of lengths, areas, weights and volumes, of which `a mile` is one."""
    return frozenset(name for name, unit in units().items() if unit.of in _MEASURES)


@cache
def signs() -> Mapping[str, str]:
    """Return units by the sign that stands beside a number, the longest sign first."""
    pairs = ((sign, unit.name) for unit in units().values() for sign in unit.signs)
    return dict(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _words_before() -> Mapping[str, str]:
    """Return units by the word that stands before a number."""
    return {word: unit.name for unit in units().values() for word in unit.before}


def named_before(text: str) -> str:
    """Return the unit whose word a text ends with, or an empty string.

    >>> named_before("Katılım yüzde "), named_before("Katılım ")
    ('percent', '')
    """
    word = text.rstrip(_SPACE).rpartition(" ")[2]
    return _words_before().get(folded(word), "") if word else ""


@lru_cache(maxsize=20_000)
def named(rest: str, language: str) -> str:
    """Return the unit that a text begins with, or an empty string.

    >>> named("millas de la costa", "es"), named("процентных пункта", "ru"), named("people", "en")
    ('mile', 'point', '')
    """
    plain = _plain(without_links(rest, language))
    known = _stems(language)
    for stem, name in (*known.get(plain[:_KEY], ()), *known.get(plain[:1], ())):
        if plain.startswith(stem):
            left = plain[len(stem) :]
            end = next((at for at, letter in enumerate(left) if not letter.isalpha()), len(left))
            spaced = languages.row(language).spaced and stem.isalpha()
            if not spaced or _may_end(stem, left[:end], name) or left[:end] in _cases(language):
                return name
    return ""


@cache
def _cases(language: str) -> frozenset[str]:
    """Return what names take in other cases, where that is long enough to tell: Hungarian `jenbe`."""
    endings = (folded(ending) for ending in languages.row(language).case_endings)
    return frozenset(ending for ending in endings if len(ending) > 1)  # Turkish `yeni` is new


def _may_end(stem: str, ending: str, name: str) -> bool:
    """Tell whether letters may follow the beginning of a unit's name; of a short one few: `yen`, `yeni`."""
    if len(stem) <= _SHORT and stem.isascii() and units()[name].of == "money":
        return ending in {"", "s", "es"}
    if len(stem) < _WHOLE and ending and stem[0] < _BEYOND:
        return _ENDINGS.fullmatch(ending) is not None
    return len(ending) <= _ENDING


def _plain(text: str) -> str:
    return folded(text).replace(_NON_JOINER, "")


def may_measure(rest: str, language: str) -> bool:
    """Tell whether a text may begin with a measure: what costs little to ask."""
    return rest.lstrip(_SPACE)[:_KEY].casefold() in _measure_keys(language)


@cache
def _measure_keys(language: str) -> frozenset[str]:
    """Return the first letters of names of measures, and of the words before them."""
    keys = {key for key, names in _stems(language).items() if any(name in measures() for _, name in names)}
    return frozenset(keys | {link[:_KEY] for link in row(language).links})


def in_tenths(after: str, own: Row) -> bool:
    """Tell whether a number that a text comes after counts tenths."""
    return bool(after) and after[0] in own.tenths and not (after[1:] and after[1] in own.no_tenths)


def without_links(rest: str, language: str) -> str:
    """Return what comes after a number without the words between it and its unit: `de`, `U.S.`."""
    left = rest.lstrip(_SPACE)
    for link in row(language).links:
        size = len(link)
        if folded(left[:size]) == link and (link.endswith("'") or not left[size : size + 1].isalpha()):
            left = left[size:].lstrip("." + _SPACE)
    return left


@cache
def _stems(language: str) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return the beginnings of names by their first letters, the longest first."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for unit in units().values():
        for word in (*unit.words, *_in_cldr(unit, language), *_of_currency(unit, language)):
            plain = _plain(word)
            found[plain[:_KEY]].setdefault(plain, unit.name)
    return {key: tuple(sorted(own.items(), key=lambda pair: -len(pair[0]))) for key, own in found.items()}


def _in_cldr(unit: Unit, language: str) -> Iterator[str]:
    """Yield CLDR's names of a unit in a language, and what all its forms begin with."""
    for key in unit.cldr:
        forms = [form for form in _forms(key, language) if len(form) >= _KEY]
        yield from forms
        shortest, longest = min(forms, default=""), max(forms, default="")
        same = (one == other for one, other in zip(shortest, longest, strict=False))
        stem = shortest[: next((at for at, alike in enumerate(same) if not alike), len(shortest))]
        if len(stem) >= _LEAST_STEM and stem.isalpha():
            yield stem


def _of_currency(unit: Unit, language: str) -> Iterator[str]:
    """Yield the forms of a currency's name, of which `words` have the beginning: `yeni`, of `yen`.

    A name that stays the same in every number tells nothing new, and Turkish `Japon yeni` ends in `new`.
    """
    if not unit.currency or not languages.is_language(language):
        return
    locale = languages.locale(language)
    names = {get_currency_name(unit.currency, count=count, locale=locale) for count in _COUNTS}
    for word in sorted({word for name in names for word in name.split()} if len(names) > 1 else ()):
        if any(_plain(word).startswith(_plain(stem)) for stem in unit.words):
            yield word


def _forms(key: str, language: str) -> Iterator[str]:
    """Yield how CLDR names so many of a unit, without the number."""
    if not languages.is_language(language):
        return
    locale = languages.locale(language)
    for count in _COUNTS:
        for length in _LENGTHS:
            text = format_unit(count, key, length=length, locale=locale, numbering_system="latn")
            if key not in text:
                yield _COUNT.sub("", text).strip(" \u00a0")
                break


def converts(value: Fraction, own: str, other_value: Fraction, other: str) -> bool:
    """Tell whether one measure is about the other in another unit of the same dimension.

    >>> converts(Fraction(10), "mile", Fraction(16), "kilometer")
    True
    """
    first, second = units().get(own), units().get(other)
    if not first or not second or (own == other != "degree"):
        return False  # what is of the same unit is not converted, but degrees may be of either scale
    if first.of == second.of == "heat":
        return any(abs(one - other_value) <= 1 + ROUNDED * abs(one) for one in _heat(value, own, other))
    if own == "pound" and second.of == "mass":
        first = units()["ounce"]
        value *= 16
    if other == "pound" and first.of == "mass":
        return converts(other_value, other, value, own)
    if first.of != second.of or first.worth is None or second.worth is None:
        return False
    exact = value * first.worth / second.worth
    return abs(exact - other_value) <= ROUNDED * abs(exact) + Fraction(1, 2)


def _heat(value: Fraction, own: str, other: str) -> Iterator[Fraction]:
    if other != "fahrenheit" and own != "celsius":
        yield (value - 32) * Fraction(5, 9)
        yield value * Fraction(5, 9)
    if own != "fahrenheit" and other != "celsius":
        yield value * Fraction(9, 5) + 32
        yield value * Fraction(9, 5)


def metric(value: Fraction, name: str) -> tuple[Fraction, ...]:
    """Return about what a measure may have been converted to where the other side names no unit."""
    unit = units().get(name)
    if unit is None:
        return ()
    if unit.of == "heat":
        return tuple(_heat(value, name, ""))
    if name == "pound":
        return (value * Fraction("0.4536"),)
    if unit.worth is None or unit.of == "time":
        return ()
    others = (one for one in units().values() if one.of == unit.of and one.name != name and one.worth)
    return tuple(value * unit.worth / one.worth for one in others if one.worth)


def may_be_one(first: str, second: str) -> bool:
    """Tell whether two units may be the same; one that is not known may be any.

    >>> may_be_one("dollar", "euro"), may_be_one("yen", "yuan"), may_be_one("", "mile")
    (False, True, True)
    """
    if not first or not second or first == second:
        return True
    one, other = units()[first], units()[second]
    return second in one.alike or first in other.alike or one.of != other.of
