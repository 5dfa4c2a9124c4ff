"""How sure it is that two quotes word one statement.

Scores are confidences from 0 to 1 in which 0.5 is the least that joins two wordings.
"""

from __future__ import annotations

from functools import lru_cache

from digest.languages import codes
from digest.match.states import certain_language, main
from digest.match.text import contradict, coverage, is_part, prepared
from digest.model import Memory, Person, Quote, Segment, SegmentKind

SAME_LANGUAGE = 0.6
"""The least likeness of two wordings in one language.

Two transcriptions or translations of one press statement have 0.69 and more; two statements on one
subject by one speaker 0.48 and less.
"""
TRANSLATED = 0.6
"""The least likeness of a wording and a translation of the memory."""
COGNATES = 0.4
"""The least likeness of two wordings in two languages, by cognates, names and numbers alone."""
MARGIN = 0.08
"""By how much the best match must be better than the second best."""


def vetoed(a: Quote, b: Quote, person: Person) -> bool:
    """Tell whether two quotes of a person cannot be one statement, whatever their words.

    They cannot if they were said on different days or in different languages, or if their numbers differ.
    """
    if a.said_at and b.said_at and a.said_at.day != b.said_at.day:
        return True
    spoken = {certain_language(a, person), certain_language(b, person)} - {None}
    return len(spoken) > 1 or contradict(prepared(a.text), prepared(b.text))


def by_text(a: Quote, b: Quote) -> float:
    """Return the confidence that the two texts alone give."""
    if main(a.language) == main(b.language):
        return _confidence(alike(a.text, b.text), SAME_LANGUAGE)
    return _confidence(_cognates(a.text, b.text), COGNATES)


def by_memory(a: Quote, b: Quote, memory: Memory) -> float:
    """Return the confidence that translations of the memory give, in any language that has them."""
    if main(a.language) == main(b.language):
        return 0.0
    first, second = _in_languages(a, memory), _in_languages(b, memory)
    both = sorted(first.keys() & second.keys())
    return _confidence(max((alike(first[code], second[code]) for code in both), default=0.0), TRANSLATED)


def _in_languages(quote: Quote, memory: Memory) -> dict[str, str]:
    texts = {main(quote.language): quote.text}
    segment = Segment(SegmentKind.QUOTE, quote.language, quote.text)
    for code in codes():
        if code not in texts and (found := memory.find(segment, code)):
            texts[code] = found.text
    return texts


@lru_cache(maxsize=100_000)
def alike(first: str, second: str) -> float:
    """Return how alike two texts in one language are; a part that stands in the whole counts 0.9.

    >>> alike("about 10 days ago", "It was about 10 days ago that they called")
    0.9
    """
    a, b = prepared(first), prepared(second)
    value = sum(coverage(a, b)) / 2
    return max(value, 0.9) if is_part(a, b) else value


@lru_cache(maxsize=100_000)
def _cognates(first: str, second: str) -> float:
    a, b = prepared(first), prepared(second)
    bonus = 0.05 if a.numbers & b.numbers else 0.0
    return sum(coverage(a, b)) / 2 + bonus


def _confidence(value: float, threshold: float) -> float:
    """Stretch so that the threshold becomes 0.5."""
    if value < threshold:
        return 0.5 * value / threshold
    return min(1.0, 0.5 + 0.5 * (value - threshold) / (1 - threshold))
