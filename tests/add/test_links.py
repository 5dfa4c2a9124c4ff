"""Whether articles' addresses still lead somewhere: asked politely, remembered, and shown on their pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from news_server import NewsServer, news_server
from newsrooms import NOW, a_file, a_newsroom, content_of, settings_of
from rendered import body

from digest.add.links import Links
from digest.build import build
from digest.errors import AddError
from digest.fetch import ALLOW_LOOPBACK, Fetcher

HEAD = "---\ntitle: Noticia {0}\noutlet: faro\nlanguage: es\nurl: {1}\n---\nTexto de la noticia {0}.\n"


@pytest.fixture
def news(monkeypatch: pytest.MonkeyPatch) -> Iterator[NewsServer]:
    monkeypatch.setenv(ALLOW_LOOPBACK, "1")
    with news_server() as server:
        yield server


def check(folder: Path, days: int = 0) -> list[str]:
    settings = settings_of(folder)
    links = Links(settings.content_dir, settings.cache_dir, Fetcher(), NOW + timedelta(days=days))
    return [str(problem) for problem in links.check(content_of(folder).articles)]


def a_site_of(folder: Path, *addresses: str) -> Path:
    content = a_newsroom(folder)
    for number, address in enumerate(addresses):
        a_file(content, f"articles/{number}.md", HEAD.format(number, address))
    return content


def test_an_address_that_is_gone_is_told_kept_and_shown_until_it_is_back(
    news: NewsServer, tmp_path: Path
) -> None:
    content = a_site_of(tmp_path, news.at("/a", "x"), news.address + "/gone")
    assert check(tmp_path) == [
        "articles/1.md:5: its address has led nowhere since 2026-03-07; if there is a lasting copy, write it after “archive_url:”"
    ]
    assert json.loads((content / "links.json").read_bytes()) == {news.address + "/gone": "2026-03-07"}
    assert content_of(tmp_path).problems == ()
    page = body(build(settings_of(tmp_path)), "en/article/faro/1/")
    assert "no longer at its address (checked March 7, 2026)" in " ".join(page.text_content().split())
    news.at("/gone", "back")
    assert check(tmp_path, days=8) == []
    page = body(build(settings_of(tmp_path)), "en/article/faro/1/")
    assert "no longer at its address" not in page.text_content()


def test_an_address_is_asked_for_once_in_some_days_and_without_its_page(
    news: NewsServer, tmp_path: Path
) -> None:
    a_site_of(tmp_path, news.at("/a", "x"))
    check(tmp_path)
    check(tmp_path, days=6)
    assert [one for one in news.asked if one[1] != "/robots.txt"] == [("HEAD", "/a")]
    check(tmp_path, days=8)
    assert len(news.paths()) == 2


def test_what_may_be_an_outage_is_told_and_marks_nothing(news: NewsServer, tmp_path: Path) -> None:
    content = a_site_of(tmp_path, news.at("/a", status=500), "http://10.0.0.7/b")
    told = check(tmp_path)
    assert told[0] == "articles/0.md:5: its address was answered with 500"
    assert told[1].startswith(
        "articles/1.md:5: its address could not be checked: 10.0.0.7 is no public address"
    )
    assert not (content / "links.json").exists()


def test_a_run_that_is_stopped_is_gone_on_with(news: NewsServer, tmp_path: Path) -> None:
    a_site_of(tmp_path, *(news.at(f"/{name}", "x") for name in "abc"))
    settings = settings_of(tmp_path)
    articles = content_of(tmp_path).articles
    links = Links(settings.content_dir, settings.cache_dir, Fetcher(), NOW)
    list(links.check(articles[:2]))
    list(Links(settings.content_dir, settings.cache_dir, Fetcher(), NOW).check(articles))
    assert news.paths() == ["/a", "/b", "/c"]


def test_a_broken_file_of_dead_links_is_named(tmp_path: Path) -> None:
    content = a_site_of(tmp_path, "https://faro.example/a")
    (content / "links.json").write_text("[", "utf-8")
    assert "links.json:1: this is broken" in str(content_of(tmp_path).problems[0])
    (content / "links.json").write_text("[" * 100_000, "utf-8")
    assert "links.json:1: this is broken" in str(content_of(tmp_path).problems[0])
    with pytest.raises(AddError, match=r"links\.json"):
        check(tmp_path)
