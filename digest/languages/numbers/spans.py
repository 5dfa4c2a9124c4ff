"""Spans of time and days that texts name without a number: `a month`, `in May`, `on Monday`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain

from digest import languages
from digest.languages.dates.names import ALSO_MONTHS
from digest.languages.latin import folded
from digest.languages.numbers.han import HAN_RUN, worth_in_han
from digest.languages.numbers.rows import LETTERS, row
from digest.languages.numbers.units import named

_SPANS = frozenset(("minute", "hour", "day", "week", "month", "year", "decade", "century"))
_WORD = re.compile(rf"{LETTERS}(?:[\u200c'’ʼ]{LETTERS})*")
_APOSTROPHE = re.compile("['’ʼ]")
_INSIDE = re.compile("[\u200c'’ʼ]")
"""What a word is written with or without: Persian’s joiner, and apostrophes, where CLDR has another one."""
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
_VOWELS = frozenset("аеиуыоюійяaeiouyαεηιουωσ")
"""What a name ends in that another case changes, with the Greek σ."""
_ALSO_DAYS = {"de": (("Sonnabend", 5),)}
"""Names of weekdays beside CLDR's, from 0 for Monday."""
_BEGIN, _MOST = 2, 4
"""Letters by which most words are told to be no name, and words of a name at most."""
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
    # Figures first: most lines have none, and names are looked for word by word.
    if not _YEAR.search(text) or len(_DIGITS.findall(text)) == 1 or not (named := months(text, language)):
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
    names, own, begins = _names(language, kind), languages.row(language), _beginnings(language, kind)
    # Romanian `marți` is Tuesday, `martie` March: what is a name as it is declines no other.
    others = _whole(language, "days" if kind == "months" else "months") - _whole(language, kind)
    capital = own.cased and all(name[0].isupper() for name in names)
    found = [*_WORD.finditer(text)]
    forms = [_forms(match.group(), language) for match in found]
    at = 0
    while at < len(found):
        match, before = found[at], found[at - 1] if at else None
        size = 0
        may = any(
            form[:_BEGIN] in begins for form in (*forms[at], "".join(one[0] for one in forms[at : at + 2]))
        )
        if (
            may
            and others.isdisjoint(forms[at][:1])
            and (
                not capital
                or (
                    match.group()[0].isupper()
                    and not (kind == "months" and before and _is_another_name(before, match, text))
                )
            )
        ):
            cases = _cases(language)
            size, number = _begun(forms[at : at + _MOST], _in_words(language, kind), cases, cased=own.cased)
        if size:
            yield number, text[match.start() : found[at + size - 1].end()]
        at += size or 1


@cache
def _beginnings(language: str, kind: str) -> frozenset[str]:
    """Return how names begin, declined or not: most words are none by that."""
    return frozenset(words[0][:_BEGIN] for words, _ in _in_words(language, kind))


def _is_another_name(before: re.Match[str], match: re.Match[str], text: str) -> bool:
    """Tell whether a month stands behind a name, and is one: `Theresa May`."""
    return before.group()[:1].isupper() and text[before.end() : match.start()] == " "


def _begun(
    words: Sequence[Sequence[str]],
    known: Iterable[tuple[Sequence[str], int]],
    cases: frozenset[str],
    *,
    cased: bool,
) -> tuple[int, int]:
    """Return of how many words a name is that begins here, and its number; (0, 0) for none."""
    whole = "".join(forms[0] for forms in words[:2])
    for name, number in known:
        if not cased and len(words) > 1 and name == (whole,):
            return 2, number  # a day in two words, which CLDR writes in one
        if len(name) <= len(words) and all(
            any(_may_be(form, own, cased=cased) or _is_in_case(form, own, cases) for form in forms)
            for forms, own in zip(words, name, strict=False)
        ):
            return len(name), number
    return 0, 0


@lru_cache(maxsize=10_000)
def _forms(word: str, language: str) -> tuple[str, ...]:
    """Return a word as it is compared, and without what is elided or written together with it."""
    own = languages.row(language)
    plain = _joined(word)
    if own.cased and word.isascii() and word.isalpha():
        return (plain,)
    found = [plain, _joined(_APOSTROPHE.split(word)[-1])]
    if not own.cased:
        found += [one.removeprefix(folded(prefix)) for prefix in own.stem_prefixes for one in tuple(found)]
        # Hebrew `ובדצמבר` has two of them.
        found += [one.removeprefix(folded(prefix)) for prefix in own.stem_prefixes for one in tuple(found)]
        found += [plain.removesuffix(folded(one)) for one in own.possessives]
    return tuple(dict.fromkeys(found))


def _joined(word: str) -> str:
    return folded(word if word.isascii() and word.isalpha() else _INSIDE.sub("", word))


def _may_be(word: str, name: str, *, cased: bool) -> bool:
    """Tell whether a word is a name, as it is or declined: `среду`."""
    if word == name or not cased or len(name) <= _LONG:
        return word == name
    stem = name[:-1] if name[-1] in _VOWELS else name
    declined = word.startswith(stem) and len(word) <= len(stem) + _ENDING
    return declined and (len(stem) > _LONG or word[-1] in _VOWELS)


def _is_in_case(word: str, name: str, cases: frozenset[str]) -> bool:
    """Tell whether a word is a name with a long ending: Hungarian `decemberben`."""
    return word.startswith(name) and word[len(name) :] in cases


@cache
def _cases(language: str) -> frozenset[str]:
    """Return the endings of the language's cases that no other word could have brought about."""
    endings = (folded(one) for one in languages.row(language).case_endings)
    return frozenset(one for one in endings if len(one) >= _ENDING)


@cache
def _whole(language: str, kind: str) -> frozenset[str]:
    """Return the names that are one word, as they are compared."""
    return frozenset(words[0] for words, _ in _in_words(language, kind) if len(words) == 1)


@cache
def _names(language: str, kind: str) -> Mapping[str, int]:
    """Return names in full, alone and beside a day, and short ones where nothing parts words."""
    babel, spaced = languages.locale(language), languages.row(language).spaced
    table = babel.months if kind == "months" else babel.days
    names = (
        (str(name), number)
        for width in (("wide",) if spaced else ("wide", "abbreviated"))
        for context in ("format", "stand-alone")
        for number, name in table[context][width].items()
    )
    also = (ALSO_MONTHS if kind == "months" else _ALSO_DAYS).get(babel.language, ())
    # Japanese short forms are one character, as the words for `day` and `month` are.
    return {name: number for name, number in chain(names, also) if len(name) > 1}


@cache
def _in_words(language: str, kind: str) -> tuple[tuple[tuple[str, ...], int], ...]:
    """Return names as the words they are, as they are compared, with their numbers."""
    names = _names(language, kind).items()
    return tuple((tuple(map(_joined, _WORD.findall(name))), number) for name, number in names)


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
