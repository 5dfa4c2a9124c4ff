"""What is there for crawlers alone: `robots.txt`, and the sitemap of the last days' news."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from digests import NEWSWEEK, RBC, WTOP, a_digest, settings
from lxml import etree

from digest.model import Layout, Moment, Story
from digest.publish.outside import for_crawlers
from digest.publish.outside.crawlers import URLS

NS = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


def files(**fields: object) -> dict[str, str]:
    made = {"site_url": "https://example.org/", "outputs": ("news",)} | fields
    stories = made.pop("stories", None)
    site = a_digest(settings=settings(**made), **({"stories": stories, "utterances": ()} if stories else {}))
    return {file.path: file.content.decode() for file in for_crawlers(site)}


def news(**fields: object) -> list[tuple[str, ...]]:
    root = etree.fromstring(files(**fields)["news-sitemap.xml"].encode())
    names = ("s:loc", ".//n:language", ".//n:publication_date", ".//n:title", ".//n:name")
    return [tuple(url.findtext(name, namespaces=NS) for name in names) for url in root.findall("s:url", NS)]


def test_robots_names_the_sitemaps() -> None:
    said = files()["robots.txt"]
    assert "User-agent: *\nAllow: /\n" in said
    assert "Sitemap: https://example.org/sitemap.xml\n" in said
    assert "Sitemap: https://example.org/news-sitemap.xml\n" in said


def test_there_is_no_robots_where_no_crawler_reads_it(tmp_path: Path) -> None:
    assert "robots.txt" not in files(site_url="https://example.org/digest/")
    assert "robots.txt" not in files(layout=Layout.HOST, prefix="digest/")
    (tmp_path / "robots.txt").write_text("User-agent: *\n", encoding="utf-8")
    assert "robots.txt" not in files(pages_dir=tmp_path)


def test_the_sitemap_of_news_is_there_if_asked_for() -> None:
    assert files(outputs=()).keys() == {"robots.txt"}


def test_news_of_two_days_is_named_in_each_edition_that_has_a_headline_of_its_own() -> None:
    found = news(languages=("en", "es", "ar"), stories=(Story(articles=(NEWSWEEK,)), Story(articles=(RBC,))))
    # Nobody translated it into Spanish or Arabic; the Russian report has no date.
    [(address, language, day, title, name)] = found
    assert (address, language, name) == (f"https://example.org/en/story/{NEWSWEEK.id}/", "en", "The Digest")
    assert (day, title) == ("2025-12-04", NEWSWEEK.title)


def test_what_is_older_than_two_days_is_no_news() -> None:
    stories = (Story(articles=(NEWSWEEK,)),)
    assert news(stories=stories, as_of=date(2025, 12, 5))
    assert not news(stories=stories, as_of=date(2025, 12, 6))


def test_chinese_is_named_by_its_script() -> None:
    there = replace(
        WTOP,
        language="zh-Hant",
        published=Moment(date(2025, 12, 4), datetime(2025, 12, 4, 8, tzinfo=timezone(timedelta(hours=8)))),
    )
    [(_, language, moment, *_)] = news(languages=("zh-Hant",), stories=(Story(articles=(there,)),))
    assert (language, moment) == ("zh-tw", "2025-12-04T08:00:00+08:00")


def test_a_file_holds_no_more_news_than_the_protocol_lets_it() -> None:
    many = tuple(Story(articles=(replace(NEWSWEEK, id=f"newsweek/{n:04}"),)) for n in range(URLS + 5))
    assert len(news(languages=("en",), stories=many)) == URLS
