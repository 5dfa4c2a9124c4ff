"""Closed years as sites of their own: each has its own pages, and nothing that is told later changes it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import pytest
from builders import a_moment, a_person, a_quote, an_article, an_outlet
from digests import MADURO, NEWSWEEK, RBC, TOPIC, WTOP, a_digest, an_utterance, settings
from sites import a_site, run, tree

from digest.config import archive_settings
from digest.errors import ConfigError
from digest.model import (
    Correction,
    CorrectionKind,
    History,
    Moved,
    OutputFile,
    Page,
    Site,
    Story,
    Utterance,
    UtteranceId,
    Wording,
    WordingState,
    WrittenBy,
)
from digest.publish import missing, parted, publish, shell

BEFORE_2025, BEFORE_2026 = date(2025, 1, 1), date(2026, 1, 1)
SITES = ((BEFORE_2025, "https://old.example.org/"), (BEFORE_2026, "https://example.net/2025/"))
MAYOR = a_person("Ann Example")


def a_report(words: str, slug: str, day: str) -> tuple[Story, Utterance]:
    """Return a story of one report in which the mayor says something."""
    report = an_article(
        f"“{words}” Ann Example said.",
        slug=slug,
        title=f"Report on {slug}",
        outlet=an_outlet("Herald"),
        published=a_moment(day),
        written_by=WrittenBy.DESK,
    )
    said = Wording(quote=a_quote(words, article=report), state=WordingState.AS_PRINTED)
    return Story(articles=(report,)), Utterance(
        id=UtteranceId(f"id-{slug}"), story=report.id, person=MAYOR, wordings=(said,)
    )


OLD = a_report("The old pier is lost.", "pier", "2024-05-06")
NEW = a_report("The ferry sails at last.", "ferry", "2026-02-03")


def whole(*more: tuple[Story, Utterance], **fields: Any) -> Site:
    """Return everything: a story of 2024, one of December 2025, one of 2026, and one without a date."""
    stories = (Story(articles=(WTOP, NEWSWEEK), topics=(TOPIC.id,)), Story(articles=(RBC,)), OLD[0], NEW[0])
    given: dict[str, Any] = {
        "settings": settings(languages=("en", "es"), archive_sites=SITES),
        "stories": (*stories, *(story for story, _ in more)),
        "utterances": (an_utterance(), OLD[1], NEW[1], *(said for _, said in more)),
        "people": (MADURO, MAYOR),
        **fields,
    }
    return a_digest(**given)


def at(day: date | None, site: Site | None = None) -> Site:
    """Return the part of a site that has what was closed before a day, or what is open."""
    site = site or whole()
    return parted(replace(site, settings=archive_settings(site.settings, day) if day else site.settings))


def made(site: Site) -> dict[str, Page | OutputFile]:
    return {one.path: one for one in publish(site)}


def body(site: Site, path: str) -> str:
    page = made(site)[path]
    assert isinstance(page, Page)
    return page.body


def test_every_story_and_statement_is_on_one_site() -> None:
    parts = [at(day) for day in (None, BEFORE_2026, BEFORE_2025)]
    assert [[story.id for story in part.stories] for part in parts] == [
        [RBC.id, NEW[0].id],
        [WTOP.id],
        [OLD[0].id],
    ]
    assert [[said.id for said in part.utterances] for part in parts] == [
        ["id-ferry"],
        ["c0ffee01"],
        ["id-pier"],
    ]


def test_what_is_told_later_changes_no_byte_of_an_older_site() -> None:
    later = a_report("A second ferry is built.", "second", "2026-03-04")
    for day in (BEFORE_2025, BEFORE_2026):
        assert made(at(day, whole(later))) == made(at(day))


def test_every_link_within_a_site_leads_to_a_page_of_it() -> None:
    for day in (None, BEFORE_2026, BEFORE_2025):
        pages = made(at(day))
        for path, page in pages.items():
            if isinstance(page, Page):
                for href in re.findall(r'href="([^"#]+)', page.body):
                    target = unquote(urljoin(f"https://here/{path}", href))
                    if target.startswith("https://here/") and target.endswith("/"):
                        assert target.removeprefix("https://here/") in pages, (day, path, href)


def test_lists_lead_to_the_same_page_of_older_years_where_it_is_there() -> None:
    site = at(None)
    mayor = f'<a href="https://old.example.org/en/person/{MAYOR.id}/">Archive until December 31, 2024</a>'
    assert mayor in body(site, f"en/person/{MAYOR.id}/")
    assert "https://example.net/2025/" not in body(site, f"en/person/{MAYOR.id}/")
    archive = body(site, "es/archive/")
    assert archive.index("https://example.net/2025/es/archive/") < archive.index(
        "https://old.example.org/es/archive/"
    )
    assert "https://old.example.org/en/search/" in body(site, "en/search/")
    assert "example.org/en/" not in body(at(BEFORE_2025), f"en/person/{MAYOR.id}/")


def test_crawlers_are_told_of_all_sitemaps_by_the_open_site() -> None:
    own = settings(languages=("en",), archive_sites=SITES, site_url="https://example.org/")
    robots = made(at(None, whole(settings=own)))["robots.txt"]
    assert isinstance(robots, OutputFile)
    assert robots.content.decode().splitlines()[-3:] == [
        "Sitemap: https://example.org/sitemap.xml",
        "Sitemap: https://example.net/2025/sitemap.xml",
        "Sitemap: https://old.example.org/sitemap.xml",
    ]


def test_the_page_for_missing_addresses_asks_the_next_older_site() -> None:
    own = whole().settings
    asked = [missing(one).body for one in (own, archive_settings(own, BEFORE_2026))]
    assert 'data-older="https://example.net/2025/" data-root="/digest/"' in asked[0]
    assert 'data-older="https://old.example.org/" data-root="/2025/"' in asked[1]
    assert "data-older" not in missing(archive_settings(own, BEFORE_2025)).body


@pytest.mark.parametrize("host", ["netlify", "gitlab-pages"])
def test_a_host_whose_files_go_first_has_lines_to_the_next_older_site(host: str) -> None:
    own = settings(languages=("en",), archive_sites=SITES, host=host)
    lines = made(at(None, whole(settings=own)))["_redirects"]
    assert isinstance(lines, OutputFile)
    story = "/digest/en/story/* https://example.net/2025/en/story/:splat 301"
    assert story in lines.content.decode().splitlines()


def test_a_host_that_follows_every_line_has_none() -> None:
    own = settings(languages=("en",), archive_sites=SITES, host="cloudflare-pages")
    files = made(at(None, whole(settings=own)))
    redirects = files.get("_redirects")
    assert redirects is None or (
        isinstance(redirects, OutputFile) and b"example.net" not in redirects.content
    )


def test_what_the_record_knows_leads_on_at_the_site_that_has_it_now() -> None:
    history = History(
        stories={WTOP.id: OLD[0].id, NEWSWEEK.id: None},
        articles={RBC.id: NEW[0].id},
        people={MADURO.id: MAYOR.id},
        moved={
            NEW[0].id: (Moved(anchor="a", story=OLD[0].id, statement=UtteranceId("id-pier")),),
            OLD[0].id: (Moved(anchor="b"),),
        },
    )
    open_one, old = (at(day, whole(history=history)).history for day in (None, BEFORE_2025))
    assert (dict(open_one.stories), dict(old.stories)) == ({NEWSWEEK.id: None}, {WTOP.id: OLD[0].id})
    assert (dict(open_one.articles), dict(old.articles)) == ({RBC.id: NEW[0].id}, {})
    assert dict(open_one.people) == dict(old.people) == {MADURO.id: MAYOR.id}
    assert NEW[0].id not in open_one.moved
    assert old.moved == {OLD[0].id: (Moved(anchor="b"),)}


@pytest.mark.parametrize("pages", [True, False])
def test_corrections_at_the_open_site_lead_to_the_older_one_that_has_the_article(*, pages: bool) -> None:
    correction = Correction(
        id="c-1",
        kind=CorrectionKind.WORDS,
        day="2026-02-05",
        article=OLD[0].id,
        title="Report on pier",
        language="en",
        now=OLD[1].wordings[0].quote.id,
    )
    own = settings(languages=("en",), archive_sites=SITES, article_pages=pages)
    site = whole(settings=own, history=History(corrections=(correction,)))
    report, statement = re.findall(
        '<a href="([^"]+)" lang="en"[^>]*>Report|<a href="([^"]+)">The',
        body(at(None, site), "en/corrections/"),
    )
    for href in (report[0], statement[1]):
        path, _, fragment = href.removeprefix("https://old.example.org/").partition("#")
        assert not fragment or f'id="{fragment}"' in body(at(BEFORE_2025, site), path), href
    assert [statement[1].partition("#")[2], bool(report[0].partition("#")[2])] == ["u-id-pier", not pages]
    # The older site itself has the page, and stays within it.
    within = body(at(BEFORE_2025, site), "en/corrections/").partition("</header>")[2]
    assert "Report on pier" in within
    assert "https://" not in within


def test_a_site_of_closed_years_says_until_when_and_leads_to_the_open_one() -> None:
    old = archive_settings(whole().settings, BEFORE_2025)
    page = made(at(BEFORE_2025))["es/"]
    assert isinstance(page, Page)
    header = shell(old, page).header
    assert "Archivo hasta el 31 de diciembre de 2024" in header
    assert 'href="https://example.org/digest/es/"' in header
    assert not [path for path in made(at(BEFORE_2025)) if path.endswith("feed.xml")]


def test_a_day_without_a_site_is_named_with_those_that_have_one() -> None:
    with pytest.raises(ConfigError, match="none of 2020-01-01; there are: 2025-01-01, 2026-01-01"):
        archive_settings(whole().settings, date(2020, 1, 1))


def test_a_site_without_such_sites_is_all_of_it() -> None:
    site = a_digest()
    assert parted(site) is site


MKDOCS_YML = """
site_name: The Digest
site_url: https://example.org/
docs_dir: content/pages
plugins:
  - digest:
      languages: [en]
      translate: never
      archive_sites: {2026-01-01: https://2025.example.org}
"""
NEWS = """---
title: The ferry sails
outlet: newsweek
language: en
published: 2026-03-05
---
“The ferry will sail in May,” Mayor Ann Example said on Thursday.
"""


def test_the_command_line_builds_verifies_and_counts_each_site(tmp_path: Path) -> None:
    folder = a_site(tmp_path, {"articles/ferry.md": NEWS}, mkdocs_yml=MKDOCS_YML)
    before = ("--before", "2026-01-01")
    for more in ((), before):
        done = run("digest", "build", *more, folder=folder)
        assert done.returncode == 0, done.stderr
    own, old = tree(folder / "site"), tree(folder / "site-2026-01-01")
    assert "en/article/newsweek/ferry/index.html" in own.keys() - old.keys()
    assert [path for path in old.keys() - own.keys() if path.startswith("en/article/")]
    checked = run("digest", "check", "--site", "site-2026-01-01", *before, folder=folder)
    assert checked.returncode == 0, checked.stderr
    counted = run("digest", "check", "--host", "cloudflare-pages", *before, folder=folder)
    assert f"files: {len(old):,} of 20,000" in counted.stdout
