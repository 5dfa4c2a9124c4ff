"""What hosts allow, when they ask us back and where they lead on: `tests/golden/fetching`."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from golden_cases import blocks, rows
from news_server import NewsServer, news_server

from digest.errors import FetchError
from digest.fetch import ALLOW_LOOPBACK, Answer, Fetcher
from digest.fetch.robots import Robots

HOST = "https://paper.example"


@pytest.fixture(scope="module")
def news() -> Iterator[NewsServer]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(ALLOW_LOOPBACK, "1")
        with news_server() as server:
            yield server


def rules(text: str | bytes, status: int = 200, folder: Path | None = None) -> Robots:
    robots = Robots("mkdocs-digest", folder)
    body = text if isinstance(text, bytes) else text.encode()
    robots.allow(f"{HOST}/", lambda _: (status, body))
    return robots


def is_open(robots: Robots, path: str) -> bool:
    return robots.allow(f"{HOST}{path}", lambda address: pytest.fail(f"{address} was asked for again"))


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        pytest.param([line for line in lines if not line.startswith("=> ")], line[3:], id=f"{remark}: {line}")
        for remark, lines in blocks("fetching/robots.txt")
        for line in lines
        if line.startswith("=> ")
    ],
)
def test_what_a_host_writes_into_its_rules_is_obeyed(lines: list[str], told: str) -> None:
    robots = rules("\n".join(lines) + "\n")
    what, _, of = told.partition(" ")
    if what == "wait":
        assert robots.delay("paper.example:443") == float(of)
    else:
        assert is_open(robots, of) is (what == "open")


@pytest.mark.parametrize(
    "text",
    [
        b"\xef\xbb\xbfUser-agent: *\nDisallow: /a\n",
        b"User-agent: *\r\nDisallow: /a\r\n",
        b"User-agent: *\rDisallow: /a\r",
        b"# \xff\xfe\nUser-agent: *\nDisallow: /a\n",
        b"  User-agent :  *\n\tDisallow :  /a  \n",
    ],
)
def test_rules_are_read_whatever_program_wrote_the_file(text: bytes) -> None:
    robots = rules(text)
    assert not is_open(robots, "/a")
    assert is_open(robots, "/b")


@pytest.mark.parametrize(
    ("status", "follows"),
    [
        (200, "closed"),
        (404, "open"),
        (401, "open"),
        (403, "open"),
        (410, "open"),
        (500, "closed"),
        (503, "closed"),
    ],
)
def test_a_missing_file_forbids_nothing_and_a_broken_server_everything(status: int, follows: str) -> None:
    assert is_open(rules("User-agent: *\nDisallow: /\n", status), "/a") is (follows == "open")


@pytest.mark.parametrize(
    ("age", "follows"), [(0, "closed"), (86_000, "closed"), (86_500, "open"), (-3_600, "open")]
)
def test_rules_are_believed_for_a_day_and_never_from_a_day_to_come(
    tmp_path: Path, age: int, follows: str
) -> None:
    known = {HOST: [time.time() - age, "User-agent: *\nDisallow: /\n"]}
    (tmp_path / "robots.json").write_text(json.dumps(known), "utf-8")
    assert Robots("mkdocs-digest", tmp_path).allow(f"{HOST}/a", lambda _: (200, b"")) is (follows == "open")


def test_what_a_server_in_trouble_says_is_not_remembered(tmp_path: Path) -> None:
    rules("", 503, tmp_path)
    assert Robots("mkdocs-digest", tmp_path).allow(f"{HOST}/a", lambda _: (200, b""))


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"https://paper.example": 5}', '{"https://paper.example": ["x", ""]}']
)
def test_rules_that_were_kept_badly_are_asked_for_again(tmp_path: Path, text: str) -> None:
    (tmp_path / "robots.json").write_text(text, "utf-8")
    robots = Robots("mkdocs-digest", tmp_path)
    assert not robots.allow(f"{HOST}/a", lambda _: (200, b"User-agent: *\nDisallow: /\n"))
    assert HOST in json.loads((tmp_path / "robots.json").read_text("utf-8"))


def test_each_host_and_port_has_rules_of_its_own() -> None:
    robots = rules("User-agent: *\nDisallow: /\nCrawl-delay: 9\n")
    for other in ("https://paper.example:8443", "http://paper.example", "https://www.paper.example"):
        assert robots.allow(f"{other}/a", lambda _: (200, b""))
    assert (robots.delay("paper.example:443"), robots.delay("paper.example:8443")) == (9.0, 0.0)


@pytest.mark.parametrize(("said", "follows"), rows("fetching/retry_after.txt"))
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again_when_it_wants_to_be(
    news: NewsServer, said: str, follows: str, status: int
) -> None:
    path = f"/{status}/{len(news.replies)}"
    news.at(path, status=status, headers={"Retry-After": said})
    address = news.at(path, "x")
    waits: list[float] = []
    fetcher = Fetcher(sleep=waits.append)
    if follows == "next run":
        with pytest.raises(FetchError, match=str(status)):
            fetcher.fetch(address)
        assert waits == []
    else:
        assert fetcher.fetch(address).body == b"x"
        assert waits == [float(follows.removeprefix("again after "))]


def test_no_server_keeps_us_away_for_more_than_a_week(news: NewsServer) -> None:
    address = news.at("/closed", status=503, headers={"Retry-After": "Fri, 31 Dec 2199 23:59:59 GMT"})
    with pytest.raises(FetchError) as caught:
        Fetcher().fetch(address)
    assert caught.value.retry_at is not None
    assert 604_000 < caught.value.retry_at.timestamp() - time.time() < 605_000


@pytest.mark.parametrize("status", [400, 403, 404, 410, 500, 502])
def test_an_error_that_asks_for_no_patience_is_told_at_once(news: NewsServer, status: int) -> None:
    waits: list[float] = []
    address = news.at(f"/error/{status}", status=status, headers={"Retry-After": "3"})
    with pytest.raises(FetchError, match=rf"/error/{status}: the server answered {status}") as caught:
        Fetcher(sleep=waits.append).fetch(address)
    assert (caught.value.status, waits) == (status, [])


def test_an_answer_of_a_proxy_that_changed_it_is_an_answer(news: NewsServer) -> None:
    assert Fetcher().fetch(news.at("/203", "x", status=203)).body == b"x"


def test_that_nothing_is_new_is_no_answer_for_who_has_nothing(news: NewsServer) -> None:
    with pytest.raises(FetchError, match="304, which nobody asked for"):
        Fetcher().fetch(news.at("/304", status=304))


@pytest.mark.parametrize(("status", "location", "target"), rows("fetching/leads.txt"))
def test_a_server_leads_on_where_its_header_says(status: str, location: str, target: str) -> None:
    sent = location.encode().decode("latin-1")  # as a program reads the bytes of a header
    headers = () if location == "-" else (("Location", f" {sent} "),)
    answer = Answer(address=f"{HOST}/a/b?c=1", status=int(status), reason="", headers=headers)
    assert (answer.leads_to or "stays") == target
