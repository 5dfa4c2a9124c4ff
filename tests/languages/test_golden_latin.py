"""Words of any script as they are compared: `tests/golden/texts/latin.txt`, a line each."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from golden_cases import rows

from digest.languages.latin import folded, latin, numbers, skeleton, spelling, words_and_digits

_HOW: dict[str, Callable[[str], str]] = {
    "folded": folded,
    "latin": latin,
    "spelling": spelling,
    "skeleton": skeleton,
    "numbers": lambda text: " ".join(sorted(numbers(text))) or "none",
    "items": lambda text: " ".join(words_and_digits(text)),
}


@pytest.mark.parametrize(("text", "how", "told"), rows("texts/latin.txt"))
def test_words_are_compared_in_one_form(text: str, how: str, told: str) -> None:
    assert _HOW[how](text) == told
