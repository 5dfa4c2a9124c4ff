"""What pages show of reports, stories, outlets and a front page: records, gathered by `Edition`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from digest.model import Article, BlockKind, Moment, Outlet, OutletId, Person, Story, Topic
from digest.publish.cards import Card
from digest.publish.texts import Paragraph, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An article or summary, as its story's page and its own page show it."""

    article: Article
    headline: Text
    paragraphs: tuple[Paragraph, ...]
    cards: tuple[Card, ...] = ()
    story: Story
    also: tuple[Article, ...] = ()
    """Its reprints under other outlets' names."""

    @property
    def first(self) -> Paragraph | None:
        """Return what its text begins with, headings aside."""
        prose = (one for one in self.paragraphs if one.kind is not BlockKind.HEADING)
        return next(prose, next(iter(self.paragraphs), None))


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """A story, as a teaser or a page of its own shows it."""

    story: Story
    headline: Text
    lede: Report | None
    """The report whose first paragraph stands under the headline."""
    topics: tuple[Topic, ...]
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    cards: tuple[Card, ...]
    best: Card | None
    pictured: tuple[Report, ...] = ()
    """The newest report that has a picture, or none."""

    @property
    def day(self) -> date | None:
        """Return the day of the newest report."""
        return self.story.latest.day if self.story.latest else None

    @property
    def first(self) -> Moment | None:
        """Return the moment of the earliest dated report."""
        moments = [article.moment for article in self.story.articles if article.moment]
        return min(moments, key=lambda moment: moment.sort_key, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A topic with its newest stories."""

    topic: Topic
    parts: tuple[Topic, ...]
    """Narrower topics that have stories, each with a page of its own."""
    stories: tuple[StoryView, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Stories whose newest report is of one day; None: of which no report has a date."""

    day: date | None
    stories: tuple[StoryView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The front page."""

    lead: StoryView | None
    pinned: tuple[StoryView, ...]
    """Other stories that editors pinned."""
    days: tuple[Day, ...]
    """The newest first."""
    more: tuple[StoryView, ...]
    """Older ones, for which there is a line each."""
    people: tuple[tuple[Person, int], ...]
    """Who is quoted most in these stories, with the number of all that they said."""
    newest: Moment | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletView:
    """An outlet and everything the site has by it, the newest first."""

    outlet: Outlet
    articles: tuple[Article, ...]

    @property
    def first(self) -> Moment | None:
        """Return the moment of its earliest dated report."""
        return min(self._moments, key=lambda moment: moment.sort_key, default=None)

    @property
    def last(self) -> Moment | None:
        """Return the moment of its newest dated report."""
        return max(self._moments, key=lambda moment: moment.sort_key, default=None)

    @property
    def _moments(self) -> list[Moment]:
        return [article.moment for article in self.articles if article.moment]


def led(shown: Sequence[StoryView]) -> tuple[StoryView, ...]:
    """Return stories, the newest first, with what leads a front page before them.

    Of the newest day it is what readers can read, and of that what most outlets reported.
    """
    newest = [view for view in shown if view.day == shown[0].day]
    lead = max(newest, key=lambda view: (not view.headline.missing, len(view.outlets)), default=None)
    return (lead, *(view for view in shown if view is not lead)) if lead else ()


def outlet_views(articles: Iterable[Article]) -> tuple[OutletView, ...]:
    """Return the outlets that have some of these articles, by name."""
    found: dict[OutletId, list[Article]] = defaultdict(list)
    articles = tuple(articles)
    dated = [article for article in articles if article.moment]
    dated.sort(key=lambda article: article.id)
    dated.sort(key=lambda article: article.moment.sort_key if article.moment else (), reverse=True)
    for article in (*dated, *(article for article in articles if not article.moment)):
        found[article.outlet.id].append(article)
    views = (OutletView(outlet=own[0].outlet, articles=tuple(own)) for own in found.values())
    return tuple(sorted(views, key=lambda view: (view.outlet.name.casefold(), view.outlet.id)))
