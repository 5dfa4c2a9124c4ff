"""Which stories stand on a front page: they leave it by their age and their number, never by a clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from digest.model import Article, Problem, Settings, Severity, Story
from digest.publish.order.stories import newest_first, pinned

FEWEST = 6
"""Stories that stay whatever their age: where little is published, a front page is old and not empty."""


def counted_from(articles: Iterable[Article], as_of: date | None) -> date | None:
    """Return the day from which ages count: `as_of`, else the newest day with two articles, else the newest.

    A single article may be dated a year ahead by mistake, and nothing else would be new any more.
    """
    if as_of:
        return as_of
    by_day = Counter(article.moment.day for article in articles if article.moment)
    shared = [day for day, number in by_day.items() if number > 1]
    return max(shared or by_day, default=None)


def at_front(stories: Iterable[Story], settings: Settings) -> tuple[Story, ...]:
    """Return the stories of a front page: what editors pinned, in their order, then the newest first."""
    stories = tuple(stories)
    first = pinned(stories)
    articles = (article for story in stories for article in story.articles)
    today = counted_from(articles, settings.as_of)
    others = [story for story in newest_first(stories) if story.pinned is None and not story.hidden]
    recent = sum(
        1 for story in others if story.latest and _age(story.latest.day, today) < settings.front_days
    )
    fewest = max(0, FEWEST - len(first))
    return (*first, *others[: max(recent, fewest)])[: max(settings.front_stories, len(first))]


def late(articles: Iterable[Article], settings: Settings) -> tuple[Problem, ...]:
    """Return a notice for each article that is newer than all others by more than a front page holds.

    It stands at the top of the front page until the rest has come as far: probably its date is wrong.
    """
    articles = tuple(articles)
    today = counted_from(articles, settings.as_of)
    return tuple(
        Problem(
            article.path,
            article.line_by_field.get("published"),
            Severity.NOTICE,
            f"{article.moment.day} is {-_age(article.moment.day, today)} days after the newest day with two"
            f" articles ({today}), from which the front page counts; if that is a slip, mend the date",
        )
        for article in articles
        if article.moment and _age(article.moment.day, today) < -settings.front_days
    )


def _age(day: date, today: date | None) -> int:
    """Return how many days ago a day was; ordinals, as a date cannot be before the year 1."""
    return today.toordinal() - day.toordinal() if today else 0
