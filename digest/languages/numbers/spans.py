"""Spans of time and days that texts name without a number: `a month`, `in May`, `on Monday`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from digest import languages
from digest.languages.latin import folded
from digest.languages.numbers.han import HAN_RUN, worth_in_han
from digest.languages.numbers.rows import LETTERS, row
from digest.languages.numbers.units import named

_SPANS = frozenset(("minute", "hour", "day", "week", "month", "year", "decade", "century"))
_WORD = re.compile(rf"{LETTERS}(?:\u200c{LETTERS})*")
_IN_HAN = re.compile(rf"(?<!\d)(\d{{1,2}}|{HAN_RUN})\s?[月월]")
_MONTHS = 12
_LONG = 4
"""Letters of a name beyond which its end declines."""
_ENDING = 2
"""Letters of such an end at most."""
_NUMERIC = re.compile(r"\d{1,4}([./-])\s?\d{1,2}\1\s?\d{1,4}\.?")
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_WORDS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_BESIDE = 4
"""Letters of all words of a date that are neither month nor weekday: `de … de`, `г`, `年日`."""
_NON_JOINER = "\u200c"
_VOWELS = frozenset("аеиуыоюійяaeiouy")
_UNIT = 28
"""Characters behind an article in which the name of a unit stands."""


@lru_cache(maxsize=2_000)
def months(text: str, language: str) -> Mapping[int, str]:
    """Return the months that a text names, by number, as they are written.

    >>> months("from May to 1 September, as we may", "en"), months("9月1日前", "zh")
    ({5: 'May', 9: 'September'}, {9: '9月'})
    """
    if not languages.row(language).spaced or language == "ko":
        found = ((worth_in_han(match[1]), match.group()) for match in _IN_HAN.finditer(text))
        return {int(month): written for month, written in found if 0 < month <= _MONTHS}
    return dict(_named(text, language, "months"))


@lru_cache(maxsize=2_000)
def weekdays(text: str, language: str) -> Mapping[int, str]:
    """Return the days of the week that a text names, from 0 for Monday.

    >>> weekdays("В среду или в пятницу", "ru")
    {2: 'среду', 4: 'пятницу'}
    """
    if not languages.row(language).spaced:
        names = _names(language, "days")
        return {day: name for name, day in names.items() if name in text and f"{name}至" not in text}
    return dict(_named(text, language, "days"))


def is_date(text: str, language: str) -> bool:
    """Tell whether a short text is a day with its year, and nothing else.

    >>> [is_date("Montag, 6. Mai 2024", "de"), is_date("2024年5月6日", "zh"), is_date("Mayo 2024", "es")]
    [True, True, False]
    """
    if _NUMERIC.fullmatch(text.strip()):
        return True
    named = months(text, language)
    if not named or not _YEAR.search(text) or len(_DIGITS.findall(text)) == 1:
        return False
    for name in (*named.values(), *weekdays(text, language).values()):
        text = text.replace(name, "", 1)
    return sum(map(len, _WORDS.findall(text))) <= _BESIDE


@lru_cache(maxsize=2_000)
def single_spans(text: str, language: str) -> Mapping[str, str]:
    """Return the units of time of which a text names one: `a month`.

    >>> single_spans("en un an, la cote", "fr")
    {'year': 'un an'}
    """
    own = row(language)
    ones = own.one | own.articles
    found = {}
    for match in _WORD.finditer(text):
        if folded(match.group()) in ones:
            rest = text[match.end() : match.end() + _UNIT]
            unit = named(rest.lstrip(), language) if rest[:1].isspace() else ""
            if unit in _SPANS:
                end = _WORD.search(rest)
                found[unit] = f"{match.group()} {end.group() if end else ''}"
    return found


def _named(text: str, language: str, kind: str) -> Iterator[tuple[int, str]]:
    names = {_joined(name): number for name, number in _names(language, kind).items()}
    cased, last, end = languages.row(language).cased, "", 0
    capital = cased and all(name[0].isupper() for name in _names(language, kind))
    for match in _WORD.finditer(text):
        word, before, gap = match.group(), last, text[end : match.start()]
        last, end = word, match.end()
        if capital and not word[0].isupper():
            continue
        if capital and kind == "months" and before[:1].isupper() and gap == " ":
            continue  # behind another name it is one: `Theresa May`
        plain = _joined(word)
        if not cased and _joined(before + word) in names:
            plain = _joined(before + word)  # a day in two words
        number = next((number for own, number in names.items() if _may_be(plain, own, cased=cased)), None)
        if number is not None:
            yield number, word


def _joined(word: str) -> str:
    return folded(word.replace(_NON_JOINER, ""))


def _may_be(word: str, name: str, *, cased: bool) -> bool:
    """Tell whether a word is a name, as it is or declined: `среду`."""
    if word == name or not cased or len(name) <= _LONG:
        return word == name
    stem = name[:-1] if name[-1] in _VOWELS else name
    declined = word.startswith(stem) and len(word) <= len(stem) + _ENDING
    return declined and (len(stem) > _LONG or word[-1] in _VOWELS)


@cache
def _names(language: str, kind: str) -> Mapping[str, int]:
    """Return names in full, and short ones where nothing parts words."""
    babel = languages.locale(language)
    table = babel.months if kind == "months" else babel.days
    widths = ("wide",) if languages.row(language).spaced else ("wide", "abbreviated")
    return {str(name): number for width in widths for number, name in table["format"][width].items()}


def another_time(first: str, second: str, pair: tuple[str, str]) -> str | None:
    """Return what each of two texts names of one kind where the other names none of it, or None.

    >>> another_time("Closed from September 1", "Закрыто с 1 ноября", ("en", "ru"))
    'September / ноября'
    >>> another_time("A point in a month", "Un point en un an", ("en", "fr"))
    'a month / un an'
    """
    for told in (months, weekdays, single_spans):
        own, other = told(first, pair[0]), told(second, pair[1])
        if own and other and not own.keys() & other.keys():
            return f"{next(iter(own.values()))} / {next(iter(other.values()))}"
    return None
