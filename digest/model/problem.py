"""What is wrong with the content, and what was left out of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A passage of a source that was recognised as page furniture and left out."""

    path: str
    line: int
    text: str
    reason: str


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"
    """Fails nothing, not even where warnings do."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong with the content: what is wrong, and what right looks like."""

    path: str
    line: int | None
    severity: Severity
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line or 1}: {self.message}"
