"""What was read from the content folder."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

from digest.model.change import ConfirmedChange
from digest.model.excerpt import fitting
from digest.model.ids import ArticleId, OutletId, TopicId
from digest.model.problem import Problem, Trimmed
from digest.model.registry import Person, Term, Topic
from digest.model.text import Block, BlockKind, LanguagePart, Moment, Span


class WrittenBy(StrEnum):
    """Whose words a text is: an outlet's article, or our desk's summary of its report."""

    OUTLET = "outlet"
    DESK = "desk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An entry of `outlets.yml`."""

    id: OutletId
    name: str
    language: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    url: str | None = None
    evidence: bool = False
    """Whether its pages may be kept as they were received."""
    excerpt_words: int = 0
    """How many words of its articles may be shown; 0 unless a licence or permission says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredQuote:
    """An entry of `quotes:` in front matter: what an editor says of a quotation in the text."""

    text: str
    line: int
    speaker: str | None = None
    """Empty: nobody may be shown; None: whom the rules find."""
    language: str | None = None
    spoken_language: str | None = None
    said_at: Moment | None = None
    place: str | None = None
    paraphrase: bool = False
    """Whether the article reports it in its own words, without quotation marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction:
    """Why the desk stands by an article no more: its page says so, and its words are nobody's elsewhere."""

    reason: str
    withheld: bool = False
    """Whether what it quoted is to be shown nowhere, not even as what was published once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture that an article's page shows, of the site's own."""

    file: str
    """Relative to the folder of pages, with `/`."""
    alt: str
    """What it shows, for who cannot see it; in the article's language."""
    credit: str
    license: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One published text by one outlet, or our desk's summary of an outlet's report."""

    id: ArticleId
    path: str
    """Of the content file, relative to the content folder, with `/`."""
    outlet: Outlet
    language: str
    title: str
    text: str
    """The kept text: paragraphs and headings, a blank line between; all offsets refer to it."""
    blocks: tuple[Block, ...]
    language_parts: tuple[LanguagePart, ...] = ()
    """In the order of the text, none inside another."""
    url: str | None = None
    published: Moment | None = None
    updated: Moment | None = None
    authors: tuple[str, ...] = ()
    topics: tuple[TopicId, ...] = ()
    story: str | None = None
    """A pin: articles with the same value are one story."""
    quotes: tuple[DeclaredQuote, ...] = ()
    not_quotes: tuple[str, ...] = ()
    """Words between quotation marks of which an editor says that nobody said them."""
    archive_url: str | None = None
    image: Image | None = None
    gone: Moment | None = None
    """When its address was first found to lead nowhere."""
    evidence: str | None = None
    """Where what was received is kept, relative to the content folder; never published."""
    written_by: WrittenBy = WrittenBy.OUTLET
    correction: str | None = None
    """What was wrong in it, in the desk's words, in the article's language."""
    retracted: Retraction | None = None
    keys_path: str = ""
    """Of the file that holds the keys: a page or pasted text has them in a `.yml` beside it."""
    line_by_field: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)
    """Where each key stands in that file, and `text` in the article's own."""

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def is_summary(self) -> bool:
        """Tell whether our own desk wrote this text."""
        return self.written_by is WrittenBy.DESK

    @property
    def digest(self) -> str:
        """The first 16 hexadecimal digits of the kept text's SHA-256: which text offsets refer to."""
        return _digest(self.text)

    @property
    def excerpt(self) -> tuple[Span, ...]:
        """What pages may show: all of a summary, else what fits in `excerpt_words`; nothing retracted."""
        if self.retracted:
            return ()
        if self.is_summary:
            return tuple(block.span for block in self.blocks)
        paragraphs = [block.span for block in self.blocks if block.kind is not BlockKind.HEADING]
        shown, left = [], self.outlet.excerpt_words
        for span in paragraphs:
            length, used = fitting(span.of(self.text), left)
            left -= used
            if length:
                shown.append(Span(span.start, span.start + length))
            if span.start + length < span.end:
                break
        return tuple(shown)

    def language_at(self, span: Span) -> str | None:
        """Return the language that the page itself gives the words of `span`, or None if it gives none."""
        for part in self.language_parts:
            if part.span.start <= span.start and span.end <= part.span.end:
                return part.language
        return None

    @property
    def moment(self) -> Moment | None:
        """When it belongs: publication, else (a summary) the latest statement it reports."""
        if self.published or not self.quotes:
            return self.published or self.updated
        said = [quote.said_at for quote in self.quotes if quote.said_at]
        return max(said, key=lambda moment: moment.sort_key, default=self.updated)

    @property
    def sort_key(self) -> tuple[date, float, str]:
        """Order by date, then id; a text without any date comes last."""
        moment = self.moment
        return (*(moment.sort_key if moment else (date.max, 0.0)), self.id)


@lru_cache(maxsize=10_000)
def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDecisions:
    """`stories.yml`: what editors decided about stories; it always wins."""

    together: tuple[tuple[ArticleId, ...], ...] = ()
    apart: tuple[tuple[ArticleId, ArticleId], ...] = ()
    titles: Mapping[ArticleId, Mapping[str, str]] = field(default_factory=dict)
    """Headline by language, of the story that holds the article."""
    line_by_title: Mapping[tuple[ArticleId, str], int] = field(default_factory=dict)
    """Where each stands in `stories.yml`, by article and language."""
    pinned: tuple[ArticleId, ...] = ()
    """Stories for the top of the front page, in order, each named by a member."""
    hidden: tuple[ArticleId, ...] = ()
    """Stories that stay off the front page, each named by a member."""
    line_by_hidden: Mapping[ArticleId, int] = field(default_factory=dict)
    """Where each of these stands in `stories.yml`."""
    chapters: Mapping[ArticleId, Mapping[str, str]] = field(default_factory=dict)
    """Headline by language, of the chapter that begins with the article."""
    changes: tuple[ConfirmedChange, ...] = ()
    """Changes of meaning that readers may be told of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything the content folder says, and every problem found in it."""

    articles: tuple[Article, ...]
    broken: tuple[Article, ...] = ()
    """Articles that errors leave out, as far as they can be read: nothing shows them, all is checked."""
    incomplete: frozenset[str] = frozenset()
    """Names of outlets of which an article may be left out, as a draft or for its errors."""
    outlets: tuple[Outlet, ...] = ()
    people: tuple[Person, ...] = ()
    topics: tuple[Topic, ...] = ()
    glossary: tuple[Term, ...] = ()
    decisions: StoryDecisions = field(default_factory=StoryDecisions)
    problems: tuple[Problem, ...] = ()
    trimmed: tuple[Trimmed, ...] = ()
