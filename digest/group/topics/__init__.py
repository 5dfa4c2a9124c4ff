"""What stories are about: the topics of each.

In go stories with the topics that editors wrote into articles, and all that the site says of its topics; out
come the same stories, those without a topic with one if there is evidence. What an editor wrote stands alone;
else the site's rules tell (`rules`); else likeness does (`likely`) to what reports of the seventeen subjects
at the top of IPTC's Media Topics usually begin with (`subjects`). Else a story has none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from digest.group.topics.likely import Likely
from digest.group.topics.rules import Rules
from digest.model import Article, Story, TopicId, TopicsBy

__all__ = ["Likely", "Rules", "with_topics"]


def with_topics(
    stories: Iterable[Story], rules: Rules, likely: Likely | None, subjects: Iterable[str]
) -> tuple[Story, ...]:
    """Return the stories; those that no editor gave a topic with what else tells of one.

    Args:
        stories: With the topics that editors gave.
        rules: Of the site.
        likely: The topics of subjects; None: none is asked.
        subjects: What each story is like.
    """
    both = zip(stories, subjects, strict=True)
    return tuple(story if story.topics else _told(story, rules, likely, subject) for story, subject in both)


def _told(story: Story, rules: Rules, likely: Likely | None, subject: str) -> Story:
    if ruled := _ruled(story.articles, rules):
        return replace(story, topics=ruled, topics_by=TopicsBy.RULES)
    guess = likely.of(subject) if likely else None
    return replace(story, topics=(guess,), topics_by=TopicsBy.LIKENESS) if guess else story


def _ruled(articles: Sequence[Article], rules: Rules) -> tuple[TopicId, ...]:
    """Return the topics of half of the reports in any language: a rule may know words of one alone."""
    told = [rules.of(article) for article in articles]
    if not any(told):
        return ()
    found: dict[str, Counter[TopicId]] = defaultdict(Counter)
    for article, topics in zip(articles, told, strict=True):
        found[article.language].update(topics)
    reports = Counter(article.language for article in articles)
    times: Counter[TopicId] = Counter()
    for language, counted in found.items():
        times.update({topic: n for topic, n in counted.items() if 2 * n >= reports[language]})
    return tuple(sorted(times, key=lambda topic: (-times[topic], topic)))
