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
    ArticleId,
    Change,
    Moment,
    Person,
    Segment,
    SegmentKind,
    Site,
    Utterance,
    UtteranceId,
    Wording,
    WordingState,
    reads,
)
from digest.publish import addresses, texts
from digest.publish.cards.passages import Passage, Worded, as_printed, by_language
from digest.publish.cards.reach import Reach, reach
from digest.publish.texts import Text

COVERS_FROM = 0.5
"""An outlet's wording this short, beside the original, is a fragment: a whole translation goes before it."""
EXCEEDS_FROM = 1.4
"""An outlet's wording this long, beside the original, holds more than that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One utterance, ready to be shown."""

    utterance: Utterance
    first: Passage
    second: Passage | None
    missing: bool
    """Whether readers need a translation that nobody has made yet."""
    refused: bool
    """Whether a machine made one that was refused."""
    others: tuple[Worded, ...]
    """How outlets worded it elsewhere."""
    role: Text | None
    """The speaker's office: on the day of the statement where another one is held now."""
    was: bool
    """Whether it is held no more."""
    roman: str
    """The speaker's name in Latin letters, where readers may not know those it is shown in."""
    place: Text | None
    said_at: Moment | None
    anchors: tuple[str, ...] = ()
    """Ids of wordings and former ids that lead to it, beside its own."""

    @property
    def anchor(self) -> str:
        """Return the card's id on every page that shows it."""
        return addresses.statement(self.utterance.id)

    def fragment(self, passage: Passage) -> str:
        """Return the id that leads to a passage: of the card, of its wording, or of the translation."""
        own = passage.wording.quote.id
        is_first = passage.wording is self.utterance.wordings[0] or own not in self.anchors
        base = self.anchor if is_first else addresses.statement(own)
        return f"{base}-{passage.language}" if passage.translation else base

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
    def weight(self) -> tuple[int, int, int]:
        """Return how well it stands for its story."""
        return weight(self.utterance)

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
        """Tell what the outlet's wording beside the original holds: `more`, a `part` of it, or `both`."""
        if not self.second or self.second.translation:
            return None
        return _reach(self.second.wording, self.first.wording)

    @property
    def changes(self) -> tuple[tuple[Change, Wording, Wording], ...]:
        """Return what an editor confirmed that outlets changed, and the wordings it is between."""
        by_id = {wording.quote.id: wording for wording in self.utterance.wordings}
        return tuple(
            (change, by_id[change.first], by_id[change.second])
            for change in self.utterance.changes
            if change.confirmed
        )

    @property
    def when(self) -> Moment | None:
        """Return when it was said, or else first reported."""
        return when(self.utterance)

    @property
    def original_unknown(self) -> bool:
        """Tell whether we know only that it was said in another language than any wording's."""
        return self.utterance.lead.state is WordingState.TRANSLATION


def _reach(wording: Wording, beside: Wording) -> str | None:
    """Tell what a wording holds of another; how long they are decides only where no sentences can."""
    found = _compared(wording, beside)
    if found:
        return {(True, True): "both", (True, False): "part", (False, True): "more"}.get(
            (found.lacks, found.adds)
        )
    share = _length(wording, beside)
    return "more" if share >= EXCEEDS_FROM else "part" if share < COVERS_FROM else None


def _compared(wording: Wording, beside: Wording) -> Reach | None:
    own, other = wording.quote, beside.quote
    return reach(own.text, own.language, other.text, other.language)


def _closest(utterance: Utterance, lead: Wording, language: str) -> Wording | None:
    """Return an outlet's own wording in `language`: sure, unchanged, the closest to the words beside it."""

    def rank(wording: Wording) -> tuple[bool, bool, bool, float, int]:
        found = _compared(wording, lead)
        wanting = _reach(wording, lead) in {"part", "both"}
        share = found.share if found else 0.0
        return (
            *(not wording.probable, not utterance.is_changed(wording), not wanting),
            *(round(share, 2), len(wording.quote.text)),
        )

    return max(
        (own for own in utterance.wordings if reads(language, own.quote.language)), key=rank, default=None
    )


def _length(wording: Wording, beside: Wording) -> float:
    """Return how long a wording is, as a share of another; 1 where scripts make lengths tell nothing."""
    rows = (languages.row(wording.quote.language), languages.row(beside.quote.language))
    if not all(row.spaced for row in rows):
        return 1.0
    return len(wording.quote.text) / len(beside.quote.text)


def anchors(utterances: Iterable[Utterance]) -> dict[UtteranceId, tuple[str, ...]]:
    """Return ids beside its own that lead to each statement: of its wordings, and former ones.

    An id leads to one statement only: words that an article prints twice may be in two.
    """
    utterances = tuple(utterances)
    taken: set[str] = {utterance.id for utterance in utterances}
    found = {}
    for utterance in utterances:
        own = dict.fromkeys((*(wording.quote.id for wording in utterance.wordings), *utterance.former))
        found[utterance.id] = tuple(id_ for id_ in own if id_ not in taken)
        taken.update(own)
    return found


def card(site: Site, utterance: Utterance, language: str, anchors: tuple[str, ...] = ()) -> Card:
    """Return the card of `utterance` for readers of `language`; `anchors` lead to it beside its own."""
    lead = utterance.first_in(language)
    own = _closest(utterance, lead, language)
    first = as_printed(lead)
    second = (
        None if reads(language, lead.quote.language) else _for_readers(site, utterance, lead, own, language)
    )
    person, moment = utterance.person, when(utterance)
    office = person.office_on(moment.day) if person and moment else None
    shown = [first.wording, *([second.wording] if second and not second.translation else [])]
    return Card(
        utterance=utterance,
        first=first,
        second=second,
        missing=second is None and not reads(language, lead.quote.language),
        refused=texts.is_refused(site, SegmentKind.QUOTE, lead.quote.text, lead.quote.language, language),
        others=by_language(
            (w for w in utterance.wordings if w not in shown and not w.repeats), shown, reader=language
        ),
        role=texts.role(site, person, language, office) if person else None,
        was=office is not None,
        roman=texts.romanised(person, language) if person else "",
        place=_place(site, utterance, language),
        said_at=utterance.said_at,
        anchors=anchors,
    )


def order(utterance: Utterance) -> tuple[object, ...]:
    """Sort utterances as they were said, those of one day as articles print them; undated ones come last."""
    said, quote = utterance.said_at, utterance.lead.quote
    spoken = said.sort_key if said else (date.max, 0.0)
    return spoken, quote.article.sort_key, quote.span.start, utterance.id


def when(utterance: Utterance) -> Moment | None:
    """Return when a statement was made where an editor gave that, else when it was first reported."""
    if utterance.said_at:
        return utterance.said_at
    reported = [w.quote.article.moment for w in utterance.wordings if w.quote.article.moment]
    return min(reported, key=lambda moment: moment.sort_key, default=None)


def newest_first(utterances: Iterable[Utterance]) -> list[Utterance]:
    """Return statements, the newest first; those of which no day is known come last."""

    def key(utterance: Utterance) -> tuple[object, ...]:
        moment = when(utterance)
        return moment is not None, moment.sort_key if moment else (), order(utterance)

    return sorted(utterances, key=key, reverse=True)


def weight(utterance: Utterance) -> tuple[int, int, int]:
    """Tell how well an utterance stands for its story: original known, languages, outlets."""
    spoken = {wording.quote.language for wording in utterance.wordings}
    outlets = {one.quote.article.outlet.id for one in utterance.wordings if not one.repeats}
    return int(utterance.original is not None and utterance.person is not None), len(spoken), len(outlets)


def best(utterances: Iterable[Utterance]) -> Utterance | None:
    """Return the utterance that stands for its story on a front page."""
    return max(sorted(utterances, key=order), key=weight, default=None)


def _for_readers(
    site: Site, utterance: Utterance, lead: Wording, own: Wording | None, language: str
) -> Passage | None:
    quote = lead.quote
    segment = Segment(SegmentKind.QUOTE, quote.language, quote.text)
    translation = site.translations.get((segment, language))
    if own:
        doubted = own.probable or utterance.is_changed(own) or _reach(own, lead) in {"part", "both"}
        if translation is None or not doubted:
            return as_printed(own)
    if translation is None:
        return None
    return Passage(text=translation.text, language=language, wording=lead, translation=translation)


def _place(site: Site, utterance: Utterance, language: str) -> Text | None:
    place = utterance.place
    if place is None:
        return None
    return texts.in_edition(site, place.kind, place.text, source=place.language, language=language)
