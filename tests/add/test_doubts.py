"""What an editor is told of an article that was added, and which addresses lead on to one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from news_server import NewsServer, news_server
from newsrooms import PAGE, a_file, a_newsroom, add, add_all

from digest.add import State
from digest.fetch import ALLOW_LOOPBACK


@pytest.fixture
def news(monkeypatch: pytest.MonkeyPatch) -> Iterator[NewsServer]:
    monkeypatch.setenv(ALLOW_LOOPBACK, "1")
    with news_server() as server:
        yield server


@pytest.mark.parametrize(
    ("name", "doubt"),
    [
        ("El Faro", None),
        ("EL FARO", None),
        ("Otro Diario", "“Otro Diario” publishes it at the address of El Faro (faro); is that the outlet?"),
    ],
)
def test_a_page_that_calls_its_outlet_otherwise_than_its_address_does_is_doubtful(
    tmp_path: Path, name: str, doubt: str | None
) -> None:
    a_newsroom(tmp_path)
    page = PAGE.replace("</head>", f'<meta property="og:site_name" content="{name}"></head>')
    [outcome] = add(tmp_path, a_file(tmp_path, "page.html", page))
    assert outcome.outlet == "faro"
    assert [one for one in outcome.doubts if "is that the outlet" in one] == ([doubt] if doubt else [])


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es"><title>El Faro</title>%s</feed>"""
ENTRY = """<entry><title>El puerto crece</title><link href="https://faro.example/puerto"/><published>2026-03-05T09:00:00Z</published>
<updated>%s</updated><content type="html">&lt;p&gt;%s&lt;/p&gt;</content></entry>"""
OLD = "«No habrá ningún puerto nuevo en esta costa», dijo la alcaldesa Elena Campos el jueves en el pleno del ayuntamiento."
NEW = "La alcaldesa Elena Campos habló el jueves del puerto en el pleno del ayuntamiento y no quiso dar detalles del plan."
EARLY, LATE = "2026-03-05T10:00:00Z", "2026-03-06T10:00:00Z"


def a_feed(folder: Path, *entries: str) -> Path:
    return a_file(folder, "feed.xml", ATOM % "".join(entries))


def test_what_an_older_version_in_the_same_feed_quoted_is_told(tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    [outcome] = add(tmp_path, a_feed(tmp_path, ENTRY % (EARLY, OLD), ENTRY % (LATE, NEW)))
    quoted = "No habrá ningún puerto nuevo en esta costa"
    assert f"of an older version, the quotation “{quoted}” is gone" in outcome.doubts


def test_an_older_version_never_replaces_the_one_that_is_kept(tmp_path: Path) -> None:
    content = a_newsroom(tmp_path)
    [first] = add(tmp_path, a_feed(tmp_path, ENTRY % (LATE, NEW)))
    before = (content / str(first.path)).read_bytes()
    [second] = add(tmp_path, a_feed(tmp_path, ENTRY % (EARLY, OLD)))
    assert (second.state, second.message) == (State.KNOWN, "it is there already, and newer")
    assert (content / str(first.path)).read_bytes() == before


def test_the_newer_version_replaces_the_older_one_and_says_what_it_quotes_no_more(tmp_path: Path) -> None:
    content = a_newsroom(tmp_path)
    [first] = add(tmp_path, a_feed(tmp_path, ENTRY % (EARLY, OLD)))
    [second] = add(tmp_path, a_feed(tmp_path, ENTRY % (LATE, NEW)))
    assert (second.state, second.path) == (State.UPDATED, first.path)
    assert any("is gone" in doubt for doubt in second.doubts)
    written = (content / str(first.path)).read_text("utf-8")
    assert f"updated: {LATE}\n" in written
    assert "ningún puerto" not in written


@pytest.mark.parametrize(("depth", "state"), [(1, State.ADDED), (2, State.ADDED), (3, State.NOT_TAKEN)])
def test_lists_of_lists_are_followed_twice(
    news: NewsServer, tmp_path: Path, depth: int, state: State
) -> None:
    a_newsroom(tmp_path, f"faro: {{name: El Faro, language: es, url: {news.address}/}}\n")
    page = PAGE.replace("https://faro.example/2026/el-puerto-crece", f"{news.address}/puerto")
    target = news.at("/puerto", page)
    xml = {"Content-Type": "application/xml"}
    below = news.at("/0.xml", f"<urlset><url><loc>{target}</loc></url></urlset>", headers=xml)
    for number in range(1, depth + 1):
        index = f"<sitemapindex><sitemap><loc>{below}</loc></sitemap></sitemapindex>"
        below = news.at(f"/{number}.xml", index, headers=xml)
    assert [outcome.state for outcome in add(tmp_path, below)] == [state]


def test_an_address_that_held_no_article_is_not_fetched_by_the_next_run(
    news: NewsServer, tmp_path: Path
) -> None:
    content = a_newsroom(tmp_path, f"faro: {{name: El Faro, language: es, url: {news.address}/}}\n")
    item = f"<item><title>Galería</title><link>{news.address}/fotos</link></item>"
    feed = f"<rss version='2.0'><channel><title>El Faro</title>{item}%s</channel></rss>"
    news.at("/fotos", "<html><head><title>Galería</title></head><body></body></html>")
    source = news.at("/feed.xml", feed % "", headers={"Content-Type": "application/rss+xml", "ETag": '"1"'})
    news.at("/feed.xml", feed % "<!-- -->", headers={"Content-Type": "application/rss+xml", "ETag": '"2"'})
    (content / "sources.yml").write_text(f"faro: [{source}]\n", "utf-8")
    first, _ = add_all(tmp_path)
    second, _ = add_all(tmp_path)
    assert (first.state, second.state) == (State.FAILED, State.NOT_TAKEN)
    assert second.message == "there was no article before"
    assert news.paths().count("/fotos") == 1


def test_the_scheme_of_an_address_may_be_in_capitals(news: NewsServer, tmp_path: Path) -> None:
    a_newsroom(tmp_path, f"faro: {{name: El Faro, language: es, url: {news.address}/}}\n")
    address = news.at(
        "/puerto", PAGE.replace("https://faro.example/2026/el-puerto-crece", f"{news.address}/puerto")
    )
    [outcome] = add(tmp_path, address.replace("http", "HTTP"))
    assert outcome.state is State.ADDED
