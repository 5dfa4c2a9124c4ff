"""Published things found again: what was renamed, joined, parted or corrected keeps its name.

Everything follows from the record and the content alone, so that a build after `digest record` equals the one
before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from hashlib import sha256
from itertools import chain, count
from typing import Any

from digest.model import (
    Article,
    ArticleId,
    ConfirmedChange,
    Past,
    Person,
    PersonId,
    Published,
    Quote,
    QuoteId,
    RecordedArticle,
    RecordedPerson,
    RecordedStory,
    RecordedWording,
    Story,
    Utterance,
    UtteranceId,
    sha256_of,
)

ALIKE = 0.6
"""Share of characters that a corrected quotation has in common with the published one, at least (difflib's
ratio): a typing error mended leaves .9 and more, another sentence of the same article about .4."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Which published thing is which of those that are there now."""

    published: Published
    renamed: Mapping[ArticleId, ArticleId] = field(default_factory=dict)
    """Articles that have another id than at their last mention in the record."""
    corrected: Mapping[QuoteId, QuoteId] = field(default_factory=dict)
    """Wordings whose words are others now."""
    together: tuple[tuple[ArticleId, ...], ...] = ()
    """Articles, by their ids of now, that were published as one story."""

    def article(self, id_: ArticleId) -> ArticleId:
        """Return what a published article is called now, or was called when it went."""
        seen: set[ArticleId] = set()
        while id_ not in seen:
            seen.add(id_)
            past = self.published.articles.get(id_)
            told = past.last.became if past and past.is_gone else ""
            id_ = self.renamed.get(id_) or ArticleId(told or id_)
        return id_

    def wording(self, id_: QuoteId) -> QuoteId:
        """Return what a published wording is called now."""
        seen: set[QuoteId] = set()
        while id_ in self.corrected and id_ not in seen:
            seen.add(id_)
            id_ = self.corrected[id_]
        return id_

    def with_quotes(self, quotes: Iterable[Quote]) -> Identity:
        """Return the same with the wordings found again among the quotes of now."""
        return replace(self, corrected=_corrected(self, quotes)) if self.published else self

    def decided(self, changes: Iterable[ConfirmedChange]) -> tuple[ConfirmedChange, ...]:
        """Return what editors found of wordings, under what these are called since they were corrected."""
        return tuple(
            replace(change, wordings=frozenset(map(self.wording, change.wordings))) for change in changes
        )

    def named_stories(self, stories: Iterable[Story]) -> tuple[Story, ...]:
        """Return stories under the ids that they were published with."""
        stories = tuple(stories)
        if not self.published.stories:
            return stories
        names = _names(
            [{*(article.id for article in story.articles)} for story in stories],
            {
                id_: {self.article(member) for member in state.members}
                for id_, past in self.published.stories.items()
                if not past.is_gone and isinstance(state := past.state, RecordedStory)
            },
            self.published.stories,
            carrier=lambda id_: self.article(ArticleId(id_)),
        )
        taken = {*names.values()}
        named = []
        for place, story in enumerate(stories):
            own = (article.id for article in story.articles)
            name = ArticleId(names.get(place) or next((id_ for id_ in own if id_ not in taken), story.id))
            taken.add(name)
            named.append(story if name == story.articles[0].id else replace(story, named=name))
        return tuple(named)

    def named_statements(self, utterances: Iterable[Utterance]) -> tuple[Utterance, ...]:
        """Return statements under the ids they were published with, and with those that lead to them now."""
        utterances = tuple(utterances)
        if not self.published.wordings and len({one.id for one in utterances}) == len(utterances):
            return utterances
        published: dict[UtteranceId, set[QuoteId]] = defaultdict(set)
        pasts: dict[UtteranceId, Past] = {}
        former: dict[QuoteId, set[str]] = defaultdict(set)
        for id_, past in self.published.wordings.items():
            if isinstance(state := past.state, RecordedWording):
                published[state.statement].add(self.wording(id_))
                pasts[state.statement] = min(
                    past, pasts.get(state.statement, past), key=lambda one: one.since
                )
                former[self.wording(id_)].add(id_)
        words = [{wording.quote.id for wording in utterance.wordings} for utterance in utterances]
        names = _names(words, published, pasts, carrier=lambda id_: self.wording(QuoteId(id_)))
        taken = {*names.values()}
        named = []
        for place, utterance in enumerate(utterances):
            name = names.get(place) or _free(utterance, taken)
            taken.add(name)
            leads = {id_ for own in words[place] for id_ in former.get(own, ())} - words[place] - {name}
            is_new = name != utterance.id or leads
            former_ids = tuple(sorted(leads))
            named.append(replace(utterance, id=UtteranceId(name), former=former_ids) if is_new else utterance)
        return tuple(named)


def identify(published: Published, articles: Sequence[Article]) -> Identity:
    """Find the published articles among those of now, and which of them are one story."""
    if not published:
        return Identity(published=published)
    identity = Identity(published=published, renamed=_renamed(published, articles))
    here = {article.id for article in articles}
    groups = []
    for _, past in sorted(published.stories.items()):
        if not past.is_gone and isinstance(state := past.state, RecordedStory):
            members = sorted({*map(identity.article, state.members)} & here)
            if len(members) > 1:
                groups.append(tuple(members))
    return replace(identity, together=tuple(groups))


def person_now(names: Collection[str], people: Iterable[Person]) -> PersonId | None:
    """Return who has one of these names now, where that is one person."""
    found = {person.id for person in people if not {*person.names}.isdisjoint(names)}
    return found.pop() if len(found) == 1 else None


def person_names(past: Past) -> tuple[str, ...]:
    """Return every name that a published person ever had."""
    states = [event.state for event in past.events if isinstance(event.state, RecordedPerson)]
    return tuple(dict.fromkeys(name for state in reversed(states) for name in state.names))


def _renamed(published: Published, articles: Sequence[Article]) -> dict[ArticleId, ArticleId]:
    """Return articles whose file or outlet has another name: known by their address, else by their text."""
    here = {article.id for article in articles}
    new = [article for article in articles if article.id not in published.articles]
    by_url: dict[str, list[ArticleId]] = defaultdict(list)
    by_text: dict[str, list[ArticleId]] = defaultdict(list)
    for article in new:
        by_url[article.url or ""].append(article.id)
        by_text[sha256_of(article.text)].append(article.id)
    renamed: dict[ArticleId, ArticleId] = {}
    for id_, past in sorted(published.articles.items()):
        state = past.state
        if id_ in here or past.is_gone or not isinstance(state, RecordedArticle):
            continue
        for candidates in (by_url[state.url] if state.url else [], by_text[state.sha256]):
            free = [candidate for candidate in candidates if candidate not in renamed.values()]
            same = [candidate for candidate in free if candidate.rpartition("/")[2] == id_.rpartition("/")[2]]
            if len(same or free) == 1:
                renamed[id_] = (same or free)[0]
                break
    return renamed


def _corrected(identity: Identity, quotes: Iterable[Quote]) -> dict[QuoteId, QuoteId]:
    by_article: dict[ArticleId, dict[QuoteId, Quote]] = defaultdict(dict)
    for quote in quotes:
        by_article[quote.article.id].setdefault(quote.id, quote)
    recorded = identity.published.wordings
    corrected: dict[QuoteId, QuoteId] = {
        id_: QuoteId(past.last.became) for id_, past in recorded.items() if past.is_gone and past.last.became
    }
    for article, ids in identity.published.wordings_by_article.items():
        now = by_article.get(identity.article(article), {})
        lost = [id_ for id_ in ids if id_ not in now and not recorded[id_].is_gone]
        new = [quote for id_, quote in now.items() if id_ not in recorded]
        if lost and new:
            corrected |= _pairs(lost, new, recorded)
    return corrected


def _pairs(
    lost: Sequence[QuoteId], new: Sequence[Quote], recorded: Mapping[QuoteId, Past]
) -> dict[QuoteId, QuoteId]:
    """Pair the words that went with those that came, the most alike first."""
    alike = []
    for id_ in lost:
        state = recorded[id_].state
        if not isinstance(state, RecordedWording):
            continue
        for quote in new:
            if state.sha256 == sha256_of(quote.text):
                ratio = 1.0
            elif state.text:
                ratio = SequenceMatcher(None, state.text, quote.text, autojunk=False).ratio()
            else:
                continue
            if ratio >= ALIKE:
                alike.append((-ratio, id_, quote.id))
    pairs: dict[QuoteId, QuoteId] = {}
    for _, old, own in sorted(alike):
        if old not in pairs and own not in pairs.values():
            pairs[old] = own
    return pairs


def _names(
    now: Sequence[Collection[str]],
    published: Mapping[Any, Collection[str]],
    pasts: Mapping[Any, Past],
    *,
    carrier: Callable[[str], str],
) -> dict[int, str]:
    """Give each published name to one of the groups of now; a group that several lead to takes the oldest.

    Args:
        now: what each group holds.
        published: what each name held, by what it is called now.
        pasts: of each name.
        carrier: returns the member that a name was taken from, as it is called now: where it is, the name is.
    """
    # The same words twice in an article are one name; where two people say them, the first's.
    place_of = {part: place for place, group in reversed([*enumerate(now)]) for part in group}
    claims: dict[int, list[str]] = defaultdict(list)
    for name, parts in published.items():
        shares = Counter(place_of[part] for part in parts if part in place_of)
        home = place_of.get(carrier(name))
        if home is not None and home in shares:
            claims[home].append(name)
        elif shares:
            claims[min(shares, key=lambda place: (-shares[place], min(now[place])))].append(name)
    return {place: min(names, key=lambda name: pasts[name].since) for place, names in claims.items()}


def _free(utterance: Utterance, taken: Collection[str]) -> str:
    own = (wording.quote.id for wording in sorted(utterance.wordings, key=lambda w: w.quote.article.sort_key))
    more = (sha256(f"{utterance.id}\n{number}".encode()).hexdigest()[:12] for number in count(2))
    return next(id_ for id_ in chain((utterance.id,), own, more) if id_ not in taken)
