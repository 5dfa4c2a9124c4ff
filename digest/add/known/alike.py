"""Texts that are nearly the same: of one outlet, the same article; of another, a reprint."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from digest.add.known.entries import Entry
from digest.group.minhash import Sketch, most_like, sketch

AGAIN = 0.7
"""The share of shingles that make a text of the same outlet the same article."""
REPRINT = 0.6
"""The same for one of another outlet: who reprints cuts, and writes a headline and a line of its own."""
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Alike:
    """An article whose text is nearly that of another."""

    entry: Entry
    share: float
    same_numbers: bool
    """Whether both texts hold the same numbers: two days' rates of exchange differ by nothing else."""


class Texts:
    """The texts of a site's articles, by the day they were published.

    Args:
        text_of: Gives the text of an article; empty if it cannot be read.
    """

    def __init__(self, text_of: Callable[[Entry], str]) -> None:
        self._text_of = text_of
        self._sketches: dict[str, Sketch] = {}

    def note(self, path: str, text: str) -> None:
        """Take in what an article holds from now on, so that its file need not be read."""
        self._sketches[path] = sketch(text)

    def _sketch(self, entry: Entry) -> Sketch:
        if entry.path not in self._sketches:
            self._sketches[entry.path] = sketch(self._text_of(entry))
        return self._sketches[entry.path]

    def nearest(self, text: str, entries: list[Entry]) -> Alike | None:
        """Return the article whose text is most like this one, where it is alike enough to be a reprint."""
        sketches = [self._sketch(entry) for entry in entries]
        place, share = most_like(sketch(text), sketches)
        if place < 0 or share < REPRINT:
            return None
        entry = entries[place]
        same = set(_NUMBER.findall(text)) == set(_NUMBER.findall(self._text_of(entry)))
        return Alike(entry, share, same)
