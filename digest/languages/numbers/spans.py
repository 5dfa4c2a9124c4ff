"""Spans of time and days that texts name without a number: `a month`, `in May`, `on Monday`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
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
_A_LETTER = r"[^\W\d_]"
_IN_HAN = re.compile(rf"(?<!\d)(\d{{1,2}}|{HAN_RUN})\s?[月월]")
_MONTHS = 12
_FIGURES = "0123456789"
_LONG = 4
"""Letters of a name beyond which its end declines."""
_ENDING = 2
"""Letters of such an end at most."""
_VOWELS = frozenset("аеиуыоюійяaeiouyαεηιουωσ")
"""What a name ends in that another case changes, with the Greek σ."""
_ALSO_DAYS = {"de": (("Sonnabend", 5),)}
"""Names of weekdays beside CLDR's, from 0 for Monday."""
_BEGIN, _FIRST, _MOST = 2, 3, 4
"""Letters by which most words are told to be no name, those of the word before that is folded, and words of a
name at most."""
_UNIT = 28
"""Characters behind an article in which the name of a unit stands."""
_Name = tuple[tuple[str, ...], int]
"""The words of a name as they are compared, and its number."""


@lru_cache(maxsize=2_000)
def months(text: str, language: str) -> Mapping[int, str]:
    """Return the months that a text names, by number, as they are written.

    >>> months("from May to 1 September, as we may", "en"), months("9月1日前", "zh")
    ({5: 'May', 9: 'September'}, {9: '9月'})
    """
    if not languages.row(language).spaced or language == "ko":
        found = ((worth_in_han(match[1]), match.group()) for match in _IN_HAN.finditer(text))
        return {int(month): written for month, written in found if 0 < month <= _MONTHS}
    if (counted := _counted(language)) is None:
        return dict(_named(text, language, "months"))
    found = ((Fraction(match[1]), match.group()) for match in counted.finditer(text))
    told = {int(month): written for month, written in found if 0 < month <= _MONTHS}
    return {**dict(_named(text, language, "months")), **told}


@cache
def _counted(language: str) -> re.Pattern[str] | None:
    """Return what matches months by their figures, where they are called so: Vietnamese `tháng 10`."""
    words = {name.rstrip(_FIGURES) for name in _names(language, "months") if name[-1] in _FIGURES}
    return re.compile(rf"(?<!\w)(?i:{'|'.join(map(re.escape, words))})(\d{{1,2}})(?!\d)") if words else None


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


@lru_cache(maxsize=2_000)
def single_spans(text: str, language: str) -> Mapping[str, str]:
    """Return the units of time of which a text names one: `a month`.

    >>> single_spans("en un an, la cote", "fr")
    {'year': 'un an'}
    """
    ones = _ones(language)
    found = {}
    for match in _words(text):
        if folded(match.group()) in ones:
            rest = text[match.end() : match.end() + _UNIT]
            unit = named(rest.lstrip(), language) if rest[:1].isspace() else ""
            if unit in _SPANS:
                end = _WORD.search(rest)
                found[unit] = f"{match.group()} {end.group() if end else ''}"
    return found


@cache
def _ones(language: str) -> frozenset[str]:
    """Return what says that there is one: numerals and articles."""
    own = row(language)
    return frozenset(own.one | own.articles)


def _named(text: str, language: str, kind: str) -> Iterator[tuple[int, str]]:
    may = _may_name(language, kind)
    if may and not any(map(may.search, _plain(text))):
        return
    found, own = _words(text), languages.row(language)
    capital = own.cased and all(name[0].isupper() for name in _names(language, kind))
    at = 0
    for begin, match in enumerate(found):
        if begin < at or (capital and not match[0][0].isupper()):
            continue
        # Most words are no name by their first letters, if nothing is elided before them.
        letters = match[0][:_FIRST] if own.cased and match[0].isalpha() else match[0]
        if not _may_begin(letters, language, kind):
            continue
        before = found[begin - 1] if begin else None
        if capital and kind == "months" and before and _is_another_name(before, match, text, language):
            continue
        forms = [_forms(one[0], language) for one in found[begin : begin + _MOST]]
        # Romanian `marți` is Tuesday, `martie` March: what is a name as it is declines no other.
        if forms[0][0] in _others(language, kind):
            continue
        size, number = _begun(forms, language, kind)
        if size:
            yield number, text[match.start() : found[begin + size - 1].end()]
            at = begin + size


@cache
def _may_name(language: str, kind: str) -> re.Pattern[str] | None:
    """Return what stands in every folded text that has a name, few others; None without capital letters.

    Names stand in it as `_may_be` compares them: short ones whole, the others but for their ends.
    """
    if not languages.row(language).cased:
        return None
    end = "" if _cases(language) else rf"(?!{_A_LETTER})"
    first = {words[0] for words, _ in _in_words(language, kind)}
    begins = (
        re.escape(name if name[-1] not in _VOWELS else name[:-1])
        if len(name) > _LONG
        else re.escape(name) + end
        for name in first
    )
    return re.compile(rf"(?<!{_A_LETTER})(?:{'|'.join(sorted(begins))})")


@lru_cache(maxsize=64)
def _plain(text: str) -> tuple[str, ...]:
    """Return a text folded, and without what stands inside of words where anything does: `п’ятниця`."""
    plain = folded(text)
    return (plain, _INSIDE.sub("", plain)) if _INSIDE.search(plain) else (plain,)


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[re.Match[str], ...]:
    """Return the words of a text, which is asked for months, days and spans in turn."""
    return tuple(_WORD.finditer(text))


@lru_cache(maxsize=20_000)
def _may_begin(word: str, language: str, kind: str) -> bool:
    """Tell whether a word may begin a name, by itself or, if it is one letter, with the next."""
    begins, forms = _by_beginning(language, kind), _forms(word, language)
    return len(forms[0]) < _BEGIN or any(form[:_BEGIN] in begins for form in forms)


@cache
def _by_beginning(language: str, kind: str) -> Mapping[str, tuple[_Name, ...]]:
    """Return names by their first letters, which stay where the name is declined."""
    found: dict[str, list[_Name]] = defaultdict(list)
    for words, number in _in_words(language, kind):
        found[words[0][:_BEGIN]].append((words, number))
    return {letters: tuple(own) for letters, own in found.items()}


@cache
def _others(language: str, kind: str) -> frozenset[str]:
    """Return the names of one word of the other kind alone."""
    return _whole(language, "days" if kind == "months" else "months") - _whole(language, kind)


def _is_another_name(before: re.Match[str], match: re.Match[str], text: str, language: str) -> bool:
    """Tell whether a month stands behind a name, and is one: `Theresa May`, and not `In May`."""
    if not before.group()[:1].isupper() or text[before.end() : match.start()] != " ":
        return False
    own = languages.row(language)
    if own.nouns_are_capital:
        return folded(before.group()) in map(folded, own.given_names)  # `Alfred Mai`, and not `Ende Mai`
    return before.group().lower() not in {*own.openers, *own.others}


def _begun(words: Sequence[Sequence[str]], language: str, kind: str) -> tuple[int, int]:
    """Return of how many words a name is that begins here, and its number; (0, 0) for none."""
    cased, cases, begins = languages.row(language).cased, _cases(language), _by_beginning(language, kind)
    whole = "".join(forms[0] for forms in words[:2])
    known = dict.fromkeys(
        name for one in dict.fromkeys((*words[0], whole)) for name in begins.get(one[:_BEGIN], ())
    )
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
def _in_words(language: str, kind: str) -> tuple[_Name, ...]:
    """Return names as the words they are, as they are compared, with their numbers."""
    names = ((name, number) for name, number in _names(language, kind).items() if name[-1] not in _FIGURES)
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
