"""What one article holds that others may hold, too: words, concepts, names, numbers.

Everything here comes from the article alone, never from others: what is worked out once holds for ever.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from digest.group.evidence.named import code, named
from digest.languages import row
from digest.languages.latin import latin, numbers
from digest.languages.lexicon import PIVOT, english, rarity, stems

_ADDRESS = re.compile(r"https?\s*:\s*/\s*/\S*")

COMMON = 3.0
"""Words that are met once in fewer than e³ texts tell nothing of an event."""
COMMON_CONCEPT = 2.0
"""The same of concepts, of which a text has fewer."""
_TRANSLATIONS, _LIKELY = 4, 0.1
"""How many translations of a stem are taken for it, and the least weight of one."""
KINDS = ("words", "concepts", "names", "called", "places", "cities", "numbers", "translated")
SCALE = 256
"""Weights are whole numbers of these parts: sums of them are the same in any order and on any processor."""
_MOST = {"words": 100, "concepts": 160, "names": 40, "called": 40, "places": 24, "cities": 8, "numbers": 24}
_NAME, _NUMBER = 5.5, 3.5
"""What a name and a number tell: as much as a word of this rarity beyond `COMMON`."""


class Column(NamedTuple):
    """Terms of one kind: hashes of 32 bits, ascending, and how much each tells by itself."""

    codes: NDArray[np.uint32]
    weights: NDArray[np.uint16]
    """In parts of `SCALE`."""


NOTHING = Column(np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.uint16))


@dataclass(frozen=True, slots=True)
class Terms:
    """What an article holds; terms of a kind are the same number in every article."""

    words: Column
    """Stems of the article's own language."""
    concepts: Column
    """English stems that its words may stand for."""
    names: Column
    """Consonants of names, alike in all scripts."""
    called: Column
    """The same without places, which another language may call by names of its own."""
    places: Column
    """Countries and large cities, the same in all languages; countries of other cities as well."""
    cities: Column
    """Where it may have happened."""
    numbers: Column
    translated: Column
    """Stems that its title and quotes have in translations of the memory; empty where that was not asked."""
    written: bytes = b"[]"
    """Names and numbers as the article writes them, with their codes: read for few articles."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """The kinds, in the order of `KINDS`."""
        held = self.words, self.concepts, self.names, self.called
        return *held, self.places, self.cities, self.numbers, self.translated

    def shown(self) -> dict[int, str]:
        """Return names and numbers as the article writes them, by code."""
        return dict(json.loads(self.written.decode(errors="surrogatepass")))


def terms_of(title: str, text: str, language: str) -> Terms:
    """Return the terms of an article.

    Args:
        title: Its headline, whose words count twice.
        text: All that it says otherwise.
        language: BCP 47.
    """
    main = language.partition("-")[0]
    title, text = _ADDRESS.sub(" ", title), _ADDRESS.sub(" ", text)
    times = Counter(stems(text, main))
    heard = times + Counter(stems(title, main))
    found = named(f"{title}.\n{text}", main)
    counted = Counter(number for number in numbers(f"{title}\n{text}") if len(number) > 1)
    shown = {**found.shown, **{code("number", number): number for number in counted}}
    return Terms(
        words=_column("words", _words(heard + Counter(stems(title, main)), main)),
        concepts=_column("concepts", _concepts(heard, main)),
        **{
            kind: _column(kind, {key: _damped(n) * _NAME for key, n in times.items()})
            for kind, times in found.kinds.items()
        },
        numbers=_column("numbers", {code("number", n): _NUMBER for n in counted}),
        translated=NOTHING,
        written=json.dumps(sorted(shown.items()), ensure_ascii=False).encode(errors="surrogatepass"),
    )


def _damped(times: float) -> float:
    return 1 + math.log(times) if times > 1 else times


def _words(times: Mapping[str, int], language: str) -> dict[int, float]:
    told = ((stem, n, rarity(stem, language) - COMMON) for stem, n in times.items())
    spaced = row(language).spaced
    found: dict[int, float] = {}
    for stem, n, beyond in told:
        if beyond >= 0:
            # Two characters are known by their sound, in which traditional and simplified ones meet; one
            # alone sounds like too many others.
            key = code(language, stem if spaced or len(stem) == 1 else latin(stem))
            found[key] = max(found.get(key, 0.0), _damped(n) * (beyond + 0.5))
    return found


def _concepts(times: Mapping[str, int], language: str) -> dict[int, float]:
    found: dict[int, float] = {}
    for stem, n in times.items():
        if rarity(stem, language) < COMMON_CONCEPT:
            continue
        for key, weight in _meant(stem, language):
            found[key] = max(found.get(key, 0.0), _damped(n) * weight)
    return found


@lru_cache(maxsize=200_000)
def _meant(stem: str, language: str) -> tuple[tuple[int, float], ...]:
    """Return the concepts a stem may stand for, their squares adding up to about 1."""
    if language == PIVOT:
        likely = [(stem, 1.0)]
    else:
        first = list(english(stem, language).items())[:_TRANSLATIONS]
        likely = [(other, weight) for other, weight in first if weight >= _LIKELY]
    whole = math.fsum(weight for _, weight in likely) or 1.0
    told = ((other, weight, rarity(other, PIVOT) - COMMON_CONCEPT) for other, weight in likely)
    # The fifth root: between languages, that a word is met at all tells nearly as much as how rare it is.
    return tuple(
        (code(PIVOT, other), math.sqrt(weight / whole) * (beyond + 0.5) ** 0.2)
        for other, weight, beyond in told
        if beyond >= 0
    )


def _column(kind: str, weights: Mapping[int, float]) -> Column:
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[: _MOST[kind]]
    return column_of(dict(heaviest))


def column_of(weights: Mapping[int, float]) -> Column:
    """Return terms with their weights as a column."""
    kept = sorted(weights.items())
    return Column(
        np.array([key for key, _ in kept], dtype=np.uint32),
        np.array([round(SCALE * weight) for _, weight in kept], dtype=np.uint16),
    )
