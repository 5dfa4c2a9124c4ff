"""A long list, sheet by sheet, with its years as headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from digest.model import Moment
from digest.publish.order import SHEET, Sheet, cut, sheet_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Generic[T]):
    """One sheet of a list, as its page shows it."""

    sheet: Sheet[T]
    by_year: tuple[tuple[int | None, tuple[T, ...]], ...]
    """What stands on the sheet, the newest year first; None: what has no date."""
    years: tuple[tuple[int, int | None], ...]
    """Every year of the list, and the number of the sheet on which its newest thing stands."""
    total: int


def listings(
    items: Sequence[T], moment: Callable[[T], Moment | None], size: int = SHEET
) -> Iterator[Listing[T]]:
    """Yield the sheets of a list that has the newest first, the newest sheet before the others."""

    def year(item: T) -> int | None:
        found = moment(item)
        return found.day.year if found else None

    years: dict[int, int | None] = {}
    for place, item in enumerate(items):
        own = year(item)
        if own is not None:
            years.setdefault(own, sheet_of(place, len(items), size))
    for sheet in cut(items, size):
        yield Listing(
            sheet=sheet,
            by_year=tuple((one, tuple(found)) for one, found in groupby(sheet.items, key=year)),
            years=tuple(years.items()),
            total=len(items),
        )
