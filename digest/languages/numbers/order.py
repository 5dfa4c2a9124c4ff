"""Number words in the order in which most languages say them: `mbili milioni` for Swahili `milioni mbili`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from digest.languages.numbers.rows import Row
from digest.languages.numbers.tokens import Part, Token

_HUNDRED, _THOUSAND = 100, 1000
_NUMBERS = {Part.ONE, Part.VALUE}


@dataclass(frozen=True, slots=True)
class Place:
    """A token where it stands."""

    token: Token
    start: int
    end: int
    word: str


def ordered(run: Sequence[Place], own: Row) -> Sequence[Place]:
    """Return a run of number words, each behind what it multiplies or divides."""
    run = _with_more(run) if own.more else run
    run = _scales_behind(run) if own.leads else run
    return _parts_behind(run) if own.parts_lead else run


def _with_more(run: Sequence[Place]) -> list[Place]:
    """Return a run in which words that add to the next one are one with it; one without a next goes."""
    found: list[Place] = []
    more: Place | None = None
    for place in run:
        if place.token.kind is Part.MORE:
            more = place
        elif more is not None and place.token.kind in {*_NUMBERS, Part.SCALE}:
            found += _added(more, place)
            more = None
        else:
            found.append(place)
            more = None
    return found


def _added(more: Place, place: Place) -> Iterator[Place]:
    worth, adds = place.token.value, more.token.value
    if worth < _HUNDRED:
        yield Place(Token(Part.VALUE, worth + adds), more.start, place.end, place.word)
        return
    # `सवा लाख` is one and a quarter of it.
    yield replace(more, token=Token(Part.VALUE, 1 + adds))
    yield replace(place, token=Token(Part.SCALE, worth))


def _scales_behind(run: Sequence[Place]) -> list[Place]:
    found: list[Place] = []
    scale: list[Place] = []
    """The one that waits for what it multiplies."""
    for at, place in enumerate(run):
        if place.token.kind is Part.SCALE:
            found += scale
            scale = [place]
            continue
        found.append(place)
        if scale and _ends(run, at, scale[0]):
            found += scale
            scale = []
    return [*found, *scale]


def _ends(run: Sequence[Place], at: int, scale: Place) -> bool:
    """Tell whether what a scale multiplies ends with a word: `elfu` takes twelve, `mia` one digit."""
    this, *after = (place.token for place in run[at : at + 3])
    if this.kind is Part.JOINER:
        return False
    if scale.token.value < _THOUSAND or not after:
        return True
    if after[0].kind is Part.JOINER:
        # `elfu kumi na mbili` is 12,000, but `milioni mbili na nusu` two million and a half.
        return this.value < 10 or len(after) == 1 or after[1].kind not in _NUMBERS
    return after[0].kind not in _NUMBERS


def _parts_behind(run: Sequence[Place]) -> list[Place]:
    found = list(run)
    for at, (place, after) in enumerate(pairwise(run)):
        if place.token.kind is Part.SHARE and after.token.kind in _NUMBERS:
            found[at : at + 2] = [after, place]
    return found


def of_same_scale(run: Sequence[Place], at: int, values: Sequence[Fraction]) -> bool:
    """Tell whether a number is joined that has a scale of the one before: `two million and three million`."""
    joined = run[at].token.joined
    if not values or not (joined or run[at].token.kind is Part.JOINER):
        return False
    behind = [place.token for place in (run[at : at + 2] if joined else run[at + 1 : at + 3])]
    if [token.kind for token in behind] != [Part.VALUE, Part.SCALE] or behind[1].value < _THOUSAND:
        return False
    return any(_thousands(one) == _thousands(behind[1].value) for one in values)


def _thousands(value: Fraction) -> int:
    """Return how often a value is a thousandfold: twice for a million."""
    return (len(str(int(value))) - 1) // 3
