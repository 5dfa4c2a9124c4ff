"""What one article holds that others may hold, too: words, concepts, names, numbers.

Everything here comes from the article alone, never from others: what is worked out once holds for ever.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from digest.languages import row
from digest.languages.latin import is_cased, latin, numbers, skeleton, without_clitics
from digest.languages.lexicon import PIVOT, RAREST, english, rarity, stems
from digest.languages.senses import named_places

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OPENING = re.compile(r"(?:^|[.!?:;»”\"“«—–\n])\s*$")
_ADDRESS = re.compile(r"https?\s*:\s*/\s*/\S*")

COMMON = 3.0
"""Words that are met once in fewer than e³ texts tell nothing of an event."""
COMMON_CONCEPT = 2.0
"""The same of concepts, of which a text has fewer."""
_TRANSLATIONS, _LIKELY = 4, 0.1
"""How many translations of a stem are taken for it, and the least weight of one."""
_RARE, _RARE_OPENING, _RARE_NOUN, _RARE_UNCASED = 4.5, 6.0, 7.5, 7.5
"""From which rarity on a word is a name: inside a sentence; where it opens one; where all nouns have
capitals; where no word has any."""
_HEAD = 400
"""Characters of headline and text in which places tell where it happened: further on others are told of."""
_CONSONANTS = 3
"""Of a name, at least: fewer agree by accident."""
KINDS = ("words", "concepts", "names", "called", "places", "numbers", "translated")
SCALE = 256
"""Weights are whole numbers of these parts: sums of them are the same in any order and on any processor."""
_MOST = {"words": 100, "concepts": 160, "names": 40, "called": 40, "places": 24, "numbers": 24}
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
    """Countries and large cities, the same in all languages."""
    numbers: Column
    translated: Column
    """Stems that its title and quotes have in translations of the memory; empty where that was not asked."""
    written: bytes = b"[]"
    """Names and numbers as the article writes them, with their codes: read for few articles."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """The kinds, in the order of `KINDS`."""
        return self.words, self.concepts, self.names, self.called, self.places, self.numbers, self.translated

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
    named, called, there, shown = _names(f"{title}.\n{text}", main)
    counted = Counter(number for number in numbers(f"{title}\n{text}") if len(number) > 1)
    shown |= {code("number", number): number for number in counted}
    return Terms(
        words=_column("words", _words(heard + Counter(stems(title, main)), main)),
        concepts=_column("concepts", _concepts(heard, main)),
        names=_column("names", {key: _damped(n) * _NAME for key, n in named.items()}),
        called=_column("called", {key: _damped(n) * _NAME for key, n in called.items()}),
        places=_column("places", {key: _damped(n) * _NAME for key, n in there.items()}),
        numbers=_column("numbers", {code("number", n): _NUMBER for n in counted}),
        translated=NOTHING,
        written=json.dumps(sorted(shown.items()), ensure_ascii=False).encode(errors="surrogatepass"),
    )


@lru_cache(maxsize=200_000)
def code(kind: str, term: str) -> int:
    """Return what a term is known by."""
    return crc32(f"{kind}\0{term}".encode())


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


def _names(text: str, language: str) -> tuple[Counter[int], Counter[int], Counter[int], dict[int, str]]:
    """Return how often a text holds names, names of no places, and places, and how it writes each."""
    found: Counter[int] = Counter()
    called: Counter[int] = Counter()
    there: Counter[int] = Counter()
    shown: dict[int, str] = {}
    named = {word for _, words in named_places(text[_HEAD:], language) for word in words.split()}
    for place, words in named_places(text[:_HEAD], language):
        key = code("place", place)
        there[key] += 1
        shown.setdefault(key, words)
        named.update(words.split())
    cased = row(language).cased
    small = {word for word in _WORD.findall(text) if not word[0].isupper()} if cased else set()
    for match in _WORD.finditer(text):
        word = match.group()
        opens = _OPENING.search(text[max(0, match.start() - 3) : match.start()]) is not None
        if word.lower() in small and cased:
            continue
        for key in _sounds(word, language, opens):
            found[key] += 1
            called[key] += word not in named
            shown.setdefault(key, word)
    return found, +called, there, shown


@lru_cache(maxsize=200_000)
def _sounds(word: str, language: str, opens: bool) -> tuple[int, ...]:  # noqa: FBT001 - it is a key
    """Return what a name is known by: its consonants, without an ending of a case as well."""
    if len(word) < _CONSONANTS:
        return ()
    own = row(language)
    stem = stems(word, language)
    rare = rarity(stem[0], language) if stem else RAREST
    if is_cased(word):
        least = _RARE_NOUN if own.nouns_are_capital else _RARE_OPENING if opens else _RARE
        if not word[0].isupper() or rare < least:
            return ()
        forms = {word, *_without_endings(word, own.case_endings)}
    elif not own.spaced or rare < _RARE_UNCASED:
        return ()
    else:
        forms = set(without_clitics(word))
    sounds = sorted({skeleton(form) for form in forms})
    return tuple(code("name", sound) for sound in sounds if len(sound) >= _CONSONANTS)


def _without_endings(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    lower = word.lower()
    for ending in endings:
        if lower.endswith(ending) and len(word) - len(ending) > _CONSONANTS:
            yield word[: -len(ending)]


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
