"""What is more and what is less, and of how many something is said."""

from __future__ import annotations

import pytest
from wordings import printed

from digest.match.changes.parts.comparisons import compared_otherwise, of_one_alone

FASTER = "Ferries grew faster than trains"


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Trains grew faster than ferries", ("trains", "ferries")),
        ("en", "Ferries grew slower than trains", ("faster", "slower")),
        ("de", "Züge wuchsen schneller als Fähren", None),
        ("en", "Trains grew slower than ferries", None),
        ("en", "Trains and ferries grew fast", None),
    ],
    ids=[
        "the other way round",
        "in the other direction",
        "no lexicon has it",
        "its converse",
        "no comparison",
    ],
)
def test_what_is_compared_with_what_is_told_by_place_and_direction(
    language: str, text: str, told: tuple[str, str] | None
) -> None:
    assert compared_otherwise(printed("A", "en", FASTER), printed("B", language, text)) == told


def test_two_comparisons_in_one_text_tell_nothing() -> None:
    two = f"{FASTER}, and buses grew slower than trams"
    assert (
        compared_otherwise(printed("A", "en", two), printed("B", "en", two.replace("faster", "slower")))
        is None
    )


@pytest.mark.parametrize("turned", [False, True], ids=["as they stand", "turned round"])
def test_what_is_said_of_both_is_another_thing_than_of_one(turned: bool) -> None:  # noqa: FBT001 - a case
    quotes = [
        printed("A", "en", "The crane will be repaired, but the hall will not"),
        printed("B", "en", "Both the crane and the hall will be repaired"),
    ]
    words = ["but", "Both"]
    step = -1 if turned else 1
    assert of_one_alone(*quotes[::step]) == tuple(words[::step])


def test_both_and_but_of_one_wording_tell_nothing() -> None:
    one = printed("A", "en", "Both will be repaired, but the crane will not open before May")
    assert of_one_alone(one, printed("B", "en", "The crane will be repaired, but not the hall")) is None
