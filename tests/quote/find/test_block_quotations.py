"""`digest.quote.find.block_quotations`: statements that a page sets apart as blocks; all people are invented."""

from __future__ import annotations

from dataclasses import replace

from builders import an_article

from digest.model import Article, BlockKind
from digest.quote import find_quotes


def with_apart(*paragraphs: str, apart: tuple[int, ...]) -> Article:
    article = an_article(*paragraphs)
    blocks = tuple(
        replace(block, kind=BlockKind.QUOTATION) if at in apart else block
        for at, block in enumerate(article.blocks)
    )
    return replace(article, blocks=blocks)


def said(article: Article) -> list[tuple[str, str | None]]:
    return [(quote.text, quote.speaker) for quote in find_quotes(article).quotes]


def test_a_block_that_a_colon_leads_to_is_a_statement_of_whoever_is_named() -> None:
    article = with_apart(
        "Mayor Ida Stone said in a statement:",
        "The dam is ours. Nobody will take it.",
        "We will pay for it.",
        "Nobody answered her.",
        apart=(1, 2),
    )
    assert said(article) == [
        ("The dam is ours. Nobody will take it.", "Ida Stone"),
        ("We will pay for it.", "Ida Stone"),
    ]


def test_a_block_that_nothing_leads_to_is_no_quotation() -> None:
    article = with_apart(
        "Mayor Ida Stone spoke.", "The dam is ours, she would say.", "So it went.", apart=(1,)
    )
    assert said(article) == []


def test_a_pull_quote_that_repeats_the_text_is_no_second_quotation() -> None:
    article = with_apart(
        "“The dam is ours, and nobody will take it,” Ida Stone said.", "“Nobody will take it.”", apart=(1,)
    )
    assert said(article) == [("The dam is ours, and nobody will take it", "Ida Stone")]
