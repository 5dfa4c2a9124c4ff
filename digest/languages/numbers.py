"""Numbers in digits of a text and of what words it otherwise: each must be there too, in digits or in words.

A number may be read in several ways (`1.500` is 1500 or 1½, `7.30` may be a time, `1,5 million` is
1500000): it is the same number if any reading is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from digest import languages
from digest.languages.latin import folded
from digest.languages.numerals import beginnings, compounds, han_numbers, measures, scales

Reading = tuple[float, ...]
"""Values that all have to be on the other side."""

_GROUP = r"[.,٬،’'\u00a0\u202f\u2009 ]"
_NUMBER = re.compile(
    rf"(?<!\d)\d{{1,3}}(?:{_GROUP}\d{{3}})+(?!\d)(?:[.,٫]\d{{1,2}}(?!\d))?|\d+(?:[.,٫:]\d+)*"
)
_GROUPED = re.compile(rf"(\d{{1,3}}(?:{_GROUP}\d{{3}})+)(?:[.,٫](\d{{1,2}}))?")
_DECIMAL = re.compile(r"(\d+)[.,٫](\d+)")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_WORD_AFTER = re.compile(r"[-\s\u00a0]{0,2}([^\W\d_]+)")
_AFTERNOON = re.compile(r"(?:[:.]\d\d)?\s?p\.?\s?m\b", re.IGNORECASE)
_SHORT_YEAR = "’'‘/-–"
_ROMAN = re.compile(r"\b[IVX]+(?=(?:er?|[eè]me|[ºª°o])?\b)")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_ABOUT = 0.06
"""How far a converted measure may be from the exact one, by rounding."""
_FAHRENHEIT = re.compile(r"[-\s]?(?:°|º|degree|s\b)")
_MEASURED = re.compile(r"(?:\s?(?:to|or|and|-|–)\s?\d+)?[-\s]?([^\W\d_]+)")
_DECADES = range(1800, 2100)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in digits as it is written, and how it may be read."""

    written: str
    readings: tuple[Reading, ...]
    metric: tuple[float, ...] = ()
    """About what it may have been converted to."""


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """The numbers of a text."""

    in_digits: tuple[Number, ...]
    values: frozenset[float]
    """Every value of every reading, and what stands in months and in Roman or Chinese numerals."""
    words: str
    """The text for looking up numbers in words."""
    language: str

    def hold(self, number: Number) -> bool:
        """Tell whether any reading of a number is here, in digits or in words, or converted."""
        return any(all(map(self._holds, reading)) for reading in number.readings) or any(
            abs(value - about) <= _ABOUT * abs(about) + 0.5
            for about in number.metric
            for value in self.values
        )

    def converted(self, number: Number) -> bool:
        """Tell whether a number is what one of these was converted to."""
        return any(
            abs(reading[0] - about) <= _ABOUT * abs(about) + 0.5
            for own in self.in_digits
            for about in own.metric
            for reading in number.readings
        )

    def _holds(self, value: float) -> bool:
        return (
            not value
            or value in self.values
            or any(all(self._spells(part) for part in parts) for parts in _in_words(value))
        )

    def _spells(self, value: float) -> bool:
        within = "" if compounds(self.language) else " "
        return any(f"{within}{word}" in self.words for word in beginnings(self.language).get(value, ()))


def lost_and_added(
    source: str, output: str, source_language: str, target_language: str
) -> tuple[list[str], list[str]]:
    """Return the numbers in digits that the other side has not, as the source and the output write them.

    >>> lost_and_added("About 100,000 since the 1960s", "约10万人，自60年代以来", "en", "zh")
    ([], [])
    >>> lost_and_added("57 prisoners", "58 presos", "en", "es")
    (['57'], ['58'])
    """
    before, after = numbers(source, source_language), numbers(output, target_language)
    lost = [number.written for number in before.in_digits if not after.hold(number)]
    return lost, [
        number.written for number in after.in_digits if not (before.hold(number) or before.converted(number))
    ]


@lru_cache(maxsize=1024)
def numbers(text: str, language: str) -> Numbers:
    """Return the numbers of a text in a language."""
    plain = text if text.isascii() else "".join(map(_western, text))
    in_digits = tuple(_in_digits(plain, language))
    values = {value for number in in_digits for reading in number.readings for value in reading}
    words = " " + " ".join(_WORD.findall(folded(plain)))
    return Numbers(
        in_digits,
        frozenset(values | _months(words, language) | _romans(plain) | han_numbers(plain)),
        words,
        language,
    )


def _western(character: str) -> str:
    return str(unicodedata.digit(character)) if character.isdecimal() else character


def _in_digits(text: str, language: str) -> Iterator[Number]:
    """Yield each number; `1万5000` is read as two and as their sum."""
    found = [(match, *_scaled(text, match.end(), language)) for match in _NUMBER.finditer(text)]
    sums: list[list[Reading]] = [[] for _ in found]
    for at, ((_, factor, end), (second, small, _)) in enumerate(pairwise(found)):
        if factor > 1 and factor > small and not text[end : second.start()].strip():
            values = (_values(match.group())[0][0] for match in (found[at][0], second))
            total = next(values) * factor + next(values) * small
            sums[at].append((total,))
            sums[at + 1].append((total,))
    for (match, factor, _), summed in zip(found, sums, strict=True):
        readings = (*_readings(text, match, factor), *summed)
        yield Number(match.group(), readings, tuple(_metric(text, match, readings[0][0], language)))


def _scaled(text: str, end: int, language: str) -> tuple[int, int]:
    """Return what the words after a number multiply it by, and where they end."""
    power, known = 0, scales(language)
    longest = max(map(len, known), default=0)
    while word := _WORD_AFTER.match(text, end):
        plain = folded(word[1])
        if not languages.row(language).spaced:
            plain = next((plain[:size] for size in range(longest, 0, -1) if plain[:size] in known), plain)
        if plain not in known:
            break
        power += known[plain]
        end = word.start(1) + len(plain)
    return 10**power, end


def _readings(text: str, match: re.Match[str], factor: int) -> Iterator[Reading]:
    for reading in _values(match.group()):
        if factor > 1:
            yield tuple(round(value * factor, 4) for value in reading)
        yield reading
        first = reading[0]
        if first <= 12 and _AFTERNOON.match(text, match.end()):
            yield (first + 12, *reading[1:])
        if first in _DECADES and first % 10 == 0:
            yield (first % 100,)
        if len(match.group()) == 2 and text[match.start() - 1 : match.start()] in _SHORT_YEAR:
            yield (first + 1900,)
            yield (first + 2000,)


def _metric(text: str, match: re.Match[str], value: float, language: str) -> Iterator[float]:
    word = _MEASURED.match(text, match.end())
    for measure, factor in measures(language) if word else ():
        if word and folded(word[1]).startswith(measure):
            yield value * factor
    if measures(language) and _FAHRENHEIT.match(text, match.end()):
        yield (value - 32) * 5 / 9
        yield value * 5 / 9


@cache
def _values(written: str) -> tuple[Reading, ...]:
    """Return what digits with marks between them may stand for.

    >>> _values("1.500"), _values("7:30")
    (((1500.0,), (1.5,), (1.0, 500.0)), ((7.0, 30.0),))
    """
    found: list[Reading] = []
    if grouped := _GROUPED.fullmatch(written):
        found.append((float(re.sub(r"\D", "", grouped[1]) + f".{grouped[2] or 0}"),))
    if decimal := _DECIMAL.fullmatch(written):
        found.append((float(f"{decimal[1]}.{decimal[2]}"),))
    first, *rest = (float(part) for part in re.findall(r"\d+", written))
    # A whole hour may be written without minutes.
    return (*found, (first, *filter(None, rest)))


@cache
def _in_words(value: float) -> tuple[tuple[float, ...], ...]:
    """Return the values of the words that say a value, for each way to say it.

    >>> _in_words(45), _in_words(1500)
    (((40, 5),), ((1000, 5, 100), (15, 100)))
    """
    half = value % 1
    if half not in {0, 0.5} or value >= 10**12:
        return ()
    whole = int(value)
    ways = [tuple(_spoken(whole))]
    if 10 < whole < 20:
        ways.append((10, whole % 10))
    if 1000 < whole < 10000 and whole % 100 == 0 and whole % 1000:
        ways.append((*_spoken(whole // 100), 100))
    if half:
        ways = [((*way, 0.5) if whole else (0.5,)) for way in ways]
    return tuple(ways)


def _spoken(whole: int) -> Iterator[float]:
    for scale in (10**9, 10**6, 1000, 100):
        if whole >= scale:
            count, whole = divmod(whole, scale)
            if count > 1:
                yield from _spoken(count)
            yield scale
            if not whole:
                return
    if whole > 20 and whole % 10:
        yield whole - whole % 10
        whole %= 10
    yield whole


@cache
def _month_names(language: str) -> dict[str, int]:
    months = languages.locale(language).months
    names = {**months["format"]["wide"], **months["format"]["abbreviated"]}
    return {f" {folded(name).strip('.')}": number for number, name in names.items() if len(name) > 2} | {
        f" {folded(name)}": number for number, name in months["format"]["wide"].items()
    }


def _months(words: str, language: str) -> set[float]:
    return {float(number) for name, number in _month_names(language).items() if name in words}


def _romans(text: str) -> set[float]:
    """Return the values of Roman numerals up to thirty-nine."""
    found = set()
    for numeral in _ROMAN.findall(text):
        values = [_ROMAN_VALUES[letter] for letter in numeral]
        pairs = zip(values, [*values[1:], 0], strict=True)
        found.add(float(sum(-value if value < after else value for value, after in pairs)))
    return found
