"""What came out of something handed over: articles, addresses that it lists, and what was not taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

BODY_HEADER = "Digest-Body"
"""The field of a WARC record by which our own evidence says which body it holds."""


class Body(StrEnum):
    """What the source of a text is."""

    PAGE = "page"
    """A whole web page, furniture and all: its article has to be found."""
    FRAGMENT = "fragment"
    """HTML of the article alone."""
    TEXT = "text"
    """Plain text of the article alone: a blank line between paragraphs."""
    PASTED = "pasted"
    """Plain text that somebody copied from somewhere, furniture and all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One article as it was handed over; what its source does not tell is None or empty."""

    source: bytes = b""
    """The bytes that hold its text; empty if there was no text, or only a summary of it."""
    body: Body = Body.PAGE
    charset: str | None = None
    """As HTTP told it; None: as the bytes themselves tell."""
    url: str | None = None
    """Canonical: see `digest.receive.addresses`."""
    id: str | None = None
    """What an agency or a feed calls it."""
    title: str | None = None
    listed: str | None = None
    """What a feed calls it whose page is here: the page's own headline is the one that was printed."""
    language: str | None = None
    """As declared; nobody checked that there is such a language."""
    authors: tuple[str, ...] = ()
    byline: str | None = None
    """A line that names the authors among other words."""
    dateline: str | None = None
    """Where it was written, as its first paragraph may say once more."""
    published: str | None = None
    """ISO 8601, with its own offset; without one where none was told."""
    updated: str | None = None
    captured: str | None = None
    """When an archive took it."""
    summary: str | None = None
    image: str | None = None
    credit: str | None = None
    outlet: str | None = None
    """Who published it, by the name that the source has."""
    translations: Mapping[str, str] = field(default_factory=dict)
    """Addresses of the same in other languages, as declared."""
    doubts: tuple[str, ...] = ()
    """What an editor should look at, each a sentence without its full stop."""
    former: tuple[Received, ...] = ()
    """Older versions that the same source holds."""

    @property
    def is_full(self) -> bool:
        """Tell whether the text is there, not only a summary of it."""
        return bool(self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed, or another list, that a list of sources names."""

    url: str
    name: str | None = None
    page: str | None = None
    language: str | None = None
    folders: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Something that was handed over and is no article, and why."""

    what: str
    why: str


Item = Received | Feed | NotTaken


class UnreadableError(Exception):
    """Nothing can be made of what was handed over; its text says why, and what would do."""
