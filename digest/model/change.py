"""Changes of meaning between two wordings of one statement: guessed, and confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from digest.model.ids import QuoteId


class ChangeKind(StrEnum):
    """What of a meaning two wordings may have differently."""

    NEGATION = "negation"
    NUMBER = "number"
    NAME = "name"
    MODALITY = "modality"
    WORD = "word"
    """Another word in the place of one, where all else is the same; or two sides that changed places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A machine's guess that two wordings of one statement do not mean the same.

    Editors see it in `digest check`; readers only once an editor confirmed it in `stories.yml`.
    """

    kind: ChangeKind
    first: QuoteId
    second: QuoteId
    told: str = ""
    """What one of them has and the other has not, as printed."""
    confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmedChange:
    """An entry of `stories.yml`: an editor read both wordings and found this change."""

    kind: ChangeKind | None
    """None: they mean the same, and no guess about them is worth another look."""
    parts: bool = False
    """Whether they are of two statements, whatever a machine finds."""
    wordings: frozenset[QuoteId]
    """Two."""
    line: int
