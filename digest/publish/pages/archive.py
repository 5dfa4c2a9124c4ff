"""The archive: its years and months, each month's days, each day's stories."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from digest.model import Page
from digest.publish import addresses, order
from digest.publish.edition import StoryView
from digest.publish.frame import day_name, headed, month_name
from digest.publish.pages.maker import Maker, Preview
from digest.publish.parted import ways_to_earlier

DAY = 60
"""Stories on one page of a day: a line each."""
HEADLINES = 3
"""Headlines of a day on the page of its month."""


def archive_pages(maker: Maker) -> Iterator[Page]:
    """Yield the pages of an edition's archive."""
    by_day = maker.edition.by_day
    days = tuple(by_day)
    by_month = order.months(days)
    title = maker.text("Archive")
    counts = {
        month: len({view.story.id for day in own for view in by_day[day]}) for month, own in by_month.items()
    }
    undated = len(by_day.get(None, ()))
    yield maker.page(
        "archive",
        addresses.archive,
        title=title,
        preview=Preview(maker.text("Every story, by month and day.")),
        months=counts,
        undated=undated,
        earlier=ways_to_earlier(maker.site, "", "", addresses.archive(maker.language)),
    )
    months = tuple(by_month)
    for at, (year, month) in enumerate(months):
        shown = [(day, by_day[day][:HEADLINES], len(by_day[day])) for day in by_month[year, month]]
        yield maker.page(
            "month",
            lambda code, y=year, m=month: addresses.month(code, y, m),  # type: ignore[misc]
            title=headed(month_name(year, month, reader=maker.renderer.reader)),
            preview=_preview(maker, month_name(year, month, reader=maker.renderer.reader)),
            days=shown,
            newer=months[at - 1] if at else None,
            older=months[at + 1] if at + 1 < len(months) else None,
            month=_closed(maker, date(year, month, monthrange(year, month)[1])),
        )
    dated = [day for day in days if day]
    for at, day in enumerate(days):
        newer = dated[at - 1] if at and day else None
        older = dated[at + 1] if day and at + 1 < len(dated) else None
        yield from _day(maker, day, by_day[day], newer, older)


def _day(
    maker: Maker, day: date | None, views: Sequence[StoryView], newer: date | None, older: date | None
) -> Iterator[Page]:
    name = day_name(day, reader=maker.renderer.reader) if day else maker.text("Without a date")
    for one in order.cut(views, DAY):
        yield maker.page(
            "day",
            lambda code, number=one.number: addresses.sheet(addresses.day(code, day), number),  # type: ignore[misc]
            title=headed(name),
            preview=_preview(maker, name) if day else Preview(),
            day=day,
            own=addresses.day(maker.language, day),
            sheet=one,
            total=len(views),
            newer=newer,
            older=older,
            month=_closed(maker, day),
        )


def _closed(maker: Maker, day: date | None) -> str:
    """Return the month under which a page of a day is kept, if it is closed."""
    before = maker.site.settings.archive_before
    return f"{day:%Y-%m}" if day and before and day < before else ""


def _preview(maker: Maker, time: str) -> Preview:
    return Preview(maker.text("The stories of %(time)s.", time=time))
