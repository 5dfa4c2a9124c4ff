"""Quotation marks of a language, and which of them may open or close where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from digest import languages
from digest.model import Span

APOSTROPHES = "’'"
SINGLE = frozenset("‘’‚‛'‹›")
STRAIGHT = frozenset({'"', "'", "''", "``", "＂"})
ENGLISH_OPENING = frozenset("“„")
_AFTER_CLOSING = frozenset(").,;:!?]")
_BEFORE_OPENING = frozenset("([{-–—―:/¿¡…")


@dataclass(frozen=True, slots=True)
class Table:
    """The marks of a language: which may close which."""

    mark: re.Pattern[str]
    closers: Mapping[str, frozenset[str]]
    closing: frozenset[str]
    spaced: bool
    """Whether white space or punctuation stands outside a pair of marks."""
    inside_words: frozenset[str]
    """Marks that are no quotation marks between two letters."""

    def certain_opening(self, mark: str) -> bool:
        """Tell whether a mark never closes."""
        return mark in self.closers and mark not in self.closing

    def certain_closing(self, mark: str) -> bool:
        """Tell whether a mark never opens."""
        return mark in self.closing and mark not in self.closers


@cache
def table_of(code: str) -> Table:
    """Return the marks of a language."""
    row = languages.row(code)
    closers: dict[str, set[str]] = {}
    for opening, closing in (*row.marks, *row.inner_marks):
        closers.setdefault(opening, set()).add(closing)
    closing_marks = frozenset(mark for marks in closers.values() for mark in marks)
    ordered = sorted({*closers, *closing_marks}, key=lambda mark: (-len(mark), mark))
    return Table(
        mark=re.compile("|".join(map(re.escape, ordered))),
        closers={mark: frozenset(marks) for mark, marks in closers.items()},
        closing=closing_marks,
        spaced=row.spaced and not row.subject_marks,
        inside_words=frozenset((*APOSTROPHES, *row.word_marks)),
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark where it stands, and which way it may turn there."""

    text: str
    start: int
    end: int
    opens: bool
    closes: bool


def marks_of(text: str, block: Span, table: Table) -> Iterator[Mark]:
    """Yield the marks of a paragraph, apostrophes left out."""
    for match in table.mark.finditer(text, block.start, block.end):
        mark, start, end = match.group(), match.start(), match.end()
        before = text[start - 1] if start > block.start else " "
        after = text[end] if end < block.end else " "
        if mark in table.inside_words and before.isalnum() and after.isalnum():
            continue
        opens = mark in table.closers and _may_open(mark, before, after, table)
        closes = mark in table.closing and _may_close(mark, before, after, table)
        yield Mark(mark, start, end, opens, closes)


def _may_open(mark: str, before: str, after: str, table: Table) -> bool:
    if not table.spaced:
        return True
    if mark in ENGLISH_OPENING and after in _AFTER_CLOSING:
        return False  # mistyped: (“k—“)
    if mark in SINGLE and (before.isalnum() or not (after.isalnum() or after in "¿¡")):
        return False
    if table.certain_opening(mark):
        return True
    free = before.isspace() or before in _BEFORE_OPENING or bool(table.mark.fullmatch(before))
    return free and not (mark in STRAIGHT and after.isspace())


def _may_close(mark: str, before: str, after: str, table: Table) -> bool:
    if not table.spaced or table.certain_closing(mark):
        return mark not in SINGLE or not after.isalnum()
    return not after.isalnum() and not (mark in STRAIGHT and before.isspace())
