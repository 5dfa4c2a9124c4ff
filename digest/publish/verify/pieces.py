"""A finished page cut into its cards, so that a card that many pages show is read and compared once.

A card is a `figure` with its statement's id on it. Whatever is marked and stands in no such element, or does
not close, makes the page one that is read as a whole: this is a short way for pages as our templates write
them, never another opinion.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_OPENS, _CLOSES = b"<figure", b"</figure>"
_STATEMENT = b" data-statement="
_MARKS = (b"data-article", b"data-statement", b"data-wording")
_SPEAKER = b"data-speaker"
_UP = re.compile(rb'="(?:\.\./)+')
"""How links begin that lead out of folders."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """A page in pieces."""

    cards: tuple[bytes, ...]
    """Elements with a statement each, the same wherever they stand: their links do not climb."""
    rest: bytes
    """The page without them, where that names who all of its statements are of; else nothing."""


def pieces(page: bytes) -> Pieces | None:
    """Return the pieces of a page, None where it has to be read as a whole."""
    first, *others = page.split(_OPENS)
    if not others:
        return _parted((), page)
    cards, rest = [], [first]
    for other in others:
        end = other.find(_CLOSES)
        if end < 0:
            return None
        if _STATEMENT in other[: other.find(b">")]:
            cards.append(_lowered(_OPENS + other[:end] + _CLOSES))
            rest.append(other[end + len(_CLOSES) :])
        else:
            rest.append(_OPENS + other)
    return _parted(tuple(dict.fromkeys(cards)), b"".join(rest))


def _parted(cards: tuple[bytes, ...], around: bytes) -> Pieces | None:
    lower = around.lower()
    if any(mark in lower for mark in _MARKS):
        return None
    return Pieces(cards, around if _SPEAKER in lower else b"")


def _lowered(card: bytes) -> bytes:
    """Return a card with links that begin in the page's own folder: only where they end is compared."""
    return _UP.sub(b'="', card)
