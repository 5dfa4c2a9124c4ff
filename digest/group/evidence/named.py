"""Who and where is named in one article: names by their sound, cities and countries by what they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from digest.group.evidence.common import is_common
from digest.languages import row
from digest.languages.given import persons_name
from digest.languages.latin import is_cased, skeleton, without_clitics
from digest.languages.lexicon import RAREST, is_known, rarity, stems
from digest.languages.senses import named_cities, named_places

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OPENING = re.compile(r"(?:^|[.!?:;»”\"“«—–\n])\s*$")
_RARE, _RARE_UNCASED = 4.5, 7.5
"""From which rarity on a word is a name, where names have capital letters and where no word has any."""
_APOSTROPHES = ("’", "'")
_HEAD = 400
"""Characters of headline and text in which places tell where it happened: further on others are told of."""
_CONSONANTS = 3
"""Of a name, at least: fewer agree by accident."""
_IMPLIED = 0.5
"""How often a country is named by a city of it."""


class Named(NamedTuple):
    """How often a text names what, by code."""

    kinds: Mapping[str, Mapping[int, float]]
    """By kind of term; see `terms.Terms`."""
    shown: Mapping[int, str]
    """How the text writes it."""


@lru_cache(maxsize=200_000)
def code(kind: str, term: str) -> int:
    """Return what a term is known by."""
    return crc32(f"{kind}\0{term}".encode())


def named(text: str, language: str) -> Named:
    """Return what a text names, headline first.

    A city is a name, and the same one in every language; one that the gazetteer of countries knows, mostly a
    capital, is told of in too many reports and stays a place. What a person is called is neither.
    """
    persons = persons_name(text, language)
    names: Counter[int] = Counter()
    shown: dict[int, str] = {}
    places, known = _places(text, language, shown, persons)
    cities: Counter[int] = Counter()
    called_otherwise: set[int] = set()
    implied: set[int] = set()
    for city, start, end in named_cities(text, language):
        if persons(text[start:end]):
            continue
        key = code("city", city.name)
        if start < _HEAD:
            cities[key] += 1
            implied |= {code("place", city.country)} if city.country else set()
        if not known.issuperset(text[start:end].split()):
            names[key] += 1
            shown.setdefault(key, text[start:end])
            called_otherwise.update(range(start, end))
    called = names.copy()
    for key, word in _sounded(text, language, called_otherwise, persons):
        names[key] += 1
        called[key] += word not in known
        shown.setdefault(key, word)
    there = {**dict.fromkeys(implied, _IMPLIED), **places}
    return Named({"names": names, "called": +called, "places": there, "cities": cities}, shown)


def _places(
    text: str, language: str, shown: dict[int, str], persons: Callable[[str], bool]
) -> tuple[Counter[int], set[str]]:
    """Return the places at the head of a text, and the words that name any."""
    head, rest = (
        [(place, words) for place, words in named_places(part, language) if not persons(words)]
        for part in (text[:_HEAD], text[_HEAD:])
    )
    known = {word for _, words in rest for word in words.split()}
    found: Counter[int] = Counter()
    for place, words in head:
        key = code("place", place)
        found[key] += 1
        shown.setdefault(key, words)
        known.update(words.split())
    return found, known


def _sounded(
    text: str, language: str, passed: set[int], persons: Callable[[str], bool]
) -> Iterator[tuple[int, str]]:
    """Yield the other names, by their sound, and how each is written."""
    cased = row(language).cased
    small = {word for word in _WORD.findall(text) if not word[0].isupper()} if cased else set()
    for match in _WORD.finditer(text):
        word = match.group()
        opens = _OPENING.search(text[max(0, match.start() - 3) : match.start()]) is not None
        known = (cased and word.lower() in small) or (is_common(word, language) and not persons(word))
        if match.start() not in passed and not known:
            yield from ((key, word) for key in _sounds(word, language, opens))


@lru_cache(maxsize=200_000)
def _sounds(word: str, language: str, opens: bool) -> tuple[int, ...]:  # noqa: FBT001 - it is a key
    """Return what a name is known by: its consonants, without an ending of a case as well."""
    if len(word) < _CONSONANTS:
        return ()
    own = row(language)
    stem = stems(word, language)
    rare = rarity(stem[0], language) if stem else RAREST
    if is_cased(word):
        # What opens a sentence may be any word; nouns that always have capitals are told by a list.
        told = not opens or own.nouns_are_capital or not (stem and is_known(stem[0], language))
        if not word[0].isupper() or rare < _RARE or not told:
            return ()
        bare = _without(word, own.possessives)
        forms = {bare, *_without_endings(bare, own.case_endings)}
    elif not own.spaced or rare < _RARE_UNCASED:
        return ()
    else:
        forms = set(without_clitics(word))
    sounds = sorted({skeleton(form) for form in forms})
    return tuple(code("name", sound) for sound in sounds if len(sound) >= _CONSONANTS)


def _without(word: str, possessives: tuple[str, ...]) -> str:
    for possessive in possessives:
        if possessive.startswith(_APOSTROPHES):
            word = word.removesuffix(possessive)
    return word


def _without_endings(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    lower = word.lower()
    for ending in endings:
        if lower.endswith(ending) and len(word) - len(ending) > _CONSONANTS:
            yield word[: -len(ending)]
