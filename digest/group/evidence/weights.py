"""How much a term tells at the time of an article: its own weight, less where many around then hold it."""

from __future__ import annotations

import math
import mmap
from collections import deque
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from digest.group.evidence.terms import KINDS, SCALE, Column, Terms

DAYS = 28
"""The days up to an article's in which terms are counted: what comes later changes nothing."""
_FEW = 20
"""How many articles without a term are thought to be there besides: few articles tell little."""
_BUCKETS = 1 << 22
"""Terms are counted in so many places, by the last bits of their code."""
PARTS = 1024
"""Weights are whole numbers of such parts, so that sums of products are exact."""
_LEAST = 0.1
"""A term that is worth less than this share of itself is left out."""
_EVENT, _HALF = 2.0, 0.5
"""A name that one in so many articles holds (as a logarithm) is of one event; one that all hold may be of
their place, whatever happens there. Half an article is added, so that names of the first are not nothing."""

_NARROW, _WIDE = np.uint16, np.int32
"""What is counted in, while few articles are near in time and beyond: 60 MB, and twice that."""
_MANY = 20_000
"""Articles from which on two bytes might not hold a count: a term of two that share a place counts twice."""


NAMES = ("names", "called")
"""Kinds of terms that are of one event or of a place and its people."""


class Weighted(NamedTuple):
    """One kind of term of some articles: what each holds, as rows of a table."""

    codes: NDArray[np.uint32]
    weights: NDArray[np.float64]
    """Whole numbers of `PARTS`."""
    of: NDArray[np.int64]
    """The article that holds it, by its place."""
    telling: NDArray[np.float64]
    """Weights as far as the term may be of one event; of other terms than names the same."""


class Counted:
    """Counts of terms over the last days, and what articles of the newest day are worth by them."""

    def __init__(self) -> None:
        self._counts: list[NDArray[Any]] = [_zeros() for _ in KINDS]
        self._days: deque[tuple[int, int, list[NDArray[np.int64]]]] = deque()
        self._articles = 0

    def weighted(self, day: int, places: Sequence[int], terms: Sequence[Terms]) -> tuple[Weighted, ...]:
        """Count the articles of a day, and weigh what they hold.

        Args:
            day: as a number; days come in order.
            places: of the articles, by which others know them.
            terms: of each.
        """
        while self._days and self._days[0][0] <= day - DAYS:
            _, articles, gone = self._days.popleft()
            self._articles -= articles
            for counts, held in zip(self._counts, gone, strict=True):
                np.subtract.at(counts, held, counts.dtype.type(1))
        columns = [_stacked([own.columns[kind] for own in terms], places) for kind in range(len(KINDS))]
        buckets = [(column.codes & np.uint32(_BUCKETS - 1)).astype(np.int64) for column in columns]
        self._articles += len(places)
        if self._articles > _MANY:
            self._counts = [counts.astype(_WIDE, copy=False) for counts in self._counts]
        self._days.append((day, len(places), buckets))
        whole = math.log(self._articles + _FEW)
        found = []
        for kind, counts, held, column in zip(KINDS, self._counts, buckets, columns, strict=True):
            # Of the same type: numpy adds another one sixty times as slowly.
            np.add.at(counts, held, counts.dtype.type(1))
            among = np.log(counts[held].astype(np.float64))
            rare = 1 - among / whole
            weights = np.round(column.weights * rare * (PARTS / SCALE))
            told = weights
            if kind in NAMES:
                events = np.clip((math.log(self._articles + _HALF) - among) / _EVENT, 0, 1)
                told = np.round(weights * np.sqrt(events))
            kept = rare >= _LEAST
            found.append(Weighted(column.codes[kept], weights[kept], column.of[kept], told[kept]))
        return tuple(found)


def _zeros() -> NDArray[np.uint16]:
    # Pages of their own: they go back when nobody counts any more, and not into the midst of the heap.
    pages = mmap.mmap(-1, _BUCKETS * np.dtype(_NARROW).itemsize)
    return np.frombuffer(pages, dtype=_NARROW)


def _stacked(columns: Sequence[Column], places: Sequence[int]) -> Weighted:
    sizes = [len(column.codes) for column in columns]
    codes = np.concatenate([column.codes for column in columns]).astype(np.uint32)
    weights = np.concatenate([column.weights for column in columns]).astype(np.float64)
    return Weighted(codes, weights, np.repeat(np.array(places, dtype=np.int64), sizes), weights)
