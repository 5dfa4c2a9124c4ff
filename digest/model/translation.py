"""Segments, their translations and who worded them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class SegmentKind(StrEnum):
    """What a segment is; the `msgctxt` of the memory."""

    TITLE = "title"
    EXCERPT = "excerpt"
    QUOTE = "quote"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Segment:
    """A text that needs translating, in one language."""

    kind: SegmentKind
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class SegmentUse:
    """Where a segment stands: `articles/slug.md#title`, and the month its article belongs to."""

    segment: Segment
    target: str
    place: str
    month: str
    """`yyyy-mm`, or `undated`."""


class Origin(StrEnum):
    """Who worded a translation."""

    OUTLET = "outlet"
    PERSON = "person"
    DESK = "desk"
    MACHINE = "machine"


class Notice(StrEnum):
    """What a reader must know of a translation before trusting it."""

    STALE = "stale"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """The program that made a machine translation."""

    name: str
    model: str
    version: str
    pivot: str | None = None
    """The language in between, where there was one."""
    options: str = ""
    """How it was run, where that is not the engine's own way: `beam=2`."""
    label: str = ""
    """What readers are shown for its name; empty: the name."""

    @property
    def steps(self) -> tuple[str, ...]:
        """Return each model with its version, in the order they were asked; two where there is a pivot."""
        models, versions = self.model.split("+"), self.version.split("+")
        if len(models) != len(versions):
            return (f"{self.model} {self.version}",)
        return tuple(f"{model} {version}" for model, version in zip(models, versions, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """A segment in another language, and who worded it."""

    segment: Segment
    language: str
    text: str
    origin: Origin
    by: str | None = None
    """The person or outlet by name."""
    url: str | None = None
    """The outlet's page."""
    engine: Engine | None = None
    reviewed: bool = False
    reviewed_by: str | None = None
    notices: tuple[Notice, ...] = ()
    doubt: str | None = None
    """What made machine output doubtful when it was written, besides what its words tell at any time."""

    @property
    def route(self) -> tuple[str, ...]:
        """Return the languages on the way, the first and the last included."""
        pivot = self.engine.pivot if self.engine else None
        return (self.segment.language, *([pivot] if pivot else []), self.language)


class Memory(Protocol):
    """The committed translations, read-only."""

    def find(self, segment: Segment, target: str) -> Translation | None:
        """Return the translation of `segment` into `target`, or None."""

    def mark(self, segment: Segment, target: str) -> bytes:
        """Return what tells whether `find` returns the same as in other builds; nothing where it is None."""
