"""Which articles are about one event, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from digest.group.eras import Eras
from digest.group.ties import likelihood
from digest.group.told import Told
from digest.model import Article, ArticleId, Related, Story, StoryDecisions

_MOST_RELATED = 5
"""Stories that a reader is led on to: more are a list of the topic."""


def stories_of(
    eras: Eras, articles: Iterable[Article], decisions: StoryDecisions
) -> tuple[list[Story], list[str]]:
    """Return the stories, newest first, and the code of what each is likely about."""
    by_id = {article.id: article for article in articles}
    told = eras.stories()
    close = _close(told, eras.close)
    found = [(_story(own, by_id, decisions, close.get(at, ())), own.subject) for at, own in enumerate(told)]
    found.sort(key=lambda one: _newest_first(one[0]))
    return [story for story, _ in found], [subject for _, subject in found]


def _close(
    stories: Sequence[Told], close: Sequence[tuple[ArticleId, ArticleId, float]]
) -> dict[int, list[Related]]:
    """Return the stories close to each, by place."""
    place = {id_: at for at, story in enumerate(stories) for id_ in story.members}
    odds: dict[int, dict[int, float]] = defaultdict(dict)
    for first, second, alike in close:
        for own, other in ((place[first], place[second]), (place[second], place[first])):
            if own != other:
                odds[own][other] = max(alike, odds[own].get(other, alike))
    found = {}
    for own, others in odds.items():
        closest = sorted(others, key=lambda other: (-others[other], stories[other].members))
        found[own] = [
            Related(article=stories[other].members[0], score=likelihood(others[other]))
            for other in closest[:_MOST_RELATED]
        ]
    return found


def _newest_first(story: Story) -> tuple[int, float, str]:
    latest = story.latest
    if latest is None:
        return 0, 0.0, story.id
    day, instant = latest.sort_key
    return -day.toordinal(), -instant, story.id


def _story(
    told: Told, by_id: Mapping[ArticleId, Article], decisions: StoryDecisions, close: Sequence[Related]
) -> Story:
    ordered = tuple(by_id[id_] for id_ in told.members)
    ids = {*told.members}
    titles: dict[str, str] = {}
    for id_ in told.members:
        titles = {**decisions.titles.get(id_, {}), **titles}
    pins = [place for place, id_ in enumerate(decisions.pinned) if id_ in ids]
    topics = Counter(topic for article in ordered for topic in article.topics)
    return Story(
        articles=ordered,
        topics=tuple(sorted(topics, key=lambda topic: (-topics[topic], topic))),
        links=told.links,
        title_by_language=dict(sorted(titles.items())),
        pinned=min(pins, default=None),
        hidden=not pins and not ids.isdisjoint(decisions.hidden),
        titled_chapters={id_: titles for id_, titles in decisions.chapters.items() if id_ in ids},
        reprints=told.reprints or {},
        related=tuple(close),
    )
