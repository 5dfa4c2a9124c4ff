"""Which sentences of an output belong to which of its source, by their lengths (Gale and Church 1993).

Translators merge and split sentences, so a count proves nothing; a sentence that no part of the output is
long enough for does.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

from digest.languages.lengths import relative_length, variance

Lengths = tuple[float, ...]
"""Of sentences, in characters that an English text would have."""
Beads = tuple[tuple[int, int, float], ...]

_SHARE = 4.0
"""What the length of the whole weighs: the logarithm of its share of the expected one."""
_LONG = 60
"""Characters. Of a shorter text the length varies more."""
_PAIRED = (
    (1, 1, 0.0),
    (1, 2, 1.0),
    (2, 1, 1.0),
    (2, 2, 2.0),
    (1, 3, 2.0),
    (3, 1, 2.0),
    (3, 2, 3.0),
    (2, 3, 3.0),
)
"""How many sentences may stand for how many, and what that costs (of a logarithm of likelihood)."""
_LOST = ((1, 0, 0.0),)
_ADDED = ((0, 1, 0.0),)
_NO_WAY = 60.0
"""What it costs if no way of pairing fits."""
_MOST = 40
"""Sentences; a longer text is one bead."""


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences of a source and those of an output that stand for them."""

    source: str
    output: str


@dataclass(frozen=True, slots=True)
class _Way:
    cost: float
    sizes: tuple[tuple[int, int], ...]


def aligned(source: str, output: str, source_language: str, target_language: str) -> tuple[Bead, ...]:
    """Return which sentences stand for which; one bead of everything where no way of pairing them fits."""
    before, after = sentences(source, source_language), sentences(output, target_language)
    varies = max(variance(source_language), variance(target_language))
    way = _best(_lengths(before, source_language), _lengths(after, target_language), _PAIRED, varies)
    if not way.sizes:
        return (Bead(source, output),)
    beads, at, place = [], 0, 0
    for taken, given in way.sizes:
        beads.append(Bead(" ".join(before[at : at + taken]), " ".join(after[place : place + given])))
        at, place = at + taken, place + given
    return tuple(beads)


def lost_and_added(
    source: str, output: str, source_language: str, target_language: str
) -> tuple[float, float]:
    """Return how much speaks for lost sentences, and how much for added ones; 0 is nothing.

    It is how much better the sentences pair if some may stand alone, and what the length of the whole
    says: a logarithm of likelihood, nearly.
    """
    before = _lengths(sentences(source, source_language), source_language)
    after = _lengths(sentences(output, target_language), target_language)
    if len(before) < 2 and len(after) < 2:
        return 0.0, 0.0
    varies = max(variance(source_language), variance(target_language))
    whole = _best(before, after, _PAIRED, varies).cost
    share = _SHARE * log(sum(after) / sum(before)) * min(1.0, sqrt(sum(before) / _LONG))
    lost = whole - _best(before, after, (*_PAIRED, *_LOST), varies).cost - share
    added = whole - _best(before, after, (*_PAIRED, *_ADDED), varies).cost + share
    return lost if len(before) > 1 else 0.0, added if len(after) > 1 else 0.0


@lru_cache(maxsize=1024)
def sentences(text: str, language: str) -> tuple[str, ...]:
    """Return the sentences of a text."""
    import sentencex  # noqa: PLC0415 - lazily: a build that translates nothing needs none

    return tuple(found.strip() for found in sentencex.segment(language, text) if found.strip())


def _lengths(cut: tuple[str, ...], language: str) -> Lengths:
    return tuple(len(sentence) / relative_length(language) for sentence in cut)


@lru_cache(maxsize=1024)
def _best(before: Lengths, after: Lengths, beads: Beads, varies: float) -> _Way:
    """Return the cheapest way to pair the sentences, without sizes if there is none."""
    if max(len(before), len(after)) > _MOST:
        return _Way(_NO_WAY, ())
    best = {(0, 0): _Way(0.0, ())}
    for at in range(len(before) + 1):
        for place in range(len(after) + 1):
            for taken, given, price in beads:
                earlier = best.get((at - taken, place - given))
                if earlier is None:
                    continue
                cost = earlier.cost + price
                if taken and given:
                    cost += _misfit(sum(before[at - taken : at]), sum(after[place - given : place])) / varies
                if (at, place) not in best or cost < best[at, place].cost:
                    best[at, place] = _Way(cost, (*earlier.sizes, (taken, given)))
    way = best.get((len(before), len(after)))
    return way if way and way.cost < _NO_WAY else _Way(_NO_WAY, ())


def _misfit(one: float, other: float) -> float:
    return (other - one) ** 2 / ((one + other) / 2 + 1) / 2
