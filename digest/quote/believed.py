"""Whether speakers that a cache has of an article's quotes are named there: no name comes out of it alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from digest.model import Article, Quote

_WORDS = re.compile(r"\w+")
_BEGINNING = 3
"""Letters that a name shares with its other cases, as `Навальн-ый` and `Навальн-ого`."""


def are_named(article: Article, quotes: Iterable[Quote]) -> bool:
    """Tell whether each word of each speaker's name begins as one of the article, or of what it declares."""
    speakers = {quote.speaker for quote in quotes if quote.speaker}
    if not speakers or all(speaker in article.text for speaker in speakers):
        return True
    declared = (str(one.speaker or "") for one in article.quotes)
    there = {_beginning(word) for text in (article.text, *declared) for word in _WORDS.findall(text)}
    return all(_beginning(word) in there for speaker in speakers for word in _WORDS.findall(speaker))


def _beginning(word: str) -> str:
    return word.casefold()[:_BEGINNING]
