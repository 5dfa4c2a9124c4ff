"""When a page's text was published and changed: what its own data say, in the forms that real pages use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from digest.languages.dates import dated
from digest.languages.numbers import is_date
from digest.model import Moment
from digest.read.furniture import furniture, side_by_side, stands_with_name
from digest.read.keys import moment_from_text
from digest.read.page.told.below import lines_above_headline, lines_below_headline
from digest.read.page.told.linked_data import LinkedData
from digest.read.page.told.metas import Metas, contents
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
_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?![\d/.-])")
_CALLED = re.compile(
    r"(?<![^\W_])(?:pub)?(?:date|datum|fecha|data|published|posted|time|timestamp)(?![^\W_])", re.IGNORECASE
)
_TOLD = ("datetime", "title", "content", "data-datetime", "data-date-time", "data-time")
_LABEL = re.compile(r"\s+[^\W\d]{1,12}\s?[:：](?=\D+$).*")
"""A label behind a day, and what it tells: “来源：…”, “Source: …”."""
_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LONGEST = 60
"""Characters of a date with its weekday, time and zone; a longer text tells more than when."""
# htmldate refuses dates after `max_date`; its default is the builder's day.
_GUESSES: Any = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1800-01-01",
    "max_date": "2999-12-31",
}


@dataclass(frozen=True, slots=True)
class Dates:
    """What a page says of when its text appeared."""

    published: Moment | None = None
    updated: Moment | None = None
    written: tuple[str, ...] = ()
    """Moments that it tells in words, in ISO 8601: the day of its outlet is in the offset."""


def dates_of(tree: Any, metas: Metas, data: LinkedData, report: Report, *, language: str = "en") -> Dates:
    """Return when the text was published, and last changed if that was later.

    Args:
        tree: The page's, without the boxes of other texts: their dates are not its own.
        metas: What the page's `<meta>` elements say.
        data: What the page says in JSON-LD.
        report: Knows the site's time zone.
        language: The page's, in whose words and order of day and month dates are read.
    """
    written: list[str] = []
    read = partial(_moment, report=report, language=language, written=written)
    told: list[str] = []
    published = _first(_noted(_published(tree, metas, data, language), told), read)
    published = published or _above(tree, language, read) or _guessed(tree, told, read)
    if published and published.instant is None:
        published = _with_time(published, tree, read)
    updated = _first(_updated(tree, metas, data), read)
    later = updated and published and updated.sort_key > published.sort_key
    return Dates(published, updated if later else None, tuple(written))


def _with_time(day: Moment, tree: Any, read: Callable[[str], Moment | None]) -> Moment:
    """Return a day with its time, where that stands beside it: “3 March”, “Posted 3 March, 9:40”."""
    around = (*lines_below_headline(tree), *lines_above_headline(tree))
    exact = [value for one, _ in around for value in map(one.get, _TOLD) if value and _ISO.match(value)]
    texts = (text for _, line in around for text in (line, *side_by_side(line)))
    told = (read(text) for text in (*exact, *_formatted(tree, "published"), *texts))
    return next((one for one in told if one and one.instant and one.day == day.day), day)


def _above(tree: Any, language: str, read: Callable[[str], Moment | None]) -> Moment | None:
    """Return the moment above the headline, if only one is told there."""
    told = list(filter(None, map(read, _dates_in(lines_above_headline(tree), language))))
    timed = [one for one in told if one.instant] or told
    return (
        timed[0]
        if len({one.sort_key for one in timed}) == 1 and len({one.day for one in told}) == 1
        else None
    )


def _noted(texts: Iterable[str], told: list[str]) -> Iterator[str]:
    """Yield texts, and add each to `told` as it is asked for."""
    for text in texts:
        told.append(text)
        yield text


def _first(texts: Iterable[str], read: Callable[[str], Moment | None]) -> Moment | None:
    return next(filter(None, map(read, texts)), None)


def _published(tree: Any, metas: Metas, data: LinkedData, language: str) -> Iterator[str]:
    yield from contents(metas, _PUBLISHED[:5])
    yield from _strings(data.first("datePublished"))
    yield from contents(metas, _PUBLISHED[5:])
    yield from _strings(data.first("dateCreated"))
    for time in tree.xpath("//*[@itemprop='datePublished' or @pubdate]"):
        yield time.get("datetime") or time.get("content") or ""
    for time in tree.xpath(_MAIN):
        yield time.get("datetime") or _short(time)
    yield from _dates_in(lines_below_headline(tree), language)
    yield from _formatted(tree, "published")


def _formatted(tree: Any, name: str) -> list[str]:
    """Return what a page gives by the microformat of entries, unless it gives several: they are of others."""
    found = [
        value
        for one in tree.iter("time", "abbr", "span")
        if not {name, f"dt-{name}"}.isdisjoint((one.get("class") or "").split())
        if (value := one.get("datetime") or one.get("title") or "")
    ]
    return found[:1] if len(set(found)) == 1 else []


def _dates_in(lines: Iterable[tuple[Any, str]], language: str) -> Iterator[str]:
    """Yield dates around a headline: what the page calls so, and short lines that are no more."""
    known = furniture(language)
    for element, line in lines:
        exact = [value for value in map(element.get, _TOLD) if value and _ISO.match(value)]
        yield from exact
        if exact:
            continue  # its words are the same without their zone
        called = bool(_CALLED.search(element.get("class") or "")) and len(line) <= _LONGEST
        for text in dict.fromkeys((line, *side_by_side(line), _LABEL.sub("", line))):
            small = f"{text[:1].lower()}{text[1:]}"
            if len(text) <= _LONGEST and (
                called
                or known.stamps.fullmatch(text)
                or is_date(small, language)
                or stands_with_name(text, known)
            ):
                yield text


def _updated(tree: Any, metas: Metas, data: LinkedData) -> Iterator[str]:
    yield from contents(metas, _UPDATED)
    yield from _strings(data.first("dateModified"))
    yield from _formatted(tree, "updated")


def _short(element: Any) -> str:
    """Return the text of an element that can be a date and no more."""
    text = " ".join("".join(element.itertext()).split())
    return text if len(text) <= _LONGEST else ""


def _strings(value: Any) -> list[str]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]


def _guessed(tree: Any, told: list[str], read: Callable[[str], Moment | None]) -> Moment | None:
    """Return the day that a page shows somewhere, unless it shows it in figures that may mean two days."""
    from htmldate import find_date  # noqa: PLC0415 - takes a while to load, and most pages tell

    if any(len(_YEARS.findall(text)) > 1 for text in told):
        return None  # “Updated 5 March 2026, published 3 March 2026”: which is which is not known
    try:
        found = find_date(tree, **_GUESSES)
    except (ValueError, TypeError, RecursionError):
        return None
    moment = read(found or "")
    if moment and any(
        read(figures) is None for figures in _in_figures([*told, *tree.itertext()], moment.day)
    ):
        return None
    return moment


def _in_figures(texts: list[str], day: date) -> Iterator[str]:
    """Yield where texts write a day as `05/03/2026`, or the other day that this may mean."""
    for match in _FIGURES.finditer("\n".join(texts)):
        if {int(match[1]), int(match[2])} == {day.day, day.month} and int(match[3]) == day.year:
            yield match[0]


def _moment(text: str, report: Report, language: str, written: list[str]) -> Moment | None:
    """Return the moment that a page's data give, or None.

    Fractions of any length, dates as in mail and in the words of the page's language are read; what may mean
    two days is not.
    """
    text = " ".join(text.split())
    if not text:
        return None
    moment = moment_from_text(text, report)
    if moment or not (iso := dated(text, language).iso):
        return moment
    written.append(iso)
    return moment_from_text(iso, report)
