"""Where every published address leads now, and what readers are told: all that pages need of the record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from digest.model import (
    ArticleId,
    Correction,
    Event,
    History,
    Moved,
    PersonId,
    Published,
    QuoteId,
    RecordedStory,
    RecordKind,
    UtteranceId,
    What,
)
from digest.record.compare import Now, changes_since, day_of
from digest.record.corrections import corrections_of
from digest.record.identity import Identity


def history_of(identity: Identity, now: Now, as_of: str | None = None, *, complete: bool = True) -> History:
    """Return what became of everything published.

    Args:
        identity: of the record and the content.
        now: what the site would publish.
        as_of: the day that the site is made for, where its owner says so.
        complete: False where errors leave articles out: what they held is then not told as gone.
    """
    pending = changes_since(identity, now, day_of(now.articles, as_of))
    if not complete:
        pending = tuple(event for event in pending if event.what is What.APPEARED)
    before = identity.published
    # All else follows from the record as it will be, so that writing it changes no page.
    identity = replace(identity, published=before.with_events(pending))
    corrections = corrections_of(identity, now.articles)
    if not before:
        return History(pending=pending, corrections=corrections)
    ends = _ends(identity.published)
    members = {article.id for story in now.stories for article in story.articles}
    here = members | {story.id for story in now.stories}
    return History(
        pending=pending,
        corrections=corrections,
        stories={
            id_: end
            for id_, end in _ends_of_stories(identity, now, ends[RecordKind.STORY]).items()
            if id_ not in here
        },
        articles={ArticleId(id_): identity.article(ArticleId(id_)) for id_ in ends[RecordKind.ARTICLE]},
        people={
            PersonId(id_): PersonId(end) if end else None for id_, end in ends[RecordKind.PERSON].items()
        },
        since={id_: past.events[0].day for id_, past in identity.published.stories.items()},
        moved=_moved(identity, now, ends[RecordKind.STORY], corrections),
    )


def _ends(published: Published) -> Mapping[RecordKind, Mapping[str, str]]:
    """Return what stands now for everything that is gone, through however many steps; empty for nothing."""
    last = {kind: {id_: past.last for id_, past in published.of(kind).items()} for kind in RecordKind}
    return {
        kind: {id_: _end(id_, events) for id_, event in events.items() if event.what is What.GONE}
        for kind, events in last.items()
    }


def _ends_of_stories(
    identity: Identity, now: Now, ends: Mapping[str, str]
) -> Mapping[ArticleId, ArticleId | None]:
    """Return where the address of each story that is gone leads, and that of each article that was in one."""
    story_of = {article.id: story.id for story in now.stories for article in story.articles}
    stories = {story.id for story in now.stories}
    found: dict[ArticleId, ArticleId | None] = {}
    for id_, past in identity.published.stories.items():
        end = ArticleId(ends.get(id_, id_))
        for event in past.events:
            members = event.state.members if isinstance(event.state, RecordedStory) else ()
            for member in members:
                own = story_of.get(identity.article(member))
                found[member] = own or (end if end in stories else found.get(member))
    for gone, stands in ends.items():
        found[ArticleId(gone)] = ArticleId(stands) if stands else found.get(ArticleId(gone))
    return found


def _end(id_: str, last: Mapping[str, Event]) -> str:
    seen = {id_}
    while (event := last.get(id_)) and event.what is What.GONE:
        id_ = event.became
        if not id_ or id_ in seen:
            return ""
        seen.add(id_)
    return id_


def _moved(
    identity: Identity, now: Now, stories: Mapping[str, str], corrections: tuple[Correction, ...]
) -> Mapping[ArticleId, tuple[Moved, ...]]:
    """Return the fragments that each story's page once had and whose words it has no more."""
    place: dict[QuoteId, tuple[ArticleId, UtteranceId]] = {}
    for utterance in now.utterances:
        for wording in utterance.wordings:
            place.setdefault(wording.quote.id, (utterance.story, utterance.id))
    told = {former.wording: one.id for one in corrections for former in one.former}
    told |= {QuoteId(one.id[2:]): one.id for one in corrections if one.id.startswith("c-")}
    by_article = {one.article: one.id for one in corrections if one.id.startswith("a-")}
    # Under whatever name an article was published, its words are its own.
    wordings: dict[ArticleId, list[QuoteId]] = defaultdict(list)
    for published, ids in identity.published.wordings_by_article.items():
        wordings[identity.article(published)] += ids
    found: dict[ArticleId, dict[str, Moved]] = defaultdict(dict)
    for page, articles in _once_on(identity, stories).items():
        for article in sorted({*map(identity.article, articles)}):
            for id_ in wordings.get(article, ()):
                story, statement = place.get(identity.wording(id_), (None, None))
                if story == page:
                    continue
                entry = None if story else told.get(id_) or by_article.get(article)
                found[page][id_] = Moved(anchor=id_, story=story, statement=statement, correction=entry)
    return {page: tuple(anchors[anchor] for anchor in sorted(anchors)) for page, anchors in found.items()}


def _once_on(identity: Identity, ends: Mapping[str, str]) -> Mapping[ArticleId, set[ArticleId]]:
    """Return every article that a story's page, or one that leads to it now, ever held, by its id of now."""
    held: dict[ArticleId, set[ArticleId]] = defaultdict(set)
    for id_, past in identity.published.stories.items():
        page = ends.get(id_) or id_
        for event in past.events:
            if isinstance(event.state, RecordedStory):
                held[ArticleId(page)].update(event.state.members)
    return held
