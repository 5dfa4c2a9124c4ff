"""Articles become stories, speakers become people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor

from digest.cache import Cache, no_cache
from digest.group.decisions import decided, rival_decisions
from digest.group.eras import Eras
from digest.group.evidence import Evidence
from digest.group.people import doubtful_people, listed_people, people_behind
from digest.group.reprints import counted_once
from digest.group.stories import stories_of
from digest.group.topics import Likely, Rules, with_topics
from digest.meaning import Vectors
from digest.model import ArticleId, Content, Grouping, Memory, Person, Quote, Story, Topic

__all__ = ["counted_once", "doubtful_people", "group", "rival_decisions"]


def group(  # noqa: PLR0913 - these are all witnesses
    content: Content,
    quotes: Sequence[Quote],
    memory: Memory,
    published: Sequence[Sequence[ArticleId]] = (),
    *,
    vectors: Vectors | None = None,
    cache: Cache | None = None,
    likely_topics: bool = False,
    executor: Executor | None = None,
) -> Grouping:
    """Find the stories across languages, and the people behind the speakers' names.

    Args:
        content: Articles, people, topics and the decisions of editors, which always win.
        quotes: All quotes of these articles.
        memory: Translations; they add evidence and are never needed.
        published: Articles that were published as one story, which they stay unless editors part them.
        vectors: What an encoder makes of texts, one witness among others; None: none is asked.
        cache: Knows what was read of articles, and what became of weeks of which nothing changed.
        likely_topics: Whether stories that nobody gave a topic get one by likeness.
        executor: Reads what single articles tell; None: this process.

    Returns:
        Every article in exactly one story; the people that are quoted; the topics that have stories.
        The result does not depend on the order of articles and quotes.
    """
    articles = sorted(content.articles, key=lambda article: article.sort_key)
    quotes = sorted(quotes, key=lambda q: (q.article.id, q.span.start, q.span.end, q.speaker or ""))
    listed = listed_people(quotes, content.people)
    quoted = _quoted(listed)
    cache = cache or no_cache()
    folder = cache.folder / "stories" if cache.folder else None
    evidence = Evidence(articles, quotes, content.people, quoted, memory, vectors, folder)
    evidence.read_ahead(executor)
    settled = decided(articles, content.decisions, published)
    eras = Eras(evidence, settled, cache, likely=likely_topics and vectors is not None)
    found, subjects = stories_of(eras, articles, content.decisions)
    evidence.keep()
    rules = Rules(content.topics, content.people, quoted)
    stories = with_topics(found, rules, Likely(content.topics) if likely_topics else None, subjects)
    story_of = {article.id: story.articles[0].id for story in stories for article in story.articles}
    person_by_speaker = people_behind(quotes, content.people, listed, story_of, cache)
    return Grouping(
        stories=stories,
        topics=_with_stories(content.topics, stories),
        people=tuple(sorted(set(person_by_speaker.values()), key=lambda person: (person.name, person.id))),
        person_by_speaker=person_by_speaker,
    )


def _quoted(listed: Mapping[tuple[ArticleId, str], Person]) -> dict[ArticleId, set[Person]]:
    quoted: dict[ArticleId, set[Person]] = defaultdict(set)
    for (article_id, _), person in listed.items():
        quoted[article_id].add(person)
    return quoted


def _with_stories(topics: Iterable[Topic], stories: Iterable[Story]) -> tuple[Topic, ...]:
    """Return the topics that have stories, or whose narrower ones do."""
    topics = tuple(topics)
    told = {topic for story in stories for topic in story.topics}
    told |= {topic.under for topic in topics if topic.under and topic.id in told}
    return tuple(topic for topic in topics if topic.id in told)
