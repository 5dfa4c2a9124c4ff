"""Paragraphs in another language than their article's: a post, a letter, a statement left as it was.

Their own words say who speaks, so that the rules of their language read them: “dijo” is no verb of saying
to those of Chinese.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from digest import languages
from digest.languages.tags import main_language
from digest.model import Article, Block, Quote, Span


def foreign_passages(article: Article) -> Iterator[tuple[int, Article]]:
    """Yield runs of whole paragraphs that the page says are in one other language that has a row.

    Each is an article of that language, and comes with where it begins in the text.
    """
    if not article.language_parts:
        return
    for language, group in groupby(article.blocks, lambda block: _language(article, block)):
        blocks = list(group)
        if language is None:
            continue
        start = blocks[0].span.start
        passage = replace(
            article,
            language=language,
            text=article.text[start : blocks[-1].span.end],
            blocks=tuple(replace(block, span=_moved(block.span, -start)) for block in blocks),
            language_parts=(),
            quotes=(),
            not_quotes=(),
        )
        yield start, passage


def placed(quote: Quote, article: Article, start: int) -> Quote:
    """Return a quotation found in a passage as one of the article it stands in."""
    who = quote.speaker_span
    return replace(
        quote,
        article=article,
        span=_moved(quote.span, start),
        speaker_span=_moved(who, start) if who else None,
        language=article.language_at(_moved(quote.span, start)) or quote.language,
    )


def _language(article: Article, block: Block) -> str | None:
    """Return the language of a whole paragraph, where it is another and its rules are known."""
    # Marks around the words, or a full stop behind them, may stand outside.
    parts = [part for part in article.language_parts if part.span.overlaps(block.span)]
    codes = {part.language for part in parts}
    if len(codes) != 1 or (code := main_language(codes.pop())) not in languages.codes():
        return None
    told = sum(
        _letters(article.text[max(part.span.start, block.span.start) : part.span.end]) for part in parts
    )
    return code if told >= _letters(block.span.of(article.text)) else None


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
