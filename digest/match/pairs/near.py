"""Which quotes of a person are compared: those near in time or in one story; of many, the most alike."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain
from typing import NamedTuple

from digest.match.pairs.joins import Pair, ordered
from digest.model import ArticleId, Quote

WINDOW_DAYS = 3
"""Wordings of two stories in articles further apart than this are not compared."""
MOST = 32
"""How many wordings in one language a quote is compared with: all, or the most alike of more.

More than this are met where somebody is quoted hundreds of times in a few days. What is cut off shares less
with the quote than 32 others do; wordings of one statement share more than those of two.
"""
_SHARED = 0.3
"""Within one language, the least share of what the shorter's words tell that a pair has in common.

What is joined by its words has .5 at least among 28,102 pairs of FLORES sentences, .7 on press wordings.
"""
_PRIOR = 20
"""How many texts without a feature are thought to be there besides: few texts tell little."""
_LOOKED_AT = 500
"""How many entries of the index are gone through for one quote, those of the rarest features first.

Of 990 sentences of news and their translations, all said on one day, 2,000 find no more pairs (976 from
English to Spanish, 972 from German to French), 250 find 975 and 963.
"""


class Around(NamedTuple):
    """What is near a quote, by number."""

    ranges: Sequence[tuple[int, int]]
    """In time: each from its first to before its end."""
    far: frozenset[int]
    """In the same story alone."""

    def among(self, numbers: Sequence[int]) -> list[int]:
        """Return which of some numbers, in order, are near; slices, since it is asked for every trait."""
        found: list[int] = []
        for first, end in self.ranges:
            found += numbers[bisect_left(numbers, first) : bisect_left(numbers, end)]
        return sorted({*found, *self.far.intersection(numbers)}) if self.far else found


class Near:
    """The quotes of a person, by number in order of their days, and which may be of one statement."""

    def __init__(self, quotes: Sequence[Quote], stories: Sequence[ArticleId]) -> None:
        moments = [quote.article.moment for quote in quotes]
        self._days = [moment.day.toordinal() for moment in moments if moment]
        self._size = len(quotes)
        members: dict[ArticleId, list[int]] = defaultdict(list)
        for number, story in enumerate(stories):
            members[story].append(number)
        self._stories = [members[story] for story in stories]

    def __len__(self) -> int:
        return self._size

    def _ranges(self, number: int) -> tuple[tuple[int, int], ...]:
        """Return the numbers near in time; what has no date comes last and is near everything."""
        dated = len(self._days)
        if number >= dated:
            return ((0, self._size),)
        day = self._days[number]
        first = bisect_left(self._days, day - WINDOW_DAYS)
        return (first, bisect_right(self._days, day + WINDOW_DAYS)), (dated, self._size)

    def around(self, number: int) -> Around:
        """Return what is near one in time or in its story."""
        ranges, own = self._ranges(number), self._stories[number]
        gaps = zip(
            (0, *(end for _, end in ranges)), (*(first for first, _ in ranges), self._size), strict=True
        )
        far = (own[bisect_left(own, first) : bisect_left(own, end)] for first, end in gaps)
        return Around(ranges, frozenset(chain.from_iterable(far)))

    def together(self, a: int, b: int) -> bool:
        """Tell whether two quotes may be of one statement."""
        return any(first <= b < end for first, end in self._ranges(a)) or self._stories[a] is self._stories[b]


@dataclass(frozen=True, slots=True)
class Traits:
    """What a text is found by."""

    asked: frozenset[str]
    """What is looked for in others."""
    held: frozenset[str]
    """What others find it by."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The pairs of a person's quotes that are looked at."""

    near: Near
    pairs: Sequence[Pair]
    """In order."""
    all_there_are: bool
    """Whether no pair that might be of one statement was left out."""


def compared(
    quotes: Sequence[Quote],
    stories: Sequence[ArticleId],
    languages: Sequence[str],
    traits: Callable[[bool], Sequence[Traits]],
) -> Compared:
    """Choose the pairs.

    Args:
        quotes: Of one person, in order.
        stories: The name of each one's story.
        languages: Of each, without regions.
        traits: Returns those of each quote, for a look within one language (True) or across languages; it is
            asked only where there are many quotes.
    """
    near = Near(quotes, stories)
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, language in enumerate(languages):
        numbers[language].append(number)
    indexes: dict[bool, _Index] = {}
    found: set[Pair] = set()
    cut = False
    for number, own in enumerate(languages):
        around = near.around(number)
        for language, same in numbers.items():
            others = around.among(same)
            if len(others) > MOST + (own == language):
                within, cut = own == language, True
                if within not in indexes:
                    indexes[within] = _Index(traits(within), languages)
                others = indexes[within].best(number, language, around, _SHARED if within else 0.0)
            found.update(ordered(number, other) for other in others if other != number)
    return Compared(near, sorted(found), not cut)


class _Index:
    """Numbers by language and trait, for finding those that share the rarest traits with one."""

    def __init__(self, traits: Sequence[Traits], languages: Sequence[str]) -> None:
        self._traits = traits
        self._holders: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, own in enumerate(traits):
            for trait in own.held:
                self._holders[languages[number], trait].append(number)
        count = Counter(trait for own in traits for trait in own.held)
        told = [math.log((len(traits) + _PRIOR) / (times + 1)) for times in range(len(traits) + 1)]
        self._weight = {trait: told[times] for trait, times in count.items()}
        self._told = [math.fsum(map(self._weight.__getitem__, own.held)) or 1.0 for own in traits]

    def best(self, number: int, language: str, around: Around, least: float) -> list[int]:
        """Return the quotes in a language that share most with one, in proportion to what they hold."""
        asked = (trait for trait in self._traits[number].asked if trait in self._weight)
        score: dict[int, float] = defaultdict(float)
        looked_at, whole = 0, 0.0
        for weight, trait in sorted((-self._weight[trait], trait) for trait in asked):
            holders = around.among(self._holders.get((language, trait), ()))
            if len(holders) > _LOOKED_AT:
                at = bisect_left(holders, number)
                holders = holders[max(0, at - _LOOKED_AT // 2) : at + _LOOKED_AT // 2]
            for other in holders:
                score[other] -= weight
            looked_at, whole = looked_at + len(holders), whole - weight
            if looked_at > _LOOKED_AT:
                break
        score.pop(number, None)

        def rank(other: int) -> tuple[float, int, int]:
            return -round(score[other] / math.sqrt(self._told[other]), 9), abs(other - number), other

        # Of those that share as much, the nearest: were it the first, all would be compared with these alone.
        promising = sorted(score.items(), key=lambda one: (-one[1], abs(one[0] - number)))[: 4 * MOST]
        told = self._told
        enough = (other for other, own in promising if own >= least * min(whole, told[other]))
        return nsmallest(MOST, enough, key=rank)
