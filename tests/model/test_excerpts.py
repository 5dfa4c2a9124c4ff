"""What may be shown of a text that is not ours: `tests/golden/excerpts/fitting.txt`, and whose parts it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import an_article, an_outlet
from golden_cases import rows

from digest.model import Block, BlockKind, Retraction, Span, WrittenBy, fitting

TEXT = "A heading\n\nOne two three.\n\nFour five six."
BLOCKS = (
    Block(Span(0, 9), BlockKind.HEADING),
    Block(Span(11, 25), BlockKind.PARAGRAPH),
    Block(Span(27, 41), BlockKind.PARAGRAPH),
)


@pytest.mark.parametrize(("words", "text", "shown"), rows("excerpts/fitting.txt"))
def test_no_more_of_a_text_is_shown_than_may_be_and_whole_sentences_where_they_fit(
    words: str, text: str, shown: str
) -> None:
    length, used = fitting(text, int(words))
    assert text[:length] == ("" if shown == "-" else shown)
    assert used <= int(words)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (0, []),
        (2, ["One two"]),
        (3, ["One two three."]),
        (4, ["One two three.", "Four"]),
        (6, ["One two three.", "Four five six."]),
        (99, ["One two three.", "Four five six."]),
    ],
)
def test_the_words_that_a_licence_allows_are_counted_over_all_paragraphs_and_headings_are_none(
    words: int, shown: list[str]
) -> None:
    article = replace(an_article(), text=TEXT, blocks=BLOCKS, outlet=an_outlet(excerpt_words=words))
    assert [span.of(TEXT) for span in article.excerpt] == shown


def test_a_paragraph_that_is_cut_is_the_last_one_that_is_shown() -> None:
    text = "One. Two three four.\n\nFive"
    blocks = (Block(Span(0, 20), BlockKind.PARAGRAPH), Block(Span(22, 26), BlockKind.PARAGRAPH))
    article = replace(an_article(), text=text, blocks=blocks, outlet=an_outlet(excerpt_words=3))
    assert [span.of(text) for span in article.excerpt] == ["One."]


def test_of_a_summary_all_is_shown_and_of_what_is_retracted_nothing() -> None:
    summary = replace(an_article(), text=TEXT, blocks=BLOCKS, written_by=WrittenBy.DESK)
    assert [span.of(TEXT) for span in summary.excerpt] == TEXT.split("\n\n")
    assert replace(summary, retracted=Retraction(reason="It was wrong.")).excerpt == ()
