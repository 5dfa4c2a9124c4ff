"""All pairs of articles near in time, compared: day by day, a block of rows against the days before.

Sums are of whole numbers wherever a matrix is multiplied, so that their order, which differs between
processors, changes no digit; of each pair alone, so that what else is in its block changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from digest.group.evidence.held import Held
from digest.group.evidence.odds import FLOOR, Matrix, Seen, log_odds, with_translations
from digest.group.evidence.terms import KINDS, Terms
from digest.group.evidence.weights import Counted, Weighted
from digest.languages import row
from digest.meaning import WHOLE, level

WINDOW_DAYS = 6
"""Articles further apart are not compared: not even the same text would be one story by itself."""
_ROWS = 192
"""Rows of a block: enough to be fast, few enough for their days' window to be most of the columns."""
TWIN_WORDS, TWIN_DAYS = 0.9, 2
"""Words in common from which on, within so many days, one text is another's but for some lines."""

_ADDED_UP = ("names", "called", "numbers")
"""Of these the lesser weights are evidence, too."""

Vectors = NDArray[np.int16]
_NEVER = 1 << 40
"""A day that no other is near."""


@dataclass(frozen=True, slots=True)
class Report:
    """What is compared of an article."""

    language: str
    day: int | None
    """As an ordinal; None: unknown, near every day."""
    reported: tuple[int, ...] = ()
    """Days whose statements it reports: it is near these, too."""


class Near(NamedTuple):
    """Pairs of a later article with earlier ones, by place: those that say more than the least."""

    later: NDArray[np.int64]
    earlier: NDArray[np.int64]
    odds: NDArray[np.float64]
    with_memory: NDArray[np.float64]
    """The same or more: what translations add."""
    twin: NDArray[np.bool_]
    """Whether both print one text."""
    meaning: NDArray[np.float64]
    """How alike the encoder finds them; 0 where it does not know both."""


class Meant(NamedTuple):
    """What an encoder makes of articles, as tables of whole numbers; zeros where it is silent."""

    texts: Vectors
    """Of title and beginning."""
    titles: Vectors
    spoken: NDArray[np.bool_]
    """Whether it knows the article's language."""


class _Part(NamedTuple):
    """Articles of a day, weighed."""

    day: int | None
    start: int
    """The place of the first."""
    end: int
    kinds: tuple[Weighted, ...]


class Days:
    """Days that are gone through in order: what terms tell by then, and the articles that are near.

    Args:
        first: The place of the first article; those of the days before it that are counted come first.
    """

    def __init__(self, first: int) -> None:
        self.next = first
        """The place of the article that comes next."""
        self._counted = Counted()
        self._window: list[_Part] = []

    def count(self, reports: Sequence[Report], terms: Iterator[Terms]) -> None:
        """Go through days whose articles are not compared, but later ones with them.

        Args:
            reports: Of the next days.
            terms: Of each.
        """
        for part in self._come(reports, terms):
            self._window = _still_near([*self._window, part], part.day)

    def compared(
        self, known: int, reports: Sequence[Report], terms: Iterator[Terms], meant: Meant
    ) -> Iterator[Near]:
        """Yield the pairs of articles that are near in time, in the order of the later one.

        Args:
            known: How many of the articles were counted before: those of the days that are near.
            reports: Of these and of the next days, all with a day or all without.
            terms: Of each of the next days' articles; they are taken one block at a time.
            meant: What an encoder makes of each report.
        """
        facts = _Facts.of(self.next - known, reports, meant)
        self._window = _still_near(self._window, reports[known].day)
        waiting: list[_Part] = []
        for part in self._come(reports[known:], terms):
            waiting.append(part)
            long = (part.day or 0) - (waiting[0].day or 0) > 8 * WINDOW_DAYS
            if long or part.end - waiting[0].start >= _ROWS:
                yield from _block(waiting, self._window, facts)
                self._window = _still_near([*self._window, *waiting], part.day)
                waiting = []
        if waiting:
            yield from _block(waiting, self._window, facts)
            self._window = _still_near([*self._window, *waiting], waiting[-1].day)

    def compared_undated(
        self, reports: Sequence[Report], terms: Iterator[Terms], meant: Meant, undated: int
    ) -> Iterator[Near]:
        """Yield the pairs of articles without a date and one of the next days.

        Args:
            reports: Of the next days and, last, of those without a date, which count as if they came next.
            terms: Of each.
            meant: What an encoder makes of each.
            undated: How many have no date.
        """
        facts = _Facts.of(self.next, reports, meant)
        parts = [*self._come(reports[:-undated], terms)]
        others = [*_weighed(self.next, reports[-undated:], terms, Counted())]
        for near in _block(others, parts, facts):
            dated = near.earlier < self.next
            yield Near(
                later=near.later[dated],
                earlier=near.earlier[dated],
                odds=near.odds[dated],
                with_memory=near.with_memory[dated],
                twin=near.twin[dated],
                meaning=near.meaning[dated],
            )

    def _come(self, reports: Sequence[Report], terms: Iterator[Terms]) -> Iterator[_Part]:
        for part in _weighed(self.next, reports, terms, self._counted):
            self.next = part.end
            yield part


def _weighed(
    start: int, reports: Sequence[Report], terms: Iterator[Terms], counted: Counted
) -> Iterator[_Part]:
    for day, group in groupby(reports, key=lambda report: report.day):
        places = range(start, start + len(list(group)))
        # Articles without a date are counted by themselves.
        own = _NEVER if day is None else day
        yield _Part(day, start, places.stop, counted.weighted(own, places, [*islice(terms, len(places))]))
        start = places.stop


def _still_near(parts: list[_Part], day: int | None) -> list[_Part]:
    return [part for part in parts if (part.day or 0) >= (day or 0) - WINDOW_DAYS]


class _Facts(NamedTuple):
    """What is known of some articles, as columns."""

    first: int
    """The place of the first."""
    vectors: Vectors
    titles: Vectors
    spoken: NDArray[np.bool_]
    language: NDArray[np.int64]
    spaced: NDArray[np.bool_]
    level: Matrix
    day: Matrix
    """Not a number where unknown."""
    reported: Sequence[tuple[int, ...]]

    @staticmethod
    def of(first: int, reports: Sequence[Report], meant: Meant) -> _Facts:
        mains = [report.language.partition("-")[0] for report in reports]
        known = {language: at for at, language in enumerate(sorted(set(mains)))}
        return _Facts(
            first,
            meant.texts,
            meant.titles,
            meant.spoken,
            np.array([known[main] for main in mains], dtype=np.int64),
            np.array([row(main).spaced for main in mains], dtype=bool),
            np.array([level(main) for main in mains]),
            np.array([np.nan if report.day is None else report.day for report in reports]),
            [report.reported for report in reports],
        )


def _block(rows: list[_Part], window: list[_Part], facts: _Facts) -> Iterator[Near]:
    """Compare the articles of some days with each other and with the window before them."""
    parts, end = [*window, *rows], rows[-1].end
    held = [
        Held.of_parts([part.kinds[kind] for part in parts], parts[0].start, end - parts[0].start)
        for kind in range(len(KINDS))
    ]
    first = parts[0].start - facts.first
    for start in range(rows[0].start - facts.first, end - facts.first, _ROWS):
        yield _compared(range(start, min(start + _ROWS, end - facts.first)), first, held, facts)


def _compared(rows: range, first: int, held: Sequence[Held], facts: _Facts) -> Near:
    """Compare some articles with all that come before them, from `first` on, by place among the facts."""
    own, others = slice(rows.start, rows.stop), slice(first, rows.stop)
    within = range(rows.start - first, rows.stop - first)
    words, concepts, names, called, places, cities, numbers, translated = (
        kind.shared(within, least=name in _ADDED_UP) for name, kind in zip(KINDS, held, strict=True)
    )
    one_language = facts.language[own, None] == facts.language[None, others]
    days = _days(rows, first, facts)
    seen = Seen(
        meaning=_cosines(facts.vectors, own, others),
        titles=_cosines(facts.titles, own, others),
        words=words.cosine,
        concepts=concepts.cosine,
        names=np.where(one_language, names.telling, called.telling),
        names_known=np.where(one_language, names.known, called.known),
        names_shared=np.where(one_language, names.least, called.least),
        numbers_shared=numbers.least,
        named=np.where(one_language, names.both_hold, called.both_hold),
        places=places.cosine,
        cities_differ=cities.both_hold & (cities.cosine == 0),
        spoken=facts.spoken[own, None] & facts.spoken[None, others],
        one_language=one_language,
        comparable=facts.spaced[own, None] & facts.spaced[None, others],
        levels=facts.level[own, None] + facts.level[None, others],
        days=np.minimum(days, WINDOW_DAYS),
        dated=~np.logical_xor(np.isnan(facts.day[own, None]), np.isnan(facts.day[None, others])),
    )
    odds = log_odds(seen)
    with_memory = with_translations(odds, seen, translated.cosine)
    before = np.arange(first, rows.stop)[None, :] < np.arange(rows.start, rows.stop)[:, None]
    near = before & (_own_days(facts, own, others) <= WINDOW_DAYS) & (with_memory > FLOOR)
    copied = (seen.words >= TWIN_WORDS) & (days <= TWIN_DAYS) & one_language
    # Who reports another match, or another day's weather, in the same words has other names and numbers.
    copied &= (names.cosine >= TWIN_WORDS) | (names.cosine + names.both_hold == 0)
    copied &= (numbers.cosine >= TWIN_WORDS) | (numbers.cosine + numbers.both_hold == 0)
    at, to = np.nonzero(near)
    return Near(
        at + rows.start + facts.first,
        to + first + facts.first,
        odds[at, to],
        with_memory[at, to],
        copied[at, to],
        np.round(seen.meaning[at, to], 2) + 0.0,  # no -0.0, which is not kept
    )


def _cosines(vectors: Vectors, own: slice, others: slice) -> Matrix:
    product = vectors[own].astype(np.float32) @ vectors[others].astype(np.float32).T
    return product.astype(np.float64) / WHOLE**2


def _own_days(facts: _Facts, own: slice, others: slice) -> Matrix:
    """Return the days between the articles themselves; 0 where one has no date."""
    days: Matrix = np.nan_to_num(np.abs(facts.day[own, None] - facts.day[None, others]))
    return days


def _days(rows: range, first: int, facts: _Facts) -> Matrix:
    """Return the days between articles; one that reports what was said on a day is near that day, too."""
    day = facts.day
    days = _own_days(facts, slice(rows.start, rows.stop), slice(first, rows.stop))
    known = range(first, rows.stop)
    telling = [at for at in known if facts.reported[at]]
    for at in rows:
        for other in known if facts.reported[at] else telling:
            if not (np.isnan(day[at]) or np.isnan(day[other])):
                days[at - rows.start, other - first] = _apart(at, other, facts)
    return days


def _apart(one: int, other: int, facts: _Facts) -> float:
    first = min(abs(facts.day[one] - day) for day in (facts.day[other], *facts.reported[other]))
    second = min(abs(facts.day[other] - day) for day in (facts.day[one], *facts.reported[one]))
    return float(min(first, second))
