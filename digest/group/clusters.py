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
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
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


class Close(NamedTuple):
    """Two stories that are close and not one, each known by its first article."""

    first: int
    second: int
    odds: float


class Rules(NamedTuple):
    """What holds whatever the evidence, by place of articles."""

    together: Mapping[int, Sequence[int]] = {}
    """Of an article, all of its story that somebody put there."""
    apart: Mapping[int, Collection[int]] = {}
    """Of an article, those it may never meet."""
    label: Mapping[int, str] = {}
    """Two articles of different labels never meet."""


class Open(NamedTuple):
    """Stories that are open, and what the next days need to know of them."""

    groups: Sequence[tuple[int, ...]] = ()
    """Sorted, each sorted."""
    odds: Sequence[tuple[int, int, tuple[float, ...]]] = ()
    """Of two groups, by place in `groups`, what is known of pairs of their articles; sorted."""


_NO_RULES, _NOTHING = Rules(), Open()


def pair(first: str, second: str) -> Pair:
    """Return the two in order."""
    return (first, second) if first < second else (second, first)


class Growing:
    """Stories while they grow.

    Args:
        days: Of each article, in the order in which they come; those without one last.
        rules: What editors decided and what was published together.
        least: The least average log-odds of stories that are close.
        before: Stories that are open when the first article comes.
    """

    def __init__(
        self,
        days: Sequence[int | None],
        rules: Rules = _NO_RULES,
        least: float = 0.0,
        before: Open = _NOTHING,
    ) -> None:
        self.closed: list[tuple[int, ...]] = []
        """Stories that nothing joins any more."""
        self.close: list[Close] = []
        """Closed stories and those that were close to them then."""
        self._day, self._rules, self._least = days, rules, least
        self._all_open = False
        self._of: dict[int, int] = {}
        """The open story of each article, named by any number."""
        self._members: dict[int, list[int]] = {}
        self._days: dict[int, Counter[int | None]] = {}
        self._label: dict[int, str | None] = {}
        self._apart: dict[int, set[int]] = {}
        self._odds: dict[int, dict[int, list[float]]] = {}
        self._next = 0
        for members in before.groups:
            self._begin(members)
        for a, b, odds in before.odds:
            self._odds[a][b] = self._odds[b][a] = list(odds)

    @property
    def stories(self) -> list[tuple[int, ...]]:
        """All stories, sorted, each sorted."""
        return sorted([*self.closed, *self.open.groups])

    @property
    def open(self) -> Open:
        """What is not closed."""
        order = sorted(self._members, key=lambda group: self._members[group])
        place = {group: at for at, group in enumerate(order)}
        odds = (
            (place[a], place[b], tuple(sorted(found)))
            for a, others in self._odds.items()
            for b, found in others.items()
            if place[a] < place[b]
        )
        return Open([tuple(self._members[group]) for group in order], sorted(odds))

    def story(self, article: int) -> Sequence[int]:
        """Return the open story of an article."""
        return self._members[self._of[article]]

    def end(self) -> None:
        """Close all that is open."""
        self._close([*self._members])

    def opened(self) -> Growing:
        """Return what articles without a date are added to: all stories, of which none joins another."""
        again = Growing(self._day, self._rules, self._least, Open(self.stories))
        again._all_open = True
        return again

    def add(
        self,
        articles: Sequence[int],
        near: Mapping[int, Sequence[Near]],
        mates: Callable[[int], Iterable[int]] = lambda _: (),
    ) -> None:
        """Add the articles of a day.

        Args:
            articles: In order.
            near: Of each, the earlier articles that it is like.
            mates: Returns those of its story as far as something else knows it.
        """
        day = self._day[articles[0]]
        if day is not None:
            over = [group for group in self._members if self._last(group) < day - WINDOW_DAYS]
            self._rest(over)
            self._close([group for group in over if not self._waits(group, day)])
        for article in articles:
            self._begin((article,))
            self._tell(article, near.get(article, ()))
        for article in articles:
            for other in (*self._rules.together.get(article, ()), *mates(article)):
                self._meet(article, other, lambda a, b: not self._parted(a, b))
            for other in (other for other, _, twin in near.get(article, ()) if twin):
                self._meet(article, other, self._may_meet)
        self._link({self._of[article] for article in articles})

    def _last(self, group: int) -> int:
        return max(day for day in self._days[group] if day is not None)

    def _waits(self, group: int, day: int) -> bool:
        """Tell whether somebody put a report into a story that is still to come."""
        mates = {mate for own in self._members[group] for mate in self._rules.together.get(own, ())}
        return any((self._day[mate] or 0) >= day for mate in mates)

    def _rest(self, groups: Sequence[int]) -> None:
        """Note what stories are close to, and let that go: no report is near them any more."""
        for group in sorted(groups, key=self._members.__getitem__):
            for other in sorted(self._odds[group], key=self._members.__getitem__):
                if (alike := self._alike(group, other)) >= self._least:
                    first, second = sorted((self._members[group][0], self._members[other][0]))
                    self.close.append(Close(first, second, alike))
                del self._odds[other][group]
            self._odds[group] = {}

    def _close(self, groups: Sequence[int]) -> None:
        self._rest(groups)
        for group in groups:
            for other in self._apart[group]:
                self._apart[other].discard(group)
            for own in (self._odds, self._apart, self._days, self._label):
                del own[group]
            members = self._members.pop(group)
            for member in members:
                del self._of[member]
            self.closed.append(tuple(members))

    def _begin(self, members: Sequence[int]) -> None:
        new, self._next = self._next, self._next + 1
        self._of.update(dict.fromkeys(members, new))
        self._members[new] = list(members)
        self._days[new] = Counter(self._day[member] for member in members)
        self._label[new] = next(filter(None, map(self._rules.label.get, members)), None)
        self._odds[new] = {}
        parted = (other for member in members for other in self._rules.apart.get(member, ()))
        self._apart[new] = {self._of[other] for other in parted if other in self._of}
        for other in self._apart[new]:
            self._apart[other].add(new)

    def _tell(self, article: int, near: Sequence[Near]) -> None:
        new = self._of[article]
        for other, odds, _ in near:
            place = self._of[other]
            for a, b in ((new, place), (place, new)):
                self._odds[a].setdefault(b, []).append(odds)

    def _meet(self, article: int, other: int, may: Callable[[int, int], bool]) -> None:
        """Make the stories of two articles one, where both are open and may be one."""
        if other in self._of and (a := self._of[article]) != (b := self._of[other]) and may(a, b):
            self._join(a, b)

    def _parted(self, a: int, b: int) -> bool:
        return b in self._apart[a] or len({self._label[a], self._label[b]} - {None}) > 1

    def _may_meet(self, a: int, b: int) -> bool:
        # What has no date is near every day: through it two events of different years would be one.
        dated = (any(day is not None for day in self._days[group]) for group in (a, b))
        return not self._parted(a, b) and not (self._all_open and all(dated))

    def _link(self, changed: set[int]) -> None:
        heap = [self._entry(a, b) for a in changed for b in self._odds[a] if a < b or b not in changed]
        heapq.heapify(heap)
        while heap:
            negative, _, a, b = heapq.heappop(heap)
            if -negative < THRESHOLD:
                break
            if a in self._members and b in self._members and self._may_meet(a, b):
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
        label, other_label = self._label.pop(a), self._label.pop(b)
        self._label[new] = label or other_label
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
