"""Wordings of one person joined to statements: average link with a margin, never a chain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]
JOIN = 0.5
"""The least confidence that joins."""


@dataclass(frozen=True, slots=True)
class Pool:
    """The quotes of one person, by number, and the pairs of them that may not be joined."""

    languages: Sequence[str]
    vetoed: frozenset[Pair]
    parted: Callable[[Sequence[int], Sequence[int]], bool] | None = None
    """Tells whether any pair of two groups may not be joined, where not all were looked at before."""


@dataclass(slots=True)
class _Group:
    """Wordings joined so far, and what they have in common with other groups."""

    members: tuple[int, ...]
    languages: frozenset[str]
    best: dict[int, float] = field(default_factory=dict)
    total: dict[int, float] = field(default_factory=dict)
    pairs: dict[int, int] = field(default_factory=dict)
    vetoed: set[int] = field(default_factory=set)


def ordered(a: int, b: int) -> Pair:
    """Return the two in order."""
    return (a, b) if a < b else (b, a)


def joined(
    pool: Pool, start: Sequence[tuple[int, ...]], score: Mapping[Pair, float]
) -> list[tuple[int, ...]]:
    """Join groups, the surest first, as long as one is sure enough and nothing competes with it.

    The best pair must be sure enough by itself, and all pairs that tell anything must be half as sure on
    the average: a part of a sentence agrees with some wordings of it better than with others, but a chain
    agrees with hardly any.

    Args:
        pool: Languages and vetoes.
        start: The groups to begin with; they are never broken.
        score: The confidence by pair; a pair without one tells nothing.

    Returns:
        The groups, each in order, by their first number.
    """
    groups = _groups(pool, start, score)
    queue = _Queue(groups)
    while pair := queue.pop():
        a, b = pair
        if pool.parted and pool.parted(groups[a].members, groups[b].members):
            groups[a].vetoed.add(b)
            groups[b].vetoed.add(a)
            queue.wake(pair)
        else:
            beside = _merge(groups, a, b)
            queue.wake(pair)
            queue.add(a, beside)
    return sorted(group.members for group in groups.values())


class _Queue:
    """Pairs of groups that are sure enough, the surest first; one with a rival waits for a change."""

    def __init__(self, groups: dict[int, _Group]) -> None:
        self._groups = groups
        self._heap = [
            (-sure, (a, b))
            for a, group in groups.items()
            for b, best in group.best.items()
            if best >= JOIN and a < b and (sure := _sure(groups, a, b)) >= JOIN
        ]
        self._last = {pair: negative for negative, pair in self._heap}
        """What each pair was last put in with, until it is taken out."""
        heapify(self._heap)
        self._waiting: dict[int, list[Pair]] = defaultdict(list)

    def add(self, name: int, beside: Iterable[int]) -> None:
        """Put the pairs of a group with some others in, as sure as they are now."""
        best = self._groups[name].best
        for other in beside:
            if best.get(other, 0.0) >= JOIN:
                self._put(ordered(name, other))

    def _put(self, pair: Pair) -> None:
        sure = _sure(self._groups, *pair)
        if sure >= JOIN and self._last.get(pair) != -sure:
            self._last[pair] = -sure
            heappush(self._heap, (-sure, pair))

    def pop(self) -> Pair | None:
        """Take the surest pair that nothing competes with, if any."""
        while self._heap:
            negative, pair = heappop(self._heap)
            if self._last.get(pair) == negative:
                del self._last[pair]
            if not all(name in self._groups for name in pair) or _sure(self._groups, *pair) != -negative:
                continue  # an older entry of a pair that changed
            rival = _rival(self._groups, pair, -negative)
            if rival is None:
                return pair
            for name in (*pair, rival):
                self._waiting[name].append(pair)
        return None

    def wake(self, changed: Pair) -> None:
        """Look again at the pairs that these groups, or others because of these, kept waiting."""
        for name in changed:
            for pair in self._waiting.pop(name, ()):
                if all(own in self._groups for own in pair):
                    self._put(pair)


def attached(
    pool: Pool,
    groups: Sequence[tuple[int, ...]],
    score: Mapping[Pair, float],
    keeps: Callable[[tuple[int, ...]], tuple[bool, int]],
) -> dict[int, int]:
    """Tell which groups probably belong to another one, where nothing competes.

    No group changes, and what is attached holds nothing itself: a guess is never built on a guess.

    Args:
        pool: Languages and vetoes.
        groups: What is sure.
        score: The confidence by pair that this is more probable than it need be, as in `joined`.
        keeps: What groups are sorted by: of two, the second is attached to the first.

    Returns:
        The place of the group to which each attached one belongs, by its own place.
    """
    names = {group[0]: place for place, group in enumerate(groups)}
    known = _groups(pool, groups, score)
    found = [
        (-sure, (a, b))
        for a, group in known.items()
        for b in group.best
        if a < b and (sure := _sure(known, a, b)) >= JOIN
    ]
    belongs: dict[int, int] = {}
    hosts: set[int] = set()
    for _, pair in sorted(found):
        first, second = sorted((names[name] for name in pair), key=lambda place: keeps(groups[place]))
        taken = second in belongs or second in hosts or first in belongs
        if not taken and _unrivalled(known, pair):
            belongs[second] = first
            hosts.add(first)
    return belongs


def _unrivalled(groups: Mapping[int, _Group], pair: Pair) -> bool:
    """Tell whether neither side could as well belong with another in a language of the other side."""
    return not any(
        rival != other
        and not groups[rival].languages.isdisjoint(groups[other].languages)
        and _sure(groups, own, rival) >= JOIN
        for own, other in (pair, pair[::-1])
        for rival in groups[own].best
    )


def _groups(pool: Pool, start: Sequence[tuple[int, ...]], score: Mapping[Pair, float]) -> dict[int, _Group]:
    groups = {
        members[0]: _Group(members, frozenset(pool.languages[number] for number in members))
        for members in sorted(start)
    }
    of = {number: name for name, group in groups.items() for number in group.members}
    for (a, b), value in sorted(score.items()):
        if of[a] != of[b]:
            _count(groups, (of[a], of[b]), value, value, 1)
    for a, b in pool.vetoed:
        if of[a] != of[b]:
            groups[of[a]].vetoed.add(of[b])
            groups[of[b]].vetoed.add(of[a])
    return groups


def _count(groups: Mapping[int, _Group], pair: Pair, best: float, total: float, pairs: int) -> None:
    for own, other in (pair, pair[::-1]):
        group = groups[own]
        group.best[other] = max(group.best.get(other, 0.0), best)
        group.total[other] = group.total.get(other, 0.0) + total
        group.pairs[other] = group.pairs.get(other, 0) + pairs


def _sure(groups: Mapping[int, _Group], a: int, b: int) -> float:
    """Return how sure it is that two groups are one; rounded, so that no order of adding matters."""
    if b not in groups[a].best or b in groups[a].vetoed:
        return 0.0
    average = groups[a].total[b] / groups[a].pairs[b]
    return round(min(groups[a].best[b], 2 * average), 9)


def _rival(groups: Mapping[int, _Group], pair: Pair, least: float) -> int | None:
    """Return what either side fits better, in a language of the other side.

    What would itself be joined with the other side is no rival: it is one more wording of the same.
    """
    return next(
        (
            rival
            for own, other in (pair, pair[::-1])
            for rival in groups[own].best
            if rival != other
            and not groups[rival].languages.isdisjoint(groups[other].languages)
            and _sure(groups, own, rival) > least
            and _sure(groups, other, rival) < JOIN
        ),
        None,
    )


def _merge(groups: dict[int, _Group], a: int, b: int) -> Iterable[int]:
    """Put group `b` into group `a`, named by its first number; return beside which that changes anything."""
    gone = groups.pop(b)
    kept = groups[a]
    kept.members = tuple(sorted(kept.members + gone.members))
    kept.languages |= gone.languages
    for other, best in gone.best.items():
        groups[other].best.pop(b)
        total, pairs = groups[other].total.pop(b), groups[other].pairs.pop(b)
        if other != a:
            _count(groups, (a, other), best, total, pairs)
    for other in gone.vetoed:
        groups[other].vetoed.discard(b)
        groups[other].vetoed.add(a)
        kept.vetoed.add(other)
    return gone.best.keys()
