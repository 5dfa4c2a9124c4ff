"""What stands beside the articles: misplaced ones, and links, in the folder of pages."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from folders import a_markdown, read_files, told

from digest.model import Layout, Settings
from digest.read import may_go_out

PAGE = "---\ntitle: About\n---\nAbout us.\n"


def settings_of(folder: Path, layout: Layout = Layout.OWN) -> Settings:
    return Settings(
        content_dir=folder,
        pages_dir=folder / "pages" if layout is Layout.OWN else folder,
        layout=layout,
        cache_dir=folder / ".cache",
        languages=("en",),
        site_name="Digest",
        site_url="https://example.org/",
    )


def goes_out(folder: Path, path: str, text: str | bytes, layout: Layout = Layout.OWN) -> bool:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return may_go_out(file, settings_of(folder, layout))


@pytest.mark.parametrize(
    "path",
    [
        *(
            "article/a.md",
            "Articles/a.md",
            "en/articles/a.md",
            "a.md",
            "pages/articles/a.md",
            "x/y/z/a.markdown",
        ),
        *("translations/es-en/a.md", "evidence/a.md", "interface/a.txt", "pages/a", "pages/a.md.bak"),
    ],
)
def test_an_article_outside_of_articles_is_named_once_with_the_place_where_it_belongs(
    tmp_path: Path, path: str
) -> None:
    [message] = told(read_files(tmp_path, {path: a_markdown("draft: true\n")}))
    assert message.startswith(f"{path}:1: “outlet:” makes this an article")
    assert "move it into articles/" in message


@pytest.mark.parametrize(
    "text",
    [
        a_markdown(),
        "\n\n" + a_markdown(),
        "\ufeff" + a_markdown(),
        a_markdown().replace("\n", "\r\n"),
        a_markdown().encode("utf-16"),
        b"\xff" + a_markdown().encode(),
        "---\nwritten_by: desk\n---\nText.\n",
        "---\nquotes: []\n...\nText.\n",
        "---\nOutlet: blick\n---\nText.\n",
        '---\n"outlet": blick\n---\nText.\n',
        "---\n{title: A, outlet: blick}\n---\nText.\n",
        "---\ntitle: A: B\noutlet: blick\n---\nYAML that nobody can read.\n",
        "---\ntitle: A\noutlet: blick\n\nThe fence is not closed.\n",
        "title: A\noutlet: blick\n\nThere is no fence.\n",
        "+++\ntitle = 'A'\noutlet = 'blick'\n+++\nTOML.\n",
        '{\n  "title": "A",\n  "outlet": "blick"\n}\n\nJSON.\n',
        '{"title": "A", "outlet": "blick"}\n\nJSON on one line.\n',
        "<!-- a note\nof two lines -->\n" + a_markdown(),
        a_markdown().replace("\n", "\u2028"),
        a_markdown().replace("---", "\u2014"),
        a_markdown().replace("---", "----"),
        "```yaml\ntitle: A\noutlet: blick\n```\nCopied out of a chat.\n",
        "To be checked.\n\n---\ntitle: A\noutlet: blick\n---\nA note stands before it.\n",
        "~~~\n---\ntitle: A\nquotes: []\n---\nA whole file in a block of code.\n",
        "---\n- outlet: blick\n---\nA list.\n",
        "---\ntitle: A\n? outlet\n: blick\n---\nA key with a question mark.\n",
        "---\ntitle: A\n&here outlet: blick\n---\nAn anchor.\n",
        "---\n!!str outlet: blick\n---\nA tag.\n",
        '---\ntitle: A\n"\\x6futlet": blick\n---\nAn escape.\n',
        "---\ntitle: A\noutlet\uff1a blick\n---\nA wide colon.\n",
        "---\nwritten-by: desk\n---\nA hyphen in the key.\n",
        "title: A\n\noutlet: blick\n\nA blank line between the keys.\n",
    ],
)
def test_what_says_that_it_is_an_article_is_never_a_page(tmp_path: Path, text: str | bytes) -> None:
    assert not goes_out(tmp_path, "pages/a.md", text)
    assert not goes_out(tmp_path, "en/a.md", text, Layout.OLD)


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        "No front matter.\n\noutlet: a word in a text\n",
        "---\ntitle: About\n---\nOur outlets:\n\noutlet: quotes: written_by: nothing\n",
        "---\ntitle: About\ndescription: who it was written_by\n---\nText.\n",
        "---\ntitle: About\nextra:\n  outlet: a shop\n---\nText.\n",
        "+++\ntitle = 'About'\n+++\nThe key:\n\noutlet = 1\n",
        '{\n  "title": "About"\n}\n\noutlet: a word in a text\n',
        "{{ macro }}\n\noutlet: a word in a text\n",
        "<!-- outlet: a word in a note -->\n# About\n",
        "---\ntitle: About\n---\nQuotes: we look for them.\n",
        "Our method\n---\nQuotes: we look for them.\n",
        "# How to write\n\n```yaml\n---\noutlet: blick\n---\n```\n",
        "# About\n\n---\n\nOutlet: a word in a text\n",
        "",
    ],
)
def test_an_ordinary_page_goes_out(tmp_path: Path, text: str) -> None:
    assert goes_out(tmp_path, "pages/a.md", text)


def test_a_saved_page_with_its_keys_beside_is_named_where_it_is_misplaced(tmp_path: Path) -> None:
    files = {"pages/saved.pdf": b"%PDF", "pages/saved.yml": "title: A\noutlet: blick\n"}
    [message] = told(read_files(tmp_path, files))
    assert message.startswith("pages/saved.pdf:1: “outlet:” makes this an article")
    assert not may_go_out(tmp_path / "pages/saved.pdf", settings_of(tmp_path))


def test_keys_without_their_text_are_named_where_they_are_misplaced(tmp_path: Path) -> None:
    [message] = told(read_files(tmp_path, {"drafts/saved.yml": "title: A\noutlet: blick\n"}))
    assert message.startswith("drafts/saved.yml:1: “outlet:” makes this an article")


@pytest.mark.parametrize("path", ["pages/notes.txt", "pages/data.json", "pages/page.html", "pages/a.md.bak"])
def test_a_type_that_is_no_page_and_no_medium_stays_here(tmp_path: Path, path: str) -> None:
    assert not goes_out(tmp_path, path, "For us alone.")


@pytest.mark.parametrize("path", ["articles/a.png", "translations/a.css", "evidence/a.pdf", "README.md"])
def test_in_the_old_layout_sources_stay_here_whatever_their_type(tmp_path: Path, path: str) -> None:
    assert not goes_out(tmp_path, path, "For us alone.", Layout.OLD)


def test_links_out_of_the_pages_are_named_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text(PAGE, encoding="utf-8")
    (outside / "secret.png").write_bytes(b"PNG")
    content = tmp_path / "content"
    pages = content / "pages"
    (pages / "en").mkdir(parents=True)
    (pages / "en/page.md").symlink_to(outside / "secret.md")
    (pages / "picture.png").symlink_to(outside / "secret.png")
    (pages / "folder").symlink_to(outside)
    (pages / "itself.md").symlink_to("itself.md")
    (pages / "loop").symlink_to(pages)
    (pages / "about.md").write_text(PAGE, encoding="utf-8")
    (pages / "again.md").symlink_to("about.md")
    os.mkfifo(pages / "pipe.md")
    problems = read_files(content, {}).problems
    assert [problem.path for problem in problems] == [
        "pages/en/page.md",
        "pages/folder",
        "pages/itself.md",
        "pages/loop",
        "pages/picture.png",
        "pages/pipe.md",
    ]
    settings = settings_of(content)
    held = ("en/page.md", "picture.png", "folder/secret.md", "itself.md", "loop/about.md", "pipe.md")
    assert not [name for name in held if may_go_out(pages / name, settings)]
    assert may_go_out(pages / "again.md", settings)


def test_in_the_old_layout_no_link_leads_from_a_page_to_a_source(tmp_path: Path) -> None:
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence/page.pdf").write_bytes(b"%PDF")
    (tmp_path / "page.pdf").symlink_to("evidence/page.pdf")
    assert not may_go_out(tmp_path / "page.pdf", settings_of(tmp_path, Layout.OLD))


@pytest.mark.parametrize("kind", ["pipe", "itself", "nowhere"])
def test_what_is_no_file_among_the_articles_is_named_and_never_waited_for(tmp_path: Path, kind: str) -> None:
    (tmp_path / "articles").mkdir()
    odd = tmp_path / "articles/odd.md"
    if kind == "pipe":
        os.mkfifo(odd)
    else:
        odd.symlink_to("odd.md" if kind == "itself" else "missing.md")
    (tmp_path / "people.yml").symlink_to("people.yml")
    content = read_files(tmp_path, {"articles/good.md": a_markdown()})
    assert [article.path for article in content.articles] == ["articles/good.md"]
    assert [problem.path for problem in content.problems] == ["articles/odd.md", "people.yml"]


@pytest.mark.parametrize("name", ["odd.html", "odd.txt"])
def test_nothing_is_said_of_the_keys_beside_what_is_no_file(tmp_path: Path, name: str) -> None:
    (tmp_path / "articles").mkdir()
    os.mkfifo(tmp_path / "articles" / name)
    content = read_files(tmp_path, {"articles/odd.yml": "title: Quay\n", "articles/good.md": a_markdown()})
    assert [problem.path for problem in content.problems] == [f"articles/{name}"]


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.rst"])
def test_an_article_among_the_pages_is_named_even_where_its_type_never_goes_out(
    tmp_path: Path, name: str
) -> None:
    [message] = told(read_files(tmp_path, {f"pages/{name}": a_markdown()}))
    assert message.startswith(f"pages/{name}:1: “outlet:” makes this an article")
