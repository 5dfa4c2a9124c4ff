"""`digest.publish.pages.listing`: a long list, sheet by sheet, with its years as headings."""

from __future__ import annotations

from datetime import date

from digest.model import Moment
from digest.publish.pages.listing import listings


def moment(day: str) -> Moment | None:
    return Moment(date.fromisoformat(day)) if day else None


DAYS = ["2026-03-01", "2026-01-02", "2025-12-31", "2025-05-05", "2024-07-07", "", ""]


def test_each_sheet_has_its_years_the_newest_first_and_what_has_no_date_last() -> None:
    newest, second, first = listings(DAYS, moment, 3)
    assert newest.by_year == ((2026, ("2026-03-01", "2026-01-02")), (2025, ("2025-12-31",)))
    assert second.by_year == ((2026, ("2026-01-02",)), (2025, ("2025-12-31", "2025-05-05")))
    assert first.by_year == ((2024, ("2024-07-07",)), (None, ("", "")))


def test_a_year_leads_to_the_sheet_on_which_its_newest_thing_stands() -> None:
    for one in listings(DAYS, moment, 3):
        assert one.total == 7
        numbers = dict(one.years)
        assert list(numbers) == [2026, 2025, 2024]
        assert numbers[2026] is numbers[2025] is None


def test_every_thing_stands_on_some_sheet_and_a_year_is_no_heading_twice_on_one() -> None:
    sheets = list(listings(DAYS, moment, 2))
    assert {day for one in sheets for _, days in one.by_year for day in days} == set(DAYS)
    for one in sheets:
        years = [year for year, _ in one.by_year]
        assert len(years) == len(set(years))


def test_a_list_of_nothing_has_one_sheet_without_years() -> None:
    (only,) = listings([], moment)
    assert (only.by_year, only.years, only.total) == ((), (), 0)
