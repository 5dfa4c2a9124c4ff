"""Lists in pages of thirty, the archive, and the pages of outlets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from builders import a_moment, a_person, a_quote, an_article, an_outlet
from digests import MADURO, TOPIC, a_digest, settings
from markup import said, select
from rendered import body

from digest.model import Article, Moment, Severity, Site, Story, Utterance, UtteranceId, Wording, WordingState
from digest.publish import late, publish
from digest.publish.pages import pages

BLICK = an_outlet("Blick", country="CH")


def reported(number: int, *, first: date = date(2025, 1, 1), step: int = 9) -> tuple[Article, Utterance]:
    """Return a report with a quotation, each some days after the one before."""
    day = Moment(first + timedelta(days=step * number))
    words = f"This is statement number {number}"
    article = an_article(
        f"“{words}”, Nicolás Maduro said.",
        slug=f"a{number}",
        title=f"Story {number}",
        published=day,
        topics=(TOPIC.id,),
        outlet=BLICK,
    )
    wording = Wording(quote=a_quote(words, article=article), state=WordingState.AS_PRINTED)
    said_once = Utterance(
        id=UtteranceId(f"{number:08}"), story=article.id, person=MADURO, wordings=(wording,)
    )
    return article, said_once


def a_paper(number: int, **fields: object) -> Site:
    made = [reported(at) for at in range(number)]
    return a_digest(
        stories=tuple(Story(articles=(article,), topics=(TOPIC.id,)) for article, _ in made),
        utterances=tuple(utterance for _, utterance in made),
        **fields,
    )


def headlines(site: Site, path: str) -> list[str]:
    return [said(one) for one in select(body(site, path), ".teaser__headline")]


def numbers(*found: int) -> list[str]:
    return [f"Story {number}" for number in found]


def test_a_topic_shows_the_newest_thirty_and_numbers_its_older_pages_from_the_oldest() -> None:
    site = a_paper(70)
    assert headlines(site, "en/topic/diplomacy/") == numbers(*range(69, 39, -1))
    assert headlines(site, "en/topic/diplomacy/page/2/") == numbers(*range(59, 29, -1))
    assert headlines(site, "en/topic/diplomacy/page/1/") == numbers(*range(29, -1, -1))


def test_new_stories_move_nothing_on_numbered_pages() -> None:
    for path in ("en/topic/diplomacy/page/1/", "en/topic/diplomacy/page/2/"):
        assert headlines(a_paper(70), path) == headlines(a_paper(95), path)


def test_a_list_that_one_page_holds_has_no_other() -> None:
    site = a_paper(30)
    assert not [one.path for one in pages(site) if "/page/" in one.path]
    assert not select(body(site, "en/topic/diplomacy/"), ".turn")


def test_years_are_headings_and_lead_to_the_page_where_they_begin() -> None:
    site = a_paper(70)
    first = body(site, "en/topic/diplomacy/")
    assert [said(year) for year in select(first, ".year")] == ["2026", "2025"]
    links = {said(link): link.get("href") for link in select(first, ".turn a")}
    assert links == {"Older": "page/2/", "2026": "./", "2025": "./"}
    last = body(site, "en/topic/diplomacy/page/1/")
    links = {said(link): link.get("href") for link in select(last, ".turn a")}
    assert links == {"Newer": "../2/", "2026": "../../", "2025": "../../"}


def test_a_person_with_many_statements_has_pages_that_are_verified_and_have_each_statement() -> None:
    site = a_paper(65)
    found = {one.path: one for one in publish(site) if "/person/" in one.path}
    own = [path for path in found if path.startswith("en/")]
    assert len(own) == 3
    shown = [figure.get("id") for path in own for figure in select(body(site, path), "figure.card")]
    assert set(shown) == {f"u-{number:08}" for number in range(65)}
    assert all(len(select(body(site, path), "figure.card")) == 30 for path in own)


def test_a_person_page_says_when_by_whom_and_in_which_languages_statements_were_reported() -> None:
    site = a_paper(3)
    path = next(one.path for one in pages(site) if one.kind == "person" and one.language == "en")
    facts = said(select(body(site, path), ".person__facts")[0])
    assert facts.startswith("3 statements January 1 to January 19, 2025 Reported by Blick")
    assert facts.endswith("English")


def about_paths(site: Site) -> list[str]:
    return [one.path for one in pages(site) if one.kind == "about" and one.language == "en"]


def test_what_others_said_about_a_person_has_a_page_and_a_surname_alone_names_nobody() -> None:
    speaker = a_person("Xiomara Castro")
    texts = ("I spoke with Nicolás Maduro on Monday", "I spoke with Maduro on Monday")
    articles = [an_article(f"“{text}”, Xiomara Castro said.", slug=f"x{at}") for at, text in enumerate(texts)]
    utterances = [
        Utterance(
            id=UtteranceId(f"{at}"),
            story=article.id,
            person=speaker,
            wordings=(
                Wording(
                    quote=a_quote(text, "Xiomara Castro", article=article), state=WordingState.AS_PRINTED
                ),
            ),
        )
        for at, (article, text) in enumerate(zip(articles, texts, strict=True))
    ]
    own_article, own = reported(0)
    stories = tuple(Story(articles=(article,)) for article in (*articles, own_article))
    site = a_digest(stories=stories, utterances=(*utterances, own), people=(MADURO, speaker))
    [path] = about_paths(site)
    assert [figure.get("id") for figure in select(body(site, path), "figure.card")] == ["u-0"]
    list(publish(site))


def test_what_a_person_said_of_himself_is_said_about_nobody() -> None:
    article = an_article("“I, Nicolás Maduro, was there”, Nicolás Maduro said.", slug="self")
    wording = Wording(
        quote=a_quote("I, Nicolás Maduro, was there", article=article), state=WordingState.ORIGINAL
    )
    own = Utterance(id=UtteranceId("1"), story=article.id, person=MADURO, wordings=(wording,))
    assert about_paths(a_digest(stories=(Story(articles=(article,)),), utterances=(own,))) == []


def test_every_outlet_has_a_page_of_its_reports_the_newest_first() -> None:
    site = a_paper(3)
    page = body(site, "en/outlet/blick/")
    assert "Switzerland" in said(select(page, "header")[0])
    assert [said(link) for link in select(page, ".headlines a")] == numbers(2, 1, 0)
    assert [said(link) for link in select(body(site, "en/outlets/"), ".roll a")] == ["Blick"]


def test_the_archive_leads_by_months_and_days_to_every_story() -> None:
    site = a_paper(5)
    months = [link.get("href") for link in select(body(site, "en/archive/"), ".roll a")]
    assert months == ["2025-02/", "2025-01/"]
    days = [link.get("href") for link in select(body(site, "en/archive/2025-01/"), ".section__name a")]
    assert days == ["../2025-01-28/", "../2025-01-19/", "../2025-01-10/", "../2025-01-01/"]
    [headline] = select(body(site, "en/archive/2025-01-28/"), ".headlines a")
    assert said(headline) == "Story 3"


def test_a_story_stands_on_each_day_of_its_reports_so_that_a_later_one_moves_nothing() -> None:
    early, late = (an_article(slug=f"s{day}", published=a_moment(f"2025-12-0{day}")) for day in (1, 3))
    paths = []
    for articles in ((early,), (early, late)):
        site = a_digest(stories=(Story(articles=articles),), utterances=())
        paths.append({one.path for one in pages(site) if one.kind == "day" and one.language == "en"})
    assert paths == [{"en/archive/2025-12-01/"}, {"en/archive/2025-12-01/", "en/archive/2025-12-03/"}]


def test_a_story_without_a_date_is_in_the_archive_too() -> None:
    site = a_digest(stories=(Story(articles=(an_article(published=None),)),), utterances=())
    [link] = select(body(site, "en/archive/"), "a")
    assert link.get("href") == "undated/"
    assert [said(one) for one in select(body(site, "en/archive/undated/"), "h1")] == ["Without a date"]


def test_stories_leave_the_front_page_by_age_and_by_number_and_six_always_stay() -> None:
    assert len(on_front(a_paper(40))) == 6
    weekly = a_paper(40, settings=settings(front_days=64))
    assert on_front(weekly) == numbers(*range(39, 31, -1))
    few = a_paper(40, settings=settings(front_days=1000, front_stories=10))
    assert on_front(few) == numbers(*range(39, 29, -1))


def on_front(site: Site) -> list[str]:
    links = select(body(site, "en/"), "article a") + select(body(site, "en/"), ".headlines a")
    return [text for link in links if (text := said(link)).startswith("Story")]


def test_ages_count_from_as_of_else_from_the_newest_day_with_two_reports() -> None:
    made = [reported(at, step=1)[0] for at in range(20)]
    lone = replace(made[-1], id=made[-1].id + "-late", title="Story 99", published=a_moment("2031-01-01"))
    twin = replace(made[-1], id=made[-1].id + "-twin", title="Story 98")
    stories = tuple(Story(articles=(article,)) for article in (*made, twin, lone))
    site = a_digest(stories=stories, utterances=())
    assert on_front(site) == numbers(99, 19, 98, *range(18, 12, -1))
    later = a_digest(stories=stories, utterances=(), settings=settings(as_of=date(2025, 1, 22)))
    assert on_front(later) == numbers(99, 19, 98, 18, 17, 16, 15)


def test_a_lone_article_far_ahead_of_all_others_is_named_with_its_line() -> None:
    made = [reported(at // 2, step=1)[0] for at in range(8)]
    slip = replace(
        made[0],
        published=a_moment("2052-01-01"),
        path="articles/slip.md",
        line_by_field={"published": 4},
    )
    soon = replace(made[0], published=a_moment("2025-01-06"))
    [notice] = late((*made, slip, soon), settings())
    assert str(notice).startswith(
        "articles/slip.md:4: 2052-01-01 is 9858 days after the newest day with two articles (2025-01-04)"
    )
    assert notice.severity is Severity.NOTICE
    assert late((*made, slip), settings(as_of=date(2052, 1, 1))) == ()


def test_a_story_that_nobody_gave_a_topic_is_under_other_topics() -> None:
    site = a_digest(stories=(Story(articles=(an_article(),)),), utterances=(), topics=())
    assert [said(link) for link in select(body(site, "en/topics/"), ".section__name a")] == ["Other topics"]
    assert headlines(site, "en/topic/other/") == ["Maduro confirms call"]


def test_a_topic_without_a_label_in_the_readers_language_is_called_by_another_one_marked_as_such() -> None:
    site = a_digest()
    [label] = select(body(site, "fr/topic/diplomacy/"), "h1 span")
    assert (label.get("lang"), said(label)) == ("en", "Diplomacy")
