"""When a page's text was published and changed: what its own data say, in the forms that real pages use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

from digest.model import Moment
from digest.read.keys import moment_from_text
from digest.read.page.linked_data import LinkedData
from digest.read.page.metas import Metas, contents
from digest.read.report import Report

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time",
    "article:published", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued",
    "sailthru.date", "parsely-pub-date", "publish-date", "publication_date", "publishdate", "pubdate",
    "created", "cxenseparse:recs:publishtime",
)  # fmt: skip
_UPDATED = (
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
)
_MAIN = "(//article//time | //main//time | //header//time | //*[@itemprop='datePublished'])"
_EXTRA_DIGITS = re.compile(r"(\.\d{6})\d+")
_LONE_HOUR = re.compile(r"([+-]\d\d):?(\d\d)?$")
_COMPACT = re.compile(r"(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)(?:[T ]?(\d\d):?(\d\d):?(\d\d)?)?$")
_SLASHES = re.compile(r"^(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
# htmldate refuses dates after `max_date`; its default is the builder's day.
_GUESSES: Any = {
    "original_date": False,
    "extensive_search": False,
    "min_date": "1800-01-01",
    "max_date": "2999-12-31",
}


@dataclass(frozen=True, slots=True)
class Dates:
    """What a page says of when its text appeared."""

    published: Moment | None = None
    updated: Moment | None = None


def dates_of(tree: Any, metas: Metas, data: LinkedData, report: Report) -> Dates:
    """Return when the text was published, and last changed if that was later.

    Args:
        tree: The page's, without the boxes of other texts: their dates are not its own.
        metas: What the page's `<meta>` elements say.
        data: What the page says in JSON-LD.
        report: Knows the site's time zone.
    """
    published = _first(_published(tree, metas, data), report) or _guessed(tree, report)
    updated = _first(_updated(metas, data), report)
    later = updated and published and updated.sort_key > published.sort_key
    return Dates(published, updated if later else None)


def _first(texts: Iterable[str], report: Report) -> Moment | None:
    return next((moment for text in texts if (moment := moment_from_page(text, report))), None)


def _published(tree: Any, metas: Metas, data: LinkedData) -> Iterator[str]:
    yield from contents(metas, _PUBLISHED[:5])
    yield from _strings(data.first("datePublished"))
    yield from contents(metas, _PUBLISHED[5:])
    yield from _strings(data.first("dateCreated"))
    for time in tree.xpath("//*[@itemprop='datePublished' or @pubdate]"):
        yield time.get("datetime") or time.get("content") or ""
    for time in tree.xpath(_MAIN):
        yield time.get("datetime") or ""


def _updated(metas: Metas, data: LinkedData) -> Iterator[str]:
    yield from contents(metas, _UPDATED)
    yield from _strings(data.first("dateModified"))


def _strings(value: Any) -> list[str]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]


def _guessed(tree: Any, report: Report) -> Moment | None:
    from htmldate import find_date  # noqa: PLC0415 - takes a while to load, and most pages tell

    try:
        found = find_date(tree, **_GUESSES)
    except (ValueError, TypeError, RecursionError):
        return None
    return moment_from_text(found or "", report)


def moment_from_page(text: str, report: Report) -> Moment | None:
    """Return the moment that a page's data give, or None.

    Fractions of any length, zones without a colon, and dates as in mail are read; what is ambiguous is not.
    """
    text = " ".join(text.split())
    if not text:
        return None
    text = _EXTRA_DIGITS.sub(r"\1", text)
    slashed = _SLASHES.match(text)
    if slashed:
        text = f"{slashed[1]}-{int(slashed[2]):02}-{int(slashed[3]):02}{text[slashed.end() :]}"
    moment = moment_from_text(text, report)
    if moment:
        return moment
    compact = _COMPACT.fullmatch(text)
    if compact:
        day = "-".join(compact.group(1, 2, 3))
        time = f"T{compact[4]}:{compact[5]}:{compact[6] or '00'}" if compact[4] else ""
        return moment_from_text(day + time, report)
    try:
        return moment_from_text(parsedate_to_datetime(text).isoformat(), report)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
