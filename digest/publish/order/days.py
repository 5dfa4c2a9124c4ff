"""The archive: on which days stories were reported.

A story stands on every day that one of its reports is of. A later report adds a day and moves nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from digest.model import Story
from digest.publish.order.stories import newest_first

UNDATED = None
"""The day of stories of which no report has a date."""


def days_of(story: Story) -> tuple[date, ...]:
    """Return the days on which a story was reported, the first one first."""
    return tuple(sorted({article.moment.day for article in story.articles if article.moment}))


def stories_by_day(stories: Iterable[Story]) -> Mapping[date | None, tuple[Story, ...]]:
    """Return the stories of each day, the newest day first; those without any date come last."""
    found: dict[date | None, list[Story]] = defaultdict(list)
    for story in newest_first(stories):
        for day in days_of(story) or (UNDATED,):
            found[day].append(story)
    dated = sorted((day for day in found if day), reverse=True)
    return {day: tuple(found[day]) for day in (*dated, *((UNDATED,) if UNDATED in found else ()))}


def is_closed(story: Story, before: date | None) -> bool:
    """Tell whether the newest report of a story is of an earlier day than that from which years are open."""
    return before is not None and story.latest is not None and story.latest.day < before


def months(days: Iterable[date | None]) -> Mapping[tuple[int, int], tuple[date, ...]]:
    """Return days by year and month, in their own order."""
    found: dict[tuple[int, int], list[date]] = defaultdict(list)
    for day in days:
        if day:
            found[day.year, day.month].append(day)
    return {month: tuple(own) for month, own in found.items()}
