"""What a word is in a number in words: a value, a scale, a half, `and`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from functools import cache, lru_cache

from digest.languages.numbers.rows import row

_THOUSAND = 1000
_SHORTEST_COMPOUND = 6
"""Letters of a word that is worth taking apart into numbers."""


class Part(Enum):
    """What a word is in a number."""

    ONE = auto()
    ARTICLE = auto()
    VALUE = auto()
    SCALE = auto()
    HALF = auto()
    SHARE = auto()
    JOINER = auto()
    DUAL = auto()
    MORE = auto()
    """What is added to the number behind it: Hindi `साढ़े`, a half."""
    SECOND = auto()
    """Nothing but after another word: `vingts` after `quatre`."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word that a number in words may consist of."""

    kind: Part
    value: Fraction
    joined: bool = False
    """Whether `and` is written together with it."""
    alone: bool = True
    """Whether it is a number without another word before it: `mil`, but not `thousand`; of a joiner, whether
    it joins more than parts of one."""
    share: Fraction | None = None
    """What it is after `one` or `two`, where it is an ordinal as well: `third`."""


def token_of_two(first: str, second: str, language: str) -> Token | None:
    """Return what two words are in a number together: `quatre-vingts`, `phần ba`."""
    return _known(language).get(f"{first} {second}")


def token_of(word: str, language: str) -> Token | None:
    """Return what a word, as `as_spoken` writes it, is in a number of a language, or None."""
    known = _known(language)
    found = known.get(word)
    own = row(language)
    if found is None and own.inflects:
        found = _in_parts(word, language)
    return found


@lru_cache(maxsize=50_000)
def _in_parts(word: str, language: str) -> Token | None:
    """Return what a word is by its beginning, by several that it consists of, or after a joiner."""
    own = row(language)
    if (value := _value(word, language)) is not None:
        return Token(Part.VALUE, value)
    if own.prefix and word.startswith(own.prefix) and len(word) > len(own.prefix) + 1:
        rest = token_of(word.removeprefix(own.prefix), language)
        return Token(rest.kind, rest.value, joined=True) if rest else None
    return None


@cache
def _known(language: str) -> Mapping[str, Token]:
    """Return what whole words are; what comes later prevails."""
    own = row(language)
    known = {word: Token(Part.SECOND, Fraction(0)) for word in own.seconds}
    known |= {word: Token(Part.MORE, value) for word, value in own.more.items()}
    known |= {word: Token(Part.SHARE, Fraction(1, size)) for word, size in own.parts.items()}
    shares = {word: Fraction(1, size) for word, size in own.parts.items()}
    known |= {word: Token(Part.VALUE, value, share=shares.get(word)) for word, value in own.words.items()}
    known |= {word: Token(Part.VALUE, value, alone=False) for word, value in own.follows.items()}
    known |= {
        word: Token(Part.SCALE, Fraction(10**power), alone=word in own.words)
        for word, power in own.spoken_scales.items()
        if len(word) > 2 or not word.isascii()
    }
    for kind, words, worth in (
        (Part.DUAL, own.duals, Fraction(2)),
        (Part.ARTICLE, own.articles, Fraction(1)),
        (Part.ONE, own.one, Fraction(1)),
        (Part.HALF, own.half, Fraction(1, 2)),
        (Part.JOINER, own.joiners, Fraction(0)),
    ):
        known |= dict.fromkeys(words, Token(kind, worth))
    return known | dict.fromkeys(own.joins_parts, Token(Part.JOINER, Fraction(0), alone=False))


def _value(word: str, language: str) -> Fraction | None:
    own = row(language)
    for stem, value in own.stems:
        if word.startswith(stem):
            return value
    return _compound(word, own.within, _within(language)) if own.within or own.compounds else None


@cache
def _within(language: str) -> Mapping[str, Fraction]:
    """Return the words that others are written together with."""
    own = row(language)
    return {
        **dict.fromkeys((*own.one, "eins"), Fraction(1)),
        **own.words,
        **own.follows,
        # Short forms (`mil.`, `mld`) stand alone, and begin many other words.
        **{scale: Fraction(10**power) for scale, power in own.scales.items() if len(scale) > 3},
    }


def _compound(word: str, joiner: str, names: Mapping[str, Fraction]) -> Fraction | None:
    """Return the value of a word that several others are written together in: `zweihundertfünfzig`."""
    if len(word) < _SHORTEST_COMPOUND or not _starts(word, 0, names):
        return None
    values: list[Fraction] = []
    at = 0
    while at < len(word):
        after = at + len(joiner)
        if values and joiner and word.startswith(joiner, at) and _starts(word, after, names):
            at = after
        size = _starts(word, at, names)
        if not size:
            return None
        values.append(names[word[at : at + size]])
        at += size
    return _sum(values) if len(values) > 1 else None


def _starts(word: str, at: int, names: Mapping[str, Fraction]) -> int:
    return next((size for size in range(len(word) - at, 2, -1) if word[at : at + size] in names), 0)


def _sum(values: Sequence[Fraction]) -> Fraction:
    """Return what numbers one after the other make: 2, 100, 50 are 250, 3, 20 are 23."""
    total, current = Fraction(0), Fraction(0)
    for value in values:
        if value >= _THOUSAND and value % _THOUSAND == 0:
            total += (current or 1) * value
            current = Fraction(0)
        elif value == 100 and 0 < current < 100:
            current *= value
        else:
            current += value
    return total + current
