"""Addresses, lists of sources, and what is remembered of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from news_server import NewsServer, news_server
from newsrooms import NOW, PAGE, a_file, a_newsroom, a_rss, add, add_all, content_of, settings_of

from digest.add import State
from digest.add.sources import export_opml, import_opml, listed
from digest.errors import AddError
from digest.fetch import ALLOW_LOOPBACK

LONG = "El ayuntamiento aprobó el plan del puerto después de dos años de debate entre los partidos y los vecinos."


@pytest.fixture
def news(monkeypatch: pytest.MonkeyPatch) -> Iterator[NewsServer]:
    monkeypatch.setenv(ALLOW_LOOPBACK, "1")
    with news_server() as server:
        yield server


def a_page(news: NewsServer, path: str, title: str = "El puerto crece") -> str:
    text = PAGE.replace("https://faro.example/2026/el-puerto-crece", news.address + path)
    # Pages of their own, not copies: the same text twice is one article.
    text = text.replace(
        "</article>", f"<p>{' '.join(f'{path[1:]}-{number}' for number in range(200))}</p></article>"
    )
    return news.at(path, text.replace("El puerto crece", title))


def a_feed(news: NewsServer, *paths: str) -> str:
    """Return a feed of summaries whose pages stand at `paths`."""
    items = "".join(
        f"<item><title>Título {path}</title><link>{news.address}{path}</link><description>Corto.</description></item>"
        for path in paths
    )
    return f'<rss version="2.0"><channel><title>El Faro</title><link>{news.address}/</link><language>es</language>{items}</channel></rss>'


RSS = {"Content-Type": "application/rss+xml"}


def sources(folder: Path, *addresses: str) -> None:
    rows = "".join(f"  - {address}\n" for address in addresses)
    (folder / "content" / "sources.yml").write_text(f"faro:\n{rows}", "utf-8")


def state(folder: Path) -> dict[str, dict[str, object]]:
    return dict(json.loads((folder / "content" / "sources.state.json").read_text("utf-8")))


def test_the_page_at_an_address_is_added_with_when_it_was_fetched(news: NewsServer, tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    [outcome] = add(tmp_path, a_page(news, "/2026/puerto"))
    assert (outcome.state, outcome.outlet, outcome.url) == (
        State.ADDED,
        "127-0-0-1",
        news.address + "/2026/puerto",
    )
    assert "fetched: 2026-03-07T12:00:00Z\n" in (tmp_path / "content" / str(outcome.path)).read_text("utf-8")


def test_a_feed_of_summaries_leads_to_its_pages(news: NewsServer, tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    pages = ["/1", "/2"]
    for path in pages:
        a_page(news, path)
    outcomes = add(tmp_path, news.at("/feed", a_feed(news, *pages, "/gone"), headers=RSS))
    assert [one.state for one in outcomes] == [State.ADDED, State.ADDED, State.NOT_TAKEN]
    # The feed calls them “Título /1” and so on; a page's headline is the one that was printed.
    assert [one.title for one in outcomes[:2]] == ["El puerto crece", "El puerto crece"]
    assert outcomes[2].message == "the server answered 404 Not Found"
    assert {one.state for one in add(tmp_path, news.address + "/feed")[:2]} == {State.KNOWN}
    assert news.paths().count("/1") == 1


def test_a_list_of_feeds_leads_to_their_articles_and_one_broken_feed_stops_no_other(
    news: NewsServer, tmp_path: Path
) -> None:
    a_newsroom(tmp_path)
    good = news.at("/good", a_rss(("uno", "Uno", LONG)), headers=RSS)
    bad = news.at("/bad", "{not a feed", headers=RSS)
    opml = f'<opml version="2.0"><body><outline xmlUrl="{bad}"/><outline xmlUrl="{good}"/></body></opml>'
    outcomes = add(tmp_path, news.at("/list.opml", opml))
    assert [one.state for one in outcomes] == [State.FAILED, State.ADDED]


def test_a_local_file_leads_nowhere_unless_told_to(news: NewsServer, tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    a_page(news, "/1")
    feed = a_file(tmp_path, "feed.xml", a_feed(news, "/1"))
    assert [one.state for one in add(tmp_path, feed)] == [State.NOT_IN_FULL]
    assert news.asked == []
    assert [one.state for one in add(tmp_path, feed, fetch=True)] == [State.ADDED]


def test_one_run_fetches_no_more_pages_than_its_limit_and_the_next_goes_on(
    news: NewsServer, tmp_path: Path
) -> None:
    a_newsroom(tmp_path)
    pages = ["/1", "/2", "/3"]
    for path in pages:
        a_page(news, path)
    feed = news.at("/feed", a_feed(news, *pages), headers=RSS)
    assert [one.state for one in add(tmp_path, feed, limit=2)].count(State.ADDED) == 2
    assert "1 more were not fetched" in add(tmp_path, feed, limit=0)[-1].message
    assert [one.state for one in add(tmp_path, feed, limit=2)].count(State.ADDED) == 1


def test_a_source_is_asked_only_for_what_is_new(news: NewsServer, tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    feed = news.at(
        "/feed",
        a_rss(("uno", "Uno", LONG)),
        headers={**RSS, "ETag": '"1"', "Last-Modified": "Thu, 05 Mar 2026 10:00:00 GMT"},
    )
    sources(tmp_path, feed)
    first, report = add_all(tmp_path)
    assert (first.state, report.said) == (State.ADDED, "1 added")
    before = (tmp_path / "content" / "sources.state.json").read_bytes()
    [again] = add_all(tmp_path)
    assert again.said == "nothing new"
    assert news.headers[-1]["if-none-match"] == '"1"'
    assert (tmp_path / "content" / "sources.state.json").read_bytes() == before
    assert content_of(tmp_path).problems == ()


def test_one_broken_source_never_stops_the_others_and_each_is_reported(
    news: NewsServer, tmp_path: Path
) -> None:
    a_newsroom(tmp_path)
    busy = news.at("/busy", status=503, headers={"Retry-After": "3600"})
    good = news.at("/good", a_rss(("uno", "Uno", LONG)), headers=RSS)
    sources(tmp_path, news.address + "/missing", busy, "http://10.0.0.7/feed", good)
    found = add_all(tmp_path)
    reports = [one for one in found if not hasattr(one, "state")]
    assert [one.is_broken for one in reports] == [True, True, True, False]
    assert [one.message.partition(";")[0] for one in reports[:3]] == [
        "the server answered 404 Not Found",
        "the server answered 503 Service Unavailable",
        "10.0.0.7 is no public address, so it is not fetched",
    ]
    assert state(tmp_path)[busy]["retry_at"]
    asked = len(news.asked)
    waiting = next(one for one in add_all(tmp_path) if not hasattr(one, "state") and one.source.url == busy)
    assert "asked not to be asked before" in waiting.said
    assert not any(path == "/busy" for _, path in news.asked[asked:])


def test_a_source_whose_pages_could_not_all_be_had_is_read_again_whole(
    news: NewsServer, tmp_path: Path
) -> None:
    a_newsroom(tmp_path)
    feed = news.at("/feed", a_feed(news, "/1", "/film"), headers={**RSS, "ETag": '"1"'})
    news.at("/1", status=500)
    news.at("/film", "<html><body><video></video></body></html>")
    sources(tmp_path, feed)
    assert add_all(tmp_path)[-1].said == "2 failed"
    assert "etag" not in state(tmp_path)[feed]
    news.replies["/1"] = []
    a_page(news, "/1")
    assert add_all(tmp_path)[-1].said == "1 added, 1 not taken"
    assert state(tmp_path)[feed]["etag"] == '"1"'
    # What holds no article is not asked for again.
    assert news.paths().count("/film") == 1


@pytest.mark.parametrize("how", ["robots", "403", "404", "410", "private address"])
def test_an_item_that_is_forbidden_or_gone_is_told_once_and_fails_no_source(
    news: NewsServer, tmp_path: Path, how: str
) -> None:
    a_newsroom(tmp_path)
    a_page(news, "/1")
    listing = a_feed(news, "/1", "/kept/2")
    if how == "robots":
        news.at("/robots.txt", "User-agent: *\nDisallow: /kept/\n")
    elif how == "private address":
        listing = listing.replace(f"{news.address}/kept/2", "http://10.0.0.7/kept/2")
    else:
        news.at("/kept/2", status=int(how))
    feed = news.at("/feed", listing, headers={**RSS, "ETag": '"1"'})
    sources(tmp_path, feed)
    *outcomes, report = add_all(tmp_path)
    assert report.said == "1 added, 1 not taken"
    assert [one.message for one in outcomes if one.is_news] == [outcomes[-1].message] != [""]
    assert state(tmp_path)[feed]["etag"] == '"1"'
    assert add_all(tmp_path)[-1].said == "nothing new"
    # The feed changes: what was refused is still known.
    news.replies["/feed"] = []
    news.at("/feed", listing, headers={**RSS, "ETag": '"2"'})
    *again, report = add_all(tmp_path)
    assert report.said == "1 known, 1 not taken"
    assert not any(one.is_news for one in again)
    assert news.paths().count("/kept/2") == (how.isdigit())


@pytest.mark.parametrize("path", ["/robots.txt", "/2"])
@pytest.mark.parametrize("status", [500, 503, 521])
def test_an_item_whose_server_is_at_fault_is_asked_for_again(
    news: NewsServer, tmp_path: Path, path: str, status: int
) -> None:
    a_newsroom(tmp_path)
    a_page(news, "/1")
    news.at(path, status=status)
    with news_server() as other:
        other.at("/feed", a_feed(news, "/2"), headers={**RSS, "ETag": '"1"'})
        feed = other.address + "/feed"
        sources(tmp_path, feed)
        assert add_all(tmp_path)[-1].said == "1 failed"
        assert not (tmp_path / "content" / "sources.state.json").exists()
        news.replies[path] = []
        a_page(news, "/2")
        assert add_all(tmp_path)[-1].said == "1 added"


def test_the_state_forgets_sources_that_are_listed_no_longer(news: NewsServer, tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    one, two = (news.at(path, a_rss(), headers={**RSS, "ETag": '"1"'}) for path in ("/1", "/2"))
    sources(tmp_path, one, two)
    add_all(tmp_path)
    sources(tmp_path, two)
    add_all(tmp_path)
    assert list(state(tmp_path)) == [two]


def test_a_broken_state_is_named_and_kept(tmp_path: Path) -> None:
    content = a_newsroom(tmp_path)
    (content / "sources.state.json").write_text("[1", "utf-8")
    with pytest.raises(AddError, match=r"sources\.state\.json: this is broken"):
        add_all(tmp_path)
    assert (content / "sources.state.json").read_text("utf-8") == "[1"


OPML = """<opml version="2.0"><body><outline text="Puerto"><outline text="El Faro" xmlUrl="https://faro.example/rss" htmlUrl="https://faro.example/"/></outline>
<outline text="Boya &amp; Ancla" xmlUrl="https://boya.example/atom" language="pt-br"/><outline text="X" type="scraped" xmlUrl="https://x.example/"/></body></opml>"""


def test_a_list_of_feeds_is_imported_once_and_exported_again(tmp_path: Path) -> None:
    content = a_newsroom(tmp_path)
    (content / "sources.yml").write_bytes(
        b"# Ours\r\nfaro:\r\n- https://faro.example/old  # first\r\n\r\n# The end\r\n"
    )
    path = a_file(tmp_path, "list.opml", OPML)
    new, left_out = import_opml(path, settings_of(tmp_path))
    assert [(one.outlet, one.url) for one in new] == [
        ("faro", "https://faro.example/rss"),
        ("boya", "https://boya.example/atom"),
    ]
    assert [one.what for one in left_out] == ["https://x.example/"]
    text = (content / "sources.yml").read_bytes().decode()
    assert text.startswith(
        "# Ours\r\nfaro:\r\n- https://faro.example/old  # first\r\n- url: https://faro.example/rss\r\n"
    )
    assert "# The end\r\n" in text
    assert import_opml(path, settings_of(tmp_path))[0] == []
    found = listed(settings_of(tmp_path))
    assert [(one.name, one.language, one.folders) for one in found] == [
        (None, None, ()), ("El Faro", None, ("Puerto",)), ("Boya & Ancla", "pt-BR", ()),
    ]  # fmt: skip
    assert not [problem for problem in content_of(tmp_path).problems if problem.path == "sources.yml"]
    exported = a_file(tmp_path, "again.opml", export_opml(found, "A & B"))
    other = tmp_path / "other"
    a_newsroom(other)
    assert [one.url for one in import_opml(exported, settings_of(other))[0]] == [one.url for one in found]


def test_wrong_lists_of_sources_are_named_by_their_lines(tmp_path: Path) -> None:
    content = a_newsroom(tmp_path)
    (content / "sources.yml").write_text(
        "faro:\n  - nonsense\n  - {feed: https://a.example/}\nfarro: []\n", "utf-8"
    )
    told = [str(problem) for problem in content_of(tmp_path).problems if problem.path == "sources.yml"]
    assert told == [
        "sources.yml:2: “url” must be an address such as https://example.org/news, not “nonsense”",
        "sources.yml:3: unknown key “feed”; did you mean “url”?",
        "sources.yml:3: “url” is missing; write an address such as https://example.org/news",
        "sources.yml:4: unknown outlet “farro”; did you mean “faro”?",
    ]
    with pytest.raises(AddError, match="did you mean “faro”"):
        listed(settings_of(tmp_path))


def test_a_server_may_be_asked_again_when_the_time_has_come(news: NewsServer, tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    feed = news.at("/feed", status=429, headers={"Retry-After": "3600"})
    news.at("/feed", a_rss(("uno", "Uno", LONG)), headers=RSS)
    sources(tmp_path, feed)
    assert add_all(tmp_path)[-1].is_broken
    assert add_all(tmp_path, now=NOW + timedelta(days=3650))[-1].said == "1 added"
