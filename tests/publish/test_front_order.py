"""In which order stories stand, which of them a front page has room for, and which are closed."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from builders import an_article
from digests import settings

from digest.model import Moment, Story
from digest.publish.order import at_front, counted_from, is_closed, newest_first


def a_story(slug: str, day: str | None = "2026-03-05", hour: int | None = None, **fields: object) -> Story:
    moment = None
    if day:
        when = date.fromisoformat(day)
        zone = timezone(timedelta(0))
        instant = datetime(when.year, when.month, when.day, hour, tzinfo=zone) if hour is not None else None
        moment = Moment(when, instant)
    return Story(articles=(an_article(slug=slug, published=moment),), **fields)  # type: ignore[arg-type]


def names(stories: tuple[Story, ...]) -> str:
    return " ".join(str(story.id).partition("/")[2] for story in stories)


def test_the_newest_story_comes_first_those_of_one_moment_by_name_and_those_without_a_date_last() -> None:
    stories = [
        a_story("none", None),
        a_story("b"),
        a_story("noon", hour=12),
        a_story("a"),
        a_story("later", "2026-03-06"),
        a_story("evening", hour=20),
    ]
    assert names(newest_first(stories)) == "later evening noon a b none"
    assert names(newest_first(reversed(stories))) == "later evening noon a b none"


@pytest.mark.parametrize(
    ("days", "as_of", "counted"),
    [
        ([], None, None),
        ([None], None, None),
        (["2026-03-05"], None, "2026-03-05"),
        (["2026-03-05", "2026-03-05", "2027-01-01"], None, "2026-03-05"),
        (["2026-03-05", "2026-03-05", "2026-03-06", "2026-03-06"], None, "2026-03-06"),
        (["2026-03-05", "2026-03-06"], None, "2026-03-06"),
        (["2026-03-05", "2026-03-05"], "2026-03-09", "2026-03-09"),
        ([], "2026-03-09", "2026-03-09"),
    ],
)
def test_ages_count_from_the_newest_day_that_more_than_one_article_is_of(
    days: list[str | None], as_of: str | None, counted: str | None
) -> None:
    articles = [a_story(str(number), day).articles[0] for number, day in enumerate(days)]
    found = counted_from(articles, date.fromisoformat(as_of) if as_of else None)
    assert (found.isoformat() if found else None) == counted


@pytest.mark.parametrize(
    ("ages", "days", "most", "shown"),
    [
        # Seven days: what is of today to six days ago.
        ([0, 1, 6, 7, 8, 9, 10, 11], 7, 36, 6),
        ([0, 1, 2, 3, 4, 5, 6, 6, 7], 7, 36, 8),
        ([0, 1, 2, 3, 4, 5, 6, 6, 7], 7, 5, 5),
        ([0, 30, 60, 90, 120, 150, 180], 7, 36, 6),
        ([0, 30], 7, 36, 2),
        ([0] * 9, 1, 36, 9),
    ],
)
def test_a_front_page_has_what_is_new_six_stories_at_least_and_no_more_than_it_may(
    ages: list[int], days: int, most: int, shown: int
) -> None:
    today = date(2026, 3, 31)
    stories = [a_story(f"s{at:02}", str(today - timedelta(days=age))) for at, age in enumerate(ages)]
    own = settings(as_of=today, front_days=days, front_stories=most)
    assert len(at_front(stories, own)) == shown


def test_what_editors_pinned_stands_first_in_their_order_all_of_it_and_what_they_hid_nowhere() -> None:
    stories = [
        a_story("new", "2026-03-31"),
        a_story("second", "2020-01-01", pinned=1),
        a_story("first", None, pinned=0),
        a_story("hidden", "2026-03-31", hidden=True),
        a_story("third", "2026-03-30", pinned=2),
    ]
    assert names(at_front(stories, settings(front_stories=36))) == "first second third new"
    assert names(at_front(stories, settings(front_stories=2))) == "first second third"


@pytest.mark.parametrize(
    ("day", "before", "closed"),
    [
        ("2025-12-31", "2026-01-01", True),
        ("2026-01-01", "2026-01-01", False),
        ("2026-01-02", "2026-01-01", False),
        (None, "2026-01-01", False),
        ("2025-12-31", None, False),
    ],
)
def test_a_story_is_closed_once_its_newest_report_is_of_an_earlier_day(
    day: str | None, before: str | None, *, closed: bool
) -> None:
    assert is_closed(a_story("a", day), date.fromisoformat(before) if before else None) is closed
