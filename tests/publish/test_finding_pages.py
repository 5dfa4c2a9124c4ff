"""`digest.publish.pages.finding` and `maker`: pages from which readers find stories, and what makes a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import unquote

import pytest
from builders import a_person, an_article, an_outlet
from digests import MADURO, a_digest, an_utterance, settings
from markup import said, select
from rendered import body, page

from digest.cache import no_cache
from digest.model import Feeds, Site, Story, UtteranceId
from digest.publish.edition import Edition
from digest.publish.pages.finding import NAMES, finding_pages
from digest.publish.pages.maker import Maker, Preview


def maker(site: Site | None = None, language: str = "en") -> Maker:
    return Maker(Edition(site or a_digest(), language), no_cache())


def sections(site: Site, language: str = "en") -> dict[str, list[str]]:
    """Return what the index of all stories leads to, under each heading."""
    tree = body(site, f"{language}/search/all/")
    return {
        said(select(one, ".section__name")[0]): [said(line) for line in select(one, ".roll li")]
        for one in select(tree, ".section")
    }


def test_the_page_of_the_search_is_in_no_index_and_that_of_all_stories_is() -> None:
    search, every = finding_pages(maker())
    assert (search.path, search.indexed) == ("en/search/", False)
    assert (every.path, every.indexed) == ("en/search/all/", True)


def test_the_index_leads_to_every_month_topic_person_and_outlet() -> None:
    found = sections(a_digest())
    assert found["Archive"] == ["December 2025", "Without a date"]
    assert "Diplomacy" in found["Topics"]
    assert found["People"] == ["Nicolás Maduro"]
    assert set(found["Outlets"]) >= {"Newsweek", "RBC", "WTOP"}


def test_all_ways_lead_to_pages_that_there_are() -> None:
    site = a_digest()
    for link in select(body(site, "en/search/all/"), ".roll a"):
        path = "en/" + unquote(link.get("href")).removeprefix("../../")
        assert page(site, path).path == path


def test_of_very_many_people_the_first_sixty_stand_there_and_a_page_behind_them_has_all() -> None:
    people = tuple(a_person(f"Person {n:03}") for n in range(NAMES + 5))
    utterances = tuple(
        replace(an_utterance(), id=UtteranceId(f"{n:08}"), person=one) for n, one in enumerate(people)
    )
    found = sections(a_digest(people=people, utterances=utterances))
    assert found["People"] == [f"Person {n:03}" for n in range(NAMES)]


def test_a_digest_without_dates_and_people_has_no_months_and_nobody() -> None:
    only = an_article(published=None, outlet=an_outlet("Blick"))
    site = a_digest(stories=(Story(articles=(only,)),), topics=(), people=(), utterances=())
    assert sections(site) == {
        "Archive": ["Without a date"],
        "Topics": ["Other topics"],
        "Outlets": ["Blick"],
    }


def test_a_page_knows_its_address_in_every_edition() -> None:
    made = maker().page("search", lambda code: f"{code}/search/", title="Search", earlier=())
    assert made.alternates == {code: f"{code}/search/" for code in ("en", "es", "fr", "ar")}


def test_what_a_page_is_to_those_who_link_to_it_is_its_preview() -> None:
    preview = Preview(description="Find it.", robots="noindex", image="a.png", feed="a.xml")
    made = maker().page("search", lambda code: f"{code}/search/", title="Search", preview=preview, earlier=())
    assert (made.description, made.robots, made.image, made.feed) == ("Find it.", "noindex", "a.png", "a.xml")


def test_more_for_the_head_is_made_of_the_finished_body() -> None:
    made = maker().page(
        "search",
        lambda code: f"{code}/search/",
        title="Search",
        head=lambda shown: f"{'<form' in shown}",
        earlier=(),
    )
    assert made.head == "True"


@pytest.mark.parametrize(
    ("feeds", "kind", "path"),
    [
        (Feeds(), "topic", "en/topic/a/feed.xml"),
        (Feeds(), "person", ""),
        (Feeds(of=("topic", "person")), "person", "en/topic/a/feed.xml"),
        (Feeds(formats=("json",)), "topic", ""),
    ],
)
def test_a_page_has_an_atom_feed_where_the_site_makes_one(feeds: Feeds, kind: str, path: str) -> None:
    site = a_digest(settings=settings(feeds=feeds))
    assert maker(site).feed(kind, "en/topic/a/") == path


@pytest.mark.parametrize(
    ("before", "month"), [(None, ""), (date(2025, 12, 4), ""), (date(2025, 12, 5), "2025-12")]
)
def test_a_story_that_is_closed_is_kept_under_the_month_of_its_last_report(
    before: date | None, month: str
) -> None:
    site = a_digest(settings=settings(archive_before=before))
    assert maker(site).closed_month(site.stories[0]) == month


def test_a_story_without_a_date_is_never_closed() -> None:
    site = a_digest(settings=settings(archive_before=date(2030, 1, 1)))
    assert maker(site).closed_month(site.stories[1]) == ""


@pytest.mark.parametrize(
    ("language", "one", "many"), [("en", "1 story", "2 stories"), ("es", "1 noticia", "2 noticias")]
)
def test_what_counts_takes_the_form_of_its_number(language: str, one: str, many: str) -> None:
    made = maker(language=language)
    assert made.ngettext("%(num)d story", "%(num)d stories", 1) == one
    assert made.ngettext("%(num)d story", "%(num)d stories", 2) == many


def test_a_persons_name_is_the_one_that_readers_of_the_edition_know() -> None:
    assert sections(a_digest(), "ar")["شخصيات"] == [MADURO.name_by_language["ar"]]
