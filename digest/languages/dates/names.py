"""Names of months, weekdays and halves of the day as Babel has them, and the order of day and month."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.localedata import locale_identifiers

_JOINED = re.compile(r"([^\W\d_a-zA-Z]+)MMMM")
"""What CLDR's long date has right before the name of the month."""
_LEVEL = "abbreviated"
_ORDER_VARIES = frozenset({"en"})
"""Languages of which CLDR's order of day and month is that of one country, and others have the other."""
_GENITIVES = (
    "јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра",
    "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra",
)
_SLOVENE = "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra"
ALSO_MONTHS = {
    "en": (("Feb", 2), ("Aug", 8), ("Sept", 9), ("Oct", 10), ("Nov", 11), ("Dec", 12)),
    "es": (("setiembre", 9),),
    "pl": (("maju", 5), ("majem", 5)),
    "ru": (("мае", 5), ("маю", 5), ("маем", 5), ("июне", 6), ("июню", 6), ("июле", 7), ("июлю", 7)),
    "sk": (("máji", 5), ("májom", 5)),
    "sl": tuple((name, month) for month, name in enumerate(_SLOVENE.split(), start=1)),
    "sr": tuple((name, month) for row in _GENITIVES for month, name in enumerate(row.split(), start=1)),
}
"""Names of months that newspapers write beside CLDR's: short ones, and in the case that a date has."""
_HOUR = 3600
_NOON = 12 * _HOUR
_HALVES = (("am", 0), ("pm", 1), ("a. m.", 0), ("p. m.", 1), ("a.m.", 0), ("p.m.", 1))


@lru_cache(maxsize=64)
def halves_of_day(language: str) -> tuple[tuple[str, int], ...]:
    """Return what a language writes beside a time before noon (0) and after it (1), the longest first."""
    words = [*_HALVES]
    locale = _locale(language)
    if locale:
        halves = {"am": 0, "pm": 1, **dict(_parts_of_day(locale))}
        for width in (_LEVEL, "wide"):
            names = locale.day_periods.get("format", {}).get(width, {})
            words += [
                (unicodedata.normalize("NFKC", names[name]).casefold(), half)
                for name, half in halves.items()
                if names.get(name)
            ]
    return tuple(sorted(words, key=_by_length))


def _parts_of_day(locale: Locale) -> Iterator[tuple[str, int]]:
    """Yield the parts of a day that lie in one half of it, Chinese “晚上”; noon's own hour lies in both."""
    rules: Any = locale.day_period_rules
    for name, times in rules.get(None, {}).items():
        spans = [(one["from"], one["before"]) for one in times if "from" in one]
        if spans and all(before <= _NOON for _, before in spans):
            yield name, 0
        elif spans and all(_NOON <= start < before > _NOON + _HOUR for start, before in spans):
            yield name, 1


def day_first(language: str) -> bool | None:
    """Tell whether a language writes the day before the month; None where only its country tells."""
    locale = _locale(language)
    if locale is None or (locale.language in _ORDER_VARIES and "-" not in language.replace("_", "-")):
        return None
    pattern: str = locale.date_formats["short"].pattern
    return pattern.find("d") < pattern.find("M")


def month_of(word: str, language: str) -> int | None:
    """Return the month (1 to 12) that a word names in the language or in English, None for other words."""
    name = folded(word)
    for locale in ("en", language.replace("-", "_")):
        month = _names_of(locale).get(name)
        if month:
            return month
    return _names_anywhere(_main(language)).get(name)


def folded(name: str) -> str:
    """Return a name of a month or weekday as it is compared: without case, and marks around it."""
    return unicodedata.normalize("NFC", name).casefold().replace("’", "'").strip(". -")


@lru_cache(maxsize=64)
def months_in_words(language: str) -> tuple[tuple[str, int], ...]:
    """Return the months whose names have several words, Arabic “كانون الثاني”, the longest first."""
    names = {**_names_anywhere(_main(language)), **_names_of(language.replace("-", "_"))}
    return tuple(sorted(((name, month) for name, month in names.items() if " " in name), key=_by_length))


def _by_length(pair: tuple[str, int]) -> int:
    return -len(pair[0])


def _main(language: str) -> str:
    return re.split("[-_]", language)[0].lower()


@lru_cache(maxsize=64)
def _names_of(identifier: str) -> dict[str, int]:
    locale = _locale(identifier)
    return dict(_months(locale)) if locale else {}


@lru_cache(maxsize=16)
def _names_anywhere(language: str) -> dict[str, int]:
    """Return the months by the names they have in any country of the language, but for names of two."""
    named: dict[str, set[int]] = {}
    for identifier in locale_identifiers():
        if identifier.split("_")[0] == language:
            for name, month in _months(Locale.parse(identifier)):
                named.setdefault(name, set()).add(month)
    return {name: months.pop() for name, months in named.items() if len(months) == 1}


def _months(locale: Locale) -> Iterator[tuple[str, int]]:
    months: Any = locale.months
    # Hebrew writes a preposition together with the month: `3 במרץ`.
    found = _JOINED.search(locale.date_formats["long"].pattern)
    joined = found[1] if found else ""
    for context in ("format", "stand-alone"):
        for width in (_LEVEL, "wide"):
            for month, name in months[context][width].items():
                # “Haz” and “Haziran” in Turkish; “5” and “5月” are no names.
                if not name[:1].isdigit():
                    yield folded(name), month
                    yield folded(f"{joined}{name}"), month
    yield from ((folded(name), month) for name, month in ALSO_MONTHS.get(locale.language, ()))


@lru_cache(maxsize=64)
def weekdays(language: str) -> frozenset[str]:
    """Return the names of weekdays, folded: some are months in another language (Spanish “mar”)."""
    locale = _locale(language)
    days: Any = locale.days["format"] if locale else {}
    return frozenset(folded(name) for width in (_LEVEL, "wide") for name in days.get(width, {}).values())


def _locale(language: str) -> Locale | None:
    for code in (language.replace("-", "_"), re.split("[-_]", language)[0]):
        try:
            return Locale.parse(code)
        except (UnknownLocaleError, ValueError, TypeError):
            continue
    return None
