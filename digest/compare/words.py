"""The first difference between what the content builds and what stands there, in words."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_LONGEST = 90
"""Characters of each side that a message shows."""
_BEFORE = 25
"""Characters before the first one that differs."""
_AHEAD = 400
"""Tokens within which it is looked for where both sides go on alike."""


def differing(built: Sequence[str], seen: Sequence[str]) -> str | None:
    """Return what differs first between two lists of tokens, None where nothing does."""
    at = _alike(built, seen)
    ours, theirs = built[at : at + _AHEAD], seen[at : at + _AHEAD]
    if not ours and not theirs:
        return None
    if not theirs:
        return f"does not show “{_cut(' '.join(ours))}”"
    if not ours:
        return f"shows “{_cut(' '.join(theirs))}”, which the content does not build"
    # Where one side goes on later as the other does now, what stands between is one side's alone.
    more = theirs.index(ours[0]) if ours[0] in theirs else _AHEAD
    less = ours.index(theirs[0]) if theirs[0] in ours else _AHEAD
    if more < less:
        return f"shows “{_cut(' '.join(theirs[:more]))}”, which the content does not build"
    if less < more:
        return f"does not show “{_cut(' '.join(ours[:less]))}”"
    start = max(0, _alike(ours[0], theirs[0]) - _BEFORE)
    return f"shows “{_cut(theirs[0], start)}” where the content builds “{_cut(ours[0], start)}”"


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how long two texts or lists are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _cut(text: str, start: int = 0) -> str:
    end = start + _LONGEST
    before, after = "…" if start else "", "…" if len(text) > end else ""
    return before + "".join(map(_visible, text[start:end])) + after


def _visible(char: str) -> str:
    r"""Return a character as somebody sees it, also one that nobody does.

    >>> _visible("a"), _visible("\u200b"), _visible("\u00a0")
    ('a', '[U+200B]', '[U+00A0]')
    """
    hidden = unicodedata.category(char)[0] in "CZ" and char != " "
    return f"[U+{ord(char):04X}]" if hidden else char
