"""A line of a text, and one that was cut."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line, without white space around; `number` is of the file."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A passage that was recognised as page furniture."""

    line: int
    text: str
    reason: str
