"""Dates as feeds really write them → ISO 8601; what may mean two days is no date.

RFC 822 and ISO 8601 are what feeds should write. Months' names in other languages are Babel's, the order of
day and month is that of the feed's language. An offset is kept, not applied: it is the outlet's own.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from digest.languages.dates.names import (
    day_first,
    folded,
    halves_of_day,
    month_of,
    months_in_words,
    weekdays,
)
from digest.languages.dates.persian import persian_day

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z|[+-]\d{4})?)?")
_TIME = re.compile(
    r"(?<!\d)(\d{1,2})(?::|\s?[hH]\s?|時|시\s?|点)(\d\d)(?:(?::|\s?m\s?|分|분\s?)(\d\d))?(?:[.,]\d+)?(?!\d)"
)
_DOTTED_TIME = re.compile(r"(?<![\d.])(\d{1,2})\.(\d\d)(?![\d.])")
_OFFSET = re.compile(r"(?:(?:GMT|UTC|UT)?\s?([+-])(\d\d):?(\d\d)?|(?:GMT|UTC)\s?([+-])(\d))(?!\d)")
_NUMERIC = re.compile(
    r"(?<!\d)(\d{1,4})\s?(?:[/.年년-]|tháng)\s?(\d{1,2})(?:\s?[/.月월-]|,?\snăm|,(?=\s\d{4}))\s?(\d{1,4})(?!\d)\s?[日일.]?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
_ZULU = re.compile(r"(?<=\d)\s?Z\b")
WORD = re.compile(r"[^\s\d,;:()/|]*[^\W\d_][^\s\d,;:()/|]*")  # with vowel signs, which are no letters

_ZONES = {
    **dict.fromkeys(("UT", "UTC", "GMT", "WET", "Z"), 0), "EST": -5, "EDT": -4, "CST": -6, "CDT": -5,
    "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "WEST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2,
    "EET": 2, "EEST": 3,
    "MSK": 3, "МСК": 3, "TRT": 3, "BRT": -3, "ART": -3, "JST": 9, "KST": 9, "HKT": 8, "NZST": 12, "NZDT": 13,
    "WAT": 1, "CAT": 2, "SAST": 2, "EAT": 3, "WIB": 7, "WITA": 8, "WIT": 9, "AWST": 8, "AEST": 10, "AEDT": 11,
}  # fmt: skip
"""Hours from UTC. RFC 822's own, and those that mean one zone in the news; IST and BST mean three and two."""
_TWO_ZONES = frozenset({"IST", "BST", "AST", "ADT", "ECT", "GST", "SST", "ET", "CT", "MT", "PT"})
"""Those of several zones, and of two that summer tells apart."""
_ZONE_NAME = re.compile(r"(?<=\d\d )(?![AP]M\b)[A-Z]{3,5}$")
_EARLIEST = 1990
"""Years before are mostly the zero of some clock."""
_LATEST = 2199
"""Years behind are counted from the Buddha's death, as Thailand does: 2569."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment, and what is doubtful about it."""

    iso: str | None
    doubt: str | None = None


def dated(text: str | None, language: str | None = None) -> Dated:
    """Return the moment that a feed's text names.

    >>> dated("Thu, 05 Mar 2026 21:30:00 -0500").iso
    '2026-03-05T21:30:00-05:00'
    >>> dated("05/03/2026 às 18h05", "pt-BR").iso
    '2026-03-05T18:05:00'
    >>> dated("05/03/2026", "en")
    Dated(iso=None, doubt='“05/03/2026” may mean two days; write the date by hand')
    """
    shown = " ".join((text or "").split())[:80]
    if not shown:
        return Dated(None)
    try:
        return _dated(unicodedata.normalize("NFKC", _in_digits(shown)), shown, language or "en")
    except (ValueError, OverflowError):
        return Dated(None, f"“{shown}” is no date")


class _AmbiguousError(ValueError):
    pass


def _dated(text: str, shown: str, language: str) -> Dated:
    compact = _COMPACT.fullmatch(text)
    if compact:
        text = f"{compact[1]}-{compact[2]}-{compact[3]}" + (
            f"T{compact[4]}:{compact[5]}:{compact[6]}{compact[7] or ''}" if compact[4] else ""
        )
    zone, text = _zone(text)
    clock, text = _clock(text, language)
    try:
        day = _day(text, language)
    except _AmbiguousError:
        return Dated(None, f"“{shown}” may mean two days; write the date by hand")
    if day is None or not _EARLIEST <= day.year <= _LATEST:
        return Dated(None, f"“{shown}” is no date")
    if clock is None:
        return Dated(day.isoformat())
    days, time_of_day = clock
    if zone == "two":
        return Dated(day.isoformat(), f"the zone of “{shown}” may mean several; only its day is kept")
    known = zone if isinstance(zone, timezone) else None
    moment = datetime.combine(day + timedelta(days=days), time_of_day, known)
    if zone == "unknown":
        return Dated(day.isoformat(), f"the zone of “{shown}” is not known; only its day is kept")
    return Dated(moment.isoformat().replace("+00:00", "Z"))


def _in_digits(text: str) -> str:
    return "".join(
        str(unicodedata.decimal(char)) if char.isdecimal() and not char.isascii() else char for char in text
    )


def _zone(text: str) -> tuple[timezone | str | None, str]:
    """Return the zone (`two`: a name with several meanings) and the text without it."""
    iso = _ISO.search(text)
    inside = range(iso.start(), iso.end()) if iso else range(0)
    offsets = [found for found in _OFFSET.finditer(text) if found.end() - 1 not in inside]
    offset = offsets[-1] if offsets else None
    # “5-03-2026” holds no offset: an offset stands behind a time.
    if offset and re.search(r"\d[:h]\d\d|\d{6}", text[: offset.start()]):
        minutes = int(offset[2] or offset[5]) * 60 + int(offset[3] or 0)
        zone = timezone(timedelta(minutes=-minutes if "-" in {offset[1], offset[4]} else minutes))
        return zone, f"{text[: offset.start()]} {re.sub(r'[(].*?[)]', '', text[offset.end() :])}"
    if _ZULU.search(text):
        return UTC, _ZULU.sub(" ", text)
    for word in reversed(WORD.findall(text)):
        if word in _TWO_ZONES:
            return "two", text.replace(word, " ")
        if word.upper() in _ZONES and (word.isupper() or word == "мск"):
            return timezone(timedelta(hours=_ZONES[word.upper()])), text.replace(word, " ")
    unknown = _ZONE_NAME.search(text)
    return ("unknown", text[: unknown.start()]) if unknown else (None, text)


def _clock(text: str, language: str) -> tuple[tuple[int, time] | None, str]:
    """Return the days to add (24:00 is the next day's beginning) and the time, and the text without it."""
    found = _TIME.search(text) or _dotted(text)
    if not found:
        return None, text
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0) if found.lastindex == 3 else 0
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    half, rest = _half(rest, language)
    if half is not None and hour <= 12:
        hour = hour % 12 + 12 * half
    if (hour, minute, second) == (24, 0, 0):
        return (1, time()), rest
    return (0, time(hour, minute, min(second, 59))), rest


def _dotted(text: str) -> re.Match[str] | None:
    """Return a time written as 18.05, which must stand beside a whole date."""
    date_ = _NUMERIC.search(text) or _YEAR.search(text)
    return _DOTTED_TIME.search(text, date_.end()) if date_ else None


def _half(text: str, language: str) -> tuple[int | None, str]:
    """Return 0 before noon, 1 after it, None where nothing says; and the text without the word."""
    lowered = text.casefold()
    for word, half in halves_of_day(language):
        match = re.search(
            rf"(?<!\w){re.escape(word)}(?!\w)|(?<=\d){re.escape(word)}|{re.escape(word)}(?=\s*\d)", lowered
        )
        if match:
            return half, f"{text[: match.start()]} {text[match.end() :]}"
    return None, text


def _day(text: str, language: str) -> date | None:
    if persian := persian_day(text, language):
        return persian
    iso = _ISO.search(text)
    if iso:
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    months = [(word, month) for word in WORD.findall(text) if (month := month_of(word, language))]
    if len(months) > 1:  # “mar, 05 may 2026”: Tuesday in Spanish, March in English; “mar 3 mar” is both
        months = [pair for pair in months if folded(pair[0]) not in weekdays(language)] or months
    months = months or [pair for pair in months_in_words(language) if pair[0] in folded(text)][:1]
    if months:
        word, month = months[0]
        rest = text.replace(word, " ") if word in text else folded(text).replace(word, " ")
        return _named(rest, month) if len({month for _, month in months}) == 1 else None
    numeric = _NUMERIC.search(text)
    return _ordered([int(part) for part in numeric.groups()], language) if numeric else None


def _named(rest: str, month: int) -> date | None:
    numbers = re.findall(r"\d+", rest)
    digits = sorted(map(len, numbers))
    if digits in ([1, 4], [2, 4]):
        day, year = sorted(numbers, key=len)
        return date(int(year), month, int(day))
    if digits in ([1, 2], [2, 2]):  # RFC 822's two digits: “05 Mar 26”
        return date(2000 + int(numbers[1]), month, int(numbers[0]))
    return None


def _ordered(numbers: list[int], language: str) -> date | None:
    first, second, third = numbers
    if first > 999:
        return date(first, second, third)
    if third < 1000:
        return None
    if first == second:
        return date(third, second, first)
    if first > 12 or second > 12:
        return date(third, min(first, second), max(first, second))
    order = day_first(language)
    if order is None:
        raise _AmbiguousError
    return date(third, second, first) if order else date(third, first, second)
