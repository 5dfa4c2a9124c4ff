"""Fetching: only public addresses, within limits, and politely."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from news_server import NewsServer, news_server

from digest.errors import FetchError
from digest.fetch import ALLOW_LOOPBACK, Fetcher, Limits

QUICK = Limits(seconds=1, seconds_in_all=1, bytes=100_000, redirects=3)


@pytest.fixture
def news(monkeypatch: pytest.MonkeyPatch) -> Iterator[NewsServer]:
    monkeypatch.setenv(ALLOW_LOOPBACK, "1")
    for name in (
        "http_proxy",
        "https_proxy",
        "all_proxy",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
        "no_proxy",
        "NO_PROXY",
    ):
        monkeypatch.delenv(name, raising=False)
    with news_server() as server:
        yield server


def a_fetcher(**given: object) -> Fetcher:
    return Fetcher(**{"site_url": "https://digest.example/", "limits": QUICK, **given})  # type: ignore[arg-type]


def test_an_answer_comes_with_what_its_headers_say(news: NewsServer) -> None:
    address = news.at(
        "/a",
        "Sí".encode("cp1252"),
        headers={"Content-Type": "text/html; charset=windows-1252", "ETag": '"1"'},
    )
    answer = a_fetcher().fetch(address)
    assert (answer.status, answer.charset, answer.header("etag")) == (200, "windows-1252", '"1"')
    assert answer.body.decode("cp1252") == "Sí"


def test_who_fetches_says_who_it_is_and_for_whom(news: NewsServer) -> None:
    a_fetcher().fetch(news.at("/a"))
    assert {headers["user-agent"].partition("/")[0] for headers in news.headers} == {"mkdocs-digest"}
    assert all("(+https://digest.example/)" in headers["user-agent"] for headers in news.headers)


def test_what_is_known_is_asked_for_on_condition(news: NewsServer) -> None:
    address = news.at("/a", "x", headers={"ETag": '"7"'})
    assert a_fetcher().fetch(address, etag='"7"').status == 304
    assert a_fetcher().fetch(address, etag='"6"').status == 200


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f000001/", "http://localhost/", "http://[::1]/",
        "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/", "http://169.254.169.254/latest/meta-data/", "http://10.0.0.7/",
        "http://192.168.1.1/", "http://172.16.0.1/", "http://100.64.0.1/", "http://[fe80::1]/", "http://[fd00::1]/",
        "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://224.0.0.1/",
    ],
)  # fmt: skip
def test_private_addresses_are_refused_however_they_are_written(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(ALLOW_LOOPBACK, raising=False)
    with pytest.raises(FetchError, match="no public address"):
        a_fetcher().fetch(address)


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "ftp://a.example/", "http://a:b@a.example/", "http:///x", "http://a.example:x/"],
)
def test_only_http_addresses_without_passwords_are_fetched(address: str) -> None:
    with pytest.raises(FetchError):
        a_fetcher().fetch(address)


def test_a_name_that_leads_to_a_private_address_is_refused_whatever_else_it_leads_to(
    news: NewsServer,
) -> None:
    with pytest.raises(FetchError, match=r"a\.example is 10\.0\.0\.7, which is no public address"):
        a_fetcher(resolve=lambda *_: ["93.184.216.34", "10.0.0.7"]).fetch("http://a.example/")


def test_a_redirect_to_a_private_address_is_refused(news: NewsServer) -> None:
    address = news.at("/a", status=302, headers={"Location": "http://10.0.0.7/secret"})
    with pytest.raises(FetchError, match=r"10\.0\.0\.7 is no public address"):
        a_fetcher().fetch(address)


def test_a_name_that_changes_its_address_is_connected_to_as_it_was_checked(news: NewsServer) -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["10.0.0.7"]])
    asked: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    news.at("/a", "x")
    fetcher = a_fetcher(resolve=resolve, sleep=lambda _: None)
    assert fetcher.fetch(f"http://a.example:{news.port}/a").body == b"x"
    # Once for robots.txt and once for the page: nobody asks again between checking and connecting.
    assert asked == ["a.example", "a.example"]
    with pytest.raises(FetchError, match="no public address"):
        fetcher.fetch(f"http://a.example:{news.port}/a")
    assert news.paths() == ["/a"]


def test_redirects_are_followed_and_counted(news: NewsServer) -> None:
    news.at("/b/%C3%A9", "x")
    assert a_fetcher().fetch(news.at("/a", status=301, headers={"Location": "b/%C3%A9"})).body == b"x"
    raw = "/b/é".encode().decode("latin-1")  # as servers write it
    assert a_fetcher().fetch(news.at("/c", status=301, headers={"Location": raw})).body == b"x"
    loop = news.at("/loop", status=302, headers={"Location": "/loop"})
    with pytest.raises(FetchError, match="more than 3 redirects"):
        a_fetcher().fetch(loop)


@pytest.mark.parametrize("headers", [{}, {"Connection": "close"}])
def test_a_slow_drip_ends_when_the_time_is_up(news: NewsServer, headers: dict[str, str]) -> None:
    address = news.at("/a", b"x" * 200, drip=0.05, headers=headers)
    with pytest.raises(FetchError, match="not finished within 1 s"):
        a_fetcher().fetch(address)


def test_an_endless_body_ends_at_its_limit(news: NewsServer) -> None:
    with pytest.raises(FetchError, match="larger than 100000 bytes"):
        a_fetcher().fetch(news.at("/a", b"x" * 1000, endless=True))
    with pytest.raises(FetchError, match="larger than 100000 bytes"):
        a_fetcher().fetch(news.at("/b", b"x" * 200_000))


def test_a_body_that_unpacks_beyond_its_limit_is_refused(news: NewsServer) -> None:
    address = news.at("/a", gzip.compress(b"0" * 10_000_000), headers={"Content-Encoding": "gzip"})
    with pytest.raises(FetchError, match="unpacks to more than 100000 bytes"):
        a_fetcher().fetch(address)
    assert (
        a_fetcher().fetch(news.at("/b", gzip.compress(b"Text"), headers={"Content-Encoding": "gzip"})).body
        == b"Text"
    )


@pytest.mark.parametrize("headers", [{"Content-Encoding": "gzip"}, {}])
def test_an_answer_that_breaks_off_is_no_answer(news: NewsServer, headers: dict[str, str]) -> None:
    body = gzip.compress(b"0123456789" * 1000)
    with pytest.raises(FetchError, match="breaks off"):
        a_fetcher().fetch(news.at("/a", body, cut=40, headers=headers))
    with pytest.raises(FetchError, match="breaks off"):
        a_fetcher().fetch(news.at("/b", body[:-20], headers={"Content-Encoding": "gzip"}))


def test_robots_txt_is_obeyed_and_asked_for_once(news: NewsServer, tmp_path: Path) -> None:
    news.at("/robots.txt", "User-agent: *\nDisallow: /secret\n\nUser-agent: mkdocs-digest\nDisallow: /no\n")
    fetcher = a_fetcher(cache_dir=tmp_path)
    fetcher.fetch(news.at("/a"))
    fetcher.fetch(news.at("/secret"))
    with pytest.raises(FetchError, match=r"robots\.txt asks not to fetch this; save the page in a browser"):
        fetcher.fetch(news.at("/no/1"))
    a_fetcher(cache_dir=tmp_path).fetch(news.at("/a"))
    assert [path for _, path in news.asked] == ["/robots.txt", "/a", "/secret", "/a"]


def test_a_server_whose_robots_txt_fails_is_left_alone(news: NewsServer) -> None:
    news.at("/robots.txt", status=500)
    with pytest.raises(FetchError, match=r"robots\.txt asks not"):
        a_fetcher().fetch(news.at("/a"))


def test_a_host_is_asked_no_more_often_than_it_wants(news: NewsServer) -> None:
    news.at("/robots.txt", "User-agent: *\nCrawl-delay: 3\n")
    waits: list[float] = []
    fetcher = a_fetcher(resolve=lambda *_: ["127.0.0.1"], sleep=waits.append)
    for path in ("/a", "/b"):
        news.at(path, "x")
        fetcher.fetch(f"http://a.example:{news.port}{path}")
    assert [round(wait) for wait in waits] == [3]


def test_a_busy_server_is_asked_again_when_it_says_so(news: NewsServer) -> None:
    news.at("/a", status=429, headers={"Retry-After": "7"})
    address = news.at("/a", "x")
    waits: list[float] = []
    assert a_fetcher(sleep=waits.append).fetch(address).body == b"x"
    assert waits == [7.0]


def test_a_server_that_is_busy_for_long_is_asked_by_a_later_run(news: NewsServer) -> None:
    with pytest.raises(FetchError, match="503") as caught:
        a_fetcher().fetch(news.at("/a", status=503, headers={"Retry-After": "3600"}))
    assert caught.value.retry_at is not None
    assert timedelta(minutes=59) < caught.value.retry_at - datetime.now(UTC) < timedelta(minutes=61)


def test_behind_a_proxy_the_proxy_resolves_names_and_private_addresses_are_refused_all_the_same(
    news: NewsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://me:secret@127.0.0.1:{news.port}")
    monkeypatch.delenv(ALLOW_LOOPBACK)
    news.at("http://a.example/a", "x")

    def resolve(*_: object) -> list[str]:
        raise AssertionError("the proxy resolves names")

    assert a_fetcher(resolve=resolve, sleep=lambda _: None).fetch("http://a.example/a").body == b"x"
    assert news.headers[-1]["proxy-authorization"] == "Basic bWU6c2VjcmV0"
    for private in ("http://10.0.0.7/", "http://localhost/", "http://intranet/", "http://127.0.0.1/"):
        with pytest.raises(FetchError, match="no public"):
            a_fetcher().fetch(private)


def test_a_name_that_nobody_knows_is_told(news: NewsServer) -> None:
    def resolve(*_: object) -> list[str]:
        raise OSError(-2, "Name or service not known")

    with pytest.raises(FetchError, match=r"the name a\.example is not known \(Name or service not known\)"):
        a_fetcher(resolve=resolve).fetch("http://a.example/")


def test_links_are_asked_for_without_their_pages_where_the_server_can(news: NewsServer) -> None:
    fetcher = a_fetcher()
    assert fetcher.status(news.at("/a", "x")) == 200
    assert fetcher.status(news.address + "/gone") == 404
    news.at("/b", status=405)
    assert fetcher.status(news.at("/b", "x")) == 200
    assert [method for method, path in news.asked if path != "/robots.txt"] == ["HEAD", "HEAD", "HEAD", "GET"]
