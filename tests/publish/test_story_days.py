"""Long stories, day by day: what is new first."""

from __future__ import annotations

from typing import Any

from builders import a_moment, an_article, an_outlet
from digests import a_digest
from lxml import html
from markup import said, select
from rendered import body

from digest.model import Article, Story


def a_report(day: str, *, language: str = "en", outlet: str = "Newsweek", **fields: Any) -> Article:
    title = fields.pop("title", f"News of {day}")
    return an_article(
        slug=f"{day or 'undated'}-{language}",
        title=title,
        language=language,
        outlet=an_outlet(outlet),
        published=a_moment(day) if day else None,
        **fields,
    )


def days(*articles: Article, language: str = "en", **story: Any) -> html.HtmlElement | None:
    site = a_digest(stories=(Story(articles=articles, **story),), utterances=())
    found = select(body(site, f"{language}/story/{articles[0].id}/"), ".story__days")
    return found[0] if found else None


def texts(element: html.HtmlElement | None, selector: str) -> list[str]:
    return [said(one) for one in select(element, selector)] if element is not None else []


def newest(told: html.HtmlElement | None, path: str) -> list[str]:
    """Return the texts of what stands above the days before."""
    return [said(one) for one in told.xpath(path)] if told is not None else []


WEEK = [a_report(f"2025-12-0{day}") for day in (1, 2, 3, 4)]


def test_a_long_story_begins_with_its_newest_day_and_goes_back_day_by_day() -> None:
    told = days(*WEEK)

    assert texts(told, "h2") == ["What is new"]
    assert texts(told, "h3 time") == [f"December {day}, 2025" for day in (4, 3, 2, 1)]
    assert newest(told, "ul//a") == ["News of 2025-12-04"]
    assert texts(told, "details .headlines a") == [f"News of 2025-12-0{day}" for day in (3, 2, 1)]


def test_a_story_of_two_days_is_not_told_by_days() -> None:
    assert days(*WEEK[:2]) is None


def test_a_day_names_three_reports_those_in_the_readers_language_first_and_counts_the_others() -> None:
    crowd = [a_report("2025-12-04", language=code) for code in ("ar", "de", "fr", "es")]
    told = days(*WEEK[:3], *crowd, language="es")

    assert len(newest(told, "ul//a")) == 3
    assert newest(told, "ul//a")[0] == "News of 2025-12-04"
    assert newest(told, "p") == ["1 más"]


def test_an_editors_chapters_have_their_headlines_whatever_the_number_of_days() -> None:
    chapters = {WEEK[1].id: {"en": "The ceasefire", "fr": "Le cessez-le-feu"}}

    told = days(*WEEK[:3], titled_chapters=chapters)
    assert texts(told, ".chapter__title") == ["The ceasefire"]
    assert texts(told, "h3") == ["December 2 to December 3, 2025 The ceasefire", "December 1, 2025"]
    assert texts(days(*WEEK[:3], language="fr", titled_chapters=chapters), ".chapter__title") == [
        "Le cessez-le-feu"
    ]


def test_a_chapter_of_many_days_names_its_newest_reports_first() -> None:
    told = days(*WEEK, titled_chapters={WEEK[0].id: {"en": "The talks"}})

    assert newest(told, "ul//a") == [f"News of 2025-12-0{day}" for day in (4, 3, 2)]


def test_a_chapter_has_the_whole_day_of_the_report_that_it_begins_with() -> None:
    before = a_report("2025-12-02", language="ar")
    articles = sorted((*WEEK, before), key=lambda article: article.sort_key)
    begins = max((before, WEEK[1]), key=lambda article: article.sort_key)

    told = days(*articles, titled_chapters={begins.id: {"en": "The ceasefire"}})

    assert texts(told, "h3")[1:] == ["December 1, 2025"]


def test_reports_without_a_date_come_last_and_say_so() -> None:
    assert texts(days(*WEEK[:3], a_report("")), "h3")[-1] == "Without a date"


def test_a_reprint_is_not_named_beside_what_it_reprints() -> None:
    copy = a_report("2025-12-04", outlet="WTOP")
    told = days(*WEEK, copy, reprints={copy.id: WEEK[3].id})

    assert newest(told, "ul//p") == ["Newsweek"]
