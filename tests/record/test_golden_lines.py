"""The grammar of a line of the record: `tests/golden/record/lines.txt`."""

from __future__ import annotations

import pytest
from golden_cases import rows

from digest.record.lines import LineError, parsed, written

LINES = rows("record/lines.txt")
RIGHT = [line for told, line in LINES if told == "right"]
WRONG = [(told, line) for told, line in LINES if told != "right"]


@pytest.mark.parametrize("line", RIGHT)
def test_a_line_is_read_and_written_again_as_the_same_event(line: str) -> None:
    event = parsed(line)
    again = parsed(written(event))
    assert again == event
    assert written(again) == written(event)


@pytest.mark.parametrize(("told", "line"), WRONG)
def test_what_is_no_line_is_told_in_words(told: str, line: str) -> None:
    with pytest.raises(LineError) as caught:
        parsed(line)
    assert str(caught.value).startswith(told)
