"""The page of the search, and the index of all stories beside it, for those without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

from digest.model import Page
from digest.publish import addresses, order
from digest.publish.frame import headed, month_name
from digest.publish.pages.maker import Maker, Preview
from digest.publish.parted import ways_to_earlier

NAMES = 60
"""Of people and outlets; behind their heading stand all."""

Way = tuple[str, str]
"""Where a line leads, and what it says."""


def finding_pages(maker: Maker) -> Iterator[Page]:
    """Yield the pages of an edition from which readers find stories."""
    yield maker.page(
        "search",
        addresses.search,
        title=maker.text("Search"),
        preview=Preview(maker.text("Search every story in this language or in the words that were spoken.")),
        earlier=ways_to_earlier(maker.site, "", "", addresses.search(maker.language)),
    )
    edition, language = maker.edition, maker.language
    months = [
        (
            addresses.month(language, year, month),
            headed(month_name(year, month, reader=maker.renderer.reader)),
        )
        for year, month in order.months(tuple(edition.by_day))
    ]
    if None in edition.by_day:
        months.append((addresses.day(language, None), maker.text("Without a date")))
    topics = [(addresses.topic(language, one.id), one.label_in(language)) for one in edition.topics]
    people = [
        (addresses.person(language, one.id), one.name_in(language)) for one, *_ in edition.people_by_name
    ]
    outlets = [(addresses.outlet(language, one.outlet.id), one.outlet.name) for one in edition.outlets]
    yield maker.page(
        "all",
        addresses.search_all,
        title=maker.text("Index of all stories"),
        preview=Preview(maker.text("Every story, by day, topic, person and outlet.")),
        ways=(
            (addresses.archive(language), maker.text("Archive"), months),
            (addresses.topics(language), maker.text("Topics"), topics),
            (addresses.people(language), maker.text("People"), people[:NAMES]),
            (addresses.outlets(language), maker.text("Outlets"), outlets[:NAMES]),
        ),
    )
