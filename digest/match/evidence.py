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

_ONE_LANGUAGE = (-3.0, 9.5, 6.3, 15.3, 1.1, -2.4, 0.8, -0.7, -4.8)
_TWO_LANGUAGES = (6.7, 18.3, 0.0, 0.0, 3.6, -0.2, 3.4, -1.7, -3.7)
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
_COVERED = 0.55
"""The least share of the shorter text's words that must have a like one.

Runs of letters alone would join `bienvenido el diálogo, bienvenida la diplomacia, porque siempre
buscaremos la paz` with `Bienvenido diálogo, bienvenidos diplomáticos, bienvenida la paz…`: another
statement, of whose words 0.48 are alike. On real press wordings of one statement the least is 0.68.
"""
_ENOUGH_WORDS = 8
_BREVITY = 0.8
_BREVITY_COVERED = 0.05
"""What each distinct word below eight takes off the log-odds, and adds to the share that must be
covered: few words agree by accident."""


def vetoed(a: Quote, b: Quote, person: Person) -> bool:
    """Tell whether two quotes of a person cannot be one statement, whatever their words.

    They cannot if they were said on different days or in different languages, or if their numbers differ.
    """
    if a.said_at and b.said_at and a.said_at.day != b.said_at.day:
        return True
    spoken = {certain_language(a, person), certain_language(b, person)} - {None}
    return len(spoken) > 1 or contradict(_prepared(a), _prepared(b))


def _prepared(quote: Quote) -> Text:
    return prepared(quote.text, main(quote.language))


def by_text(a: Quote, b: Quote) -> float | None:
    """Return the confidence that the two texts alone give; None if they tell nothing either way.

    Two languages that have no word in common tell nothing; in one language that is an answer.
    """
    first, second = _prepared(a), _prepared(b)
    if main(a.language) == main(b.language):
        return same_language(first, second, SAME_LANGUAGE)
    if not may_agree(first, second):
        return None
    missing = _words_missing(first, second) * _BREVITY
    sure = _sigmoid(_log_odds(compared(first, second, COGNATE), _TWO_LANGUAGES) - COGNATES - missing)
    return sure if sure >= _LEAST else None


def by_memory(
    quotes: Sequence[Quote], pairs: Iterable[tuple[int, int]], memory: Memory
) -> dict[tuple[int, int], float]:
    """Return the confidence that translations of the memory give, in any language that has them."""
    languages = sorted({*codes(), *(main(quote.language) for quote in quotes)})
    texts = [_in_languages(quote, languages, memory) for quote in quotes]
    found = {}
    for a, b in pairs:
        if main(quotes[a].language) != main(quotes[b].language):
            both = sorted(texts[a].keys() & texts[b].keys())
            if both:
                found[a, b] = max(
                    same_language(prepared(texts[a][code], code), prepared(texts[b][code], code), TRANSLATED)
                    for code in both
                )
    return found


def _in_languages(quote: Quote, languages: Sequence[str], memory: Memory) -> dict[str, str]:
    texts = {main(quote.language): quote.text}
    segment = Segment(SegmentKind.QUOTE, quote.language, quote.text)
    for code in languages:
        if code not in texts and (found := memory.find(segment, code)):
            texts[code] = found.text
    return texts


@lru_cache(maxsize=100_000)
def same_language(first: Text, second: Text, threshold: float) -> float:
    """Return the confidence that two texts in one language say the same."""
    if not may_agree(first, second):
        return 0.0
    if is_part(first, second):
        return max(_PART, _same_language(first, second, threshold))
    return _same_language(first, second, threshold)


def _same_language(first: Text, second: Text, threshold: float) -> float:
    values, missing = compared(first, second, INFLECTED), _words_missing(first, second)
    if values[0] < _COVERED + missing * _BREVITY_COVERED:
        return 0.0
    return _sigmoid(_log_odds(values, _ONE_LANGUAGE) - threshold - missing * _BREVITY)


def _words_missing(first: Text, second: Text) -> int:
    """Return how many words the shorter text lacks of being long enough."""
    return max(0, _ENOUGH_WORDS - min(len(first.distinct), len(second.distinct)))


def _log_odds(values: Sequence[float], weights: Sequence[float]) -> float:
    return math.fsum(value * weight for value, weight in zip((*values, 1.0), weights, strict=True))


def _sigmoid(log_odds: float) -> float:
    return round(1 / (1 + math.exp(-log_odds)), 9)
