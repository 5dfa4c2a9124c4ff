"""Texts that stand in boxes without a paragraph of their own."""

from __future__ import annotations

import pytest

from digest.read.markup import tree_from_html
from digest.read.page.loose import into_paragraphs

LONG = "The council of the island met on Monday and talked for hours about the new road."


def paragraphs_in(body: str) -> list[str]:
    tree = tree_from_html(f"<body>{body}</body>")
    into_paragraphs(tree)
    return [" ".join(one.text_content().split()) for one in tree.iter("p")]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (f"<p>One.</p><div>{LONG}</div>", ["One.", LONG]),
        (f"<div><p>One.</p>{LONG} <b>So be it.</b><p>Two.</p></div>", ["One.", f"{LONG} So be it.", "Two."]),
        (
            f"<p>One.</p><div><div>{LONG}</div></div><div><div>“Never.”</div></div>",
            ["One.", LONG, "“Never.”"],
        ),
    ],
)
def test_prose_in_a_box_is_a_paragraph_and_so_is_a_short_line_beside_it(body: str, wanted: list[str]) -> None:
    assert paragraphs_in(body) == wanted


@pytest.mark.parametrize(
    "box",
    [
        "<div>By Ann Example</div>",
        f"<div><a href='/other'>{LONG}</a></div>",
        f"<div><p>One.</p><a href='/other'>{LONG}</a></div>",
    ],
)
def test_names_and_links_to_other_stories_are_no_paragraphs(box: str) -> None:
    assert [one for one in paragraphs_in(f"<p>One.</p>{box}") if one != "One."] == []
