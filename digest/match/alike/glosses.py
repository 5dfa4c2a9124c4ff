"""What two texts have in common, word by word: by the lexicon, as cognates, as names.

They are in two languages, or translations into one: engines and outlets say things in other words of it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digest.languages import row
from digest.languages.latin import latin, skeleton
from digest.languages.lexicon import english, rarity, stems
from digest.languages.senses import denials, may_deny
from digest.match.alike.common import Features, Rarity, Side, Word, compared, cosine, room
from digest.match.alike.text import COGNATE, Text, letter, likeness, may_sound_alike, prepared

_SAME_CONSONANTS = 0.8
"""How alike two words are of which only the consonants agree."""
_COMMON = 2.0
"""The rarity of words that tell nothing: articles and the like."""
_TELLING = 5.0
"""The rarity of words that tell enough to compare texts more closely."""
_SURE = 0.4
"""The weight of an English stem that is taken for the same word: most words have several translations."""
_STEMS_A_WORD = 2.5
"""How many stems the lexicon gives for what is one word elsewhere, where no white space parts words."""
_LEAST_COGNATE = 4
"""Letters without which a likeness of words is no evidence."""
_ENOUGH = 0.8
"""A word that the lexicon knows so well needs no cognate."""
_KEPT = 5_000
"""Texts of one person at most that are prepared once."""
_FEW = 500
"""So many may wait for another person."""
_AS_LONG = 0.7
"""A text with this share of the other one's words, both ways, has room for all that the other says."""


@dataclass(frozen=True, slots=True, eq=False)
class Stem:
    """A stem of a text at the place where it stands first."""

    name: str
    weight: float
    """What it tells: little if it is common in its language."""
    meanings: Mapping[str, float]
    """The English stems that it may stand for, with their weights, and itself in its own language."""
    latin: str
    probable: str
    """The likeliest of the English stems; empty if none is known."""


@dataclass(frozen=True, slots=True, eq=False)
class Glossed:
    """A text with what its stems may mean."""

    text: Text
    stems: Sequence[Stem]
    size: int
    """Stems, repeated ones as well."""
    density: float
    """Stems a word."""
    places: Mapping[str, Sequence[tuple[float, int]]]
    """Where each meaning may stand, with its weight."""
    sounds: Mapping[str, Sequence[tuple[str, int]]]
    """Long words in Latin letters and where they stand, by first consonant."""
    denies: bool
    affirms: bool
    """Whether not even a beginning of a word could stand for a denial."""
    meant: frozenset[str]
    """What each telling stem stands for most probably: what costs little to compare."""


@lru_cache(maxsize=20_000)
def _stem(name: str, language: str) -> Stem:
    known = english(name, language)
    return Stem(
        name,
        max(0.0, rarity(name, language) - _COMMON),
        {f"{language}:{name}": 1.0, **known},
        latin(name),
        max(zip(known.values(), known, strict=True))[1] if known else "",
    )


@lru_cache(maxsize=_KEPT)
def glossed(text: str, language: str) -> Glossed:
    """Return the text prepared for comparing it with one in any language."""
    places: dict[str, list[tuple[float, int]]] = defaultdict(list)
    sounds: dict[str, list[tuple[str, int]]] = defaultdict(list)
    found: dict[str, Stem] = {}
    meant = set()
    names = stems(text, language)
    for at, name in enumerate(names):
        stem = found.get(name)
        if stem is None:
            stem = found[name] = _stem(name, language)
            if stem.probable and stem.weight >= _TELLING - _COMMON:
                meant.add(stem.probable)
        for other, weight in stem.meanings.items():
            places[other].append((weight, at))
        if len(stem.latin) >= _LEAST_COGNATE:
            sounds[letter(stem.latin)].append((stem.latin, at))
    return Glossed(
        text=prepared(text, language),
        stems=tuple(found.values()),
        size=len(names),
        density=1.0 if row(language).spaced else _STEMS_A_WORD,
        places=places,
        sounds=sounds,
        denies=bool(denials(text, language)),
        affirms=may_deny(text, language) == 0,
        meant=frozenset(meant),
    )


def may_mean_alike(first: Glossed, second: Glossed) -> bool:
    """Tell whether a closer look is worth its time: a fifth of one is in the other, by stems or by sounds."""
    if may_sound_alike(first.text, second.text):
        return True
    return any(
        shared and 5 * shared >= len(own.meant)
        for own, other in ((first, second), (second, first))
        if (shared := len(own.meant & other.places.keys()))
    )


def features_by_meaning(first: Glossed, second: Glossed, runs: Rarity) -> Features:
    """Return `compared` of two texts by what their stems mean: the part is the one that is better covered."""
    sides = [_beside(first, second), _beside(second, first)]
    rest, part = sorted(sides, key=lambda side: (round(side.share, 9), -side.size))
    return compared(part, rest, cosine(first.text, second.text, runs))


def _beside(own: Glossed, other: Glossed) -> Side:
    return Side(
        [_word(stem, other) for stem in own.stems],
        own.size / own.density,
        room(own.size * other.density / own.density),
        own.text.numbers,
    )


def _word(stem: Stem, other: Glossed) -> Word:
    alike, places = 0.0, list[int]()
    if not stem.meanings.keys().isdisjoint(other.places.keys()):
        found = [
            (weight * theirs, at)
            for name, weight in stem.meanings.items()
            if name in other.places
            for theirs, at in other.places[name]
        ]
        probable = max(found)[0]
        alike, places = (
            min(1.0, math.sqrt(probable / _SURE)),
            [at for value, at in found if value == probable],
        )
    if alike < _ENOUGH and len(stem.latin) >= _LEAST_COGNATE:
        near = [(_sounds(stem.latin, name), at) for name, at in other.sounds.get(letter(stem.latin), ())]
        nearest = max((value for value, _ in near), default=0.0)
        if nearest > alike:
            alike, places = nearest, [at for value, at in near if value == nearest]
    return Word.of(stem.weight, alike, tuple(places))


def _sounds(first: str, second: str) -> float:
    """Return how alike two words of two languages are: cognates, or names written in two scripts."""
    alike = likeness(first, second)
    if alike >= COGNATE:
        return alike
    return _SAME_CONSONANTS if len(skeleton(first)) >= 3 and skeleton(first) == skeleton(second) else 0.0


def forget() -> None:
    """Give back the memory of the texts of one person, once there are many: some 30 KB each."""
    for cache in (glossed, prepared):
        if cache.cache_info().currsize > _FEW:
            cache.cache_clear()


def denial_lost(first: Glossed, second: Glossed) -> bool:
    """Tell whether one text denies something and the other, about as long, has nothing to stand for it.

    Where one is a part of the other, what it leaves out may be what was denied.
    """
    shorter, longer = sorted(own.size / own.density for own in (first, second))
    pairs = ((first, second), (second, first))
    return shorter >= _AS_LONG * longer and any(own.denies and other.affirms for own, other in pairs)
