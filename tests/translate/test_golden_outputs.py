"""What is said of a machine's output: `tests/golden/translations`, a line each."""

from __future__ import annotations

import pytest
from golden_cases import rows

from digest.translate.doubt import doubt
from digest.translate.gate import refusal


@pytest.mark.parametrize(
    ("pair", "source", "output", "told"),
    [*rows("translations/outputs.txt"), *rows("translations/every_language.txt")],
)
def test_an_output_is_refused_or_doubtful_or_fine_and_why(
    pair: str, source: str, output: str, told: str
) -> None:
    first, second = pair.split("-")
    codes = {"source_language": first, "target_language": second}
    refused, doubtful = refusal(source, output, **codes), doubt(source, output, meaning=None, **codes)
    found = f"refused: {refused}" if refused else f"doubtful: {doubtful}" if doubtful else "fine"
    if told.startswith("noticed"):  # not shown or with a notice: either is right
        assert found != "fine"
        assert found.partition(": ")[2].startswith(told.removeprefix("noticed").removeprefix(": "))
    else:
        assert found == told if told == "fine" else found.startswith(told)
