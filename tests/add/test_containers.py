"""One story as a saved page, web archive, single-file page and letter, and the encodings of servers."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from news_server import NewsServer, news_server
from newsrooms import a_file, a_newsroom, add
from saved_pages import TEXTS

from digest.add import Outcome
from digest.fetch import ALLOW_LOOPBACK

ADDRESS = "https://faro.example/2026/story"
LANGUAGES = sorted(TEXTS)[:10]


@pytest.fixture
def news(monkeypatch: pytest.MonkeyPatch) -> Iterator[NewsServer]:
    monkeypatch.setenv(ALLOW_LOOPBACK, "1")
    with news_server() as server:
        yield server


def story(language: str) -> bytes:
    title, *texts = TEXTS[language]
    body = "".join(f"<p>{text}</p>" for text in texts)
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="og:site_name" content="El Faro"><link rel="canonical" href="{ADDRESS}">'
        f'<meta property="article:published_time" content="2026-03-05T09:30:00-03:00">'
        f"</head><body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


def warc(page: bytes, _title: str) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:3f6f6d2e-77b8-4c25-9d55-0d9a0a3b2b11>\r\n"
        f"WARC-Date: 2026-03-06T02:00:00Z\r\nWARC-Target-URI: {ADDRESS}\r\nContent-Length: {len(answer)}\r\n"
        "Content-Type: application/http; msgtype=response\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def mhtml(page: bytes, _title: str) -> bytes:
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
        f"Content-Transfer-Encoding: base64\r\nContent-Location: {ADDRESS}\r\n\r\n"
    )
    return head.encode() + base64.encodebytes(page) + b"\r\n--b--\r\n"


def letter(page: bytes, title: str) -> bytes:
    subject = base64.b64encode(title.encode()).decode()
    head = (
        f"From: El Faro <post@faro.example>\r\nTo: a@b.example\r\nSubject: =?utf-8?b?{subject}?=\r\n"
        f"Date: Thu, 05 Mar 2026 09:30:00 -0300\r\nArchived-At: <{ADDRESS}>\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    )
    return head.encode() + base64.encodebytes(page)


def told(outcome: Outcome) -> Outcome:
    """Return what is told of an article, but for where it came from and when a server gave it."""
    return replace(outcome, source="", id=None, captured=None, fetched=None)


def added(folder: Path, name: str, content: bytes) -> Outcome:
    a_newsroom(folder / name)
    [outcome] = add(folder / name, a_file(folder / name, name, content))
    return told(outcome)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_story_gives_the_same_fields_in_whatever_file_it_comes(tmp_path: Path, language: str) -> None:
    page, title = story(language), TEXTS[language][0]
    whole = added(tmp_path, "story.html", page)
    assert (whole.title, whole.language, whole.published) == (title, language, "2026-03-05T09:30:00-03:00")
    assert tuple(whole.text) == tuple(TEXTS[language][1:])
    packings: dict[str, Callable[[bytes, str], bytes]] = {
        "story.warc": warc,
        "story.mhtml": mhtml,
        "story.eml": letter,
    }
    for name, packed in packings.items():
        assert added(tmp_path, name, packed(page, title)) == whole


RUSSIAN = "Губернатор Иван Петров сказал: «Мы построим порт вместе и никого не оставим»."


def a_russian_page(said: str) -> str:
    return (
        f'<!DOCTYPE html><html lang="ru"><head><meta charset="{said}"><title>Порт растёт</title></head><body><article>'
        f"<h1>Порт растёт</h1><p>Совет утвердил план нового порта после двух лет споров между партиями и жителями.</p>"
        f"<p>{RUSSIAN}</p><p>Работы начнутся весной и продлятся три года, говорится в сообщении.</p></article></body></html>"
    )


@pytest.mark.parametrize(
    ("header", "encoding", "said"),
    [
        ("windows-1251", "cp1251", "utf-8"),  # what HTTP says comes before the page
        ("x-mac-cyrillic", "mac_cyrillic", "windows-1251"),
        ("x-cp1251", "cp1251", "utf-8"),  # another label of the same
        ("windows-1251", "utf-8-sig", "windows-1251"),  # but a mark at the beginning comes before HTTP
        ("no-such-charset", "cp1251", "windows-1251"),  # a label that nobody knows says nothing
        (None, "cp1251", "windows-1251"),
    ],
)
def test_a_wrong_charset_is_read_as_browsers_do(
    news: NewsServer, tmp_path: Path, header: str | None, encoding: str, said: str
) -> None:
    kind = "text/html" + (f"; charset={header}" if header else "")
    address = news.at("/port", a_russian_page(said).encode(encoding), headers={"Content-Type": kind})
    a_newsroom(tmp_path)
    [outcome] = add(tmp_path, address)
    assert outcome.title == "Порт растёт"
    assert RUSSIAN in outcome.text


def test_latin_1_over_http_is_windows_1252_as_in_browsers(news: NewsServer, tmp_path: Path) -> None:
    page = a_russian_page("utf-8").replace('lang="ru"', 'lang="en"')
    words = "“We will build the port together,” said Mayor Anna Berg — at last."
    body = "<p>The council approved the plan for a new harbour after two years of talks with the people.</p>"
    start = page[: page.index("<h1>")].replace("Порт растёт", "The port")
    address = news.at(
        "/port",
        f"{start}<h1>The port</h1>{body}<p>{words}</p></article></body></html>".encode("cp1252"),
        headers={"Content-Type": "text/html; charset=ISO-8859-1"},
    )
    a_newsroom(tmp_path)
    [outcome] = add(tmp_path, address)
    assert words in outcome.text
