"""The articles of a site, compared: what the rest of `group` asks."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from digest.group.evidence.compare import WINDOW_DAYS, Days, Meant, Near, Report
from digest.group.evidence.kept import Kept
from digest.group.evidence.mentioned import Mentioned
from digest.group.evidence.named import code
from digest.group.evidence.terms import SCALE, Column, Terms
from digest.group.evidence.translated import Translated
from digest.group.evidence.weights import DAYS
from digest.meaning import Vectors, one_thread
from digest.model import Article, ArticleId, Memory, Person, Quote

BEGINNING = 300
"""Characters of a text that the encoder reads beside the title: what happened stands there."""
_PERSON = 8.0
"""What a person of the registry tells: more than any name, since nobody else has it."""
_MOST_SHARED = 6
"""Words that are told as a reason: the rarest come first, and nobody reads more."""


class Tie(NamedTuple):
    """An article and an earlier one."""

    other: int
    odds: float
    with_memory: float
    twin: bool
    meaning: float


class Evidence:
    """Articles in the order of days, and what tells of each of them.

    Args:
        articles: In any order.
        quotes: Of all of them.
        people: Those whose names are looked for in the texts.
        quoted: The people an article quotes, by its id.
        memory: Of translations.
        vectors: What an encoder makes of texts; None: nobody is asked.
        folder: Where what is read of an article is kept; None: nowhere.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - these are all witnesses
        self,
        articles: Sequence[Article],
        quotes: Sequence[Quote],
        people: Sequence[Person],
        quoted: Mapping[ArticleId, Iterable[Person]],
        memory: Memory,
        vectors: Vectors | None,
        folder: Path | None,
    ) -> None:
        self.articles = sorted(articles, key=_order)
        self.days = [_day(article) for article in self.articles]
        # Who is but a name is told by the name.
        listed = set(people)
        known = {id_: own for id_, some in quoted.items() if (own := [one for one in some if one in listed])}
        self._known, self._people = known, tuple((person.id, person.names) for person in people)
        self._found = _Found(Kept(folder), Mentioned(people), known)
        self._translated = Translated(self.articles, quotes, memory)
        self._vectors = vectors
        self._days: dict[str, Days] = {}
        self._said: dict[ArticleId, list[int]] = defaultdict(list)
        for quote in quotes:
            if quote.said_at:
                self._said[quote.article.id].append(quote.said_at.day.toordinal())

    @property
    def general(self) -> tuple[object, ...]:
        """What any comparison depends on beside articles."""
        encoder = self._vectors.encoder.name if self._vectors else None
        return self._people, encoder, self._translated.several

    def told(self, place: int) -> tuple[object, ...]:
        """Return all that is known of an article and comparisons depend on."""
        article = self.articles[place]
        own = sorted(person.id for person in self._known.get(article.id, ()))
        return article, sorted(self._said.get(article.id, ())), own, self._translated.told(article)

    def first_counted(self, place: int) -> int:
        """Return the first article that ties of one and later ones depend on."""
        day = self.days[place]
        return place if day is None else self._from(day - DAYS - WINDOW_DAYS, place)

    def ties(self, places: range) -> list[tuple[int, Tie]]:
        """Compare the articles of some days with all that are near; the later of two is among them."""
        day = self.days[places.start]
        near = range(
            places.start if day is None else self._from(day - WINDOW_DAYS, places.start), places.stop
        )
        days = self._come_to(places.start, "alone" if day is None else "dated")
        known = places.start - near.start
        compared = days.compared(known, self._reports(near), self._terms(places), self.meant(near))
        with one_thread():
            return _listed(compared, near)

    def undated_ties(self, places: range, undated: range) -> list[tuple[int, Tie]]:
        """Compare the articles without a date with those of some days."""
        both = [*places, *undated]
        days = self._come_to(places.start, "undated")
        found = days.compared_undated(self._reports(both), self._terms(both), self.meant(both), len(undated))
        with one_thread():
            return _listed(found, both)

    def _come_to(self, place: int, name: str) -> Days:
        """Return the days up to an article, gone through from where they are or where that is enough."""
        first = self.first_counted(place)
        days = self._days.get(name)
        if days is None or not first <= days.next <= place:
            days = self._days[name] = Days(first)
        if passed := range(days.next, place):
            days.count(self._reports(passed), self._terms(passed))
        return days

    def meant(self, places: Sequence[int]) -> Meant:
        """Return what the encoder makes of articles."""
        size, articles = len(places), [self.articles[at] for at in places]
        if self._vectors is None:
            nothing = np.zeros((size, 1), dtype=np.int16)
            return Meant(nothing, nothing, np.zeros(size, dtype=bool))
        texts = self._vectors.table((f"{a.title}\n{a.text[:BEGINNING]}", a.language) for a in articles)
        titles = self._vectors.table((a.title, a.language) for a in articles)
        spoken = np.array([self._vectors.encoder.speaks(a.language) for a in articles], dtype=bool)
        return Meant(texts, titles, spoken)

    def shared(self, first: int, second: int) -> tuple[str, ...]:
        """Return the people, names and numbers that two articles hold, the most telling first."""
        return self._found.shared(self.articles[first], self.articles[second])

    def read_ahead(self, executor: Executor | None) -> None:
        """Work out in other processes what is told by single articles."""
        self._found.read_ahead(self.articles, executor)

    def keep(self) -> None:
        """Write what was worked out of single articles."""
        self._found.keep()

    def _from(self, day: int, last: int) -> int:
        """Return the first article of a day or later, up to one that has a date."""
        return bisect_left(self.days, day, 0, last, key=lambda own: own or 0)

    def _reports(self, places: Sequence[int]) -> list[Report]:
        articles = [self.articles[at] for at in places]
        said = (tuple(sorted({*self._said.get(article.id, ())})) for article in articles)
        return [
            Report(article.language, self.days[at], days)
            for at, article, days in zip(places, articles, said, strict=True)
        ]

    def _terms(self, places: Sequence[int]) -> Iterator[Terms]:
        articles = (self.articles[at] for at in places)
        return (replace(self._found.of(one), translated=self._translated.of(one)) for one in articles)


def _order(article: Article) -> tuple[bool, int, str]:
    day = _day(article)
    return day is None, day or 0, article.id


def _day(article: Article) -> int | None:
    return article.moment.day.toordinal() if article.moment else None


def _listed(blocks: Iterator[Near], places: Sequence[int]) -> list[tuple[int, Tie]]:
    """Return ties by place; what was compared stands beside its first as if nothing were between."""
    first = places[0]
    return [
        (places[later - first], Tie(places[earlier - first], *told))
        for block in blocks
        for later, earlier, *told in zip(*(column.tolist() for column in block), strict=True)
    ]


class _Found:
    """The terms of articles, with the people of the registry among their names."""

    def __init__(
        self, kept: Kept, mentioned: Mentioned, quoted: Mapping[ArticleId, Iterable[Person]]
    ) -> None:
        self._kept, self._mentioned, self._quoted = kept, mentioned, quoted

    def of(self, article: Article) -> Terms:
        """Return the terms of an article."""
        terms = self._kept.of(article)
        people = self._people(article)
        if not people:
            return terms
        keys = {code("person", person.id) for person in people}
        return replace(terms, names=_with(terms.names, keys), called=_with(terms.called, keys))

    def read_ahead(self, articles: Sequence[Article], executor: Executor | None) -> None:
        """Work out in other processes what articles say."""
        self._kept.read_ahead(articles, executor)

    def keep(self) -> None:
        """Write what was worked out."""
        self._kept.keep()

    def shared(self, first: Article, second: Article) -> tuple[str, ...]:
        """Return the people, names and numbers that both hold."""
        people = sorted({*self._people(first)} & {*self._people(second)}, key=lambda person: person.name)
        a, b = self._kept.of(first), self._kept.of(second)
        shown, other = a.shown(), b.shown()
        weight = {
            key: value
            for column in (a.names, a.places, a.numbers)
            for key, value in zip(column.codes.tolist(), column.weights.tolist(), strict=True)
        }
        both = sorted(shown.keys() & other.keys() & weight.keys(), key=lambda key: (-weight[key], key))
        held = (min(shown[key], other[key], key=lambda name: (not name.isascii(), name)) for key in both)
        words = [name for name in held if not any(name in person.names for person in people)]
        names = [person.name for person in people]
        return tuple(dict.fromkeys([*names, *words]))[:_MOST_SHARED]

    def _people(self, article: Article) -> set[Person]:
        held = self._mentioned.in_text(f"{article.title}\n{article.text}")
        return {*held, *self._quoted.get(article.id, ())}


def _with(names: Column, people: set[int]) -> Column:
    own = sorted(
        [*zip(names.codes.tolist(), names.weights.tolist(), strict=True)]
        + [(key, round(SCALE * _PERSON)) for key in people - set(names.codes.tolist())]
    )
    return Column(
        np.array([key for key, _ in own], dtype=np.uint32),
        np.array([weight for _, weight in own], dtype=np.uint16),
    )
