"""What the words of a number make together: 2, `and`, 3, `quarters`; 2, 100, 50."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from digest.languages.numbers.order import Place
from digest.languages.numbers.tokens import Part, Token

_THOUSAND = 1000
_LEAST_TENS = 20
"""What an ordinal is added to: `twenty-third`, where `two third` would be a fraction."""
_SCORES = {60, 80}
"""Tens to which French adds up to nineteen."""
_AFTER_ONE = {Part.SCALE, Part.HALF, Part.SHARE}
"""What `a` before it does not count: `a million`, `a half`."""


@dataclass(slots=True)
class Sum:
    """What the words of a number make so far."""

    values: list[Fraction]
    half: Fraction = Fraction(0)
    scale: int = 0
    ended: bool = False
    _left: int = 0
    """Words of the parts that are taken: how many, and of what."""

    @property
    def worth(self) -> Fraction | None:
        """Return what the words so far are worth; None for nothing."""
        return _product(self.values) + self.half if self.values or self.half else None

    def takes(self, run: Sequence[Place], at: int, *, first: bool) -> bool:
        """Take a word, and tell whether it belongs to the number."""
        token, after = run[at].token, run[at + 1].token if at + 1 < len(run) else None
        if self._left:
            self._left -= 1
            return True
        if token.kind is Part.JOINER:
            return self._joins(run, at)
        if token.share is not None and not first and run[at - 1].token.kind in {Part.ONE, Part.VALUE}:
            small = not self.values or self.values[-1] < _LEAST_TENS
            token = Token(Part.SHARE, token.share) if small else token
        joined = token.joined or (not first and run[at - 1].token.kind is Part.JOINER)
        if not first and not _continues(self.values, token, joined=joined, half=self.half):
            return False
        if token.kind is Part.HALF or (joined and not first and 0 < token.value < 1):
            # `dos millones y medio`, `ثلاثة وربع`
            large = self.values and self.values[-1] >= _THOUSAND
            # A dual counts two of a scale, and the half is of one: `مليونان ونصف`.
            self.half = token.value * (10 ** _power(self.values[-1]) if large else 1)
        elif token.kind is Part.SHARE:
            self.values, self.ended = [(_product(self.values) or 1) * token.value], True
        elif token.kind is Part.SCALE:
            self._scale(token.value)
        elif token.kind in {Part.VALUE, Part.DUAL} or self._counts_one(token, after):
            self.values.append(token.value)
            self.ended = token.kind is Part.DUAL
        return True

    def _joins(self, run: Sequence[Place], at: int) -> bool:
        """Tell whether what stands behind a joiner belongs to the number; take parts of one."""
        after = run[at + 1].token if at + 1 < len(run) else None
        if self.values and not self.half and (parts := _parts(run, at)):
            self.half, self._left = parts, 2
            return True
        if after is None:
            return False
        return 0 < after.value < 1 if not run[at].token.alone else _continues(self.values, after, joined=True)

    def _counts_one(self, token: Token, after: Token | None) -> bool:
        # `two and a half`, where the article is the same word as one.
        if self.half or (after and after.kind in _AFTER_ONE and (not self.values or after.kind is Part.HALF)):
            return False
        return token.kind is Part.ONE or not self.values

    def _scale(self, value: Fraction) -> None:
        self.scale = max(self.scale, _power(value))
        if self.half and not any(one >= _THOUSAND for one in self.values):
            # `two and a half million`, `half a million`
            self.values, self.half = [(_product(self.values) + self.half) * value], Fraction(0)
            self.ended = True
        else:
            self.values.append(value)


def _parts(run: Sequence[Place], at: int) -> Fraction | None:
    """Return the parts of one behind a joiner: `two and a quarter`, but not `two and a third man`."""
    if at + 2 >= len(run):
        return None
    count, of = run[at + 1].token, run[at + 2].token
    half = of.kind is Part.HALF and count.kind is Part.ONE
    share = of.value if of.kind is Part.SHARE or half else of.share
    counts = {Part.ONE, Part.VALUE, Part.ARTICLE if of.kind is Part.SHARE else Part.ONE}
    parts = share * (count.value if count.kind is Part.VALUE else 1) if share else None
    return parts if parts and parts < 1 and count.kind in counts else None


def _power(value: Fraction) -> int:
    return len(str(int(value))) - 1


def _product(values: Sequence[Fraction]) -> Fraction:
    """Return `_sum`, in which a scale after another multiplies it: `tres mil millones`."""
    total = Fraction(0)
    for at, value in enumerate(values):
        if value >= 10**6 and total and value > total and at and values[at - 1] >= _THOUSAND:
            total *= value
        elif value >= _THOUSAND and value.denominator == 1 and value == 10 ** _power(value):
            rest = total % _THOUSAND
            total = total - rest + (rest or 1) * value
        elif value == 100 and 0 < total % 100 < 100 and total % 100 == total % _THOUSAND:
            total += (total % 100) * 99
        else:
            total += value
    return total


def _continues(
    values: Sequence[Fraction], token: Token, *, joined: bool, half: Fraction = Fraction(0)
) -> bool:
    """Tell whether a word goes on with the number before it: `twenty five`, and not `seven nine`."""
    if token.kind in {Part.HALF, Part.SCALE}:
        return True
    if token.kind is Part.SHARE:
        return not joined
    if token.kind in {Part.ONE, Part.ARTICLE}:
        # `two and a half`, `half a million`, `twenty-one`
        return joined or bool(half) or (bool(values) and values[-1] >= 20)
    return token.kind is Part.VALUE and bool(values) and _adds(values[-1], token.value, joined=joined)


def _adds(last: Fraction, value: Fraction, *, joined: bool) -> bool:
    if joined and 0 < value < 1:
        return last.denominator == 1
    if last >= 100:
        return value < last
    if last == 10:
        return value < 10
    if last >= 20 and last % 10 == 0:
        return value < 10 or value == 100 or (value < 20 and last in _SCORES)
    if last < 10 and last.denominator == 1:
        # Tens after ones, as Arabic says them, and hundreds.
        return value in {10, 100} or (joined and value % 10 == 0 and 20 <= value < 100)
    return value == 100
