"""Long lists cut into pages that stay where they are.

A list has the newest first, at its own address. Older parts are numbered from the oldest: page 1 holds the
first thirty things that ever stood in the list, and does so for as long as nothing is added among them. The
page at the list's own address always has the newest thirty, so it shares some with the numbered page below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

SHEET = 30
"""Things on one page."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """One page of a list."""

    items: tuple[T, ...]
    """The newest first."""
    number: int | None
    """None: the newest, at the address of the list."""
    last: int
    """The highest number there is; 0 where all stands on one page."""

    @property
    def newer(self) -> int | None:
        """Return the number of the page with what is newer; None: the one at the list's own address."""
        return self.number + 1 if self.number and self.number < self.last else None

    @property
    def older(self) -> int | None:
        """Return the number of the page with what is older, None where there is nothing older."""
        below = self.last if self.number is None else self.number - 1
        return below or None


def cut(items: Sequence[T], size: int = SHEET) -> tuple[Sheet[T], ...]:
    """Return the pages of a list that has the newest first: the newest page, then down to number 1.

    >>> [(sheet.number, sheet.items) for sheet in cut("gfedcba", 3)]
    [(None, ('g', 'f', 'e')), (2, ('f', 'e', 'd')), (1, ('c', 'b', 'a'))]
    """
    last = max(0, -(-(len(items) - size) // size))
    numbered = (
        Sheet(tuple(items[len(items) - number * size : len(items) - (number - 1) * size]), number, last)
        for number in range(last, 0, -1)
    )
    return (Sheet(tuple(items[:size]), None, last), *numbered)


def sheet_of(place: int, total: int, size: int = SHEET) -> int | None:
    """Return the number of the page that has a thing, by its place from the newest (0); None: the newest.

    >>> [sheet_of(place, 7, 3) for place in range(7)]
    [None, None, None, 2, 1, 1, 1]
    """
    return None if place < size else (total - 1 - place) // size + 1
