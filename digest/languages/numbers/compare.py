"""What the numbers of two texts have differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from digest.languages.latin import folded
from digest.languages.numbers.read import Numbers, read
from digest.languages.numbers.record import Compared, Number
from digest.languages.numbers.rows import row
from digest.languages.numbers.units import converts, may_be_one, units

_HALF = Fraction(1, 2)
_UNSAID = {Fraction(1), _HALF}
"""What is worded in too many ways to be missed: `a mile`, `half an inch`."""
_COUNTED_ALONE = {"percent", "point", "dollar", "euro", "pound", "degree", "celsius"}
"""Units of which one is said as it is; `1人` is somebody."""
_SPELLED, _ROUND = 20, {Fraction(10**power) for power in range(1, 13)}
"""Up to which numbers are often spelled, and beyond."""
_YEARS = 1000
"""From which a number may be a year."""
_THOUSANDS, _NEARLY = 3, Fraction(1, 40)
"""The scale from which a number is rounded, and by how much at most: `9 thousand` for 9,174."""
_SURE = 6
"""The scale from which a number in words is as sure as one in digits: `two million`."""
_SMALL = 20
"""Of how many a share is told in few numbers; of more than that, both texts say of how many."""
_HALF_PERCENT = Fraction(1, 200)
"""Half a per cent."""
_HUNDRED = 100
_TO_MINUTES = 3
"""Characters between an hour and its minutes at most: `12 h 00`."""
_APART = 25
"""Characters between the two at most."""


@lru_cache(maxsize=2048)
def compared(source: str, output: str, source_language: str, target_language: str) -> Compared:
    """Return the numbers that one text has and the other, which words it otherwise, has not or has otherwise.

    Digits, words, scales and conversions of measures all count: `10 miles` are `16 kilómetros`, `two` are
    `يومان`. The languages may be one.

    >>> [one.written for one in compared("57 prisoners", "58 presos", "en", "es").added]
    ['58']
    """
    before, after = read(source, source_language), read(output, target_language)
    lost, lost_words = _missing(before, after)
    added, added_words = _missing(after, before)
    if other_part := _other_part(before, after, added_words):
        lost_words = (other_part, *lost_words)
    elif other_part := _other_part(after, before, lost_words):
        added_words = (other_part, *added_words)
    return Compared(
        lost=lost,
        added=added,
        lost_words=lost_words,
        added_words=added_words,
        units=tuple(_units(before, after)),
        signs=tuple(_signs(before, after)),
    )


def lost_and_added(
    source: str, output: str, source_language: str, target_language: str
) -> tuple[list[str], list[str]]:
    """Return the numbers in digits that the other side has not, as the source and the output write them.

    >>> lost_and_added("About 100,000 since the 1960s", "约10万人，自60年代以来", "en", "zh")
    ([], [])
    """
    found = compared(source, output, source_language, target_language)
    return [number.written for number in found.lost], [number.written for number in found.added]


def _missing(own: Numbers, other: Numbers) -> tuple[tuple[Number, ...], tuple[Number, ...]]:
    gone = [
        number
        for number in own.found
        if not (
            _goes_without_saying(number, own)
            or other.hold(number, as_month=number.start not in own.days)
            or _was_converted(number, other)
            or _is_told_twice(number, own, other)
            or _is_century_of(number, other)
            or _told_as_share(number, own, other)
            or any(_is_rounded(*pair) for one in other.found for pair in ((number, one), (one, number)))
        )
    ]
    if not row(other.language).has_words:
        gone = [number for number in gone if not _may_be_spelled(number, other)]
    sure = tuple(number for number in gone if not number.in_words or number.scale >= _SURE)
    return sure, tuple(number for number in gone if number not in sure)


def _other_part(own: Numbers, other: Numbers, alone: Iterable[Number]) -> Number | None:
    """Return a half in the place of which the other text has another part alone: a third."""
    if not any(one.in_words and 0 < one.value < 1 for one in alone):
        return None
    words = [word for word in row(own.language).half if f" {word} " in own.words]
    told = any(f" {word} " in other.words for word in row(other.language).half)
    if not words or told or _HALF in other.values:
        return None
    return Number(words[0], 0, 0, ((_HALF,),), in_words=True)


def _goes_without_saying(number: Number, own: Numbers) -> bool:
    if number.in_words:
        return number.value in _UNSAID
    if number.written == "00":
        return any(0 < number.start - one.end <= _TO_MINUTES for one in own.found)
    if any(1 in {number.start - one.end, one.start - number.end} for one in own.found):
        return False  # a side of a score: `3-1`
    return number.written == "1" and not number.scale and number.unit not in _COUNTED_ALONE


def _is_rounded(rough: Number, exact: Number) -> bool:
    """Tell whether a number with a scale is another one without, rounded: `301 thousand`, 300,948."""
    if rough.scale < _THOUSANDS or exact.scale or exact.in_words or exact.value < 10**_THOUSANDS:
        return False
    size = 10**rough.scale
    decimals = next((n for n in range(_THOUSANDS) if (rough.value / size * 10**n).denominator == 1), None)
    if decimals is None:
        return False
    slip, last = abs(rough.value - exact.value), Fraction(size, 10**decimals)
    return exact.value % last != 0 and slip <= min(last / 2, rough.value * _NEARLY)


def _is_century_of(number: Number, other: Numbers) -> bool:
    """Tell whether it is the century of a year of the other side: `20 世纪 70 年代` for `the 1970s`."""
    return number.unit == "century" and any(
        value // 100 == number.value - 1 for one in other.found for value in one.values if value >= _YEARS
    )


def _may_be_spelled(number: Number, other: Numbers) -> bool:
    """Tell whether a text whose words for numbers are not known may say a number in words.

    It says `two million` so, `100`, and `2.3 billion` with a word for the scale that CLDR has not.
    """
    if number.in_words or number.value <= _SPELLED or number.value in _ROUND:
        return True
    part = number.value / 10**number.scale
    return bool(number.scale) and any(not one.scale and part in one.values for one in other.found)


def _was_converted(number: Number, other: Numbers) -> bool:
    """Tell whether a number is what one of the other side was converted to."""
    return any(
        converts(one.value, one.unit, number.value, number.unit)
        for one in other.found
        if one.unit and number.unit
    )


def _is_told_twice(number: Number, own: Numbers, other: Numbers) -> bool:
    """Tell whether a number is another of its text, which the other has, converted: `80 °F (26 °C)`."""
    return bool(number.unit) and any(
        converts(one.value, one.unit, number.value, number.unit) and other.hold(one, as_month=False)
        for one in own.found
        if one.unit and one is not number
    )


def _units(before: Numbers, after: Numbers) -> Iterator[tuple[Number, Number | None]]:
    """Yield the numbers of one value and two units, and money that is no money any more."""
    for number in before.found:
        beside = after.beside(number) if number.unit and number.value not in _UNSAID else ()
        if not beside or any(_same_unit(number, one) for one in beside) or _was_converted(number, after):
            continue
        other = next((one for one in beside if one.unit), None)
        if other is not None and all(one.unit for one in beside):
            yield number, other
        elif (
            other is None
            and row(after.language).has_words
            and _is_money(number)
            and not any(map(_is_money, after.found))
        ):
            yield number, None


def _same_unit(number: Number, other: Number) -> bool:
    """Tell whether a number of the same value is of the same unit, or of one about as large: yards."""
    if not other.unit:
        return False
    value = number.readings[0][0]
    return may_be_one(number.unit, other.unit) or converts(value, number.unit, value, other.unit)


def _is_money(number: Number) -> bool:
    return bool(number.unit) and units()[number.unit].of == "money"


def _signs(before: Numbers, after: Numbers) -> Iterator[tuple[Number, Number]]:
    """Yield the numbers of which one is less than nothing, where no word of the other text says so."""
    for first, second in ((before, after), (after, before)):
        for number in first.found:
            if not number.negative:
                continue
            beside = second.beside(number)
            if not beside or any(one.negative for one in beside):
                continue
            # What fell by 0.4 % changed by -0.4 %, but what fell to 12 degrees is not at -12.
            if not _is_heat(number) and _says(second, row(second.language).falls):
                continue
            yield (number, beside[0]) if first is before else (beside[0], number)


def _is_heat(number: Number) -> bool:
    return bool(number.unit) and units()[number.unit].of == "heat"


def _says(text: Numbers, words: Iterable[str]) -> bool:
    return any(
        f" {word}" in text.words or (not word.isascii() and word in text.words) for word in map(folded, words)
    )


def _told_as_share(number: Number, own: Numbers, other: Numbers) -> bool:
    """Tell whether a number says a share, alone or with the next one, that the other text says otherwise."""
    alone, theirs = {*_alone(number)}, {share for one in other.found for share in _alone(one)}
    if any(_near(mine, share) for mine in alone for share in theirs):
        return True
    if any(_near(mine, share) for share in theirs for mine in _of_two(number, own, other)):
        return True
    return any(
        _near(mine, share) for mine in alone for one in other.found for share in _of_two(one, other, own)
    )


def _near(one: Fraction, other: Fraction) -> bool:
    return abs(one - other) <= _HALF_PERCENT


def _alone(number: Number) -> Iterator[Fraction]:
    """Yield what a fraction, or so many per cent, is of the whole."""
    if number.unit == "percent":
        yield number.readings[0][0] / _HUNDRED
    elif len(number.readings[0]) == 1:
        yield from (value for value in number.values if 0 < value < 1)


def _of_two(number: Number, own: Numbers, other: Numbers) -> Iterator[Fraction]:
    """Yield what a number and its neighbour say together, as `2` and `3` of `two in three`."""
    for pair in pairwise(own.found):
        if number not in pair:
            continue
        if pair[1].start - pair[0].end > _APART:
            continue
        part, whole = (one.readings[0][0] for one in pair)
        alone = all(len(one.readings[0]) == 1 and not one.unit for one in pair)
        if alone and 0 < part < whole and (whole <= _SMALL or whole in other.values):
            yield part / whole
