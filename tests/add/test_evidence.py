"""Evidence is kept where the outlet's entry allows it, opens with any tool, and is held against what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from news_server import NewsServer, news_server
from newsrooms import PAGE, a_file, a_newsroom, a_rss, add, content_of, settings_of
from sites import tree
from warcio.archiveiterator import ArchiveIterator

from digest.add import State
from digest.add.evidence import differing_from_evidence
from digest.cli.audit import audited
from digest.fetch import ALLOW_LOOPBACK
from digest.model import Severity
from digest.quote import find_quotes

ALLOWED = "faro: {name: El Faro, language: es, url: https://faro.example/, evidence: true}\n"
LONG = "«Sí», dijo Elena Campos. El ayuntamiento aprobó el plan del puerto después de dos años de debate."


@pytest.fixture
def news(monkeypatch: pytest.MonkeyPatch) -> Iterator[NewsServer]:
    monkeypatch.setenv(ALLOW_LOOPBACK, "1")
    with news_server() as server:
        yield server


def kept(folder: Path) -> list[Path]:
    return sorted((folder / "content").glob("evidence/**/*.warc.gz"))


def told(folder: Path) -> list[str]:
    content = content_of(folder)
    quotes = tuple(quote for article in content.articles for quote in find_quotes(article).quotes)
    found = differing_from_evidence(content.articles, quotes, settings_of(folder))
    return [f"{problem.severity}: {problem.message}" for problem in found]


def test_a_page_is_kept_as_its_server_sent_it(news: NewsServer, tmp_path: Path) -> None:
    a_newsroom(tmp_path, ALLOWED.replace("https://faro.example/", news.address + "/"))
    page = PAGE.replace("https://faro.example/2026/el-puerto-crece", news.address + "/puerto")
    [outcome] = add(tmp_path, news.at("/puerto", page, headers={"ETag": '"1"'}))
    [path] = kept(tmp_path)
    assert path.relative_to(tmp_path / "content").as_posix().startswith("evidence/2026/03/el-puerto-crece-")
    with path.open("rb") as file:
        record = next(iter(ArchiveIterator(file)))
        assert (record.rec_type, record.rec_headers["WARC-Target-URI"]) == (
            "response",
            news.address + "/puerto",
        )
        assert record.rec_headers["WARC-Date"] == "2026-03-07T12:00:00Z"
        assert record.http_headers.get_statuscode() == "200"
        assert record.http_headers.get_header("ETag") == '"1"'
        assert record.content_stream().read() == page.encode()
    written = (tmp_path / "content" / str(outcome.path)).read_text("utf-8")
    assert f"evidence: {path.relative_to(tmp_path / 'content').as_posix()}\n" in written
    assert content_of(tmp_path).problems == ()
    assert told(tmp_path) == []


def test_nothing_is_kept_where_nobody_allowed_it(tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    add(tmp_path, a_file(tmp_path, "page.html", PAGE))
    assert kept(tmp_path) == []


def test_the_same_bytes_make_the_same_evidence(tmp_path: Path) -> None:
    trees = []
    for name in ("one", "two"):
        a_newsroom(tmp_path / name, ALLOWED)
        add(tmp_path / name, a_file(tmp_path, "page.html", PAGE))
        trees.append(tree(tmp_path / name / "content"))
    assert trees[0] == trees[1]
    assert any(path.endswith(".warc.gz") for path in trees[0])


@pytest.mark.parametrize("kind", ["page", "feed", "text"])
def test_whatever_it_was_extracted_from_gives_the_same_text_again(tmp_path: Path, kind: str) -> None:
    a_newsroom(tmp_path, ALLOWED)
    source = {
        "page": a_file(tmp_path, "a.html", PAGE),
        "feed": a_file(tmp_path, "a.xml", a_rss(("uno", "Uno", LONG))),
        "text": a_file(tmp_path, "a.txt", f"Uno\n\n{LONG}\n\nShare this article\n"),
    }[kind]
    [outcome] = add(tmp_path, source, outlet="faro")
    assert outcome.state is State.ADDED
    assert len(kept(tmp_path)) == 1
    assert told(tmp_path) == []


def test_a_quotation_that_was_changed_afterwards_is_an_error_and_a_text_a_warning(tmp_path: Path) -> None:
    content = a_newsroom(tmp_path, ALLOWED)
    [outcome] = add(tmp_path, a_file(tmp_path, "page.html", PAGE))
    path = content / str(outcome.path)
    path.write_text(
        path.read_text("utf-8").replace("este año", "en 2028").replace("Las obras", "Los trabajos"), "utf-8"
    )
    quotation, text = told(tmp_path)
    assert quotation.startswith("error: “Construiremos el puerto juntos en 2028")
    assert text.startswith(
        "warning: its text differs from its evidence: “«Construiremos el puerto juntos en 2028"
    )


def test_evidence_that_is_gone_broken_or_elsewhere_is_named(tmp_path: Path) -> None:
    content = a_newsroom(tmp_path, ALLOWED)
    [outcome] = add(tmp_path, a_file(tmp_path, "page.html", PAGE))
    [evidence] = kept(tmp_path)
    whole = evidence.read_bytes()
    evidence.write_bytes(whole[: len(whole) // 2])
    assert "cannot be read: the archive breaks off" in told(tmp_path)[0]
    evidence.unlink()
    assert "cannot be read: No such file or directory" in told(tmp_path)[0]
    path = content / str(outcome.path)
    name = evidence.relative_to(content).as_posix()
    path.write_text(path.read_text("utf-8").replace(name, "evidence/../../x.warc.gz"), "utf-8")
    assert "it must stand in evidence/" in told(tmp_path)[0]


def test_the_evidence_of_a_former_text_stays_when_its_outlet_changes_it(tmp_path: Path) -> None:
    a_newsroom(tmp_path, ALLOWED)
    add(tmp_path, a_file(tmp_path, "page.html", PAGE))
    [updated] = add(tmp_path, a_file(tmp_path, "page.html", PAGE.replace("este año", "en 2028")))
    assert updated.state is State.UPDATED
    assert len(kept(tmp_path)) == 2
    assert told(tmp_path) == []


def test_check_says_what_is_dated_after_today_and_one_address_in_other_words(tmp_path: Path) -> None:
    content = a_newsroom(tmp_path)
    head = "---\ntitle: {0}\noutlet: faro\nlanguage: es\nurl: https://{1}\npublished: {2}\n---\n{0} y más.\n"
    a_file(content, "articles/a.md", head.format("Uno", "faro.example/a?utm_source=x", "2026-03-05"))
    a_file(content, "articles/b.md", head.format("Dos", "www.faro.example/a/", "2026-03-06"))
    articles = content_of(tmp_path).articles
    assert [str(problem).partition(",")[0] for problem in audited(articles, date(2026, 3, 5))] == [
        "articles/b.md:6: it is to be published on 2026-03-06",
        "articles/b.md:5: “url” is that of articles/a.md in other words; delete what is there twice",
    ]
    assert {problem.severity for problem in audited(articles, date(2026, 3, 5))} == {Severity.WARNING}


def test_articles_of_a_later_day_wait_where_the_site_is_made_for_a_day(tmp_path: Path) -> None:
    from dataclasses import replace

    from digest.read import read

    content = a_newsroom(tmp_path)
    head = "---\ntitle: {0}\noutlet: faro\nlanguage: es\npublished: {1}\n---\n{0} y más.\n"
    a_file(content, "articles/a.md", head.format("Uno", "2026-03-05"))
    a_file(content, "articles/b.md", head.format("Dos", "2026-03-05T23:30:00-03:00"))
    a_file(content, "stories.yml", "- together: [faro/a, faro/b]\n")
    found = read(replace(settings_of(tmp_path), as_of=date(2026, 3, 5)))
    assert [article.title for article in found.articles] == ["Uno"]
    assert found.problems == ()
    assert len(read(replace(settings_of(tmp_path), as_of=date(2026, 3, 6))).articles) == 2
