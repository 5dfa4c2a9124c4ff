"""A saved page → its article: paragraphs and headings, and what the page tells of itself (trafilatura).

Offline and the same on every day: nothing is fetched, and no date is judged by today's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from digest.languages.visible import clean, shows
from digest.model import Moment
from digest.read.blocks import Passage, passages_from_tree
from digest.read.hidden import without_hidden
from digest.read.kinds import is_url, language_code, moment_from_text
from digest.read.report import Report

_HEADINGS = frozenset({"head"})
_NO_TEXT = "no article text was found in this page; paste the text into a “.txt” file instead"
_DATE_METAS = (
    "article:published_time",
    "og:article:published_time",
    "datePublished",
    "date",
    "dc.date",
    "DC.date.issued",
)
# htmldate refuses dates after `max_date`; its default is the builder's day.
_DATES = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1800-01-01",
    "max_date": "2999-12-31",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """What a saved page holds."""

    passages: list[Passage]
    title: str | None = None
    language: str | None = None
    published: Moment | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None


def read_page(source: str, report: Report, *, language: str | None = None) -> PageReading:
    """Return what the page `source` holds; without passages if no article text was found (then noted).

    Args:
        source: The page's HTML.
        report: Takes the problems, and knows the site's time zone.
        language: The article's language where an editor gave it.
    """
    from trafilatura import bare_extraction, load_html  # noqa: PLC0415 - takes a second to load

    tree = load_html(source)
    found: Any = tree is not None and bare_extraction(
        without_hidden(deepcopy(tree)), with_metadata=True, include_comments=False, include_tables=False,
        include_formatting=True, date_extraction_params=dict(_DATES),
    )  # fmt: skip
    if not found or found.body is None:
        report.error(1, _NO_TEXT)
        return PageReading(passages=[])
    language = language or _language(tree)
    passages = passages_from_tree(found.body, language=language or "en", headings=_HEADINGS)
    if not passages:
        report.error(1, _NO_TEXT)
    url = found.url if found.url and is_url(found.url) else None
    return PageReading(
        passages=passages,
        title=_line(found.title),
        language=language,
        published=_published(tree, report) or moment_from_text(found.date or "", report),
        authors=tuple(name for part in (found.author or "").split(";") if (name := _line(part))),
        url=url,
    )


def _line(text: str | None) -> str | None:
    line = " ".join(clean(text or "").split())
    return line if shows(line) else None


def _language(tree: Any) -> str | None:
    declared = [
        *tree.xpath("/html/@lang"),
        *tree.xpath("//meta[@property='og:locale']/@content"),
        *tree.xpath("//meta[translate(@http-equiv, 'CL', 'cl')='content-language']/@content"),
    ]
    codes = (language_code(str(text).strip().replace("_", "-")) for text in declared)
    return next((code for code in codes if code), None)


def _published(tree: Any, report: Report) -> Moment | None:
    """Return the instant that the page's own metadata give: trafilatura keeps the day only."""
    for text in (*_metas(tree), *_linked_data(tree)):
        moment = moment_from_text(text.strip(), report)
        if moment:
            return moment
    return None


def _metas(tree: Any) -> Iterator[str]:
    for name in _DATE_METAS:
        yield from tree.xpath("//meta[@property=$name or @name=$name or @itemprop=$name]/@content", name=name)


def _linked_data(tree: Any) -> Iterator[str]:
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = json.loads(script)
        except (ValueError, RecursionError):
            continue
        yield from _dates(data, depth=0)


def _dates(data: Any, *, depth: int) -> Iterator[str]:
    if isinstance(data, dict):
        if isinstance(data.get("datePublished"), str):
            yield data["datePublished"]
        data = list(data.values())
    if isinstance(data, list) and depth < 8:
        for item in data:
            yield from _dates(item, depth=depth + 1)
