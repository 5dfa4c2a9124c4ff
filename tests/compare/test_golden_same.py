"""What says the same in other bytes, and what does not: `tests/golden/same`."""

from __future__ import annotations

import json

import pytest
from golden_cases import rows

from digest.compare.data import of_css, of_json, of_xml


@pytest.mark.parametrize(("kind", "one", "other"), rows("same/css.txt"))
def test_a_style_sheet_is_compared_by_what_it_does(kind: str, one: str, other: str) -> None:
    assert (of_css(one) == of_css(other)) is (kind == "same")


@pytest.mark.parametrize(("kind", "one", "other"), rows("same/json.txt"))
def test_data_are_compared_by_their_values(kind: str, one: str, other: str) -> None:
    assert (of_json(json.loads(one)) == of_json(json.loads(other))) is (kind == "same")


@pytest.mark.parametrize(("kind", "one", "other"), rows("same/xml.txt"))
def test_xml_is_compared_by_its_elements_and_texts(kind: str, one: str, other: str) -> None:
    assert (of_xml(one.encode()) == of_xml(other.encode())) is (kind == "same")
