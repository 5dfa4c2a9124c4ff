"""How sure it is that two quotes word one statement.

Scores are confidences from 0 to 1 in which 0.5 is the least that joins two wordings.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from digest.languages import codes
from digest.match.states import certain_language, main
from digest.match.text import COGNATE, INFLECTED, Text, contradict, coverage, is_part, may_agree, prepared
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


def by_memory(
    quotes: Sequence[Quote], pairs: Iterable[tuple[int, int]], memory: Memory
) -> dict[tuple[int, int], float]:
    """Return the confidence that translations of the memory give, in any language that has them."""
    texts = [_in_languages(quote, memory) for quote in quotes]
    found = {}
    for a, b in pairs:
        if main(quotes[a].language) != main(quotes[b].language):
            both = sorted(texts[a].keys() & texts[b].keys())
            best = max((alike(texts[a][code], texts[b][code]) for code in both), default=0.0)
            if best:
                found[a, b] = _confidence(best, TRANSLATED)
    return found


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
    if not may_agree(a, b):
        return 0.0
    value = sum(coverage(a, b, INFLECTED)) / 2 - _brevity(a, b)
    return max(value, 0.9) if is_part(a, b) else value


@lru_cache(maxsize=100_000)
def _cognates(first: str, second: str) -> float:
    a, b = prepared(first), prepared(second)
    if not may_agree(a, b):
        return 0.0
    bonus = 0.05 if a.numbers & b.numbers else 0.0
    return sum(coverage(a, b, COGNATE)) / 2 + bonus - _brevity(a, b)


def _brevity(a: Text, b: Text) -> float:
    """Return what is taken off because few words agree by accident: nothing from eight words on."""
    return 0.04 * max(0, 8 - min(len(set(a.words)), len(set(b.words))))


def _confidence(value: float, threshold: float) -> float:
    """Stretch so that the threshold becomes 0.5."""
    if value < threshold:
        return 0.5 * value / threshold
    return min(1.0, 0.5 + 0.5 * (value - threshold) / (1 - threshold))
