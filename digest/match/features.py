"""What two texts in one language have in common, rare words counting more: what the weights are for."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digest.languages.latin import skeleton
from digest.match.text import COGNATE, INFLECTED, SAME_START, Text, likeness

_SAME_CONSONANTS = 0.8
"""How alike two words are of which only the consonants agree."""
_PRIOR = 20
"""How many texts without a word each pool is thought to hold besides its own: few texts tell little."""


@dataclass(frozen=True, slots=True, eq=False)
class Rarity:
    """How many texts of a pool hold a word or a run of letters."""

    texts: int
    words: Mapping[str, int]
    runs: Mapping[str, int]

    @classmethod
    def of(cls, texts: Iterable[Text]) -> Rarity:
        """Count over texts in one language."""
        pool = list(texts)
        return cls(
            len(pool),
            Counter(start for text in pool for start in {word[:SAME_START] for word in text.all_words}),
            Counter(run for text in pool for run in text.runs),
        )

    def of_word(self, word: str) -> float:
        """Return what a word tells: more if it is rare here, and more if it is long."""
        told = 2.0 if word.isdigit() else min(len(word), 9) / 3
        return told * math.log((self.texts + _PRIOR) / (self.words.get(word[:SAME_START], 0) + 1))

    def of_run(self, run: str) -> float:
        """Return what a run of letters tells."""
        return math.log((self.texts + _PRIOR) / (self.runs.get(run, 0) + 1))


@dataclass(frozen=True, slots=True, eq=False)
class _Word:
    """A word of a text at the place where it stands first, and the best like one of the other text."""

    at: int
    weight: float
    alike: float
    places: tuple[int, ...]
    """Where the like ones stand in the other text."""

    @property
    def told(self) -> float:
        return self.weight * self.alike


@dataclass(frozen=True, slots=True)
class Features:
    """The values, and what keeps slogans apart."""

    values: tuple[float, ...]
    covered: float
    """Share of the shorter text, by what its words tell, that has a like word in the longer."""


def in_one_language(first: str, second: str) -> float:
    """Return how alike two words of one language are; 0 if they are different ones."""
    alike = likeness(first, second) if first[0] == second[0] else 0.0
    return alike if alike >= INFLECTED else 0.0


def in_two_languages(first: str, second: str) -> float:
    """Return how alike two words of two languages are: cognates, or names written in two scripts."""
    alike = likeness(first, second)
    if alike >= COGNATE:
        return alike
    return _SAME_CONSONANTS if len(skeleton(first)) >= 3 and skeleton(first) == skeleton(second) else 0.0


def features(
    first: Text, second: Text, rarity: Rarity, alike: Callable[[str, str], float] = in_one_language
) -> Features:
    """Return what the weights of `digest.match.evidence` expect; the order of the texts does not matter.

    The values, `short` being the text whose words tell less, all words weighted by what they tell:
    share of the short text covered; the same of the long one; logarithm of 1 + what is covered; of
    1 + what the short one has besides; of 1 + what the long one has besides; what the most telling
    uncovered word of the short one tells; the same of the two most telling covered ones; share of the
    short one that a window of the long one covers, little longer than the short; share of the covered
    words that stand in the same order; cosine of runs of 3 to 5 letters; numbers both have, at most 3;
    numbers that only the short one has; logarithms of 1 + the number of words of both.
    """
    sides = sorted((first, second), key=lambda text: (_told(text, rarity), text.all_words))
    short, long = (_aligned(a, b, rarity, alike) for a, b in (sides, sides[::-1]))
    whole, whole_long = (sum(word.weight for word in words) or 1.0 for words in (short, long))
    covered, covers = (sum(word.told for word in words) for words in (short, long))
    best = [*sorted((word.told for word in short), reverse=True), 0.0, 0.0]
    sizes = [len(side.all_words) for side in sides]
    share = covered / whole
    return Features(
        (
            share,
            covers / whole_long,
            math.log1p(covered),
            math.log1p(max(0.0, whole - covered)),
            math.log1p(max(0.0, whole_long - covers)),
            max((word.weight - word.told for word in short), default=0.0),
            best[0],
            best[1],
            _in_window(short, int(sizes[0] * 1.4) + 3, sizes[1]) / whole,
            _in_order(short) / covered if covered else 0.0,
            _cosine(first, second, rarity),
            float(min(len(first.numbers & second.numbers), 3)),
            float(len(sides[0].numbers - sides[1].numbers)),
            *map(math.log1p, sizes),
        ),
        share,
    )


def _first_places(text: Text) -> dict[str, tuple[str, int]]:
    places: dict[str, tuple[str, int]] = {}
    for at, word in enumerate(text.all_words):
        places.setdefault(word[:SAME_START], (word, at))
    return places


def _told(text: Text, rarity: Rarity) -> float:
    return round(sum(rarity.of_word(word) for word, _ in _first_places(text).values()), 9)


def _aligned(text: Text, other: Text, rarity: Rarity, alike: Callable[[str, str], float]) -> list[_Word]:
    """Find the like word of each, among those with the same first consonant."""
    by_letter: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for at, word in enumerate(other.all_words):
        by_letter[_letter(word)].append((word, at))
    found = []
    for word, at in _first_places(text).values():
        found_alike = [
            (alike(word, candidate), place) for candidate, place in by_letter.get(_letter(word), ())
        ]
        best = max((value for value, _ in found_alike), default=0.0)
        places = tuple(place for value, place in found_alike if best and value == best)
        found.append(_Word(at, rarity.of_word(word), best, places))
    return found


@lru_cache(maxsize=100_000)
def _letter(word: str) -> str:
    return skeleton(word)[:1] or word[0]


def _in_window(words: Sequence[_Word], size: int, length: int) -> float:
    """Return the most that words tell whose like ones stand within `size` words of the other text."""
    starts = {min(place, max(0, length - size)) for word in words for place in word.places}
    return max(
        (
            sum(word.told for word in words if any(at <= place < at + size for place in word.places))
            for at in sorted(starts)
        ),
        default=0.0,
    )


def _in_order(words: Sequence[_Word]) -> float:
    """Return the most that words tell whose like ones stand in the same order."""
    placed = [(word.places[0], word.told) for word in words if word.places]
    best: list[float] = []
    for own, (place, told) in enumerate(placed):
        before = (best[other] for other in range(own) if placed[other][0] < place)
        best.append(told + max(before, default=0.0))
    return max(best, default=0.0)


def _cosine(first: Text, second: Text, rarity: Rarity) -> float:
    small, large = sorted((first.runs, second.runs), key=len)
    norms = [
        math.fsum(rarity.of_run(run) ** 2 * count for run, count in own.items()) for own in (small, large)
    ]
    if not all(norms):
        return 0.0
    dot = math.fsum(
        rarity.of_run(run) ** 2 * math.sqrt(count * large[run])
        for run, count in small.items()
        if run in large
    )
    return dot / math.sqrt(norms[0] * norms[1])
