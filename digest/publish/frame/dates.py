"""Days, months and times of day, as readers of an edition write them."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, get_datetime_format

from digest import languages
from digest.model import Moment


def iso(moment: Moment) -> str:
    """Return a moment for machines (ISO 8601): its instant where one is known, else its day."""
    return moment.instant.isoformat() if moment.instant else moment.day.isoformat()


@lru_cache(maxsize=5_000)
def _written(day: date, pattern: str, reader: str) -> str:
    """Return a day; `pattern` is a width of Babel's or a skeleton of CLDR's, which know no `1er`."""
    make = format_date if pattern in {"full", "long"} else _by_skeleton
    said = make(day, pattern, locale=languages.locale(reader))
    first = languages.row(reader).first_of_month
    if first and day.day == 1:
        said = _ONE.sub(first, said, count=1)
    return languages.numerals(said, reader=reader)


def _by_skeleton(day: date, skeleton: str, locale: Locale) -> str:
    return format_skeleton(skeleton, day, locale=locale)


_ONE = re.compile(r"(?<!\d)1(?!\d)")


def day(moment: Moment, *, reader: str) -> str:
    """Return the day of `moment`.

    >>> day(Moment(date(2025, 12, 3)), reader="es"), day(Moment(date(2026, 11, 1)), reader="fr")
    ('3 de diciembre de 2025', '1er novembre 2026')
    """
    return _written(moment.day, "long", reader)


def day_name(day: date, *, reader: str) -> str:
    """Return a day with its weekday.

    >>> day_name(date(2025, 12, 3), reader="fr")
    'mercredi 3 décembre 2025'
    """
    return _written(day, "full", reader)


def month_name(year: int, month: int, *, reader: str) -> str:
    """Return a month of a year.

    >>> month_name(2025, 12, reader="es")
    'diciembre de 2025'
    """
    said = format_skeleton("yMMMM", date(year, month, 1), locale=languages.locale(reader))
    return languages.numerals(said, reader=reader)


def headed(said: str) -> str:
    """Return a day or month as it stands alone, as a heading or in a list: the first letter a capital.

    >>> headed("mercredi 3 décembre 2025"), headed("2025年12月3日")
    ('Mercredi 3 décembre 2025', '2025年12月3日')
    """
    return said[:1].upper() + said[1:]


def short_day(day: date, *, reader: str) -> str:
    """Return a day without its year.

    >>> short_day(date(2025, 12, 3), reader="en")
    'Dec 3'
    """
    return _written(day, "MMMd", reader)


def days(first: date, last: date, *, reader: str) -> tuple[str, str]:
    """Return two days between which something lasted; a year that both are in is said once.

    >>> days(date(2025, 11, 30), date(2025, 12, 3), reader="en")
    ('November 30', 'December 3, 2025')
    >>> days(date(2025, 11, 30), date(2025, 12, 3), reader="ja")
    ('2025年11月30日', '12月3日')
    >>> days(date(2025, 11, 30), date(2026, 1, 3), reader="de")
    ('30. November 2025', '3. Januar 2026')
    """
    locale = languages.locale(reader)
    whole = [_written(day, "long", reader) for day in (first, last)]
    if first.year == last.year:
        at = 1 if str(locale.date_formats["long"].pattern).lstrip().startswith(("y", "G")) else 0
        whole[at] = _written((first, last)[at], "MMMMd", reader)
    return whole[0], whole[1]


def clock(moment: Moment, *, reader: str, timezone: str) -> str:
    """Return the time of day in the site's time zone; empty where only the day is known.

    >>> from datetime import UTC, datetime
    >>> at = datetime(2025, 12, 3, 13, 5, tzinfo=UTC)
    >>> clock(Moment(date(2025, 12, 3), at), reader="de", timezone="Europe/Berlin")
    '14:05'
    """
    if moment.instant is None:
        return ""
    local = moment.instant.astimezone(ZoneInfo(timezone))
    said = format_time(local, format="short", locale=languages.locale(reader))
    return languages.numerals(said, reader=reader)


def day_and_time(moment: Moment, *, reader: str, timezone: str) -> str:
    """Return the day, and the time where one is known.

    >>> from datetime import UTC, datetime
    >>> at = datetime(2025, 12, 3, 13, 5, tzinfo=UTC)
    >>> day_and_time(Moment(date(2025, 12, 3), at), reader="es", timezone="UTC")
    '3 de diciembre de 2025, 13:05'
    """
    said = day(moment, reader=reader)
    time = clock(moment, reader=reader, timezone=timezone)
    if not time:
        return said
    pattern = get_datetime_format("medium", locale=languages.locale(reader))
    return str(pattern).replace("'", "").replace("{0}", time).replace("{1}", said)
