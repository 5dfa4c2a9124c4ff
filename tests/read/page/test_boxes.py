"""`digest.read.page.boxes`: boxes of other texts on a page, known by what readers see above them."""

from __future__ import annotations

import pytest
from lxml import html
from markup import said

from digest.read.page.boxes import drop_boxes

FIRST = "The council approved the plan for the new harbour on Thursday after two years of debate."
SECOND = "Fishermen from the northern villages had asked for a longer quay and for deeper water there."
CARD = '<li class="card"><h3><a href="/x">A storm is coming on {day}</a></h3><p>Stay at home.</p></li>'
CARDS = "".join(CARD.format(day=day) for day in ("Monday", "Tuesday", "Friday"))


def kept(inside: str, *, after: str = "") -> str:
    page = html.document_fromstring(
        f"<html><body><article><h1>The harbour</h1><p>{FIRST}</p>{inside}<p>{SECOND}</p></article>{after}</body></html>"
    )
    drop_boxes(page)
    return said(page).removeprefix(f"The harbour{FIRST}").removesuffix(SECOND)


@pytest.mark.parametrize(
    "box",
    [
        '<div><h3>Read next</h3><p><a href="/a">The old quay</a></p></div>',
        '<section><h2>Related articles</h2><a href="/a">The old quay</a></section>',
        '<div><strong>Lees ook</strong><ul><li><a href="/a">De oude kade</a></li></ul></div>',
        '<div><h4>Lesen Sie auch:</h4><a href="/a">Der alte Kai</a></div>',
        '<div><h3>À lire aussi</h3><a href="/a">Le vieux quai</a></div>',
        '<div><h3>Читайте также</h3><a href="/a">Старая набережная</a></div>',
        '<div><h3>関連記事</h3><a href="/a">古い岸壁</a></div>',
        '<div><h3>اقرأ أيضا</h3><a href="/a">الرصيف القديم</a></div>',
        '<div class="related-articles"><a href="/a">The old quay</a></div>',
        '<div class="c-lees-ook"><a href="/a">De oude kade</a></div>',
        "<aside><p>The old quay was built by hand in the last century, and is still there.</p></aside>",
        '<p>Read also: <a href="/a">The old quay is closed</a></p>',
        f"<ul>{CARDS}</ul>",
        f'<div class="grid">{CARDS}</div>',
    ],
)
def test_a_box_of_other_texts_goes(box: str) -> None:
    assert kept(box) == ""


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<h3>More water</h3>", "More water"),
        (
            '<p>She said: “Read more books, and read <a href="/a">this one</a> to the end of it, too.”</p>',
            "She said: “Read more books, and read this one to the end of it, too.”",
        ),
        ('<div class="article-text"><p>It rained.</p></div>', "It rained."),
        ('<ul><li><a href="/a">One</a></li><li><a href="/b">Two</a></li></ul>', "OneTwo"),
        ("<ul><li>bread</li><li>milk</li><li>eggs</li></ul>", "breadmilkeggs"),
    ],
)
def test_what_belongs_to_the_text_stays(inside: str, text: str) -> None:
    assert kept(inside) == text


def test_behind_such_a_heading_the_text_goes_on_where_prose_does() -> None:
    links = '<p><a href="/a">The old quay</a></p><p><a href="/b">The new quay</a></p>'
    assert kept(f"<h3>Read next</h3>{links}") == ""


def test_a_box_that_holds_the_first_paragraph_is_never_cut() -> None:
    page = html.document_fromstring(
        f'<html><body><div class="related-articles"><p>{FIRST}</p></div></body></html>'
    )
    drop_boxes(page)
    assert said(page) == FIRST


def test_a_page_without_any_paragraph_is_left_as_it_is() -> None:
    page = html.document_fromstring("<html><body><aside>Short.</aside></body></html>")
    drop_boxes(page)
    assert said(page) == "Short."
