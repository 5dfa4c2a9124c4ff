"""Days that a text names, names as they sound, words in two spellings: a line each in `tests/golden`."""

from __future__ import annotations

import pytest
from golden_cases import rows

from digest.languages.latin import folded
from digest.languages.numbers.spans import months, single_spans, weekdays
from digest.languages.sounds import nearly_spelt, sounds_like, sounds_within
from digest.languages.variants import same, spelling

_LIKE = {"sounds": sounds_like, "spelt": nearly_spelt, "within": sounds_within}


@pytest.mark.parametrize(("language", "text", "named", "days", "units"), rows("numbers/named.txt"))
def test_a_text_names_months_days_and_single_units_of_time(
    language: str, text: str, named: str, days: str, units: str
) -> None:
    assert " ".join(map(str, sorted(months(text, language)))) == named.removeprefix("-")
    assert " ".join(map(str, sorted(weekdays(text, language)))) == days.removeprefix("-")
    assert " ".join(sorted(single_spans(text, language))) == units.removeprefix("-")


@pytest.mark.parametrize(("language", "text", "named", "days", "units"), rows("numbers/named.txt"))
def test_a_month_or_day_is_told_as_it_is_written(
    language: str, text: str, named: str, days: str, units: str
) -> None:
    for told in (months(text, language), weekdays(text, language)):
        assert all(written in text for written in told.values())


@pytest.mark.parametrize(("name", "kind", "word", "answer"), rows("names/heard.txt"))
def test_a_word_may_be_a_name_by_its_sound_or_spelling(name: str, kind: str, word: str, answer: str) -> None:
    assert _LIKE[kind](name, word) is (answer == "yes")


@pytest.mark.parametrize(("language", "word", "other", "kind"), rows("texts/variants.txt"))
def test_one_word_in_two_spellings_or_two_that_say_the_same(
    language: str, word: str, other: str, kind: str
) -> None:
    one, two = folded(word), folded(other)
    assert (spelling(one, language) == spelling(two, language)) is (kind == "spelt")
    assert same(one, two, language) is (kind == "said")
