"""Numbers that say a share of something: `two in three`, `two thirds`, `66.7 %`, `60 of 2,000`."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from digest.languages.numbers.read import Numbers
from digest.languages.numbers.record import Number

_SMALL = 20
"""Of how many a share is told in few numbers; of more than that, both texts say of how many."""
_ROUNDED = Fraction(1, 200)
"""Half a per cent."""
_HUNDRED = 100
_APART = 25
"""Characters between the two at most."""


def told_as_share(number: Number, own: Numbers, other: Numbers) -> bool:
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
    return abs(one - other) <= _ROUNDED


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
