"""Where a saved page comes from: its own address, and that of the archive it was taken from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from digest.read.keys import is_url
from digest.read.page.told.linked_data import LinkedData
from digest.read.page.told.metas import Metas

_SAVED_FROM = re.compile(r"saved from url=\(\d{1,5}\)(\S+)|\n[ \t]*url:[ \t]*(\S+)")
_ARCHIVES = re.compile(
    r"https?://(?:web\.archive\.org/web|web-beta\.archive\.org/web|archive\.(?:ph|today|is|li|vn|md|fo)|arquivo\.pt/(?:noFrame/)?(?:wayback|replay)"
    r"|(?:www\.)?webarchive\.org\.uk/wayback/archive|webarchive\.nationalarchives\.gov\.uk|wayback\.archive-it\.org/\d+"
    r"|vefsafn\.is/is|webarchive\.loc\.gov/all|perma-archives\.org/warc)/(\d{4,14})(?:[a-z]{2}_)?/(.+)",
    re.IGNORECASE,
)
_AMP_CACHE = re.compile(r"https?://[^/]+\.cdn\.ampproject\.org/[a-z]{1,2}/(s/)?(.+)", re.IGNORECASE)
_GOOGLE_AMP = re.compile(r"https?://(?:www\.)?google\.[a-z.]+/amp/(s/)?(.+)", re.IGNORECASE)
_ONE_SLASH = re.compile(r"^(https?):/+(?=[^/])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """The page's own address and, if it came from a web archive, its address there."""

    url: str | None = None
    archive_url: str | None = None


def address_of(tree: Any, metas: Metas, data: LinkedData, comments: str) -> Address:
    """Return where a page comes from.

    Args:
        tree: The page's.
        metas: What its `<meta>` elements say.
        data: What it says in JSON-LD.
        comments: The beginning of its source, where browsers write what they saved.
    """
    saved = [one for match in _SAVED_FROM.finditer(comments) for one in match.groups() if one]
    bases = [(element.get("href") or "").strip() for element in tree.iter("base")]
    base = next((one for one in (*bases, *saved) if is_url(one)), None)
    archive_url: str | None = None
    found: list[str] = []
    for candidate in (*_declared(tree, metas, data), *saved):
        url, archived = _own(urljoin(base, candidate) if base else candidate)
        archive_url = archive_url or archived
        if url and is_url(url):
            found.append(url)
    return Address(_best(found), archive_url if archive_url and is_url(archive_url) else None)


def _declared(tree: Any, metas: Metas, data: LinkedData) -> Iterator[str]:
    for link in tree.iter("link"):
        if (link.get("rel") or "").strip().lower() == "canonical":
            yield (link.get("href") or "").strip()
    for link in tree.iter("a"):
        if "reader-domain" in (link.get("class") or "").split():  # the reading view of Firefox
            yield link.get("href") or ""
    yield from (text.strip() for text in metas.get("og:url", ()))
    for key in ("url", "mainEntityOfPage", "@id"):
        value = data.article.get(key)
        value = value.get("@id") or value.get("url") if isinstance(value, dict) else value
        if isinstance(value, str):
            yield value


def _best(found: list[str]) -> str | None:
    """Return the first address, a home page's only if there is no other: some declare it on every page."""
    return next(
        (url for url in found if urlsplit(url).path not in {"", "/"} or urlsplit(url).query),
        next(iter(found), None),
    )


def _own(url: str) -> tuple[str, str | None]:
    """Return the address of a page in an archive or cache as the outlet gave it, and the archive's."""
    archived = _ARCHIVES.fullmatch(url)
    if archived:
        own = archived[2] if re.match(r"https?[:%]", archived[2], re.IGNORECASE) else f"http://{archived[2]}"
        own = unquote(own) if own.lower().startswith(("http%3a", "https%3a")) else own
        own = _ONE_SLASH.sub(r"\1://", own)
        return own, url[: archived.start(2)] + own
    for cache in (_AMP_CACHE, _GOOGLE_AMP):
        cached = cache.fullmatch(url)
        if cached:
            return f"{'https' if cached[1] else 'http'}://{cached[2]}", None
    return url, None
