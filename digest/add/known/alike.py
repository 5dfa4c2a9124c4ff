"""Texts that are nearly the same: of one outlet, the same article; of another, a reprint."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from digest.add.known.entries import Entry, Known
from digest.add.known.sketches import Sketches
from digest.group.minhash import Sketch, sketch

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
        known: The articles.
        text_of: Gives the text of one; empty if it cannot be read.
    """

    def __init__(self, known: Known, text_of: Callable[[Entry], str]) -> None:
        self._known = known
        self._text_of = text_of
        self._sketches = Sketches()
        self._entries: list[Entry] = []
        """By the number of their sketch, also of texts that were replaced since."""
        self._number: dict[str, int] = {}
        """Of the sketch that is an article's now, by its path."""
        self._days: set[str] = set()
        """Those whose articles were all taken in."""
        self._last: tuple[str, Sketch] | None = None

    def note(self, entry: Entry, text: str) -> None:
        """Take in what an article holds from now on, so that its file need not be read."""
        number = self._number[entry.path] = self._sketches.add(self._sketch(text))
        if number >= 0:
            self._entries.append(entry)

    def _sketch(self, text: str) -> Sketch:
        # What was just compared is what is taken in next.
        if self._last is None or self._last[0] != text:
            self._last = text, sketch(text)
        return self._last[1]

    def nearest(self, text: str, when: str | None) -> Alike | None:
        """Return the article whose text is most like this one, where it is alike enough to be a reprint.

        Args:
            text: Of a new article.
            when: Its moment (ISO 8601): only what was published within few days is looked at.
        """
        days = self._known.days_near(when)
        for day in sorted(days - self._days):
            for entry in self._known.of_day(day):
                if entry.path not in self._number:
                    self.note(entry, self._text_of(entry))
        self._days |= days
        for number, share in self._sketches.like(self._sketch(text), REPRINT):
            entry = self._entries[number]
            if self._number[entry.path] == number and entry.day in days:
                same = set(_NUMBER.findall(text)) == set(_NUMBER.findall(self._text_of(entry)))
                return Alike(entry, share, same)
        return None
