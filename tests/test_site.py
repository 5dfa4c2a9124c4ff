"""What reaches `site/`, and what never does."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from sites import MKDOCS_YML, a_site, built, run, tree, write

EDITIONS = ("en", "es", "fr", "ar")

SAVED_PAGE = """
<!doctype html><html lang="es"><head><title>Maduro confirma la llamada</title></head><body>
<script>steal()</script>
<article><h1>Maduro confirma la llamada</h1>
<p>El presidente de Venezuela, Nicolás Maduro, confirmó el miércoles en Caracas la llamada de la Casa Blanca.</p>
<p>«Bienvenido el diálogo, bienvenida la diplomacia», dijo Maduro en un acto público en Petare, Caracas.</p>
</article></body></html>
"""

SOURCES = {
    "README.md": "For editors.",
    "articles/saved.html": SAVED_PAGE,
    "articles/saved.yml": "{outlet: wtop, language: es, published: 2025-12-04}",
    "articles/pasted.txt": "Vladimir Putin spoke at a forum in Moscow about the war.\n\nHe did not say more that day.\n",
    "articles/pasted.yml": "{title: Putin speaks in Moscow, outlet: rbc, language: en, published: 2025-12-02}",
    "articles/draft.md": "---\ntitle: SECRETDRAFT\noutlet: rbc\nlanguage: ru\ndraft: true\n---\nSECRETDRAFT\n",
    "articles/picture.png": b"\x89PNG",
    "articles/page.css": "body{}",
    "evidence/newsweek.html": SAVED_PAGE,
    "translations/en-es/2025-12.po": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: es\\n"\n',
    "notes.txt": "For us alone.",
    "data.json": "{}",
    "export.csv": "a,b",
    "backup.md.bak": "For us alone.",
    "pages/en/about.md": "---\ntitle: About\n---\nAbout this digest.\n",
    "pages/pictures/map.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "pages/robots.txt": "User-agent: *\n",
}

STORIES = ("newsweek/newsweek", "rbc/pasted")
MEMBERS = (*STORIES, "wtop/wtop", "wtop/saved")


def expected_pages(language: str) -> set[str]:
    pages = {"", "people/", "topics/", "search/", "search/all/", "person/nicolas-maduro/", "topic/other/"}
    pages |= {"outlets/", *(f"outlet/{outlet}/" for outlet in ("newsweek", "rbc", "wtop"))}
    days = {f"archive/2025-12-{day}/" for day in ("02", "03", "04")}
    pages |= {"archive/", "archive/2025-12/", *days}
    pages |= {f"{kind}/{article}/" for kind in ("story", "article") for article in MEMBERS}
    return {f"{language}/{page}index.html" for page in pages} | {
        f"{language}/feed.xml",
        f"{language}/topic/other/feed.xml",
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(a_site(tmp_path_factory.mktemp("all"), SOURCES))


def test_every_file_of_the_site_is_one_that_was_meant_to_be_there(site: Path) -> None:
    found = {path for path in tree(site) if not path.startswith("assets/") and "/search/index/" not in path}
    expected = {
        *("index.html", "404.html", "sitemap.xml", "sitemap.xml.gz", "robots.txt", "pictures/map.svg"),
        "en/about/index.html",
        *(page for language in EDITIONS for page in expected_pages(language)),
    }
    assert found == expected


def test_assets_hold_the_themes_files_and_ours_alone(site: Path) -> None:
    folders = {path.split("/")[1] for path in tree(site) if path.startswith("assets/")}
    assert folders == {"digest", "images", "stylesheets"}


def test_a_draft_leaves_no_trace(site: Path) -> None:
    assert [path for path, content in tree(site).items() if b"SECRETDRAFT" in content] == []


def test_the_text_of_an_outlets_article_stays_in_the_repository(site: Path) -> None:
    words = b"He did not say more that day"
    assert [path for path, content in tree(site).items() if words in content] == []


def test_a_script_in_a_saved_page_reaches_no_page(site: Path) -> None:
    assert [path for path, content in tree(site).items() if b"steal()" in content] == []


def test_a_broken_article_is_left_out_named_with_its_line_and_fails_a_strict_build(tmp_path: Path) -> None:
    folder = a_site(
        tmp_path, {"articles/broken.md": "---\ntitel: Maduro\noutlet: wtop\nlanguage: es\n---\nTexto.\n"}
    )
    relaxed = run("mkdocs", "build", folder=folder)
    assert relaxed.returncode == 0
    assert "articles/broken.md:2:" in relaxed.stderr
    assert "title" in relaxed.stderr
    assert not (folder / "site/en/article/wtop/broken").exists()
    assert run("mkdocs", "build", "--strict", folder=folder).returncode != 0


def test_hostile_content_reaches_the_pages_as_text(tmp_path: Path) -> None:
    hostile = "</script><script>alert(1)</script>{{ 7777*7777 }}{% raw %}<img src=x onerror=alert(1)>"
    article = f"""---
title: '{hostile}'
outlet: wtop
language: en
written_by: desk
published: 2025-12-03
authors: ['{hostile}']
quotes:
  - text: Welcome dialogue {{{{ 7777*7777 }}}} <b>welcome</b> diplomats
    speaker: Nicolás Maduro
    place: '{hostile}'
---
“Welcome dialogue {{{{ 7777*7777 }}}} &lt;b&gt;welcome&lt;/b&gt; diplomats,” Nicolás Maduro said.

{hostile}
"""
    folder = a_site(tmp_path, {"articles/hostile.md": article})
    site = built(folder)
    pages = {
        path: content.decode() for path, content in tree(site).items() if path.endswith((".html", ".xml"))
    }
    for path, page in pages.items():
        assert "<script>alert" not in page, path
        assert "<img src=x" not in page, path
        assert "60481729" not in page, path


def test_an_owners_own_page_stands_in_place_of_ours(tmp_path: Path) -> None:
    folder = a_site(tmp_path, {"pages/index.md": "# Welcome to the newsroom\n"})
    assert "Welcome to the newsroom" in (built(folder) / "index.html").read_text(encoding="utf-8")


def test_an_owners_page_is_in_the_sitemap_and_leads_to_its_sisters(tmp_path: Path) -> None:
    pages = {f"pages/{code}/about.md": f"# About in {code}\n" for code in ("en", "ar")}
    site = built(a_site(tmp_path, pages), "--strict")
    assert "https://example.org/digest/ar/about/" in (site / "sitemap.xml").read_text(encoding="utf-8")
    page = (site / "ar/about/index.html").read_text(encoding="utf-8")
    assert '<html lang="ar"' in page
    assert 'href="../../en/about/" hreflang="en"' in page


def test_names_of_files_in_any_script_become_addresses_that_work(tmp_path: Path) -> None:
    report = (a_site(tmp_path / "other") / "content/articles/wtop.md").read_text(encoding="utf-8")
    report = "".join(line for line in report.splitlines(keepends=True) if not line.startswith("url:"))
    site = built(a_site(tmp_path, {"articles/新闻.md": report, "articles/خبر.md": report}), "--strict")
    for slug in ("新闻", "خبر"):
        assert (site / f"ar/article/wtop/{slug}/index.html").is_file()
        assert quote(f"article/wtop/{slug}/") in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_a_site_without_directory_urls_builds_the_same_pages(tmp_path: Path) -> None:
    pages = {"pages/en/about.md": "# About\n"}
    site = built(a_site(tmp_path, pages, mkdocs_yml=f"{MKDOCS_YML}use_directory_urls: false\n"), "--strict")
    assert 'href="about.html"' in (site / "en/index.html").read_text(encoding="utf-8")
    assert (site / "ar/article/wtop/wtop/index.html").is_file()


def test_a_site_without_any_article_builds_but_not_strictly(tmp_path: Path) -> None:
    folder = tmp_path
    write(folder / "mkdocs.yml", (a_site(tmp_path / "other") / "mkdocs.yml").read_text(encoding="utf-8"))
    (folder / "content/pages").mkdir(parents=True)
    assert (built(folder) / "ar/index.html").is_file()
    strict = run("mkdocs", "build", "--strict", folder=folder)
    assert strict.returncode == 1
    assert "articles:1: there is no such folder" in strict.stderr
