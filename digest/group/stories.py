"""Which articles are about one event, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from digest.group.clusters import average_link, pair
from digest.group.decisions import Decisions, decided
from digest.group.evidence import Evidence
from digest.model import Article, ArticleId, Link, Story, StoryDecisions

THRESHOLD = 0.12
"""The least average similarity between two groups of articles that makes them one story."""


def stories_of(
    evidence: Evidence,
    articles: Sequence[Article],
    decisions: StoryDecisions,
    published: Sequence[Sequence[ArticleId]] = (),
) -> list[Story]:
    """Return the stories, newest first; what was published together stays so unless an editor parts it.

    What the texts alone say is settled first; translations of the memory may then join such
    stories and never part them, so that a site without its memory has the same joins or fewer.
    """
    settled = decided(articles, decisions, published)
    clusters = average_link(settled.together, evidence.by_text, settled.apart, THRESHOLD)
    clusters = average_link(clusters, evidence.with_memory, settled.apart, THRESHOLD)
    by_id = {str(article.id): article for article in articles}
    found = [_story([by_id[id_] for id_ in cluster], evidence, settled, decisions) for cluster in clusters]
    return sorted(found, key=_newest_first)


def _newest_first(story: Story) -> tuple[int, float, str]:
    latest = story.latest
    if latest is None:
        return 0, 0.0, story.id
    day, instant = latest.sort_key
    return -day.toordinal(), -instant, story.id


def _story(
    members: Sequence[Article], evidence: Evidence, settled: Decisions, decisions: StoryDecisions
) -> Story:
    ordered = tuple(sorted(members, key=lambda article: article.sort_key))
    ids = {article.id for article in ordered}
    titles: dict[str, str] = {}
    for article in ordered:
        titles = {**decisions.titles.get(article.id, {}), **titles}
    pins = [place for place, id_ in enumerate(decisions.pinned) if id_ in ids]
    topics = Counter(topic for article in ordered for topic in article.topics)
    return Story(
        articles=ordered,
        topics=tuple(sorted(topics, key=lambda topic: (-topics[topic], topic))),
        links=_links(ordered, evidence, settled),
        title_by_language=dict(sorted(titles.items())),
        pinned=min(pins, default=None),
    )


def _links(ordered: Sequence[Article], evidence: Evidence, settled: Decisions) -> tuple[Link, ...]:
    """Tie every article but the first to the member it fits best, strongest tie first."""

    def tie(tied: str, free: str) -> tuple[bool, float, str, str]:
        key = pair(tied, free)
        return key not in settled.by_editor, -round(evidence.with_memory.get(key, 0.0), 4), tied, free

    first, *rest = (str(article.id) for article in ordered)
    best = {free: tie(first, free) for free in rest}
    links = []
    while best:
        otherwise, score, tied, new = min(best.values())
        shared = evidence.shared(tied, new)
        links.append(
            Link(
                first=ArticleId(tied),
                second=ArticleId(new),
                score=-score,
                shared=shared,
                by_editor=not otherwise,
            )
        )
        del best[new]
        best = {free: min(own, tie(new, free)) for free, own in best.items()}
    return tuple(links)
