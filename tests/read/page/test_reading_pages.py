"""Saved pages, read with trafilatura."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from folders import read_files, told

from digest.model import Article, BlockKind, Moment

GOLDEN = Path(__file__).parents[2] / "golden" / "pages" / "maduro-llamada.html"
PUBLISHED = '<meta property="article:published_time" content="2025-12-04T01:30:00Z">'


def a_page(head: str = "") -> str:
    return GOLDEN.read_text(encoding="utf-8").replace("<!-- head -->", head)


def read_page(folder: Path, page: str | bytes, keys: str = "outlet: newsweek\n") -> Article:
    content = read_files(
        folder, {"articles/p.html": page, "articles/p.yml": keys}, timezone="America/Caracas"
    )
    assert told(content) == []
    return content.articles[0]


def test_a_saved_page_tells_what_its_yml_does_not(tmp_path: Path) -> None:
    article = read_page(tmp_path, a_page(PUBLISHED))
    assert (article.id, article.path) == ("newsweek/p", "articles/p.html")
    assert (article.title, article.language) == ("Maduro confirma llamada", "es-VE")
    assert article.authors == ("Amira El-Fekki",)
    assert article.url == "https://www.newsweek.com/es/maduro"
    assert article.published == Moment(date(2025, 12, 3), datetime(2025, 12, 4, 1, 30, tzinfo=UTC))


def test_an_editor_s_word_outranks_the_page_s(tmp_path: Path) -> None:
    keys = "outlet: newsweek\ntitle: La llamada\nlanguage: es\npublished: 2025-12-05\nauthors: [VTV]\nurl: https://example.org/\n"
    article = read_page(tmp_path, a_page(PUBLISHED), keys)
    assert (article.title, article.language, article.authors) == ("La llamada", "es", ("VTV",))
    assert (article.published, article.url) == (Moment(date(2025, 12, 5)), "https://example.org/")


def test_a_saved_page_comes_out_clean(tmp_path: Path) -> None:
    article = read_page(tmp_path, a_page())
    assert [(block.kind, block.span.of(article.text)[:20]) for block in article.blocks] == [
        (BlockKind.PARAGRAPH, "El presidente de Ven"),
        (BlockKind.HEADING, "Qué dijo"),
        (BlockKind.QUOTATION, "«Puedo decir que la "),
        (BlockKind.PARAGRAPH, "La llamada ocurrió u"),
        (BlockKind.PARAGRAPH, "Los dos países no ti"),
    ]
    assert "EVIL" not in article.text
    assert "<" not in article.text


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2094-06-05"}]}</script>',
        '<meta name="date" content="2094-06-05">',
        '<meta property="og:published_time" content="2094-06-05">',
    ],
)
def test_no_date_is_judged_by_the_builder_s_clock(tmp_path: Path, head: str) -> None:
    assert read_page(tmp_path, a_page(head)).published == Moment(date(2094, 6, 5))


def test_a_page_without_a_date_has_none(tmp_path: Path) -> None:
    assert read_page(tmp_path, a_page()).published is None


def test_broken_metadata_are_passed_over(tmp_path: Path) -> None:
    head = '<script type="application/ld+json">{"datePublished": [</script><meta name="date" content="soon">'
    assert read_page(tmp_path, a_page(head)).published is None


def test_a_page_may_be_in_the_encoding_it_declares(tmp_path: Path) -> None:
    page = a_page().replace("utf-8", "windows-1252")
    assert "Nicolás" in read_page(tmp_path, page.encode("windows-1252")).text


def test_a_page_in_an_unknown_encoding_is_an_error(tmp_path: Path) -> None:
    page = a_page().replace("utf-8", "rot13").encode("latin-1")
    content = read_files(tmp_path, {"articles/p.html": page, "articles/p.yml": "outlet: newsweek\n"})
    assert told(content) == ["articles/p.html:1: this is neither UTF-8 nor “rot13”; save it as UTF-8"]


def test_a_page_without_an_article_is_an_error(tmp_path: Path) -> None:
    content = read_files(
        tmp_path, {"articles/p.html": "<html><body></body></html>", "articles/p.yml": "outlet: newsweek\n"}
    )
    assert any("no article text was found in this page" in line for line in told(content))


def test_what_neither_page_nor_yml_tells_is_missing(tmp_path: Path) -> None:
    page = a_page().replace(' lang="es-VE"', "")
    content = read_files(tmp_path, {"articles/p.html": page, "articles/p.yml": "outlet: newsweek\n"})
    assert told(content) == ["articles/p.yml:1: the page does not tell its language; write “language:” here"]


def test_the_parts_that_browsers_save_beside_a_page_are_no_articles(tmp_path: Path) -> None:
    files = {
        "articles/p.html": a_page(),
        "articles/p.yml": "outlet: newsweek\n",
        "articles/p_files/frame.html": "<p>frame</p>",
    }
    content = read_files(tmp_path, files)
    assert (told(content), len(content.articles)) == ([], 1)


def test_a_pasted_text_takes_its_keys_from_the_yml_beside(tmp_path: Path) -> None:
    text = "By Amira El-Fekki\nShare\nTrump was in Florida.\n"
    keys = "title: Maduro confirms call\noutlet: newsweek\nlanguage: en\n"
    content = read_files(tmp_path, {"articles/t.txt": text, "articles/t.yml": keys})
    (article,) = content.articles
    assert (article.text, article.authors) == ("Trump was in Florida.", ("Amira El-Fekki",))
    assert article.line_by_field["text"] == 3
    assert [(cut.path, cut.line) for cut in content.trimmed] == [("articles/t.txt", 1), ("articles/t.txt", 2)]


def test_authors_of_the_yml_outrank_the_byline(tmp_path: Path) -> None:
    keys = "title: a\noutlet: newsweek\nlanguage: en\nauthors: [VTV]\n"
    content = read_files(
        tmp_path, {"articles/t.txt": "By Amira El-Fekki\nTrump was in Florida.", "articles/t.yml": keys}
    )
    assert content.articles[0].authors == ("VTV",)


def test_problems_of_page_and_yml_are_told_where_they_are(tmp_path: Path) -> None:
    files = {"articles/t.txt": b"caf\xe9", "articles/t.yml": "title: a\noutlet: nwsweek\nlanguage: en\n"}
    content = read_files(tmp_path, files)
    assert [(problem.path, problem.line) for problem in content.problems] == [
        ("articles/t.txt", 1),
        ("articles/t.yml", 2),
    ]


def test_a_page_in_utf_16_is_read_by_its_mark_whatever_it_says_of_itself(tmp_path: Path) -> None:
    page = a_page('<meta charset="utf-8">')
    assert read_page(tmp_path, page.encode("utf-16")).text == read_page(tmp_path, page).text
