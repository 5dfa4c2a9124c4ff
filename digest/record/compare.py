"""What has changed since the record was written: the lines that it lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from digest.model import (
    Article,
    ArticleId,
    Event,
    Moment,
    Past,
    Person,
    QuoteId,
    Recorded,
    RecordedArticle,
    RecordedPerson,
    RecordedStory,
    RecordedWording,
    RecordKind,
    Story,
    Utterance,
    What,
    sha256_of,
)
from digest.record.identity import Identity, person_names, person_now
from digest.record.lines import mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """What the site would publish now."""

    articles: tuple[Article, ...]
    stories: tuple[Story, ...]
    people: tuple[Person, ...]
    utterances: tuple[Utterance, ...]


def day_of(articles: Iterable[Article], as_of: str | None = None) -> str:
    """Return the day that changes are told of: `as_of`, else the newest of the content; empty without one."""
    days = [moment.day for article in articles for moment in _moments(article)]
    return as_of or max(map(str, days), default="")


def changes_since(identity: Identity, now: Now, day: str) -> tuple[Event, ...]:
    """Return the events that the record lacks, in the order in which they are written.

    Args:
        identity: of the record and the content.
        now: what the site would publish, under the ids that `identity` gave.
        day: of what has changed or gone; what appears has the day of its article.
    """
    states: dict[RecordKind, Mapping[Any, Recorded]] = {
        RecordKind.ARTICLE: {article.id: _article(article) for article in now.articles},
        RecordKind.STORY: {story.id: _story(story) for story in now.stories},
        RecordKind.WORDING: dict(_wordings(now.utterances)),
        RecordKind.PERSON: {person.id: RecordedPerson(tuple(sorted(person.names))) for person in now.people},
    }
    days = {article.id: str(article.moment.day) for article in now.articles if article.moment}
    ends = _Ends(identity, now)
    found: list[Event] = []
    for kind, current in states.items():
        pasts = identity.published.of(kind)
        for id_ in sorted({*current, *pasts}):
            own_day = days.get(_article_of(id_, current.get(id_)), day)
            event = _event(kind, id_, pasts.get(id_), current.get(id_), own_day, day, ends)
            found += [event] if event else []
    return tuple(found)


def _event(  # noqa: PLR0913, PLR0917 - one line's parts
    kind: RecordKind, id_: str, past: Past | None, state: Recorded | None, own_day: str, day: str, ends: _Ends
) -> Event | None:
    if past is None:
        return Event(what=What.APPEARED, kind=kind, id=id_, day=own_day, state=state)
    was = mark(past.last)
    if state is None:
        if past.is_gone:
            return None
        became, why = ends.of(kind, id_, past)
        return Event(what=What.GONE, kind=kind, id=id_, day=day, was=was, became=became, why=why)
    if past.is_gone:
        return Event(what=What.APPEARED, kind=kind, id=id_, day=day, state=state, was=was)
    if _same(state, past.state):
        return None
    return Event(what=What.CHANGED, kind=kind, id=id_, day=day, state=state, was=was)


def _same(now: Recorded, then: Recorded | None) -> bool:
    if isinstance(now, RecordedWording) and isinstance(then, RecordedWording):
        # What was forgotten is not written again: the hash says that the words are the same.
        return _wording_key(now) == _wording_key(then)
    return now == then


def _wording_key(wording: RecordedWording) -> tuple[object, ...]:
    return (
        wording.article,
        wording.statement,
        wording.language,
        wording.sha256,
        wording.speaker,
        wording.person,
    )


class _Ends:
    """What became of things that are no longer there."""

    def __init__(self, identity: Identity, now: Now) -> None:
        self._identity = identity
        self._people = now.people
        self._articles = {article.id: article for article in now.articles}
        self._story_by_article = {article.id: story.id for story in now.stories for article in story.articles}
        self._by_kind: Mapping[RecordKind, Callable[[str, Past], tuple[str, str]]] = {
            RecordKind.ARTICLE: self._article,
            RecordKind.STORY: self._story,
            RecordKind.WORDING: self._wording,
            RecordKind.PERSON: self._person,
        }

    def of(self, kind: RecordKind, id_: str, past: Past) -> tuple[str, str]:
        """Return the id of what stands for it now, empty where nothing does, and why it went."""
        return self._by_kind[kind](id_, past)

    def _article(self, id_: str, _past: Past) -> tuple[str, str]:
        now = self._identity.renamed.get(ArticleId(id_), "")
        return now, "renamed" if now else "removed"

    def _story(self, id_: str, past: Past) -> tuple[str, str]:
        members = past.state.members if isinstance(past.state, RecordedStory) else ()
        for member in (ArticleId(id_), *members):
            if story := self._story_by_article.get(self._identity.article(member)):
                return story, "joined"
        return "", "removed"

    def _wording(self, id_: str, past: Past) -> tuple[str, str]:
        if now := self._identity.corrected.get(QuoteId(id_)):
            renamed = isinstance(past.state, RecordedWording) and past.state.article in self._identity.renamed
            return now, "renamed" if renamed else "corrected"
        state = past.state
        article = (
            self._articles.get(self._identity.article(state.article))
            if isinstance(state, RecordedWording)
            else None
        )
        if article is None:
            return "", "removed"
        return "", "retracted" if article.retracted else "withdrawn"

    def _person(self, _id: str, past: Past) -> tuple[str, str]:
        now = person_now(person_names(past), self._people) or ""
        return now, "renamed" if now else "removed"


def _article(article: Article) -> RecordedArticle:
    return RecordedArticle(
        outlet=article.outlet.id,
        title=article.title,
        language=article.language,
        sha256=sha256_of(article.text),
        url=article.url,
        correction=article.correction,
        retracted=article.retracted.reason if article.retracted else None,
        words="withheld" if article.retracted and article.retracted.withheld else None,
    )


def _story(story: Story) -> RecordedStory:
    return RecordedStory(members=tuple(sorted(article.id for article in story.articles)))


def _wordings(utterances: Iterable[Utterance]) -> Iterator[tuple[str, RecordedWording]]:
    seen: set[str] = set()
    for utterance in utterances:
        for quote in (wording.quote for wording in utterance.wordings):
            # Words that an article prints twice are one wording; the first of its statements has them.
            if quote.id not in seen:
                seen.add(quote.id)
                yield (
                    quote.id,
                    RecordedWording(
                        article=quote.article.id,
                        statement=utterance.id,
                        language=quote.language,
                        sha256=sha256_of(quote.text),
                        text=quote.text,
                        speaker=quote.speaker,
                        person=utterance.person.id if utterance.person else None,
                    ),
                )


def _article_of(id_: str, state: Recorded | None) -> ArticleId:
    return state.article if isinstance(state, RecordedWording) else ArticleId(id_)


def _moments(article: Article) -> Iterator[Moment]:
    yield from (moment for moment in (article.published, article.updated, article.moment) if moment)
