"""What a page says of its days."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from saved_pages import a_saved_page, declared, reading


def linked(**values: object) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", **values}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


@pytest.mark.parametrize(
    "written",
    [
        "2026-03-05T23:30:00-04:00", "2026-03-05T23:30:00.1234567-04:00", "2026-03-06T03:30:00+0000", "2026-03-06 03:30:00Z",
        "Thu, 05 Mar 2026 23:30:00 -0400", "2026/03/06 03:30", "20260306T033000",
    ],
)  # fmt: skip
def test_dates_are_read_in_the_forms_that_pages_use(written: str) -> None:
    page = reading(a_saved_page("it", head=f'<meta property="article:published_time" content="{written}">'))[
        0
    ]
    assert page.published is not None
    assert page.published.instant is not None
    assert page.published.instant.replace(microsecond=0) == datetime(2026, 3, 6, 3, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "written", "moment"),
    [
        ("en", "March 5, 2026 10:30 pm EST", "2026-03-06T03:30:00+00:00"),
        ("en", "Thursday 5 March 2026 at 10.30pm GMT", "2026-03-05T22:30:00+00:00"),
        ("it", "giovedì 5 marzo 2026, ore 22:30", "2026-03-05T22:30:00+00:00"),
        ("ja", "2026年3月5日 22:30", "2026-03-05T22:30:00+00:00"),
        ("uk", "5 березня 2026, 22:30", "2026-03-05T22:30:00+00:00"),
        ("it", "05/03/2026", "2026-03-05"),
        ("en", "13/03/2026", "2026-03-13"),
        ("ru", "3 марта 2026 года, 16:30", "2026-03-03T16:30:00+00:00"),
        ("fr", "1er mars 2026", "2026-03-01"),
    ],
)
@pytest.mark.parametrize("place", ["meta", "time", "span"])
def test_dates_are_read_in_the_words_of_the_page(
    language: str, written: str, moment: str, place: str
) -> None:
    head = f'<meta property="article:published_time" content="{written}">' if place == "meta" else ""
    line = "" if head else f'<{place} class="entry-date">{written}</{place}>'
    page, _ = reading(declared(language, head=head).replace("</h1>", f"</h1>{line}"))
    assert page.published is not None
    instant = page.published.instant
    assert (instant.isoformat() if instant else page.published.day.isoformat()) == moment


@pytest.mark.parametrize(
    ("language", "line"),
    [("it", "martedì 3 marzo 2026"), ("ru", "3 марта 2026 года, 16:30"), ("ja", "2026年3月3日 16:30"), ("ko", "2026년 3월 3일")],
)  # fmt: skip
def test_a_line_under_the_headline_that_is_a_day_is_the_date_and_elsewhere_it_is_not(
    language: str, line: str
) -> None:
    page = declared(language)
    told = reading(page.replace("</h1>", f"</h1><p>{line}</p>"))[0].published
    assert told is not None
    assert told.day == date(2026, 3, 3)
    for elsewhere in (
        page.replace("<article", f'<p class="date">{line}</p><article'),
        page.replace("<h1", f'<div id="header"><p class="date">{line}</p></div><h1'),
        page.replace("</body>", f"<p>{line}</p></body>"),
    ):
        found = reading(elsewhere)[0].published
        assert found is None


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("zh", '<div class="info"><span class="time">2026年03月05日 22:30</span> 来源：海角晚报 记者：陈海宁 周小雨 责任编辑：何帆</div>'),
        ("zh", '<div class="info"><span>2026-03-05 22:30</span> 来源：海角晚报 作者：陈海宁 周小雨</div>'),
        ("zh", "<div>2026年03月05日 22:30 来源：海角晚报</div>"),
        ("ja", "<div><span>2026年3月5日 22:30</span> 出典：みさき日報 文：山田花子 編集：田中太郎 写真：鈴木一</div>"),
        ("en", "<div class='date'>5 March 2026, 22:30 Source: The Cape Evening</div>"),
    ],
)  # fmt: skip
def test_a_day_is_read_where_its_source_follows_in_the_same_element(language: str, line: str) -> None:
    told = reading(declared(language).replace("</h1>", f"</h1>{line}"))[0].published
    assert told is not None
    assert told.instant is not None
    assert told.instant.isoformat() == "2026-03-05T22:30:00+00:00"


def test_a_label_behind_a_day_that_names_another_day_leaves_both_untold() -> None:
    line = "<div>5 March 2026 Updated: 7 March 2026</div>"
    assert reading(declared("en").replace("</h1>", f"</h1>{line}"))[0].published is None


def test_a_line_with_two_days_tells_neither() -> None:
    line = "Updated 5 March 2026; first published 3 March 2026"
    page = declared("en").replace("</h1>", f'</h1><span class="published">{line}</span>')
    assert reading(page)[0].published is None


def in_english(*, head: str = "", inside: str = "") -> str:
    """Return a page in English, where the order of day and month is not known."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The new harbour</title>{head}</head><body>'
        f"<article><h1>The new harbour</h1><p>The council approved the plan for a new harbour on Thursday after two "
        f"years of talks.</p>{inside}<p>The work will begin in spring and last for three years, it said.</p></article>"
    )


@pytest.mark.parametrize(
    "page",
    [
        in_english(head='<meta property="article:published_time" content="05/03/2026">'),
        in_english(inside="<time>5.3.2026</time>"),
        in_english(inside='<p class="date">05/03/2026</p>'),
        a_saved_page("it", inside="<time>La terza delle cinque sere che la città dedica al vecchio molo, 5 marzo 2026</time>"),
    ],
)  # fmt: skip
def test_a_date_that_may_mean_two_days_and_a_text_that_names_a_day_are_none(page: str) -> None:
    told = reading(page)[0].published
    assert told is None or "2026" not in str(told.day)


def test_the_date_of_another_story_is_not_the_page_s() -> None:
    old = '<aside><time datetime="2018-01-01T00:00:00Z"></time></aside><div class="related-posts"><time datetime="2017-01-01"></time></div>'
    page = reading(
        a_saved_page("pl", inside='<time datetime="2026-02-02T08:00:00Z">dziś</time>', behind=old, after=old)
    )[0]
    assert page.published is not None
    assert page.published.day == date(2026, 2, 2)


def test_a_later_change_is_told_and_an_earlier_one_is_not() -> None:
    head = '<meta property="article:published_time" content="2026-03-05"><meta property="article:modified_time" content="2026-03-0{0}">'
    assert reading(a_saved_page("it", head=head.format(7)))[0].updated is not None
    assert reading(a_saved_page("it", head=head.format(5)))[0].updated is None
