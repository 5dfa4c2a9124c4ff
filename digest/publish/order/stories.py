"""Stories in the order of time."""

from __future__ import annotations

from collections.abc import Iterable

from digest.model import Story


def newest_first(stories: Iterable[Story]) -> tuple[Story, ...]:
    """Return stories, the newest first; those without a date come last."""
    dated: list[Story] = []
    undated: list[Story] = []
    for story in stories:
        (dated if story.latest else undated).append(story)
    dated.sort(key=lambda story: story.id)
    dated.sort(key=lambda story: story.latest.sort_key if story.latest else (), reverse=True)
    return (*dated, *undated)


def pinned(stories: Iterable[Story]) -> tuple[Story, ...]:
    """Return the stories that editors pinned to the top of the front page, in their order."""
    found = (one for one in newest_first(stories) if one.pinned is not None)
    return tuple(sorted(found, key=lambda story: story.pinned or 0))
