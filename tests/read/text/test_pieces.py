"""Paragraphs too long for the Markdown library are the same text, and take time in step with their length."""

from __future__ import annotations

import time

import pytest

from digest.read.text.markdown_text import passages_from_markdown


def texts(source: str) -> list[str]:
    return [passage.text for passage in passages_from_markdown(source, language="en")]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("A *b* word &amp; more of it. ", "A b word & more of it. "),
        ("A <b>bold</b> word. ", "A bold word. "),
        ("&amp;&lt;x", "&<x"),
        ("a&amp;\n", "a& "),
    ],
)
def test_a_long_paragraph_is_one_and_keeps_every_word(source: str, text: str) -> None:
    assert texts(source * 3000) == [(text * 3000).strip()]


def test_a_long_list_stays_one_and_a_long_item_loses_nothing() -> None:
    assert texts("\n".join(f"- item *x* {number}" for number in range(1500)))[-1] == "item x 1499"
    assert texts("One.\n\n- a\n- " + "b &amp; " * 3000)[2] == ("b & " * 3000).strip()


def test_parts_in_another_language_stay_where_they_are() -> None:
    source = "An *old* word. " * 1000 + '<span lang="es">palabra</span> and so on. ' + "A *new* one. " * 1000
    [passage] = passages_from_markdown(source, language="en")
    assert [passage.text[part.span.start : part.span.end] for part in passage.parts] == ["palabra"]


@pytest.mark.parametrize("sign", ["&amp;&lt;&#60;", "<b>a</b> <i>c</i> ", "*a* "])
def test_time_grows_with_the_text_and_not_its_square(sign: str) -> None:
    took = []
    for times in (2_000, 8_000):
        began = time.process_time()
        texts(sign * times)
        took.append(time.process_time() - began)
    assert took[1] < 8 * max(took[0], 0.05)
