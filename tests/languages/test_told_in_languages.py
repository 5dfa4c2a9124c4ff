"""One fact told in many languages: `tests/golden/numbers/told.txt`, case by case."""

from __future__ import annotations

import pytest
from golden_cases import blocks

from digest.languages.numbers import compared

Told = tuple[str, str]


def told() -> list[tuple[str, Told, Told, Told | None]]:
    """Return each text with its language, the first of its case, and what says something else."""
    cases = []
    for name, lines in blocks("numbers/told.txt"):
        parted = [line.split(": ", 1) for line in lines]
        texts = [(language, text) for language, text in parted if language != "not"]
        other = next((("en", text) for language, text in parted if language == "not"), None)
        cases += [(name, one, texts[0], other) for one in texts]
    return cases


def differ(one: Told, other: Told) -> bool:
    found = compared(one[1], other[1], one[0], other[0])
    return bool(found.lost or found.contradicts or found.signs or found.units)


@pytest.mark.parametrize(("name", "one", "first", "other"), told())
def test_a_number_is_worth_the_same_in_every_language(
    name: str, one: Told, first: Told, other: Told | None
) -> None:
    assert not differ(one, first), name
    assert not differ(first, one), name
    assert other is None or differ(one, other) or differ(other, one), name
