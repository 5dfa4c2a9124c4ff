"""Words of two wordings that are the same name or thing: as printed, in another form, in two languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digest.languages import row
from digest.languages.latin import LETTER, folded
from digest.languages.lexicon import english, rarity, stems
from digest.languages.senses import clauses_at, light
from digest.languages.sounds import nearly_spelt, sounds_like

_ELIDED = rf"(?:[cdjlmnst]|qu|(?:a|da|de|ne|su)ll|un)[’'](?={LETTER}{{3}})"
"""What is written together with a name that begins with a vowel: `l'Égypte`, `dell'Iran`."""
_WORD = re.compile(rf"(?i:{_ELIDED})|(?:{LETTER}|\d)+(?:[’'](?:{LETTER}|\d)+)*")
_NAME = 3
"""Letters of a name at least."""
_START = 5
"""Letters that two forms of a noun share in one language."""
_VOWELS = frozenset("аеиоуыэюяієїaeiouyęą")
_SURE = 0.35
"""The weight from which the lexicon takes two nouns for one."""
_TELLING = 4.0
"""The rarity of a noun that is more than a `thing`."""
_LONG_NAME = 3
"""Words from one part of a name to the next at most, and one more: `Guarani do Vale`."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands."""

    text: str
    plain: str
    clause: int
    start: int
    capital: bool


@lru_cache(maxsize=5_000)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words and numbers of a text."""
    words = list(_WORD.finditer(text))
    clauses = clauses_at(text, [found.start() for found in words])
    return tuple(
        Word(found.group(), folded(found.group()), clause, found.start(), found.group()[0].isupper())
        for found, clause in zip(words, clauses, strict=True)
    )


def shared(
    here: Sequence[Word], there: Sequence[Word], languages: tuple[str, str]
) -> Iterator[tuple[int, int]]:
    """Yield where each name or telling noun stands that both have once; of longer names the first word."""
    taken: set[int] = set()
    last = (-_LONG_NAME, -_LONG_NAME)
    for a, word in enumerate(here):
        if len(word.plain) < _NAME or word.plain in light(languages[0]):
            continue
        found = [b for b, other in enumerate(there) if b not in taken and _is_same(word, other, languages)]
        again = [c for c, other in enumerate(here) if c != a and other.plain == word.plain]
        if len(found) != 1 or again:
            continue
        b = found[0]
        taken.add(b)
        within = word.capital and 0 < a - last[0] < _LONG_NAME and 0 < b - last[1] < _LONG_NAME
        last = (a, b) if word.capital else last
        if not within:
            yield a, b


def _is_same(word: Word, other: Word, languages: tuple[str, str]) -> bool:
    if len(other.plain) < _NAME:
        return False
    if languages[0] == languages[1]:
        size = max(_START, min(len(word.plain), len(other.plain)) - 2)
        declined = row(languages[0]).free_order and len(word.plain) >= _START and _other_end(word, other)
        return (
            word.plain == other.plain
            or declined
            or (len(word.plain) > _START and word.plain[:size] == other.plain[:size])
        )
    uncased = not (row(languages[0]).cased and row(languages[1]).cased)
    if (word.capital and other.capital) or (uncased and (word.capital or other.capital)):
        one, two = word.text, other.text
        if nearly_spelt(one, two) if one.isascii() == two.isascii() else sounds_like(one, two):
            return True
    return _means(word.plain, languages[0]) & _means(other.plain, languages[1]) != frozenset()


def _other_end(word: Word, other: Word) -> bool:
    """Tell whether two short words are one but for the vowel at their end: `судья`, `судью`."""
    return word.plain[:-1] == other.plain[:-1] and {word.plain[-1], other.plain[-1]} <= _VOWELS


@lru_cache(maxsize=20_000)
def _means(word: str, language: str) -> frozenset[str]:
    """Return what a noun most probably is in English; nothing of what says little."""
    found: set[str] = set()
    for stem in stems(word, language):
        if rarity(stem, language) >= _TELLING:
            found |= {other for other, weight in english(stem, language).items() if weight >= _SURE}
    return frozenset(found)
