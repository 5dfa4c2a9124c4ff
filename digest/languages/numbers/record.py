"""A number of a text as a value: what every room that looks at numbers works with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

Reading = tuple[Fraction, ...]
"""Values that stand together: one for most numbers, hours and minutes of a time, the sides of a score."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written in a text, and what it is worth there.

    `1,5 billones de euros` in Spanish is Fraction(1500000000000), scale 12, unit `euro`.
    """

    written: str
    """With the word that multiplies it, without its unit: `1,5 billones`, `two-thirds`, `7:30`."""
    start: int
    """Where it stands in the text, in characters."""
    end: int
    readings: tuple[Reading, ...]
    """What it may be worth, the likeliest first: `1,200` is 1200 or, where outlets differ, 1.2."""
    scale: int = 0
    """The power of ten that a word multiplies it by: 9 for `billion` in English."""
    unit: str = ""
    """A name in `units.toml`: `percent`, `dollar`, `mile`, `year`; empty if none is known."""
    in_words: bool = False
    """Whether it is spelled: `twelve`, `anderthalb`, `三十五`."""
    negative: bool = False
    """Whether a minus sign or a word for one makes it less than nothing; values are given without it."""

    @property
    def value(self) -> Fraction:
        """Return what it is worth most probably; of a time or a score the first part."""
        worth = self.readings[0][0]
        return -worth if self.negative else worth

    @property
    def values(self) -> frozenset[Fraction]:
        """Return every value of every reading."""
        return frozenset(value for reading in self.readings for value in reading)

    def may_be(self, *readings: Reading) -> Number:
        """Return the number with more readings, the less likely ones."""
        return replace(self, readings=tuple(dict.fromkeys((*self.readings, *readings))))


def in_other_words(share: Fraction) -> tuple[Fraction, ...]:
    """Return the other numbers that say a fraction: `one in five` and `20 %` are a fifth."""
    percent = share * 100
    return (
        *((Fraction(share.denominator),) if share.numerator == 1 else ()),
        *((percent,) if percent.denominator == 1 else ()),
    )


@dataclass(frozen=True, slots=True)
class Compared:
    """The numbers of a source and of what words it otherwise: all that is not the same on both sides.

    Empty tuples say that nothing differs. What is `lost` is sure of a number in digits; one in words may be
    said in many ways, so `changed` asks for another in its place.
    """

    lost: tuple[Number, ...] = ()
    """Numbers in digits, or with a scale, of the source whose value the other text has in no form."""
    added: tuple[Number, ...] = ()
    """The same the other way round."""
    lost_words: tuple[Number, ...] = ()
    """Numbers in words of the source (from two) whose value the other text has in no form."""
    added_words: tuple[Number, ...] = ()
    units: tuple[tuple[Number, Number | None], ...] = ()
    """Numbers of the same value of another unit (12 pounds, 12 dollars); None if the unit is gone."""
    signs: tuple[tuple[Number, Number], ...] = ()
    """Numbers of which only one is less than nothing, and no word says that something fell."""

    @property
    def contradicts(self) -> bool:
        """Tell whether each text has a number that the other has not, or one value has two units."""
        gone, new = (*self.lost, *self.lost_words), (*self.added, *self.added_words)
        return bool(gone and new) or any(other is not None for _, other in self.units)

    @property
    def changed(self) -> tuple[str, ...]:
        """Return what was written otherwise, for people: `12 pounds`, `nine`; empty if nothing was."""
        gone, new = (*self.lost, *self.lost_words), (*self.added, *self.added_words)
        pairs = [one for pair in (*self.units, *self.signs) for one in pair if one is not None]
        numbers = (*gone, *new, *pairs) if gone and new else (*self.lost, *self.added, *pairs)
        return tuple(dict.fromkeys(number.written for number in numbers))
