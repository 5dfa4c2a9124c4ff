"""Which two wordings are of one statement: `tests/golden/wordings`, case by case."""

from __future__ import annotations

import pytest
from golden_cases import blocks
from memories import Memory
from wordings import grouped, printed, utterances

JOINED, APART = blocks("wordings/joined.txt"), blocks("wordings/apart.txt")


def statements(lines: list[str]) -> int:
    """Return how many statements the wordings of a case are."""
    parted = [line.partition(": ") for line in lines]
    quotes = [printed(f"Outlet {at}", code, text) for at, (code, _, text) in enumerate(parted)]
    return len(utterances(grouped(quotes), quotes, Memory()))


@pytest.mark.parametrize("lines", [lines for _, lines in JOINED], ids=[name for name, _ in JOINED])
def test_two_wordings_of_one_statement_are_joined(lines: list[str]) -> None:
    assert statements(lines) == 1


@pytest.mark.parametrize("lines", [lines for _, lines in APART], ids=[name for name, _ in APART])
def test_two_statements_stay_apart(lines: list[str]) -> None:
    assert statements(lines) == len(lines)
