"""What stories are about, in two levels: a topic has its own stories and those of its parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from digest.model import Site, Story, Topic, TopicId
from digest.publish.edition.views import Section, StoryView

OTHER = TopicId("other")
"""The topic of stories to which nobody gave one; a site may have it in `topics.yml`, too."""
SECTION = 60
"""Headlines on the page of topics, shared by all of them; no topic has more than five."""


class Topics:
    """The topics of a site that have stories, for readers of one language.

    Args:
        site: Whose they are.
        language: Of the edition.
        other: What stories without a topic are said to be about, unless the site calls it something.
    """

    def __init__(self, site: Site, language: str, other: str) -> None:
        self._site = site
        self._by_id = {topic.id: topic for topic in site.topics}
        self._by_id.setdefault(OTHER, Topic(id=OTHER, label_by_language={language: other}))

    @cached_property
    def used(self) -> tuple[Topic, ...]:
        """Return those that have stories, in their own order; what has none is under the last one."""
        used = {topic.id for story in self._site.stories for topic in self.with_wider(self._all_of(story))}
        own = tuple(topic for topic in self._site.topics if topic.id in used)
        rest = (self._by_id[OTHER],) if OTHER in used else ()
        return tuple(dict.fromkeys((*own, *rest)))

    def of(self, story: Story) -> tuple[Topic, ...]:
        """Return what a story is about as its page says it."""
        return tuple(topic for topic in self._all_of(story) if topic.id != OTHER)

    def with_wider(self, topics: Iterable[Topic]) -> tuple[Topic, ...]:
        """Return topics and those that they are parts of, each once."""
        told = tuple(topics)
        wider = (self.wider(topic) for topic in told)
        return tuple(dict.fromkeys((*told, *(topic for topic in wider if topic))))

    def wider(self, topic: Topic) -> Topic | None:
        """Return the topic that one is a part of, if it is of one."""
        return self._by_id.get(topic.under) if topic.under else None

    def parts(self, topic: Topic) -> tuple[Topic, ...]:
        """Return the parts of a topic that have stories."""
        return tuple(part for part in self.used if part.under == topic.id)

    def sorted(self, stories: Iterable[StoryView]) -> Mapping[TopicId, tuple[StoryView, ...]]:
        """Return the stories of each topic and of its parts, in the order in which they come."""
        found: dict[TopicId, list[StoryView]] = defaultdict(list)
        for view in stories:
            for topic in self.with_wider(self._all_of(view.story)):
                found[topic.id].append(view)
        return {topic: tuple(views) for topic, views in found.items()}

    def sections(self, stories: Mapping[TopicId, tuple[StoryView, ...]]) -> tuple[Section, ...]:
        """Return every topic that is part of none with its newest stories: fewer where there are many."""
        tops = [topic for topic in self.used if self.wider(topic) is None]
        shown = max(1, min(5, SECTION // max(1, len(tops))))
        views = ((topic, stories.get(topic.id, ())) for topic in tops)
        return tuple(
            Section(topic=topic, parts=self.parts(topic), stories=own[:shown], total=len(own))
            for topic, own in views
        )

    def _all_of(self, story: Story) -> tuple[Topic, ...]:
        known = tuple(self._by_id[topic] for topic in story.topics if topic in self._by_id)
        return known or (self._by_id[OTHER],)
