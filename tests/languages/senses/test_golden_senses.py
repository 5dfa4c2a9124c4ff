"""Denials, answers, factors, countries, places and contraries: `tests/golden/senses`, a line each."""

from __future__ import annotations

from fractions import Fraction

import pytest
from golden_cases import rows

from digest.languages.senses import answer, countries_of, denials, factors_of, named_places, opposed

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


@pytest.mark.parametrize(("language", "text", "told"), rows("senses/countries.txt"))
def test_a_text_names_countries_by_their_names_and_their_people(language: str, text: str, told: str) -> None:
    assert " ".join(sorted(countries_of(text, language))) == told.removeprefix("none")


@pytest.mark.parametrize(("language", "text", "told"), rows("senses/places.txt"))
def test_a_text_names_places_in_their_order(language: str, text: str, told: str) -> None:
    assert " ".join(place for place, _ in named_places(text, language)) == told.removeprefix("none")


@pytest.mark.parametrize(("first", "text", "second", "other", "told"), rows("senses/opposites.txt"))
def test_words_on_two_sides_of_a_matter_contradict_in_any_two_languages(
    first: str, text: str, second: str, other: str, told: str
) -> None:
    found = opposed(text, other, (first, second))
    assert next((" ".join(words) for words in found), "-") == told
    assert bool(opposed(other, text, (second, first))) is (told != "-")
