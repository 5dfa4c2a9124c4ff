"""How sure it is that two quotes word one statement.

Confidences lie between 0 and 1; 0.5 is the least that joins two wordings.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache

from digest.languages import codes
from digest.match.states import certain_language, main
from digest.match.text import COGNATE, INFLECTED, Text, compared, contradict, is_part, may_agree, prepared
from digest.model import Memory, Person, Quote, Segment, SegmentKind

_ONE_LANGUAGE = (-2.3, 7.9, 9.2, 13.0, 1.5, -2.4, 0.8, -1.4, -4.7)
_TWO_LANGUAGES = (5.6, 18.9, 4.4, 0.0, 0.9, -0.1, 3.3, -2.9, -4.1)
"""Weights of what `compared` returns, and the constant: log-odds that two texts say the same.

Logistic regression on 40,000 pairs of an English sentence, or a part of one, with twenty candidates
each (one of them its source, or none), once beside their machine translations and once beside the
candidates as they are.
"""
SAME_LANGUAGE = 4.0
"""Log-odds above which two wordings in one language are one statement.

In the data of the weights 1 would do for 99 in 100. Statements of one speaker on one subject are more
alike than those: on real press wordings different ones reach 2.3, wordings of one begin at 5.0.
"""
TRANSLATED = 3.0
"""The same for a wording and a translation of the memory, where a rival is looked for as well."""
COGNATES = 6.0
"""The same for wordings in two languages by cognates, names and numbers alone; different ones reach 5.0."""
RIVAL = 3.0
"""By how much the log-odds of a match across languages must be better than the second best's."""
_LEAST = 0.03
"""A confidence below this is none."""
_PART = 0.9
"""The confidence that a part of at least four words belongs to what holds it word for word."""
_BREVITY = 0.8
"""What each distinct word below eight takes off the log-odds: few words agree by accident.

`welcome dialogue, welcome diplomacy` is no part of `Welcome dialogue, welcome diplomats, …`.
"""


def vetoed(a: Quote, b: Quote, person: Person) -> bool:
    """Tell whether two quotes of a person cannot be one statement, whatever their words.

    They cannot if they were said on different days or in different languages, or if their numbers differ.
    """
    if a.said_at and b.said_at and a.said_at.day != b.said_at.day:
        return True
    spoken = {certain_language(a, person), certain_language(b, person)} - {None}
    return len(spoken) > 1 or contradict(prepared(a.text), prepared(b.text))


def by_text(a: Quote, b: Quote) -> float | None:
    """Return the confidence that the two texts alone give; None if they tell nothing either way.

    Two languages that have no word in common tell nothing; in one language that is an answer.
    """
    first, second = prepared(a.text), prepared(b.text)
    if main(a.language) == main(b.language):
        return same_language(first, second, SAME_LANGUAGE)
    if not may_agree(first, second):
        return None
    sure = _sigmoid(
        _log_odds(compared(first, second, COGNATE), _TWO_LANGUAGES) - COGNATES - _brevity(first, second)
    )
    return sure if sure >= _LEAST else None


def by_memory(
    quotes: Sequence[Quote], pairs: Iterable[tuple[int, int]], memory: Memory
) -> dict[tuple[int, int], float]:
    """Return the confidence that translations of the memory give, in any language that has them."""
    texts = [_in_languages(quote, memory) for quote in quotes]
    found = {}
    for a, b in pairs:
        if main(quotes[a].language) != main(quotes[b].language):
            both = sorted(texts[a].keys() & texts[b].keys())
            if both:
                found[a, b] = max(
                    same_language(prepared(texts[a][code]), prepared(texts[b][code]), TRANSLATED)
                    for code in both
                )
    return found


def _in_languages(quote: Quote, memory: Memory) -> dict[str, str]:
    texts = {main(quote.language): quote.text}
    segment = Segment(SegmentKind.QUOTE, quote.language, quote.text)
    for code in codes():
        if code not in texts and (found := memory.find(segment, code)):
            texts[code] = found.text
    return texts


@lru_cache(maxsize=100_000)
def same_language(first: Text, second: Text, threshold: float) -> float:
    """Return the confidence that two texts in one language say the same."""
    if not may_agree(first, second):
        return 0.0
    sure = _sigmoid(
        _log_odds(compared(first, second, INFLECTED), _ONE_LANGUAGE) - threshold - _brevity(first, second)
    )
    return max(sure, _PART) if is_part(first, second) else sure


def _brevity(first: Text, second: Text) -> float:
    return _BREVITY * max(0, 8 - min(len(first.distinct), len(second.distinct)))


def _log_odds(values: Sequence[float], weights: Sequence[float]) -> float:
    return math.fsum(value * weight for value, weight in zip((*values, 1.0), weights, strict=True))


def _sigmoid(log_odds: float) -> float:
    return round(1 / (1 + math.exp(-log_odds)), 9)
