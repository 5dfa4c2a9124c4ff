"""What an output tells of the words of its source: by the lexicon, by names across scripts and by numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from digest import languages
from digest.languages.latin import skeleton
from digest.languages.lexicon import english, rarity, stems

_WORD = re.compile(r"[^\W\d_]+|\d+")
_FUNCTION, _COMMON, _RARE = 3.0, 5.0, 9.0
"""Rarities: below the first a word tells nothing, below the second little; from the third few have any."""
_LEAST_NAME, _LEAST_CONSONANTS = 4, 3
_NUMBER, _NAME = "#", "~"
"""How what is no stem is marked."""
# Logarithms, rounded: how much oftener each case comes in sentences that are lost than in others.
_BY_WEIGHT = ((0.2, -2.3, -0.9), (0.1, -1.1, -0.25), (0.0, -0.4, 0.1))
"""What it says that the output tells a word, by the weight of its English; of a common word less."""
_TOLD = {_NUMBER: -3.5, _NAME: -2.4}
_USED_UP = {_NUMBER: 2.0, _NAME: 2.0}
_UNTOLD = {_NUMBER: 2.0, _NAME: 0.9}
_STEM_USED_UP, _STEM_UNTOLD, _RARE_UNTOLD = 1.0, 0.65, 0.3

_OVERLAP = 3
"""Stems that a character is part of, where white space parts no words."""


@dataclass(frozen=True, slots=True)
class Word:
    """A stem, a name or a number of a source."""

    start: int
    """Where it stands in its sentence."""
    key: str
    """The English that both sides have of it, or the name or the number; empty if the output has none."""
    told: float
    """What speaks for its loss if the output has it, and if other words have used that up; logarithms."""
    used_up: float


@dataclass(frozen=True, slots=True)
class Told:
    """The words of the sentences of a source, and how often the output has what they say."""

    sentences: tuple[tuple[Word, ...], ...]
    in_source: Mapping[str, int]
    in_output: Mapping[str, int]

    def lost(self, words: Iterable[Word]) -> float:
        """Return what speaks for the words being lost, a sum of logarithms of likelihood.

        What the output has only as often as the rest of the source says it tells nothing of these words: a
        headline that the next sentence repeats is not told by that sentence.
        """
        own = [(word.key, word) for word in words]
        left: dict[str, int] = {}
        for key, _ in own:
            if key not in left:
                left[key] = self.in_output.get(key, 0) - self.in_source.get(key, 0)
            left[key] += 1
        total = 0.0
        for key, word in own:
            left[key] -= 1
            total += word.told if key and left[key] >= 0 else word.used_up
        return total


@lru_cache(maxsize=1024)
def told(sentences: tuple[str, ...], output: str, source_language: str, target_language: str) -> Told | None:
    """Return what the output tells of each sentence; None if the lexicon lacks a language."""
    weights: dict[str, float] = {}
    counts: dict[str, int] = {}
    for found in _WORD.findall(output):
        for meant in _meanings(found, target_language):
            for key, weight in meant.items():
                counts[key] = counts.get(key, 0) + 1
                if weight > weights.get(key, 0.0):
                    weights[key] = weight
    words = tuple(tuple(_words(one, source_language, weights)) for one in sentences)
    if not any(map(_is_stem, weights)) or not any(_knows(one, source_language) for one in sentences):
        return None
    return Told(words, Counter(word.key for one in words for word in one if word.key), counts)


def _is_stem(key: str) -> bool:
    return key[0] not in _TOLD


def _knows(text: str, language: str) -> bool:
    return any(english(stem, language) for stem in stems(text, language))


@lru_cache(maxsize=20_000)
def _meanings(word: str, language: str) -> tuple[Mapping[str, float], ...]:
    """Return the English of a word of the output with its weights, and how it sounds as a name."""
    if word.isdecimal():
        return ({f"{_NUMBER}{int(word)}": 1.0},)
    meant = tuple(meant for meant, _ in _stems(word, language) if meant)
    sound = _sound(word)
    return (*meant, {sound: 1.0}) if sound else meant


@lru_cache(maxsize=20_000)
def _sound(word: str) -> str:
    """Return the consonants of what may be a name, marked; nothing of a short word."""
    if len(word) < _LEAST_NAME and word.isascii():
        return ""
    consonants = skeleton(word)
    return _NAME + consonants if len(consonants) >= _LEAST_CONSONANTS else ""


def _words(sentence: str, language: str, weights: dict[str, float]) -> Iterator[Word]:
    nouns = languages.row(language).nouns_are_capital
    for found in _WORD.finditer(sentence):
        start, text = found.start(), found[0]
        if text.isdecimal():
            yield _marked(start, f"{_NUMBER}{int(text)}", weights)
            continue
        sound = _sound(text) if text[0].isupper() else ""
        own, said = _stems(text, language), set[str]()
        for meant, rare in own:
            if rare < _FUNCTION and not sound:
                continue
            key, weight = _likeliest(meant, weights)
            named = sound in weights and weight < _BY_WEIGHT[0][0]
            if sound and (named or not (weight or nouns)):
                yield _marked(start, sound, weights)
            elif rare >= _FUNCTION and len(own) == 1:
                yield _of_stem(start, key, weight, rare)
            elif rare >= _FUNCTION and meant and key not in said:
                yield _of_run(_of_stem(start, key, weight, rare))
            said.update((key,) if key else ())


@lru_cache(maxsize=20_000)
def _stems(word: str, language: str) -> tuple[tuple[Mapping[str, float], float], ...]:
    """Return the English, with weights, and the rarity of each stem of a word."""
    return tuple((english(stem, language), rarity(stem, language)) for stem in stems(word, language))


def _of_run(word: Word) -> Word:
    """Return a stem of several that overlap, as where white space parts no words: untold, it says little."""
    return replace(word, used_up=0.0 if word.key else word.used_up / _OVERLAP)


def _marked(start: int, key: str, weights: dict[str, float]) -> Word:
    """Return a name or a number."""
    if key in weights:
        return Word(start, key, _TOLD[key[0]], _USED_UP[key[0]])
    return Word(start, "", 0.0, _UNTOLD[key[0]])


def _of_stem(start: int, key: str, weight: float, rare: float) -> Word:
    common = rare < _COMMON
    if not key:
        return Word(start, "", 0.0, _RARE_UNTOLD if rare >= _RARE else _STEM_UNTOLD)
    if_told = next(row[2 if common else 1] for row in _BY_WEIGHT if weight >= row[0])
    return Word(start, key, if_told, _STEM_UNTOLD if common else _STEM_USED_UP)


def _likeliest(meant: Mapping[str, float], weights: dict[str, float]) -> tuple[str, float]:
    """Return the English that both sides have of a stem, and the lesser of its two weights."""
    both = ((min(weight, weights[key]), key) for key, weight in meant.items() if key in weights)
    weight, key = max(both, default=(0.0, ""))
    return key, weight
