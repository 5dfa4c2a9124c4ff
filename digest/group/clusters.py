"""Average-link clustering of a sparse graph, with pairs that must or must not be together.

Average link, never single link: joining whatever is connected above a threshold chains unrelated events
together as soon as a corpus grows. A pair that is not in the graph counts as 0.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[str, str]


def pair(first: str, second: str) -> Pair:
    """Return the two in order."""
    return (first, second) if first < second else (second, first)


def average_link(
    start: Iterable[Sequence[str]], score: Mapping[Pair, float], apart: frozenset[Pair], threshold: float
) -> list[tuple[str, ...]]:
    """Join clusters as long as the average score between two of them reaches the threshold.

    Args:
        start: The clusters to begin with; they are never broken.
        score: By ordered pair of members.
        apart: Pairs that may not end in one cluster.
        threshold: The least average, above 0.

    Returns:
        The clusters, sorted, each sorted. The result does not depend on the order of the input.
    """
    return _Clusters(start, score, apart).joined(threshold)


class _Clusters:
    def __init__(
        self, start: Iterable[Sequence[str]], score: Mapping[Pair, float], apart: frozenset[Pair]
    ) -> None:
        ordered = sorted(tuple(sorted(cluster)) for cluster in start)
        self._members = dict(enumerate(ordered))
        self._next = len(ordered)
        of = {member: number for number, cluster in self._members.items() for member in cluster}
        self._total: dict[int, dict[int, float]] = defaultdict(dict)
        self._apart: dict[int, set[int]] = defaultdict(set)
        for (a, b), value in sorted(score.items()):
            if of[a] != of[b]:
                for x, y in ((of[a], of[b]), (of[b], of[a])):
                    self._total[x][y] = self._total[x].get(y, 0.0) + value
        for a, b in apart:
            if a in of and b in of and of[a] != of[b]:
                self._apart[of[a]].add(of[b])
                self._apart[of[b]].add(of[a])

    def joined(self, threshold: float) -> list[tuple[str, ...]]:
        heap = [self._entry(a, b) for a in self._total for b in self._total[a] if a < b]
        heapq.heapify(heap)
        while heap:
            negative, _, a, b = heapq.heappop(heap)
            if -negative < threshold:
                break
            if a in self._members and b in self._members and b not in self._apart[a]:
                new = self._join(a, b)
                for other in self._total[new]:
                    heapq.heappush(heap, self._entry(*sorted((new, other))))
        return sorted(self._members.values())

    def _entry(self, a: int, b: int) -> tuple[float, tuple[str, str], int, int]:
        size = len(self._members[a]) * len(self._members[b])
        average = round(self._total[a][b] / size, 9)
        return -average, pair(self._members[a][0], self._members[b][0]), a, b

    def _join(self, a: int, b: int) -> int:
        new, self._next = self._next, self._next + 1
        self._members[new] = tuple(sorted(self._members.pop(a) + self._members.pop(b)))
        total: dict[int, float] = {}
        for old in (a, b):
            for other, value in self._total.pop(old).items():
                if other not in (a, b):
                    total[other] = total.get(other, 0.0) + value
        for other, value in total.items():
            self._total[other].pop(a, None)
            self._total[other].pop(b, None)
            self._total[other][new] = value
        self._total[new] = total
        self._apart[new] = (self._apart.pop(a, set()) | self._apart.pop(b, set())) - {a, b}
        for other in self._apart[new]:
            self._apart[other] = (self._apart[other] - {a, b}) | {new}
        return new
