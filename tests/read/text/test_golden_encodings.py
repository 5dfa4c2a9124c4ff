"""What old pages call their encoding: `tests/golden/encodings/labels.txt`, a line each."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from golden_cases import rows

from digest.read.report import Report
from digest.read.text.encoded import page_from_bytes


@pytest.mark.parametrize(("label", "written", "text"), rows("encodings/labels.txt"))
def test_a_page_is_read_in_the_encoding_that_browsers_take_its_label_for(
    label: str, written: str, text: str
) -> None:
    report = Report("p.html", ZoneInfo("UTC"))
    head = f'<!DOCTYPE html><html><head><meta charset="{label}"></head><body><p>'.encode()
    source = page_from_bytes(head + bytes.fromhex(written) + b"</p></body></html>", report)
    assert not report.problems
    assert source is not None
    assert source.partition("<p>")[2].partition("</p>")[0] == text
