"""Quote cards: what one utterance shows to readers of one edition.

A card has a first passage (the words spoken where they are known) and, where readers need it, a second
one in their language. Which wording stands where is decided here; how it is labelled, in the templates.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from digest import languages
from digest.model import (
    Article,
    ArticleId,
    Moment,
    Person,
    Segment,
    SegmentKind,
    Site,
    Translation,
    Utterance,
    Wording,
    WordingState,
)
from digest.publish import addresses, texts
from digest.publish.texts import Text

COVERS_FROM = 0.5
"""An outlet's wording this short, beside the original, is a fragment: a whole translation goes before it."""
EXCEEDS_FROM = 1.4
"""An outlet's wording this long, beside the original, holds more than that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words between quotation marks, and where they come from: a wording, or a translation of one."""

    text: str
    language: str
    wording: Wording
    """The wording shown, or the one that was translated."""
    translation: Translation | None = None

    @property
    def lang(self) -> str:
        """Return the value of the HTML attribute `lang`."""
        return texts.tag(self.translation) if self.translation else self.language

    @property
    def direction(self) -> str:
        """Return the value of the HTML attribute `dir`."""
        return languages.direction(self.language)

    @property
    def marks(self) -> tuple[str, str]:
        """Return the quotation marks of the passage's own language."""
        return languages.row(self.language).marks[0]

    @property
    def article(self) -> Article:
        """Return where the wording was printed."""
        return self.wording.quote.article

    @property
    def state(self) -> str:
        """Return `original`, `translation` or `as-printed`."""
        return WordingState.TRANSLATION.value if self.translation else self.wording.state.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One utterance, ready to be shown."""

    utterance: Utterance
    first: Passage
    second: Passage | None
    missing: bool
    """Whether readers need a translation that nobody has made yet."""
    others: tuple[tuple[str, tuple[Passage, ...]], ...]
    """How outlets worded it elsewhere, by language."""
    role: Text | None
    place: Text | None
    said_at: Moment | None

    @property
    def anchor(self) -> str:
        """Return the card's id on every page that shows it."""
        return addresses.statement(self.utterance.id)

    @property
    def person(self) -> Person | None:
        """Return who spoke, where that is sure."""
        return self.utterance.person

    @property
    def speaker(self) -> str | None:
        """Return the speaker's name as the article gives it, for somebody who has no page."""
        return self.first.wording.quote.speaker

    @property
    def story(self) -> ArticleId:
        """Return the story that the card belongs to."""
        return self.utterance.story

    @property
    def readable(self) -> Passage:
        """Return the passage that readers of the edition understand, or else the first one."""
        return self.second or self.first

    def continues(self, before: Card) -> bool:
        """Tell whether the same person goes on as in the card `before`: in one place, in one language."""
        said, earlier = self.utterance, before.utterance
        return (
            said.person is not None
            and said.person == earlier.person
            and (self.place.text if self.place else None) == (before.place.text if before.place else None)
            and said.spoken_language == earlier.spoken_language
        )

    @property
    def reach(self) -> str | None:
        """Tell whether the outlet's wording beside the original holds `more` than that, or a `part` of it."""
        if not self.second or self.second.translation:
            return None
        share = _length(self.second.wording, self.first.wording)
        return "more" if share >= EXCEEDS_FROM else "part" if share < COVERS_FROM else None

    @property
    def original_unknown(self) -> bool:
        """Tell whether we know only that it was said in another language than any wording's."""
        return self.utterance.lead.state is WordingState.TRANSLATION


def _length(wording: Wording, beside: Wording) -> float:
    """Return how long a wording is, as a share of another; 1 where scripts make lengths tell nothing."""
    rows = (languages.row(wording.quote.language), languages.row(beside.quote.language))
    if not all(row.spaced for row in rows):
        return 1.0
    return len(wording.quote.text) / len(beside.quote.text)


def card(site: Site, utterance: Utterance, language: str) -> Card:
    """Return the card of `utterance` for readers of `language`."""
    lead = utterance.lead
    own = utterance.wording_in(language)
    if not utterance.original and own:
        lead = own
    first = _as_printed(lead)
    second = None if lead.quote.language == language else _for_readers(site, lead, own, language)
    shown = {id(first.wording), *([id(second.wording)] if second and not second.translation else [])}
    return Card(
        utterance=utterance,
        first=first,
        second=second,
        missing=second is None and lead.quote.language != language,
        others=_by_language((w for w in utterance.wordings if id(w) not in shown), language),
        role=texts.role(site, utterance.person, language) if utterance.person else None,
        place=_place(site, utterance, language),
        said_at=utterance.said_at,
    )


def order(utterance: Utterance) -> tuple[object, ...]:
    """Sort utterances as they were said, those of one day as articles print them; undated ones come last."""
    said, quote = utterance.said_at, utterance.lead.quote
    spoken = said.sort_key if said else (date.max, 0.0)
    return spoken, quote.article.sort_key, quote.span.start, utterance.id


def weight(utterance: Utterance) -> tuple[int, int, int]:
    """Tell how well an utterance stands for its story: original known, languages, outlets."""
    spoken = {wording.quote.language for wording in utterance.wordings}
    outlets = {wording.quote.article.outlet.id for wording in utterance.wordings}
    return int(utterance.original is not None and utterance.person is not None), len(spoken), len(outlets)


def best(utterances: Iterable[Utterance]) -> Utterance | None:
    """Return the utterance that stands for its story on a front page."""
    return max(sorted(utterances, key=order), key=weight, default=None)


def _as_printed(wording: Wording) -> Passage:
    return Passage(text=wording.quote.text, language=wording.quote.language, wording=wording)


def _for_readers(site: Site, lead: Wording, own: Wording | None, language: str) -> Passage | None:
    quote = lead.quote
    segment = Segment(SegmentKind.QUOTE, quote.language, quote.text)
    translation = site.translations.get((segment, language))
    if own and (translation is None or _length(own, lead) >= COVERS_FROM):
        return _as_printed(own)
    if translation is None:
        return None
    return Passage(text=translation.text, language=language, wording=lead, translation=translation)


def _by_language(wordings: Iterable[Wording], language: str) -> tuple[tuple[str, tuple[Passage, ...]], ...]:
    found: dict[str, list[Passage]] = {}
    for wording in wordings:
        found.setdefault(wording.quote.language, []).append(_as_printed(wording))
    codes = sorted(found, key=lambda code: (code != language, languages.name(code, reader=language), code))
    return tuple((code, tuple(found[code])) for code in codes)


def _place(site: Site, utterance: Utterance, language: str) -> Text | None:
    place = utterance.place
    if place is None:
        return None
    return texts.in_edition(site, place.kind, place.text, source=place.language, language=language)
