"""Texts that stand in boxes without a paragraph of their own."""

from __future__ import annotations

import pytest

from digest.read.markup import tree_from_html
from digest.read.page.loose import fullest, into_paragraphs, prose_in

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


def test_a_caption_and_what_names_itself_beside_the_text_are_no_paragraphs() -> None:
    caption = f"<div class=visual><img src=x><div>{LONG}</div></div>"
    named = f"<div class='post-image-credits'>{LONG}</div>"
    assert paragraphs_in(f"<p>One.</p>{caption}{named}") == ["One."]


def test_the_fullest_box_holds_the_most_prose_and_no_links() -> None:
    links = f"<ul>{f'<li><p><a href=/x>{LONG}</a></p></li>' * 9}</ul>"
    tree = tree_from_html(
        f"<body>{links}<div id=text><div><p>{LONG}</p></div><p>{LONG} Two.</p></div></body>"
    )
    box = fullest(tree)
    assert box.get("id") == "text"
    assert prose_in(box) == 2 * len(LONG) + len(" Two.")


def test_a_teaser_that_stands_in_ten_boxes_counts_once() -> None:
    teasers = f"<div>{f'<div><p>{LONG}</p></div>' * 10}</div>"
    other = LONG.replace("Monday", "Friday")
    tree = tree_from_html(f"<body>{teasers}<div id=text><p>{LONG} Two.</p><p>{other}</p></div></body>")
    assert fullest(tree).get("id") == "text"
