"""How days are written: `tests/golden/interface/days.txt`, a line a language and day."""

from __future__ import annotations

from datetime import date

import pytest
from golden_cases import rows

from digest.model import Moment
from digest.publish.frame.dates import day, day_name, days, short_day

ROWS = rows("interface/days.txt")


@pytest.mark.parametrize(("language", "iso", "long", "short", "named"), ROWS)
def test_an_edition_writes_a_day_as_its_readers_do(
    language: str, iso: str, long: str, short: str, named: str
) -> None:
    one = date.fromisoformat(iso)
    assert day(Moment(one), reader=language) == long
    assert short_day(one, reader=language) == short
    assert day_name(one, reader=language) == named


@pytest.mark.parametrize(("language", "first", "last", "begins", "ends"), rows("interface/periods.txt"))
def test_an_edition_writes_two_days_as_one_period(
    language: str, first: str, last: str, begins: str, ends: str
) -> None:
    shown = days(date.fromisoformat(first), date.fromisoformat(last), reader=language)
    # Spaces that do not break are spaces to readers.
    assert tuple(" ".join(one.split()) for one in shown) == (begins, ends)
