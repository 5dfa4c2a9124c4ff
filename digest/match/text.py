"""How alike two texts are: in one language, or in two without any translation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from digest.languages.latin import is_cased, latin, numbers, words_and_digits

_ALIKE = 0.55
"""The least likeness of two words that counts: `diálogo` and `dialogue` have 0.62."""
_LEAST_PART = 4
"""How many words a part must have for standing word for word in a whole to prove anything."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text prepared for comparing; words are in Latin letters."""

    all_words: tuple[str, ...]
    words: tuple[str, ...]
    """Those of at least three letters, and numbers."""
    numbers: frozenset[str]


@lru_cache(maxsize=50_000)
def prepared(text: str) -> Text:
    """Return the text's words and numbers."""
    every: list[str] = []
    for word in words_and_digits(text):
        plain = latin(word)
        unspaced = not word[0].isdigit() and not is_cased(word) and len(plain) > 2 * len(word)
        every += [latin(character) for character in word] if unspaced else [plain]
    kept = tuple(word for word in every if len(word) > 2 or word[0].isdigit())
    return Text(tuple(every), kept or tuple(every), numbers(text))


def coverage(first: Text, second: Text) -> tuple[float, float]:
    """Return which share of each text has a like word in the other, long words weighing more."""
    return _covered(first.words, second.words), _covered(second.words, first.words)


def is_part(first: Text, second: Text) -> bool:
    """Tell whether one text stands word for word inside the other."""
    part, whole = sorted((first.all_words, second.all_words), key=len)
    size = len(part)
    return size >= _LEAST_PART and any(whole[at : at + size] == part for at in range(len(whole) - size + 1))


def contradict(first: Text, second: Text) -> bool:
    """Tell whether each text has a number that the other lacks."""
    return bool(first.numbers - second.numbers) and bool(second.numbers - first.numbers)


def _covered(part: Sequence[str], whole: Sequence[str]) -> float:
    total = sum(map(len, part))
    best = ((word, max((likeness(word, other) for other in whole), default=0.0)) for word in part)
    return sum(len(word) * value for word, value in best if value >= _ALIKE) / total if total else 0.0


@lru_cache(maxsize=200_000)
def likeness(first: str, second: str) -> float:
    """Return Dice's coefficient of the pairs of letters of two words, their ends included.

    >>> likeness("paz", "paz"), round(likeness("dialogo", "dialogue"), 2)
    (1.0, 0.71)
    """
    if first == second:
        return 1.0
    a, b = _pairs(first), _pairs(second)
    return 2 * len(a & b) / (len(a) + len(b))


@lru_cache(maxsize=100_000)
def _pairs(word: str) -> frozenset[str]:
    bounded = f"^{word}$"
    return frozenset(bounded[at : at + 2] for at in range(len(bounded) - 1))
