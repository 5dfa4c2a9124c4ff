"""Two names that changed places: who won and who lost, who accuses whom.

Each name is in the output, so that none is lost. What tells is where: a given name before another's family
name, the sentences that each stands in, and the order in which they come. A translator may turn a sentence
round, and seldom does (DECISIONS has the count).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations, pairwise

from digest.languages.latin import folded
from digest.languages.sounds import nearly_spelt
from digest.translate import alignment

Matches = Callable[[str], bool]
"""Tells whether a word is a name."""
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
WORD = re.compile(rf"[{_LATIN}]+|[^\W\d_{_LATIN}]+")
"""A run of letters; Latin ones are a word of their own where the script around them parts none."""
_SURE = 2
"""How many fewer places differ if the two names are taken for each other."""
_MOST = 8
"""Names of a text that are compared, of a list of many."""


def exchanged(
    source: str,
    output: str,
    names: Sequence[tuple[str, Matches, Matches]],
    pair: tuple[str, str],
) -> str | None:
    """Return two names that changed places.

    Args:
        source: The text.
        output: Its translation.
        names: What people read, and what tells the name in the source and in the output.
        pair: The two languages.
    """
    if len(names) < 2:
        return None
    beads = alignment.aligned(source, output, *pair)
    before = [_found(bead.source, [own for _, own, _ in names[:_MOST]]) for bead in beads]
    after = [_found(bead.output, [other for _, _, other in names[:_MOST]]) for bead in beads]
    given, given_after = _given(before), _given(after)
    for one, two in combinations(range(min(len(names), _MOST)), 2):
        own, theirs = (
            [[at for at, _ in bead if at in {one, two}] for bead in side] for side in (before, after)
        )
        if not all(any(at in bead for bead in side) for side in (own, theirs) for at in (one, two)):
            continue
        if _given_to_another(given, given_after, one, two) or _stand_otherwise(own, theirs, one, two):
            return f"{names[one][0]} / {names[two][0]}"
    return None


def _found(text: str, names: Sequence[Matches]) -> list[tuple[int, str]]:
    """Return the names of a text in their order, each by number, with the word before it."""
    words = [("", 0, 0), *((word[0], word.start(), word.end()) for word in WORD.finditer(text))]
    found = []
    for (before, _, end), (word, start, _) in pairwise(words):
        at = next((number for number, is_name in enumerate(names) if is_name(word)), None)
        if at is not None:
            beside = before[:1].isupper() and text[end:start] == " "
            found.append((at, before if beside else ""))
    return found


def _given(beads: Sequence[Sequence[tuple[int, str]]]) -> dict[int, set[str]]:
    """Return the capitalised words before each name."""
    found: dict[int, set[str]] = {}
    for bead in beads:
        for at, before in bead:
            if before:
                found.setdefault(at, set()).add(before)
    return found


def _given_to_another(before: dict[int, set[str]], after: dict[int, set[str]], one: int, two: int) -> bool:
    """Tell whether what stood before one name stands before the other one alone."""
    return any(
        _alike(word, other)
        for first, second in ((one, two), (two, one))
        for word in before.get(first, ())
        for other in after.get(second, ())
        if not any(_alike(word, mine) for mine in after.get(first, ()))
        and not any(_alike(other, theirs) for theirs in before.get(second, ()))
    )


def _alike(word: str, other: str) -> bool:
    return folded(word) == folded(other) or nearly_spelt(word, other)


def _stand_otherwise(before: list[list[int]], after: list[list[int]], one: int, two: int) -> bool:
    """Tell whether the places of two names fit only if they are taken for each other."""
    other = {one: two, two: one}
    straight = crossed = 0
    for own, theirs in zip(before, after, strict=True):
        mine, there = Counter(own), Counter(theirs)
        straight += sum(abs(mine[at] - there[at]) for at in other)
        crossed += sum(abs(mine[at] - there[other[at]]) for at in other)
    if crossed + _SURE <= straight:
        return True
    turned = (
        own != theirs and [other[at] for at in own] == theirs
        for own, theirs in zip(before, after, strict=True)
        if len(own) > 1
    )
    return straight == crossed and any(turned)
