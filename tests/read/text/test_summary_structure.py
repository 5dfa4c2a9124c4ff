"""Headings, lists and tables of a text stay what they are, in the kept text, in its file and on its page."""

from __future__ import annotations

from pathlib import Path

from newsrooms import a_file, a_newsroom, content_of, settings_of
from rendered import body

from digest.build import build
from digest.model import BlockKind
from digest.read import markdown_from_passages, read_markdown

TEXT = """The council decided.

## What it decided

- The quay grows by *90 metres*.
- “We will build it together,” Mayor Ann Example said.

| Year | Ships |
| --- | --- |
| 2025 | 40 |
| 2026 | 55 |

It meets again in May.
"""
HEAD = "---\ntitle: Council decides\noutlet: faro\nlanguage: en\nwritten_by: desk\n---\n"


def test_each_block_of_a_text_has_its_kind_and_a_row_its_cells() -> None:
    found = read_markdown(TEXT, language="en")
    assert [(passage.kind, passage.text) for passage in found] == [
        (BlockKind.PARAGRAPH, "The council decided."),
        (BlockKind.HEADING, "What it decided"),
        (BlockKind.ITEM, "The quay grows by 90 metres."),
        (BlockKind.ITEM, "“We will build it together,” Mayor Ann Example said."),
        (BlockKind.ROW, "Year | Ships"),
        (BlockKind.ROW, "2025 | 40"),
        (BlockKind.ROW, "2026 | 55"),
        (BlockKind.PARAGRAPH, "It meets again in May."),
    ]


def test_what_is_written_reads_back_the_same() -> None:
    found = read_markdown(TEXT, language="en")
    again = read_markdown(markdown_from_passages(found, language="en"), language="en")
    assert [(one.kind, one.text) for one in again] == [(one.kind, one.text) for one in found]


def test_a_summarys_page_shows_them_as_what_they_are(tmp_path: Path) -> None:
    content = a_newsroom(tmp_path)
    a_file(content, "articles/a.md", HEAD + TEXT)
    assert content_of(tmp_path).problems == ()
    site = build(settings_of(tmp_path))
    [prose] = body(site, "en/article/faro/a/").xpath("//div[@class='prose']")
    assert [one.tag for one in prose] == ["p", "h2", "ul", "div", "p"]  # a box that a wide table moves in
    assert [one.text for one in prose.xpath("h2")] == ["What it decided"]
    assert len(prose.xpath("ul/li")) == 2
    assert [[cell.text for cell in row] for row in prose.xpath("div/table//tr")][:2] == [
        ["Year", "Ships"],
        ["2025", "40"],
    ]
    assert prose.xpath("div/table//tr[1]/th")
    assert [utterance.person.name for utterance in site.utterances if utterance.person] == ["Ann Example"]


def test_a_text_that_begins_with_a_heading_is_introduced_by_its_first_sentence(tmp_path: Path) -> None:
    content = a_newsroom(tmp_path)
    a_file(content, "articles/a.md", HEAD + "## What it decided\n\nThe quay grows.\n")
    site = build(settings_of(tmp_path))
    assert (
        "The quay grows."
        in body(site, f"en/story/{site.stories[0].id}/").xpath("//p[@class='story__lede']")[0].text_content()
    )
