"""What two texts have in common as they are written, rare words counting more: what the weights are for."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from digest.languages.latin import skeleton
from digest.match.text import INFLECTED, SAME_START, Text, likeness

_PRIOR = 20
"""How many texts without a word each pool is thought to hold besides its own: few texts tell little."""


@dataclass(frozen=True, slots=True, eq=False)
class Rarity:
    """How many texts of a pool hold a word or a run of letters."""

    texts: int
    words: Mapping[str, int]
    runs: Mapping[str, float]
    """The square of what each run tells."""
    norms: Mapping[Text, float]
    """What all runs of a text tell."""

    @classmethod
    def of(cls, texts: Iterable[Text]) -> Rarity:
        """Count over texts in one language."""
        pool = list(texts)
        counted = Counter(chain.from_iterable(text.runs for text in pool))
        told = [math.log((len(pool) + _PRIOR) / (count + 1)) ** 2 for count in range(len(pool) + 1)]
        runs = {run: told[count] for run, count in counted.items()}
        return cls(
            len(pool),
            Counter(start for text in pool for start in {word[:SAME_START] for word in text.all_words}),
            runs,
            {text: math.fsum(runs[run] * count for run, count in text.runs.items()) for text in pool},
        )

    def of_word(self, word: str) -> float:
        """Return what a word tells: more if it is rare here, and more if it is long."""
        told = 2.0 if word.isdigit() else min(len(word), 9) / 3
        return told * math.log((self.texts + _PRIOR) / (self.words.get(word[:SAME_START], 0) + 1))


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word of a text at the place where it stands first, and the best like one of the other text."""

    weight: float
    alike: float
    places: tuple[int, ...]
    """Where the like ones stand in the other text."""

    @property
    def told(self) -> float:
        """Return what the word tells here: all or a part of its weight."""
        return self.weight * self.alike


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One of two texts beside the other."""

    words: Sequence[Word]
    size: float
    """How many words long it is."""
    places: int
    """How many places of the other text this one would fill."""
    numbers: frozenset[str]

    @property
    def whole(self) -> float:
        """Return what all words tell."""
        return sum(word.weight for word in self.words) or 1.0

    @property
    def covered(self) -> float:
        """Return what those words tell that have a like one."""
        return sum(word.told for word in self.words)

    @property
    def share(self) -> float:
        """Return share of the text that is covered."""
        return self.covered / self.whole


@dataclass(frozen=True, slots=True)
class Features:
    """The values, and what keeps slogans apart."""

    values: tuple[float, ...]
    covered: float
    """Share of the shorter text, by what its words tell, that has a like word in the longer."""


def features(first: Text, second: Text, rarity: Rarity) -> Features:
    """Return `compared` of two texts in one language; the order of the texts does not matter."""
    texts = sorted((first, second), key=lambda text: (_told(text, rarity), text.all_words))
    short, long = (_beside(a, b, rarity) for a, b in (texts, texts[::-1]))
    return compared(short, long, cosine(first, second, rarity))


def compared(part: Side, rest: Side, runs: float) -> Features:
    """Return what the weights of `digest.match.evidence` expect of a part (or all) of a text and the text.

    The values, all words weighted by what they tell: share of the part covered; the same of the other;
    logarithm of 1 + what is covered; of 1 + what the part has besides; of 1 + what the other has besides;
    what the most telling uncovered word of the part tells; the same of the two most telling covered ones;
    share of the part that a window of the other covers, little longer than the part; share of the covered
    words that stand in the same order; `runs`, the cosine of runs of 3 to 5 letters; numbers both have, at
    most 3; numbers that only the part has; logarithms of 1 + the number of words of both.
    """
    covered = part.covered
    best = [*sorted((word.told for word in part.words), reverse=True), 0.0, 0.0]
    values = (
        part.share,
        rest.share,
        math.log1p(covered),
        math.log1p(max(0.0, part.whole - covered)),
        math.log1p(max(0.0, rest.whole - rest.covered)),
        max((word.weight - word.told for word in part.words), default=0.0),
        best[0],
        best[1],
        _in_window(part) / part.whole,
        _in_order(part.words) / covered if covered else 0.0,
        runs,
        float(min(len(part.numbers & rest.numbers), 3)),
        float(len(part.numbers - rest.numbers)),
        math.log1p(part.size),
        math.log1p(rest.size),
    )
    return Features(values, part.share)


def _first_places(text: Text) -> dict[str, tuple[str, int]]:
    places: dict[str, tuple[str, int]] = {}
    for at, word in enumerate(text.all_words):
        places.setdefault(word[:SAME_START], (word, at))
    return places


def _told(text: Text, rarity: Rarity) -> float:
    return round(sum(rarity.of_word(word) for word, _ in _first_places(text).values()), 9)


def _beside(text: Text, other: Text, rarity: Rarity) -> Side:
    """Find the like word of each, among those with the same first consonant."""
    by_letter: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for at, word in enumerate(other.all_words):
        by_letter[letter(word)].append((word, at))
    found = []
    for word, _ in _first_places(text).values():
        alike = [(_alike(word, candidate), place) for candidate, place in by_letter.get(letter(word), ())]
        best = max((value for value, _ in alike), default=0.0)
        places = tuple(place for value, place in alike if best and value == best)
        found.append(Word(rarity.of_word(word), best, places))
    return Side(found, len(text.all_words), room(len(text.all_words)), text.numbers)


def room(places: float) -> int:
    """Return how many places a translation of so many may fill."""
    return int(places * 1.4) + 3


def _alike(first: str, second: str) -> float:
    """Return how alike two words of one language are; 0 if they are different ones."""
    alike = likeness(first, second) if first[0] == second[0] else 0.0
    return alike if alike >= INFLECTED else 0.0


@lru_cache(maxsize=100_000)
def letter(word: str) -> str:
    """Return the first consonant: like words have the same."""
    return skeleton(word)[:1] or word[0]


def _in_window(side: Side) -> float:
    """Return the most that words tell whose like ones stand in a passage of the other text."""
    return max(
        (
            sum(w.told for w in side.words if any(at <= place < at + side.places for place in w.places))
            for at in sorted({place for word in side.words for place in word.places})
        ),
        default=0.0,
    )


def _in_order(words: Sequence[Word]) -> float:
    """Return the most that words tell whose like ones stand in the same order."""
    placed = [(word.places[0], word.told) for word in words if word.places]
    best: list[float] = []
    for own, (place, told) in enumerate(placed):
        before = (best[other] for other in range(own) if placed[other][0] < place)
        best.append(told + max(before, default=0.0))
    return max(best, default=0.0)


def cosine(first: Text, second: Text, rarity: Rarity) -> float:
    """Return the cosine of the runs of letters of two texts, rare ones counting more."""
    norm = rarity.norms[first] * rarity.norms[second]
    if not norm:
        return 0.0
    small, large = sorted((first.runs, second.runs), key=len)
    shared = small.keys() & large.keys()
    return math.fsum(rarity.runs[run] * math.sqrt(small[run] * large[run]) for run in shared) / math.sqrt(
        norm
    )
