"""All numbers of a text, and all that may be one: what another text's numbers are looked up in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache, lru_cache
from itertools import zip_longest

from digest import languages
from digest.languages.dates.names import ALSO_MONTHS
from digest.languages.latin import folded
from digest.languages.numbers.clock import on_the_clock
from digest.languages.numbers.digits import JOINS, in_digits
from digest.languages.numbers.han import han_values, in_han
from digest.languages.numbers.record import Number
from digest.languages.numbers.rows import LETTERS, Row, row
from digest.languages.numbers.spelled import in_words
from digest.languages.numbers.units import ROUNDED, converts, metric, without_links

_WORD = re.compile(rf"{LETTERS}(?:'{LETTERS})?")
_ROMAN = re.compile(r"\b[IVX]+(?=(?:er?|[eè]me|[ºª°o])?\b)")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_MOST_IN_WORDS = 10**12
"""From here on nobody spells a number out: `beginnings` has words up to 10⁹."""
_ZERO = Fraction(0)
_FOREIGN = re.compile(r"(?![0-9])\d")
"""Digits of other scripts."""
_YEARS = 1000
"""The least number of which two digits alone may be said: `the thirties` for 1930."""
_DAYS = 31
_LONGEST_MONTH = 18
"""Characters beside a day in which the name of its month is, with what parts them."""
_TO_MONTH = 2
"""Words behind a day among which its month is: `3 de mayo`, `the 3rd of May`."""
_PAIR = 2
"""What has more words than others: `both`, `a couple`."""


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """The numbers of a text, and what else it may say of some."""

    found: tuple[Number, ...]
    values: frozenset[Fraction]
    """Every value of every reading, and what stands in Roman or Chinese numerals."""
    months: frozenset[Fraction]
    """The numbers of months that are named."""
    days: frozenset[int]
    """Where each number begins that stands beside the name of a month, so is none itself."""
    words: str
    """The text for looking up numbers in words."""
    language: str

    def hold(self, number: Number, *, as_month: bool) -> bool:
        """Tell whether any reading of a number is here, in digits or in words, or converted.

        The 3 of `3/5/2026` may be March, that of `3 May` is not, which `as_month` tells.
        Numbers in digits are looked up in words as widely as those are inflected, others in whole words.
        """
        holds = self._holds_surely if number.in_words and row(self.language).words else self._holds
        readings = number.readings
        if readings[0][0] >= _YEARS and readings[1:] == ((readings[0][0] % 100,),):
            # The thirties are not those of another century.
            short = any(len(one.written) <= 2 or one.in_words for one in self.beside(number))
            readings = readings if short or not self.beside(number) else readings[:1]
        months = self.months if as_month else frozenset[Fraction]()
        if readings[0] == (_ZERO,):  # by itself; that of `7:00` goes without saying
            return self._spells(_ZERO) or not self.values.isdisjoint(number.values)
        return any(
            all(value in months or holds(value) for value in reading) for reading in readings
        ) or self.have_converted(number)

    def have_converted(self, number: Number) -> bool:
        """Tell whether what a number measures is here in another unit."""
        if not number.unit:
            return False
        value = number.value
        return any(
            converts(value, number.unit, other.value, other.unit)
            if other.unit
            else any(
                abs(other.value - about) <= ROUNDED * abs(about) + Fraction(1, 2)
                for about in metric(value, number.unit)
            )
            for other in self.found
        )

    def beside(self, number: Number) -> tuple[Number, ...]:
        """Return the numbers here that may be worth the same."""
        return tuple(other for other in self.found if not number.values.isdisjoint(other.values))

    def _holds_surely(self, value: Fraction) -> bool:
        return value in self.values or (value == _PAIR and self._spells(value)) or self._in_dual(value)

    def _holds(self, value: Fraction) -> bool:
        return (
            not value
            or value in self.values
            or any(all(self._spells(part) for part in parts) for parts in _in_words(value))
            or self._in_dual(value)
        )

    def _spells(self, value: Fraction) -> bool:
        own = row(self.language)
        within = "" if own.compounds else " "
        return any(f"{within}{word}" in self.words for word in own.beginnings.get(value, ()))

    def _in_dual(self, value: Fraction) -> bool:
        """Tell whether a noun may mean two of them by its end."""
        return value == _PAIR and any(f"{ending} " in self.words for ending in row(self.language).dual)


@lru_cache(maxsize=2048)
def read(text: str, language: str) -> Numbers:
    """Return the numbers of a text in a language."""
    plain = text if text.isascii() else _FOREIGN.sub(_western, text)
    own = row(language)
    if own.divided_by and own.divided_by in plain:
        plain = re.sub(rf"(\d+){own.divided_by}(\s?)(\d+)", _as_fraction, plain)
    digits = tuple(in_digits(plain, language, own))
    taken = [(number.start, number.end) for number in digits]
    spelled = (
        in_words(plain, language, own, taken)
        if languages.row(language).spaced
        else in_han(plain, language, own)
    )
    ordered = sorted((*digits, *spelled), key=lambda number: number.start)
    told = on_the_clock(plain, ordered, language)
    found = tuple(_ranges(plain, list(_of_scales(plain, told, language))))
    words = f" {' '.join(_WORD.findall(folded(plain)))} "
    values = {value for number in found for value in number.values}
    return Numbers(
        found,
        frozenset(values | _romans(plain) | han_values(plain) | _many(words, own)),
        frozenset(_months(words, language)),
        frozenset(number.start for number in found if _is_day(plain, number, language)),
        words,
        language,
    )


def numbers(text: str, language: str) -> tuple[Number, ...]:
    """Return the numbers of a text in their order, in digits and in words; of words those from two."""
    return read(text, language).found


def _of_scales(text: str, found: Sequence[Number], language: str) -> Iterator[Number]:
    """Yield a share of a scale as one number: `a quarter of a million`."""
    share: Number | None = None
    for number, after in zip_longest(found, found[1:]):
        if share:
            worth = share.value * number.value
            joined = replace(number, written=text[share.start : number.end], start=share.start)
            yield replace(joined, readings=((worth,), *number.readings))
            share = None
        elif (
            after
            and 0 < number.value < 1
            and after.in_words
            and after.value == 10**after.scale > 1
            and not without_links(text[number.end : after.start], language)
        ):
            share = number
        else:
            yield number


def _ranges(text: str, found: Sequence[Number]) -> Iterator[Number]:
    """Yield numbers with the scale that a range in words names once: `two to three million`."""
    for number, after in zip_longest(found, found[1:]):
        between = text[number.end : after.start] if after else ""
        if after and after.scale > number.scale == 0 and number.in_words and JOINS.fullmatch(between):
            yield number.may_be((number.readings[0][0] * 10**after.scale,))
        else:
            yield number


def _as_fraction(found: re.Match[str]) -> str:
    """Return `2/3` for `3分の2`, as long as that was."""
    return f"{found[3]}/{found[1]}".ljust(len(found[0]))


def _many(words: str, own: Row) -> set[Fraction]:
    """Return how many a word of the text says without a number: `a dozen ships`."""
    return {Fraction(size) for word, size in own.multiples.items() if f" {word} " in words}


def _western(digit: re.Match[str]) -> str:
    return str(unicodedata.digit(digit.group()))


@lru_cache(maxsize=2048)
def _in_words(value: Fraction) -> tuple[tuple[Fraction, ...], ...]:
    """Return the values of the words that say a value, for each way to say it.

    >>> [[str(one) for one in way] for way in _in_words(Fraction(1500))]
    [['1000', '5', '100'], ['15', '100']]
    """
    half = value % 1
    if half not in {0, Fraction(1, 2)} or value >= _MOST_IN_WORDS:
        return ()
    whole = int(value)
    ways = [tuple(map(Fraction, _spoken(whole)))]
    if 10 < whole < 20:
        ways.append((Fraction(10), Fraction(whole % 10)))
    if 1000 < whole < 10000 and whole % 100 == 0 and whole % 1000:
        ways.append((*map(Fraction, _spoken(whole // 100)), Fraction(100)))
    if half:
        ways = [((*way, half) if whole else (half,)) for way in ways]
    return tuple(ways)


def _spoken(whole: int) -> Iterator[int]:
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
def _month_names(language: str) -> tuple[tuple[str, int], ...]:
    """Return how months begin, with their numbers, and whole short names but those that are numbers."""
    months = languages.locale(language).months
    wide = {f" {folded(name)}": number for number, name in months["format"]["wide"].items()}
    short = {
        f" {folded(name).strip('.')} ": number
        for number, name in months["format"]["abbreviated"].items()
        if len(name) > 2 and folded(name).strip(".") not in row(language).words
    }
    names = ALSO_MONTHS.get(language.split("-", maxsplit=1)[0], ())
    also = {f" {folded(name)} ": number for name, number in names}
    return tuple({**short, **also, **wide}.items())


def _months(words: str, language: str) -> set[Fraction]:
    return {Fraction(number) for name, number in _month_names(language) if name in words}


def _is_day(text: str, number: Number, language: str) -> bool:
    """Tell whether a number is of a month that is named beside it: `3 May`, `May 3rd`, `3 de mayo`."""
    if number.value > _DAYS:
        return False
    before = _WORD.findall(folded(text[max(0, number.start - _LONGEST_MONTH) : number.start]))[-1:]
    after = _WORD.findall(folded(text[number.end : number.end + _LONGEST_MONTH]))[:_TO_MONTH]
    return any(name in f" {word} " for word in (*before, *after) for name, _ in _month_names(language))


def _romans(text: str) -> set[Fraction]:
    """Return the values of Roman numerals up to thirty-nine."""
    found = set()
    for numeral in _ROMAN.findall(text):
        values = [_ROMAN_VALUES[letter] for letter in numeral]
        pairs = zip(values, [*values[1:], 0], strict=True)
        found.add(Fraction(sum(-value if value < after else value for value, after in pairs)))
    return found
