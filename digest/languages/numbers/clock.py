"""Times of day that are said by the hour before or after: `quarter to eight`, `halb neun`, `八点半`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache

from digest.languages.latin import folded
from digest.languages.numbers.han import HAN_RUN, worth_in_han
from digest.languages.numbers.record import Number, Reading
from digest.languages.numbers.rows import Row, row
from digest.languages.numbers.spans import months, weekdays

_HOURS, _MINUTES, _NOON = 24, 60, 12
_PARTS = {15, 30, 45}
"""Minutes that are said as a part of an hour."""
_AROUND = 24
"""Characters beside an hour in which such words stand."""
_IN_HAN = re.compile(
    rf"({HAN_RUN}|\d{{1,2}})[点點時](半|[一三]刻|[二三四五]?十[一二三四五六七八九]?|(?:{HAN_RUN}|\d{{1,2}})(?=分(?!之)))分?"
)
"""What a decimal sign in words (`三点五`) never is followed by, so that it is an hour's."""
_Side = tuple[re.Pattern[str] | None, Sequence[tuple[int, str]]]
_QUARTERS = {"半": 30, "一刻": 15, "三刻": 45}
_NUMERIC = re.compile(r"\d{1,4}([./-])\s?\d{1,2}\1\s?\d{1,4}\.?")
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_WORDS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_BESIDE = 4
"""Letters of all words of a date that are neither month nor weekday: `de … de`, `г`, `年日`."""


def on_the_clock(text: str, found: Sequence[Number], language: str) -> list[Number]:
    """Return the numbers with those that are hours told by what stands beside them as such times.

    A time may be before noon or after it.
    """
    own = row(language)
    times = _once(_times(text, found, own))
    taken = [(time.start, time.end) for time in times]
    rest = [one for one in found if not any(a < one.end and one.start < b for a, b in taken)]
    return sorted((*rest, *times), key=lambda number: number.start)


def _once(times: Iterable[Number]) -> list[Number]:
    """Return the times of which none is a part of another that was found before it."""
    kept: list[Number] = []
    for time in times:
        if not any(time.start < one.end and one.start < time.end for one in kept):
            kept.append(time)
    return kept


def _times(text: str, found: Sequence[Number], own: Row) -> Iterator[Number]:
    if own.clock.in_han:
        yield from _in_han(text)
        return
    if own.clock.hours:
        yield from _by_hours(text, own)
    before, after = _patterns(own.clock.before, end=True), _patterns(own.clock.after, end=False)
    if before is None and after is None:
        return
    for number in found:
        value = number.readings[0][0]
        hour, part = int(value), int(value % 1 * _MINUTES)
        if len(number.readings[0]) > 1 or not 0 < hour <= _HOURS or number.unit not in {"", "hour"}:
            continue
        if not part:
            yield from _told(text, number, hour, (before, own.clock.before), (after, own.clock.after))
        elif number.in_words and after and hour <= _NOON and part in _PARTS:
            # `las tres y media` is three and a half as well.
            yield number.may_be(*_both(hour, part))


def _by_hours(text: str, own: Row) -> Iterator[Number]:
    """Yield the times of which the hour has a form of its own."""
    plain = _folded(text)
    for cells, early in ((own.clock.before, True), (own.clock.after, False)):
        pattern = _beside_hours(cells, own.clock.hours, early=early)
        for match in pattern.finditer(plain) if pattern else ():
            minutes, hour = (
                _minutes(match["minutes"], (None, cells)),
                _minutes(match["hour"], (None, own.clock.hours)),
            )
            readings = _both(hour, minutes)
            yield Number(
                text[match.start() : match.end()], match.start(), match.end(), readings, in_words=True
            )


@cache
def _beside_hours(
    cells: tuple[tuple[int, str], ...], hours: tuple[tuple[int, str], ...], *, early: bool
) -> re.Pattern[str] | None:
    if not cells:
        return None
    minutes, hour = f"(?P<minutes>{_any_of(cells)})", f"(?P<hour>{_any_of(hours)})"
    # `d'onze` is written without a space.
    return re.compile(
        rf"(?<!\w){minutes}['’\s]\s?{hour}(?!\w)" if early else rf"(?<!\w){hour}\s{minutes}(?!\w)"
    )


def _told(text: str, number: Number, hour: int, before: _Side, after: _Side) -> Iterator[Number]:
    begin = max(0, number.start - _AROUND)
    if before[0] and (match := before[0].search(_folded(text[begin : number.start]))):
        minutes = _minutes(match[1], before)
        start = begin + match.start(1)
        yield replace(number, written=text[start : number.end], start=start, readings=_both(hour, minutes))
    elif after[0] and (match := after[0].match(_folded(text[number.end : number.end + _AROUND]))):
        minutes = _minutes(match[1], after)
        end = number.end + match.end(1)
        # `deux heures et demie` may be how long something takes.
        long = ((hour + Fraction(minutes, _MINUTES),),) if minutes > 0 else ()
        readings = (*long, *_both(hour, minutes))
        yield replace(number, written=text[number.start : end], end=end, readings=readings)


def _minutes(found: str, side: _Side) -> int:
    plain = re.sub(r"[\s-]+", " ", found)
    return next(size for size, form in side[1] if form == plain)


def _folded(text: str) -> str:
    """Return the text folded, as long as it was; unfolded where folding changes its length."""
    plain = folded(text)
    return plain if len(plain) == len(text) else text.casefold()[: len(text)]


def _both(hour: int, minutes: int) -> tuple[Reading, ...]:
    """Return a time before noon and after it."""
    total = hour * _MINUTES + minutes
    readings = []
    for at in dict.fromkeys((total, total + _NOON * _MINUTES)):
        told = at % (_HOURS * _MINUTES)
        readings.append((Fraction(told // _MINUTES), Fraction(told % _MINUTES)))
    return tuple(dict.fromkeys(readings))


@cache
def _patterns(cells: tuple[tuple[int, str], ...], *, end: bool) -> re.Pattern[str] | None:
    if not cells:
        return None
    forms = _any_of(cells)
    return re.compile(rf"(?<!\w)({forms})\s*$" if end else rf"(?:[^\w\s]?\w{{1,3}})?\s*({forms})(?!\w)")


def _any_of(cells: tuple[tuple[int, str], ...]) -> str:
    return "|".join(
        re.escape(form).replace(r"\ ", r"[\s-]+") for _, form in sorted(cells, key=lambda cell: -len(cell[1]))
    )


def _in_han(text: str) -> Iterator[Number]:
    for match in _IN_HAN.finditer(text):
        hour, part = int(worth_in_han(match[1])), match[2]
        minutes = _QUARTERS[part] if part in _QUARTERS else int(worth_in_han(part))
        if hour <= _HOURS and minutes < _MINUTES:
            readings = _both(hour, minutes)
            yield Number(match.group(), match.start(), match.end(), readings, in_words=not match[1].isdigit())


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
