"""The articles of a site, compared: what the rest of `group` asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from digest.group.evidence.compare import Meant, Near, Report, compared
from digest.group.evidence.kept import Kept
from digest.group.evidence.mentioned import Mentioned
from digest.group.evidence.terms import SCALE, Column, Terms, code
from digest.group.evidence.translated import Translated
from digest.meaning import Vectors
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


@dataclass(frozen=True, slots=True)
class Pairs:
    """Articles in the order of days, and those that are near each other."""

    articles: Sequence[Article]
    days: Sequence[int | None]
    near: Mapping[int, Sequence[Tie]]
    """Of each article, the earlier ones with which it has something in common."""
    terms: _Found
    meant: Meant
    """What an encoder makes of each article."""

    def shared(self, first: int, second: int) -> tuple[str, ...]:
        """Return the people, names and numbers that two articles hold, the most telling first."""
        return self.terms.shared(self.articles[first], self.articles[second])


def pairs_of(  # noqa: PLR0913, PLR0917 - these are all witnesses
    articles: Sequence[Article],
    quotes: Sequence[Quote],
    people: Sequence[Person],
    quoted: Mapping[ArticleId, Iterable[Person]],
    memory: Memory,
    vectors: Vectors | None,
    cache: Path | None,
) -> Pairs:
    """Compare all articles that are near in time.

    Args:
        articles: In any order.
        quotes: Of all of them.
        people: Those whose names are looked for in the texts.
        quoted: The people an article quotes, by its id.
        memory: Of translations.
        vectors: What an encoder makes of texts; None: nobody is asked.
        cache: Where what is read of an article is kept; None: nowhere.
    """
    ordered = sorted(articles, key=_order)
    # Who is but a name is told by the name.
    listed = set(people)
    known = {id_: [person for person in own if person in listed] for id_, own in quoted.items()}
    found = _Found(Kept(cache), Mentioned(people), known)
    translated = Translated(ordered, quotes, memory)
    said = defaultdict(set)
    for quote in quotes:
        if quote.said_at:
            said[quote.article.id].add(quote.said_at.day.toordinal())
    reports = [
        Report(article.language, _day(article), tuple(sorted(said[article.id]))) for article in ordered
    ]
    terms = (replace(found.of(article), translated=translated.of(article)) for article in ordered)
    near: dict[int, list[Tie]] = defaultdict(list)
    meant = _meant(ordered, vectors)
    for block in compared(reports, terms, meant) if ordered else ():
        _note(block, near)
    found.keep()
    return Pairs(ordered, [report.day for report in reports], near, found, meant)


def _order(article: Article) -> tuple[bool, int, str]:
    day = _day(article)
    return day is None, day or 0, article.id


def _day(article: Article) -> int | None:
    return article.moment.day.toordinal() if article.moment else None


def _note(block: Near, near: dict[int, list[Tie]]) -> None:
    for later, *told in zip(*(column.tolist() for column in block), strict=True):
        near[later].append(Tie(*told))


def _meant(articles: Sequence[Article], vectors: Vectors | None) -> Meant:
    size = len(articles)
    if vectors is None:
        nothing = np.zeros((size, 1), dtype=np.int16)
        return Meant(nothing, nothing, np.zeros(size, dtype=bool))
    texts = vectors.table((f"{a.title}\n{a.text[:BEGINNING]}", a.language) for a in articles)
    titles = vectors.table((a.title, a.language) for a in articles)
    spoken = np.array([vectors.encoder.speaks(a.language) for a in articles], dtype=bool)
    return Meant(texts, titles, spoken)


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
        codes = {code("person", person.id) for person in people} - set(terms.names.codes.tolist())
        names = sorted(
            [*zip(terms.names.codes.tolist(), terms.names.weights.tolist(), strict=True)]
            + [(key, round(SCALE * _PERSON)) for key in codes]
        )
        column = Column(
            np.array([key for key, _ in names], dtype=np.uint32),
            np.array([weight for _, weight in names], dtype=np.uint16),
        )
        return replace(terms, names=column)

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
            for column in (a.names, a.numbers)
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
