"""Contrary words that say the same the other way round."""

from __future__ import annotations

import pytest
from wordings import printed

from digest.match.changes.parts.converses import are_converse

SOLD = "The shipyard sold the dock to the bank"


@pytest.mark.parametrize(
    ("first", "second", "words", "same"),
    [
        (SOLD, "The bank bought the dock from the shipyard", ("sold", "bought"), True),
        (SOLD, "The shipyard bought the dock from the bank", ("sold", "bought"), False),
        ("The race was held before the fair", "The fair was held after the race", ("before", "after"), True),
        ("The race was held before the fair", "The race was held after the fair", ("before", "after"), False),
        ("Prices rose at the harbour", "At the harbour prices fell", ("rose", "fell"), False),
        (SOLD, "The bank opened the dock", ("sold", "opened"), False),
    ],
    ids=[
        "who buys",
        "the same buys",
        "what came after",
        "the same came after",
        "no such matter",
        "another matter",
    ],
)
def test_a_contrary_word_is_a_converse_where_another_subject_stands_first(
    first: str,
    second: str,
    words: tuple[str, str],
    same: bool,  # noqa: FBT001 - what is expected
) -> None:
    assert are_converse(printed("A", "en", first), printed("B", "en", second), words) is same


def test_nothing_is_a_converse_where_nothing_parts_words() -> None:
    quotes = printed("A", "zh", "船厂把码头卖给银行"), printed("B", "zh", "银行从船厂购买码头")
    assert not are_converse(*quotes, ("卖给", "购买"))
