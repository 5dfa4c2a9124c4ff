"""Quotes, wordings and utterances."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from digest.model.change import Change, ChangeKind
from digest.model.content import Article
from digest.model.ids import ArticleId, QuoteId, UtteranceId
from digest.model.registry import Person
from digest.model.text import Moment, Span, reads
from digest.model.translation import Segment, SegmentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A direct quotation: a span of an article between quotation marks, marks excluded.

    Or a statement that the article reports in its own words, where an editor says so.
    """

    article: Article = field(repr=False)
    span: Span
    language: str
    """Of the text as printed."""
    speaker: str | None = None
    """The fullest form of the name that the article gives, or a role as printed; None: we are not sure."""
    speaker_is_name: bool = True
    """False where the article gives only a role (`a spokesman for the ministry`): nobody's page."""
    speaker_span: Span | None = None
    cue: str | None = None
    rule: str = ""
    """Which rule credited it, for `digest quotes` and for whoever mends the rules."""
    score: float = 0.0
    """How sure the speaker is, or the candidate where none is shown, 0 to 1."""
    candidate: str | None = None
    """Who probably said it, where nobody is sure enough to be shown: for editors, never for readers.

    None unless `quote.with_candidates` was asked."""
    candidate_span: Span | None = None
    spoken_language: str | None = None
    """The language the words were said in, where the text or an editor says so."""
    said_at: Moment | None = None
    place: str | None = None
    is_paraphrase: bool = False
    """Whether these are the article's words for what was said: shown as such, without quotation marks."""

    @property
    def text(self) -> str:
        """The words, derived from the source so that they cannot differ from it."""
        return self.span.of(self.article.text)

    @property
    def id(self) -> QuoteId:
        """What editors call it in `stories.yml`; twice the same words in one article are one name."""
        return QuoteId(hashlib.sha256(f"{self.article.id}\n{self.text}".encode()).hexdigest()[:12])


class WordingState(StrEnum):
    """What a wording is evidence of."""

    ORIGINAL = "original"
    TRANSLATION = "translation"
    AS_PRINTED = "as-printed"
    PARAPHRASE = "paraphrase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One quote as evidence of an utterance."""

    quote: Quote
    state: WordingState
    score: float = 1.0
    """How sure it is that this belongs with the utterance's other wordings, 0 to 1."""
    repeats: bool = False
    """Whether it stands in a reprint, whose text holds the same words: no evidence of its own."""
    probable: bool = False
    """Joined on evidence that is right in 95 to 99 of 100 cases: pages say "probably"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What somebody said once, in one or more wordings.

    Those that are only probable come last; originals come first, then what is earlier, by date and id.
    """

    id: UtteranceId
    story: ArticleId
    person: Person | None
    wordings: tuple[Wording, ...]
    spoken_language: str | None = None
    changes: tuple[Change, ...] = ()
    former: tuple[str, ...] = ()
    """Other ids that published links to it may end in, beside those of its wordings."""

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def lead(self) -> Wording:
        """The wording to show: an original where there is one."""
        return self.wordings[0]

    @property
    def original(self) -> Wording | None:
        """The words really spoken, where known."""
        return self.lead if self.lead.state is WordingState.ORIGINAL else None

    def wording_in(self, language: str) -> Wording | None:
        """Return an outlet's own wording in `language`: a sure one, unchanged, the longest of these."""

        def rank(wording: Wording) -> tuple[bool, bool, int]:
            return not wording.probable, not self.is_changed(wording), len(wording.quote.text)

        return max(
            (own for own in self.wordings if reads(language, own.quote.language)), key=rank, default=None
        )

    def first_in(self, language: str) -> Wording:
        """Return the wording that readers of `language` see first: the words spoken, or an outlet's own."""
        return self.lead if self.original else self.wording_in(language) or self.lead

    def speaker_in(self, language: str) -> str | None:
        """Return the speaker's name as readers of `language` see it; None: nobody says who it was."""
        return self.person.name_in(language) if self.person else self.first_in(language).quote.speaker

    def is_changed(self, wording: Wording) -> bool:
        """Tell whether an editor found that it says something else than the wording to show."""
        pair = {self.lead.quote.id, wording.quote.id}
        return any(change.confirmed and {change.first, change.second} == pair for change in self.changes)

    @property
    def said_at(self) -> Moment | None:
        """When it was said, where an editor gave it."""
        return next((w.quote.said_at for w in self.wordings if w.quote.said_at), None)

    @property
    def place(self) -> Segment | None:
        """Where it was said, in the language of the article that gives it."""
        for wording in self.wordings:
            if wording.quote.place:
                language = wording.quote.article.language
                return Segment(SegmentKind.LABEL, language, wording.quote.place)
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vetoed:
    """Two quotes of one person in one story that would word one statement, were it not for this."""

    kind: ChangeKind
    """A number that differs on both sides, or a denial that one of them lacks."""
    first: Quote
    second: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """What became of the quotes."""

    utterances: tuple[Utterance, ...]
    vetoed: tuple[Vetoed, ...] = ()
    """For editors, who may know better: nearly the same words that mean something else are worth a look."""
