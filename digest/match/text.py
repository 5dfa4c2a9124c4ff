"""How alike two texts are: in one language, or in two without any translation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from digest.languages.latin import is_cased, latin, numbers, words_and_digits

COGNATE = 0.55
"""The least likeness of words of two languages that counts: `diálogo` and `dialogue` have 0.71."""
INFLECTED = 0.8
"""The same within one language, where `diplomacy` (0.7) is not `diplomats`."""
_LEAST_PART = 4
"""How many words a part must have for standing word for word in a whole to prove anything."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text prepared for comparing; words are in Latin letters."""

    all_words: tuple[str, ...]
    words: tuple[str, ...]
    """Those of at least three letters, and numbers."""
    numbers: frozenset[str]
    starts: frozenset[str]
    """The first three letters of each word: what costs little to compare."""


@lru_cache(maxsize=50_000)
def prepared(text: str) -> Text:
    """Return the text's words and numbers."""
    every: list[str] = []
    for word in words_and_digits(text):
        plain = latin(word)
        unspaced = not word[0].isdigit() and not is_cased(word) and len(plain) > 2 * len(word)
        every += [latin(character) for character in word] if unspaced else [plain]
    kept = tuple(word for word in every if len(word) > 2 or word[0].isdigit())
    starts = frozenset(word[:3] for word in kept or every)
    return Text(tuple(every), kept or tuple(every), numbers(text), starts)


def may_agree(first: Text, second: Text) -> bool:
    """Tell whether a closer look is worth its time: a quarter of the words of one begin alike."""
    shared = len(first.starts & second.starts)
    return shared > 0 and 4 * shared >= min(len(first.starts), len(second.starts))


def coverage(first: Text, second: Text, least: float) -> tuple[float, float]:
    """Return which share of each text's words has a like one in the other, long words weighing more.

    A word counts once however often it is repeated: slogans repeat theirs, and they are all alike.
    """
    a, b = tuple(dict.fromkeys(first.words)), tuple(dict.fromkeys(second.words))
    return _covered(a, b, least), _covered(b, a, least)


def is_part(first: Text, second: Text) -> bool:
    """Tell whether one text stands word for word inside the other."""
    part, whole = sorted((first.all_words, second.all_words), key=len)
    size = len(part)
    return size >= _LEAST_PART and any(whole[at : at + size] == part for at in range(len(whole) - size + 1))


def contradict(first: Text, second: Text) -> bool:
    """Tell whether each text has a number that the other lacks."""
    return bool(first.numbers - second.numbers) and bool(second.numbers - first.numbers)


def _covered(part: Sequence[str], whole: Sequence[str], least: float) -> float:
    total = sum(map(len, part))
    best = ((word, max((likeness(word, other) for other in whole), default=0.0)) for word in part)
    return sum(len(word) * value for word, value in best if value >= least) / total if total else 0.0


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
