"""Dates in many languages: `tests/golden/dates/feeds.txt`, a line each."""

from __future__ import annotations

import pytest
from golden_cases import rows

from digest.languages.dates import dated


@pytest.mark.parametrize(("language", "text", "iso"), rows("dates/feeds.txt"))
def test_a_date_is_read_as_its_language_writes_it(language: str, text: str, iso: str) -> None:
    found = dated(text, language)
    assert found.iso == (None if iso == "none" else iso)
    assert found.iso or found.doubt
