"""Markdown, and how lines of a paragraph are joined."""

from __future__ import annotations

import pytest

from digest.model import BlockKind
from digest.read.text import joined
from digest.read.text.markdown_text import _from_markup, passages_from_markdown

MARKS = {BlockKind.HEADING: "# ", BlockKind.PARAGRAPH: "", BlockKind.QUOTATION: "> ", BlockKind.ITEM: "- "}
CASES = [
    ("A *phone* **call**, [said](https://example.org/) `Trump`.", ["A phone call, said Trump."]),
    ("# One\nTwo\n## Three", ["# One", "Two", "# Three"]),
    ("One\n\n\n\nTwo  \nthree", ["One", "Two three"]),
    ("> Quoted\n> words", ["> Quoted words"]),
    ("- One\n- Two", ["- One", "- Two"]),
    ("* One\n\n  More", ["- One", "More"]),
    ("3. Dezember 2025 war der Tag.", ["3. Dezember 2025 war der Tag."]),
    ("*So*\n\n3. Dezember 2025 war der Tag.", ["So", "3. Dezember 2025 war der Tag."]),
    ("#Venezuela stays, *of course*.", ["#Venezuela stays, of course."]),
    ("#Venezuela stays.", ["#Venezuela stays."]),
    ("One<script>alert(1)</script> two", ["One two"]),
    ("<div onclick='x()'>One<style>p{}</style></div>\n\nTwo", ["One", "Two"]),
    ("<!-- hidden -->One", ["One"]),
    ("![A picture](https://example.org/x.png) One", ["One"]),
    ("AT&T, AT&amp;T, 1 < 2", ["AT&T, AT&T, 1 < 2"]),
    ("snake_case_name stays", ["snake_case_name stays"]),
    ("One\n\n---\n\nTwo", ["One", "Two"]),
    ("    indented", ["indented"]),
    ("One<br>two", ["One two"]),
    ("\\*not emphasis\\*", ["*not emphasis*"]),
    ("## C# ##", ["# C#"]),
    ("", []),
]


@pytest.mark.parametrize(("source", "expected"), CASES, ids=range(len(CASES)))
def test_markdown_comes_out_as_plain_paragraphs_and_headings(source: str, expected: list[str]) -> None:
    passages = passages_from_markdown(source, language="en")
    assert [MARKS[passage.kind] + passage.text for passage in passages] == expected


PLAIN = [
    "One\ntwo\n\n## Three\nfour",
    "«Sí», dijo.\n\n“No”, said Trump.",
    "# A\n# B\n\nC",
    "قال ترامب: نعم.\nثم غادر.",
    "1 (2) 3: 4; 5!",
]


@pytest.mark.parametrize("source", PLAIN)
def test_the_short_way_and_the_library_agree_on_plain_texts(source: str) -> None:
    short = [(passage.kind, passage.text) for passage in passages_from_markdown(source, language="en")]
    assert short == [(passage.kind, passage.text) for passage in _from_markup(source, "en")]


@pytest.mark.parametrize(
    ("language", "lines", "expected"),
    [
        ("en", ["a phone", "call"], "a phone call"),
        ("ar", ["مكالمة", "هاتفية"], "مكالمة هاتفية"),
        ("zh", ["委内瑞拉", "总统"], "委内瑞拉总统"),
        ("zh", ["Donald", "Trump 说"], "Donald Trump 说"),
        ("zh-Hant", ["委內瑞拉", "", "總統"], "委內瑞拉總統"),
    ],
)
def test_lines_are_joined_as_the_language_parts_words(language: str, lines: list[str], expected: str) -> None:
    assert joined(lines, language=language) == expected


@pytest.mark.parametrize("mark", ["<b", "</b", "<?", "[a", "![a", "[a](b", "[a][b", "<![CDATA["])
def test_a_crowd_of_markup_that_never_ends_is_text_as_it_stands(mark: str) -> None:
    [passage] = passages_from_markdown(f"{mark} word " * 200, language="en")
    assert passage.text == f"{mark} word " * 199 + f"{mark} word"


def test_markup_among_a_crowd_that_never_ends_is_markup_and_what_is_commented_out_is_not_shown() -> None:
    text = "A [link](https://a.example/) and <em>stress</em>. " + "[a <b " * 100 + "<!-- <i> hidden <b -->"
    [passage] = passages_from_markdown(text, language="en")
    assert passage.text.startswith("A link and stress. [a <b [a <b")
    assert "hidden" not in passage.text
