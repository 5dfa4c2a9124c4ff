"""Which articles are about one event, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from digest.group.clusters import Growing, Near
from digest.group.decisions import Decisions, decided
from digest.group.evidence import Pairs
from digest.group.ties import likelihood, links_of
from digest.model import Article, ArticleId, Related, Story, StoryDecisions

RELATED = 0.0
"""The average log-odds from which on two stories are close: either is as likely."""
_MOST_RELATED = 5
"""Stories that a reader is led on to: more are a list of the topic."""


def stories_of(
    pairs: Pairs, decisions: StoryDecisions, published: Sequence[Sequence[ArticleId]] = ()
) -> list[Story]:
    """Return the stories, newest first; what was published together stays so unless an editor parts it.

    What the texts alone say is settled first; translations of the memory may then join such
    stories and never part them, so that a site without its memory has the same joins or fewer.
    """
    settled = decided(pairs.articles, decisions, published)
    place = {str(article.id): at for at, article in enumerate(pairs.articles)}
    together = [tuple(place[id_] for id_ in group) for group in settled.together if len(group) > 1]
    apart = [(place[a], place[b]) for a, b in settled.apart]
    by_text = {
        later: [Near(tie.other, tie.odds, tie.twin) for tie in ties] for later, ties in pairs.near.items()
    }
    growing = _grown(pairs, Growing(pairs.days, together, apart), by_text)
    if any(tie.with_memory > tie.odds for ties in pairs.near.values() for tie in ties):
        told = {
            later: [Near(tie.other, tie.with_memory, tie.twin) for tie in ties]
            for later, ties in pairs.near.items()
        }
        growing = _grown(pairs, Growing(pairs.days, growing.stories, apart), told)
    close = _close(growing, pairs)
    stories = [
        replace(_story(members, pairs, settled, decisions), related=tuple(close.get(members[0], ())))
        for members in growing.stories
    ]
    return sorted(stories, key=_newest_first)


def _close(growing: Growing, pairs: Pairs) -> dict[int, list[Related]]:
    """Return the stories close to each, known by its first article."""
    found: dict[int, list[Related]] = defaultdict(list)
    for a, b, alike in sorted(growing.close(RELATED), key=lambda one: (-one[2], one[:2])):
        for own, other in ((a, b), (b, a)):
            if len(found[own]) < _MOST_RELATED:
                found[own].append(Related(article=pairs.articles[other].id, score=likelihood(alike)))
    return found


def _grown(pairs: Pairs, growing: Growing, near: dict[int, list[Near]]) -> Growing:
    for _, day in groupby(range(len(pairs.articles)), key=pairs.days.__getitem__):
        growing.add(list(day), near)
    return growing


def _newest_first(story: Story) -> tuple[int, float, str]:
    latest = story.latest
    if latest is None:
        return 0, 0.0, story.id
    day, instant = latest.sort_key
    return -day.toordinal(), -instant, story.id


def _story(members: Sequence[int], pairs: Pairs, settled: Decisions, decisions: StoryDecisions) -> Story:
    ordered = tuple(sorted((pairs.articles[at] for at in members), key=_sort_key))
    ids = {article.id for article in ordered}
    titles: dict[str, str] = {}
    for article in ordered:
        titles = {**decisions.titles.get(article.id, {}), **titles}
    pins = [place for place, id_ in enumerate(decisions.pinned) if id_ in ids]
    topics = Counter(topic for article in ordered for topic in article.topics)
    return Story(
        articles=ordered,
        topics=tuple(sorted(topics, key=lambda topic: (-topics[topic], topic))),
        links=links_of(members, ordered, pairs, settled),
        title_by_language=dict(sorted(titles.items())),
        pinned=min(pins, default=None),
        hidden=not pins and not ids.isdisjoint(decisions.hidden),
        titled_chapters={id_: titles for id_, titles in decisions.chapters.items() if id_ in ids},
    )


def _sort_key(article: Article) -> tuple[object, ...]:
    return article.sort_key
