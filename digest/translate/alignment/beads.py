"""Which sentences of an output belong to which of its source, by their lengths (Gale and Church 1993).

Translators merge and split sentences, so a count proves nothing; a sentence that no part of the output is
long enough for does.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

from digest.languages.lengths import in_english, variance
from digest.languages.sentences import all_sentences as sentences

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


@dataclass(frozen=True, slots=True)
class Pairing:
    """How the sentences of a source and an output pair by their lengths."""

    before: Lengths
    after: Lengths
    varies: float
    cost: float
    """What it costs if none stands alone."""

    @property
    def lost(self) -> float:
        """Return how much better they pair if sentences of the source may stand alone."""
        return self.cost - _best(self.before, self.after, (*_PAIRED, *_LOST), self.varies).cost

    @property
    def added(self) -> float:
        """Return how much better they pair if sentences of the output may."""
        return self.cost - _best(self.before, self.after, (*_PAIRED, *_ADDED), self.varies).cost

    @property
    def share(self) -> float:
        """Return how long the whole is, as the logarithm of its share of what is expected."""
        expected = max(1.0, sum(self.before))
        return log(max(1.0, sum(self.after)) / expected) * min(1.0, sqrt(expected / _LONG))

    def without(self, at: int, length: float) -> float:
        """Return how much better they pair if a sentence of the source lacks a part of itself, or all."""
        kept = self.before[at] - length
        rest = (kept,) if kept > 0.5 else ()
        left = (*self.before[:at], *rest, *self.before[at + 1 :])
        return self.cost - _best(left, self.after, _PAIRED, self.varies).cost


def pairing(source: str, output: str, source_language: str, target_language: str) -> Pairing:
    """Return how the sentences pair by length, in texts that are not empty."""
    before = _lengths(sentences(source, source_language), source_language)
    after = _lengths(sentences(output, target_language), target_language)
    varies = max(variance(source_language), variance(target_language))
    return Pairing(before, after, varies, _best(before, after, _PAIRED, varies).cost)


def added(source: str, output: str, source_language: str, target_language: str) -> float:
    """Return how much speaks for added sentences: a logarithm of likelihood, nearly; 0 is nothing."""
    pair = pairing(source, output, source_language, target_language)
    return pair.added + _SHARE * pair.share if len(pair.after) > 1 else 0.0


def _lengths(cut: tuple[str, ...], language: str) -> Lengths:
    return tuple(in_english(sentence, language) for sentence in cut)


@lru_cache(maxsize=1024)
def _best(before: Lengths, after: Lengths, beads: Beads, varies: float) -> _Way:
    """Return the cheapest way to pair the sentences, without sizes if there is none."""
    if max(len(before), len(after)) > _MOST:
        return _Way(_NO_WAY, ())
    best: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]] = {(0, 0): (0.0, ())}
    for at in range(len(before) + 1):
        for place in range(len(after) + 1):
            for taken, given, price in beads:
                earlier = best.get((at - taken, place - given))
                if earlier is None:
                    continue
                cost = earlier[0] + price
                if taken and given:
                    cost += _misfit(sum(before[at - taken : at]), sum(after[place - given : place])) / varies
                known = best.get((at, place))
                if known is None or cost < known[0]:
                    best[at, place] = cost, (*earlier[1], (taken, given))
    cost, sizes = best.get((len(before), len(after)), (_NO_WAY, ()))
    return _Way(cost, sizes) if cost < _NO_WAY else _Way(_NO_WAY, ())


def _misfit(one: float, other: float) -> float:
    return (other - one) ** 2 / ((one + other) / 2 + 1) / 2
