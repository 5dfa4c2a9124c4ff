"""How sure a pair is beside what else each of its quotes could be joined with."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from digest.match.pairs.joins import Pair

_MARGIN = 8.0
"""A margin above this is no better."""
_MANY = 18
"""So many rivals tell all that rivals can tell."""
_NEVER = -100.0
"""The log-odds of what may not be joined."""


class Seen(NamedTuple):
    """How alike two texts are."""

    log_odds: float
    joins: bool
    """Whether they may be joined: not if they share but a slogan's words."""
    denied: bool = False
    """Whether one denies what the other says."""


class Decision(NamedTuple):
    """What makes log-odds that two wordings are one statement of their likeness and its margin."""

    margin: float
    likeness: float
    constant: float
    """These three are fitted."""
    sure: float
    """The log-odds from which on 99 in 100 are right."""
    no_rival: float
    """The likeness that a rival is thought to have where there is none: a small pool proves little."""
    many_rivals: float
    """The same where there are many; fitted as well."""


class _Best(NamedTuple):
    """The greatest likeness of a quote in one language, and the greatest outside of that one's group."""

    likeness: float
    group: int
    other: float
    looked_at: int
    """How many quotes there are in that language."""


def beside_rivals(
    seen: Mapping[Pair, Seen],
    languages: Sequence[str],
    groups: Iterable[tuple[int, ...]],
    decision: Decision,
) -> dict[Pair, float]:
    """Return the log-odds of each pair, given what else each of its quotes could be joined with.

    A rival is a quote in the language of the other one that is not known to word the same as that.
    """
    group_by_quote = {number: at for at, group in enumerate(groups) for number in group}
    best = _best(seen, languages, group_by_quote)

    def rival(own: int, other: int) -> float:
        found = best[own, languages[other]]
        return found.other if found.group == group_by_quote[other] else found.likeness

    def least(a: int, b: int) -> float:
        rivals = max(best[a, languages[b]].looked_at, best[b, languages[a]].looked_at) - 1
        many = min(1.0, rivals / _MANY)
        return decision.no_rival * (1 - many) + decision.many_rivals * many

    log_odds = {}
    for (a, b), found in seen.items():
        margin = found.log_odds - max(rival(a, b), rival(b, a), least(a, b))
        margin = min(max(margin, -_MARGIN), _MARGIN)
        value = margin * decision.margin + found.log_odds * decision.likeness + decision.constant
        log_odds[a, b] = value if found.joins else _NEVER
    return log_odds


def _best(
    seen: Mapping[Pair, Seen], languages: Sequence[str], group_by_quote: Mapping[int, int]
) -> dict[tuple[int, str], _Best]:
    best: dict[tuple[int, str], _Best] = {}
    for pair, found in seen.items():
        for own, other in (pair, pair[::-1]):
            key, group = (own, languages[other]), group_by_quote[other]
            known = best.get(key, _Best(-math.inf, group, -math.inf, 0))
            looked_at = known.looked_at + 1
            if found.log_odds <= known.likeness:
                outside = known.other if group == known.group else max(known.other, found.log_odds)
                best[key] = known._replace(other=outside, looked_at=looked_at)
            else:
                outside = known.other if group == known.group else known.likeness
                best[key] = _Best(found.log_odds, group, outside, looked_at)
    return best


def confidences(log_odds: Mapping[Pair, float], least: float) -> dict[Pair, float]:
    """Return confidences between 0 and 1 of which 0.5 is that of the least log-odds that suffice."""
    return {pair: sigmoid(value - least) for pair, value in log_odds.items()}


def sigmoid(log_odds: float) -> float:
    """Return the probability; rounded, so that every machine has the same."""
    return round(1 / (1 + math.exp(-log_odds)), 9)
