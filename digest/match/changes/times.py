"""Months, days of the week and single spans of time that only one of two wordings names."""

from __future__ import annotations

from digest.languages.numbers import months, single_spans, weekdays


def another_time(first: str, second: str, languages: tuple[str, str]) -> str | None:
    """Return what each names of one kind where the other names none of it, or None.

    >>> another_time("Closed from September 1", "Закрыто с 1 ноября", ("en", "ru"))
    'September / ноября'
    >>> another_time("A point in a month", "Un point en un an", ("en", "fr"))
    'a month / un an'
    """
    for named in (months, weekdays, single_spans):
        own, other = named(first, languages[0]), named(second, languages[1])
        if own and other and not own.keys() & other.keys():
            return f"{next(iter(own.values()))} / {next(iter(other.values()))}"
    return None
