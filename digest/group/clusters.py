"""Stories grown day by day: reports join stories that are open, and what is closed stays closed.

The days are gone through in order. What a day brings may join stories of the days just before, or join two of
them; no story is ever broken, and nothing that comes later changes what was found before. So an article that
is added today changes no story whose last report is out of the window.

Two groups are one if their reports are alike on average, as log-odds. Pairs that are out of each other's
window do not count, nor does the less alike half of many: average link as it stands holds for few reports,
but a big story has so many angles that a new report of it is unlike most of them. Never single link: it
chains unrelated events together as soon as a corpus grows.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

Pair = tuple[str, str]

THRESHOLD = 3.5
"""The least average log-odds that makes two groups one story: 30 to 1."""
FLOOR = -2.0
"""What a pair counts of which nothing is known."""
WINDOW_DAYS = 6
"""Days between two reports of one event at most: later ones are of what came of it."""
FEW = 12
"""So many pairs are all counted; of more, the more alike half."""


class Near(NamedTuple):
    """An earlier article that one is like."""

    other: int
    odds: float
    """Log-odds that both are of one event."""
    twin: bool = False
    """Whether both print one text."""


def pair(first: str, second: str) -> Pair:
    """Return the two in order."""
    return (first, second) if first < second else (second, first)


class Growing:
    """Stories while they grow.

    Args:
        days: Of each article, in the order in which they come; those without one last.
        together: Groups that are one story from the start.
        apart: Pairs that may never meet, by place.
    """

    def __init__(
        self,
        days: Sequence[int | None],
        together: Iterable[Sequence[int]] = (),
        apart: Iterable[tuple[int, int]] = (),
    ) -> None:
        self._day = days
        self._group = {member: group for group in together for member in group if len(group) > 1}
        self._apart_from: dict[int, list[int]] = defaultdict(list)
        for a, b in apart:
            self._apart_from[a].append(b)
            self._apart_from[b].append(a)
        self._of: dict[int, int] = {}
        """The story of each article, named by any number."""
        self._members: dict[int, list[int]] = {}
        self._days: dict[int, Counter[int | None]] = {}
        self._apart: dict[int, set[int]] = {}
        self._odds: dict[int, dict[int, list[float]]] = {}
        self._next = 0

    @property
    def stories(self) -> list[tuple[int, ...]]:
        """The stories, sorted, each sorted."""
        return sorted(tuple(sorted(members)) for members in self._members.values())

    def close(self, least: float) -> Iterator[tuple[int, int, float]]:
        """Yield stories that are two and alike by so much on average, each by its first article."""
        for a, others in self._odds.items():
            for b in others:
                if a < b and (alike := self._alike(a, b)) >= least:
                    yield self._members[a][0], self._members[b][0], alike

    def add(self, articles: Sequence[int], near: Mapping[int, Sequence[Near]]) -> None:
        """Add the articles of a day.

        Args:
            articles: In order.
            near: Of each, the earlier articles that it is like.
        """
        for article in articles:
            self._begin(article, near.get(article, ()))
        for article in articles:
            mates = [mate for mate in self._group.get(article, ()) if mate in self._of]
            copies = [other for other, _, twin in near.get(article, ()) if twin]
            for other in (*mates, *copies):
                a, b = self._of[article], self._of[other]
                if a != b and b not in self._apart[a]:
                    self._join(a, b)
        self._link({self._of[article] for article in articles})

    def _begin(self, article: int, near: Sequence[Near]) -> None:
        new, self._next = self._next, self._next + 1
        self._of[article] = new
        self._members[new] = [article]
        self._days[new] = Counter([self._day[article]])
        self._odds[new] = {}
        for other, odds, _ in near:
            place = self._of[other]
            for a, b in ((new, place), (place, new)):
                self._odds[a].setdefault(b, []).append(odds)
        self._apart[new] = {self._of[other] for other in self._apart_from[article] if other in self._of}
        for other in self._apart[new]:
            self._apart[other].add(new)

    def _link(self, changed: set[int]) -> None:
        heap = [self._entry(a, b) for a in changed for b in self._odds[a] if a < b or b not in changed]
        heapq.heapify(heap)
        while heap:
            negative, _, a, b = heapq.heappop(heap)
            if -negative < THRESHOLD:
                break
            if a in self._members and b in self._members and b not in self._apart[a]:
                new = self._join(a, b)
                for other in self._odds[new]:
                    heapq.heappush(heap, self._entry(new, other))

    def _entry(self, a: int, b: int) -> tuple[float, tuple[int, int], int, int]:
        first, second = sorted((self._members[a][0], self._members[b][0]))
        return -self._alike(a, b), (first, second), a, b

    def _alike(self, a: int, b: int) -> float:
        """Return how alike two groups are on average."""
        pairs = self._pairs(a, b)
        small, big = sorted((len(self._members[a]), len(self._members[b])))
        counted = max(min(pairs, FEW), math.ceil(pairs * (1 + small / big) / 2))
        best = heapq.nlargest(counted, self._odds[a][b])
        return round((math.fsum(best) + FLOOR * (counted - len(best))) / counted, 6)

    def _pairs(self, a: int, b: int) -> int:
        """Return how many pairs of two groups are near in time."""
        few, many = sorted((self._days[a], self._days[b]), key=len)
        return sum(
            n * (many.total() if day is None else sum(many[near] for near in _near(day)))
            for day, n in few.items()
        )

    def _join(self, a: int, b: int) -> int:
        """Make two groups one; the larger one takes the other in, under a new number."""
        if len(self._odds[a]) < len(self._odds[b]):
            a, b = b, a
        new, self._next = self._next, self._next + 1
        members = sorted(self._members.pop(a) + self._members.pop(b))
        self._members[new] = members
        self._of.update(dict.fromkeys(members, new))
        self._days[new] = self._days.pop(a) + self._days.pop(b)
        odds = self._odds.pop(a)
        for other, own in self._odds.pop(b).items():
            odds.setdefault(other, []).extend(own)
        odds.pop(a, None)
        odds.pop(b, None)
        self._odds[new] = odds
        for other in odds:
            theirs = self._odds[other]
            theirs.pop(a, None)
            theirs.pop(b, None)
            theirs[new] = odds[other]
        self._apart[new] = (self._apart.pop(a) | self._apart.pop(b)) - {a, b}
        for other in self._apart[new]:
            self._apart[other] = (self._apart[other] - {a, b}) | {new}
        return new


def _near(day: int) -> Iterable[int | None]:
    yield from range(day - WINDOW_DAYS, day + WINDOW_DAYS + 1)
    yield None
