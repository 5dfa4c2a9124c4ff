"""What the site has published: the record, as builds know it.

What a line holds is a named tuple: hundreds of thousands are made each time a record is loaded, and a
dataclass takes several times as long.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

from digest.model.ids import ArticleId, PersonId, QuoteId, UtteranceId


class What(StrEnum):
    """What became of a thing."""

    APPEARED = "appeared"
    CHANGED = "changed"
    GONE = "gone"


class RecordKind(StrEnum):
    """The kinds of things that have addresses or words of their own."""

    ARTICLE = "article"
    STORY = "story"
    WORDING = "wording"
    PERSON = "person"


class RecordedArticle(NamedTuple):
    """An article as it was published."""

    outlet: str
    title: str
    language: str
    sha256: str
    """Of the kept text."""
    url: str | None = None
    correction: str | None = None
    """What the desk told readers of a fault in it."""
    retracted: str | None = None
    """Why the desk stands by it no more."""
    words: str | None = None
    """`withheld` where what it quoted is to be shown nowhere."""


class RecordedStory(NamedTuple):
    """A story as it was published."""

    members: tuple[ArticleId, ...]
    """In the order of their ids."""


class RecordedWording(NamedTuple):
    """Somebody's words as an article's page showed them; the id is that of the quotation."""

    article: ArticleId
    statement: UtteranceId
    language: str
    sha256: str
    """Of the words: it stays when they have to be forgotten."""
    text: str | None = None
    """None: forgotten, or not to be shown again."""
    speaker: str | None = None
    person: PersonId | None = None


class RecordedPerson(NamedTuple):
    """A person who had a page."""

    names: tuple[str, ...]


Recorded = RecordedArticle | RecordedStory | RecordedWording | RecordedPerson


class Event(NamedTuple):
    """A line of the record: something appeared, changed or went."""

    what: What
    kind: RecordKind
    id: str
    day: str
    """`2026-11-28`: from the content or `as_of`, never from a clock; empty where neither says one."""
    state: Recorded | None = None
    """What it is from now on; None where it went."""
    was: str = ""
    """The mark of the event before it; empty for the first."""
    became: str = ""
    """The id of what stands for it now, where it went and something does."""
    why: str = ""
    """`corrected`, `withdrawn`, `retracted`, `removed`, `renamed` or `joined`, where it went."""


@dataclass(frozen=True, slots=True)
class Past:
    """Everything that the record says of one thing, oldest first."""

    events: tuple[Event, ...]

    @property
    def last(self) -> Event:
        """The newest event."""
        return self.events[-1]

    @property
    def is_gone(self) -> bool:
        """Tell whether the site shows it no more."""
        return self.last.what is What.GONE

    @property
    def state(self) -> Recorded | None:
        """What it was last."""
        return next((event.state for event in reversed(self.events) if event.state), None)

    @property
    def since(self) -> tuple[str, str]:
        """When it appeared, for ordering: the day, then the id."""
        return self.events[0].day, self.events[0].id


@dataclass(frozen=True, kw_only=True)
class Published:
    """What the site has published, by kind and id; nothing where there is no record."""

    articles: Mapping[ArticleId, Past] = field(default_factory=dict)
    stories: Mapping[ArticleId, Past] = field(default_factory=dict)
    wordings: Mapping[QuoteId, Past] = field(default_factory=dict)
    people: Mapping[PersonId, Past] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.articles or self.stories or self.wordings or self.people)

    def of(self, kind: RecordKind) -> Mapping[str, Past]:
        """Return the pasts of a kind, by id."""
        by_kind: dict[RecordKind, Mapping[Any, Past]] = {
            RecordKind.ARTICLE: self.articles,
            RecordKind.STORY: self.stories,
            RecordKind.WORDING: self.wordings,
            RecordKind.PERSON: self.people,
        }
        return by_kind[kind]

    def with_events(self, events: Iterable[Event]) -> Published:
        """Return the record as it is once these are written behind it."""
        pasts = {kind: {**self.of(kind)} for kind in RecordKind}
        for event in events:
            before = pasts[event.kind].get(event.id)
            pasts[event.kind][event.id] = Past((*(before.events if before else ()), event))
        return Published(
            articles={ArticleId(id_): past for id_, past in pasts[RecordKind.ARTICLE].items()},
            stories={ArticleId(id_): past for id_, past in pasts[RecordKind.STORY].items()},
            wordings={QuoteId(id_): past for id_, past in pasts[RecordKind.WORDING].items()},
            people={PersonId(id_): past for id_, past in pasts[RecordKind.PERSON].items()},
        )

    @cached_property
    def wordings_by_article(self) -> Mapping[ArticleId, tuple[QuoteId, ...]]:
        """The ids of all wordings that an article ever had."""
        found: dict[ArticleId, list[QuoteId]] = {}
        for id_, past in self.wordings.items():
            if isinstance(past.state, RecordedWording):
                found.setdefault(past.state.article, []).append(id_)
        return {article: tuple(sorted(ids)) for article, ids in found.items()}


class CorrectionKind(StrEnum):
    """What readers are told was not right, or is no longer published."""

    WORDS = "words"
    ATTRIBUTION = "attribution"
    WITHDRAWN = "withdrawn"
    NOTE = "note"
    RETRACTED = "retracted"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """Words as they were published, which the site shows as somebody's no more."""

    wording: QuoteId
    text: str
    language: str
    speaker: str | None
    day: str
    """When they were published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A change to something published, for readers."""

    id: str
    """The fragment of its entry on the page of corrections."""
    kind: CorrectionKind
    day: str
    article: ArticleId
    """By its id of now; there may be no such article any more."""
    title: str
    """Of the article, as last published."""
    language: str
    """Of the article and of what the desk says about it."""
    note: str | None = None
    """The correction, or the reason of the retraction, in the desk's words."""
    former: tuple[Former, ...] = ()
    """The words as published before; empty where they are withheld or forgotten."""
    now: QuoteId | None = None
    """The wording that stands there now."""
    speakers: tuple[str | None, str | None] = (None, None)
    """Who was said to have spoken, and who is."""
    anchors: tuple[str, ...] = ()
    """Fragments of other wordings that are gone, to which links may still lead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A published fragment of a story's page whose words are elsewhere now."""

    anchor: str
    """The statement's or wording's id that the fragment holds."""
    story: ArticleId | None = None
    """The story that has the words now."""
    statement: UtteranceId | None = None
    correction: str | None = None
    """The entry on the page of corrections that says what became of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What became of everything published, as pages need it; nothing where there is no record."""

    pending: tuple[Event, ...] = ()
    """Lines that the record lacks."""
    corrections: tuple[Correction, ...] = ()
    stories: Mapping[ArticleId, ArticleId | None] = field(default_factory=dict)
    """Published ids that no story and no member has now, and the story that stands for each, if one does."""
    articles: Mapping[ArticleId, ArticleId] = field(default_factory=dict)
    """Published ids that no article has now, and what each is called now or was called when it went."""
    people: Mapping[PersonId, PersonId | None] = field(default_factory=dict)
    """Published ids that nobody has now, and who stands for each, if somebody does."""
    since: Mapping[ArticleId, str] = field(default_factory=dict)
    """The day on which each story was published first, by its id."""
    moved: Mapping[ArticleId, tuple[Moved, ...]] = field(default_factory=dict)
    """By the id of the story on whose page they were, as it is now, or as it was when it went."""


def sha256_of(words: str) -> str:
    """Return the hash under which words are recorded."""
    return hashlib.sha256(words.encode(errors="surrogatepass")).hexdigest()
