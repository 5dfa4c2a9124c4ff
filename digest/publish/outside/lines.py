"""Ways from one address to another as lines of a file that a host reads, for as many as it reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

from digest.model import HOSTS, Settings
from digest.publish.addresses import OF_STORIES
from digest.publish.outside.hosts import REDIRECTS
from digest.whole import read_whole, resolved


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """From where to where an address leads."""

    path: str
    target: str
    fragment: str = ""
    title: str
    lang: str
    """Of the title, as the attribute has it."""
    direction: str
    is_article: bool = False
    """Whether an article had its page there."""
    fragments: Mapping[str, str] = field(default_factory=dict)
    """Links for fragments that lead elsewhere than the others."""


class Lines:
    """The lines of `_redirects`, the owner's own first, until the host would read no more.

    Where articles are parts of their stories, a line with a pattern leads from all pages that they had: every
    article's id is an address of its story, too. It comes last, as hosts take the first line that fits.
    """

    def __init__(self, settings: Settings) -> None:
        host = HOSTS.get(settings.host)
        # A guest's site has a file of its owner's, or none; no host reads one in a folder.
        self._limit = host.redirects if host and not settings.is_guest else 0
        self._bytes = host.redirects_bytes if host and host.redirects_bytes else 10**6
        self._base = urlsplit(settings.site_url).path.rstrip("/")
        own = settings.pages_dir / REDIRECTS if settings.pages_dir else None
        text = _own(own) if self._limit and own is not None else ""
        self._taken = [f"{line}\n" for line in text.splitlines()]
        self._patterns: list[str] = []
        self._has_fragments = host is not None and host.has_fragments
        if self._limit and not settings.article_pages:
            self._patterns = [self._pattern(language) for language in settings.languages]
        if self._limit and host and host.files_first and settings.archive_sites:
            self._patterns += _to_earlier(settings, self._base)
        self._size = len(text.encode("utf-8", "surrogateescape")) + 1 + sum(map(len, self._patterns))

    @property
    def written(self) -> str:
        """Return the file, nothing where it would have no line."""
        return "".join((*self._taken, *self._patterns))

    def take(self, way: Way) -> bool:
        """Tell whether a line is enough: a browser keeps the fragment, and no fragment needs another page."""
        if way.fragments or not self._may_have(way):
            return False
        fragment = f"#{quote(way.fragment)}" if way.fragment else ""
        line = f"{self._base}/{quote(way.path)} {self._base}/{quote(way.target)}{fragment} 301\n"
        lines = len(self._taken) + len(self._patterns)
        if lines >= self._limit or self._size + len(line) > self._bytes:
            return False
        self._taken.append(line)
        self._size += len(line)
        return True

    def _may_have(self, way: Way) -> bool:
        # A pattern goes before a page, on hosts that follow every line: what it would hide is a line, too.
        if self._patterns and self._has_fragments and way.is_article:
            return True
        return not way.fragment and not way.target.endswith("/corrections/")

    def _pattern(self, language: str) -> str:
        fragment = "#article-:outlet/:slug" if self._has_fragments else ""
        return (
            f"{self._base}/{language}/article/:outlet/:slug/ "
            f"{self._base}/{language}/story/:outlet/:slug/{fragment} 301\n"
        )


def _own(file: Path) -> str:
    """Return the owner's lines; none where a link leads out of the pages, or nobody can read them."""
    folder, target = resolved(file.parent), resolved(file)
    if folder is None or target is None or not target.is_relative_to(folder):
        return ""
    try:
        return read_whole(file).decode("utf-8", "surrogateescape")
    except OSError:
        return ""


def _to_earlier(settings: Settings, base: str) -> Iterator[str]:
    """Yield lines that lead from what is not here to the newest of older sites, where files go first."""
    url = next((url for _, url in settings.older_sites), "")
    # A story's name by an article that never had a page is known to the page for missing addresses alone.
    kinds = [one for one in OF_STORIES if settings.article_pages or one not in {"story", "article"}]
    for language in settings.languages if url else ():
        yield from (f"{base}/{language}/{kind}/* {url}{language}/{kind}/:splat 301\n" for kind in kinds)
