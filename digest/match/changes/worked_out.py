"""Numbers that one wording works out from those of the other: `lost three points` is `from 34 to 31 %`.

What can be worked out is no contradiction. Few sums are tried, and each asks for evidence beyond the numbers:
of any three small numbers two make the third.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from digest.languages.lexicon import rarity, stems
from digest.languages.numbers import Compared, Number, compared, numbers
from digest.languages.senses import denials, factors_of, of_a_quarter, opposed, says_little

_HUNDRED = 100
_MINUTES = {"minute": 1, "hour": 60}
_HOURS, _HOUR = 24, 60
_DAY = _HOURS * _HOUR
_TIME = 2
"""Parts of a time of day: hours and minutes."""
_ONE_IN = range(2, 11)
"""Every second to every tenth; of more, other words are used."""
_QUARTER = Fraction(3)
_TELLING = 4.0
"""The rarity of a word that tells what a wording is of."""
_ROUNDED = Fraction(1, 100)
"""A per cent."""
_NEARLY = Fraction(1, 50)
_HALF = Fraction(1, 2)
_FAR = Fraction(1, 10)
"""By how much another share is not about a half."""


@lru_cache(maxsize=5_000)
def retold(first: str, second: str, language: str, other: str) -> Compared:
    """Return what numbers of two wordings differ, but for those that one works out from the other's.

    >>> retold("Support fell by three points to 31%", "Support went from 34% to 31%", "en", "en").contradicts
    False
    """
    found = compared(first, second, language, other)
    if not found.contradicts:
        return found
    texts = _Text.of(first, language, second, other)
    sides = texts, _Text(texts.there, texts.here, texts.turned)
    return replace(
        found,
        lost=tuple(one for one in found.lost if not sides[0].tells(one)),
        lost_words=tuple(one for one in found.lost_words if not sides[0].tells(one)),
        added=tuple(one for one in found.added if not sides[1].tells(one)),
        added_words=tuple(one for one in found.added_words if not sides[1].tells(one)),
    )


def turned_round(first: str, second: str, language: str, other: str) -> bool:
    """Tell whether one wording counts those of whom the other says the contrary: 21 of 24, all but three.

    >>> turned_round("Only two of the nine came", "Seven of the nine did not come", "en", "en")
    True
    """
    if not compared(first, second, language, other).contradicts:
        return False
    return not retold(first, second, language, other).contradicts


class _Said:
    """What one wording says in numbers."""

    def __init__(self, text: str, language: str) -> None:
        self.found = numbers(text, language)
        self.factors = factors_of(text, language)
        self.quarter = of_a_quarter(text, language)
        self.times = tuple(filter(None, map(_times, self.found)))
        self.spans = frozenset(_minutes(one) for one in self.found if one.unit in _MINUTES)


class _Text:
    """One wording beside the other; `turned` if one speaks of what is left and the other of what is gone."""

    def __init__(self, here: _Said, there: _Said, turned: bool) -> None:  # noqa: FBT001 - a fact of both
        self.here, self.there, self.turned = here, there, turned

    @classmethod
    def of(cls, first: str, language: str, second: str, other: str) -> _Text:
        denied = (bool(denials(first, language)), bool(denials(second, other)))
        turned = denied[0] != denied[1] or bool(opposed(first, second, (language, other)))
        if not turned and says_little(first, language) != says_little(second, other):
            # `Only a quarter answered` is no way to say that three quarters did.
            turned = language != other or not _same_words(first, second, language)
        return cls(_Said(first, language), _Said(second, other), turned)

    def tells(self, number: Number) -> bool:
        """Tell whether the other wording tells a number of this one by others."""
        return (
            self._by_a_word(number)
            or self._by_the_rest(number)
            or self._by_two(number)
            or self._by_a_part(number)
            or self._by_the_clock(number)
        )

    def _by_a_word(self, number: Number) -> bool:
        value = number.readings[0][0]
        if number.unit == "month" and value == _QUARTER and self.there.quarter:
            return True
        share = _share(number)
        if share is not None:
            every = {f for factor in self.there.factors for f in (factor, abs(1 - factor))}
            return any(abs(share - one) <= _ROUNDED for one in every) or any(
                _is_one_in(one, share) for one in self.there.found
            )
        return any((part := _share(one)) is not None and _is_one_in(number, part) for one in self.there.found)

    def _by_the_rest(self, number: Number) -> bool:
        """Tell whether both numbers make a whole, of which one wording says what the other does not."""
        if not self.turned:
            return False
        share = _share(number)
        if share is not None:
            shares = (_share(one) for one in self.there.found)
            return any(part is not None and abs(share + part - 1) <= _ROUNDED for part in shares)
        value, plain = number.readings[0][0], [one for one in self.there.found if not one.unit]
        wholes = {one.readings[0][0] for one in self.here.found} & {one.readings[0][0] for one in plain}
        return any(value + one.readings[0][0] in wholes for one in plain if one.readings[0][0] not in wholes)

    def _by_two(self, number: Number) -> bool:
        """Tell whether a number is by how much two others of one unit differ; its own may be the same."""
        value = number.readings[0][0]
        measured = [one for one in self.there.found if one.unit]
        return any(
            one.unit == other.unit and one.readings[0][0] - other.readings[0][0] == value
            for one in measured
            for other in measured
            if number.unit in {"", "point", one.unit}
        ) or any(self._adds_up(number, one) for one in self.there.found)

    def _adds_up(self, number: Number, beside: Number) -> bool:
        """Tell the same of what the other wording has before or after: 34 % are three points and 31 %."""
        value = number.readings[0][0]
        if not number.unit or beside.unit not in {"", "point", number.unit}:
            return False
        return any(
            one.unit == number.unit and abs(value - one.readings[0][0]) == beside.readings[0][0]
            for one in self.there.found
            if one is not beside
        )

    def _by_a_part(self, number: Number) -> bool:
        """Tell whether a share is what a number is of another one, or that whole: 340 of 1,000, a third."""
        share = _share(number)
        if share is not None:
            return any(
                0 < one.readings[0][0] < other.readings[0][0]
                and abs(one.readings[0][0] / other.readings[0][0] - share) <= _NEARLY
                for one in self.there.found
                for other in self.there.found
                if not one.unit and not other.unit
            )
        value = number.readings[0][0]
        shares = [part for one in self.there.found if (part := _share(one)) is not None]
        parts = {one.readings[0][0] for one in self.here.found if not one.unit}
        kept = parts & {one.readings[0][0] for one in self.there.found}
        return any(
            0 < one < value and abs(one / value - share) <= _NEARLY for one in kept for share in shares
        )

    def _by_the_clock(self, number: Number) -> bool:
        """Tell whether a time is so long before or after another, or a span lies between two."""
        times = [*self.here.times, *self.there.times]
        if own := _times(number):
            spans = {*self.here.spans, *self.there.spans}
            return any(_apart(own, other) & spans for other in times if not own & other)
        if number.unit not in _MINUTES:
            return False
        return any(_minutes(number) in _apart(one, other) for one in times for other in times)


def _same_words(first: str, second: str, language: str) -> bool:
    """Tell whether two wordings of one language use the same words but for a few small ones."""
    own, theirs = (
        {stem for stem in stems(text, language) if rarity(stem, language) >= _TELLING}
        for text in (first, second)
    )
    return len(own & theirs) * 2 >= min(len(own), len(theirs))


def another_share(first: str, second: str, language: str, other: str) -> tuple[str, str] | None:
    """Return a share that one wording has alone and `half`, which the other says instead, in their order."""
    for one, two, codes, turned in (
        (first, second, (language, other), False),
        (second, first, (other, language), True),
    ):
        shares = [found for found in numbers(one, codes[0]) if _share(found) is not None]
        if (
            len(shares) != 1
            or _HALF in factors_of(one, codes[0])
            or abs((_share(shares[0]) or _HALF) - _HALF) < _FAR
        ):
            continue
        rival = any(_share(found) is not None for found in numbers(two, codes[1]))
        if not rival and _HALF in factors_of(two, codes[1]):
            return ("1/2", shares[0].written) if turned else (shares[0].written, "1/2")
    return None


def another_factor(first: str, second: str, language: str, other: str) -> tuple[str, str] | None:
    """Return a factor that each of two wordings says in a word, where they say no other: doubled, tripled.

    >>> another_factor("Sales doubled", "Las ventas se triplicaron", "en", "es")
    ('2', '3')
    """
    own, theirs = factors_of(first, language), factors_of(second, other)
    if not own or not theirs or own & theirs:
        return None
    pairs = (first, language), (second, other)
    told = {one.readings[0][0] for text, code in pairs for one in numbers(text, code) if not one.unit}
    found = compared(first, second, language, other)
    # `Threefold` may be said by a number, and half of the one number is twice the other.
    if told & (own | theirs) or found.lost or found.added:
        return None
    return str(min(own)), str(min(theirs))


def _times(number: Number) -> frozenset[int]:
    """Return the minutes of the day that a number may be."""
    parts = (reading for reading in number.readings if len(reading) == _TIME)
    return frozenset(int(hour * 60 + minute) for hour, minute in parts if hour <= _HOURS and minute < _HOUR)


def _minutes(number: Number) -> int:
    return int(number.readings[0][0] * _MINUTES[number.unit])


def _apart(one: AbstractSet[int], other: AbstractSet[int]) -> set[int]:
    """Return how many minutes may lie between two times."""
    return {(a - b) % _DAY for a in one for b in other} | {(b - a) % _DAY for a in one for b in other}


def _share(number: Number) -> Fraction | None:
    value = number.readings[0][0]
    if number.unit == "percent":
        return value / _HUNDRED
    return value if 0 < value < 1 else None


def _is_one_in(number: Number, share: Fraction) -> bool:
    """Tell whether `every fifth` says a share: a fifth, or 20 %."""
    value = number.readings[0][0]
    return not number.unit and value in _ONE_IN and abs(1 / value - share) <= _ROUNDED
