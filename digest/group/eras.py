"""Stories era by era, each kept: what did not change, nor anything it depends on, is not done again.

An era is a week, or some days of a busy one. What it makes of its articles depends on the stories that are
open when it begins, on its articles and those of the weeks before, and on what was decided of all these. So
an article of today costs the era of today, and one of an old year those of its weeks, until the stories that
are open are those that were open before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from digest.cache import Cache, Codec, DamagedError
from digest.group.clusters import Close, Growing, Near, Open, Rules
from digest.group.decisions import Decisions
from digest.group.evidence import Evidence, Tie, Tied, packed, unpacked
from digest.group.told import Told, tell
from digest.model import ArticleId

_DAYS = 7
"""Of an era: longer ones are done again for longer, of shorter ones there are many to look up."""
_ARTICLES = 256
"""A busy week is parted, at the end of a day, when it has so many."""
_AT_HAND = 16
"""Eras whose ties are kept in memory: most stories are closed within a few weeks."""
RELATED = 0.0
"""The average log-odds from which on two stories are close: either is as likely."""

_Ids = tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True)
class _Left:
    """Stories that are open at the end of an era; see `clusters.Open`."""

    groups: tuple[_Ids, ...] = ()
    odds: tuple[tuple[int, int, tuple[float, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class _Era:
    """What became of an era."""

    closed: tuple[Told, ...]
    close: tuple[tuple[ArticleId, ArticleId, float], ...]
    """First articles of closed stories and of those that were close to them, with log-odds."""
    by_text: _Left
    by_memory: _Left | None
    """The same with the memory heard; None: it changes nothing of what is open."""


_KEPT: Codec[_Era] = Codec(_Era)


class Eras:
    """The stories of a site.

    What the texts say is settled day by day, and beside it what translations of the memory say as well: these
    may join such stories and never part them, so that a site without its memory has the same joins or fewer.

    Args:
        evidence: Of its articles.
        settled: What was decided of them.
        cache: Keeps what became of eras.
        likely: Whether to ask what stories are about.
    """

    def __init__(self, evidence: Evidence, settled: Decisions, cache: Cache, *, likely: bool) -> None:
        self.close: list[tuple[ArticleId, ArticleId, float]] = []
        """First articles of two stories that are close and not one, with log-odds."""
        self._evidence, self._settled, self._cache, self._likely = evidence, settled, cache, likely
        self._place = {article.id: at for at, article in enumerate(evidence.articles)}
        self._rules = self._by_place(settled)
        dated = sum(day is not None for day in evidence.days)
        self._undated = range(dated, len(evidence.days))
        self._eras = [*eras_of(evidence.days[:dated])]
        self._starts = [era.start for era in self._eras]
        self._own = [self._own_key(era) for era in self._eras]
        self._own_of_undated = self._own_key(self._undated)
        self._keys = [self._key(at) for at in range(len(self._eras))]
        self._at_hand: dict[int, dict[int, list[Tie]]] = {}
        self._of_undated: dict[int, list[Tie]] = {}

    def stories(self) -> list[Told]:
        """Return the stories, and note what is close."""
        told: list[Told] = []
        by_text, by_memory = _Left(), None
        for at in range(len(self._eras) + 1):
            era = self._era(at, by_text, by_memory)
            by_text, by_memory = era.by_text, era.by_memory
            told += era.closed
            self.close += era.close
        return self._with_undated(told) if self._undated else told

    def _era(self, at: int, by_text: _Left, by_memory: _Left | None) -> _Era:
        """Return what became of an era; after the last one, of all that is open."""
        if not self._cache.keeps:
            return self._made(at, by_text, by_memory)
        left = [id_ for one in (by_text, by_memory) if one for group in one.groups for id_ in group]
        own = (article.id for article in self._evidence.articles[slice(*self._span(at))])
        decided = [
            (id_, *told, self._days_of(id_)) for id_ in (*left, *own) if (told := self._settled.of(id_))
        ]
        reached = sorted({self._era_of(self._place[id_]) for id_ in left} | {at} & {*range(len(self._eras))})
        keys = [self._keys[number] for number in reached]
        key = self._cache.key("era", keys, by_text, by_memory, decided, self._likely)
        data = self._cache.get("era", key)
        if data is not None:
            try:
                return _KEPT.load(data)
            except DamagedError:
                pass
        made = self._made(at, by_text, by_memory)
        self._keep("era", key, _KEPT.dump(made), reached)
        return made

    def _made(self, at: int, by_text: _Left, by_memory: _Left | None) -> _Era:
        places = range(*self._span(at))
        ties = self._ties(at) if places else {}
        told = by_memory is not None or any(
            tie.with_memory > tie.odds for own in ties.values() for tie in own
        )
        text = self._growing(by_text)
        memory = self._growing(by_memory or by_text) if told else None
        near, with_memory = _near(ties, lambda tie: tie.odds), _near(ties, lambda tie: tie.with_memory)
        for _, day in groupby(places, key=self._evidence.days.__getitem__):
            today = list(day)
            text.add(today, near)
            if memory:
                memory.add(today, with_memory, text.story)
        best = memory or text
        if not places:
            best.end()
        left = None if places else _Left()
        return _Era(
            closed=tuple(self._told(members) for members in sorted(best.closed)),
            close=tuple(self._named(best.close)),
            by_text=left or self._left(text.open),
            by_memory=self._left(memory.open) if memory and not left and memory.open != text.open else None,
        )

    def _with_undated(self, told: Sequence[Told]) -> list[Told]:
        """Add the articles without a date to the stories that they are of."""
        of_eras = (self._ties_of_undated(at) for at in range(len(self._eras)))
        among = self._evidence.ties(self._undated)
        self._of_undated = _by_article([tie for ties in (*of_eras, among) for tie in ties])
        groups = [tuple(sorted(self._place[id_] for id_ in story.members)) for story in told]
        known = dict(zip(groups, told, strict=True))
        before = Growing(self._evidence.days, self._rules, RELATED, Open(sorted(groups)))
        text, memory = before.opened(), before.opened()
        text.add(self._undated, _near(self._of_undated, lambda tie: tie.odds))
        memory.add(self._undated, _near(self._of_undated, lambda tie: tie.with_memory), text.story)
        memory.end()
        self.close += self._named(memory.close)
        return [known.get(members) or self._told(members) for members in memory.stories]

    def _told(self, members: Sequence[int]) -> Told:
        return tell(members, self._evidence, self._settled, self._near_of, likely=self._likely)

    def _named(self, close: Sequence[Close]) -> Iterator[tuple[ArticleId, ArticleId, float]]:
        articles = self._evidence.articles
        return ((articles[one.first].id, articles[one.second].id, one.odds) for one in close)

    def _growing(self, left: _Left) -> Growing:
        groups = [tuple(sorted(self._place[id_] for id_ in group)) for group in left.groups]
        return Growing(self._evidence.days, self._rules, RELATED, Open(groups, left.odds))

    def _left(self, left: Open) -> _Left:
        articles = self._evidence.articles
        groups = (tuple(articles[at].id for at in group) for group in left.groups)
        return _Left(tuple(groups), tuple(left.odds))

    def _by_place(self, settled: Decisions) -> Rules:
        groups = {group: self._places(group) for group in set(settled.together.values())}
        return Rules(
            together={self._place[ArticleId(id_)]: groups[group] for id_, group in settled.together.items()},
            apart={self._place[ArticleId(id_)]: {*self._places(a)} for id_, a in settled.apart.items()},
            label={self._place[ArticleId(id_)]: name for id_, name in settled.label.items()},
        )

    def _places(self, ids: Iterable[str]) -> list[int]:
        return [self._place[ArticleId(id_)] for id_ in ids]

    def _span(self, at: int) -> tuple[int, int]:
        return (self._eras[at].start, self._eras[at].stop) if at < len(self._eras) else (0, 0)

    def _era_of(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1

    def _days_of(self, id_: str) -> list[int | None]:
        return [self._evidence.days[at] for at in self._places(self._settled.together.get(id_, ()))]

    def _own_key(self, places: range) -> bytes:
        told = [self._evidence.told(at) for at in places] if self._cache.keeps else []
        return self._cache.key("told", told)

    def _key(self, at: int) -> bytes:
        first = self._era_of(self._evidence.first_counted(self._eras[at].start))
        return self._cache.key("ties", self._evidence.general, self._own[first : at + 1])

    def _keep(self, kind: str, key: bytes, data: bytes, eras: Sequence[int]) -> None:
        # Somebody may have translated meanwhile, and what was read is no more what the key tells.
        if all(self._own_key(self._eras[at]) == self._own[at] for at in eras):
            self._cache.put(kind, key, data)

    def _near_of(self, place: int) -> Sequence[Tie]:
        if place in self._undated:
            return self._of_undated.get(place, ())
        return self._ties(self._era_of(place)).get(place, ())

    def _ties(self, at: int) -> dict[int, list[Tie]]:
        if at not in self._at_hand:
            if len(self._at_hand) >= _AT_HAND:
                del self._at_hand[min(self._at_hand)]
            places = self._eras[at]
            tied = self._tied("ties", self._keys[at], at, lambda: self._evidence.ties(places))
            self._at_hand[at] = _by_article(tied)
        return self._at_hand[at]

    def _ties_of_undated(self, at: int) -> Tied:
        """Return those of the articles without a date with those of an era."""
        key = self._cache.key("undated", self._keys[at], self._own_of_undated)
        era, undated = self._eras[at], self._undated
        after = undated.start - era.stop
        tied = self._tied(
            "undated",
            key,
            at,
            lambda: [(later - after, tie) for later, tie in self._evidence.undated_ties(era, undated)],
        )
        return [(later + after, tie) for later, tie in tied]

    def _tied(self, kind: str, key: bytes, at: int, make: Callable[[], Tied]) -> Tied:
        first = self._eras[at].start
        if (data := self._cache.get(kind, key)) is not None:
            try:
                return unpacked(data, first)
            except ValueError:
                pass
        made = make()
        if self._cache.keeps:
            self._keep(kind, key, packed(made, first), [at])
        return made


def eras_of(days: Sequence[int | None]) -> Iterator[range]:
    """Yield the places of the articles of each era, all of which have a day."""
    start = 0
    for end in range(1, len(days) + 1):
        if end == len(days) or _begins(days[end - 1], days[end], end - start):
            yield range(start, end)
            start = end


def _begins(before: int | None, day: int | None, articles: int) -> bool:
    week, other = (before or 0) // _DAYS, (day or 0) // _DAYS
    return week != other or (before != day and articles >= _ARTICLES)


def _by_article(ties: Tied) -> dict[int, list[Tie]]:
    found: dict[int, list[Tie]] = defaultdict(list)
    for later, tie in ties:
        found[later].append(tie)
    return dict(found)


def _near(ties: Mapping[int, Sequence[Tie]], odds: Callable[[Tie], float]) -> dict[int, list[Near]]:
    return {later: [Near(tie.other, odds(tie), tie.twin) for tie in own] for later, own in ties.items()}
