"""Who covered a story, when and in which language, and who did not, as far as the site knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from digest import languages
from digest.languages.tags import written
from digest.model import Article, Outlet, OutletId, Story
from digest.publish.edition.edition import Edition
from digest.publish.order import is_closed

ABSENT = 8
"""Outlets without a report that are named; the others are counted."""
MARGIN = 4
"""Per cent of a line's length that stay free at its ends, so that no mark is cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An outlet's reports on the line of days."""

    outlet: Outlet
    number: int
    """Of reports."""
    days: tuple[date, ...]
    """On which it reported, the first one first."""
    places: tuple[float, ...]
    """Where these are on the line: per cent from the left edge, also where time runs to the left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The outlets that covered a story, by language, and those that did not."""

    first: date | None
    last: date | None
    by_language: tuple[tuple[str, tuple[Row, ...]], ...]
    """The edition's language first."""
    no_languages: tuple[str, ...]
    """In which the site has reports, and none of this."""
    no_outlets: tuple[Outlet, ...]
    no_outlets_more: int
    """How many are not named."""

    @property
    def is_long(self) -> bool:
        """Tell whether there is more than one day to draw a line between."""
        return self.first != self.last


def coverage(edition: Edition, story: Story) -> Coverage:
    """Return who covered a story for readers of an edition."""
    found: dict[str, dict[OutletId, list[Article]]] = defaultdict(lambda: defaultdict(list))
    for article in story.articles:
        found[article.language][article.outlet.id].append(article)
    days = sorted(article.moment.day for article in story.articles if article.moment)
    ends = (days[0], days[-1]) if days else None
    mirrored = languages.direction(edition.language) == "rtl"
    rows = tuple(
        (code, tuple(_row(own, ends, mirrored=mirrored) for own in found[code].values()))
        for code in edition.ordered(found)
    )
    covered = {article.outlet.id for article in story.articles}
    outlets, codes = _known(edition, story)
    absent = [outlet for outlet in outlets if outlet.id not in covered]
    return Coverage(
        first=ends[0] if ends else None,
        last=ends[1] if ends else None,
        by_language=rows,
        no_languages=tuple(edition.ordered(_absent(codes, found))),
        no_outlets=tuple(absent[:ABSENT]),
        no_outlets_more=max(0, len(absent) - ABSENT),
    )


def _absent(codes: Collection[str], found: Collection[str]) -> set[str]:
    """Return the languages without a report, each once; a report of Brazil is in Portuguese."""
    there = {written(code) for code in found}
    shortest = {written(code): code for code in sorted(codes, key=len, reverse=True)}
    return {code for language, code in shortest.items() if language not in there}


def _known(edition: Edition, story: Story) -> tuple[tuple[Outlet, ...], frozenset[str]]:
    """Return the outlets and languages that a story might have had: those of its time if it is closed."""
    if is_closed(story, edition.site.settings.archive_before):
        return edition.before
    return tuple(view.outlet for view in edition.outlets), edition.languages


def _row(articles: list[Article], ends: tuple[date, date] | None, *, mirrored: bool) -> Row:
    days = tuple(sorted({article.moment.day for article in articles if article.moment}))
    return Row(
        outlet=articles[0].outlet,
        number=len(articles),
        days=days,
        places=tuple(_place(day, ends, mirrored=mirrored) for day in days) if ends else (),
    )


def _place(day: date, ends: tuple[date, date], *, mirrored: bool) -> float:
    length = (ends[1] - ends[0]).days
    share = (day - ends[0]).days / length if length else 0.5
    place = MARGIN + share * (100 - 2 * MARGIN)
    return round(100 - place if mirrored else place, 1)
