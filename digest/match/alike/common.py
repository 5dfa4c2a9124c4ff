"""What two texts have in common as they are written, rare words counting more: what the weights are for."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from digest.match.alike.text import INFLECTED, SAME_START, Text, likely, likeness

_PRIOR = 20
"""How many texts without a word each pool is thought to hold besides its own: few texts tell little."""
_LONG = 200
"""Places of a text for which each passage is added up anew."""


@dataclass(frozen=True, slots=True, eq=False)
class Rarity:
    """How many texts of a pool hold a word or a run of letters."""

    texts: int
    words: Mapping[str, int]
    runs: Mapping[str, float]
    """The square of what each run tells."""
    norms: Mapping[Text, float]
    """What all runs of a text tell."""
    told: dict[str, float] = field(default_factory=dict)
    """What words were found to tell."""

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
        found = self.told.get(word)
        if found is None:
            told = 2.0 if word.isdigit() else min(len(word), 9) / 3
            found = told * math.log((self.texts + _PRIOR) / (self.words.get(word[:SAME_START], 0) + 1))
            self.told[word] = found
        return found


class Word(NamedTuple):
    """A word of a text at the place where it stands first, and the best like one of the other text."""

    weight: float
    alike: float
    places: tuple[int, ...]
    """Where the like ones stand in the other text."""
    told: float
    """What the word tells here: all or a part of its weight."""

    @classmethod
    def of(cls, weight: float, alike: float, places: tuple[int, ...]) -> Word:
        """Return a word that tells as much as it is alike."""
        return cls(weight, alike, places, weight * alike)


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


def _told(text: Text, rarity: Rarity) -> float:
    return round(sum(map(rarity.of_word, text.first_words)), 9)


def _beside(text: Text, other: Text, rarity: Rarity) -> Side:
    """Find the like word of each, among those with the same first letter and consonant."""
    found = []
    for word in text.first_words:
        best, places = 0.0, list[int]()
        for candidate, own in other.places.get(likely(word), ()):
            alike = likeness(word, candidate)
            if alike >= INFLECTED and alike >= best:
                places = [*own] if alike > best else [*places, *own]
                best = alike
        found.append(Word.of(rarity.of_word(word), best, tuple(sorted(places))))
    return Side(found, len(text.all_words), room(len(text.all_words)), text.numbers)


def room(places: float) -> int:
    """Return how many places a translation of so many may fill."""
    return int(places * 1.4) + 3


def _in_window(side: Side) -> float:
    """Return the most that words tell whose like ones stand in a passage of the other text."""
    placed = [word for word in side.words if word.places]
    starts = sorted({place for word in placed for place in word.places})
    if not starts or starts[-1] < starts[0] + side.places:
        return sum(word.told for word in placed)
    if len(starts) > _LONG:
        return _in_long(placed, side.places)
    return max(
        sum(word.told for word in placed if any(at <= place < at + side.places for place in word.places))
        for at in starts
    )


def _in_long(placed: Sequence[Word], places: int) -> float:
    """Return the same of a long text: a passage loses what it leaves behind and gains what it reaches."""
    events = sorted((place, number) for number, word in enumerate(placed) for place in word.places)
    held: Counter[int] = Counter()
    best = told = 0.0
    end = 0
    for place, number in events:
        while end < len(events) and events[end][0] < place + places:
            reached = events[end][1]
            told += 0.0 if held[reached] else placed[reached].told
            held[reached] += 1
            end += 1
        best = max(best, told)
        held[number] -= 1
        told -= 0.0 if held[number] else placed[number].told
    return best


def _in_order(words: Sequence[Word]) -> float:
    """Return the most that words tell whose like ones stand in the same order."""
    most: list[tuple[int, float]] = []  # by place of the last word; what is told grows with the place
    for word in words:
        if not word.places:
            continue
        place = word.places[0]
        at = bisect_left(most, (place,))
        told = word.told + (most[at - 1][1] if at else 0.0)
        if at < len(most) and most[at][0] == place and most[at][1] >= told:
            continue
        end = at
        while end < len(most) and most[end][1] <= told:
            end += 1
        most[at:end] = [(place, told)]
    return most[-1][1] if most else 0.0


def cosine(first: Text, second: Text, rarity: Rarity) -> float:
    """Return the cosine of the runs of letters of two texts, rare ones counting more."""
    norm = rarity.norms[first] * rarity.norms[second]
    if not norm:
        return 0.0
    small, large = sorted((first.runs, second.runs), key=len)
    told = rarity.runs
    dot = math.fsum(
        [told[run] * math.sqrt(times * large[run]) for run, times in small.items() if run in large]
    )
    return dot / math.sqrt(norm)
