"""How alike two texts are: in one language, or in two without any translation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from digest.languages.latin import is_cased, latin, numbers, skeleton, words_and_digits
from digest.languages.numbers import numerals
from digest.languages.senses import blanked, denies

COGNATE = 0.55
"""The least likeness of words of two languages that counts: `diálogo` and `dialogue` have 0.71."""
INFLECTED = 0.8
"""The same within one language, where `diplomacy` (0.7) is not `diplomats`."""
SAME_START = 6
"""Words with so many first letters in common count once: `bienvenido`, `bienvenida`, `bienvenidos`."""
_BEFORE_A_WORD = " \t\n.…[(«»“”„‘’\"'—–-"
_KEPT = 50_000
"""Texts of one person at most that are prepared once."""
_LEAST_PART = 4
"""How many words a part must have for standing word for word in a whole to prove anything."""


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A text prepared for comparing; words are in Latin letters."""

    all_words: tuple[str, ...]
    numbers: frozenset[str]
    """Those in digits, and small ones in words."""
    distinct: tuple[str, ...]
    """Words of at least three letters, and numbers; of those that begin alike the first."""
    repeated: float
    """Share of those words that repeat an earlier one."""
    runs: Mapping[str, int]
    """How often each run of 3 to 5 letters is there."""
    starts: frozenset[str]
    """The first three letters of each word: what costs little to compare."""
    sounds: frozenset[str] = frozenset()
    """The first three consonants of each word that has them, and the numbers: the same across languages."""
    denials: tuple[int, ...] = ()
    """Where the words stand that deny."""
    refusals: tuple[int, ...] = ()
    """Where those and words that may stand for them do: `without`, `unable`."""
    cut: bool = False
    """Whether it begins with a small letter, inside a sentence: what stood before may deny it."""
    first_words: tuple[str, ...] = ()
    """All words, of those that begin alike the first."""
    places: Mapping[str, Sequence[tuple[str, Sequence[int]]]] = field(default_factory=dict)
    """The words and where each stands, by what like words have in common."""


@lru_cache(maxsize=_KEPT)
def prepared(text: str, language: str) -> Text:
    """Return the text's words and numbers; small numbers in words become digits."""
    digits = numerals(language)
    printed, other = _printed(text), blanked(text, language)
    every = [digits.get(latin(word), latin(word)) for word in printed]
    denying = printed if other == text else _printed(other)
    kept = tuple(word for word in every if len(word) > 2 or word[0].isdigit())
    kept = kept or tuple(every)
    first: dict[str, str] = {}
    for word in every:
        first.setdefault(word[:SAME_START], word)
    distinct = tuple({word[:SAME_START]: word for word in reversed(kept)}.values())[::-1]
    return Text(
        all_words=tuple(every),
        distinct=distinct,
        repeated=1 - len(distinct) / len(kept) if kept else 0.0,
        numbers=numbers(text) | {word for word in every if word.isdigit()},
        runs=_runs(" ".join(every)),
        starts=frozenset(word[:3] for word in kept),
        sounds=numbers(text) | {sound[:3] for sound in map(skeleton, every) if len(sound) >= 3},
        denials=tuple(at for at, word in enumerate(denying) if denies(word, language)),
        refusals=tuple(at for at, word in enumerate(denying) if denies(word, language, perhaps=True)),
        cut=text.lstrip(_BEFORE_A_WORD)[:1].islower(),
        first_words=tuple(first.values()),
        places=_places(every),
    )


def _printed(text: str) -> list[str]:
    """Return the words; where no white space parts them, the characters."""
    found: list[str] = []
    for word in words_and_digits(text):
        unspaced = not word[0].isdigit() and not is_cased(word) and len(latin(word)) > 2 * len(word)
        found += word if unspaced else [word]
    return [word for word in found if latin(word)]


def _places(words: Sequence[str]) -> dict[str, list[tuple[str, list[int]]]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        places[word].append(at)
    found: dict[str, list[tuple[str, list[int]]]] = defaultdict(list)
    for word, own in places.items():
        found[likely(word)].append((word, own))
    return dict(found)


@lru_cache(maxsize=20_000)
def likely(word: str) -> str:
    """Return the first letter and the first consonant: like words of one language have the same."""
    return word[0] + letter(word)


@lru_cache(maxsize=20_000)
def letter(word: str) -> str:
    """Return the first consonant: like words have the same."""
    return skeleton(word)[:1] or word[0]


def _runs(text: str) -> Counter[str]:
    bounded = f" {text} "
    return Counter(bounded[at : at + size] for size in (3, 4, 5) for at in range(len(bounded) - size + 1))


def may_agree(first: Text, second: Text) -> bool:
    """Tell whether a closer look is worth its time: a quarter of the words of one begin alike."""
    shared = len(first.starts & second.starts)
    return shared > 0 and 4 * shared >= min(len(first.starts), len(second.starts))


def may_sound_alike(first: Text, second: Text) -> bool:
    """Tell the same across languages: a fifth of the words of one begin with the same consonants."""
    shared = len(first.sounds & second.sounds)
    return shared > 0 and 5 * shared >= min(len(first.sounds), len(second.sounds))


def is_part(first: Text, second: Text) -> bool:
    """Tell whether one text stands word for word inside the other."""
    part, whole = sorted((first.all_words, second.all_words), key=len)
    size = len(part)
    return size >= _LEAST_PART and any(whole[at : at + size] == part for at in range(len(whole) - size + 1))


@lru_cache(maxsize=100_000)
def likeness(first: str, second: str) -> float:
    """Return Dice's coefficient of the pairs of letters of two words, their ends included.

    >>> likeness("paz", "paz"), round(likeness("dialogo", "dialogue"), 2)
    (1.0, 0.71)
    """
    if first == second:
        return 1.0
    a, b = _pairs(first), _pairs(second)
    return 2 * len(a & b) / (len(a) + len(b))


@lru_cache(maxsize=10_000)
def _pairs(word: str) -> frozenset[str]:
    bounded = f"^{word}$"
    return frozenset(bounded[at : at + 2] for at in range(len(bounded) - 1))
