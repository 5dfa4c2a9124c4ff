"""Numbers in words: `twenty-five`, `fünfundzwanzig`, `dos millones y medio`, `خمسة وعشرون`, `two-thirds`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import attrgetter

from digest.languages.latin import folded
from digest.languages.numbers.order import Place, of_same_scale, ordered
from digest.languages.numbers.record import Number, Reading, in_other_words
from digest.languages.numbers.rows import LETTERS, Row, as_spoken
from digest.languages.numbers.tokens import Part, Token, token_of, token_of_two
from digest.languages.numbers.units import may_measure, measures, named

_WORD = re.compile(rf"{LETTERS}(?:['’]{LETTERS})?")
_NEXT = re.compile(rf"[-\s\u00a0]{{0,2}}({LETTERS})")
_BETWEEN = re.compile(r"[-\s\u00a0]{1,2}")
_LONGEST_UNIT = 28
"""Characters behind a number in which the name of its unit stands."""
_THOUSAND = 1000
_LEAST_TENS = 20
"""What an ordinal is added to: `twenty-third`, where `two third` would be a fraction."""
_HOURS = 12
"""Hours of a clock: what is greater after `half` is no time of day."""
_SCORES = {60, 80}
"""Tens to which French adds up to nineteen."""


_AFTER_ONE = {Part.SCALE, Part.HALF, Part.SHARE}
"""What `a` before it does not count: `a million`, `a half`."""


def in_words(text: str, language: str, own: Row, taken: Sequence[tuple[int, int]]) -> Iterator[Number]:
    """Yield each number of at least two in words outside of what is `taken`, and each fraction."""
    if not own.words and not own.stems:
        return
    run: list[Place] = []
    last, last_start = "", 0
    for match in _WORD.finditer(text):
        before, before_start = last, last_start
        last, last_start = as_spoken(match.group(), accented=own.accented), match.start()
        token, start = token_of(last, language), last_start
        if token is None:
            continue
        # A joiner without width makes another word of it: Persian for Tuesday.
        joined = text[match.end() : match.end() + 1] == "\u200c"
        if joined or any(begin <= start < end for begin, end in taken):
            continue
        if last in own.seconds and (both := token_of_two(before, last, language)) is not None:
            token, start = both, before_start
            run = run[:-1] if run and run[-1].start == start else run
        if token.kind is Part.SECOND:
            continue
        if run and not _goes_on(text, run[-1], Place(token, start, match.end(), last), own):
            yield from _numbers(text, run, language, own)
            run = []
        run.append(Place(token, start, match.end(), last))
    yield from _numbers(text, run, language, own)


def _goes_on(text: str, last: Place, place: Place, own: Row) -> bool:
    """Tell whether a number word may belong to the one before it."""
    between = text[last.end : place.start]
    if last.token.kind is Part.HALF and place.token.kind is Part.SCALE:
        # `jumătate de milion`
        return not between.strip(" \u00a0-") or folded(between.strip()) in own.links
    return _BETWEEN.fullmatch(between) is not None


def _numbers(text: str, run: Sequence[Place], language: str, own: Row) -> Iterator[Number]:
    """Cut a run of number words where two numbers meet and yield each."""
    run = ordered(run, own)
    at = 0
    while at < len(run):
        end, value, scale = _one(run, at)
        if value is not None:
            last = max(run[at:end], key=attrgetter("start"))
            rest = text[last.end : last.end + _LONGEST_UNIT]
            tells = _tells(run[at:end], value)
            if tells or (_is_one(run, at, value) and may_measure(rest, language)):
                unit = _dual(last, own) or named(rest, language)
                if tells or unit in measures():
                    yield _number(text, run[at:end], value, unit, own, scale).may_be(
                        *_half_to(run, at, value), *_share(run, at)
                    )
        at = max(end, at + 1)


def _half_to(run: Sequence[Place], at: int, value: Fraction) -> tuple[Reading, ...]:
    """Return the time that an hour after `half` is where it means half an hour less: German `halb acht`."""
    half = at and run[at - 1].token.kind is Part.HALF and 1 < value <= _HOURS
    return ((value - 1, Fraction(30)),) if half else ()


def _share(run: Sequence[Place], at: int) -> tuple[Reading, ...]:
    """Return the fraction that an ordinal after an article may be: `a fifth`."""
    share = run[at].token.share
    return ((share,),) if share and at and run[at - 1].token.kind in {Part.ARTICLE, Part.ONE} else ()


def _is_one(run: Sequence[Place], at: int, value: Fraction) -> bool:
    """Tell whether a word counts one or a half of what follows: `a mile`, `half an inch`."""
    return value <= 1 and not (at and run[at - 1].token.kind is Part.HALF)


def _number(text: str, run: Sequence[Place], value: Fraction, unit: str, own: Row, scale: int) -> Number:
    first, last = min(run, key=attrgetter("start")), max(run, key=attrgetter("start"))
    before = folded(text[: first.start]).rstrip()
    return Number(
        written=text[first.start : last.end],
        start=first.start,
        end=last.end,
        readings=tuple(
            (worth,)
            for worth in dict.fromkeys((value, *_others(run, value), *_many(text, last.end, value, own)))
        ),
        scale=scale,
        unit=unit,
        in_words=True,
        negative=any(before.endswith(word) for word in own.minus if " " not in word),
    )


def _many(text: str, end: int, value: Fraction, own: Row) -> Iterator[Fraction]:
    """Yield how many a number of dozens or decades is."""
    word = _NEXT.match(text, end) if own.multiples else None
    if word and (size := own.multiples.get(folded(word[1]))):
        yield value * size


def _dual(last: Place, own: Row) -> str:
    """Return the unit of a word that means two of it."""
    if last.token.kind is not Part.DUAL:
        return ""
    return own.duals.get(last.word) or own.duals.get(last.word.removeprefix(own.prefix), "")


def _others(run: Sequence[Place], value: Fraction) -> Iterator[Fraction]:
    """Yield what else a fraction may be: `one in five`, `20 %`, and the third one for `un terzo Stato`."""
    if value < 1:
        yield from in_other_words(value)
    if len(run) == 2 and run[0].token.kind is Part.ONE and run[1].token.share is not None:
        yield run[1].token.value


def _tells(run: Sequence[Place], value: Fraction) -> bool:
    """Tell whether words are a number: `a` alone is none, nor is `half`, `third` without what it divides."""
    if len(run) == 1 and run[0].token.alone and run[0].token.kind in {Part.VALUE, Part.SCALE, Part.DUAL}:
        return value != 1 and value > 0
    kinds = {place.token.kind for place in run}
    if kinds - {Part.ARTICLE} == {Part.ONE, Part.JOINER, Part.HALF}:
        return value > 1  # `one and a half`
    return len(run) > 1 and bool(kinds & {Part.SCALE, Part.VALUE, Part.SHARE}) and value != 1


def _one(run: Sequence[Place], at: int) -> tuple[int, Fraction | None, int]:
    """Return where the number that begins here ends, what it is worth, and its greatest scale."""
    first = run[at].token
    if first.kind is Part.JOINER or (
        first.kind is Part.VALUE and not first.alone and not _is_scaled(run, at)
    ):
        return at + 1, None, 0
    own = _Sum([])
    end = at
    while end < len(run) and not own.ended:
        if of_same_scale(run, end, own.values) or not own.takes(run, end, first=end == at):
            break
        end += 1
    while end - 1 > at and run[end - 1].token.kind in {Part.JOINER, Part.ARTICLE}:
        end -= 1
    return end, own.worth, own.scale


def _is_scaled(run: Sequence[Place], at: int) -> bool:
    """Tell whether a scale or a share shows that a word is a number: `neuf mille`, `ba phần tư`."""
    return at + 1 < len(run) and run[at + 1].token.kind in {Part.SCALE, Part.SHARE}


@dataclass(slots=True)
class _Sum:
    """What the words of a number make so far."""

    values: list[Fraction]
    half: Fraction = Fraction(0)
    scale: int = 0
    ended: bool = False
    _left: int = 0
    """Words of the parts that are taken: how many, and of what."""

    @property
    def worth(self) -> Fraction | None:
        return _product(self.values) + self.half if self.values or self.half else None

    def takes(self, run: Sequence[Place], at: int, *, first: bool) -> bool:
        """Take a word, and tell whether it belongs to the number."""
        token, after = run[at].token, run[at + 1].token if at + 1 < len(run) else None
        if self._left:
            self._left -= 1
            return True
        if token.kind is Part.JOINER:
            if self.values and not self.half and (parts := _parts(run, at)):
                self.half, self._left = parts, 2
            if self._left or not token.alone:
                return bool(self._left) or (after is not None and 0 < after.value < 1)
            return after is not None and _continues(self.values, after, joined=True)
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
