"""The site and its finished pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from digest.model.content import Article
from digest.model.ids import ArticleId, OutletId, PersonId, QuoteId, TopicId, UtteranceId
from digest.model.problem import Problem, Trimmed
from digest.model.published import History
from digest.model.registry import Person, Topic
from digest.model.settings import Settings
from digest.model.speech import Utterance
from digest.model.story import Story
from digest.model.text import Moment
from digest.model.translation import Segment, Translation


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A site of closed years, and of whom and what it has pages."""

    until: Moment
    """The last day that it may tell of."""
    url: str
    """Absolute, with a final slash."""
    people: frozenset[PersonId] = frozenset()
    topics: frozenset[TopicId] = frozenset()
    outlets: frozenset[OutletId] = frozenset()
    stories: Mapping[ArticleId, ArticleId] = field(default_factory=dict)
    """The story of each article that was corrected."""
    statements: Mapping[QuoteId, tuple[ArticleId, UtteranceId]] = field(default_factory=dict)
    """The story and the statement that hold words as they stand since a correction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything the pages show."""

    settings: Settings
    stories: tuple[Story, ...]
    topics: tuple[Topic, ...]
    people: tuple[Person, ...]
    utterances: tuple[Utterance, ...]
    translations: Mapping[tuple[Segment, str], Translation]
    """By segment and target language; what is missing has no entry."""
    refused: Collection[tuple[Segment, str]] = ()
    """What is missing because a machine's translation was not good enough to be shown."""
    problems: tuple[Problem, ...] = ()
    trimmed: tuple[Trimmed, ...] = ()
    history: History = field(default_factory=History)
    """What became of everything published."""
    earlier: tuple[Earlier, ...] = ()
    """The sites of older years, the newest first."""
    is_complete: bool = False
    """Whether no engine has anything to add, whichever are installed."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """Every article, in the order of the stories."""
        return tuple(article for story in self.stories for article in story.articles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A finished page: its body is HTML that no template engine may read again."""

    path: str
    """Address relative to the site's root, ending in a slash; empty for the root itself."""
    language: str
    kind: str
    """`languages`, `front`, `story`, `article`, `corrections` or `search`; `person`, `about`, `people`,
    `topic`, `topics`, `outlet` or `outlets`; `archive`, `month` or `day`; `owned`: the site's owner wrote it;
    `missing`: it stands at addresses that do not exist."""
    title: str
    body: str
    description: str = ""
    head: str = ""
    """More HTML for the head: structured data."""
    alternates: Mapping[str, str] = field(default_factory=dict)
    """Path of the same page in each edition that has it, by language."""
    image: str = ""
    """The path of a picture that stands for the page where it is linked to."""
    robots: str = ""
    """What search engines are asked, as `noindex`; the site's own search finds the page all the same."""
    feed: str = ""
    """The path of its own Atom feed."""
    indexed: bool = True
    """Whether search engines, the sitemap and the site's own search shall know the page."""
    search_text: str = ""
    """JSON of what the site's search finds on this page; see `digest.publish.search`."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A finished file that is not a page: a feed, a sitemap, a redirect."""

    path: str
    content: bytes
