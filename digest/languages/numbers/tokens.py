"""What a word is in a number in words: a value, a scale, a half, `and`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from functools import lru_cache

from digest.languages.numbers.rows import Row, row

_THOUSAND = 1000


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


@dataclass(frozen=True, slots=True)
class Token:
    """A word that a number in words may consist of."""

    kind: Part
    value: Fraction
    joined: bool = False
    """Whether `and` is written together with it."""
    alone: bool = True
    """Whether it is a number without another word before it: `mil`, but not `thousand`."""
    share: Fraction | None = None
    """What it is after `one` or `two`, where it is an ordinal as well: `third`."""


@lru_cache(maxsize=50_000)
def token_of(word: str, language: str) -> Token | None:
    """Return what a folded word is in a number of a language, or None."""
    own = row(language)
    found = _token(word, own)
    if found is None and own.prefix and word.startswith(own.prefix) and len(word) > len(own.prefix) + 1:
        rest = _token(word.removeprefix(own.prefix), own)
        found = Token(rest.kind, rest.value, joined=True) if rest else None
    return found


def _token(word: str, own: Row) -> Token | None:
    for kind, words, worth in (
        (Part.JOINER, own.joiners, Fraction(0)),
        (Part.HALF, own.half, Fraction(1, 2)),
        (Part.ONE, own.one, Fraction(1)),
        (Part.ARTICLE, own.articles, Fraction(1)),
        (Part.DUAL, own.duals, Fraction(2)),
    ):
        if word in words:
            return Token(kind, worth)
    if word in own.scales and len(word) > 2:
        return Token(Part.SCALE, Fraction(10 ** own.scales[word]), alone=word in own.words)
    if word in own.follows:
        return Token(Part.VALUE, own.follows[word], alone=False)
    if (value := _value(word, own)) is not None:
        share = Fraction(1, own.parts[word]) if word in own.parts else None
        return Token(Part.VALUE, value, share=share)
    return Token(Part.SHARE, Fraction(1, own.parts[word])) if word in own.parts else None


def _value(word: str, own: Row) -> Fraction | None:
    if word in own.words:
        return own.words[word]
    for stem, value in own.stems:
        if word.startswith(stem):
            return value
    return _compound(word, own) if own.within or own.compounds else None


def _compound(word: str, own: Row) -> Fraction | None:
    """Return the value of a word that several others are written together in: `zweihundertfünfzig`."""
    if len(word) < 6:
        return None
    values: list[Fraction] = []
    at = 0
    names = {
        **dict.fromkeys((*own.one, "eins"), Fraction(1)),
        **own.words,
        **{scale: Fraction(10**power) for scale, power in own.scales.items() if len(scale) > 3},
    }
    while at < len(word):
        if (
            values
            and own.within
            and word.startswith(own.within, at)
            and _starts(word, at + len(own.within), names)
        ):
            at += len(own.within)
            continue
        size = _starts(word, at, names)
        if not size and not values and word.startswith(("ein", "een", "cento", "mille")):
            values.append(Fraction(1))
            at += 3
            continue
        if not size:
            return None
        values.append(names[word[at : at + size]])
        at += size
    return _sum(values) if len(values) > 1 else None


def _starts(word: str, at: int, names: dict[str, Fraction]) -> int:
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
