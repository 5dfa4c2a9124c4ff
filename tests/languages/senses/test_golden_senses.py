"""Denials, answers and factors: `tests/golden/senses`, a line each."""

from __future__ import annotations

from fractions import Fraction

import pytest
from golden_cases import rows

from digest.languages.senses import answer, denials, factors_of

_ANSWERS = {"yes": True, "no": False, "none": None}


@pytest.mark.parametrize(("language", "text", "number"), rows("senses/denials.txt"))
def test_a_text_denies_with_as_many_words(language: str, text: str, number: str) -> None:
    assert denials(text, language) == int(number)


@pytest.mark.parametrize(("language", "text", "told"), rows("senses/answers.txt"))
def test_a_text_answers(language: str, text: str, told: str) -> None:
    assert answer(text, language) is _ANSWERS[told]


@pytest.mark.parametrize(("language", "text", "told"), rows("senses/factors.txt"))
def test_a_text_says_factors_in_words(language: str, text: str, told: str) -> None:
    assert factors_of(text, language) == (
        frozenset() if told == "none" else frozenset(map(Fraction, told.split()))
    )
