"""Sitemaps: every indexed page, with the same page in other editions.

Only pages that exist are named, and each names exactly those that name it in return. Dates come
from the content, never from the clock.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

from digest.model import Moment, OutputFile, Page, Site
from digest.publish import addresses
from digest.publish.corrections import corrected_on

URLS = 50_000
"""A file's limit, by the sitemap protocol."""

BYTES = 50 * 1024 * 1024
"""A file's limit uncompressed, by the sitemap protocol."""

HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
OPEN = (
    HEAD + b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    b' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
CLOSE = b"</urlset>\n"
OPEN_INDEX = HEAD + b'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
CLOSE_INDEX = b"</sitemapindex>\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one file may hold."""

    urls: int = URLS
    size: int = BYTES
    """In bytes, uncompressed."""


@dataclass(frozen=True, slots=True)
class _Part:
    urls: list[bytes] = field(default_factory=list)

    @property
    def content(self) -> bytes:
        return OPEN + b"".join(self.urls) + CLOSE


def sitemap(
    pages: Iterable[Page],
    site_url: str,
    *,
    changed: Mapping[str, Moment] | None = None,
    limits: Limits | None = None,
) -> tuple[OutputFile, ...]:
    """Return `sitemap.xml`, its compressed twin, and the parts where one file cannot hold all.

    Args:
        pages: every page of the site; those that are not indexed are left out.
        site_url: absolute, with a final slash.
        changed: when the content of a page last changed, by path; see `changes`.
        limits: of one file; the protocol's by default.
    """
    indexed = sorted((page for page in pages if page.indexed and not page.robots), key=lambda page: page.path)
    by_path = {page.path: page for page in indexed}
    urls = (_url(page, by_path, site_url, (changed or {}).get(page.path)) for page in indexed)
    parts = [part.content for part in _parts(urls, limits or Limits())]
    if len(parts) == 1:
        return _with_twin("sitemap.xml", parts[0])
    numbered = [OutputFile(f"sitemap-{n}.xml", content) for n, content in enumerate(parts, start=1)]
    index = OPEN_INDEX + b"".join(_entry(part.path, site_url) for part in numbered) + CLOSE_INDEX
    return (*_with_twin("sitemap.xml", index), *numbered)


def changes(site: Site) -> dict[str, Moment]:
    """Return when the content of each story's and article's pages last changed, where it is known."""
    found = {}
    corrected = corrected_on(site)
    for language in site.settings.languages:
        for story in site.stories:
            dated = {
                article.id: corrected.get(article.id) or article.updated or article.moment
                for article in story.articles
            }
            moments = [moment for moment in dated.values() if moment]
            if moments:
                newest = max(moments, key=lambda moment: moment.sort_key)
                found[addresses.story(language, story.id)] = newest
            for article, moment in dated.items():
                if moment:
                    found[addresses.article(language, article)] = moment
    return found


def alternates(page: Page, by_path: Mapping[str, Page]) -> dict[str, str]:
    """Return the path of the page in each edition by hreflang, itself among them.

    A page that is not indexed, or that does not name this one in return, is left out. For
    everybody else (`x-default`) there is the page of languages beside front pages, else the first edition's.
    """
    is_root = page.kind == "languages"
    found = {
        language: path
        for language, path in page.alternates.items()
        if path in by_path and (is_root or page.path in by_path[path].alternates.values())
    }
    if not found or (len(found) == 1 and not is_root and page.path in found.values()):
        return {}
    has_root = page.kind in {"front", "languages"} and addresses.ROOT in by_path
    return {**found, "x-default": addresses.ROOT if has_root else next(iter(found.values()))}


def _url(page: Page, by_path: Mapping[str, Page], site_url: str, changed: Moment | None) -> bytes:
    lines = [f"<url>\n<loc>{_absolute(page.path, site_url)}</loc>"]
    if changed:
        lines.append(f"<lastmod>{changed.day.isoformat()}</lastmod>")
    lines += [
        f'<xhtml:link rel="alternate" hreflang="{escape(code)}" href="{_absolute(path, site_url)}"/>'
        for code, path in alternates(page, by_path).items()
    ]
    return "\n".join([*lines, "</url>\n"]).encode()


def _entry(path: str, site_url: str) -> bytes:
    return f"<sitemap>\n<loc>{_absolute(path, site_url)}</loc>\n</sitemap>\n".encode()


def _absolute(path: str, site_url: str) -> str:
    return escape(addresses.absolute(path, site_url=site_url))


def _parts(urls: Iterable[bytes], limits: Limits) -> Iterator[_Part]:
    part, size = _Part(), len(OPEN) + len(CLOSE)
    for url in urls:
        if part.urls and (len(part.urls) == limits.urls or size + len(url) > limits.size):
            yield part
            part, size = _Part(), len(OPEN) + len(CLOSE)
        part.urls.append(url)
        size += len(url)
    yield part


def _with_twin(path: str, content: bytes) -> tuple[OutputFile, OutputFile]:
    # The time in gzip's header would differ from build to build.
    return OutputFile(path, content), OutputFile(f"{path}.gz", gzip.compress(content, mtime=0))
