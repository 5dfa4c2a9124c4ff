"""Lists of addresses: OPML, sitemaps, and news sitemaps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from digest.languages.dates import dated
from digest.receive.addresses import canonical
from digest.receive.markup import line_from_html, line_of, name_of
from digest.receive.records import Feed, Item, NotTaken, Received

NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
_FEEDS = frozenset({"", "rss", "atom", "feed", "rss1", "rss2", "link", "json"})
_SITEMAP_CODES = {"zh-cn": "zh-Hans", "zh-tw": "zh-Hant"}
"""Google's own spelling of two scripts."""


def opml(root: Any, base: str) -> Iterator[Item]:
    """Yield the feeds of an OPML list, each once with all its folders."""
    feeds: dict[str, Feed] = {}
    body = next((one for one in root if name_of(one) == "body"), root)
    waiting: list[tuple[Any, tuple[str, ...]]] = [(one, ()) for one in reversed(list(body))]
    while waiting:
        outline, folders = waiting.pop()
        if name_of(outline) != "outline":
            continue
        if _get(outline, "isComment").lower() == "true":
            yield from _commented(outline)
            continue
        address, kind = _get(outline, "xmlUrl"), _get(outline, "type").lower()
        title = _get(outline, "text") or _get(outline, "title")
        if kind == "include":
            yield NotTaken(
                _get(outline, "url") or title, "it names another list (include), which is not fetched"
            )
        elif address and kind not in _FEEDS:
            yield NotTaken(address, f"it is no feed (its type is “{_get(outline, 'type')}”)")
        elif address:
            _join(feeds, outline, folders, base)
        else:
            waiting += [(one, (*folders, title) if title else folders) for one in reversed(list(outline))]
    yield from feeds.values()


def _commented(outline: Any) -> Iterator[NotTaken]:
    for one in outline.iter():
        if _get(one, "xmlUrl"):
            yield NotTaken(_get(one, "xmlUrl"), "the list comments it out (isComment)")


def _join(feeds: dict[str, Feed], outline: Any, folders: tuple[str, ...], base: str) -> None:
    url = canonical(_get(outline, "xmlUrl"), base)
    if url is None:
        return
    known = feeds.get(url)
    named = [folders] if folders else []
    named += [
        tuple(part for part in path.split("/") if part) for path in _get(outline, "category").split(",")
    ]
    found = [*(known.folders if known else ()), *(one for one in named if one)]
    feeds[url] = Feed(
        url=url,
        name=(known and known.name) or _get(outline, "text") or _get(outline, "title") or None,
        page=(known and known.page) or canonical(_get(outline, "htmlUrl"), base),
        language=(known and known.language) or _get(outline, "language") or None,
        folders=tuple(dict.fromkeys(found)),
    )


def sitemap(root: Any, base: str) -> Iterator[Item]:
    """Yield the pages of a sitemap; of a news sitemap, those with a news entry."""
    urls = [one for one in root if name_of(one) == "url"]
    is_news = any(url.find(f"{NEWS}news") is not None for url in urls)
    for url in urls:
        address = canonical(_text(url, "loc") or "", base)
        if address is None:
            continue
        news = url.find(f"{NEWS}news")
        if is_news and news is None:
            yield NotTaken(address, "there is no news entry of it")
        else:
            yield _listed(url, address, news)


def sitemap_index(root: Any, base: str) -> Iterator[Item]:
    """Yield the sitemaps that an index names, the newest first."""
    maps = [one for one in root if name_of(one) == "sitemap"]
    for one in sorted(maps, key=lambda one: _text(one, "lastmod") or "", reverse=True):
        address = canonical(_text(one, "loc") or "", base)
        if address:
            yield Feed(url=address)


def _listed(url: Any, address: str, news: Any) -> Received:
    updated = dated(_text(url, "lastmod"))
    if news is None:
        return Received(url=address, updated=updated.iso)
    publication = news.find(f"{NEWS}publication")
    code = None if publication is None else line_of(publication.find(f"{NEWS}language"))
    published = dated(line_of(news.find(f"{NEWS}publication_date")), code)
    translations = {
        link.get("hreflang"): canonical(link.get("href") or "")
        for link in url
        if name_of(link) == "link" and link.get("hreflang") not in {None, "x-default", code}
    }
    image = url.find(f"{IMAGE}image/{IMAGE}loc")
    return Received(
        url=address,
        title=line_from_html(line_of(news.find(f"{NEWS}title")) or "") or None,
        language=_SITEMAP_CODES.get((code or "").lower(), code),
        published=published.iso,
        updated=updated.iso,
        image=canonical(line_of(image) or ""),
        outlet=None if publication is None else line_of(publication.find(f"{NEWS}name")),
        translations={str(into): other for into, other in translations.items() if other and other != address},
        doubts=tuple(one.doubt for one in (published, updated) if one.doubt),
    )


def _text(element: Any, name: str) -> str | None:
    return next((line_of(one) for one in element if name_of(one) == name), None)


def _get(outline: Any, name: str) -> str:
    """Return an attribute in whatever letter case it is written."""
    value = outline.get(name)
    if value is None:
        value = next((text for key, text in outline.items() if str(key).lower() == name.lower()), "")
    return " ".join(str(value).split())
