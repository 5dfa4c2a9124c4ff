"""Pages whose elements stand in each other by the thousand are read, at once and whole."""

from __future__ import annotations

import time

import pytest
from saved_pages import reading

from digest.read.markup.depth import flattened

PARAGRAPHS = (
    "<p>The council of Northport met on Monday and opened the harbour to boats of all sizes after a year.</p>"
    "<p>“We waited for a year,” Karl Holm said in Northport, where ships and ferries arrive each day.</p>"
)
MANY = 20_000


def page(body: str) -> str:
    return f"<!doctype html><html lang=en><head><title>Harbour open</title></head><body><article><h1>Harbour</h1>{body}</article></body></html>"


@pytest.mark.parametrize(
    "tag", ["b", "a href=x", "font", "ins", "sub", "span", "x-own", "q", "em class='>'", "div"]
)
def test_a_page_of_elements_that_never_end_is_read_in_a_moment(tag: str) -> None:
    began = time.process_time()
    texts = [passage.text for passage in reading(page(f"<{tag}>" * MANY + PARAGRAPHS))[0].passages]
    assert time.process_time() - began < 2
    assert any("“We waited for a year,” Karl Holm said in Northport" in text for text in texts)


def test_what_stands_behind_thousands_of_lists_in_each_other_is_read() -> None:
    """Compared with what jusText takes for the text it took minutes, and the comparison lost the end."""
    body = "<ul><li>quay " * 6_000 + "“We waited for a year,” Karl Holm said in Northport."
    texts = [
        passage.text for passage in reading(f"<html lang=en><title>Quays</title><body>{body}")[0].passages
    ]
    assert any("“We waited for a year,” Karl Holm said in Northport" in text for text in texts)


def test_a_long_page_without_an_article_keeps_its_paragraphs_and_its_links_are_no_reason_to_join_them() -> (
    None
):
    line = (
        "<div>The boats came to the quay of Northport with {}, and left for the <a href=x>islands</a></div>"
    )
    body = f"<aside>x</aside><div>{''.join(map(line.format, range(2_500)))}<button>b</button></div>"
    passages = reading(f"<html lang=en><title>Quays</title><body>{body}")[0].passages
    assert len(passages) == 2_500


def test_a_headline_of_spans_in_each_other_keeps_its_words() -> None:
    texts = [
        passage.text for passage in reading(page("<h1><span>" * 2000 + "deep</h1>" + PARAGRAPHS))[0].passages
    ]
    assert any("deep" in text for text in texts)


def test_what_is_no_deeper_than_pages_are_stays_as_it_is() -> None:
    usual = page("<div><ul><li><a href=x><b>a</b></a></ul></div>" * 500 + "<p><em>b</em>" * 500)
    assert flattened(usual) == usual


def test_tags_without_an_end_take_time_in_step_with_their_number() -> None:
    def seconds(times: int) -> float:
        began = time.process_time()
        flattened("<b " * times)
        return time.process_time() - began

    seconds(1000)
    assert min(seconds(80_000) for _ in range(3)) < 24 * max(min(seconds(10_000) for _ in range(3)), 0.001)


def test_the_lines_of_a_drawing_and_the_tags_in_a_script_are_not_deep() -> None:
    page = f"<svg>{'<path d=x/>' * 90}</svg><script>{'<b><i>' * 90}</script><!--{'<b>' * 90}--><p>Text.</p>"
    assert flattened(page) == page


def test_a_drawing_hides_no_depth() -> None:
    page = f"<svg><style>{'<b>' * 5_000}text"
    assert flattened(page).count("<b>") < 100
