"""Stories, and who is who in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import groupby

from digest.model.content import Article
from digest.model.ids import ArticleId, TopicId
from digest.model.registry import Person, Topic
from digest.model.text import Moment


class TopicsBy(StrEnum):
    """Who says what a story is about."""

    EDITORS = "editors"
    """In the articles' own files."""
    RULES = "rules"
    """The site's, in `topics.yml`."""
    LIKENESS = "likeness"
    """A machine's guess."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why two articles are in one story."""

    first: ArticleId
    second: ArticleId
    score: float
    """How likely both are of one event, 0 to 1."""
    shared: tuple[str, ...] = ()
    """People, names and numbers both hold."""
    alike: float = 0.0
    """How alike the encoder finds what they say, 0 to 1; 0 where it does not know both languages."""
    by_editor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another story that is close to one, and not the same event as far as the evidence goes."""

    article: ArticleId
    """Its earliest report: stories' own names may be older."""
    score: float
    """How likely both are of one event, 0 to 1; stories are one from about 0.97 on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """Some days of a story: one, or those from where an editor lets a chapter begin."""

    day: date | None
    """The first; None: reports without a date."""
    articles: tuple[Article, ...]
    title_by_language: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The articles about one event, in any language, earliest first."""

    articles: tuple[Article, ...]
    topics: tuple[TopicId, ...] = ()
    topics_by: TopicsBy = TopicsBy.EDITORS
    """Who says so."""
    links: tuple[Link, ...] = ()
    title_by_language: Mapping[str, str] = field(default_factory=dict)
    """Headlines that an editor set."""
    pinned: int | None = None
    """Place on the front page that an editor gave it."""
    hidden: bool = False
    """Whether an editor keeps it off the front page; it is found everywhere else."""
    titled_chapters: Mapping[ArticleId, Mapping[str, str]] = field(default_factory=dict)
    """Headlines, by language, of chapters that editors let begin with an article."""
    reprints: Mapping[ArticleId, ArticleId] = field(default_factory=dict)
    """Articles that print another's text under another outlet's name, each with the one there before it."""
    related: tuple[Related, ...] = ()
    """Stories close to it, the closest first."""
    named: ArticleId | None = None
    """The id that it was published with, where that is not the earliest member's."""

    @property
    def id(self) -> ArticleId:
        """The id it was first published with, else its earliest member's: the canonical address.

        The other members' addresses lead to it.
        """
        return self.named or self.articles[0].id

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """The reports by the chapters of editors, else day by day; earliest first, without a date last."""
        begun = self._begun()
        begins: int | None = None
        keys: list[int | date | None] = []
        for at, article in enumerate(self.articles):
            begins = at if at in begun else begins
            keys.append(begins if begins is not None else article.moment.day if article.moment else None)
        found = []
        for _, part in groupby(enumerate(self.articles), key=lambda part: keys[part[0]]):
            places, articles = zip(*part, strict=True)
            day = articles[0].moment.day if articles[0].moment else None
            found.append(Chapter(day=day, articles=articles, title_by_language=begun.get(places[0], {})))
        return tuple(found)

    def _begun(self) -> dict[int, Mapping[str, str]]:
        """Return the titles of editors' chapters by the place of the first report.

        Which report of a day was first nobody knows where none has a time: all are in the chapter that
        begins with one.
        """
        begun: dict[int, Mapping[str, str]] = {}
        for at, article in enumerate(self.articles):
            if article.id in self.titled_chapters:
                first, moment = at, article.moment
                if moment and not moment.instant:
                    while first and first - 1 not in begun and self.articles[first - 1].moment == moment:
                        first -= 1
                begun[first] = self.titled_chapters[article.id]
        return begun

    @property
    def latest(self) -> Moment | None:
        """The newest dated member's moment."""
        moments = [article.moment for article in self.articles if article.moment]
        return max(moments, key=lambda moment: moment.sort_key, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """What `group` found: stories newest first, and who is who."""

    stories: tuple[Story, ...]
    topics: tuple[Topic, ...]
    people: tuple[Person, ...]
    person_by_speaker: Mapping[tuple[ArticleId, str], Person]
    """By article and speaker name as the quotes of that article give it."""
