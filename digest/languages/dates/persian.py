"""Days of the Persian calendar (Solar Hijri), as newspapers of Iran print them: ۱۳ اسفند ۱۴۰۴."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

_MONTHS = {
    "fa": [
        "فروردین",
        "اردیبهشت",
        "خرداد",
        "تیر",
        "مرداد",
        "شهریور",
        "مهر",
        "آبان",
        "آذر",
        "دی",
        "بهمن",
        "اسفند",
    ],
}
"""By language; a word that stands for a month there stands behind a day and before a year."""
_YEARS = range(1301, 1500)
"""Of them none is a year of another calendar in which a page was published."""
_FIGURES = re.compile(r"(?<!\d)(1[34]\d\d)\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{1,2})(?!\d)")
_CYCLE, _LEAPS = 33, frozenset({1, 5, 9, 13, 17, 22, 26, 30})
"""Years of a cycle, and which of them have 366 days: right from 1244 to 1530 (Borkowski, 1996)."""
_EPOCH = date(1922, 3, 22)
"""The first day of 1301."""


def persian_day(text: str, language: str) -> date | None:
    """Return the day that a text in western digits names in the Persian calendar, None if it names none.

    >>> persian_day("13 اسفند 1404", "fa"), persian_day("1404/12/13", "fa"), persian_day("1404/12/13", "de")
    (datetime.date(2026, 3, 4), datetime.date(2026, 3, 4), None)
    """
    months = _MONTHS.get(language.partition("-")[0])
    if not months:
        return None
    figures = _FIGURES.search(text)
    if figures:
        year, month, day = map(int, figures.groups())
        return _gregorian(year, month, day)
    text = unicodedata.normalize("NFC", text)
    named = re.search(rf"(?<!\d)(\d{{1,2}})\s+({'|'.join(months)})(?:\s+ماه)?\s+(1[34]\d\d)(?!\d)", text)
    return _gregorian(int(named[3]), months.index(named[2]) + 1, int(named[1])) if named else None


def is_persian_month(word: str, language: str) -> bool:
    """Tell whether a word names a month of the Persian calendar."""
    return unicodedata.normalize("NFC", word) in _MONTHS.get(language.partition("-")[0], ())


def _gregorian(year: int, month: int, day: int) -> date | None:
    longest = 31 if month <= 6 else 30 if month < 12 or _is_leap(year) else 29
    if year not in _YEARS or not 1 <= month <= 12 or not 1 <= day <= longest:
        return None
    years = sum(366 if _is_leap(one) else 365 for one in range(1301, year))
    months = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return _EPOCH + timedelta(days=years + months + day - 1)


def _is_leap(year: int) -> bool:
    return year % _CYCLE in _LEAPS
