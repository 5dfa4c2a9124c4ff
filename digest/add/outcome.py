"""What became of each thing that was handed over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class State(StrEnum):
    """What came of something."""

    ADDED = "added"
    UPDATED = "updated"
    KNOWN = "known"
    """It is there already, so nothing was written."""
    NOT_IN_FULL = "not in full"
    """Only a summary or an address of it was handed over, and nothing was fetched."""
    NOT_TAKEN = "not taken"
    LISTED = "listed"
    """A feed that a list names."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation that was found, and whose it is where that is sure."""

    text: str
    speaker: str | None
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one article, address or file."""

    state: State
    source: str
    """What the user named, or the address that it led to."""
    message: str = ""
    """Why, where it was not added."""
    is_news: bool = False
    """Whether it was not taken for a reason that no earlier run told."""
    differs: bool = False
    """Whether its outlet has changed it, and what is there stays, since an editor changed that, too."""
    path: str | None = None
    """Of the article's file, relative to the content folder."""
    article_id: str | None = None
    url: str | None = None
    id: str | None = None
    """What an agency or a feed calls it."""
    title: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    summary: str | None = None
    image: str | None = None
    credit: str | None = None
    translations: Mapping[str, str] = field(default_factory=dict)
    quotes: tuple[Said, ...] = ()
    fetched: str | None = None
    """When it came from its address; ISO 8601."""
    captured: str | None = None
    """When an archive took it; ISO 8601."""
    page: str | None = None
    """The page that a feed is of, where a list names it."""
    folders: tuple[tuple[str, ...], ...] = ()
    """The folders in which a list names a feed, each from the outermost to the innermost."""
    doubts: tuple[str, ...] = ()
    """What is missing or doubtful, each a sentence without its full stop."""
