"""In which order stories stand."""

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


def front_order(stories: Iterable[Story]) -> tuple[Story, ...]:
    """Return stories as a front page has them: what editors pinned, in their order, then the newest first."""
    ordered = newest_first(stories)
    pinned = sorted((one for one in ordered if one.pinned is not None), key=lambda story: story.pinned or 0)
    return (*pinned, *(one for one in ordered if one.pinned is None))
