"""All pairs of articles near in time, compared: day by day, a block of rows against the days before.

Sums are of whole numbers wherever a matrix is multiplied, so that their order, which differs between
processors, changes no digit; of each pair alone, so that what else is in its block changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
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

Vectors = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Report:
    """What is compared of an article, by its place in the order of days."""

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
    """Articles of consecutive places, weighed."""

    start: int
    kinds: tuple[Weighted, ...]


def compared(reports: Sequence[Report], terms: Iterator[Terms], meant: Meant) -> Iterator[Near]:
    """Yield the pairs of articles that are near in time, in the order of the later one.

    Args:
        reports: In the order of days, those without one last.
        terms: Of each, in that order; they are taken one block at a time.
        meant: What an encoder makes of each.
    """
    facts = _Facts.of(reports, meant)
    counted = Counted()
    window: list[_Part] = []
    waiting: list[_Part] = []
    for day, group in groupby(range(len(reports)), key=lambda at: reports[at].day):
        places = list(group)
        weighed = counted.weighted(_far(day), places, [next(terms) for _ in places])
        waiting.append(_Part(places[0], weighed))
        first = reports[waiting[0].start].day
        if day is None or places[-1] + 1 - waiting[0].start >= _ROWS or day - (first or 0) > 8 * WINDOW_DAYS:
            yield from _block(waiting, places[-1] + 1, window, facts)
            window = _still_near([*window, *waiting], reports, day)
            waiting = []
    if waiting:
        yield from _block(waiting, len(reports), window, facts)


def _far(day: int | None) -> int:
    # Articles without a date are counted by themselves.
    return 1 << 40 if day is None else day


def _still_near(parts: list[_Part], reports: Sequence[Report], day: int | None) -> list[_Part]:
    # Articles without a date come last and are near every day: where there are some, nothing is let go.
    if reports[-1].day is None or day is None:
        return parts
    return [part for part in parts if (reports[part.start].day or 0) >= day - WINDOW_DAYS]


class _Facts(NamedTuple):
    """What is known of every article, as columns."""

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
    def of(reports: Sequence[Report], meant: Meant) -> _Facts:
        mains = [report.language.partition("-")[0] for report in reports]
        known = {language: at for at, language in enumerate(sorted(set(mains)))}
        return _Facts(
            meant.texts,
            meant.titles,
            meant.spoken,
            np.array([known[main] for main in mains], dtype=np.int64),
            np.array([row(main).spaced for main in mains], dtype=bool),
            np.array([level(main) for main in mains]),
            np.array([np.nan if report.day is None else report.day for report in reports]),
            [report.reported for report in reports],
        )


def _block(rows: list[_Part], end: int, window: list[_Part], facts: _Facts) -> Iterator[Near]:
    """Compare the articles of some days with each other and with the window before them."""
    parts = [*window, *rows]
    held = [
        Held.of_parts([part.kinds[kind] for part in parts], parts[0].start, end - parts[0].start)
        for kind in range(len(KINDS))
    ]
    for start in range(rows[0].start, end, _ROWS):
        yield _compared(range(start, min(start + _ROWS, end)), parts[0].start, held, facts)


def _compared(rows: range, first: int, held: Sequence[Held], facts: _Facts) -> Near:
    """Compare some articles with all that come before them, from `first` on."""
    own = slice(rows.start, rows.stop)
    others = slice(first, rows.stop)
    within = range(rows.start - first, rows.stop - first)
    words, concepts, names, numbers, translated = (kind.shared(within) for kind in held)
    one_language = facts.language[own, None] == facts.language[None, others]
    days = _days(rows, first, facts)
    seen = Seen(
        meaning=_cosines(facts.vectors, own, others),
        titles=_cosines(facts.titles, own, others),
        words=words.cosine,
        concepts=concepts.cosine,
        names=names.cosine,
        names_shared=names.least,
        numbers_shared=numbers.least,
        spoken=facts.spoken[own, None] & facts.spoken[None, others],
        one_language=one_language,
        comparable=facts.spaced[own, None] & facts.spaced[None, others],
        levels=facts.level[own, None] + facts.level[None, others],
        days=np.minimum(days, WINDOW_DAYS),
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
        at + rows.start,
        to + first,
        odds[at, to],
        with_memory[at, to],
        copied[at, to],
        np.round(seen.meaning[at, to], 2),
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
