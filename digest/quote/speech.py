"""Whether what stands between quotation marks was said by somebody, or is a title, a term or a doubt.

Points after Pareti et al., "Automatically detecting and attributing indirect quotations" (2013): a cue
counts most, then a speaker, an end like a sentence's, and length.
"""

from __future__ import annotations

import re

from digest.model import Article
from digest.quote.credit import THRESHOLD, Credit
from digest.quote.frames import TERMINALS, Frame
from digest.quote.grammar import Grammar

ENOUGH = 2
"""Points from which words between marks count as speech."""
_UNSPACED_WORD = 2
"""Characters that make about a word where no white space parts words."""
_COMMAS = ",，،;"


def is_speech(article: Article, frame: Frame, given: Credit, grammar: Grammar) -> bool:
    """Tell whether a quotation is evidence of speech; when in doubt it is not."""
    marked = frame.marked
    inner = marked.span.of(article.text)
    if not any(char.isalpha() for char in inner):
        return False
    words = count_words(inner, spaced=grammar.row.spaced)
    credited = given.speaker is not None and given.score >= THRESHOLD
    points = 2 * bool(given.cue) + credited
    ends = inner[-1] in TERMINALS or _comma_follows(article.text, frame)
    points += ends + (words >= 4) + (words >= 8)
    if words <= 2 and not (ends and inner[-1] in TERMINALS):
        points -= 2
    if _looks_like_title(inner, grammar):
        points -= 2
    if marked.is_single and not (given.cue and credited):
        points -= 2
    return points >= ENOUGH + (words <= 2)


def count_words(text: str, *, spaced: bool) -> int:
    """Return the number of words, or about as many where no white space parts them."""
    return (
        len(re.findall(r"\w+(?:['’-]\w+)*", text))
        if spaced
        else sum(map(str.isalpha, text)) // _UNSPACED_WORD
    )


def _comma_follows(text: str, frame: Frame) -> bool:
    marked = frame.marked
    return any(char in _COMMAS for char in text[marked.span.end : marked.outer.end + 1])


def _looks_like_title(inner: str, grammar: Grammar) -> bool:
    """Tell whether most words are capitalised, as titles of works and names of things are."""
    if not grammar.row.cased or grammar.row.nouns_are_capital or inner[-1] in TERMINALS:
        return False
    words = [word for word in re.findall(r"[^\W\d_]{4,}", inner)]
    return len(words) > 1 and sum(word[0].isupper() for word in words) / len(words) > 0.7
