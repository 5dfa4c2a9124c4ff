"""What the evidence of a pair amounts to: log-odds that two articles are of one event.

Logistic regression, one set of weights for pairs of one language and one for pairs of two, each with an
encoder's word and without. DECISIONS.md says what they were fitted on.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from digest.meaning import MEAN_LEVEL

Matrix = NDArray[np.float64]
FLOOR, CEILING = -2.0, 6.0
"""No pair says more against or for being one event: two angles on one may share nothing."""
_A_DAY = 0.65
"""What each day between two articles takes off: the surest pair holds for four days."""
_OF_THE_PLACE = 6.0
"""What it takes off that two share the names which everybody has there: these make any two texts alike."""
_UNDATED = 4.0
"""What is taken off where one of two has no date: it may be of another year."""


class Seen(NamedTuple):
    """What was seen of pairs: matrices of one shape."""

    meaning: Matrix
    """Cosine of the encoder's vectors of title and beginning; 0 where it has none."""
    titles: Matrix
    """The same of the titles alone."""
    words: Matrix
    concepts: Matrix
    names: Matrix
    """Cosines of what either holds; of names only of those that may be of one event, and of names of places
    only within a language, which has one for each."""
    names_known: Matrix
    """The same of those that everybody names there."""
    names_shared: Matrix
    numbers_shared: Matrix
    """How much what both hold tells."""
    named: NDArray[np.bool_]
    """Whether both hold names."""
    places: Matrix
    """Cosine of the countries and cities that either names."""
    cities_differ: NDArray[np.bool_]
    """Whether both say where it happened, and no city is the same."""
    spoken: NDArray[np.bool_]
    """Whether the encoder knows both."""
    one_language: NDArray[np.bool_]
    comparable: NDArray[np.bool_]
    """Whether names of both scripts can be compared."""
    levels: Matrix
    """Sum of both languages' levels."""
    days: Matrix
    """Days between the two."""
    dated: NDArray[np.bool_]
    """Whether both have a date, or neither."""


def features(seen: Seen) -> list[Matrix]:
    """Return what the weights are for, in their order."""
    levelled = np.where(seen.one_language, 1.0, MEAN_LEVEL / seen.levels)
    alike = seen.meaning * levelled
    # Of two languages a headline without a name tells nothing by sharing none.
    comparable = (seen.comparable & (seen.one_language | seen.named)) | (seen.names_shared > 0)
    return [
        alike,
        alike * alike,
        seen.titles * levelled,
        np.where(seen.one_language, seen.words, 0.0),
        seen.concepts,
        np.sqrt(seen.names),
        np.log1p(seen.names_shared),
        (comparable & (seen.names_shared == 0)).astype(np.float64),
        comparable.astype(np.float64),
        np.log1p(seen.numbers_shared),
        # Cities of one country are places of two events of it.
        np.where(seen.cities_differ, 0.0, np.sqrt(seen.places)),
        seen.cities_differ.astype(np.float64),
    ]


WEIGHTS: Mapping[tuple[bool, bool], tuple[float, ...]] = {
    (True, True): (6.42, 0.94, 7.76, 7.22, 6.7, 7.89, -0.34, 0.87, -3.4, 0.73, 0.0, -0.5, -5.25),
    (False, True): (10.81, 6.78, 3.2, 0.0, 14.55, 15.54, 0.34, 0.36, -2.42, 1.93, 5.0, -0.5, -7.57),
    (True, False): (0.0, 0.0, 0.0, 16.35, 15.62, 8.76, -0.62, 0.76, -2.23, 1.19, 0.0, -0.5, -3.01),
    (False, False): (0.0, 0.0, 0.0, 0.0, 49.42, 17.87, 0.27, 1.42, -4.52, 2.56, 5.0, -0.5, -3.26),
}
"""Weights and the constant, by whether the language is one and whether the encoder knows both."""


def log_odds(seen: Seen) -> Matrix:
    """Return the log-odds of each pair, between `FLOOR` and `CEILING`, in hundredths.

    Hundredths, so that the last digits of sums, which differ between machines, decide nothing.
    """
    told = features(seen)
    found = np.zeros(seen.meaning.shape)
    for (one_language, spoken), weights in WEIGHTS.items():
        chosen = (seen.one_language == one_language) & (seen.spoken == spoken)
        found = np.where(chosen, _weighed(told, weights), found)
    return _bounded(found, seen)


def with_translations(odds: Matrix, seen: Seen, translated: Matrix) -> Matrix:
    """Return log-odds that are raised where translations are alike.

    Args:
        odds: Of each pair without them.
        seen: What else was seen of the pairs.
        translated: Cosine of what either says in translations of the memory, in any language.
    """
    as_one = seen._replace(
        one_language=np.ones_like(seen.one_language),
        words=translated,
        concepts=np.maximum(seen.concepts, translated),
    )
    raised = _bounded(_weighed(features(as_one), WEIGHTS[True, False]), seen)
    found: Matrix = np.where(~seen.one_language & (translated > 0), np.maximum(odds, raised), odds)
    return found


def _weighed(told: list[Matrix], weights: tuple[float, ...]) -> Matrix:
    total = np.full(told[0].shape, weights[-1])
    for weight, values in zip(weights[:-1], told, strict=True):
        if weight:
            total += weight * values
    return total


def _bounded(odds: Matrix, seen: Seen) -> Matrix:
    odds = odds - _OF_THE_PLACE * np.sqrt(seen.names_known) - _UNDATED * ~seen.dated
    decayed = np.clip(odds, FLOOR, CEILING) - _A_DAY * seen.days
    bounded: Matrix = np.asarray(np.round(np.maximum(decayed, FLOOR), 2))
    return bounded
