"""Numbers in words: `twenty-five`, `fünfundzwanzig`, `dos millones y medio`, `خمسة وعشرون`, `two-thirds`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from operator import attrgetter

from digest.languages.latin import folded
from digest.languages.numbers.order import Place, of_same_scale, ordered
from digest.languages.numbers.record import Number, Reading, in_other_words
from digest.languages.numbers.rows import LETTERS, Row, as_spoken, says_minus
from digest.languages.numbers.sums import Sum
from digest.languages.numbers.tokens import Part, token_of, token_of_two
from digest.languages.numbers.units import may_measure, measures, named

_WORD = re.compile(rf"{LETTERS}(?:['’]{LETTERS})?")
_NEXT = re.compile(rf"[-\s\u00a0]{{0,2}}({LETTERS})")
_BETWEEN = re.compile(r"[-\s\u00a0]{1,2}")
_LONGEST_UNIT = 28
"""Characters behind a number in which the name of its unit stands."""
_HOURS = 12
"""Hours of a clock: what is greater after `half` is no time of day."""


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
        negative=says_minus(text[: first.start], own),
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
    own = Sum([])
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
