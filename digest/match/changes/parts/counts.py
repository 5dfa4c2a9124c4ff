"""Two numbers that changed places: three killed and five injured, five killed and three injured.

Both wordings have the same two numbers, so that none contradicts the other. What each counts is told by words
of two sides, one of each (`killed`, `injured`), in the order of the numbers, or by the first word behind each
number that both wordings have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from digest.languages import row
from digest.languages.numbers import Number, numbers
from digest.languages.senses import sides
from digest.match.changes.parts.shared import Word, shared, words_of
from digest.match.changes.states import main
from digest.model import Quote

_YEARS = range(1900, 2100)
"""Years beside each other are a span, in whatever order a sentence has them."""


def counts_exchanged(first: Quote, second: Quote) -> tuple[str, str] | None:
    """Return the two numbers, as each wording has them first, if each counts what the other counted."""
    languages = main(first.language), main(second.language)
    here, there = (
        _two(quote.text, language) for quote, language in zip((first, second), languages, strict=True)
    )
    if not here or not there or {_value(one) for one in here} != {_value(one) for one in there}:
        return None
    own, other = _by_sides(first.text, here, languages[0]), _by_sides(second.text, there, languages[1])
    turned = any(own[matter] != other[matter] for matter in own.keys() & other.keys())
    if turned or _by_words(first.text, second.text, (here, there), languages):
        return here[0].written, next(one.written for one in there if _value(one) != _value(here[0]))
    return None


def _two(text: str, language: str) -> tuple[Number, Number] | None:
    """Return the two numbers of a text that count things alike; None if it has more or fewer."""
    found = [one for one in numbers(text, language) if _value(one) not in _YEARS]
    if len(found) != 2 or found[0].unit != found[1].unit or _value(found[0]) == _value(found[1]):
        return None
    return found[0], found[1]


def _value(number: Number) -> Fraction:
    return number.readings[0][0]


def _by_sides(text: str, pair: Sequence[Number], language: str) -> Mapping[str, Mapping[bool, Fraction]]:
    """Return by matter which number goes with which side, where a text has one word of each."""
    by_matter: dict[str, list[tuple[int, bool]]] = {}
    for one in sides(text, language).said:
        if one.side is not None and not one.denied:
            by_matter.setdefault(one.matter, []).append((one.start, one.side))
    return {
        matter: {side: _value(number) for (_, side), number in zip(sorted(told), pair, strict=True)}
        for matter, told in by_matter.items()
        if len(told) == 2 and told[0][1] is not told[1][1]
    }


def _by_words(first: str, second: str, pairs: Sequence[Sequence[Number]], languages: tuple[str, str]) -> bool:
    if not all(row(language).spaced for language in languages):
        return False
    here, there = words_of(first), words_of(second)
    same = dict(shared(here, there, languages))
    own = {
        _value(one): at for one in pairs[0] if (at := _counted(one, pairs[0], here, list(same))) is not None
    }
    other = {
        _value(one): at
        for one in pairs[1]
        if (at := _counted(one, pairs[1], there, list(same.values()))) is not None
    }
    if len(own) < 2 or len(other) < 2:
        return False
    (one, at), (two, to) = own.items()
    return same[at] == other[two] and same[to] == other[one]


def _counted(
    number: Number, pair: Sequence[Number], words: Sequence[Word], places: Sequence[int]
) -> int | None:
    """Return the first of these places behind a number and before the next one, in its clause."""
    ends = [one.start for one in pair if one.start > number.start]
    end = min(ends, default=words[-1].start + 1)
    behind = [at for at in sorted(places) if number.end <= words[at].start < end]
    clause = next((word.clause for word in words if word.start >= number.start), None)
    return behind[0] if behind and words[behind[0]].clause == clause else None
