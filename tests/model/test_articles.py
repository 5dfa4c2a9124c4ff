"""When an article belongs, in what order articles stand, and in which language a passage is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from builders import a_moment, an_article

from digest.model import DeclaredQuote, LanguagePart, Moment, Span


def at(text: str) -> Moment:
    instant = datetime.fromisoformat(text)
    return Moment(instant.astimezone(UTC).date(), instant)


@pytest.mark.parametrize(
    ("published", "updated", "said", "moment"),
    [
        ("2026-03-05", "2026-03-06", ["2026-03-07"], "2026-03-05"),
        (None, "2026-03-06", [], "2026-03-06"),
        (None, "2026-03-06", ["2026-03-01", "2026-03-03", "2026-03-02"], "2026-03-03"),
        (None, "2026-03-06", [None], "2026-03-06"),
        (None, None, [None, "2026-03-01"], "2026-03-01"),
        (None, None, [], None),
    ],
)
def test_an_article_is_of_its_publication_else_of_the_latest_statement_that_it_reports(
    published: str | None, updated: str | None, said: list[str | None], moment: str | None
) -> None:
    quotes = tuple(DeclaredQuote(text="Yes", line=1, said_at=a_moment(day) if day else None) for day in said)
    article = replace(
        an_article(),
        published=a_moment(published) if published else None,
        updated=a_moment(updated) if updated else None,
        quotes=quotes,
    )
    assert article.moment == (a_moment(moment) if moment else None)


def test_articles_stand_by_day_and_instant_a_day_alone_first_and_those_without_a_date_last() -> None:
    berlin = timezone(timedelta(hours=1))
    moments = {
        "undated": None,
        "evening": at("2026-03-05T20:00:00+00:00"),
        "noon": Moment(a_moment("2026-03-05").day, datetime(2026, 3, 5, 12, 0, tzinfo=berlin)),
        "later": a_moment("2026-03-06"),
        "day": a_moment("2026-03-05"),
        "also": a_moment("2026-03-05"),
    }
    articles = [an_article(slug=slug, published=moment) for slug, moment in moments.items()]
    ordered = sorted(articles, key=lambda article: article.sort_key)
    assert [str(one.id).partition("/")[2] for one in ordered] == [
        "also",
        "day",
        "noon",
        "evening",
        "later",
        "undated",
    ]


@pytest.mark.parametrize(
    ("start", "end", "language"),
    [(0, 5, None), (6, 9, "es"), (6, 10, "es"), (7, 10, "es"), (5, 9, None), (9, 12, None), (12, 14, "fr")],
)
def test_a_passage_is_in_the_language_that_the_page_gives_to_all_of_it(
    start: int, end: int, language: str | None
) -> None:
    parts = (LanguagePart(Span(6, 10), "es"), LanguagePart(Span(12, 20), "fr"))
    article = replace(an_article("x" * 30), language_parts=parts)
    assert article.language_at(Span(start, end)) == language
