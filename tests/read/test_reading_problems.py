"""Every mistake is named with its file, its line, and what right looks like."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from folders import HEAD, a_markdown, read_files, told

from digest.model import Severity

PATH = "articles/a.md"
WRONG = [
    # keys after title (2), outlet (3), language (4) → what is told
    ("urls: https://example.org/x\n", "5: unknown key “urls”; did you mean “url”?"),
    ("date: 2025-12-03\n", "5: unknown key “date”; did you mean “published”?"),
    ("tags: [honduras]\n", "5: unknown key “tags”; did you mean “topics”?"),
    ("url: javascript:alert(1)\n", "5: “url” must be an address such as https://example.org/news"),
    ("url: https://user@example.org/\n", "5: “url” must be an address"),
    ("url: //example.org/\n", "5: “url” must be an address"),
    ("url: https://\n", "5: “url” must be an address"),
    ("url: 'https://[bad'\n", "5: “url” must be an address"),
    ("archive_url: ftp://example.org/\n", "5: “archive_url” must be an address"),
    ("published: 3 December 2025\n", "5: “published” must be a date such as 2025-12-03"),
    ("published: 2025-02-30\n", "5: “published” must be a date such as 2025-12-03"),
    ("published: 2025-12-03T25:00:00Z\n", "5: “published” must be a date"),
    ("published: 0001-01-01T00:00:00+14:00\n", "5: “published” must be a date"),
    ("updated: [2025-12-03]\n", "5: “updated” must be a date such as"),
    ("authors: Amira El-Fekki\n", "5: “authors” must be a list, each item a name, not “Amira El-Fekki”"),
    ("authors:\n  - {name: Amira El-Fekki}\n", "6: “authors” must be a name, not a mapping"),
    ("topics: [hondoras]\n", "5: unknown topic “hondoras”; did you mean “honduras”?"),
    ("topics:\n  - honduras\n  - moon\n", "7: unknown topic “moon”; add it to topics.yml"),
    ("draft: maybe\n", "5: “draft” must be true or false, not “maybe”"),
    ("written_by: me\n", "5: “written_by” must be “outlet” or “desk”, not “me”"),
    ("quotes: yes\n", "5: “quotes” must be a list, each item a mapping with at least “text”, not “yes”"),
    ("quotes:\n  - It was a phone call.\n", "6: “quotes” must be a mapping with at least “text”"),
    ("quotes:\n  - speaker: Trump\n", "6: “text” is missing; write a text"),
    ("quotes:\n  - text: a\n    who: Trump\n", "7: unknown key “who”; did you mean “speaker”?"),
    ("quotes:\n  - text: a\n    spoken_language: Spanish\n", "7: “Spanish” is no language code; did you mean “es”?"),
    ("title: Again\n", "5: “title” stands here again (first in line 2); keep one"),
    ("story: {a: b}\n", "5: “story” must be a word, not a mapping"),
    ("story: *call\n", "5: “&” and “*” (anchors, aliases) are not read"),
    ("story: !!python/name:os.system x\n", "5: the tag “tag:yaml.org,2002:python/name:os.system” is not read"),
    ("? [a, b]\n: c\n", "5: a key must be a text, not a list"),
    ('place: "\\ud83d\\ude00"\n', "5: this is no YAML: found invalid Unicode character escape code while parsing a quoted scalar; write the character itself"),
    ('story: "C:\\data"\n', "5: this is no YAML: found unknown escape character while parsing a quoted scalar; write “\\\\” for a backslash"),
    ('story: "open\n', "5: this is no YAML: found unexpected end of stream while scanning a quoted scalar; close the quotation mark"),
    ("story: Maduro: the call\n", "5: this is no YAML: mapping values are not allowed"),
    ('story: "call\n', "5: this is no YAML"),
    ("\tstory: call\n", "5: this is no YAML"),
    (f"story: {'[' * 5000}\n", "5: lists and mappings are nested too deeply here"),
]  # fmt: skip


@pytest.mark.parametrize(("keys", "message"), WRONG, ids=range(len(WRONG)))
def test_a_wrong_key_is_named_with_its_line(tmp_path: Path, keys: str, message: str) -> None:
    content = read_files(tmp_path, {PATH: a_markdown(keys)})
    assert any(line.startswith(f"{PATH}:{message}") for line in told(content)), told(content)
    assert content.articles == ()


HEADS = [
    ("outlet: newsweek\nlanguage: en\n", "2: “title” is missing; write the headline"),
    ("title:\noutlet: newsweek\nlanguage: en\n", "2: “title” is missing; write the headline"),
    ("title: '  '\noutlet: newsweek\nlanguage: en\n", "2: “title” is empty; write the headline"),
    (
        'title: "\\u200b\\u3164"\noutlet: newsweek\nlanguage: en\n',
        "2: “title” holds only characters that nobody can see; write the headline",
    ),
    ("title: a\noutlet: newsweak\nlanguage: en\n", "3: unknown outlet “newsweak”; did you mean “newsweek”?"),
    ("title: a\noutlet: 123\nlanguage: en\n", "3: unknown outlet “123”; add it to outlets.yml"),
    ("title: a\noutlet: a b\nlanguage: en\n", "3: “a b” is no id; use letters, digits, “-” and “_” only"),
    (
        "title: a\noutlet: newsweek\nlanguage: english\n",
        "4: “english” is no language code; did you mean “en”?",
    ),
    (
        "title: a\noutlet: newsweek\nlanguage: pt_BR\n",
        "4: “pt_BR” is no language code; did you mean “pt-BR”?",
    ),
    (
        "title: a\noutlet: newsweek\nlanguage: xx\n",
        "4: “xx” is no language code; write a language code such as",
    ),
    ("- title\n", "2: there must be a mapping with at least “title”, “outlet” and “language” here"),
    ("", "1: there must be a mapping with at least “title”, “outlet” and “language” here"),
]


@pytest.mark.parametrize(("head", "message"), HEADS, ids=range(len(HEADS)))
def test_a_wrong_head_is_named_with_its_line(tmp_path: Path, head: str, message: str) -> None:
    content = read_files(tmp_path, {PATH: a_markdown(head=head)})
    assert any(line.startswith(f"{PATH}:{message}") for line in told(content)), told(content)
    assert content.articles == ()


FILES: list[tuple[bytes, str]] = [
    (b"Trump was in Florida.\n", "1: there is no front matter; begin with a line “---”"),
    (b"---\ntitle: a\n\nTrump was in Florida.\n", "1: the front matter that opens here does not end"),
    (b"", "1: there is no front matter"),
    (b"---\n<<<<<<< HEAD\ntitle: a\n=======\n---\n\nTrump left.\n", "2: an unresolved merge conflict"),
    (a_markdown(text="Trump left.\n<<<<<<< HEAD\n").encode(), "7: an unresolved merge conflict; keep one"),
    (a_markdown(text="").encode(), "6: there is no text; write or paste it below the front matter"),
    (a_markdown(text="<script>alert(1)</script>").encode(), "6: there is no text"),
    (
        a_markdown(text="".join(f"{'    ' * depth}- a\n" for depth in range(400))).encode(),
        "6: lists are nested too deeply in this text; write paragraphs",
    ),
    (a_markdown(text="a\n\nb\0c").encode(), "8: there is a NUL byte"),
    (a_markdown(text="caf").encode() + b"caf\xe9\n", "7: this is not UTF-8; save the file as UTF-8"),
    (a_markdown().encode("utf-16"), "1: the file is saved as UTF-16; save it as UTF-8"),
]


@pytest.mark.parametrize(("data", "message"), FILES, ids=range(len(FILES)))
def test_a_file_that_is_no_article_is_named_with_its_line(tmp_path: Path, data: bytes, message: str) -> None:
    content = read_files(tmp_path, {PATH: data})
    assert [line[: len(f"{PATH}:{message}")] for line in told(content)] == [f"{PATH}:{message}"]
    assert content.articles == ()


def test_a_text_that_nests_too_deep_changes_nothing_in_the_articles_after_it(tmp_path: Path) -> None:
    deep = a_markdown(text="".join(f"{'    ' * depth}- a\n" for depth in range(400)))
    content = read_files(
        tmp_path, {"articles/a.md": deep, "articles/b.md": a_markdown(text="A *phone* call.\n\nThe **end**.")}
    )
    assert [article.text for article in content.articles] == ["A phone call.\n\nThe end."]


def test_all_problems_of_all_files_are_told_at_once_and_the_others_go_on(tmp_path: Path) -> None:
    content = read_files(
        tmp_path,
        {
            "articles/b.md": a_markdown("url: x\ndraft: perhaps\ntags: [a]\n", text=""),
            "articles/a.md": "nothing",
            "articles/good.md": a_markdown(),
            "people.yml": "maduro: {nom: Nicolás Maduro}\n",
        },
    )
    places = [(problem.path, problem.line) for problem in content.problems]
    expected = [
        ("articles/a.md", 1),
        *(("articles/b.md", line) for line in (5, 6, 7, 9)),
        *[("people.yml", 1)] * 2,
    ]
    assert places == expected
    assert all(problem.severity is Severity.ERROR for problem in content.problems)
    assert [article.id for article in content.articles] == ["newsweek/good"]


def test_two_articles_of_one_outlet_and_slug_are_both_named_and_left_out(tmp_path: Path) -> None:
    files = {"articles/2025/call.md": a_markdown(), "articles/2026/Call.md": a_markdown(), PATH: a_markdown()}
    content = read_files(tmp_path, files)
    both = "articles/2025/call.md and articles/2026/Call.md are both “newsweek/call”"
    assert told(content) == [f"articles/2025/call.md:1: {both}; give one of the files another name"]
    assert [article.id for article in content.articles] == ["newsweek/a"]


def test_a_missing_outlets_file_is_told_once(tmp_path: Path) -> None:
    content = read_files(
        tmp_path, {"outlets.yml": None, "articles/a.md": a_markdown(), "articles/b.md": a_markdown()}
    )
    assert len(content.problems) == 1
    assert "outlets.yml is missing" in content.problems[0].message
    assert content.articles == ()


def test_a_topics_file_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    broken = "honduras:\n  labels: {en: Honduras\n"
    content = read_files(tmp_path, {"topics.yml": broken, PATH: a_markdown("topics: [honduras]\n")})
    assert [problem.path for problem in content.problems] == ["topics.yml"]
    assert [article.topics for article in content.articles] == [()]


def test_where_the_outlets_file_cannot_be_read_articles_say_what_to_mend(tmp_path: Path) -> None:
    content = read_files(tmp_path, {"outlets.yml": "newsweek: [\n", PATH: a_markdown()})
    assert (
        f"{PATH}:3: the outlet “newsweek” is not known while outlets.yml cannot be read; mend that first"
        in told(content)
    )


def test_an_empty_content_folder_gets_a_warning(tmp_path: Path) -> None:
    content = read_files(tmp_path / "none", {"articles/none.md": None})
    assert content.articles == ()
    assert [(problem.path, problem.severity) for problem in content.problems] == [("articles", "warning")]


NAMES = [
    ("articles/a b.md", "“a b” becomes an address; name the file with letters, digits, “-” and “_” only"),
    ("articles/a.txt", "“a.yml” is missing beside it"),
    ("articles/a.html", "“a.yml” is missing beside it"),
    ("articles/a.yml", "there is no text to this; put “a.txt” or “.html” beside it"),
    ("articles/a.docx", "“.docx” files are not read; paste its text into a “.txt” file"),
    ("articles/a.yaml", "“.yaml” files are not read; name it “.yml”"),
]


@pytest.mark.parametrize(("path", "message"), NAMES, ids=range(len(NAMES)))
def test_a_file_that_cannot_be_used_says_what_to_do(tmp_path: Path, path: str, message: str) -> None:
    assert told(read_files(tmp_path, {path: HEAD}))[0].startswith(f"{path}:1: {message}")


def test_a_yml_beside_markdown_is_an_error(tmp_path: Path) -> None:
    content = read_files(tmp_path, {PATH: a_markdown(), "articles/a.yml": HEAD})
    assert told(content)[0].startswith("articles/a.yml:1: an “.md” article holds its own front matter")


def test_links_out_of_the_content_folder_are_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text(a_markdown(), encoding="utf-8")
    folder = tmp_path / "content"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles/file.md").symlink_to(outside / "secret.md")
    (folder / "articles/folder").symlink_to(outside)
    (folder / "people.yml").symlink_to(outside / "secret.md")
    content = read_files(folder, {})
    assert content.articles == ()
    assert [problem.path for problem in content.problems] == [
        "articles/file.md",
        "articles/folder",
        "people.yml",
    ]


def test_an_articles_folder_that_is_a_link_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.md").write_text(a_markdown(), encoding="utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/articles").symlink_to(tmp_path / "outside")
    content = read_files(tmp_path / "content", {})
    assert content.articles == ()
    assert [problem.path for problem in content.problems] == ["articles"]


@pytest.mark.skipif(os.name != "posix", reason="only POSIX file names need not be UTF-8")
def test_a_file_name_that_is_not_utf8_is_told_without_breaking(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    name = os.fsencode(tmp_path / "articles") + b"/caf\xe9.md"
    with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123 - a name in bytes
        file.write(a_markdown())
    content = read_files(tmp_path, {})
    assert [problem.path for problem in content.problems] == ["articles/caf?.md"]


@pytest.mark.parametrize(
    ("article", "incomplete"),
    [
        (a_markdown(), set()),
        (a_markdown("draft: yes\n"), {"Newsweek"}),
        (a_markdown("url: x\n"), {"Newsweek"}),
        (a_markdown("story: Maduro: the call\n"), {"Newsweek", "Blick"}),
        (b"\xff\xfe\x00", {"Newsweek", "Blick"}),
    ],
    ids=["complete", "draft", "with an error", "not read", "no text"],
)
def test_outlets_of_which_an_article_may_be_left_out_are_known(
    tmp_path: Path, article: str | bytes, incomplete: set[str]
) -> None:
    assert read_files(tmp_path, {PATH: article}).incomplete == incomplete


@pytest.mark.parametrize(
    "name", ["feed.xml", "letter.eml", "page.mhtml", "photo.jpg", "notes.rst", "LICENSE"]
)
def test_no_file_among_the_articles_is_passed_over_without_a_word(tmp_path: Path, name: str) -> None:
    content = read_files(tmp_path, {"articles/a.md": a_markdown(), f"articles/{name}": "x"})
    [problem] = told(content)
    assert problem.startswith(f"articles/{name}:1: ")
    assert "are not read; " in problem


def test_names_that_begin_with_a_dot_are_named_but_for_those_of_programs(tmp_path: Path) -> None:
    names = (
        ".hidden.md",
        ".old/a.md",
        ".DS_Store",
        ".gitkeep",
        ".a.md.swp",
        "._a.md",
        ".a.md.x1.tmp",
        "a.md",
    )
    assert told(read_files(tmp_path, {f"articles/{name}": a_markdown() for name in names})) == [
        "articles/.hidden.md:1: names that begin with a dot are not read; rename it, or move it away",
        "articles/.old:1: names that begin with a dot are not read; rename it, or move it away",
    ]


def test_how_long_a_text_may_be_is_an_option(tmp_path: Path) -> None:
    files = {"articles/a.md": a_markdown(text="Word. " * 300)}
    assert told(read_files(tmp_path, files, max_text_bytes=5000)) == []
    [fault] = told(read_files(tmp_path, files, max_text_bytes=1000))
    assert "and no article more than 1,000 (max_text_bytes); keep the part that is one" in fault
