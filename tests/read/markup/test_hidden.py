"""What a page hides from its readers is no part of its text."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import a_markdown, read_files
from lxml import html

from digest.read.markup.hidden import without_hidden

STYLES = """
/* .seen { display: none } */
@media print { .seen { display: none } .also { color: red } }
.gone, p.quiet { color: red; display: none !important }
.gone .nested { visibility: hidden }
#once { visibility: hidden }
"""
PARAGRAPH = "<p>The harbour of Northport opens in spring, the council has told its members in writing.</p>"


def left(body: str) -> str:
    page = f"<html><head><style>{STYLES}</style></head><body style='visibility:hidden'>{body}</body></html>"
    return str(without_hidden(html.document_fromstring(page)).find("body").text_content())


@pytest.mark.parametrize(
    "element",
    [
        "<p hidden>x</p>",
        "<p hidden='until-found'>x</p>",
        "<p style='color:red; Display : none'>x</p>",
        "<p style='visibility:hidden'>x</p>",
        "<p style='opacity:0'>x</p>",
        "<p style='font-size: 0px'>x</p>",
        "<p style='position:absolute;left:-9999px'>x</p>",
        "<div hidden><p>x</p></div>",
        "<template><p>x</p></template>",
        "<dialog>x</dialog>",
        "<p class='other gone'>x</p>",
        "<p class='quiet'>x</p>",
        "<p id='once'>x</p>",
    ],
)
def test_what_is_hidden_goes_and_the_text_after_it_stays(element: str) -> None:
    assert left(f"before {element} after").split() == ["before", "after"]


@pytest.mark.parametrize(
    "element",
    [
        "<p>x</p>",
        "<p style='opacity:0.5; font-size:0.9em'>x</p>",
        "<p class='seen also nested'>x</p>",
        "<div class='quiet'>x</div>",
        "<dialog open>x</dialog>",
        "<details><summary>more</summary>x</details>",
    ],
)
def test_what_readers_see_stays(element: str) -> None:
    assert "x" in left(element)


@pytest.mark.parametrize("kind", ["page", "markdown"])
def test_what_an_article_hides_is_no_part_of_its_text(tmp_path: Path, kind: str) -> None:
    hidden = "<p hidden>“Nobody reads this,” Anna Berg said.</p>"
    files: dict[str, str | bytes | None] = {
        "page": {
            "articles/x.html": f"<html><body><article>{PARAGRAPH * 5}{hidden}</article></body></html>",
            "articles/x.yml": "title: Harbour\noutlet: newsweek\nlanguage: en\n",
        },
        "markdown": {"articles/x.md": a_markdown(text=f"The harbour opens.\n\n{hidden}\n")},
    }[kind]
    [article] = read_files(tmp_path, files).articles
    assert "harbour" in article.text
    assert "Nobody" not in article.text


def test_a_text_that_a_script_is_to_show_is_read_where_nothing_else_is_prose() -> None:
    prose = "The ferry to the island of Northport runs three times a day again, and on Sundays, too. " * 4
    loading = f"<div class=nav>Home</div><div style='opacity:0'><p>{prose}</p></div>"
    assert left(loading) == f"Home{prose}"
    assert left(f"<p>{prose}</p>{loading}") == f"{prose}Home"


@pytest.mark.parametrize(("names", "seen"), [("tab", ""), ("tab on", "Shown."), ("on", "Shown.")])
def test_whoever_names_more_of_an_element_decides_whether_it_is_hidden(names: str, seen: str) -> None:
    sheet = "<style>.tab { display: none } .tab.on { display: block }</style>"
    assert left(f"{sheet}<div class='{names}'>Shown.</div>").partition("block }")[2] == seen
