"""Wordings of one person joined to statements: average link with a margin, never a chain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

Pair = tuple[int, int]
JOIN = 0.5
"""The least confidence that joins."""


@dataclass(frozen=True, slots=True)
class Pool:
    """The quotes of one person, by number, and what is known of their pairs."""

    languages: Sequence[str]
    vetoed: frozenset[Pair]

    def allowed(self, a: frozenset[int], b: frozenset[int]) -> bool:
        """Tell whether no pair across the two groups is vetoed."""
        return not any(ordered(x, y) in self.vetoed for x in a for y in b)


def ordered(a: int, b: int) -> Pair:
    """Return the two in order."""
    return (a, b) if a < b else (b, a)


def joined(
    pool: Pool, groups: Sequence[frozenset[int]], score: Callable[[int, int], float], margin: float
) -> list[frozenset[int]]:
    """Join groups, the surest first, as long as one is sure enough and nothing competes with it.

    Args:
        pool: Languages and vetoes.
        groups: To begin with; they are never broken.
        score: The confidence by two numbers.
        margin: By how much a join must be better than the next one in the same language.

    Returns:
        The groups, by their first number.
    """
    groups = sorted(groups, key=min)
    while True:
        score_by_pair = {
            (a, b): _average(groups[a], groups[b], score)
            for a, b in combinations(range(len(groups)), 2)
            if pool.allowed(groups[a], groups[b])
        }
        best = [(-value, pair) for pair, value in score_by_pair.items() if value >= JOIN]
        for _, (a, b) in sorted(best):
            if _stands_out(pool, groups, score_by_pair, (a, b), margin):
                together = groups[a] | groups[b]
                groups = sorted([g for at, g in enumerate(groups) if at not in (a, b)] + [together], key=min)
                break
        else:
            return groups


def _average(a: frozenset[int], b: frozenset[int], score: Callable[[int, int], float]) -> float:
    values = sorted((score(*ordered(x, y)) for x in a for y in b), reverse=True)
    return (values[0] + sum(values) / len(values)) / 2


def _stands_out(
    pool: Pool,
    groups: Sequence[frozenset[int]],
    score_by_pair: dict[Pair, float],
    candidate: Pair,
    margin: float,
) -> bool:
    """Tell whether neither side has a rival in a language of the other that is nearly as good.

    What would itself be joined with the other side is no rival: it is one more wording of the same.
    """
    value = score_by_pair[candidate]
    for own, other in (candidate, candidate[::-1]):
        wanted = {pool.languages[x] for x in groups[other]}
        for rival in range(len(groups)):
            if rival in (own, other) or wanted.isdisjoint(pool.languages[x] for x in groups[rival]):
                continue
            same = score_by_pair.get(ordered(other, rival), 0.0) >= JOIN
            if not same and score_by_pair.get(ordered(own, rival), 0.0) > value - margin:
                return False
    return True
